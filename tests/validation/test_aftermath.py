"""What only follows from another mistake is not told as one more."""

from typing import Any

import pytest
import yaml
from builders import Root, a_card, an_outcome

from macros.validation.problems import Refused

CARD = a_card(outcomes=[an_outcome({"count": 2, "of": 3, "unit": "family"})])
(STUDY,) = CARD["studies"]
OUTCOME = CARD["outcomes"][0]


def told(root: Root, **changes: Any) -> list[tuple[str, str]]:
    card = {name: value for name, value in {**CARD, **changes}.items() if value is not ...}
    return [(problem.code, problem.where) for problem in root.problems(card)]


def test_a_study_that_is_not_there_is_told_at_the_result_that_names_it(example: Root) -> None:
    assert told(example, studies=...) == [("unknown_own_id", "outcomes[0].study")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"studies": "tekst"}, ("tuple_type", "studies")),
        ({"studies": ["tekst"]}, ("model_type", "studies[0]")),
        ({"studies": [{**STUDY, "id": "Geen id"}]}, ("bad_id", "studies[0].id")),
        ({"studies": [{**STUDY, "design": "onzin"}]}, ("unknown_id", "studies[0].design")),
        ({"studies": ..., "studie": [STUDY]}, ("extra_forbidden", "studie")),
    ],
)
def test_a_mistake_in_the_studies_is_told_there_and_not_at_their_results(
    example: Root, changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert told(example, **changes) == [expected]


@pytest.mark.parametrize("wrong", ["tekst", ["tekst"]])
def test_a_mistake_in_the_studies_of_a_tool_is_told_there_and_not_at_its_results(root: Root, wrong: Any) -> None:
    tools = yaml.safe_load(root.read("data/tools.yml"))
    tools["voorbeeldkring"] |= {"studies": wrong, "outcomes": CARD["outcomes"]}
    root.write("data/tools.yml", tools)
    with pytest.raises(Refused) as refused:
        root.load()
    (problem,) = refused.value.problems
    assert problem.where.startswith("voorbeeldkring.studies")


def test_a_mistake_elsewhere_hides_no_study_that_is_not_there(example: Root) -> None:
    assert sorted(told(example, studies=..., summary="")) == [
        ("string_too_short", "summary"),
        ("unknown_own_id", "outcomes[0].study"),
    ]


def test_of_a_result_in_an_earlier_form_only_that_is_told(example: Root) -> None:
    former = {name: value for name, value in OUTCOME.items() if name != "study"} | {"design": "monitoring"}
    found = example.problems({**CARD, "outcomes": [former], "studies": [STUDY]})
    assert {problem.code for problem in found} == {"former_field"} and len(found) == 1
