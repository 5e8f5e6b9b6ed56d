"""Methods side by side and what they cost: what may share a scale, what the rows say, and the files that pages fetch."""

import json
import re
from types import SimpleNamespace as Some

import html5lib
import pytest
from builders import Root, a_card
from builders import an_outcome as a_result
from built import text_of
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from macros.library.library import Library
from macros.model.data import Term
from macros.model.results import Change, NoneYet, Percentage, Proportion, Tally, Words
from macros.rendering.render import render
from macros.site.files.compare import comparison_columns, comparison_index
from macros.site.pages.evidence import evidence_pages
from macros.site.pages.page import Site
from macros.views.card.rows import ROWS
from macros.views.common.comparability import COUNTABLE, MULTIPLIED_BY, WIDE_INTERVAL, is_small, scale_of, why_not_comparable
from macros.views.common.intervals import wilson
from macros.views.compare.comparison import comparison_view
from macros.views.compare.shared_scales import result_blocks
from macros.views.compare.short_rows import SHORT_ROWS
from macros.views.evidence import costs
from macros.views.evidence.costs import costs_view
from macros.views.evidence.number_text import number_of
from macros.views.evidence.pages import cost_pages, costs_page_view
from macros.views.evidence.plots import plot_of

CONTRACT = ("sirius-familiezorg", "dok", "gezinsbegeleiding-waterstad")


def a_term(id: str, many: str | None = None) -> Term:
    return Term.model_construct(id=id, nl=id, en=id, many=many, description="Uitleg.")


def an_outcome(result: object, measure: str = "thuis", population: str | None = "alle gezinnen", period: object = None) -> Some:
    """As much of an outcome as the rule looks at."""
    return Some(result=result, measure=a_term(measure), population=population, measured=period)


def some_of(count: int, of: int, unit: str = "family") -> Proportion:
    return Proportion.model_construct(count=count, of=of, unit=a_term(unit, f"{unit}s"))


# what may stand on one scale


def test_the_same_measure_and_unit_counted_with_a_total_share_a_scale() -> None:
    assert why_not_comparable(an_outcome(some_of(11, 12)), an_outcome(some_of(3, 40))) == ()


def test_results_on_one_scale_may_be_of_different_groups() -> None:
    assert why_not_comparable(an_outcome(some_of(11, 12)), an_outcome(some_of(3, 40), population="andere gezinnen")) == ()


def test_another_unit_keeps_results_apart_and_is_named() -> None:
    assert why_not_comparable(an_outcome(some_of(1, 2)), an_outcome(some_of(1, 2, "child"))) == (
        "andere eenheid (familys tegenover childs)",
        "periode niet van allebei bekend",
    )


def test_another_measure_keeps_results_apart_and_is_named() -> None:
    reasons = why_not_comparable(an_outcome(some_of(1, 2)), an_outcome(some_of(1, 2), measure="tevreden"))
    assert reasons[0] == "andere maat (thuis tegenover tevreden)"


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (
            Percentage.model_construct(percent=93, unit=a_term("family", "familys")),
            "het aantal is niet gegeven, alleen een percentage",
        ),
        (Tally.model_construct(count=3, unit=a_term("family", "familys")), "een aantal zonder totaal"),
        (
            Change.model_construct(change="down", by_percent=30, unit=a_term("family", "familys")),
            "een verandering, zonder de aantallen ervoor en erna",
        ),
        (Words.model_construct(words="tevreden"), "alleen in woorden"),
        (NoneYet.model_construct(none_yet="te vroeg"), "nog niet bekend"),
        (some_of(1, 2, "unknown"), "de bron zegt niet wat er geteld is"),
    ],
)
def test_a_result_without_count_total_and_unit_shares_no_scale_not_even_with_its_like(result: object, reason: str) -> None:
    one = an_outcome(result)
    assert scale_of(one) is None
    assert why_not_comparable(one, one)[0] == reason
    assert reason in why_not_comparable(an_outcome(some_of(1, 2)), one)


