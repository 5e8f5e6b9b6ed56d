"""What Dutch people type is understood, shown as understood and kept; what the form says has no words of the file."""

import re
from typing import Any

import pytest
from form_filling import at, begun, file_of, fill, knowing, type_in
from library_faults import OF_THE_LIBRARY
from playwright.sync_api import Page, expect
from waiting import timers_run_out

from macros.validation.yaml_reader import read_text

TYPED = [
    ("reviewed", {}, "reviewed", "8 april 2019", "2019-04-08", "8 april 2019"),
    ("reach[0].count", {"reach": [{}]}, "reach", "56.500", "56500", "56.500"),
    ("costs[0].amount", {"costs": [{}]}, "costs", "€ 56.500,-", "56500", "€ 56.500"),
    ("costs[0].amount", {"costs": [{}]}, "costs", "12,50", "12.50", "€ 12,50"),
    ("target_group.ages[0].to", {"target_group": {"ages": [{}]}}, "target_group", "t/m 18", "19", "tot 19 jaar"),
    ("target_group.ages[0].from", {"target_group": {"ages": [{}]}}, "target_group", "4 jaar", "4", "vanaf 4 jaar"),
    ("contact.url", {"contact": {}}, "contact", "www.voorbeeld.nl", "https://www.voorbeeld.nl", "https://www.voorbeeld.nl"),
]


def leaf(value: Any) -> Any:
    while not isinstance(value, str):
        value = next(iter(value.values())) if isinstance(value, dict) else value[0]
    return value


@pytest.mark.parametrize(("where", "groups", "name", "typed", "value", "shown"), TYPED)
def test_what_is_typed_the_dutch_way_is_understood_and_shown(
    where: str, groups: dict[str, Any], name: str, typed: str, value: str, shown: str, form: Page
) -> None:
    fill(knowing(form), groups)
    type_in(at(form, where), typed)
    expect(at(form, where)).to_contain_text(f"Begrepen als: {shown}")
    assert at(form, where).locator("input").input_value() == typed
    assert leaf(read_text(file_of(form), "x").value[name]) == value
    form.keyboard.press("Tab")
    timers_run_out(form)
    expect(at(form, where).locator(".form-fault")).to_be_hidden()


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    (
        {"target_group": {"ages": [{"condition": "x"}]}},
        "target_group.ages[0]",
        "Deze leeftijd zegt niets: vul bij “Vanaf”, “Tot” of “Tot en met” een leeftijd in, of kies “Alle leeftijden”.",
    ),
    (
        {"target_group": {"ages": [{"from": "30mo", "to": "1"}]}},
        "target_group.ages[0].to",
        "Van 2½ jaar tot 1 is de verkeerde volgorde: draai ze om, of kijk ze na in de bron.",
    ),
    ({"status": {"phase": "stopped"}}, "status.phase", "Bij een gestopte methode horen de redenen: vul “Redenen” in."),
    ({"reviewed": "ooit"}, "reviewed", "“ooit” is niet als datum te lezen: schrijf bijvoorbeeld 14 mei 2019, mei 2019 of 2019."),
    ({"reviewed": "2031-05-14"}, "reviewed", "14 mei 2031 ligt na vandaag: kijk de datum na."),
    (
        {"reviewed": "4/8/2019"},
        "reviewed",
        "“4/8/2019” is niet als datum te lezen: schrijf bijvoorbeeld 14 mei 2019, mei 2019 of 2019.",
    ),
    ({"reviewed": "“8-4-2019”"}, "reviewed", "““8-4-2019”” is niet als datum te lezen: schrijf 8 april 2019."),
    ({"costs": [{"amount": "“12,50”"}]}, "costs[0].amount", "““12,50”” is geen bedrag: schrijf 12,50."),
    (
        {"target_group": {"ages": [{"from": "4 jaar."}]}},
        "target_group.ages[0].from",
        "“4 jaar.” is niet als leeftijd te lezen: schrijf 4 jaar.",
    ),
    (
        {"target_group": {"ages": [{"from": "“30 maanden”"}]}},
        "target_group.ages[0].from",
        "““30 maanden”” is niet als leeftijd te lezen: schrijf 30 maanden.",
    ),
    (
        {"outcomes": [{"result": {"count": "11 van 12"}}]},
        "outcomes[0].result.count",
        "“11 van 12” zijn twee getallen: schrijf hier 11, en bij “Van hoeveel” 12.",
    ),
    (
        {"reach": [{"count": "12\u200bx"}]},
        "reach[0].count",
        "Op deze plek staat een onzichtbaar teken: spatie zonder breedte: "
        "zet de cursor daar en haal dat ene teken weg; hoort er een spatie, typ dan een gewone.",
    ),
    ({"reach": [{"count": "veel"}]}, "reach[0].count", "“veel” is geen heel getal: schrijf alleen cijfers, bijvoorbeeld 12."),
]
WHOLE: dict[str, Any] = {
    "name": "Proef",
    "summary": "Kort.",
    "status": {"phase": "running", "sources": [{"source": "ambrea-terug-naar-huis"}]},
    "owners": [{"organisation": "lumel", "sources": [{"source": "ambrea-terug-naar-huis"}]}],
    "target_group": {"description": "Ouders.", "sources": [{"source": "ambrea-terug-naar-huis"}]},
    "goals": [{"text": "Iets.", "theme": "return-home", "sources": [{"source": "ambrea-terug-naar-huis"}]}],
    "sources": [{"source": "ambrea-terug-naar-huis"}],
}


