"""Changes to the text of a card that leave everything else as it was written, comments included."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from macros.validation.problems import FilePosition, Keys
from macros.validation.yaml_reader import Document, read_text


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


class CardText:
    """The text of a YAML file, and the changes that `text` makes to it."""

    def __init__(self, text: str) -> None:
        """Raises Refused if the text cannot be read."""
        self._before = text.replace("\r\n", "\n")
        self._ends_lines = "\r\n" if "\r\n" in text else "\n"
        self._document: Document = read_text(self._before, "")
        self._edits: list[_Edit] = []

    @property
    def value(self) -> dict[str, Any]:
        """The values of the file before the changes."""
        return self._document.value

    @property
    def text(self) -> str:
        """The text with all changes."""
        text = self._before
        for edit in sorted(self._edits, key=lambda edit: (edit.start, edit.end), reverse=True):  # what goes, then what comes
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text.replace("\n", self._ends_lines)

    def position(self, keys: Keys) -> FilePosition:
        return self._document.position(keys)

    def column(self, keys: Keys) -> int:
        """How far a field stands from the margin."""
        return self._document.position(keys).column - 1

    def is_in_braces(self, keys: Keys) -> bool:
        return self._document.is_in_braces(keys)

    def replace(self, keys: Keys, lines: Sequence[str]) -> None:
        """Write lines in the place of a field or an item; the first begins where it began."""
        start, end = self._document.span(keys)
        self._edits.append(_Edit(start, self._without_trailing_space(end), "\n".join(lines)))

    def put_before(self, keys: Keys, lines: Sequence[str]) -> None:
        """Write whole lines above a field."""
        start = self._line_start(self._document.span(keys)[0])
        self._edits.append(_Edit(start, start, "".join(f"{line}\n" for line in lines)))

    def put_after(self, keys: Keys, lines: Sequence[str]) -> None:
        """Write whole lines below a field and what belongs to it."""
        end = self._next_line(self._document.span(keys)[1])
        newline = "" if self._before[:end].endswith("\n") else "\n"
        self._edits.append(_Edit(end, end, newline + "".join(f"{line}\n" for line in lines)))

    def take_out(self, keys: Keys) -> None:
        """Take a field out of a mapping; its comments stay. Raises ValueError if it shares its line with another: then
        `replace` what it is in."""
        start, end = self._document.span(keys)
        first, last = self._line_start(start), self._next_line(end)
        indent = self._before[first:start]
        if indent.strip():
            raise ValueError(f"{keys} is not on a line of its own")
        self._edits.append(_Edit(first, last, "".join(f"{indent}{comment}\n" for comment in self.comments_of(keys))))

    def lines_of(self, keys: Keys) -> list[str]:
        """The lines of a field with their comments, moved to the margin; the comment lines right above it come along."""
        first, last = self._whole(keys)
        indent = " " * self.column(keys)
        return [line.removeprefix(indent) for line in self._before[first:last].splitlines()]

    def cut(self, keys: Keys) -> None:
        """Take the lines of a field out, with their comments."""
        first, last = self._whole(keys)
        self._edits.append(_Edit(first, last, ""))

    def _whole(self, keys: Keys) -> tuple[int, int]:
        """The lines of a field, and the comments above it as far as they stand as far from the margin."""
        start, end = self._document.span(keys)
        first, indent = self._line_start(start), " " * self.column(keys)
        while (above := self._before[self._line_start(first - 1) : first]).startswith(f"{indent}#"):
            first -= len(above)
        return first, self._next_line(end)

    def comments_of(self, keys: Keys) -> list[str]:
        """The comments with a field: behind its value, or within it."""
        start, end = self._document.span(keys)
        value = _value_at(self.value, keys)
        if not isinstance(value, dict | list) or self.is_in_braces(keys):
            return self._behind(end)
        inner = [*value] if isinstance(value, dict) else [*range(len(value))]
        above = [line.strip() for line in self._before[start:end].split("\n") if line.lstrip().startswith("#")]
        return above + [comment for key in inner for comment in self.comments_of((*keys, key))]

    def _behind(self, end: int) -> list[str]:
        rest = self._before[end : self._next_line(end)].strip()
        return [rest] if rest.startswith("#") else []

    def _line_start(self, place: int) -> int:
        return self._before.rfind("\n", 0, place) + 1

    def _next_line(self, place: int) -> int:
        if place and self._before[place - 1] == "\n":  # the end of a folded text is the start of the next line
            return place
        found = self._before.find("\n", place)
        return len(self._before) if found < 0 else found + 1

    def _without_trailing_space(self, end: int) -> int:
        while end and self._before[end - 1] in " \n":
            end -= 1
        return end


def _value_at(value: Any, keys: Keys) -> Any:
    for key in keys:
        value = value[key]
    return value
