"""CSV files, made row by row: one kind for programs, one for Dutch spreadsheets."""

import csv
import io
import tempfile
from collections.abc import Callable, Sequence
from typing import Any

from macros.open_data.cells import BYTE_ORDER_MARK, dutch_cell, plain_cell


class CsvText:
    """On disk until it is whole: in memory, two of these and a workbook would take 40 MB with 5,000 cards."""

    def __init__(self, delimiter: str, cell: Callable[[Any], str], start: str = "") -> None:
        self._bytes = tempfile.TemporaryFile()  # noqa: SIM115 - closed by content()
        self._text = io.TextIOWrapper(self._bytes, encoding="utf-8", newline="")
        self._text.write(start)
        self._writer = csv.writer(self._text, delimiter=delimiter, lineterminator="\r\n")
        self._cell = cell

    def write(self, row: Sequence[Any]) -> None:
        self._writer.writerow(map(self._cell, row))

    def content(self) -> bytes:
        """The whole file; to be asked for once."""
        with self._text:
            self._text.flush()
            self._bytes.seek(0)
            return self._bytes.read()


def plain_csv() -> CsvText:
    """For programs: commas and decimal points."""
    return CsvText(",", plain_cell)


def dutch_csv() -> CsvText:
    """For Dutch spreadsheets: semicolons, decimal commas, and a byte order mark."""
    return CsvText(";", dutch_cell, start=BYTE_ORDER_MARK)
