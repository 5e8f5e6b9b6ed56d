"""What people see of an XLSX that the reader of its values does not tell: percentages, errors, formulas without an outcome,
merged cells, hidden rows, and how far a sheet goes. Read from the XML of the file (ECMA-376 part 1, clause 18)."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MAX_UNPACKED = 200_000_000
"""Bytes of all parts together; a workbook of a thousand methods has a tenth."""
MAX_CELLS = 1_000_000
"""The reader of values keeps every cell up to the last, also empty ones."""
_PERCENT_IDS = (9, 10)
"""Number formats that are part of the standard: 0% and 0.00% (clause 18.8.30)."""
_TAG = re.compile(r"\{.*\}")
_CELL = re.compile(r"([A-Z]{1,9})([0-9]{1,12})")
Spot = tuple[int, int]
"""Row and column, from 0."""


class TooLarge(Exception):
    """The workbook would fill the memory; `spot` is the last cell of the sheet that is too large, or None for the whole."""

    def __init__(self, sheet: str = "", spot: Spot | None = None) -> None:
        super().__init__(sheet)
        self.sheet, self.spot = sheet, spot


@dataclass
class Looks:
    """How one sheet looks."""

    percents: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    """#DIV/0! and the like."""
    uncomputed: set[Spot] = field(default_factory=set)
    """Formulas of which the program that wrote the file did not write an outcome."""
    merged: list[tuple[Spot, Spot]] = field(default_factory=list)
    """First and last cell of each."""
    hidden: set[int] = field(default_factory=set)
    """Rows."""


def read_looks(file: IO[bytes]) -> dict[str, Looks]:
    """Name of each sheet → how it looks. Raises TooLarge, and what zipfile and ElementTree raise for what is no workbook."""
    with zipfile.ZipFile(file) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            raise TooLarge
        percents = _percent_styles(archive)
        return {name: _read_sheet(archive, path, name, percents) for name, path in _sheets(archive)}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet with cells, and the part of the archive that holds it."""
    targets = {one.get("Id"): one.get("Target", "") for one in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship")}
    for sheet in _elements(archive, "xl/workbook.xml", "sheet"):
        key = next((value for name, value in sheet.items() if _TAG.sub("", name) == "id"), "")
        path = targets.get(key, "")
        path = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
        if path in archive.namelist() and "worksheets/" in path:
            yield sheet.get("name", ""), path


def _percent_styles(archive: zipfile.ZipFile) -> set[int]:
    """The numbers of the cell styles that show a number as a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    root = _root(archive, "xl/styles.xml")
    formats = {int(one.get("numFmtId", -1)) for one in _named(root, "numFmt") if _is_percent(one.get("formatCode", ""))}
    lists = [one for one in root if _TAG.sub("", one.tag) == "cellXfs"]
    found = [int(one.get("numFmtId", 0)) for styles in lists for one in styles]
    return {number for number, kind in enumerate(found) if kind in formats or kind in _PERCENT_IDS}


def _is_percent(code: str) -> bool:
    """Whether a format shows a percentage: a % that is not in quotes or behind a backslash."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)


def _read_sheet(archive: zipfile.ZipFile, path: str, name: str, percents: set[int]) -> Looks:
    looks, last = Looks(), (0, 0)
    with archive.open(path) as part:
        for element in _parsed(part):
            tag = _TAG.sub("", element.tag)
            if tag == "c":
                last = _note_cell(element, looks, percents, last)
            elif tag == "row":
                if element.get("hidden") in ("1", "true"):
                    looks.hidden.add(int(element.get("r", last[0] + 1)) - 1)
                element.clear()  # a sheet may have a million of them
            elif tag == "mergeCell":
                first, _, end = element.get("ref", "").partition(":")
                looks.merged.append((_spot(first), _spot(end or first)))
            if (last[0] + 1) * (last[1] + 1) > MAX_CELLS:
                raise TooLarge(name, _spot(element.get("r", "A1")))
    return looks


def _note_cell(cell: Element, looks: Looks, percents: set[int], last: Spot) -> Spot:
    """Remember how a cell looks; returns the corner of the sheet so far."""
    spot = _spot(cell.get("r", ""))
    parts = {_TAG.sub("", part.tag): part.text for part in cell}
    if cell.get("t") == "e":
        looks.errors[spot] = parts.get("v") or "fout"
    elif "f" in parts and not parts.get("v") and cell.get("t") != "str":
        looks.uncomputed.add(spot)
    elif int(cell.get("s", 0)) in percents and cell.get("t", "n") == "n":
        looks.percents.add(spot)
    return (max(last[0], spot[0]), max(last[1], spot[1])) if len(cell) else last


def _spot(name: str) -> Spot:
    """The row and column of B7."""
    found = _CELL.fullmatch(name)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _elements(archive: zipfile.ZipFile, path: str, tag: str) -> list[Element]:
    return list(_named(_root(archive, path), tag)) if path in archive.namelist() else []


def _root(archive: zipfile.ZipFile, path: str) -> Element:
    with archive.open(path) as part:
        *_, root = _parsed(part)
    return root


def _parsed(part: IO[bytes]) -> Iterator[Element]:
    """The elements, each when it is whole and the root last. Raises ParseError, also for an encoding that nobody knows."""
    try:
        yield from (element for _, element in ElementTree.iterparse(part))
    except LookupError as error:
        raise ElementTree.ParseError("an encoding that nobody knows") from error


def _named(root: Element, tag: str) -> Iterator[Element]:
    return (one for one in root.iter() if _TAG.sub("", one.tag) == tag)
