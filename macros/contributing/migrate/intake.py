"""From a mark on a sentence about referral (`closed`) to `intake`: whether new families can come in, and since when."""

from collections.abc import Iterator
from typing import Any

from macros.contributing.yaml_writer import field_lines
from macros.validation.yaml_reader import Document, read_text


def carried_over(text: str) -> str:
    """The text of a card without `closed`: the first sentence that had it is the note of `intake` now. Raises Refused if the
    text is no YAML."""
    document = read_text(text, "")
    referral = document.value.get("referral")
    if not isinstance(referral, list) or not any(isinstance(one, dict) and "closed" in one for one in referral):
        return text
    return _Carrier(document, text).text()


class _Carrier:
    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._lines = text.splitlines()
        self._end = "\r\n" if "\r\n" in text else "\n"
        self._referral: list[Any] = document.value["referral"]
        closed = (index for index, one in enumerate(self._referral) if isinstance(one, dict) and one.get("closed") == "true")
        self._moved = None if "intake" in document.value else next(closed, None)
        """The place of the sentence that becomes the intake."""

    def text(self) -> str:
        first, end = self._lines_of(("referral",), self._starts_of_fields(), len(self._lines))
        lines = [*self._lines[:first], *self._changed(first, end), *self._lines[end:]]
        return self._end.join(lines) + self._end

    def _changed(self, first: int, end: int) -> Iterator[str]:
        if self._moved is not None:
            one = self._referral[self._moved]
            intake = {"open": "no", "note": one.get("says"), "sources": one.get("sources")}
            yield from field_lines("intake", intake)
        kept = [self._without_mark(one) for index, one in enumerate(self._referral) if index != self._moved]
        if self._is_block(first):
            yield from self._kept_lines(first, end, any_left=bool(kept))
        elif kept:
            yield from field_lines("referral", kept)

    def _is_block(self, first: int) -> bool:
        """Whether each sentence begins on a line of its own, with each of its fields."""
        places = [self._document.position(("referral", index)).line - 1 for index in range(len(self._referral))]
        return first not in places and all(self._lines[place].strip()[:3] != "- {" for place in places)

    def _kept_lines(self, first: int, end: int, *, any_left: bool) -> Iterator[str]:
        """The lines as they were, without the sentence that moved and without the marks."""
        starts = [self._document.position(("referral", index)).line - 1 for index in range(len(self._referral))]
        if any_left:
            yield from self._lines[first : starts[0]]
        for index, one in enumerate(self._referral):
            start, stop = starts[index], starts[index + 1] if index + 1 < len(starts) else end
            lines = self._lines[start:stop]
            if index == self._moved:
                yield from (line for line in lines if line.lstrip().startswith("#") or not line.strip())
            elif isinstance(one, dict) and "closed" in one:
                yield from self._without_line(lines, self._document.position(("referral", index, "closed")).line - 1 - start)
            else:
                yield from lines

    @staticmethod
    def _without_line(lines: list[str], place: int) -> list[str]:
        if place:
            return lines[:place] + lines[place + 1 :]
        indent = len(lines[0]) - len(lines[0].lstrip())
        return [f"{' ' * indent}- {lines[1].lstrip()}", *lines[2:]]

    @staticmethod
    def _without_mark(one: Any) -> Any:
        return {name: value for name, value in one.items() if name != "closed"} if isinstance(one, dict) else one

    def _starts_of_fields(self) -> list[int]:
        return sorted(self._document.position((name,)).line - 1 for name in self._document.value)

    def _lines_of(self, keys: tuple[str, ...], starts: list[int], count: int) -> tuple[int, int]:
        first = self._document.position(keys).line - 1
        return first, next((start for start in starts if start > first), count)
