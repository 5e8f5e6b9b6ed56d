"""What holds for every library, whatever results stand in it: an interval of ours never without count and total, no two metrics
on one axis, and what happens anyway never as a comparison group."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from builders import Root, a_card, an_outcome
from built import text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.library.library import Library
from macros.rendering.render import render
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Site
from macros.views.compare.comparison import comparison_view

METRICS = ("cohens-d", "hedges-g", "odds-ratio", "risk-ratio", "risk-difference", "mean-difference", "correlation")
MEASURES = ("return-home", "placements")
UNITS = ("family", "child", "unknown")
NO_SITE = Site("", "")


def proportions(with_group: bool) -> st.SearchStrategy[dict[str, Any]]:
    def made(of: int, share: float, unit: str) -> dict[str, Any]:
        group = {"compared": {"description": "gewone hulp", "count": 1, "of": 7}} if with_group else {}
        return {"count": int(of * share), "of": of, "unit": unit, **group}

    return st.builds(made, st.integers(1, 400), st.floats(0, 1), st.sampled_from(UNITS))


RESULTS = st.one_of(
    proportions(False),
    proportions(True),
    st.builds(lambda percent, unit: {"percent": percent, "unit": unit}, st.integers(0, 100), st.sampled_from(UNITS)),
    st.builds(lambda percent, of: {"percent": percent, "of": of, "unit": "parent"}, st.integers(0, 100), st.integers(1, 400)),
    st.builds(
        lambda metric, value: {"effect": metric, "value": str(value), "against": "gewone hulp", "favours": "method"},
        st.sampled_from(METRICS),
        st.decimals("0.05", "0.95", places=2),
    ),
    st.builds(
        lambda value: {
            "effect": "odds-ratio",
            "value": str(value),
            "interval": {"low": "0.01", "high": "3", "percent": 95},
            "against": "gewone hulp",
            "favours": "method",
        },
        st.decimals("0.05", "0.95", places=2),
    ),
    st.just({"words": "het ging beter"}),
    st.just({"count": 12, "unit": "family"}),
)
CARDS = st.lists(st.lists(st.tuples(RESULTS, st.sampled_from(MEASURES)), min_size=1, max_size=4), min_size=2, max_size=3)


def library_of(root: Root, cards: list[list[tuple[dict[str, Any], str]]]) -> Library:
    for number, results in enumerate(cards):
        outcomes = [
            an_outcome(result, measure=measure) | {"id": f"uitkomst-{place}"} for place, (result, measure) in enumerate(results)
        ]
        root.write_card(a_card(name=f"Kaart {number}", outcomes=outcomes), f"kaart-{number}")
    return root.load()


def shown(library: Library, cards: list[Any]) -> Iterator[Element]:
    """The pages on which results stand, and the methods side by side."""
    ids = [f"kaart-{number}" for number in range(len(cards))]
    addresses = [
        *(f"methoden/{one}/" for one in ids),
        *(f"uitkomsten/{measure}/" for measure in MEASURES),
        "methoden/thema/return-home/",
    ]
    for page in pages(library):
        if page.address in addresses:
            yield html5lib.parseFragment(page.html(NO_SITE), namespaceHTMLElements=False)
    compared = render("compare/comparison.html", root="../", view=comparison_view(library, ids), lead="", figure=None)
    yield html5lib.parseFragment(compared, namespaceHTMLElements=False)


OURS = re.compile(r"95%-interval (?!in de bron)")
COUNTED = re.compile(r"\d[\d.]* van \d[\d.]*")


def says_interval_alone(tree: Element) -> list[str]:
    """What is said of an interval of ours without how many of how many before it, in text or for who does not see a picture."""
    texts = [text_of(tree), *(element.get("aria-label", "") for element in tree.iter())]
    return [
        text[max(0, found.start() - 90) : found.end() + 20]
        for text in texts
        for found in OURS.finditer(text)
        if not COUNTED.search(text[max(0, found.start() - 90) : found.start()])
    ]


def with_class(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter() if name in element.get("class", "").split()]


@pytest.mark.heavy
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(CARDS)
def test_whatever_results_a_library_holds_its_pages_keep_to_the_rules_of_evidence(root: Root, cards: list[Any]) -> None:
    seen_interval = False
    library = library_of(root, cards)
    for tree in shown(library, cards):
        assert says_interval_alone(tree) == []
        seen_interval = seen_interval or bool(OURS.search(text_of(tree)))
        for plot in with_class(tree, "plot"):
            assert len(with_class(plot, "dot")) == 1, "two results on one axis"
        for scale in with_class(tree, "scale"):
            assert not with_class(scale, "plot--effect")
            units = {COUNTED.sub("", text_of(number.find("b"))).strip() for number in with_class(scale, "weighed__number")}
            assert len(units) == 1, units
        for rate in with_class(tree, "base-rate"):
            assert text_of(rate).startswith("Landelijk:") and "vergelijkingsgroep" not in text_of(rate).lower()
            assert not list(rate.iter("svg"))
        figure = next(iter(library.base_rates.values())).figure
        for element in (*with_class(tree, "compared"), *with_class(tree, "tile__about"), *with_class(tree, "facts4")):
            assert figure not in text_of(element)
    proportions_there = any("of" in result and "count" in result for results in cards for result, _ in results)
    assert seen_interval or not proportions_there


def test_an_interval_without_its_count_would_be_noticed() -> None:
    alone = html5lib.parseFragment("<p>92%, 95%-interval 65–99%</p>", namespaceHTMLElements=False)
    counted = html5lib.parseFragment("<p>11 van 12 gezinnen 92%, 95%-interval 65–99%</p>", namespaceHTMLElements=False)
    assert says_interval_alone(alone) and not says_interval_alone(counted)
