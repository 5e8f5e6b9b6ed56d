"""How a method stands: what a source said, which one, and when; and whether families can come in."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.model.method import Method
from macros.views.card.card import card_view
from macros.views.card.rows import BY_ID, row_of
from macros.views.catalogue.facets import BY_ID as FACETS
from macros.views.catalogue.facets import values_of
from macros.views.common.lines import row_context
from macros.views.common.wording import intake_text, status_text, status_with_source, who_says

REASONS = [{"reason": "Geen geld.", "sources": SOURCES}]


def a_method(root: Root, **card: Any) -> Method:
    return root.method(a_card(**card))


def status(root: Root, **changes: Any) -> Method:
    return a_method(root, status={"sources": SOURCES, **changes})


@pytest.mark.parametrize(
    ("changes", "short", "with_source"),
    [
        ({"phase": "running"}, "loopt (peildatum onbekend)", "loopt (volgens Bureau Voorbeeldonderzoek, peildatum onbekend)"),
        (
            {"phase": "running", "from": 2019, "as_of": "2020-01"},
            "loopt, sinds 2019 (stand van januari 2020)",
            "loopt, sinds 2019 (volgens Bureau Voorbeeldonderzoek, stand van januari 2020)",
        ),
        (
            {"phase": "pilot", "as_of": "2022"},
            "pilot (stand van 2022)",
            "pilot (volgens Bureau Voorbeeldonderzoek, stand van 2022)",
        ),
        ({"phase": "completed", "from": 2019, "to": 2022}, "afgerond, 2019–2022", "afgerond, 2019–2022"),
        (
            {"phase": "completed", "as_of": "2022-07"},
            "afgerond (stand van juli 2022)",
            "afgerond (stand van juli 2022)",
        ),
        ({"phase": "stopped", "reasons": REASONS}, "gestopt", "gestopt"),
        ({"phase": "historic", "to": 2014}, "historisch, tot en met 2014", "historisch, tot en met 2014"),
        ({"phase": "unknown"}, "onbekend of die nog loopt", "onbekend of die nog loopt"),
        (
            {"phase": "unknown", "from": 2019},
            "onbekend of die nog loopt, begonnen in 2019",
            "onbekend of die nog loopt, begonnen in 2019",
        ),
        (
            {"phase": "unknown", "from": "2019-03-02", "as_of": 2024},
            "onbekend of die nog loopt, begonnen op 2 maart 2019 (stand van 2024)",
            "onbekend of die nog loopt, begonnen op 2 maart 2019 (stand van 2024)",
        ),
    ],
)
def test_a_state_says_since_when_as_of_when_and_on_whose_word(root: Root, changes: Any, short: str, with_source: str) -> None:
    method = status(root, **changes)
    assert status_text(method) == short
    assert status_with_source(method) == with_source


def test_the_chip_on_the_card_and_the_row_say_who_says_it(root: Root) -> None:
    method = status(root, phase="running", as_of=2024)
    library = root.load()
    assert card_view(method, library).state == "Loopt (volgens Bureau Voorbeeldonderzoek, stand van 2024)"
    (line,) = row_of(BY_ID["status"], method, row_context(library)).lines
    assert (line.text, line.detail) == ("loopt (stand van 2024)", "volgens Bureau Voorbeeldonderzoek")
    ended = status(root, phase="historic")
    assert row_of(BY_ID["status"], ended, row_context(library)).lines[0].detail is None


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        (["voorbeeldrapport"], "volgens Bureau Voorbeeldonderzoek"),
        (["voorbeeldrapport", "voorbeeldrapport"], "volgens Bureau Voorbeeldonderzoek"),
        (["voorbeeldpagina", "voorbeeldrapport"], "volgens Voorbeeldorganisatie en Bureau Voorbeeldonderzoek"),
        (["voorbeeldpagina", "voorbeeldrapport", "derde"], "volgens Voorbeeldorganisatie en anderen"),
    ],
)
def test_of_many_that_say_so_the_first_is_named(root: Root, sources: list[str], text: str) -> None:
    known = (root.path / "data" / "sources.yml").read_text(encoding="utf-8")
    third = "derde: {type: webpage, title: Derde, publisher: Derde, voice: owner}\n"
    root.write("data/sources.yml", known + third)
    method = a_method(root, status={"phase": "running", "sources": [{"source": source} for source in sources]})
    assert who_says(method.status.sources) == text


@pytest.mark.parametrize(
    ("intake", "text", "facet", "tone"),
    [
        ({"open": "yes", "as_of": "2024-03"}, "er kunnen nieuwe gezinnen bij (stand van maart 2024)", "yes", "known"),
        ({"open": "yes"}, "er kunnen nieuwe gezinnen bij (peildatum onbekend)", "yes", "known"),
        ({"open": "no"}, "er kunnen geen nieuwe gezinnen bij (peildatum onbekend)", "no", "known"),
        ({"open": "unknown"}, "onbekend of er nieuwe gezinnen bij kunnen", "onbekend", "unknown"),
        ({"open": "unknown", "as_of": 2024}, "onbekend of er nieuwe gezinnen bij kunnen (stand van 2024)", "onbekend", "unknown"),
    ],
)
def test_whether_families_can_come_in_has_a_day_of_its_own(
    root: Root, intake: dict[str, Any], text: str, facet: str, tone: str
) -> None:
    method = a_method(root, intake={**intake, "note": "Bel eerst.", "sources": SOURCES})
    library = root.load()
    assert method.intake and intake_text(method.intake) == text
    (line,) = row_of(BY_ID["intake"], method, row_context(library)).lines
    assert (line.text, line.detail, line.tone) == (text, "Bel eerst.", tone)
    assert values_of(FACETS["instroom"], method, library.today) == (facet,)
    now = card_view(method, library).key.availability
    assert now.answer == intake["open"] and now.detail.endswith(f"{text.capitalize()}.")


@pytest.mark.parametrize("field", ["owners", "goals", "kind", "intake"])
def test_what_no_source_gives_may_be_left_out_and_says_so(root: Root, field: str) -> None:
    facet = {"owners": "organisatie", "goals": "thema", "kind": "soort", "intake": "instroom"}[field]
    row = {"owners": "owner"}.get(field, field)
    library = root.load()
    silent = a_method(root, **{field: ...})
    looked = a_method(root, **{field: ..., "gaps": [{"field": field, "state": "not-found", "note": "Nergens."}]})
    assert [line.text for line in row_of(BY_ID[row], silent, row_context(library)).lines] == ["onbekend"]
    (line,) = row_of(BY_ID[row], looked, row_context(library)).lines
    assert (line.text, line.detail) == ("gezocht en niet gevonden", "Nergens.")
    assert values_of(FACETS[facet], silent, library.today) == ("onbekend",)
    assert values_of(FACETS[facet], looked, library.today) == ("not-found",)


def test_several_owners_stand_in_one_row_and_none_assesses_the_method(root: Root) -> None:
    owners = [{"organisation": name, "sources": SOURCES} for name in ("voorbeeldorganisatie", "voorbeeldgemeente")]
    method = a_method(root, owners=owners)
    names = [line.text for line in row_of(BY_ID["owner"], method, row_context(root.load())).lines]
    assert names == ["Voorbeeldorganisatie", "Gemeente Voorbeeld"]
    step = {"step": "plausible", "body": "voorbeeldgemeente", "basis": "assessed", "sources": SOURCES}
    assert [problem.code for problem in root.problems(a_card(owners=owners, effect_ladder=[step]))] == ["own_assessment"]
    assert root.problems(a_card(owners=owners[:1], effect_ladder=[step])) == []
    assert root.problems(a_card(owners=..., effect_ladder=[step])) == []


def test_a_gap_of_an_inner_field_explains_only_its_own_row_and_that_of_the_whole_all(root: Root) -> None:
    context = row_context(root.load())
    inner = a_method(root, gaps=[{"field": "classification.frame", "state": "not-found"}])
    whole = a_method(root, gaps=[{"field": "classification", "state": "not-applicable"}])
    both = a_method(
        root,
        gaps=[{"field": "classification", "state": "not-applicable"}, {"field": "classification.frame", "state": "not-found"}],
    )

    def told(method: Method) -> list[str]:
        return [row_of(BY_ID[row], method, context).lines[0].text for row in ("frame", "setting")]

    assert told(inner) == ["gezocht en niet gevonden", "onbekend"]
    assert told(whole) == ["niet van toepassing", "niet van toepassing"]
    assert told(both) == ["gezocht en niet gevonden", "niet van toepassing"]