def test_the_rule_does_not_care_which_comes_first(library: Library) -> None:
    outcomes = [outcome for method in library.methods.values() for outcome in method.outcomes]
    for one in outcomes:
        for other in outcomes:
            assert bool(why_not_comparable(one, other)) == bool(why_not_comparable(other, one))


# small numbers


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_small_number_is_one_with_a_wide_interval(share: tuple[int, int]) -> None:
    low, high = wilson(*share)
    assert is_small(*share) == (high - low > WIDE_INTERVAL)


def test_eleven_of_twelve_is_called_a_small_number_and_ten_times_as_many_is_not(library: Library) -> None:
    returned = next(outcome for outcome in library.methods["sirius-familiezorg"].outcomes if outcome.id == "return-home")
    assert number_of(returned).remark == "92%, 95%-interval 65–99%; klein aantal"
    assert not is_small(110, 120)


def test_the_page_about_weighing_states_the_limit_of_a_small_number() -> None:
    text = (ROOT / "docs/over/weging.md").read_text(encoding="utf-8")
    assert f"breder dan {round(WIDE_INTERVAL * 100)} procentpunten" in text


def test_no_result_without_count_and_total_has_an_interval(library: Library) -> None:
    for method in library.methods.values():
        for outcome in method.outcomes:
            plot = plot_of(outcome)
            assert bool(plot and plot.interval) == isinstance(outcome.result, Proportion)


# the comparison


def test_every_row_has_a_place_on_every_card_where_it_is_told() -> None:
    templates = ("card/card.html", "card/glance.html", "missing/missing.html")
    card = "".join((ROOT / "macros/rendering/templates" / name).read_text(encoding="utf-8") for name in templates)
    assert {kind.section for kind in ROWS} <= set(re.findall(r' id="([a-z]+)"', card))
    assert len({kind.id for kind in ROWS}) == len(ROWS) >= 27


def test_rows_of_which_nothing_is_known_do_not_differ(library: Library) -> None:
    for group in comparison_view(library, CONTRACT).groups:
        for row in group.rows:
            if not any(cell.is_known for cell in row.cells):
                assert not row.differs, row.id


def test_a_comparison_has_nine_short_rows_and_all_rows_at_hand(library: Library) -> None:
    found = comparison_view(library, CONTRACT)
    assert [row.id for row in found.short] == [row_id for row_id, _, _ in SHORT_ROWS] and len(SHORT_ROWS) == 9
    assert [row.id for group in found.groups for row in group.rows] == [kind.id for kind in ROWS]
    assert found.address == f"vergelijken/?m={','.join(CONTRACT)}"


def test_a_short_row_is_the_same_only_if_all_say_the_same(library: Library) -> None:
    rows = {row.id: row for row in comparison_view(library, CONTRACT).short}
    assert rows["recognition"].is_same and not rows["result"].is_same
    alone = comparison_view(library, CONTRACT[:1]).short
    assert not any(row.is_same for row in alone)


def test_methods_with_one_amount_and_another_price_year_are_not_the_same(root: Root) -> None:
    cost = {"amount": 100, "per": "family", "sources": [{"source": "voorbeeldrapport"}]}
    for name, year in (("een", 2019), ("twee", 2024), ("drie", 2019)):
        root.write_card(a_card(name=name, costs=[{**cost, "price_year": year}]), name)
    found = root.load()

    def costs(*ids: str) -> tuple[bool, str]:
        row = next(row for row in comparison_view(found, ids).short if row.id == "costs")
        return row.is_same, row.cells[0].said

    assert costs("een", "twee") == (False, "€ 100 per gezin (prijsjaar 2019)")
    assert costs("een", "drie") == (True, "€ 100 per gezin (prijsjaar 2019)")


