"""Choosing methods and setting them side by side, as a reader does it: on a screen, on paper, without scripts."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from accessibility import Look, faults
from built import Site
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, ViewportSize, expect
from reused import complaints
from waiting import loaded, until

from macros.library.library import Library
from macros.rendering.render import render
from macros.views.card.rows import ROWS
from macros.views.common.comparability import why_not_comparable
from macros.views.common.pagination import paginate
from macros.views.common.subjects import methods_by_name
from macros.views.compare.comparison import comparison_view
from macros.views.evidence.pages import costs_page_view

IDS = ("sirius-familiezorg", "dok", "gezinsbegeleiding-waterstad")
CONTRACT = f"vergelijken/?m={','.join(IDS)}"
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page that reports no error, and asks nothing that is not there."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with complaints(page) as errors:
        yield page
    assert errors == []


def open_whole(page: Page, address: str) -> None:
    """Open a page and wait for what its scripts fetch."""
    page.goto(address)
    loaded(page)
    if "?m=" in address:
        whole(page)
    elif address.endswith("methoden/"):
        expect(page.locator("[data-results]")).to_have_attribute("aria-busy", "false")


def whole(page: Page) -> None:
    """Wait for the chosen methods, and open the parts that are folded."""
    page.locator("[data-table] table").wait_for(state="attached")
    page.evaluate("() => { for (const part of document.querySelectorAll('.side-by-side details')) part.open = true }")


def heads(page: Page) -> list[str]:
    return page.locator("[data-table] thead a").all_text_contents()


def said(page: Page) -> str:
    return page.locator("[data-compare-said]").inner_text()


# the address


def test_the_address_shows_its_methods_from_a_cold_load(page: Page, address: str, library: Library) -> None:
    page.goto(address + CONTRACT)
    whole(page)
    assert heads(page) == [library.methods[id].name for id in IDS]
    assert page.locator("[data-table] tbody tr:not(.group)").count() == len(ROWS)


def test_one_method_alone_is_not_said_to_be_incomparable(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/?m={IDS[0]}")
    whole(page)
    assert page.locator("[data-comparability]").is_hidden() and "Kies nog een methode" in said(page)
    page.goto(address + CONTRACT)
    whole(page)
    assert page.locator("[data-comparability]").is_visible()


def test_the_table_and_the_results_read_as_the_ready_made_ones(page: Page, address: str, library: Library) -> None:
    """Two ways to lay out the same: templates/comparison.html and docs/assets/compare/table.js."""
    page.goto(f"{address}vergelijken/thuis-blijven/")
    ids = ("dok", "buitenspelproject", "gezinsbegeleiding-waterstad")
    letters = r"nodes => nodes.map((node) => node.textContent.replaceAll(/\s+/g, ''))"
    names = ", ".join(library.methods[id].name for id in ids)
    ready = (
        page.get_by_role("region", name=f"Alle punten van {names}", include_hidden=True).locator("th, td").evaluate_all(letters)
    )
    ready_results = (
        page.locator("details", has_text=f"Resultaten per maat van {names}").locator("section.measure").evaluate_all(letters)
    )
    page.goto(f"{address}vergelijken/?m={','.join(ids)}")
    whole(page)
    assert page.locator("[data-table] :is(th, td)").evaluate_all(letters) == ready != []
    assert page.locator("[data-blocks] section.measure").evaluate_all(letters) == ready_results != []


def test_what_is_not_in_the_library_is_named_and_ignored(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/?m=dok,bestaat-niet,sirius-familiezorg,%3Cb%3E")
    whole(page)
    assert len(heads(page)) == 2
    assert "Niet in de bibliotheek, en daarom weggelaten: bestaat-niet, <b>." in said(page)


def test_of_more_than_four_the_first_four_are_shown_and_it_is_said(page: Page, address: str, library: Library) -> None:
    ids = list(library.methods)[:5]
    page.goto(f"{address}vergelijken/?m={','.join(ids)}")
    whole(page)
    assert heads(page) == [library.methods[id].name for id in ids[:4]]
    assert f"weggelaten: {library.methods[ids[4]].name}." in said(page)


def test_rows_without_difference_fold_away_and_the_address_remembers_it(page: Page, address: str, library: Library) -> None:
    same = [row.label for group in comparison_view(library, IDS).groups for row in group.rows if not row.differs]
    assert same
    page.goto(address + CONTRACT)
    whole(page)
    page.get_by_label("Verberg wat gelijk of overal onbekend is").check()
    assert page.locator("[data-table] tbody tr:not(.group)").count() == len(ROWS) - len(same)
    assert page.url.endswith(f"?m={','.join(IDS)}&rijen=verschil")
    page.reload()
    whole(page)
    shown = page.locator("[data-table] tbody th[scope=row]").all_inner_texts()
    assert not set(same) & {label.split(" ≠")[0] for label in shown}
    assert f"({len(same)})" in page.locator(".check").inner_text()


def test_every_value_is_one_step_from_its_place_on_the_card(page: Page, address: str) -> None:
    page.goto(address + CONTRACT)
    whole(page)
    for cell in page.locator("[data-table] td").filter(has_not=page.locator(".unknown")).all():
        if cell.inner_text():
            assert cell.locator("a.to-source").count() >= 1
    places = page.locator("[data-compared] .to-source").evaluate_all(
        "nodes => nodes.map(node => (node.closest('a') ?? node.querySelector('a')).href)"
    )
    assert len(places) > 50
    anchors: dict[str, set[str]] = {}
    for place in set(places):
        path, _, anchor = place.partition("#")
        if path not in anchors:
            page.goto(path)
            anchors[path] = set(page.locator("[id]").evaluate_all("nodes => nodes.map(node => node.id)"))
        assert anchor in anchors[path], place


# choosing


def test_a_reader_gathers_methods_from_the_catalogue_and_a_card(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/")
    tray = page.get_by_role("region", name="Uw vergelijking")
    assert not tray.is_visible()
    page.locator("[data-compare=dok]").click()
    assert "Door Ontwikkeling Kaap staat in de vergelijking." in tray.inner_text()
    page.goto(f"{address}methoden/sirius-familiezorg/")
    button = page.locator("[role=button][data-compare=sirius-familiezorg]")
    button.focus()
    page.keyboard.press("Space")
    assert page.get_by_role("button", name="Haal uit vergelijking").is_visible()
    tray.get_by_role("link", name="Vergelijk nu").click()
    whole(page)
    assert page.url.endswith("/vergelijken/?m=dok,sirius-familiezorg")
    assert heads(page) == ["Door Ontwikkeling Kaap", "Sirius Familiezorg"]


def test_a_method_leaves_the_tray_by_its_cross_and_by_its_own_button(page: Page, address: str) -> None:
    page.goto(f"{address}methoden/")
    for id in ("dok", "steunpartners"):
        page.locator(f"[data-compare={id}]").click()
    page.get_by_role("button", name="Haal Door Ontwikkeling Kaap uit de vergelijking").click()
    assert page.locator("[data-compare=dok]").inner_text().startswith("Vergelijk")
    page.locator("[data-compare=steunpartners]").click()
    assert page.locator(".tray li").count() == 0
    assert page.evaluate("localStorage.length") == 0


def test_a_fifth_method_is_refused_with_the_reason(page: Page, address: str, library: Library) -> None:
    page.goto(f"{address}methoden/")
    for id in list(library.methods)[:5]:
        page.locator(f"[data-compare={id}]").click()
    assert page.locator(".tray li").count() == 4
    assert "Er passen vier methoden naast elkaar." in page.locator(".tray__said").inner_text()


def test_on_the_page_itself_a_method_is_added_by_any_of_its_names(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/")
    field = page.get_by_label("Voeg een methode toe")
    for name in ("DOK", "sirius fam"):
        field.fill(name)
        field.press("Enter")
    page.locator("[data-short] thead th").nth(1).wait_for()
    assert heads(page) == ["Door Ontwikkeling Kaap", "Sirius Familiezorg"]
    assert page.url.endswith("?m=dok,sirius-familiezorg")
    field.fill("zoiets")
    field.press("Enter")
    assert "Er is geen methode met de naam “zoiets”." in said(page)
    whole(page)
    page.get_by_role("button", name="Begin opnieuw").click()
    assert page.url.endswith("/vergelijken/")
    assert not page.locator("[data-compared]").is_visible()


def test_what_was_kept_under_our_name_by_another_does_no_harm(page: Page, address: str) -> None:
    page.goto(address)
    for kept in ('{"a": 1}', "geen json", '[{"id": "<b>", "name": 3}]', "[null]"):
        page.evaluate("kept => localStorage.setItem('vergelijking', kept)", kept)
        page.goto(f"{address}methoden/")
        assert page.locator(".tray li").count() == 0


# results


def test_the_rule_of_the_scripts_is_that_of_the_library(page: Page, address: str, library: Library) -> None:
    page.goto(f"{address}vergelijken/")
    found = page.evaluate(
        """async (ids) => {
          const index = await (await fetch("methoden.json")).json();
          const { whyNotComparable } = await import(new URL("../modules/compare/shared_scales.js", location.href));
          const cards = await Promise.all(ids.map(async (id) => (await fetch(`data/${id}.json`)).json()));
          const results = cards.flatMap((card) => card.results);
          return results.map((one) => results.map((other) => whyNotComparable(one, other, index.aspects)));
        }""",
        list(library.methods),
    )
    outcomes = [outcome for method in library.methods.values() for outcome in method.outcomes]
    assert found == [[list(why_not_comparable(one, other)) for other in outcomes] for one in outcomes]


def test_sirius_has_an_interval_93_percent_has_none_and_dok_has_no_dot(page: Page, address: str) -> None:
    page.goto(address + CONTRACT)
    whole(page)
    back = page.locator("[data-blocks] .weighed", has_text="11 van 12 gezinnen")
    assert back.locator(".whisker").count() == 1
    assert "klein aantal" in back.inner_text()
    assert "Niet vergelijkbaar met het doel vooraf:" in back.inner_text()
    ties = page.locator("[data-blocks] .weighed", has_text="93%").filter(has_text="van hoeveel")
    assert ties.locator(".whisker").count() == 0
    assert ties.locator(".dot--open").count() == 1
    change = page.locator("[data-blocks] .weighed", has_text="30% minder uithuisplaatsingen")
    assert change.locator("svg").count() == 0
    assert "de bron noemt geen aantallen" in change.inner_text()
    assert "deze methoden hebben geen maat gemeen" in page.locator("[data-blocks]").inner_text()


# taking it along


def test_the_workbook_opens_with_the_rows_of_the_page_and_numbers_that_are_numbers(
    page: Page, address: str, library: Library, tmp_path: Path
) -> None:
    page.goto(address + CONTRACT)
    whole(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als XLSX").click()
    assert download.value.suggested_filename == f"vergelijking-{'-'.join(IDS)}.xlsx"
    download.value.save_as(tmp_path / "vergelijking.xlsx")
    book = openpyxl.load_workbook(tmp_path / "vergelijking.xlsx")
    assert book.sheetnames == ["Vergelijking", "Resultaten", "Kosten"]
    rows = [[cell.value for cell in row] for row in book["Vergelijking"].iter_rows()]
    assert rows[0] == ["Groep", "Rij", *(library.methods[id].name for id in IDS)]
    labels = [label.split(" ≠")[0] for label in page.locator("[data-table] tbody th[scope=row]").all_inner_texts()]
    assert [row[1] for row in rows[1:-1]] == labels == [kind.label for kind in ROWS]
    claims = next(row for row in rows if row[1] == "Uitkomsten op de kaart")
    assert claims[2:] == [len(library.methods[id].outcomes) for id in IDS]
    assert rows[-1][2] == f"{address}methoden/sirius-familiezorg/"
    results = [[cell.value for cell in row] for row in book["Resultaten"].iter_rows()]
    sirius = dict(zip(results[0], results[1], strict=True))
    assert (sirius["Aantal"], sirius["Van"]) == (11, 12)
    assert sirius["Aandeel"] == pytest.approx(11 / 12)
    assert book["Resultaten"].cell(2, results[0].index("Aandeel") + 1).number_format == "0%"
    saving = next(row for row in results if row[1] == "besparing")
    assert saving[results[0].index("Bedrag in euro")] == 4_000_000
    assert [row[0].value for row in book["Kosten"].iter_rows(min_row=2)] == [library.methods[id].name for id in IDS]


def test_the_text_files_hold_the_rows_that_are_shown(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}{CONTRACT}&rijen=verschil")
    whole(page)
    shown = page.locator("[data-table] tbody tr:not(.group)").count()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als CSV").click()
    download.value.save_as(tmp_path / "vergelijking.csv")
    text = (tmp_path / "vergelijking.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeffGroep;Rij;Sirius Familiezorg;")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert len(rows) == shown + 2
    assert {len(row) for row in rows} == {5}
    page.get_by_role("button", name="Kopieer voor een spreadsheet").click()
    page.get_by_text("De rijen zijn gekopieerd.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert list(csv.reader(io.StringIO(copied, newline=""), delimiter="\t")) == [
        [value.replace("\r\n", "\n") for value in row] for row in rows
    ]


def test_the_memo_of_chosen_methods_is_that_of_the_library(page: Page, address: str, library: Library, tmp_path: Path) -> None:
    """That all its words are the same is proved in Node (tests/javascript/memo.test.mjs); here the files reach the reader."""
    page.goto(address + CONTRACT)
    whole(page)
    for button, ending in (("Download voor Word (DOCX)", "docx"), ("Download als Markdown", "md")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename == f"memo-{'-'.join(IDS)}.{ending}"
        download.value.save_as(tmp_path / f"memo.{ending}")
    document = Document(str(tmp_path / "memo.docx"))
    title = (tmp_path / "memo.md").read_text(encoding="utf-8").splitlines()[0]
    assert f"# {document.paragraphs[0].text}" == title
    heads = [cell.text for cell in document.tables[0].rows[0].cells]
    assert heads == ["", *(library.methods[id].name for id in IDS)]
    page.get_by_role("button", name="Kopieer met opmaak").click()
    expect(page.locator("[data-compare-said]")).to_contain_text("gekopieerd met opmaak")
    read = "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    assert 'scope="row"' in page.evaluate(read)


def test_results_on_one_scale_stand_in_the_memo_as_a_picture_with_its_numbers_in_words(
    page: Page, address: str, tmp_path: Path
) -> None:
    found = page.context.request.get(f"{address}vergelijken/data/sirius-familiezorg.json").json()
    twin = found | {"id": "dok", "name": "Tweede methode"}
    page.route("**/vergelijken/data/dok.json", lambda route: route.fulfill(json=twin))
    page.goto(f"{address}vergelijken/?m=sirius-familiezorg,dok")
    whole(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download voor Word (DOCX)").click()
    download.value.save_as(tmp_path / "memo.docx")
    document = Document(str(tmp_path / "memo.docx"))
    pictures = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    scales = [one for one in document.tables if one.rows[0].cells[0].text == "Methode"]
    assert len(pictures) == len(scales) == len(document.inline_shapes) > 0
    shared = next(one for one in found["results"] if one["scale"])
    assert f"Tweede methode: {shared['headline']} ({shared['remark']})" in pictures[0]
    (shown,) = [one for one in document.part.related_parts.values() if one.partname.endswith(".png")][:1]
    assert shown.blob.startswith(b"\x89PNG") and len(shown.blob) > 2000


def test_a_ready_made_comparison_gives_its_memo(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/thuis-blijven/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word (DOCX)").click()
    assert download.value.suggested_filename == "memo-thuis-blijven.docx"
    page.get_by_role("button", name="Kopieer met opmaak").click()
    expect(page.locator("[data-ready-memo] [role=status]")).to_contain_text("gekopieerd met opmaak")
    read = "async () => (await (await navigator.clipboard.read())[0].getType('text/plain')).text()"
    assert "## Kort antwoord" in page.evaluate(read)


def test_text_that_a_spreadsheet_would_calculate_stays_text(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/")
    made = page.evaluate(
        """async () => {
          const { csv } = await import(new URL("../modules/compare/sheets.js", location.href));
          return csv([["=1+1", '-2"', 1.5, null, "a;b"]]);
        }"""
    )
    assert made == '\ufeff\'=1+1;"\'-2""";1,5;;"a;b"\r\n'


