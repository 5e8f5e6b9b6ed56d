"""Results per measure: no interval without count and total, no shared scale without the same unit, nothing ranked."""

import dataclasses
import gzip
import re
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from parsed import Parsed, text_of

from macros.library.library import Library
from macros.model.results import Amount, Change, Effect, EffectInterval, NoneYet, Percentage, Proportion, Score, Tally, Words
from macros.site.author_macros.call import Call
from macros.site.author_macros.evidence import EVIDENCE_MACROS
from macros.site.author_macros.placeholders import Placeholders
from macros.site.author_macros.registry import costs, home
from macros.site.pages.all_pages import pages
from macros.site.pages.evidence import evidence_pages
from macros.site.pages.page import Site
from macros.views.common.subjects import all_results
from macros.views.evidence.measures import measure_view

NOWHERE = Site("", "")


def with_outcomes(library: Library, changed: list[Any]) -> Library:
    """A library of one method with these results, each on a measure of its own choice."""
    method = library.methods["sirius-familiezorg"]
    first = method.outcomes[0].model_copy(update={"target": None, "conflicts": (), "caveat": None, "evaluator_note": None})
    outcomes = tuple(
        first.model_copy(update={"id": f"uitkomst-{index}", "result": result}) for index, result in enumerate(changed)
    )
    bare = method.model_copy(update={"outcomes": outcomes, "conflicts": (), "context": ()})
    return dataclasses.replace(library, methods=MappingProxyType({method.id: bare}), tools=MappingProxyType({}))


def some_effect(library: Library) -> st.SearchStrategy[Effect]:
    """In every metric, as large as a source may print it, with and without its interval."""
    terms = library.vocabularies
    above_zero = st.decimals("0.01", "0.99", places=2)
    interval = st.builds(
        lambda low, high: EffectInterval.model_construct(low=low, high=high, percent=Decimal(95)),
        st.decimals("0.01", "0.40", places=2),
        st.decimals("0.99", "1.00", places=2),
    )
    return st.builds(
        lambda metric, value, interval, favours: Effect.model_construct(
            effect=metric,
            value=max(value, Decimal("0.40")) if interval else value,
            interval=interval,
            favours=favours,
            p=None,
            p_below=False,
            against="gebruikelijke hulp",
            studies=None,
            participants=None,
        ),
        st.sampled_from(list(terms["effect-metric"].terms.values())),
        above_zero,
        st.none() | interval,
        st.sampled_from(list(terms["favoured"].terms.values())),
    )


def some_result(library: Library) -> st.SearchStrategy[Any]:
    unit = library.vocabularies["unit"].terms
    units = st.sampled_from(list(unit.values()))
    small = st.integers(1, 500)
    percent = st.integers(0, 100).map(Decimal)
    return st.one_of(
        small.flatmap(
            lambda of: st.builds(
                lambda count, unit: Proportion.model_construct(
                    count=count, of=of, printed_percent=None, unit=unit, compared=None
                ),
                st.integers(0, of),
                units,
            )
        ),
        st.builds(
            lambda percent, of, unit: Percentage.model_construct(
                percent=percent, of=of, unit=unit, precision=None, compared=None
            ),
            percent,
            st.none() | small,
            units,
        ),
        some_effect(library),
        st.builds(lambda count, unit: Tally.model_construct(count=count, unit=unit, precision=None), small, units),
        st.builds(
            lambda percent, unit: Change.model_construct(
                change="down", by_percent=percent, by_count=None, unit=unit, precision=None
            ),
            percent,
            units,
        ),
        st.builds(lambda amount: Amount.model_construct(amount=Decimal(amount), precision=None), small),
        st.builds(lambda unit: Score.model_construct(score=Decimal(7), lowest=Decimal(1), highest=Decimal(10), unit=unit), units),
        st.just(Words.model_construct(words="in woorden")),
        st.just(NoneYet.model_construct(none_yet="te vroeg")),
    )


def shown_by(macro: Any, library: Library, root: str) -> str:
    """What a macro leaves on a page."""
    call = Call(library, root, Placeholders())
    return call.placeholders.restore(macro(call))


def every_page(library: Library) -> str:
    """All that the site says of results: cards, and the pages on which evidence is weighed."""
    made = [
        page.html(NOWHERE)
        for page in pages(library)
        if page.template in ("card/card.html", "evidence/measure.html", "evidence/map_page.html", "evidence/claims_page.html")
    ]
    shown = [
        shown_by(macro, library, "")
        for macro in EVIDENCE_MACROS
        if macro.__name__ in ("measure_list", "claim_ledger", "evidence_map")
    ]
    return "\n".join(made + shown)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_page_shows_an_interval_for_a_result_without_count_and_total(library: Library, data: st.DataObject) -> None:
    result = data.draw(some_result(library))
    html = every_page(with_outcomes(library, [result]))
    has_interval = isinstance(result, Proportion)
    is_printed = isinstance(result, Effect) and result.interval is not None
    assert ("whisker" in html) == (has_interval or is_printed)
    assert bool(re.search(r"95%-interval \d", html)) == has_interval
    assert ("95%-interval in de bron" in html) == is_printed
    assert ("plot--effect" in html) == isinstance(result, Effect)
    if isinstance(result, Percentage):
        assert "dot--open" in html


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_a_scale_holds_only_results_of_one_measure_and_unit_with_count_and_total(library: Library, data: st.DataObject) -> None:
    found = data.draw(st.lists(some_result(library), min_size=1, max_size=6))
    view = measure_view(list(all_results(with_outcomes(library, found))))
    on_scale = [one.id for scale in view.scales for one in scale.results]
    placed = on_scale + [one.id for one in (*view.apart, *view.compared)]
    assert len(placed) == len(set(placed)) == len(found)
    assert len({scale.unit for scale in view.scales}) == len(view.scales)
    assert all(one.claim.plot.interval for scale in view.scales for one in scale.results)
    assert all(one.off_scale for one in view.apart)
    assert not any(
        one.claim.plot and one.claim.plot.interval for one in view.apart if one.off_scale != "de bron zegt niet wat er geteld is"
    )
    if len(view.scales) + len(view.apart) > 1:
        assert view.why_apart


