"""One cell of a Dutch spreadsheet → the value that a card has in YAML."""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from macros.contributing.spreadsheet.columns import SheetColumn
from macros.contributing.spreadsheet.sheets import Cell, Unread
from macros.library.choices import Choices
from macros.model.format_words import LABELS
from macros.validation.dutch_values import DUTCH_FLAGS


class Fault(NamedTuple):
    """A mistake in a cell: the code of a sentence in macros/validation/messages.py, and the values for its placeholders."""

    code: str
    details: Mapping[str, Any]


NEW_WORD = re.compile(r"nieuw(?: woord)?:\s*(.+)", re.IGNORECASE)
"""How people write a word that is in no list yet: `nieuw: Rotterdam-Zuid`."""


class Labels:
    """Finds the id that belongs to a label. New words may be proposed for the `growing` lists, which are not closed."""

    def __init__(self, choices: Choices, growing: Collection[str] = ()) -> None:
        self._choices = choices
        self.growing = growing
        self._ids: dict[str, dict[str, str]] = {}

    def id_of(self, kind: str, typed: str) -> str:
        """The id that a label or an id stands for, ignoring case; the text itself if it is neither."""
        if kind not in self._ids:
            self._ids[kind] = self._by_label(kind)
        return self._ids[kind].get(typed.casefold(), typed)

    def label_of(self, kind: str, key: str) -> str:
        """The label that stands for an id, or the id itself if its label could stand for another."""
        choice = self._choices.get(kind, {}).get(key)
        return choice.label if choice and self.id_of(kind, choice.label) == key else key

    def known(self, kind: str) -> list[str]:
        """All that may be typed."""
        choices = self._choices.get(kind, {})
        return [*choices, *(choice.label for choice in choices.values() if choice.label)]

    def _by_label(self, kind: str) -> dict[str, str]:
        choices = self._choices.get(kind, {})
        labels = [choice.label.casefold() for choice in choices.values()]
        found = {choice.label.casefold(): key for key, choice in choices.items() if labels.count(choice.label.casefold()) == 1}
        return found | {key: key for key in choices}


def card_value(cell: Cell, column: SheetColumn, labels: Labels) -> Any:
    """The value of a cell that is not empty: text, a list of texts, or a list of citations; or a Fault."""
    typed = _typed_text(cell, column)
    if isinstance(typed, Fault):
        return typed
    reference = column.node.reference if column.node else None
    if column.kind == "word":
        return labels.id_of(str(reference), typed)
    if column.kind == "words":
        return [labels.id_of(str(reference), part) for part in split_values(typed)]
    if column.kind == "texts":
        return split_values(typed)
    if column.kind == "citations":
        return [_read_citation(part, labels) for part in split_values(typed)]
    if column.kind == "option":
        return _option(typed, column)
    if column.kind == "flag":
        return DUTCH_FLAGS.get(typed.casefold(), typed)
    if column.kind in ("decimal", "percent") and re.fullmatch(r"-?[0-9]+,[0-9]+", typed):
        return typed.replace(",", ".")
    return typed


def proposed_words(cell: Cell, column: SheetColumn, labels: Labels) -> tuple[Cell, tuple[str, ...]]:
    """What is left of a cell without the words that are proposed for its list, and those words."""
    reference = column.node.reference if column.node else None
    if not isinstance(cell, str) or column.kind not in ("word", "words") or reference not in labels.growing:
        return cell, ()
    parts = split_values(cell)
    new = tuple(" ".join(found[1].split()) for part in parts if (found := NEW_WORD.fullmatch(part)))
    return (join_values(part for part in parts if not NEW_WORD.fullmatch(part)), new) if new else (cell, ())


def is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _typed_text(cell: Cell, column: SheetColumn) -> str | Fault:
    if isinstance(cell, Unread):
        return Fault(cell.code, {"value": cell.value})
    if isinstance(cell, bool):
        return _bool_text(cell, column)
    if isinstance(cell, float | int):
        if column.kind == "percent" and 0 < cell < 1:
            return Fault("cell_is_share", {"value": f"{cell:.12g}", "hundred": f"{100 * cell:.10g}"})
        return f"{cell:.12g}"
    if isinstance(cell, datetime.date):
        return _date_text(cell, column)
    if isinstance(cell, datetime.time | datetime.timedelta):
        return Fault("cell_is_date", {"value": str(cell)})
    text = str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    is_number = column.kind in ("decimal", "percent", "integer")
    return text.removesuffix("%").strip() if is_number and re.fullmatch(r"-?[0-9]+([.,][0-9]+)? ?%", text) else text


def _bool_text(cell: bool, column: SheetColumn) -> str:
    """What people see as WAAR or ONWAAR: the same as ja or nee where those can be typed."""
    if column.kind == "flag":
        return "true" if cell else "false"
    return ("ja" if cell else "nee") if column.kind in ("word", "option") else ("WAAR" if cell else "ONWAAR")


def _date_text(cell: datetime.date, column: SheetColumn) -> str | Fault:
    """A spreadsheet turns `2019-05` into the first of May, so only another day is accepted as a date."""
    day = cell.date() if isinstance(cell, datetime.datetime) else cell
    return day.isoformat() if column.kind == "date" and day.day != 1 else Fault("cell_is_date", {"value": day.isoformat()})


def _option(typed: str, column: SheetColumn) -> str:
    """The word of the format itself that a Dutch word stands for."""
    options = column.node.options if column.node else ()
    return next((option for option in options if typed.casefold() in (option, LABELS[option])), typed)


def join_values(values: Iterable[str]) -> str:
    """What a person types for these values."""
    return "; ".join(str(value).strip().replace(";", r"\;") for value in values)


def split_values(typed: str) -> list[str]:
    """The values between semicolons and new lines; a semicolon that belongs to a value has a backslash before it."""
    parts = (part.strip().replace(r"\;", ";") for part in re.split(r"(?<!\\);|\n", typed))
    return [part for part in parts if part]


def _read_citation(part: str, labels: Labels) -> dict[str, str]:
    source = labels.id_of("source", part)
    if source != part or ":" not in part:
        return {"source": source}
    source, _, locator = part.partition(":")
    return {"source": labels.id_of("source", source.strip())} | ({"locator": locator.strip()} if locator.strip() else {})