def merged(one: Any, other: Any) -> Any:
    """The fields of both; what both have as a group holds the fields of both."""
    inside = {name: merged(one[name], value) for name, value in other.items() if name in one and isinstance(value, dict)}
    return {**one, **other, **inside}


@pytest.mark.parametrize(("values", "where", "said"), FAULTS)
def test_a_fault_is_told_in_the_words_of_the_form(values: dict[str, Any], where: str, said: str, form: Page) -> None:
    cited = {"sources": [{"source": "ambrea-terug-naar-huis"}]}
    for age in values.get("target_group", {}).get("ages", []):
        age |= cited
    fill(begun(form, WHOLE), values)
    form.get_by_role("button", name="Controleer alles").click()
    timers_run_out(form)
    expect(at(form, where).locator(":scope > .form-fault")).to_have_text(said)


def test_no_sentence_of_the_form_has_a_word_of_the_file(example_book: dict[str, Any]) -> None:
    """A new rule that names fields of the file says in macros/validation/form_messages.py how the form names them."""
    fields = {name for record in example_book["records"].values() for name in record["fields"]}
    dutch = {"of", "id", "score", "interval", "variant", "over", "per"}
    said = {**example_book["sentences"], **example_book["spoken"]}
    for code in (said.keys() - OF_THE_LIBRARY) | {"unused"}:
        for text in said[code]:
            words = set(re.findall(r"\w+", re.sub(r"\{[^}|]*\}", "", text)))
            assert not words & (fields - dutch | {"true", "false"}), (code, text)


@pytest.mark.parametrize(
    ("typed", "kept"), [("proef.yml", "proef"), ("proef.yml.yml", "proef"), ("proef.YAML", "proef"), ("proef", "proef")]
)
def test_the_end_of_a_file_name_is_not_written_twice(typed: str, kept: str, form: Page) -> None:
    at(form, "name").locator("input").fill("Iets anders")
    form.locator("[data-form-id]").fill(typed)
    timers_run_out(form)
    expect(form.get_by_role("button", name=f"Download {kept}.yml")).to_be_visible()


def test_a_place_is_named_once(form: Page) -> None:
    form.get_by_role("button", name="Controleer alles")
    fill(knowing(form), {"name": "x"})
    form.get_by_role("tab", name="Nog te doen").click()
    names = form.locator("#paneel-fouten .form-link").all_inner_texts()
    assert "Stand" in names
    assert not [name for name in names if re.search(r"\b(\w+), \1\b", name)]