@pytest.fixture(scope="module")
def outcomes(site_folder: Path) -> Parsed:
    return Parsed(site_folder, "uitkomsten/")


def block(page: Parsed, name: str) -> Any:
    return next(one for one in page.all("li") if one.get("id") == name)


def test_siriuss_return_is_drawn_with_its_interval_and_without_the_target(outcomes: Parsed) -> None:
    sirius = block(outcomes, "sirius-familiezorg--return-home")
    assert "11 van 12 gezinnen" in text_of(sirius) and "65–99%" in text_of(sirius)
    (plot,) = [one for one in sirius.iter() if one.get("class") == "plot"]
    assert [one.get("class") for one in plot.iter() if one.get("class") in ("whisker", "dot")] == ["whisker", "dot"]
    assert "60" not in plot.attrib["aria-label"]
    assert "het doel telt kinderen, het resultaat gezinnen" in text_of(sirius)
    assert "Daarom staat het doel niet op de schaal" in text_of(sirius)


def test_93_per_cent_has_no_interval_and_30_per_cent_is_a_change_without_a_base(outcomes: Parsed) -> None:
    ties = block(outcomes, "sirius-familiezorg--family-ties")
    assert "93%" in text_of(ties) and "de bron zegt niet van hoeveel en waarvan" in text_of(ties)
    assert "interval" not in text_of(ties) and not [one for one in ties.iter() if one.get("class") == "whisker"]
    dok = block(outcomes, "dok--placements")
    assert "30% minder uithuisplaatsingen" in text_of(dok) and "de bron noemt geen aantallen" in text_of(dok)
    assert not [one for one in dok.iter() if one.get("class") == "plot"]


def test_an_unfavourable_result_looks_like_a_favourable_one(outcomes: Parsed) -> None:
    bad, good = block(outcomes, "buitenspelproject--compulsory"), block(outcomes, "buitenspelproject--calm")
    assert [one.tag for one in bad.iter() if one.tag[0] != "h"] == [one.tag for one in good.iter() if one.tag[0] != "h"]
    assert "ongunstig" in text_of(bad) and "gunstig" in text_of(good)


def test_every_result_stands_under_its_measure_with_design_and_who_measured(site_folder: Path, library: Library) -> None:
    of_measure = {
        outcome.measure.id: Parsed(site_folder, f"uitkomsten/{outcome.measure.id}/") for _, outcome in all_results(library)
    }
    for subject, outcome in all_results(library):
        text = text_of(block(of_measure[outcome.measure.id], f"{subject.id}--{outcome.id}"))
        who = outcome.study.evaluator.name if outcome.study.evaluator else "wie mat, is niet genoemd"
        assert outcome.study.design.nl.lower() in text.lower() and who.lower() in text.lower()


def test_a_measure_answers_what_was_found_by_whom_and_at_what_cost(site_folder: Path) -> None:
    page = Parsed(site_folder, "uitkomsten/placements/")
    for words in (
        "30% minder",
        "9%",
        "Vergelijkingsgroep: 1,3%",
        "Niet vergelijkbaar:",
        "Kosten",
        "Erkenning",
        "gezocht en niet gevonden",
    ):
        assert words in page.text
    (compared,) = [one for one in page.all("h2") if "Vergeleken met" in text_of(one)]
    assert compared is not None
    assert page.text.index("Vergelijkingsgroep: 1,3%") < page.text.index("30% minder uithuisplaatsingen"), "compared comes first"


def copies(library: Library, many: int) -> Library:
    """A library of as many methods, each like one of the real ones."""
    real = list(library.methods.values())
    made = {
        f"m{number}": real[number % len(real)].model_copy(update={"id": f"m{number}", "name": f"Methode {number}"})
        for number in range(many)
    }
    return dataclasses.replace(library, methods=MappingProxyType(made))


@pytest.mark.parametrize(
    "macro",
    [costs, home, *(macro for macro in EVIDENCE_MACROS if macro.__name__ not in ("measure", "theme_map"))],
    ids=lambda macro: macro.__name__,
)
def test_no_first_page_grows_beyond_what_a_connection_can_carry(library: Library, macro: Any) -> None:
    html = shown_by(macro, copies(library, 1000), "../")
    assert len(gzip.compress(html.encode())) < 250_000


def test_no_further_page_grows_beyond_what_a_connection_can_carry(library: Library) -> None:
    largest: dict[str, int] = {}
    for page in evidence_pages(copies(library, 1000)):
        if largest.get(page.template, 0) >= 3:
            continue  # the pages of one list are alike
        largest[page.template] = largest.get(page.template, 0) + 1
        assert len(gzip.compress(page.html(NOWHERE).encode())) < 250_000, page.address
    assert len(largest) == 7
