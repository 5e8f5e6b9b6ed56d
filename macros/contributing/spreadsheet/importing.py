"""A spreadsheet → cards that pass the check, and every problem with its cell.

The cards are written into a temporary folder, with the new sources and organisations, and checked there by the same check as
all cards, so the result of an import always passes `make check`.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros.contributing.spreadsheet.cells import Fault, Labels
from macros.contributing.spreadsheet.forms import NEW_RECORDS
from macros.contributing.spreadsheet.joining import join_cards, typed_names
from macros.contributing.spreadsheet.new_records import NewRecords, as_choices, data_text, list_uses, read_new_records
from macros.contributing.spreadsheet.rows import SheetEntry, find_spot
from macros.contributing.spreadsheet.sheets import Sheet, read_sheets
from macros.contributing.spreadsheet.tables import CellFault, CellPlace, SheetTable, read_tables
from macros.contributing.spreadsheet.trial import try_entries
from macros.contributing.yaml_writer import card_text
from macros.library.choices import Choice, Choices, growing_lists, list_choices
from macros.library.loader import load_library
from macros.model.data_files import file_of
from macros.model.format_words import LABELS
from macros.validation.explain import message, remedy
from macros.validation.problems import Problem


class CellProblem(NamedTuple):
    """A problem with its cell."""

    at: CellPlace
    place: str
    """Kaarten!B7"""
    field: str
    """The heading of the column, or the field of the card if there is no column for it."""
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.message} — {self.remedy}"


class Import(NamedTuple):
    files: dict[str, str]
    """Path below the root → text: the cards without a problem, and the files of data/ with the new records that they use."""
    cards: int
    """How many of the files are cards."""
    problems: list[CellProblem]
    """In the order of the sheets."""
    rows: int
    """How many methods the spreadsheet holds."""


def read_import(file: Path, root: Path, *, overwrite: bool = False) -> Import:
    """Check all rows against the library below `root`. Raises Refused if the file or data/ cannot be read at all."""
    library = load_library(root, cards=[])
    choices = list_choices(library)
    sheets = read_sheets(file)
    tables, stopping = read_tables(sheets)
    report = _Report(sheets, tables)
    if not tables or not tables[0].has_key:
        report.add_faults(stopping)
        return Import({}, 0, report.problems, len(list(tables[0].rows())) if tables else 0)
    new, faults = read_new_records(tables, Labels(choices), root)
    report.labels = Labels(_with_new(choices, new, tables[0]), growing_lists(library))
    cards, more, stray = join_cards([table for table in tables if table.form not in NEW_RECORDS.values()], report.labels)
    stopping += stray
    if not cards:
        stopping.append(CellFault(CellPlace(tables[0].number, tables[0].first, 0), Fault("sheet_empty", {})))
    if not overwrite:
        more += _find_existing(cards, root)
    report.add_faults([*stopping, *faults, *more, *_find_unused(new, cards)])
    good, good_new = _check_entries(cards, new, root, report)
    files = {} if stopping else _files(good, good_new, root)  # a column, sheet or row that stands alone may belong to any card
    return Import(files, len(good) if files else 0, report.problems, len(cards))


def _with_new(choices: Choices, new: NewRecords, cards: SheetTable) -> Choices:
    """All that may be typed: also the new records, and the names of the methods that the spreadsheet holds."""
    methods = {key: Choice(name, "") for key, name in typed_names(cards).items()}
    return {kind: {**known, **(as_choices(new) | {"method": methods}).get(kind, {})} for kind, known in choices.items()}


def _find_existing(cards: Sequence[SheetEntry], root: Path) -> list[CellFault]:
    there = [card for card in cards if (root / "methods" / f"{card.id}.yml").exists()]
    return [CellFault(card.place, Fault("card_exists", {"value": card.id})) for card in there]


def _find_unused(new: NewRecords, cards: Sequence[SheetEntry]) -> list[CellFault]:
    used = _used_by(cards)
    unused = [entry for kind, entries in new.items() for entry in entries if (kind, entry.id) not in used]
    return [CellFault(entry.place, Fault("unused", {})) for entry in unused]


def _used_by(cards: Iterable[SheetEntry]) -> set[tuple[str, str]]:
    return {(use.kind, use.id) for card in cards for use in list_uses(card.values)}


def _files(cards: Sequence[SheetEntry], new: NewRecords, root: Path) -> dict[str, str]:
    used = _used_by(cards)
    needed = {kind: [entry for entry in entries if (kind, entry.id) in used] for kind, entries in new.items()}
    written = {file_of(kind): data_text(root, kind, entries) for kind, entries in needed.items() if entries}
    return {f"methods/{card.id}.yml": card_text(card.values, card.wishes) for card in cards} | written


def _check_entries(
    cards: Sequence[SheetEntry], new: NewRecords, root: Path, report: "_Report"
) -> tuple[Sequence[SheetEntry], NewRecords]:
    """The cards and new records without a problem. A card that refers to a refused one is refused itself, so they are checked
    again without the refused ones."""
    while True:
        for entry, problem in try_entries(cards, new, root):
            report.add_problem(entry, problem)
        good_new = {kind: [entry for entry in entries if not report.is_bad(entry)] for kind, entries in new.items()}
        refused = {(kind, entry.id): entry for kind, entries in new.items() for entry in entries if report.is_bad(entry)}
        for card in cards:
            report.add_refused_uses(card, refused)
        good = [card for card in cards if not report.is_bad(card)]
        if len(good) == len(cards) and good_new == new:
            return good, good_new
        cards, new = good, good_new


class _Report:
    """Collects the problems, and remembers in which rows they are."""

    def __init__(self, sheets: Sequence[Sheet], tables: Sequence[SheetTable]) -> None:
        self.labels = Labels({})
        self._sheets = sheets
        self._tables = {table.number: table for table in tables}
        self._found: dict[tuple[CellPlace, str], CellProblem] = {}
        self._faults: set[CellPlace] = set()
        """Cells that could not be read, so that the check finds something else there than what was typed."""
        self._rows: set[tuple[int, int]] = set()

    @property
    def problems(self) -> list[CellProblem]:
        return sorted(self._found.values())

    def is_bad(self, entry: SheetEntry) -> bool:
        return any((part.table.number, part.row) in self._rows for part in entry.parts)

    def add_faults(self, faults: Iterable[CellFault]) -> None:
        for place, fault in faults:
            table = self._tables.get(place.sheet)
            column = table.columns.get(place.column) if table else None
            self._note(place, column.heading if column else "kopregel", *fault)
            if column and table and column != table.form.key:
                self._faults.add(place)

    def add_problem(self, entry: SheetEntry, problem: Problem) -> None:
        """A problem that the check found in an entry."""
        details: dict[str, Any] = {**problem.details, "example": ""}  # which is of the file, where a cell is meant
        if problem.code in ("unknown_id", "unknown_word"):
            details = {**details, "choices": self.labels.known(details["kind"]), "labels": {}, "meant": ""}  # labels can be typed
        if problem.code == "literal_error":
            details = {**details, "choices": [LABELS[option] for option in details["choices"]], "labels": {}, "meant": ""}
        spot, is_there = find_spot(entry, problem.keys)
        place = spot.place if spot else entry.place
        field = spot.column.heading if spot and is_there else problem.where or entry.parts[0].table.form.key.heading
        if place not in self._faults:
            on_card = entry.parts[0].table.form not in NEW_RECORDS.values()  # with which a new word can come along
            may_be_new = on_card and problem.code == "unknown_id" and details["kind"] in self.labels.growing
            self._note(place, field, "cell_new_word" if may_be_new else _AS_TYPED.get(problem.code, problem.code), details)

    def add_refused_uses(self, card: SheetEntry, refused: dict[tuple[str, str], SheetEntry]) -> None:
        """A card that uses a new record with a problem is not written either; it is said once of each record."""
        uses = {(use.kind, use.id): use for use in reversed([*list_uses(card.values)]) if (use.kind, use.id) in refused}
        for key, use in uses.items():
            spot, _ = find_spot(card, use.keys)
            record = refused[key].place
            details = {"value": use.id, "place": self._sheets[record.sheet].place(record.row, record.column)}
            if spot:
                self._note(spot.place, spot.column.heading, "refused_record", details)

    def _note(self, place: CellPlace, field: str, code: str, details: Any) -> None:
        text = message(code, details)
        cell = self._sheets[place.sheet].place(place.row, place.column)
        self._rows.add((place.sheet, place.row))
        self._found.setdefault((place, text), CellProblem(place, cell, field, text, remedy(code, details)))


_AS_TYPED = {"bad_flag": "cell_no_flag", "extra_forbidden": "cell_of_other_kind"}
"""Code of the check → the sentence for a cell, where people type something else than in YAML."""
