"""The annex for whoever buys: demands that the card knows, measures with who is counted out of whom, questions for the rest."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.rendering.render import render
from macros.views.evidence.number_text import number_of
from macros.views.evidence.sample_size import families_per_group
from macros.views.missing.completeness import PARTS
from macros.views.procurement.measuring import DENOMINATOR, NUMERATOR, shares_of
from macros.views.procurement.procurement import ProcurementView, procurement_view
from macros.views.procurement.questions import QUESTIONS

COMPARED = {"percent": 11, "unit": "child", "compared": {"description": "gewone zorg", "percent": 19}}


def annex_of(root: Root, **card: Any) -> ProcurementView:
    root.write_card(a_card(**card))
    library = root.load()
    return procurement_view(library.methods["nieuw"], library)


def html_of(view: ProcurementView) -> str:
    return render("procurement/procurement.html", root="../../../", view=view, permanent="", site=None)


def asked(view: ProcurementView) -> list[str]:
    return [question.text for question in view.questions]


def test_every_part_of_a_card_that_can_be_missing_has_a_question() -> None:
    assert {path.replace(".", "-") for path, _ in PARTS} == QUESTIONS.keys()


def test_the_basic_set_is_whole_and_leads_to_the_results_that_answer_it(root: Root) -> None:
    parts = list(root.load().vocabularies["outcome-basis"].terms)
    outcomes = [an_outcome({"words": "beter"}, basic_set=parts[0]), an_outcome({"words": "anders"}) | {"id": "ander"}]
    view = annex_of(root, outcomes=outcomes)
    assert [len(one.on_card) for one in view.basic_set] == [1, *(0 for _ in parts[1:])]


def test_what_the_card_knows_is_a_demand_and_what_it_does_not_know_a_question(root: Root) -> None:
    short = annex_of(root)
    assert short.demands == ()
    assert QUESTIONS["caseload"] in asked(short)
    caseload = [{"count": 4, "to": 6, "unit": "family", "per": "worker", "sources": SOURCES}]
    words = root.load().vocabularies["caseload-per"].terms
    caseload[0]["per"] = next(iter(words))
    known = annex_of(root, caseload=caseload)
    assert [demand.row.id for demand in known.demands] == ["caseload"]
    assert "4 tot 6 gezinnen" in html_of(known)
    assert QUESTIONS["caseload"] not in asked(known)


def test_what_was_looked_for_and_not_found_goes_with_the_question(root: Root) -> None:
    gap = {"field": "costs", "state": "not-found", "note": "De bron noemt geen bedrag."}
    found = {question.text: question.remark for question in annex_of(root, gaps=[gap]).questions}
    assert found[QUESTIONS["costs"]] == "gezocht en niet gevonden: De bron noemt geen bedrag."
    assert found[QUESTIONS["delivery"]] is None


def test_what_does_not_apply_is_not_asked(root: Root) -> None:
    assert QUESTIONS["licence"] not in asked(annex_of(root, gaps=[{"field": "licence", "state": "not-applicable"}]))


def test_each_of_the_four_facts_that_a_result_lacks_is_a_question(root: Root) -> None:
    told = annex_of(root, outcomes=[an_outcome({"words": "beter"}, design="own-report", report_read="no")])
    assert [one for one in asked(told) if one not in QUESTIONS.values()] == [
        "Kunnen er nu gezinnen bij, en hoeveel?",
        "Bij hoeveel lukte het, van hoeveel in totaal? Tel ook wie eerder stopte.",
        "Met welke groep is vergeleken, en wat bereikte die groep?",
        "Wie heeft gemeten, en staat die los van uw organisatie?",
        "Kunnen wij het onderzoeksrapport lezen?",
    ]
    group = {"description": "gewone hulp", "count": 3, "of": 12}
    whole = an_outcome(
        {"count": 9, "of": 12, "unit": "family", "compared": group}, design="rct", independent="yes", report_read="yes"
    )
    assert [one for one in asked(annex_of(root, outcomes=[whole])) if one not in QUESTIONS.values()] == [
        "Kunnen er nu gezinnen bij, en hoeveel?"
    ]


def test_a_method_that_ended_is_said_to_be_over_and_nobody_asks_for_a_place(root: Root) -> None:
    ended = annex_of(root, status={"phase": "completed", "sources": SOURCES})
    assert ended.has_ended
    assert "Kunnen er nu gezinnen bij, en hoeveel?" not in asked(ended)
    assert "Deze methode is er zo niet meer." in html_of(ended)


def test_a_measure_says_who_is_counted_out_of_whom(root: Root) -> None:
    words = {"nl": "woont thuis", "en": "at home", "description": "Thuis."}
    counted = {"numerator": "kinderen die thuis wonen", "denominator": "alle kinderen"}
    lists = {"label": "M", "label_en": "M", "description": "M.", "origin": "M.", "complete": True}
    terms = {"return-home": words | counted, "ander": words}
    root.write("data/vocabularies/measure.yml", lists | {"terms": {**terms, **_other_measures(root)}})
    two = [an_outcome({"words": "beter"}), an_outcome({"words": "goed"}) | {"id": "nog"}]
    view = annex_of(root, outcomes=[*two, an_outcome({"words": "ook"}, measure="ander") | {"id": "derde"}])
    first, second = view.own_measures
    assert (first.numerator, first.denominator, len(first.on_card)) == ("kinderen die thuis wonen", "alle kinderen", 2)
    assert (second.numerator, second.denominator) == (NUMERATOR, DENOMINATOR)


def _other_measures(root: Root) -> Any:
    known = root.load().vocabularies["measure"].terms.values()
    return {one.id: {"nl": one.nl, "en": one.en, "description": one.description} for one in known if one.id != "return-home"}


def test_a_difference_on_the_card_says_from_how_many_families_on_it_shows(root: Root) -> None:
    outcome = an_outcome(COMPARED, design="rct")
    (seen,) = annex_of(root, outcomes=[outcome]).seen_from
    number = number_of(root.method(a_card(outcomes=[outcome]), "ander").outcomes[0])
    assert seen.families == families_per_group(0.11, 0.19) == 337
    assert number.remark and seen.here == f"11% van de kinderen ({number.remark})"
    assert seen.other == "19% (gewone zorg)"
    (abroad,) = annex_of(root, outcomes=[an_outcome(COMPARED, design="rct", country="us")]).seen_from
    assert "het onderzoek: Verenigde Staten" in abroad.here


@pytest.mark.parametrize(
    "result",
    [
        {"percent": 11, "unit": "child"},
        {"words": "beter"},
        {"percent": 11, "unit": "child", "compared": {"description": "gewone zorg"}},
        {"percent": 11, "unit": "child", "compared": {"description": "gewone zorg", "percent": 11}},
        {"percent": 100, "unit": "child", "compared": {"description": "gewone zorg", "percent": 11}},
    ],
)
def test_without_two_shares_that_differ_there_is_no_difference_to_see(root: Root, result: Any) -> None:
    method = root.method(a_card(outcomes=[an_outcome(result)]))
    assert shares_of(method.outcomes[0]) is None


def test_every_annex_says_what_nobody_can_promise(root: Root) -> None:
    html = html_of(annex_of(root))
    assert "Vraag geen bewezen effect op kleine aantallen: dat kan niemand beloven." in html
    assert f"hebt u {families_per_group(0.5, 0.7)} gezinnen nodig in elke groep" in html
    assert "Met 10 gezinnen in elke groep ziet u geen enkel verschil met 50%" in html
