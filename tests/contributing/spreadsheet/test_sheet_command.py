"""The command that writes cards into the spreadsheet."""

import pytest
from builders import Root
from spreadsheets import Desk, as_cells, cards_in

from macros.contributing.spreadsheet.sheets import read_sheets
from scripts.sheet import main


def test_cards_that_were_written_into_a_spreadsheet_are_imported_as_they_were(desk: Desk) -> None:
    before = as_cells(cards_in(desk.root.path))
    file = desk.root.path / "uit" / "kaarten.xlsx"
    assert main(["--out", str(file), "--root", str(desk.root.path)]) == 0
    assert desk.capsys.readouterr().out == f"3 kaarten staan in {file}\n"
    assert desk.run(file, "--overwrite")[0] == 0
    assert as_cells(cards_in(desk.root.path)) == before
    assert desk.root.check() == 0


def test_only_the_cards_that_are_named_are_written(root: Root) -> None:
    file = root.path / "kaart.xlsx"
    assert main(["voorbeeld-kort", "--out", str(file), "--root", str(root.path)]) == 0
    cards = next(sheet for sheet in read_sheets(file) if sheet.name == "Kaarten")
    assert [row[0] for row in cards.rows[2:]] == ["voorbeeld-kort"]


def test_a_card_that_is_not_there_is_said(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    file = root.path / "kaart.xlsx"
    assert main(["voorbeeld-kor", "--out", str(file), "--root", str(root.path)]) == 1
    assert capsys.readouterr().out == 'er is geen kaart "voorbeeld-kor" om van uit te gaan — bedoelde u "voorbeeld-kort"?\n'
    assert not file.exists()


def test_a_library_with_a_mistake_is_not_written(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.write_card({"name": "Half"})
    file = root.path / "kaart.xlsx"
    assert main(["--out", str(file), "--root", str(root.path)]) == 1
    assert "methods/nieuw.yml" in capsys.readouterr().out
    assert not file.exists()
