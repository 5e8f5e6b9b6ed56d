"""The rows that buyers asked for last: caseload, licence, ladder of evidence, basic outcome set, follow-up."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.library.library import Library
from macros.views.card.card import card_view
from macros.views.card.rows import BY_ID, ROWS, row_of
from macros.views.common.lines import Line, row_context
from macros.views.missing.completeness import completeness
from macros.views.reference.organisations import organisation_views

ASKED_FOR = {
    "in een zin": "summary",
    "eigenaar": "owner",
    "doelgroep": "target",
    "leeftijd": "ages",
    "contra-indicaties": "excludes",
    "wie krijgt hulp": "recipients",
    "probleem": "problems",
    "doel": "goals",
    "preventieniveau": "prevention",
    "kader": "frame",
    "hulpvorm": "care_form",
    "locatie": "setting",
    "aanpak in stappen": "approach",
    "duur": "duration",
    "intensiteit": "contact",
    "caseload": "caseload",
    "uitvoerder en opleiding": "deliverers",
    "kosten": "costs",
    "licentie": "licence",
    "werkzame elementen": "elements",
    "erkenning": "recognition",
    "effectladder-trede": "ladder",
    "onderzoek: aantal": "claims",
    "onderzoek: ontwerp": "designs",
    "onderzoek: n": "group_sizes",
    "onderzoek: vergelijking": "compared",
    "onderzoek: follow-up": "follow_up",
    "uitkomsten volgens basisset": "basic_set",
    "waar beschikbaar": "regions",
    "laatst gecontroleerd": "reviewed",
    "volledigheid": "completeness",
}
"""What buyers compare, and the row that tells it; the name stands above the column."""


def lines(root: Root, row_id: str, **changes: Any) -> tuple[Line, ...]:
    root.write_card(a_card(**changes))
    library = root.load()
    return row_of(BY_ID[row_id], library.methods["nieuw"], row_context(library)).lines


def test_everything_that_buyers_compare_has_a_row() -> None:
    assert len(ASKED_FOR) > 27
    assert set(ASKED_FOR.values()) <= {kind.id for kind in ROWS}


@pytest.mark.parametrize("row_id", ["caseload", "licence", "ladder", "basic_set", "follow_up"])
def test_a_card_that_does_not_say_it_says_that_it_is_unknown(root: Root, row_id: str) -> None:
    outcome = an_outcome({"words": "het ging beter"})
    assert lines(root, row_id, outcomes=[outcome]) == (Line("onbekend", tone="unknown"),)


@pytest.mark.parametrize(
    ("caseload", "text"),
    [
        ({"count": 1, "unit": "family", "per": "volunteer"}, "1 gezin per vrijwilliger"),
        ({"count": 8, "unit": "child", "per": "team", "precision": "about"}, "ongeveer 8 kinderen per team"),
        ({"count": 4, "to": 6, "unit": "family", "per": "full-time"}, "4 tot 6 gezinnen per voltijdse uitvoerder"),
        (
            {"count": 4, "to": 6, "unit": "family", "per": "pair", "precision": "about"},
            "ongeveer 4 tot 6 gezinnen per duo",
        ),
    ],
)
def test_a_caseload_stands_with_what_it_is_per(root: Root, caseload: dict[str, Any], text: str) -> None:
    found = lines(root, "caseload", caseload=[{**caseload, "note": "in het begin", "sources": SOURCES}])
    assert found == (Line(text, detail="in het begin"),)


@pytest.mark.parametrize(
    ("licence", "line"),
    [
        (
            {"needed": "yes", "licensor": "voorbeeldorganisatie"},
            Line("ja, van Voorbeeldorganisatie", link="organisaties/voorbeeldorganisatie/"),
        ),
        ({"needed": "yes"}, Line("ja; wie die geeft, is onbekend")),
        ({"needed": "no", "note": "vrij te gebruiken"}, Line("nee", detail="vrij te gebruiken")),
        ({"needed": "unknown"}, Line("de bron zegt niet of er een nodig is", tone="unknown")),
    ],
)
def test_a_licence_says_whether_it_is_needed_and_who_gives_it(root: Root, licence: dict[str, Any], line: Line) -> None:
    assert lines(root, "licence", licence={**licence, "sources": SOURCES}) == (line,)


def test_the_giver_of_a_licence_and_the_body_of_a_step_have_it_on_their_page(root: Root) -> None:
    found = {organisation.id: [part.role for part in organisation.roles] for organisation in organisation_views(root.load())}
    assert "geeft de licentie" in found["voorbeeldorganisatie"]
    assert "noemt de trede op de effectladder" in found["voorbeeldcommissie"]


def test_a_step_on_the_ladder_is_told_as_what_a_body_says(root: Root) -> None:
    library = root.load()
    found = row_of(BY_ID["ladder"], library.methods["voorbeeld-thuis"], row_context(library)).lines
    assert [line.text for line in found] == [
        "Potentieel, volgens Voorbeeldorganisatie (eigen opgave)",
        "Veelbelovend, volgens Voorbeeldcommissie (beoordeeld door een ander)",
    ]
    assert [line.detail for line in found] == ["2020; op de eigen site", "datum onbekend"]
    assert card_view(library.methods["voorbeeld-thuis"], library).ladder.lines[0].notes


@pytest.mark.parametrize(
    ("follow_up", "text"),
    [
        ({"months": 0, "since": "end"}, "direct na het einde van de hulp"),
        ({"months": 1, "since": "start"}, "1 maand na het begin van de hulp"),
        ({"months": 18, "since": "end"}, "18 maanden na het einde van de hulp"),
        ({"months": 60, "since": "unknown"}, "5 jaar later, vanaf wanneer is niet gegeven"),
        ({"months": 12, "since": "end", "precision": "more-than"}, "meer dan 1 jaar na het einde van de hulp"),
    ],
)
def test_how_long_after_the_help_is_said_with_from_when_it_is_counted(root: Root, follow_up: Any, text: str) -> None:
    outcome = an_outcome({"words": "het ging beter"}, follow_up={**follow_up, "note": "per telefoon"})
    (line,) = lines(root, "follow_up", outcomes=[outcome])
    assert (line.text, line.detail) == (text, "bij: kind woont weer thuis; per telefoon")
    assert line.claim == "uitkomst-uitkomst"
    library = root.load()
    assert f"gemeten: {text} (per telefoon)" in card_view(library.methods["nieuw"], library).studies[0].outcomes[0].facts


def test_results_stand_by_the_parts_of_the_basic_set_and_what_none_answers_is_said(root: Root) -> None:
    outcomes = [
        an_outcome({"words": "ouders zijn blij"}, id="blij", basic_set="satisfaction"),
        an_outcome({"count": 2, "of": 8, "unit": "family"}, id="gestopt", basic_set="dropout"),
        an_outcome({"words": "iets anders"}, id="anders"),
    ]
    first, second, rest = lines(root, "basic_set", outcomes=outcomes)
    number = "2 van 8 gezinnen (25%, 95%-interval 7–59%; klein aantal)"
    assert (first.text, first.claim) == (f"Uitval: {number}", "uitkomst-gestopt")
    assert second.text == "Tevredenheid over nut en effect: ouders zijn blij"
    assert rest == Line(
        "onbekend: zonder hulp verder, geen nieuwe start, minder problemen, afgesproken doelen bereikt", tone="unknown"
    )


def test_what_would_help_a_buyer_counts_as_missing(root: Root) -> None:
    missing = [label for label, _ in completeness(root.method(a_card())).missing]
    assert {"hoeveel gezinnen een uitvoerder tegelijk helpt", "of er een licentie nodig is"} <= set(missing)


def test_real_cards_hold_no_step_on_the_ladder_because_no_source_gives_one(library: Library) -> None:
    assert len(library.methods) >= 7
    assert not [method.id for method in library.methods.values() if method.effect_ladder]