def test_a_workbook_keeps_marks_and_leaves_out_what_xml_cannot_hold(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/")
    made = page.evaluate(
        """async () => {
          const { workbook } = await import(new URL("../modules/compare/xlsx.js", location.href));
          const row = [...Array(28).keys()].map(String);
          const cells = ["<é> \\u0001&\\uD83D\\uDE00\\uD800", 2, { share: 0.5 }, null];
          const made = await workbook([{ name: "A & B", rows: [row, cells], widths: [9] }]);
          return [...new Uint8Array(await made.arrayBuffer())];
        }"""
    )
    book = openpyxl.load_workbook(io.BytesIO(bytes(made)))
    sheet = book["A & B"]
    assert [sheet.cell(2, column).value for column in range(1, 5)] == ["<é> &😀", 2, 0.5, None]
    assert sheet["AB1"].value == "27"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width == pytest.approx(9, abs=1)


def test_a_workbook_of_any_size_is_made_without_what_the_policy_of_the_page_refuses(page: Page, address: str) -> None:
    page.goto(f"{address}vergelijken/")
    made = page.evaluate(
        """async () => {
          const { workbook } = await import(new URL("../modules/compare/xlsx.js", location.href));
          const rows = [...Array(4000).keys()].map((line) => [`rij ${line}`, `${Math.random()} en nog een tekst`, line]);
          const made = await workbook([{ name: "Groot", rows, widths: [9, 9, 9] }]);
          return [...new Uint8Array(await made.arrayBuffer())];
        }"""
    )
    sheet = openpyxl.load_workbook(io.BytesIO(bytes(made)))["Groot"]
    assert (sheet.max_row, sheet["A4000"].value, sheet["C4000"].value) == (4000, "rij 3999", 3999)


# paper, small screens, everyone


def test_it_prints_on_a4_across_with_only_the_comparison(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + CONTRACT)
    page.locator("[data-short] table").wait_for()
    page.pdf(path=tmp_path / "vergelijking.pdf", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", (tmp_path / "vergelijking.pdf").read_bytes())
    assert len(boxes) == 1
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(842, 595)}
    page.emulate_media(media="print")
    for hidden in ("[data-choose]", ".side-by-side .compare-buttons >> nth=0", "[data-chosen]", ".ready"):
        assert not page.locator(hidden).is_visible(), hidden
    assert (
        page.locator("[data-print-head]").inner_text().startswith("Methodebibliotheek gezin: vergelijking van Sirius Familiezorg")
    )


def test_the_button_to_print_prints(page: Page, address: str) -> None:
    page.goto(address + CONTRACT)
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print 1 A4").click()
    until(page, "window.printed === true")


def test_the_heads_stay_in_sight_on_a_wide_screen(page: Page, address: str) -> None:
    page.goto(address + CONTRACT)
    page.get_by_role("rowheader", name="Hoe gemeten").evaluate("row => row.scrollIntoView({block: 'start'})")
    box = page.locator("[data-short] thead th").first.bounding_box()
    assert box and 0 <= box["y"] < 60


@pytest.mark.parametrize("width", [320, 390, 720, 980])
def test_nothing_is_wider_than_the_screen(width: int, page: Page, address: str) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=844))
    for path in (CONTRACT, "kosten/"):
        open_whole(page, address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_on_a_telephone_every_value_stands_under_the_name_of_its_method(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address + CONTRACT)
    cell = page.locator("[data-short] td[data-label='Sirius Familiezorg']").first
    cell.wait_for()
    assert cell.evaluate("node => getComputedStyle(node, '::before').content") == '"Sirius Familiezorg: "'
    box = cell.bounding_box()
    assert box and box["width"] > 300


@pytest.mark.parametrize("path", [CONTRACT, "vergelijken/", "kosten/", "methoden/"])
def test_axe_finds_nothing_wide_and_narrow_light_and_dark(path: str, look: Look, page: Page, address: str) -> None:
    page.goto(f"{address}methoden/")
    page.locator("[data-compare=dok]").click()  # so that the tray is there
    look.show(page)
    open_whole(page, address + path)
    assert faults(page) == []


def test_without_scripts_the_ready_made_comparisons_stand_with_all_their_rows(page_without_scripts: Page, address: str) -> None:
    page = page_without_scripts
    page.goto(address + CONTRACT)
    assert page.get_by_role("link", name="Wat is er bekend over thuis blijven wonen?").is_visible()
    assert not page.locator("[data-side-by-side]").is_visible()
    assert page.locator("noscript .note").is_visible()
    page.goto(f"{address}vergelijken/thuis-blijven/")
    assert page.locator(".comparison:visible").count() == 1
    page.locator("summary").filter(has_text="Alle punten").click()
    assert page.locator("details[open] .comparison tbody tr:not(.group)").count() == len(ROWS)
    page.goto(f"{address}kosten/")
    assert page.locator(".costs tbody tr").count() == 3
    assert not page.locator("[data-calculator]").is_visible()


# costs


def test_the_calculator_multiplies_what_fits_and_shows_how(page: Page, address: str) -> None:
    page.goto(f"{address}kosten/")
    page.get_by_label("Bedrag").select_option(
        label="Stevig Opgroeien: ongeveer € 80 per geboorte in het gebied "
        "(de uitvoering, omgeslagen over alle geboorten in het gebied)"
    )
    page.get_by_label("Aantal").fill("1.200")
    answer = page.locator("[data-answer]")
    assert "1.200 geboorten in het gebied × ongeveer € 80 = ongeveer € 96.000" in answer.inner_text()
    assert "Het prijsjaar is onbekend" in answer.inner_text()
    page.get_by_label("Aantal").fill("-3")
    assert "Vul een heel aantal in" in answer.inner_text()


def test_the_calculator_refuses_what_does_not_fit_and_says_why(page: Page, address: str) -> None:
    page.goto(f"{address}kosten/")
    page.get_by_label("Aantal").fill("400")
    page.get_by_label("Wat telt u?").select_option("visited-family")
    answer = page.locator("[data-answer]").inner_text()
    assert answer.startswith("Niet te vermenigvuldigen. Dit bedrag is per geboorte in het gebied.")
    assert "U telt gezinnen die huisbezoek krijgen." in answer
    assert "er wel een bedrag dat daarbij past: ongeveer € 2.000 per bezocht gezin." in answer
    assert "=" not in answer
    page.get_by_label("Wat telt u?").select_option("child")
    assert "Van deze methode kennen wij geen bedrag dat daarbij past." in page.locator("[data-answer]").inner_text()


def in_pages(library: Library, site: Site) -> str:
    """The first page of costs as it is when a page holds three methods, none of which has an amount."""
    sheet = paginate(methods_by_name(library), 3, "kosten/")[0]
    begin, end = '<h2 id="bedragen">', "</article>"
    html = (site.path / "kosten" / "index.html").read_text(encoding="utf-8")
    head, rest = html.split(begin, 1)
    return head + render("evidence/costs.html", root="../", view=costs_page_view(sheet)) + end + rest.split(end, 1)[1]


def test_the_calculator_takes_amounts_from_other_pages(page: Page, address: str, library: Library, site: Site) -> None:
    page.route("**/kosten/", lambda route: route.fulfill(body=in_pages(library, site), content_type="text/html; charset=utf-8"))
    open_whole(page, f"{address}kosten/")
    assert page.locator("[data-amount] option").count() == 0
    other, answer = page.get_by_label("Methode van een andere pagina"), page.locator("[data-answer]")
    other.fill("xyzzyx")
    other.press("Enter")
    expect(answer).to_contain_text("Er is geen methode met de naam “xyzzyx”.")
    other.fill("Steunpartners")
    other.press("Enter")
    expect(answer).to_contain_text("Van Steunpartners is geen bedrag bekend.")
    other.fill("stevig opgroeien")
    other.press("Enter")
    expect(page.locator("[data-amount] option")).to_have_count(3)
    page.get_by_label("Aantal").fill("1200")
    expect(answer).to_contain_text("1.200 geboorten in het gebied × ongeveer € 80 = ongeveer € 96.000")
    page.get_by_label("Wat telt u?").select_option("visited-family")
    expect(answer).to_contain_text("er wel een bedrag dat daarbij past: ongeveer € 2.000 per bezocht gezin.")
    assert page.locator("#reken-methoden option").count() == len(library.methods)
    assert faults(page) == []
