"""The annex for whoever buys: demands that the card knows, measures with who is counted out of whom, questions for the rest."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.rendering.render import render
from macros.views.evidence.sample_size import families_per_group
from macros.views.missing.completeness import PARTS
from macros.views.procurement.measuring import MEASURED_AS, shares_of
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


def test_every_part_of_the_basic_set_says_who_is_counted_out_of_whom(root: Root) -> None:
    view = annex_of(root)
    assert MEASURED_AS.keys() == root.load().vocabularies["outcome-basis"].terms.keys()
    assert len(view.basic_set) == len(MEASURED_AS)
    assert all(one.numerator and one.denominator for one in view.basic_set)


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


def test_a_measure_is_counted_in_the_unit_of_the_card(root: Root) -> None:
    (measure,) = annex_of(root, outcomes=[an_outcome({"count": 11, "of": 12, "unit": "family"})]).own_measures
    assert measure.denominator == "alle gezinnen die met de hulp begonnen, ook wie eerder stopte"
    assert measure.numerator.startswith("gezinnen bij wie dit aan het eind zo is")
    (scale,) = annex_of(root, outcomes=[an_outcome({"score": "8.2", "lowest": 1, "highest": 10, "unit": "parent"})]).own_measures
    assert "van 1 tot 10 aan het begin en aan het eind" in scale.numerator
    two = [an_outcome({"words": "beter"}), an_outcome({"count": 3, "unit": "child"}) | {"id": "ander"}]
    (one,) = annex_of(root, outcomes=two).own_measures
    assert (len(one.on_card), one.denominator.split()[1]) == (2, "kinderen")


def test_a_difference_on_the_card_says_from_how_many_families_on_it_shows(root: Root) -> None:
    (seen,) = annex_of(root, outcomes=[an_outcome(COMPARED, design="rct")]).seen_from
    assert seen.families == families_per_group(0.11, 0.19) == 337
    assert seen.here == "11% van de kinderen (van hoeveel is niet gegeven)"
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
