"""From one limit on a verdict (`scope`) to several (`scopes`)."""

from collections.abc import Iterator
from typing import NamedTuple

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def carried_over(text: str) -> str:
    """The text of a card in which each verdict has a list of limits; all else stays as it was, comments too. Raises
    yaml.YAMLError if the text is no YAML."""
    for edit in sorted(_edits(text), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _edits(text: str) -> Iterator[_Edit]:
    card = yaml.compose(text, Loader=yaml.SafeLoader)
    for recognition in _items(_value(card, "recognitions")):
        for verdict in _items(_value(recognition, "verdicts")):
            for key, value in verdict.value if isinstance(verdict, MappingNode) else ():
                if isinstance(key, ScalarNode) and key.value == "scope" and isinstance(value, MappingNode):
                    yield _Edit(key.start_mark.index, key.end_mark.index, "scopes")
                    yield from _in_braces(value) if value.flow_style else _on_lines(value, text)


def _value(node: Node | None, name: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    return next((value for key, value in node.value if isinstance(key, ScalarNode) and key.value == name), None)


def _items(node: Node | None) -> list[Node]:
    return node.value if isinstance(node, SequenceNode) else []


def _in_braces(value: MappingNode) -> Iterator[_Edit]:
    yield _Edit(value.start_mark.index, value.start_mark.index, "[")
    yield _Edit(value.end_mark.index, value.end_mark.index, "]")


def _on_lines(value: MappingNode, text: str) -> Iterator[_Edit]:
    """A streak before the first field, and every line below it two places further."""
    first, last = value.start_mark.index, value.value[-1][1].end_mark.index
    yield _Edit(first, first, "- ")
    place = text.find("\n", first) + 1
    while 0 < place < last:
        if text[place : place + 1] not in ("\n", "\r"):
            yield _Edit(place, place, "  ")
        place = text.find("\n", place) + 1
