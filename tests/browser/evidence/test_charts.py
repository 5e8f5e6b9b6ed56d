"""Charts in a real browser: taking them along as SVG, PNG and CSV, on paper, and without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree
from playwright.sync_api import Browser, Download, Page, expect
from reused import complaints
from waiting import loaded, patient_context

from macros.open_data.cells import BYTE_ORDER_MARK
from macros.views.common.figure import picture_address

KINDS = {
    "home": "",
    "card": "methoden/sirius-familiezorg/",
    "measure": "uitkomsten/placements/",
    "map": "bewijskaart/",
    "chain": "keten/",
    "stage": "keten/early-support/",
    "comparison": "vergelijken/weer-thuis/",
    "sample sizes": "bewijs/hoeveel-gezinnen/",
}
"""Each kind of chart, and a page with one."""
CHOSEN = "vergelijken/?m=sirius-familiezorg,cirkel-naar-thuis"
"""The methods of the ready-made comparison `weer-thuis`."""


@pytest.fixture
def wide(page: Page) -> Iterator[Page]:
    """A page that reports no error, and asks nothing that is not there."""
    with complaints(page) as errors:
        yield page
    assert errors == []


def open_whole(page: Page, address: str) -> None:
    page.goto(address)
    loaded(page)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def taken(page: Page, place: str, name: str) -> Download:
    with page.expect_download() as download:
        page.locator(place).get_by_text(name, exact=True).click()
    return download.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def drawn(svg: bytes) -> tuple[list[str], list[str]]:
    """(lines of text, addresses of results) of a chart"""
    chart = etree.fromstring(svg)
    lines = ["".join(line.itertext()) for line in chart.iter("{*}tspan", "{*}text") if len(line) == 0]
    return lines, [row.get("data-result") for row in chart.iterfind(".//{*}svg[@data-result]")]


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_chart_of_each_kind_is_taken_along_as_svg_png_and_csv(wide: Page, address: str, site_folder: Path, path: str) -> None:
    open_whole(wide, address + path)
    fold = "details[data-chart]"
    file = (site_folder / picture_address(path)).read_bytes()
    svg = taken(wide, fold, "Beeld als SVG")
    assert svg.suggested_filename.endswith(".svg") and drawn(content(svg)) == drawn(file)
    png = taken(wide, fold, "Beeld als PNG")
    picture = content(png)
    assert png.suggested_filename.endswith(".png") and picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == 2 * 780
    expect(wide.locator(f"{fold} [data-chart-status]")).to_have_text("Het staat bij uw downloads.")
    table = taken(wide, fold, "Cijfers als spreadsheet (CSV)")
    text = content(table).decode("utf-8")
    assert table.suggested_filename.endswith(".csv") and text.startswith(BYTE_ORDER_MARK)
    for link in drawn(file)[1]:
        assert link in text


def test_one_result_of_a_card_is_taken_along_with_all_that_weighs_it(wide: Page, address: str) -> None:
    open_whole(wide, f"{address}methoden/sirius-familiezorg/")
    place = "p[data-chart-row] >> nth=0"
    link = wide.locator(place).get_attribute("data-chart-row")
    lines, results = drawn(content(taken(wide, place, "Beeld als SVG")))
    assert results == [link]
    told = " ".join(lines)
    assert "Sirius Familiezorg:" in lines[0] and re.search(r"\d+ van \d+", told) and "95%-interval" in told
    assert "ergelijkingsgroep" in told and "Bron: " in told and lines[-1].endswith("1 december 2026.")
    assert content(taken(wide, place, "Beeld als PNG")).startswith(b"\x89PNG")
    header, *rows = content(taken(wide, place, "Cijfers (CSV)")).decode("utf-8").splitlines()
    assert header.startswith(f"{BYTE_ORDER_MARK}id;") and len(rows) == 1 and str(link) in rows[0]


def test_the_chart_of_methods_that_a_reader_chose_is_that_of_the_ready_made_comparison(
    wide: Page, address: str, site_folder: Path
) -> None:
    """Two ways to put rows together: macros/views/compare/comparison_chart.py and docs/assets/compare/chart.js."""
    wide.goto(address + CHOSEN)
    wide.locator("[data-table] table").wait_for(state="attached")
    wide.get_by_text("Meer: beeld, Excel").click()
    made = content(taken(wide, ".side-by-side", "Resultaten als beeld (SVG)"))
    ready = (site_folder / picture_address("vergelijken/weer-thuis/")).read_bytes()
    assert drawn(made) == drawn(ready) and drawn(made)[1]
    sizes = [[part.get("y") for part in etree.fromstring(one).iterfind(".//{*}svg/{*}svg")] for one in (made, ready)]
    assert sizes[0] == sizes[1]
    heights = [etree.fromstring(one).get("viewBox") for one in (made, ready)]
    assert [float(value) for value in heights[0].split()] == [float(value) for value in heights[1].split()]
    desc = [etree.fromstring(one).findtext("{*}desc") for one in (made, ready)]
    assert desc[0] == desc[1]
    assert content(taken(wide, ".side-by-side", "Resultaten als beeld (PNG)")).startswith(b"\x89PNG")
    table = wide.locator("[data-do=chart-csv]")
    with wide.expect_download() as download:
        table.click()
    assert all(link in content(download.value).decode("utf-8") for link in drawn(made)[1])


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_chart_that_is_not_there_yet_has_its_room_so_that_nothing_below_it_moves(page: Page, address: str, path: str) -> None:
    open_whole(page, address + path)
    frame = page.locator("details[data-chart] .chart-frame").first
    room = "(frame) => Math.round(frame.getBoundingClientRect().height)"
    frame.scroll_into_view_if_needed()
    expect(frame.locator("img")).to_have_js_property("complete", True)
    drawn = frame.evaluate(room)
    page.route("**/embed/beeld/**", lambda route: route.abort())
    open_whole(page, address + path)
    assert drawn > 100
    assert abs(frame.evaluate(room) - drawn) <= 1


def test_methods_without_a_number_say_that_there_is_no_chart(wide: Page, address: str) -> None:
    wide.goto(f"{address}vergelijken/?m=steunpartners")
    wide.locator("[data-table] table").wait_for(state="attached")
    wide.get_by_text("Meer: beeld, Excel").click()
    wide.locator("[data-do=chart-svg]").click()
    expect(wide.locator("[data-compare-said]")).to_have_text("Van deze methoden is geen resultaat te tekenen.")


def test_without_scripts_the_links_lead_to_files(browser: Browser, address: str) -> None:
    with patient_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        for path in KINDS.values():
            page.goto(address + path)
            fold = page.locator("details[data-chart]")
            assert fold.locator("button:not([hidden])").count() == 0
            links = [link.get_attribute("href") for link in fold.locator("a[download]").all()]
            assert links and all(page.request.get(urljoin(page.url, str(link))).ok for link in links)


def test_the_link_beside_the_picture_on_top_of_a_card_opens_the_chart(wide: Page, address: str) -> None:
    wide.goto(f"{address}methoden/sirius-familiezorg/")
    loaded(wide)
    wide.get_by_role("link", name="Neem dit beeld mee").click()
    expect(wide.locator("details#beeld")).to_have_attribute("open", "")
    expect(wide.get_by_role("link", name="Beeld als SVG").last).to_be_visible()


def test_on_paper_no_way_to_take_a_chart_along_is_left(page: Page, address: str) -> None:
    for path in KINDS.values():
        page.emulate_media(media="screen")
        open_whole(page, address + path)
        page.emulate_media(media="print")
        left = page.get_by_text(re.compile("Beeld als|om mee te nemen|Neem dit beeld mee"))
        assert not any(one.is_visible() for one in left.all()), path
