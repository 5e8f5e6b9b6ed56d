"""Every card can be written into the spreadsheet, and imported again it is the same card."""

from pathlib import Path

from spreadsheets import as_cells, cards_from, cards_in

from macros.contributing.spreadsheet.filling import sheet_rows
from macros.contributing.spreadsheet.template import template_xlsx
from macros.library.choices import list_choices
from macros.library.library import Library


def test_a_card_that_goes_through_the_spreadsheet_is_the_same_card(project: Path, library: Library, tmp_path: Path) -> None:
    cards = cards_in(project)
    file = tmp_path / "kaarten.xlsx"
    file.write_bytes(template_xlsx(library, sheet_rows(cards, list_choices(library))))
    assert cards_from(file, project) == as_cells(cards)
