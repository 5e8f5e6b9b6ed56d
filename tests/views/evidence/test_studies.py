"""A study for readers: what weighs its results stands with it, and goes with each result to every other place."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.model.evidence import Outcome
from macros.views.common.lines import NoNotes
from macros.views.evidence.outcomes import outcome_view
from macros.views.evidence.results_by_study import results_by_study
from macros.views.evidence.studies import counted_evidence, participants_text, study_facts, study_title

WORDS = {"words": "beter"}


def a_study(**changes: Any) -> dict[str, Any]:
    return {"id": "meting", "design": "rct", "sources": SOURCES} | changes


def method(root: Root, *outcomes: dict[str, Any], **changes: Any) -> Any:
    return root.method(a_card(studies=[a_study(**changes)], outcomes=[{**one, "study": "meting"} for one in outcomes]))


@pytest.mark.parametrize(
    ("participants", "text"),
    [
        ({"count": 328, "unit": "family"}, "328 gezinnen"),
        ({"count": 1, "unit": "family"}, "1 gezin"),
        (
            {"count": 328, "unit": "family", "groups": [{"name": "met aanbod", "count": 229}, {"name": "zonder", "count": 99}]},
            "328 gezinnen: 229 met aanbod, 99 zonder",
        ),
        ({"unit": "child", "groups": [{"name": "a", "count": 3}, {"name": "b", "count": 4}]}, "7 kinderen: 3 a, 4 b"),
        ({"count": 40, "unit": "child", "lost": 0, "note": "na een jaar"}, "40 kinderen; 0 uitgevallen; na een jaar"),
        ({"unit": "child", "lost": 3}, "3 uitgevallen"),
    ],
)
def test_participants_are_told_with_their_groups_and_who_was_lost(root: Root, participants: dict[str, Any], text: str) -> None:
    study = method(root, participants=participants).studies[0]
    assert participants_text(study.participants) == text


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"name": "Het grote onderzoek"}, "Het grote onderzoek"),
        ({}, "Gerandomiseerd onderzoek"),
        ({"period": {"from": 2019}}, "Gerandomiseerd onderzoek, sinds 2019"),
    ],
)
def test_a_study_is_called_by_its_name_or_by_what_tells_it_apart(root: Root, changes: dict[str, Any], title: str) -> None:
    assert study_title(method(root, **changes).studies[0]) == title


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"about": "original"}, "gaat over het buitenlandse origineel"),
        ({"about": "variant", "about_note": "de korte vorm"}, "gaat over een variant (de korte vorm)"),
        ({"country": "us"}, "Verenigde Staten"),
        ({"state": "stopped-early"}, "onderzoek voortijdig gestopt"),
        ({"report_read": "no"}, "rapport niet zelf gelezen; dit is wat anderen ervan zeggen"),
        ({"report_read": "yes"}, "rapport zelf gelezen"),
        ({"participants": {"count": 30, "unit": "family"}}, "30 gezinnen"),
        ({"evaluator_note": "onderzoekers"}, "onderzoekers"),
    ],
)
def test_what_weighs_a_study_goes_with_each_of_its_results(root: Root, changes: dict[str, Any], fact: str) -> None:
    card = method(root, an_outcome(WORDS), **changes)
    assert fact in set(study_facts(card.studies[0]))
    assert fact in outcome_view(card.outcomes[0], NoNotes()).facts


@pytest.mark.parametrize("changes", [{"about": "this-method"}, {"country": "nl"}, {"state": "finished"}])
def test_what_is_as_one_expects_is_not_told(root: Root, changes: dict[str, Any]) -> None:
    assert list(study_facts(method(root, **changes).studies[0])) == list(study_facts(method(root).studies[0]))


def test_a_study_without_results_stands_there_too(root: Root) -> None:
    (found,) = results_by_study((card := method(root, state="planned")).studies, card.outcomes, NoNotes())
    assert found.outcomes == () and "onderzoek gepland" in found.study.facts


@pytest.mark.parametrize(
    ("study", "own", "heading", "with_result", "everywhere"),
    [
        ({"from": 2019}, None, "sinds 2019", None, "sinds 2019"),
        ({"from": 2019}, {"from": 2020}, "sinds 2019", "sinds 2020", "sinds 2020"),
        (None, {"from": 2020}, "periode verschilt per uitkomst", "sinds 2020", "sinds 2020"),
        (None, None, "periode onbekend", None, "periode onbekend"),
    ],
)
def test_when_it_was_measured_is_told_once_on_the_card_and_with_the_result_elsewhere(
    root: Root, study: Any, own: Any, heading: str, with_result: str | None, everywhere: str
) -> None:
    outcome = an_outcome(WORDS) | ({"period": own} if own else {})
    card = method(root, outcome, **({"period": study} if study else {}))
    (found,) = results_by_study(card.studies, card.outcomes, NoNotes())
    assert found.study.facts[-1] == heading
    assert found.outcomes[0].own_facts == ((with_result,) if with_result else ())
    assert everywhere in found.outcomes[0].facts


@pytest.mark.parametrize(
    ("designs", "said"),
    [
        (["rct"], "1 uitkomst uit 1 onderzoek"),
        (["rct", "rct", "rct"], "3 uitkomsten uit 1 onderzoek"),
        (["rct", "monitoring", "rct"], "3 uitkomsten uit 2 onderzoeken"),
    ],
)
def test_results_of_one_study_are_one_piece_of_evidence(root: Root, designs: list[str], said: str) -> None:
    outcomes = [an_outcome(WORDS, id=f"nummer-{number}", design=design) for number, design in enumerate(designs)]
    found: tuple[Outcome, ...] = root.method(a_card(outcomes=outcomes)).outcomes
    assert counted_evidence(found) == said
