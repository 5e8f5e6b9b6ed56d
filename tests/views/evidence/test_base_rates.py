"""What happens anyway stands beside results as context, and is never drawn or worded as a comparison group."""

import re

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.library.library import Library
from macros.rendering.render import render
from macros.site.files.compare import comparison_index
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Site
from macros.views.compare.shared_scales import result_blocks
from macros.views.evidence.base_rates import base_rates_of

FIGURE = "ongeveer 4 van de 10 kinderen kwamen weer thuis"


@pytest.fixture
def library(root: Root) -> Library:
    result = {"count": 11, "of": 12, "unit": "family"}
    root.write_card(a_card(outcomes=[an_outcome(result), an_outcome(result, id="ander", measure="safety")]), "een")
    root.write_card(a_card(name="Twee", outcomes=[an_outcome({"count": 5, "of": 9, "unit": "family"})]), "twee")
    return root.load()


def html_of(library: Library, address: str) -> str:
    return next(page for page in pages(library) if page.address == address).html(Site("", ""))


def test_a_figure_says_who_were_counted_when_by_whom_and_what_differs(library: Library) -> None:
    (rate,) = base_rates_of("return-home", library)
    assert rate.figure == FIGURE
    assert rate.about == "een steekproef van kinderen in Voorbeeldland, 2018–2023; geteld door het voorbeeldbureau"
    assert rate.differs == "alle kinderen, met en zonder hulp"
    assert base_rates_of("safety", library) == ()


def test_it_stands_on_the_page_of_its_measure_with_its_source(library: Library) -> None:
    html = html_of(library, "uitkomsten/return-home/")
    assert html.count(FIGURE) == 1
    section = html.partition('id="landelijk"')[2].partition("</section>")[0]
    assert FIGURE in section and "bladzijde 5" in section
    assert FIGURE not in html_of(library, "uitkomsten/safety/")


def test_it_stands_at_a_result_of_its_measure_and_at_no_other(library: Library) -> None:
    html = html_of(library, "methoden/een/")
    assert html.count(FIGURE) == 1
    assert FIGURE in html.partition('id="uitkomst-uitkomst"')[2].partition("</section>")[0]
    assert "../../uitkomsten/return-home/#landelijk" in html


def test_it_stands_in_a_comparison_once_for_each_measure(library: Library) -> None:
    blocks = result_blocks([library.methods["een"], library.methods["twee"]], library)
    assert [len(block.base_rates) for block in blocks if block.measure == "kind woont weer thuis"] == [1]
    index = dict(comparison_index(library))["vergelijken/methoden.json"]
    assert FIGURE in index and '"baseRates":{"return-home":' in index


def test_it_is_a_line_of_text_that_no_one_can_take_for_a_result_or_a_comparison_group(library: Library) -> None:
    html = render("compare/base_rates.html", root="../", view={"rates": base_rates_of("return-home", library)})
    assert "Landelijk:" in html and "Andere groep, andere periode" in html
    assert not re.search(r"<svg|plot|whisker|vergelijkingsgroep|controlegroep", html, re.IGNORECASE)


@pytest.mark.parametrize("field", ["measure", "figure", "population", "period", "counted_by", "differs", "sources"])
def test_a_figure_without_what_weighs_it_is_refused(root: Root, field: str) -> None:
    whole = {
        "measure": "return-home",
        "figure": "4 van de 10",
        "population": "kinderen",
        "period": {"from": 2018},
        "counted_by": "iemand",
        "differs": "alles",
        "sources": SOURCES,
    }
    root.write("data/base_rates.yml", {"x": {name: value for name, value in whole.items() if name != field}})
    (problem,) = root.problems(a_card())
    assert (problem.path, problem.where, problem.code) == ("data/base_rates.yml", f"x.{field}", "missing")