def test_the_sentence_on_top_says_what_may_be_compared(library: Library, root: Root) -> None:
    assert comparison_view(library, CONTRACT).comparability.endswith("elk gaat over iets anders.")
    assert comparison_view(library, ["sirius-familiezorg", "sirius-familiezorg"]).comparability.startswith("De resultaten")
    for name, measure in (("een", "return-home"), ("twee", "return-home"), ("drie", "satisfaction")):
        outcome = a_result({"count": 3, "of": 4, "unit": "family"}, measure=measure)
        root.write_card(a_card(name=name, outcomes=[outcome]), name)
    root.write_card(a_card(name="vier"), "vier")
    root.write_card(a_card(name="vijf", outcomes=[a_result({"words": "beter"})]), "vijf")
    found = root.load()
    said = {
        (
            "een",
            "twee",
        ): "Op één schaal staan alleen resultaten over kind woont weer thuis. De andere resultaten zijn niet te vergelijken.",
        ("een", "vijf"): "De resultaten van deze methoden zijn niet met elkaar te vergelijken: alleen in woorden; "
        "groep niet van allebei bekend.",
        ("een", "drie"): "De resultaten van deze methoden zijn niet met elkaar te vergelijken: elk gaat over iets anders.",
        ("vier", "vier"): "Van geen van deze methoden is een resultaat bekend. Dat betekent niet dat er geen effect is.",
    }
    for ids, sentence in said.items():
        assert comparison_view(found, ids).comparability == sentence


def test_each_result_stands_in_one_block_and_the_order_is_that_of_the_vocabulary(library: Library) -> None:
    methods = [library.methods[id] for id in CONTRACT]
    found = result_blocks(methods, library)
    shown = [one.link for block in found for one in [*block.apart, *(one for scale in block.scales for one in scale.results)]]
    assert sorted(shown) == sorted(
        f"methoden/{method.id}/#uitkomst-{outcome.id}" for method in methods for outcome in method.outcomes
    )
    names = [term.nl for term in library.vocabularies["measure"].terms.values()]
    assert [block.measure for block in found] == sorted((block.measure for block in found), key=names.index)


def test_methods_without_a_measure_in_common_share_nothing(library: Library) -> None:
    assert not any(
        block.is_shared or block.scales or block.why_apart
        for block in result_blocks([library.methods[id] for id in CONTRACT], library)
    )


def test_results_of_two_methods_that_may_share_a_scale_do(library: Library) -> None:
    """Two methods with the results of Sirius: the measure and the unit are the same, and so is the period."""
    sirius = library.methods["sirius-familiezorg"]
    other = sirius.model_copy(update={"id": "ander", "name": "Ander"})
    block = next(block for block in result_blocks([sirius, other], library) if block.scales)
    assert [one.method for one in block.scales[0].results] == ["Sirius Familiezorg", "Ander"]
    assert block.scales[0].unit == "gezinnen"
    assert block.is_shared and not block.apart and not block.missing
    ties = next(block for block in result_blocks([sirius, other], library) if not block.scales)
    assert ties.why_apart == ("het aantal is niet gegeven, alleen een percentage",)


# the files


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return dict([*comparison_index(library), *comparison_columns(library, library.methods.values())])


def test_there_is_a_file_for_every_method_with_every_row(files: dict[str, str], library: Library) -> None:
    index = json.loads(files["vergelijken/methoden.json"])
    assert {id for id, *_ in index["methods"]} == set(library.methods)
    assert [row["id"] for row in index["rows"]] == [kind.id for kind in ROWS]
    for id in library.methods:
        method = json.loads(files[f"vergelijken/data/{id}.json"])
        table, results = html5lib.parseFragment(method["html"], namespaceHTMLElements=False).findall("*")
        rows = [[text_of(cell) != "" for cell in row.iter("td")] for row in table.iter("tr")]
        assert rows == [[True] * len(ROWS), [True] * len(SHORT_ROWS)]
        assert len(method["results"]) == len(results.findall("li")) == len(library.methods[id].outcomes)


