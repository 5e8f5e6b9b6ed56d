"""A card that is written into the spreadsheet and imported again is the same card, and every cell of it has a column there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Root
from hypothesis import given
from hypothesis import strategies as st
from paths import EXAMPLE_SITE
from spreadsheets import as_cells, cards_from, cards_in, write_csv

from macros.contributing.spreadsheet.cells import join_values, split_values
from macros.contributing.spreadsheet.columns import find_column
from macros.contributing.spreadsheet.filling import list_leaves, sheet_rows, wide_rows
from macros.contributing.spreadsheet.forms import FORMS
from macros.contributing.spreadsheet.template import sheet_columns, template_xlsx
from macros.contributing.spreadsheet.wide import wide_columns
from macros.library.choices import list_choices
from macros.library.loader import load_library


@pytest.fixture(scope="module", params=["example", "example-site"])
def library_root(request: pytest.FixtureRequest, example: Root) -> Iterator[Path]:
    yield {"example": example.path, "example-site": EXAMPLE_SITE}[request.param]


def test_a_card_that_goes_through_the_sheets_is_the_same_card(library_root: Path, tmp_path: Path) -> None:
    library, cards = load_library(library_root), cards_in(library_root)
    file = tmp_path / "kaarten.xlsx"
    file.write_bytes(template_xlsx(library, sheet_rows(cards, list_choices(library))))
    assert cards_from(file, library_root) == as_cells(cards)


def test_a_card_that_goes_through_the_wide_form_of_before_is_the_same_card(library_root: Path, tmp_path: Path) -> None:
    library, cards = load_library(library_root), cards_in(library_root)
    rows = wide_rows(cards, list_choices(library))
    keys = list(dict.fromkeys(keys for row in rows for keys in row))
    paths = [".".join(str(key + 1) if isinstance(key, int) else key for key in path) for path in keys]
    headings = [find_column(path).heading for path in paths]
    file = write_csv(tmp_path / "kaarten.csv", [headings, paths, *([row.get(path) for path in keys] for row in rows)])
    assert cards_from(file, library_root) == as_cells(cards)


def test_every_cell_of_a_card_has_a_column_in_the_template(library_root: Path) -> None:
    """The wide form has one for fewer than half of them."""
    cards = cards_in(library_root)
    rows = sheet_rows(cards, list_choices(load_library(library_root)))
    columns = {form.name: {column.keys for column in sheet_columns(form)} for form in FORMS}
    assert [keys for name, filled in rows.items() for row in filled for keys in row if keys not in columns[name]] == []
    leaves = [column.keys for values in cards.values() for column, _ in list_leaves(values)]
    written = sum(len(row) for filled in rows.values() for row in filled) - sum(map(len, rows.values()))
    assert written == len(leaves) > 400
    wide = {column.keys for column in wide_columns()}
    assert len([keys for keys in leaves if keys in wide]) < len(leaves) / 2


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=9), max_size=4))
def test_values_that_stand_together_in_a_cell_come_apart_as_they_were(values: list[str]) -> None:
    """Except where a value ends in the mark that keeps a semicolon: no title or place in a source does."""
    kept = [value.strip() for value in values if value.strip() and not value.strip().endswith("\\")]
    assert split_values(join_values(kept)) == kept


def test_a_row_with_more_items_than_the_template_has_columns_gets_more_of_them() -> None:
    conflicts = next(form for form in FORMS if form.keys == ("conflicts",))
    row = {("card",): "nieuw", ("statements", 7, "says"): "Iets anders."}
    columns = {column.keys for column in sheet_columns(conflicts, [row])}
    assert row.keys() <= columns
    assert ("statements", 8, "says") not in columns
