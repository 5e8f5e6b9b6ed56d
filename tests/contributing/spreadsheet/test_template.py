"""The spreadsheet to fill in."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from builders import Root
from spreadsheets import LEAST, Desk, filled_in

from macros.contributing.spreadsheet.columns import CARDS, Form, every_column, find_column
from macros.contributing.spreadsheet.forms import CARD, FORMS, LISTS, NEW_RECORDS, find_form
from macros.contributing.spreadsheet.guidance import column_row
from macros.contributing.spreadsheet.sheets import read_sheets
from macros.contributing.spreadsheet.template import sheet_columns, template_xlsx
from macros.contributing.spreadsheet.wide import template_csv, wide_columns
from macros.library.loader import load_library
from macros.model.fields import fields_of
from macros.model.method import Method


@pytest.fixture(scope="module")
def template(example: Root, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sjabloon") / "sjabloon.xlsx"
    file.write_bytes(template_xlsx(load_library(example.path, cards=[])))
    return file


@pytest.fixture(scope="module")
def book(template: Path) -> openpyxl.Workbook:
    """As a spreadsheet program opens it."""
    return openpyxl.load_workbook(template)


@pytest.fixture(scope="module")
def rows_of(template: Path) -> dict[str, list[Any]]:
    """Name of a sheet -> its rows, as the import reads them."""
    return {sheet.name: sheet.rows for sheet in read_sheets(template)}


def test_every_field_of_a_card_has_a_place_on_one_sheet_only() -> None:
    on_cards = {column.keys[0] for column in sheet_columns(CARDS)} - {"id"}
    on_lists = {form.keys[0] for form in LISTS}
    assert on_cards | on_lists == {node.name for node in fields_of(Method)}
    assert on_cards & on_lists == {"status", "target_group", "for_parents"}  # what they have once, and their lists


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_sheet_holds_every_column_of_its_rows_and_knows_them_by_both_names(form: Form, rows_of: dict[str, list[Any]]) -> None:
    rows = rows_of[form.name]
    columns = sheet_columns(form)
    assert columns[0] == form.key
    assert [find_column(name, form) for name in rows[0]] == [find_column(name, form) for name in rows[1]] == columns
    assert len({column.heading for column in columns}) == len(columns)
    needed = {column.path for column in every_column(form) if column.required and not any(map(str.isdigit, column.path))}
    assert needed <= set(rows[1])


def test_a_sheet_has_a_name_of_its_own_that_a_spreadsheet_allows() -> None:
    names = [form.name for form in FORMS]
    assert len({name.casefold() for name in names}) == len(names)
    assert not [name for name in names if len(name) > 31 or set(name) & set("[]:*?/\\")]
    assert [find_form(f" {form.name.upper()} ") for form in FORMS] == list(FORMS)
    assert [find_form(".".join(form.keys)) for form in LISTS] == list(LISTS)
    assert find_form("") is None


def test_no_row_has_a_field_by_the_name_of_the_column_that_joins_it() -> None:
    names = {name for form in LISTS for column in every_column(form) for name in (column.path, column.heading)}
    assert {CARD.path, CARD.heading} <= names
    assert all(find_column(name, form) == CARD for form in LISTS for name in (CARD.path, CARD.heading))
    assert not [node for form in LISTS for record in form.records for node in fields_of(record) if node.name == CARD.path]


def test_the_csv_template_is_the_wide_form(tmp_path: Path) -> None:
    file = tmp_path / "sjabloon.csv"
    file.write_bytes(template_csv())
    heading, paths = read_sheets(file)[0].rows
    assert [find_column(name) for name in heading] == [find_column(name) for name in paths] == wide_columns()
    assert {column.path for column in every_column() if column.required} <= set(paths) == set(paths) | set(LEAST)
    assert len(paths) == len(set(paths)) > 100
    assert file.read_bytes().startswith(b"\xef\xbb\xbfBestandsnaam (id);Naam;")


def test_the_template_is_the_same_every_time(template: Path, example: Root) -> None:
    assert template_xlsx(load_library(example.path, cards=[])) == template.read_bytes()


def test_the_template_offers_the_words_of_the_vocabularies(book: openpyxl.Workbook, example: Root) -> None:
    sheet = book["Kaarten"]
    at = {cell.value: cell.column_letter for cell in sheet[2]}
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    rule = rules[f"{at['status.phase']}3"]
    assert rule.type == "list"
    words = [cell.value for row in book["Woorden"][rule.formula1.removeprefix("Woorden!").replace("$", "")] for cell in row]
    assert words == [term.nl for term in example.load().vocabularies["phase"].terms.values()]
    assert rules[f"{at['name']}3"].formula1 == "90"
    assert "Ten hoogste 90 tekens." in rules[f"{at['name']}3"].error


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_cell_has_help_and_is_text(form: Form, book: openpyxl.Workbook) -> None:
    sheet = book[form.name]
    rules = sheet.data_validations.dataValidation
    assert len(rules) == len(sheet_columns(form))
    assert not [rule for rule in rules if rule.prompt is None or len(rule.prompt) > 255 or len(rule.promptTitle) > 32]
    assert {dimension.number_format for dimension in sheet.column_dimensions.values()} == {"@"}


def rule_of(book: openpyxl.Workbook, form: Form, path: str) -> openpyxl.worksheet.datavalidation.DataValidation:
    sheet = book[form.name]
    letter = next(cell.column_letter for cell in sheet[2] if cell.value == path)
    return next(rule for rule in sheet.data_validations.dataValidation if str(rule.sqref).startswith(f"{letter}3:"))


def test_a_row_is_joined_by_the_ids_of_the_sheet_of_cards_or_by_another_name(book: openpyxl.Workbook) -> None:
    rule = rule_of(book, LISTS[0], "card")
    assert (rule.formula1, rule.showErrorMessage) == ("'Kaarten'!$A$3:$A$502", False)


@pytest.mark.parametrize(("path", "words"), [("result.change", "meer,minder"), ("traceable", "ja,nee")])
def test_words_of_the_format_itself_are_offered_in_dutch(path: str, words: str, book: openpyxl.Workbook) -> None:
    rule = rule_of(book, next(form for form in LISTS if form.keys == ("outcomes",)), path)
    assert (rule.formula1, rule.showErrorMessage) == (f'"{words}"', True)


def test_an_organisation_that_is_not_in_the_list_may_be_typed(book: openpyxl.Workbook) -> None:
    owners = next(form for form in LISTS if form.keys == ("owners",))
    assert not rule_of(book, owners, "organisation").showErrorMessage
    assert rule_of(book, NEW_RECORDS["organisation"], "kind").showErrorMessage


def test_nothing_can_be_typed_where_nothing_is_read(book: openpyxl.Workbook) -> None:
    assert {sheet.title for sheet in book if sheet.protection.sheet} == {"Uitleg", "Kolommen", "Woorden", "Bronnen"}
    assert book.sheetnames[:2] == ["Uitleg", "Kaarten"] and book.active.title == "Kaarten"


def test_the_explanation_leads_to_every_sheet(book: openpyxl.Workbook) -> None:
    sheet = book["Uitleg"]
    links = {cell.value: cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink}
    assert links == {form.name: f"'{form.name}'!A1" for form in FORMS}


def test_all_columns_are_listed_with_the_sheet_on_which_they_stand(rows_of: dict[str, list[Any]]) -> None:
    rows = rows_of["Kolommen"]
    listed = [tuple(row[:3]) for row in rows[1:]]
    assert listed == [(form.name, column.heading, column.path) for form in FORMS for column in every_column(form)]


@pytest.mark.parametrize(
    ("path", "help_ends"),
    [
        ("result.lowest", "Getal. Alleen samen met: Gemiddelde score."),
        ("result.of", "Heel getal. Alleen samen met: Aantal, Percentage."),
        ("result.compared.description", "Tekst, ten hoogste 160 tekens. Alleen samen met: Aantal, Percentage."),
        ("result.score", "Getal."),
        ("statement", "Tekst, ten hoogste 700 tekens. Verplicht."),
    ],
)
def test_the_help_says_what_belongs_together(path: str, help_ends: str, book: openpyxl.Workbook) -> None:
    outcomes = next(form for form in LISTS if form.keys == ("outcomes",))
    assert str(rule_of(book, outcomes, path).prompt).endswith(help_ends)


def test_the_template_filled_in_with_dutch_words_becomes_a_card(template: Path, desk: Desk, tmp_path: Path) -> None:
    filled_in(template, tmp_path / "ingevuld.xlsx", LEAST)
    assert desk.run(tmp_path / "ingevuld.xlsx")[0] == 0
    assert desk.value()["goals"][0]["theme"] == "return-home"
    assert desk.value()["owners"][0]["organisation"] == "voorbeeldorganisatie"


@pytest.mark.parametrize(
    ("path", "needed"),
    [("id", "ja"), ("name", "ja"), ("aliases", ""), ("former_names.1.until", ""), ("former_names.1.name", "in deze groep")],
)
def test_what_is_needed_on_every_row_and_what_only_beside_others_is_told_apart(path: str, needed: str) -> None:
    column = next(one for one in every_column(FORMS[0]) if one.path == path)
    assert column_row(FORMS[0], column)[3] == needed
