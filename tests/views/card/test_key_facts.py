"""The short answers on top of a card: which result stands there, what weighs it, whether a family can go there, at what cost."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.views.card.key_facts import KeyFacts, key_facts
from macros.views.common.short import first_sentence, shortened

HOME = {"count": 11, "of": 12, "unit": "family"}
WORDS = {"words": "het ging beter"}
GROUP = {"description": "gewone hulp", "percent": 8}
EFFECT = {"effect": "cohens-d", "value": "-0.23", "against": "gebruikelijke hulp", "favours": "comparison"}


def facts_of(root: Root, **card: Any) -> KeyFacts:
    root.write_card(a_card(**card))
    library = root.load()
    return key_facts(library.methods["nieuw"], library)


def named(outcome: Any, name: str) -> Any:
    return outcome | {"id": name}


@pytest.mark.parametrize(
    ("first", "before"),
    [
        (an_outcome(HOME), an_outcome(WORDS)),
        (an_outcome(WORDS), an_outcome(HOME, measure="matches")),
        (an_outcome(HOME), an_outcome(HOME, measure="satisfaction")),
        (an_outcome({**HOME, "compared": GROUP}, measure="satisfaction", design="rct"), an_outcome(HOME)),
        (
            an_outcome({**HOME, "compared": GROUP}, design="quasi-experiment"),
            an_outcome({**HOME, "compared": GROUP}, measure="satisfaction", design="rct"),
        ),
        (
            an_outcome(EFFECT, measure="satisfaction", design="rct"),
            an_outcome({"percent": 90, "unit": "family"}, measure="satisfaction"),
        ),
        (an_outcome(EFFECT, design="rct"), an_outcome(HOME)),
        (an_outcome(HOME), an_outcome(HOME, design="rct", about="original")),
        (an_outcome(WORDS), an_outcome({"none_yet": "het onderzoek loopt nog"})),
    ],
    ids=[
        "number before words",
        "effect before reach",
        "home before the rest",
        "compared before home",
        "home before a stronger design",
        "strong before weak",
        "home by lot",
        "this method",
        "known",
    ],
)
def test_the_result_on_top_is_chosen_by_rule_wherever_it_stands_on_the_card(root: Root, first: Any, before: Any) -> None:
    for outcomes in ([named(first, "boven"), named(before, "onder")], [named(before, "onder"), named(first, "boven")]):
        found = facts_of(root, outcomes=outcomes)
        assert found.main and found.main.anchor == "uitkomst-boven"
        assert found.more_results == 1


def test_that_a_result_is_unfavourable_does_not_move_it_from_the_top(root: Root) -> None:
    bad = named(an_outcome(EFFECT, design="rct", direction="unfavourable"), "slecht")
    found = facts_of(root, outcomes=[named(an_outcome(HOME), "goed"), bad])
    assert found.main and (found.main.anchor, found.main.glyph) == ("uitkomst-slecht", "▼")


def test_a_card_without_results_says_so_and_warns_of_the_wrong_conclusion(root: Root) -> None:
    found = facts_of(root)
    assert found.main is None and found.more_results == 0
    assert found.not_to_conclude == "dat de methode niet werkt. Geen resultaat gevonden is iets anders dan geen effect."


@pytest.mark.parametrize(("of", "icons"), [(30, (11, 30)), (31, None)])
def test_thirty_are_drawn_one_by_one_and_more_as_a_plot(root: Root, of: int, icons: Any) -> None:
    found = facts_of(root, outcomes=[an_outcome({"count": 11, "of": of, "unit": "family"})]).main
    assert found and found.icons == icons and (found.plot is None) == (icons is not None)


@pytest.mark.parametrize(
    ("outcome", "facts"),
    [
        (
            an_outcome(HOME, independent="yes", evaluator="voorbeeldonderzoek", report_read="yes"),
            [
                "yes aantal en totaal bekend",
                "no geen vergelijkingsgroep genoemd",
                "yes onafhankelijk gemeten door Bureau Voorbeeldonderzoek",
                "yes rapport zelf gelezen",
            ],
        ),
        (
            an_outcome({"percent": 93, "unit": "unknown"}, design="own-report", report_read="no"),
            [
                "no percentage, de bron zegt niet van hoeveel",
                "no geen vergelijkingsgroep genoemd",
                "no eigen opgave, niet onafhankelijk gemeten",
                "no rapport niet zelf gelezen",
            ],
        ),
        (
            an_outcome(EFFECT, design="rct", participants={"count": 328, "unit": "family"}),
            [
                "yes aantal deelnemers bekend",
                "yes vergelijkingsgroep, door loting",
                "unknown wie er mat, is niet genoemd",
                "unknown rapport zelf gelezen: onbekend",
            ],
        ),
        (
            an_outcome({"score": 8, "lowest": 1, "highest": 10, "unit": "parent"}, design="quasi-experiment", independent="no"),
            [
                "no aantal deelnemers niet gegeven",
                "unknown vergelijkingsgroep; wat die bereikte, is niet gegeven",
                "no eigen opgave, niet onafhankelijk gemeten",
                "unknown rapport zelf gelezen: onbekend",
            ],
        ),
        (
            an_outcome({"count": 12, "unit": "family"}, design="unknown", evaluator="voorbeeldonderzoek", independent="no"),
            [
                "no aantal bekend, totaal niet",
                "unknown vergelijkingsgroep: onbekend",
                "no niet onafhankelijk gemeten door Bureau Voorbeeldonderzoek",
                "unknown rapport zelf gelezen: onbekend",
            ],
        ),
        (
            an_outcome({"percent": 80, "of": 91, "unit": "parent"}, design="meta-analysis", evaluator="voorbeeldonderzoek"),
            [
                "no percentage en totaal, geen aantal",
                "unknown vergelijkingsgroep: onbekend",
                "unknown gemeten door Bureau Voorbeeldonderzoek; onafhankelijk: onbekend",
                "unknown rapport zelf gelezen: onbekend",
            ],
        ),
        (
            an_outcome(WORDS, design="case"),
            [
                "no geen getal, alleen woorden",
                "no geen vergelijkingsgroep genoemd",
                "unknown wie er mat, is niet genoemd",
                "unknown rapport zelf gelezen: onbekend",
            ],
        ),
        (
            an_outcome({"none_yet": "het loopt nog"}),
            [
                "unknown nog geen getal bekend",
                "no geen vergelijkingsgroep genoemd",
                "unknown wie er mat, is niet genoemd",
                "unknown rapport zelf gelezen: onbekend",
            ],
        ),
    ],
)
def test_four_facts_weigh_a_result_and_each_can_be_unknown(root: Root, outcome: Any, facts: list[str]) -> None:
    found = facts_of(root, outcomes=[outcome]).main
    assert found and [f"{fact.answer} {fact.text}" for fact in found.facts] == facts


def test_a_report_that_could_not_be_found_is_told_as_that(root: Root) -> None:
    outcome = an_outcome(HOME)
    outcome.study |= {"state": "not-found"}
    found = facts_of(root, outcomes=[outcome]).main
    assert found and found.facts[3] == ("no", "onderzoeksrapport niet gevonden")


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (an_outcome(HOME), "dat dit door de methode komt: er is geen andere groep genoemd."),
        (
            an_outcome({"percent": 22, "unit": "family"}, design="rct"),
            "dat dit door de methode komt: wat een andere groep bereikte, is niet bekend.",
        ),
        (
            an_outcome({"percent": 22, "unit": "family", "compared": GROUP}, design="rct"),
            "hoe groot of hoe zeker dit is: percentage, de bron zegt niet van hoeveel.",
        ),
        (
            an_outcome({**HOME, "compared": {"description": "kreeg niets", "count": 3, "of": 12}}, design="rct"),
            "dat het in elk gezin zo gaat. Dit zegt iets over de hele groep, en alleen over wat er is gemeten.",
        ),
        (
            an_outcome(HOME, design="rct", about="original"),
            "dat dit ook voor deze methode geldt: het onderzoek gaat over het buitenlandse origineel.",
        ),
    ],
)
def test_what_cannot_be_concluded_follows_from_the_facts_unless_the_card_says_it(root: Root, outcome: Any, text: str) -> None:
    assert facts_of(root, outcomes=[outcome]).not_to_conclude == text
    own = facts_of(root, outcomes=[outcome], not_to_conclude="dat het altijd lukt")
    assert own.not_to_conclude == "dat het altijd lukt"


@pytest.mark.parametrize(
    ("status", "intake", "answer", "detail"),
    [
        ({"phase": "completed", "to": 2022}, None, "Nee", "Afgerond, tot en met 2022."),
        ({"phase": "historic"}, {"open": "yes"}, "Nee", "Historisch."),
        ({"phase": "running", "as_of": 2024}, None, "Onbekend", "Loopt (stand van 2024). Of er nu plaats is, zegt geen bron."),
        (
            {"phase": "running", "as_of": 2024},
            {"open": "yes", "as_of": 2024},
            "Ja",
            "Loopt (stand van 2024). Er kunnen nieuwe gezinnen bij (stand van 2024).",
        ),
        (
            {"phase": "pilot"},
            {"open": "no"},
            "Nee",
            "Pilot (peildatum onbekend). Er kunnen geen nieuwe gezinnen bij (peildatum onbekend).",
        ),
        (
            {"phase": "unknown"},
            {"open": "unknown"},
            "Onbekend",
            "Onbekend of die nog loopt. Onbekend of er nieuwe gezinnen bij kunnen.",
        ),
    ],
)
def test_whether_a_family_can_go_there_now_stands_with_its_day(
    root: Root, status: dict[str, Any], intake: dict[str, Any] | None, answer: str, detail: str
) -> None:
    more = {"intake": {**intake, "sources": SOURCES}} if intake else {}
    found = facts_of(root, status={**status, "sources": SOURCES}, **more).availability
    assert (found.text, found.detail) == (answer, detail)


def test_whom_to_ask_is_the_contact_or_else_the_owner_at_an_address(root: Root) -> None:
    contact = {"organisation": "voorbeeldgemeente", "url": "https://voorbeeld.example/vraag", "note": "op werkdagen"}
    asked = facts_of(root, contact=contact).door
    assert asked and (asked.label, asked.link, asked.note) == ("Contact", "https://voorbeeld.example/vraag", "op werkdagen")
    owner = facts_of(root).door
    assert owner and (owner.label, owner.name) == ("Eigenaar", "Voorbeeldorganisatie")
    assert facts_of(root, owners=...).door is None


COST = {"amount": 1234, "per": "family", "price_year": 2019, "covers": "de begeleiding", "sources": SOURCES}


def test_an_amount_on_top_has_its_price_year_and_tells_that_there_are_more(root: Root) -> None:
    assert facts_of(root, costs=[COST]).cost[:3] == ("€ 1.234 per gezin", "de begeleiding; prijsjaar 2019", True)
    more = [COST, {**COST, "id": "b", "amount": 5}, {**COST, "id": "c", "amount": 6}]
    assert facts_of(root, costs=more).cost.detail == "de begeleiding; prijsjaar 2019; nog 2 bedragen op de kaart"
    said = facts_of(root, cost_statements=[{"says": "Het is duur. Heel duur.", "sources": SOURCES}]).cost
    assert said[:3] == ("geen bedrag bekend", "Het is duur.", False)
    assert facts_of(root, gaps=[{"field": "costs", "state": "not-found", "note": "Wij zochten."}]).cost.detail == "Wij zochten."


def decided(year: int, *verdicts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"body": "voorbeeldcommissie", "date": year, "verdicts": list(verdicts), "sources": SOURCES, **more}


WITHDRAWN = decided(2020, {"level": "vervallen"}, state="withdrawn", reason="Er kwam geen aanvraag.")


def test_a_recognition_on_top_is_the_latest_that_stands_with_its_age_and_state(root: Root) -> None:
    valid = decided(2015, {"level": "goed onderbouwd"}, state="valid")
    both = facts_of(root, recognitions=[valid, WITHDRAWN]).recognition
    old = "Voorbeeldcommissie, 2015, negen jaar geleden en dus ouder dan vijf jaar; geldig; nog 1 besluit op de kaart"
    assert both[:3] == ("goed onderbouwd", old, True)


def test_of_a_recognition_that_no_longer_holds_the_state_comes_before_the_level(root: Root) -> None:
    only = facts_of(root, recognitions=[WITHDRAWN]).recognition
    assert only.text == "ingetrokken: vervallen" and only.detail and only.detail.startswith("Voorbeeldcommissie, 2020")


def test_no_level_stands_on_top_without_what_it_is_about(root: Root) -> None:
    scope = {"level": "goed onderbouwd", "scopes": [{"kind": "outcome", "description": "delinquentie"}]}
    found = facts_of(root, recognitions=[decided(2023, scope, {"level": "theoretisch goed onderbouwd"})]).recognition
    assert found.text == "goed onderbouwd voor delinquentie en theoretisch goed onderbouwd"


def test_a_result_in_one_line_has_all_that_weighs_it(root: Root) -> None:
    result = {"percent": 22, "unit": "family", "compared": GROUP}
    found = facts_of(
        root, outcomes=[an_outcome(result, design="rct", about="original", country="us", population="jonge gezinnen")]
    )
    assert found.result.text == "22% van de gezinnen"
    assert found.result.detail == (
        "de bron zegt niet van hoeveel; vergelijkingsgroep: 8% (gewone hulp); kind woont weer thuis: gunstig; "
        "bij: jonge gezinnen; het onderzoek: gaat over het buitenlandse origineel; Verenigde Staten"
    )


def test_the_line_on_top_is_the_sentence_of_the_card_or_the_first_of_its_summary(root: Root) -> None:
    assert facts_of(root, summary="Eerst *dit*. Dan dat.").line == "Eerst dit."
    assert facts_of(root, in_short="Kort gezegd dit.").line == "Kort gezegd dit."


@pytest.mark.parametrize(("most", "text"), [(11, "een, twee"[:9] + " …"), (14, "een, twee drie")])
def test_a_text_is_cut_after_a_word(most: int, text: str) -> None:
    assert shortened("een, twee drie", most) == text
    assert first_sentence("Zie [de pagina](https://voorbeeld.example). Meer.", 99) == "Zie de pagina."
