"""The picture of a measure that readers take along: what it is about, its sources and its date stand in it."""

import csv
import datetime
from pathlib import Path

from lxml import etree
from parsed import Parsed

from macros.library.library import Library
from macros.open_data.cells import BYTE_ORDER_MARK
from macros.open_data.claims_csv import COLUMNS
from macros.rendering.render import render
from macros.views.evidence.measure_chart import MOST_DRAWN, Chart, measure_chart
from macros.views.evidence.measures import SubjectOutcome, results_by_measure

DAY = datetime.date(2026, 11, 28)


def drawn(results: list[SubjectOutcome]) -> Chart | None:
    return measure_chart(results, DAY)


def test_the_picture_has_its_title_how_to_read_it_its_sources_and_its_date(library: Library) -> None:
    results = results_by_measure(library)["return-home"]
    chart = drawn(results)
    assert chart and chart.title == "Kind woont weer thuis: wat bronnen telden, van 0 tot 100%"
    below = " ".join(chart.below)
    assert "Dichte stip" in below and "Open stip" not in below and "Ruit" not in below
    assert all(citation.source.publisher in below for _, outcome in results for citation in outcome.sources)
    picture = etree.fromstring(render("evidence/chart.html", root="", view=chart, site_name="Bibliotheek").encode())
    assert "Bibliotheek, 28 november 2026." in "".join(picture.itertext())
    assert " ".join(chart.rows[0].text) == (
        "11 van 12 gezinnen; 92%, 95%-interval 65–99%; klein aantal; onafhankelijkheid onbekend"
    )


def test_an_open_dot_and_a_comparison_group_are_explained_where_they_are_drawn(library: Library) -> None:
    chart = drawn(results_by_measure(library)["placements"])
    assert chart and "Open stip" in " ".join(chart.below) and "Ruit: de vergelijkingsgroep." in " ".join(chart.below)
    picture = etree.fromstring(render("evidence/chart.html", root="", view=chart, site_name="Bibliotheek").encode())
    assert len(picture.findall("{*}circle")) == len(chart.rows)


def test_without_a_share_or_with_too_many_there_is_no_picture(library: Library) -> None:
    assert drawn(results_by_measure(library)["acceptance"]) is None
    (one,) = results_by_measure(library)["return-home"]
    assert drawn([one] * MOST_DRAWN) and drawn([one] * (MOST_DRAWN + 1)) is None


def test_a_name_in_the_picture_is_text_and_never_markup(library: Library) -> None:
    ((subject, outcome),) = results_by_measure(library)["return-home"]
    chart = drawn([(subject._replace(name='<script>&"'), outcome)])
    picture = etree.fromstring(render("evidence/chart.html", root="", view=chart, site_name="Bibliotheek").encode())
    assert '<script>&"' in "".join(picture.itertext()) and picture.find(".//{*}script") is None


def test_a_page_gives_its_picture_and_its_figures_and_each_says_the_same(site_folder: Path, library: Library) -> None:
    for measure, results in results_by_measure(library).items():
        page = Parsed(site_folder, f"uitkomsten/{measure}/")
        folder = site_folder / "uitkomsten" / measure
        shown = {link.get("href") for link in page.all("a") if link.get("download")}
        assert ("../../uitkomsten/" + measure + "/beeld.svg" in shown) == (folder / "beeld.svg").exists() == bool(drawn(results))
        text = (folder / "cijfers.csv").read_text("utf-8").removeprefix(BYTE_ORDER_MARK)
        rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
        assert tuple(rows[0]) == COLUMNS
        assert [row["id"] for row in rows] == [f"{subject.id}/{outcome.id}" for subject, outcome in results]
