"""What the form explains at a field, in words that stand nowhere but in the form."""

import re
from typing import Any

import pytest
from builders import Root

from macros.contributing import form_help
from macros.contributing.form import form_data
from macros.contributing.form_help import help_in_form
from macros.model.age import AgeRange
from macros.model.evidence import Outcome
from macros.model.fields import FieldNode, fields_of


@pytest.fixture(scope="module")
def records(example: Root) -> dict[str, Any]:
    return form_data(example.load())["records"]


def node_of(record: type, name: str) -> FieldNode:
    return next(node for node in fields_of(record) if node.name == name)


def test_no_explanation_in_the_form_has_a_word_of_the_file(records: dict[str, Any]) -> None:
    helps = [rule["help"] for record in records.values() for rule in record["fields"].values() if rule.get("help")]
    assert len(helps) > 100
    assert [said for said in helps if re.search(r"`|\btrue\b|\bunknown\b|\d(?:mo|wk)\b", said)] == []


@pytest.mark.parametrize(
    ("record", "name", "said"),
    [
        ("AgeRange", "from", "Bijvoorbeeld 4 jaar, 30 maanden, 5 maanden voor de geboorte of 16 weken zwangerschap."),
        ("AgeRange", "all_ages", "“ja” als de bron zegt dat leeftijd geen rol speelt."),
        ("Change", "change", "“meer” of “minder”."),
        ("Gap", "field", "Naam van het veld dat leeg is, bijvoorbeeld “Kosten” of “Voor wie: Leeftijd”."),
        ("Amount", "precision", "“bijna”, “ongeveer” of “meer dan”, als de bron het getal zo noemt."),
    ],
)
def test_a_word_of_the_file_is_said_as_people_say_it(record: str, name: str, said: str, records: dict[str, Any]) -> None:
    assert records[record]["fields"][name]["help"] == said


def test_what_is_said_in_place_of_an_explanation_stands_beside_one_with_words_of_the_file(records: dict[str, Any]) -> None:
    """Else it says again what the field says itself, or its field is gone."""
    for place in form_help._IN_FORM:
        record, name = place.split(".")
        assert name in records[record]["fields"], place


def test_a_word_without_dutch_is_an_error() -> None:
    node = node_of(Outcome, "traceable")
    assert help_in_form("Outcome", node, {}).startswith("“ja” bij een kleine groep")
    with pytest.raises(KeyError, match="7"):
        help_in_form("Other", node_of(AgeRange, "to"), {})
