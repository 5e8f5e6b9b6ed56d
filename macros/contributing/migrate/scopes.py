"""From one limit on a verdict (`scope`) to several (`scopes`)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.validation.yaml_reader import read_nodes

Node = Any
"""A node of the YAML: `id` says whether it is a mapping, a sequence or a scalar."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def carried_over(text: str) -> str:
    """The text of a card in which each verdict has a list of limits; all else stays as it was, comments too. Raises
    Refused if the text is no YAML."""
    for edit in sorted(_edits(text), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _edits(text: str) -> Iterator[_Edit]:
    card = read_nodes(text)
    for recognition in _items(_value(card, "recognitions")):
        for verdict in _items(_value(recognition, "verdicts")):
            for key, value in verdict.value if verdict.id == "mapping" else ():
                if key.value == "scope" and value.id == "mapping":
                    yield _Edit(key.start_mark.index, key.end_mark.index, "scopes")
                    yield from _in_braces(value) if value.flow_style else _on_lines(value, text)


def _value(node: Node, name: str) -> Node:
    if node is None or node.id != "mapping":
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _items(node: Node) -> list[Node]:
    return node.value if node is not None and node.id == "sequence" else []


def _in_braces(value: Node) -> Iterator[_Edit]:
    yield _Edit(value.start_mark.index, value.start_mark.index, "[")
    yield _Edit(value.end_mark.index, value.end_mark.index, "]")


def _on_lines(value: Node, text: str) -> Iterator[_Edit]:
    """A streak before the first field, and every line below it two places further."""
    first, last = value.start_mark.index, value.value[-1][1].end_mark.index
    yield _Edit(first, first, "- ")
    place = text.find("\n", first) + 1
    while 0 < place < last:
        if text[place : place + 1] not in ("\n", "\r"):
            yield _Edit(place, place, "  ")
        place = text.find("\n", place) + 1