def test_the_file_has_the_cells_and_results_of_the_ready_made_comparison(files: dict[str, str], library: Library) -> None:
    view = comparison_view(library, CONTRACT)
    page = render("compare/comparison.html", root="../", view=view, lead="", figure=None)
    for id in CONTRACT:
        html = json.loads(files[f"vergelijken/data/{id}.json"])["html"]
        row, results = html.split("</tr></table>")
        cells = [f"<td{cell}".removesuffix("</tr>\n<tr>") for cell in row.split("<td")[1:]]
        items = [f'<li class="weighed{item}' for item in results.split('<li class="weighed')[1:]]
        assert len(cells) == len(ROWS) + len(SHORT_ROWS)
        told = {row.label for row in view.short if not row.is_same}
        assert [cell for cell in cells[: len(ROWS)] if cell not in page] == []
        short = cells[len(ROWS) :]
        assert [cell for cell, (_, label, _) in zip(short, SHORT_ROWS, strict=True) if (cell in page) != (label in told)] == []
        assert [item for item in items if item.removesuffix("</ul>\n") not in page] == []


def test_only_numbers_that_are_known_are_in_the_file(files: dict[str, str]) -> None:
    results = json.loads(files["vergelijken/data/sirius-familiezorg.json"])["results"]
    assert results[0]["numbers"] == pytest.approx(
        {"count": 11, "of": 12, "share": 11 / 12, "low": 0.6461, "high": 0.9851}, abs=1e-4
    )
    assert results[1]["numbers"] == {"share": 0.93}


# costs


def test_every_amount_and_every_claimed_saving_is_on_the_page_about_costs(library: Library) -> None:
    view = costs_view(tuple(library.methods.values()))
    assert len(view.amounts) == sum(len(method.costs) for method in library.methods.values()) > 0
    assert all(amount.notes for amount in view.amounts)
    assert [saving.link for saving in view.savings] == ["methoden/dok/#uitkomst-saving"]
    assert len({amount.method_id for amount in view.amounts}) + len(view.without) == len(library.methods)


def test_an_amount_is_multiplied_by_what_it_counts_per_and_by_nothing_else(library: Library) -> None:
    fits = {
        amount.text: amount.fits
        for amount in costs_view(tuple(library.methods.values())).amounts
        if amount.method_id == "stevig-opgroeien"
    }
    assert fits == {
        "ongeveer € 80 per geboorte in het gebied": "birth",
        "ongeveer € 2.000 per bezocht gezin": "visited-family",
        "€ 1,88 per geboorte in het gebied per jaar": "birth",
    }


def test_costs_stand_on_pages_that_together_hold_every_method(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(costs, "METHODS_PER_PAGE", 3)
    pages = [page for page in evidence_pages(library) if page.address.startswith("kosten/")]
    found = cost_pages(library)
    assert [page.address for page in pages] == [sheet.address for sheet in found[1:]] == ["kosten/2/", "kosten/3/"]
    views = [costs_page_view(sheet)["costs"] for sheet in found]
    told = [{amount.method for amount in view.amounts} | {one.method for one in view.without} for view in views]
    assert set().union(*told) == {method.name for method in library.methods.values()}
    assert sum(map(len, told)) == len(library.methods)
    html = pages[0].html(Site("", ""))
    assert "Kosten, pagina 2 van 3" in html and "Methode van een andere pagina" in html
    assert 'aria-current="page"' in html


def test_every_denominator_has_a_rule(library: Library) -> None:
    assert set(library.vocabularies["cost-unit"].terms) == {*MULTIPLIED_BY, "once"}
    assert set(MULTIPLIED_BY.values()) <= set(COUNTABLE)


def test_our_scripts_name_no_other_party_and_make_no_markup_of_text() -> None:
    ours = [script for script in (ROOT / "docs/assets").rglob("*.js") if script.parent.name != "packages"]
    assert len(ours) > 50
    for script in ours:
        text = script.read_text(encoding="utf-8")
        makes_markup = script.relative_to(ROOT / "docs/assets").as_posix() == "lib/elements.js"  # of what the build escaped
        assert text.count("innerHTML") == makes_markup, script.name
        assert set(re.findall(r"https?://[^/\"$]+", text)) <= {"http://www.w3.org"}, script.name
