"""New sources and organisations: the rows in which they stand, and the text of the files in data/ with them at the end."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros.contributing.spreadsheet.cells import Fault, Labels
from macros.contributing.spreadsheet.columns import Choices, Keys, nodes_of
from macros.contributing.spreadsheet.forms import NEW_RECORDS
from macros.contributing.spreadsheet.rows import SheetEntry, fill_rows, make_entry, name_rows
from macros.contributing.spreadsheet.tables import CellFault, SheetTable
from macros.contributing.yaml_writer import yaml_text
from macros.library.choices import Choice
from macros.model.data_files import file_of
from macros.model.method import Method
from macros.validation.yaml_reader import MAX_DATA_BYTES, read_file

NewRecords = Mapping[str, Sequence[SheetEntry]]
"""Kind of record → the new ones."""


class Use(NamedTuple):
    """A place in a card that refers to a record."""

    kind: str
    id: str
    keys: Keys


def read_new_records(
    tables: Sequence[SheetTable], labels: Labels, root: Path
) -> tuple[dict[str, list[SheetEntry]], list[CellFault]]:
    """The records that are to be added, and the mistakes in single cells. A row that says what the file in data/ says already is
    done with."""
    records: dict[str, list[SheetEntry]] = {}
    faults: list[CellFault] = []
    for kind, form in NEW_RECORDS.items():
        known = read_file(root / file_of(kind), "", MAX_DATA_BYTES).value
        for table in (table for table in tables if table.form == form and table.has_key):
            rows, found = fill_rows(table, labels)
            ids, more = name_rows(rows)
            entries = [make_entry(key, filled) for key, filled in zip(ids, rows, strict=True)]
            records[kind] = [entry for entry in entries if entry.id not in known]
            different = [entry for entry in entries if entry.id in known and entry.values != _as_typed(known[entry.id])]
            details = {"file": file_of(kind)}
            more += [CellFault(entry.place, Fault("record_exists", details | {"value": entry.id})) for entry in different]
            faults += [*found, *more]
    return records, faults


def _as_typed(value: Any) -> Any:
    """A value of a file without the new lines and spaces around it, which a cell cannot have."""
    if isinstance(value, Mapping):
        return {key: _as_typed(inner) for key, inner in value.items()}
    return [_as_typed(inner) for inner in value] if isinstance(value, list) else str(value).strip()


def as_choices(records: NewRecords) -> dict[str, dict[str, Choice]]:
    """The new records as what may be typed in other cells: by id, and by name or title."""
    return {
        kind: {entry.id: Choice(str(entry.values.get("name") or entry.values.get("title") or ""), "") for entry in entries}
        for kind, entries in records.items()
    }


def data_text(root: Path, kind: str, entries: Sequence[SheetEntry]) -> str:
    """The text of the file in data/ with these records behind it."""
    text = (root / file_of(kind)).read_text(encoding="utf-8")
    return f"{text.rstrip()}\n\n{yaml_text({entry.id: entry.values for entry in entries})}"


def list_uses(values: Mapping[str, Any], records: Choices = (Method,), keys: Keys = ()) -> Iterator[Use]:
    """Everything that a card refers to."""
    for node in nodes_of(records):
        value = values.get(node.name)
        many = value if isinstance(value, list) else [value]
        for number, inner in enumerate(many):
            at = (*keys, node.name, number) if isinstance(value, list) else (*keys, node.name)
            if isinstance(inner, dict):
                yield from list_uses(inner, node.records, at)
            elif node.reference and isinstance(inner, str):
                yield Use(node.reference, inner, at)
