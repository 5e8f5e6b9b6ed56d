"""The tables: CSV for programs and for Dutch spreadsheets, the workbook, and the package that describes them."""

import csv
import datetime
import io
import json
import re
import warnings
from itertools import chain
from pathlib import Path

import openpyxl
import pytest
from builders import SOURCES, Root, a_card, an_outcome
from built import ADDRESS, Site
from open_data_fixtures import NOWHERE, PUBLICATION

from macros.library.library import Library
from macros.open_data.cells import dutch_cell, plain_cell, safe_text
from macros.open_data.publication import API
from macros.open_data.table_files import FOLDER, PACKAGE, WORKBOOK, csv_path, dutch_csv_path, table_files
from macros.open_data.tables import KINDS, TABLES
from macros.views.common.intervals import wilson


def made(root: Root) -> dict[str, str | bytes]:
    """The files; all but the workbook as text."""
    files = dict(table_files(root.load(), PUBLICATION))
    return {
        path: content if path == WORKBOOK or isinstance(content, str) else content.decode() for path, content in files.items()
    }


def plain_rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


def dutch_rows(content: str) -> list[dict[str, str]]:
    assert content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(content[1:], newline=""), delimiter=";"))


def test_the_data_package_passes_the_validator_of_frictionless(site: Site) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the validator's own dependencies
        import frictionless

        report = frictionless.validate(str(site.path / PACKAGE))
    assert report.valid, report.flatten(["type", "title", "note"])
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("before", "after"), [("proportion", "verhouding"), (",own,", ",misschien,"), (",outcome,", ",uitkomst,")]
)
def test_the_package_refuses_a_table_that_is_not_as_described(site: Site, tmp_path: Path, before: str, after: str) -> None:
    """The description has teeth: closed lists, required cells and the names of columns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import frictionless

        for file in (site.path / FOLDER).glob("*.csv"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
        (tmp_path / "datapackage.json").write_bytes((site.path / PACKAGE).read_bytes())
        outcomes = tmp_path / "outcomes.csv"
        text = outcomes.read_bytes().decode()
        assert before in text
        outcomes.write_bytes(text.replace(before, after, 1).encode())
        assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_how_many_a_card_has_is_always_told_also_if_that_is_nought(root: Root) -> None:
    methods = next(table for table in TABLES if table.name == "methods")
    counts = [column for column in methods.columns if column.kind == "integer"]
    assert len(counts) >= 4 and all(column.required for column in counts)
    root.write_card(a_card(), "kaal")
    row = next(row for row in plain_rows(made(root)[csv_path(methods)]) if row["method"] == "kaal")
    assert {row[name] for name in ("outcomes", "recognitions")} == {"0"}
    assert all(row[column.name] for column in counts)


def test_every_table_has_rows_in_the_invented_library(library: Library) -> None:
    assert all(any(table.rows(library)) for table in TABLES)


def test_every_form_of_a_table_has_the_same_rows(site: Site, library: Library) -> None:
    book = openpyxl.load_workbook(site.path / WORKBOOK, read_only=True)
    assert book.sheetnames == [table.title for table in TABLES]
    for table in TABLES:
        plain = plain_rows((site.path / csv_path(table)).read_bytes().decode())
        dutch = dutch_rows((site.path / dutch_csv_path(table)).read_bytes().decode())
        sheet = list(book[table.title].iter_rows(values_only=True))
        assert len(plain) == len(dutch) == len(sheet) - 1 == len(list(table.rows(library)))
        assert list(sheet[0]) == [column.title for column in table.columns]
        if plain:
            assert list(plain[0]) == [column.name for column in table.columns]
            assert list(dutch[0]) == list(sheet[0])
        for number, column in enumerate(table.columns):
            for one, other, cells in zip(plain, dutch, sheet[1:], strict=True):
                assert bool(one[column.name]) == bool(other[column.title]) == (cells[number] is not None), column.name
                if column.kind in ("integer", "number") and one[column.name]:
                    assert float(one[column.name]) == float(other[column.title].replace(",", ".")) == float(cells[number])


def test_numbers_stand_in_the_spreadsheet_as_numbers(root: Root) -> None:
    content = made(root)[WORKBOOK]
    assert isinstance(content, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["resultaten"]
    titles = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[titles.index("resultaat")].value == "weer-thuis")
    cells = dict(zip(titles, row, strict=True))
    interval = wilson(11, 12)
    assert (cells["aantal"].value, cells["van_hoeveel"].value, cells["percentage"].value) == (11, 12, 91.7)
    assert (cells["interval_laag"].value, cells["interval_hoog"].value) == (
        round(100 * interval.low, 1),
        round(100 * interval.high, 1),
    )
    assert {cells[name].data_type for name in ("aantal", "van_hoeveel", "percentage", "interval_laag")} == {"n"}
    assert cells["maat"].value == "kind woont weer thuis"


def test_a_percentage_without_a_total_has_no_interval_in_any_table(root: Root) -> None:
    rows = plain_rows(str(made(root)[csv_path(TABLES[1])]))
    row = next(row for row in rows if row["outcome"] == "familieband")
    assert (row["percent"], row["of"], row["low"], row["high"]) == ("93", "", "", "")
    assert {row["kind"] for row in rows} <= set(KINDS)


def test_words_stand_as_ids_for_programs_and_as_names_for_people(root: Root) -> None:
    files = made(root)
    plain = next(row for row in plain_rows(str(files[csv_path(TABLES[0])])) if row["method"] == "voorbeeld-thuis")
    dutch = next(row for row in dutch_rows(str(files[dutch_csv_path(TABLES[0])])) if row["methode"] == "voorbeeld-thuis")
    assert (plain["phase"], plain["frame"]) == ("completed", "voluntary; compulsory")
    assert dutch["stand"] == "afgerond" and ";" in dutch["kader"] and "voluntary" not in dutch["kader"]
    assert plain["sources"] == "voorbeeldrapport; voorbeeldpagina"


def test_a_text_that_looks_like_a_formula_is_harmless_in_every_form(root: Root) -> None:
    formula = "=HYPERLINK('https://voorbeeld.example')"
    outcome = an_outcome({"words": "+1 op alles"}, statement=formula, caveat="@SUM(1)", population="-1+1")
    root.write_card(a_card(name="=A1+1", outcomes=[outcome]))
    files = made(root)
    for path, content in files.items():
        if path.endswith(".csv"):
            rows = csv.reader(
                io.StringIO(str(content).lstrip("\ufeff"), newline=""), delimiter="," if path == csv_path_of(path) else ";"
            )
            cells = list(chain.from_iterable(rows))
            assert cells and not [cell for cell in cells if cell.startswith(("=", "+", "@"))], path
    assert f"'{formula}" in str(files[csv_path(TABLES[1])])
    book = openpyxl.load_workbook(io.BytesIO(bytes(files[WORKBOOK])))  # type: ignore[arg-type]
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in types
    assert formula in {cell.value for row in book["resultaten"].iter_rows() for cell in row}


def csv_path_of(path: str) -> str | None:
    return path if path in {csv_path(table) for table in TABLES} else None


def test_cells_are_written_for_who_reads_them() -> None:
    assert [dutch_cell(value) for value in (None, 1.5, True, False, 12, "a\nb")] == ["", "1,5", "ja", "nee", "12", "a b"]
    assert [plain_cell(value) for value in (None, 1.5, True, False, -12, "a\nb")] == ["", "1.5", "true", "false", "-12", "a b"]
    assert safe_text(" =1") == "'=1"
    assert safe_text("a=1") == "a=1"


def test_the_workbook_carries_the_day_of_the_build_and_nothing_of_the_machine(root: Root) -> None:
    first, second = made(root)[WORKBOOK], made(root)[WORKBOOK]
    assert first == second
    properties = openpyxl.load_workbook(io.BytesIO(bytes(first))).properties  # type: ignore[arg-type]
    assert properties.created == datetime.datetime(2025, 1, 1)
    assert not properties.creator


def test_the_package_states_licence_version_and_publisher(site: Site) -> None:
    package = json.loads((site.path / PACKAGE).read_text(encoding="utf-8"))
    assert package["licenses"][0]["path"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert PACKAGE.startswith(API) and package["version"] == "1"
    assert package["contributors"] == [{"title": "de bijdragers aan de methodebibliotheek", "role": "publisher"}]
    assert all(field["description"] for resource in package["resources"] for field in resource["schema"]["fields"])


def test_a_column_that_names_a_list_names_one_that_is_published_and_holds_its_words(site: Site, library: Library) -> None:
    named = 0
    for table in TABLES:
        rows = plain_rows((site.path / csv_path(table)).read_bytes().decode())
        for column in table.columns:
            if found := re.search(r"ids? uit de lijst ([a-z-]+)", column.help, re.IGNORECASE):
                named += 1
                words = set(library.vocabularies[found[1]].terms)
                used = {word for row in rows for word in row[column.name].split("; ") if word}
                assert used <= words, column.name
    assert named > 10


def test_the_workbook_opens_with_a_filter_on_every_column_that_shows_its_text(site: Site) -> None:
    book = openpyxl.load_workbook(site.path / WORKBOOK)
    for table in TABLES:
        sheet = book[table.title]
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "A2"
        for cells in sheet.iter_cols():
            longest = max(10 if cell.is_date else len(str(cell.value)) for cell in cells if cell.value is not None)
            width = next(one.width for one in sheet.column_dimensions.values() if one.min <= cells[0].column <= one.max)
            assert width >= min(60, longest), (table.title, cells[0].value)


def test_whole_dates_stand_there_as_dates_and_parts_of_dates_as_they_are(site: Site) -> None:
    book = openpyxl.load_workbook(site.path / WORKBOOK)
    found = [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row if cell.is_date]
    assert found
    assert {cell.number_format for cell in found} == {"dd-mm-yyyy"}
    texts = [cell.value for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row if cell.data_type == "s"]
    assert not [text for text in texts if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)]


PLACES = {(table.name, column.name) for table in TABLES for column in table.columns if column.is_place}


def test_with_a_known_address_every_place_in_every_table_is_whole_and_without_one_none(root: Root) -> None:
    assert {("methods", "address"), ("outcomes", "address"), ("studies", "address")} == PLACES
    for publication, start in ((PUBLICATION, PUBLICATION.url), (NOWHERE, "methoden/")):
        files = dict(table_files(root.load(), publication))
        book = openpyxl.load_workbook(io.BytesIO(bytes(files[WORKBOOK])))  # type: ignore[arg-type]
        for table in TABLES:
            if not any(column.is_place for column in table.columns):
                continue
            plain = [row["address"] for row in plain_rows(bytes(files[csv_path(table)]).decode())]
            dutch = [row["adres"] for row in dutch_rows(bytes(files[dutch_csv_path(table)]).decode())]
            titles, *rows = book[table.title].iter_rows(values_only=True)
            assert plain == dutch == [row[titles.index("adres")] for row in rows]
            assert plain and all(address.startswith(start) for address in plain)
        package = json.loads(str(files[PACKAGE]))
        assert package.get("id") == (PUBLICATION.url + PACKAGE if publication is PUBLICATION else None)


def test_no_other_cell_holds_a_place_on_this_site_without_its_address(published: Site) -> None:
    places = re.compile(r"(methoden|werkvormen|organisaties|begrippen|uitspraken|bewijs)/[a-z0-9-]*/?(#\S+)?")
    texts = {file.name: file.read_text(encoding="utf-8-sig") for file in published.path.rglob("*.csv")}
    assert len(texts) > len(TABLES)
    for name, text in texts.items():
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.partition("\n")[0] else ",")
        cells = [cell for row in rows for cell in row]
        assert cells and not [cell for cell in cells if places.fullmatch(cell)], name


def test_what_readers_follow_has_whole_addresses_too(published: Site) -> None:
    """A feed or an appointment is read outside the site, in a program that was given the file once."""
    files = [*published.path.rglob("feed.xml"), *published.path.glob("*.ics"), published.path / "opensearch.xml"]
    assert len(files) > 3
    for file in files:
        text = re.sub(r"\r\n ", "", file.read_bytes().decode())
        found = re.findall(r'(?:href|template)="([^"]*)"|^URL[^:]*:(\S+)', text, re.MULTILINE)
        addresses = [one or other for one, other in found]
        assert addresses and all(address.startswith(ADDRESS) for address in addresses), file


def test_only_what_is_a_day_to_a_spreadsheet_is_a_date_there_and_a_name_that_looks_like_one_is_not(root: Root) -> None:
    decided = {"body": "voorbeeldcommissie", "verdicts": [{"level": "goed onderbouwd"}], "sources": SOURCES}
    days = ("1900-01-01", "2019-05-14", "1899-12-31", "1000-01-01", "2018-05", "2017")
    recognitions = [{**decided, "id": f"besluit-{number}", "date": day} for number, day in enumerate(days)]
    outcome = an_outcome({"percent": "12", "unit": "family"}, id="2019-99-99", statement="2019-05-14")
    root.write_card(a_card(recognitions=recognitions, outcomes=[outcome]), "1999-12-31")
    book = openpyxl.load_workbook(io.BytesIO(bytes(made(root)[WORKBOOK])))  # type: ignore[arg-type]
    assert {cell.value for cell in book["methoden"]["A"]} >= {"1999-12-31"}
    assert "2019-99-99" in {cell.value for row in book["resultaten"].iter_rows() for cell in row}
    sheet = book["erkenningen"]
    column = [cell.value for cell in sheet[1]].index("datum")
    found = {row[column].value for row in sheet.iter_rows(min_row=2)}
    assert {datetime.datetime(1900, 1, 1), datetime.datetime(2019, 5, 14), "1899-12-31", "1000-01-01", "2018-05", "2017"} <= found
