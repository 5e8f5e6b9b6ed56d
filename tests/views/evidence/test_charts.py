"""The charts that readers take along: each has its title, its sources, its date and its numbers with all that weighs them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import Site as BuiltSite
from lxml import etree
from parsed import Parsed, text_of
from paths import ROOT

from macros.library.library import Library
from macros.model.results import Proportion
from macros.open_data.cells import BYTE_ORDER_MARK
from macros.open_data.claims_csv import COLUMNS
from macros.site.files.charts import chart_svg
from macros.site.pages.page import Site
from macros.views.common.comparability import INDEPENDENCE
from macros.views.common.figure import Figure, lines_of, picture_address
from macros.views.common.subjects import all_results, method_subject
from macros.views.evidence.evidence_map import FORM_NAMES, map_view, methods_on_map, tools_on_map
from macros.views.evidence.map_chart import map_figure
from macros.views.evidence.measure_chart import measure_figure
from macros.views.evidence.measures import SubjectOutcome, results_by_measure
from macros.views.evidence.result_chart import MOST_DRAWN, drawable, result_row, subject_figure
from macros.views.evidence.weighing import four_facts

KINDS = {
    "home": "",
    "card": "methoden/sirius-familiezorg/",
    "measure": "uitkomsten/placements/",
    "map": "bewijskaart/",
    "theme": "bewijskaart/prevent-placement/",
    "chain": "keten/",
    "stage": "keten/early-support/",
    "comparison": "vergelijken/weer-thuis/",
    "sample sizes": "bewijs/hoeveel-gezinnen/",
}
"""Each kind of chart, and a page with one."""
SITE = Site(url="", edit="", name="Bibliotheek")


def parsed(figure: Figure) -> etree._Element:
    return etree.fromstring(chart_svg(figure, SITE).encode())


def words(chart: etree._Element) -> str:
    """All text that is drawn, without what lies below it."""
    return " ".join(" ".join(text.itertext()) for text in chart.iter("{*}text"))


def read(chart: Path) -> etree._Element:
    return etree.parse(str(chart)).getroot()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.removeprefix(BYTE_ORDER_MARK).splitlines(), delimiter=";"))


def figures_of(chart: etree._Element) -> list[dict[str, str]]:
    """The table that a chart of results carries."""
    columns = chart.find("{*}metadata")
    return table("\r\n".join(one.text for one in (columns, *chart.iterfind(".//{*}svg/{*}metadata"))))


def proportions(library: Library) -> Iterator[SubjectOutcome]:
    return ((subject, outcome) for subject, outcome in all_results(library) if isinstance(outcome.result, Proportion))


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_each_kind_of_chart_has_its_title_its_sources_its_date_and_three_downloads(
    site_folder: Path, library: Library, address: str
) -> None:
    page = Parsed(site_folder, address)
    (fold,) = [one for one in page.all("details") if one.get("data-chart")]
    assert (site_folder / address / fold.get("data-chart")).resolve() == (site_folder / picture_address(address)).resolve()
    chart = read(site_folder / picture_address(address))
    title = chart.findtext("{*}title")
    shown, said = words(chart), text_of(fold)
    assert title and title in " ".join(shown.split()) and title in said
    assert re.search(r"Bron(nen)?: \S", shown) and re.search(r"Bron(nen)?: \S", said)
    assert "1 december 2026." in shown and "Stand van 1 december 2026." in said
    assert [one.get("data-png") for one in fold.iter("button") if one.get("data-png")]
    endings = {one.get("download").rpartition(".")[2] for one in fold.iter("a") if one.get("download")}
    in_browser = [one for one in fold.iter("button") if one.get("data-csv")]
    assert endings == ({"svg"} if in_browser else {"svg", "csv"})
    for link in fold.iter("a"):
        assert (site_folder / address / link.get("href")).is_file()


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_the_table_of_a_chart_has_what_is_drawn(site_folder: Path, library: Library, address: str) -> None:
    chart = read(site_folder / picture_address(address))
    file = site_folder / address / "cijfers.csv"
    rows = table(file.read_text("utf-8")) if file.exists() else figures_of(chart)
    assert rows and all(None not in row and None not in row.values() for row in rows)
    if links := [row.get("data-result") for row in chart.iterfind(".//{*}svg[@data-result]")]:
        assert tuple(rows[0]) == COLUMNS
        assert set(links) <= {row["adres"] for row in rows}
        assert figures_of(chart) == [next(row for row in rows if row["adres"] == link) for link in links]


def test_a_row_has_the_number_with_its_total_its_interval_who_measured_the_other_group_and_the_sources(library: Library) -> None:
    found = list(proportions(library))
    assert found
    for subject, outcome in found:
        row = result_row(subject, outcome)
        assert f"van {outcome.result.of}" in " ".join(row.headline)
        weights = " ".join(row.weights)
        assert "95%-interval" in weights and "ergelijkingsgroep" in weights
        assert four_facts(outcome)[2].text in weights
        assert all(citation.source.publisher in weights for citation in outcome.sources)


def test_a_small_group_is_drawn_one_by_one(library: Library) -> None:
    subject, outcome = next(one for one in proportions(library) if one[1].result.of == 12)
    (figure,) = [subject_figure(subject, [outcome], library)]
    circles = parsed(figure).findall(".//{*}circle[@r='5']")
    assert len(circles) == 12
    assert len([one for one in circles if one.get("fill") != "#fff"]) == outcome.result.count


def test_only_the_signs_that_are_drawn_are_explained(library: Library) -> None:
    signs = {key: {sign.id for sign in figure.signs} for key, figure in measured(library).items()}
    assert "percent" not in signs["return-home"] and "other" not in signs["return-home"]
    assert {"percent", "other"} <= signs["placements"]


def measured(library: Library) -> dict[str, Figure]:
    found = {key: measure_figure(results, library) for key, results in results_by_measure(library).items()}
    return {key: figure for key, figure in found.items() if figure}


def test_without_a_share_or_an_effect_or_with_too_many_there_is_no_chart(library: Library) -> None:
    by_measure = results_by_measure(library)
    assert measure_figure(by_measure["acceptance"], library) is None
    (one,) = by_measure["return-home"]
    assert measure_figure([one] * MOST_DRAWN, library) and measure_figure([one] * (MOST_DRAWN + 1), library) is None


def test_a_chart_says_how_many_results_it_does_not_draw(library: Library) -> None:
    for method in library.methods.values():
        figure = subject_figure(method_subject(method), method.outcomes, library)
        rest = len(method.outcomes) - len(drawable((method_subject(method), outcome) for outcome in method.outcomes))
        if figure:
            assert (f"{rest} van de {len(method.outcomes)} resultaten" in words(parsed(figure))) == bool(rest)


def test_a_name_in_a_chart_is_text_and_never_markup(library: Library) -> None:
    ((subject, outcome),) = results_by_measure(library)["return-home"]
    figure = measure_figure([(subject._replace(name='<script>&"'), outcome)], library)
    assert figure
    chart = parsed(figure)
    assert '<script>&"' in "".join(chart.itertext()) and chart.find(".//{*}script") is None


def test_a_sign_on_the_map_tells_its_number_and_who_measured(site_folder: Path) -> None:
    chart = read(site_folder / picture_address("bewijskaart/"))
    told = [one.text for one in chart.iterfind(".//{*}g/{*}title")]
    assert told and all(any(who in text for who in (*INDEPENDENCE.values(), "eigen opgave")) for text in told)
    assert any(re.search(r"\d+ van \d+", text) for text in told)
    assert all(name in words(chart) for name in FORM_NAMES.values())


def test_on_the_map_a_name_stands_above_the_middle_of_its_column(library: Library) -> None:
    methods, tools = methods_on_map(library), tools_on_map(library)
    figure = map_figure(map_view(methods, tools, library), "Alles", "bewijskaart/", (*methods, *tools), library)
    assert figure
    drawing = figure.drawing.content
    lefts = [cell.x for cell in drawing.rows[0].cells]
    wide = lefts[1] - lefts[0]
    assert [middle for middle, _ in drawing.columns] == pytest.approx([left + wide / 2 for left in lefts])


def test_lines_are_broken_between_words_only() -> None:
    assert lines_of("een half-woord en meer", 12) == ["een", "half-woord", "en meer"]


def test_the_colours_of_charts_are_those_of_the_theme() -> None:
    theme = (ROOT / "docs/assets/style/base.css").read_text("utf-8")
    templates = ROOT / "macros/rendering/templates/common/charts"
    used = {colour for file in templates.iterdir() for colour in re.findall(r"#[0-9a-f]{6}\b", file.read_text("utf-8"))}
    assert used - set(re.findall(r"#[0-9a-f]{6}\b", theme)) == {"#eef3f4"} - set(re.findall(r"#[0-9a-f]{6}\b", theme))


def test_a_published_page_gives_a_line_that_shows_its_chart_on_another_site(published: BuiltSite) -> None:
    for address in KINDS.values():
        page = Parsed(published.path, address)
        (code,) = [text_of(one) for one in page.all("textarea") if "embed/beeld/" in text_of(one)]
        picture = re.search(r'src="([^"]+)"', code)
        assert picture and picture.group(1).endswith(f"/{picture_address(address)}")
        assert picture.group(1).startswith("https://") and 'href="https://' in code and 'alt="' in code


def test_every_measure_has_a_table_also_without_a_chart(site_folder: Path, library: Library) -> None:
    for measure, results in results_by_measure(library).items():
        page = Parsed(site_folder, f"uitkomsten/{measure}/")
        shown = {link.get("href") for link in page.all("a") if link.get("download")}
        assert f"../../uitkomsten/{measure}/cijfers.csv" in shown
        rows = table((site_folder / f"uitkomsten/{measure}/cijfers.csv").read_text("utf-8"))
        assert [row["id"] for row in rows] == [f"{subject.id}/{outcome.id}" for subject, outcome in results]


def test_the_frame_of_a_chart_needs_nothing_from_elsewhere(site_folder: Path) -> None:
    for file in (site_folder / "embed/beeld").rglob("*.svg"):
        text = file.read_text("utf-8")
        assert not re.search(r'(href|src)="(?!#)|url\(|<style|<script|<image', text), file
        assert '<rect width="100%" height="100%" fill="#fff"/>' in text
