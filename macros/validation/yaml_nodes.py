"""Places in a file, from the nodes that the YAML library composes."""

from typing import Any

from macros.validation.problems import FilePosition
from macros.validation.yaml_typing import name_without_unseen


def position_of(event: Any) -> FilePosition:
    """The place of an event or a node, counted from 1."""
    return FilePosition(event.start_mark.line + 1, event.start_mark.column + 1)


def start_of(node: Any, key: str | int) -> int:
    """Where a field or an item of a collection begins, in characters from the start."""
    if node.id == "mapping":
        return next(name.start_mark.index for name, _ in node.value if name_of(name) == key)
    return node.value[key].start_mark.index


def end_of(node: Any) -> int:
    """The end of what is written; the parser itself lets a list or a mapping end where the next thing begins."""
    if node.id != "scalar" and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last)
    return node.end_mark.index


def name_of(node: Any) -> str:
    """The name of a field as the reader gives it."""
    return node.value if node.value.isascii() else name_without_unseen(node.value, is_plain=not node.style)


def child_node(node: Any, key: str | int) -> tuple[FilePosition, Any] | None:
    """The place of a field or an item, and its value; None if it is not there."""
    if node.id == "mapping":
        return next(((position_of(name), value) for name, value in node.value if name_of(name) == key), None)
    if node.id == "sequence" and isinstance(key, int) and key < len(node.value):
        return position_of(node.value[key]), node.value[key]
    return None
