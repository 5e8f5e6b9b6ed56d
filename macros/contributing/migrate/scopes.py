"""From one limit on a verdict (`scope`) to several (`scopes`)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.validation.problems import Keys
from macros.validation.yaml_reader import Document, read_text


class _ScopeEdit(NamedTuple):
    start: int
    end: int
    text: str


def carried_over(text: str) -> str:
    """The text of a card in which each verdict has a list of limits; all else stays as it was, comments too. Raises Refused if
    the text is no YAML."""
    ends_lines = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    for edit in sorted(_edits(read_text(text, ""), text), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text.replace("\n", ends_lines)


def _edits(document: Document, text: str) -> Iterator[_ScopeEdit]:
    for keys, scope in _scopes(document.value):
        start, end = document.span(keys)
        yield _ScopeEdit(start, start + len("scope"), "scopes")
        first = document.span((*keys, next(iter(scope))))[0]
        if document.is_in_braces(keys):
            opening = text.rindex("{", start, first)
            yield from (_ScopeEdit(opening, opening, "["), _ScopeEdit(end, end, "]"))
        else:
            yield from _as_item(first, document.span((*keys, list(scope)[-1]))[1], text)


def _scopes(card: dict[str, Any]) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """The path to each limit, and the limit."""
    for index, decision in enumerate(_items(card.get("recognitions"))):
        for place, verdict in enumerate(_items(decision.get("verdicts")) if isinstance(decision, dict) else ()):
            if isinstance(verdict, dict) and isinstance(verdict.get("scope"), dict) and verdict["scope"]:
                yield ("recognitions", index, "verdicts", place, "scope"), verdict["scope"]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _as_item(first: int, last: int, text: str) -> Iterator[_ScopeEdit]:
    """A streak before the first field, and every line below it two places further."""
    yield _ScopeEdit(first, first, "- ")
    place = text.find("\n", first) + 1
    while 0 < place < last:
        if text[place : place + 1] != "\n":
            yield _ScopeEdit(place, place, "  ")
        place = text.find("\n", place) + 1
