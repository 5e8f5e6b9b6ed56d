"""The card format as a tree of fields, from which the field reference, the messages and the form are made."""

import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model.base import Record, Ref
from macros.model.own import OwnRef


@dataclass(frozen=True)
class FieldNode:
    """One field of a record."""

    name: str
    """As written in YAML."""
    title: str
    help: str
    required: bool
    many: bool
    """Whether it is a list."""
    reference: str | None
    """The kind of id it holds, or None."""
    own: str | None
    """The kind of record of the same file whose id it holds, or None."""
    limit: int | None
    """Most characters of a text."""
    records: tuple[type[Record], ...]
    """The record types that it contains: one, several for a choice of kinds, none for a plain value."""
    origin: Any
    """The Python type of a plain value."""
    options: tuple[str, ...]
    """The words that the format itself allows, and that are in no vocabulary."""


@cache
def fields_of(record: type[Record]) -> tuple[FieldNode, ...]:
    """The fields of a record in the order of the card, without ids that authors do not write."""
    return tuple(_field_node(name, info) for name, info in record.model_fields.items() if not info.exclude)


@cache
def paths_of(record: type[Record]) -> dict[str, str]:
    """Path of each field, such as `target_group.ages` → its title. Lists are not entered: their items have no names."""
    found: dict[str, str] = {}
    for node in fields_of(record):
        found[node.name] = node.title
        if len(node.records) == 1 and not node.many:
            found |= {f"{node.name}.{path}": f"{node.title}: {title}" for path, title in paths_of(node.records[0]).items()}
    return found


def value_at(record: Any, path: str) -> Any:
    """The value of a field by its path; None if what it is in is empty."""
    for name in path.split("."):
        if record is None:
            return None
        record = getattr(record, name if name in type(record).model_fields else f"{name}_")  # from_ is called `from` in YAML
    return record


def tag_of(record: Any) -> str | None:
    """The name of a kind of result in the path to a value, as pydantic gives it; in brackets, because a field may have the
    same name."""
    kind = getattr(record, "kind", None)
    return f"[{kind}]" if isinstance(kind, str) else None


def references_of(records: Iterable[type[Record]]) -> frozenset[str]:
    """The kinds of ids that these records and all records in them may hold."""
    found: set[str] = set()
    seen: set[type[Record]] = set()
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen.add(record)
            found |= {node.reference for node in fields_of(record) if node.reference}
            waiting += [inner for node in fields_of(record) for inner in node.records]
    return frozenset(found)


def choices_at(record: type[Record], keys: Sequence[str | int]) -> tuple[str, ...]:
    """The field names that are possible at a path in a file; the keys may contain tags of `tag_of`."""
    return tuple(dict.fromkeys(node.name for found in records_at(record, keys) for node in fields_of(found)))


def records_at(record: type[Record], keys: Sequence[str | int]) -> tuple[type[Record], ...]:
    """The record types that are possible at a path in a file; several for a choice of kinds."""
    records: tuple[type[Record], ...] = (record,)
    for key in keys:
        records = tuple(inner for inner in records if tag_of(inner) == key) or records
        found = [node for outer in records for node in fields_of(outer) if node.name == key]
        if found:  # else the key is a number in a list or an id in a mapping
            records = tuple(inner for node in found for inner in node.records)
    return records


def _field_node(name: str, info: FieldInfo) -> FieldNode:
    parts = list(_types_in(info.annotation, info.metadata))
    metadata = [item for _, items in parts for item in items]
    own = next((item.kind for item in [*info.metadata, *metadata] if isinstance(item, OwnRef)), None)
    return FieldNode(
        name=info.alias or name,
        title=info.title or next((item.title for item in metadata if isinstance(item, FieldInfo) and item.title), name),
        help=info.description
        or next((item.description for item in metadata if isinstance(item, FieldInfo) and item.description), ""),
        required=info.is_required(),
        many=any(get_origin(part) is tuple for part, _ in parts),
        reference=None if own else _reference(info, metadata),
        own=own,
        limit=_text_limit(metadata),
        records=tuple(part for part, items in parts if _is_record(part) and not any(isinstance(item, Ref) for item in items)),
        origin=str
        if own
        else next(
            (part for part, _ in parts if isinstance(part, type) and part is not types.NoneType and get_origin(part) is None), str
        ),
        options=tuple(word for part, _ in parts if get_origin(part) is Literal for word in get_args(part)),
    )


def _types_in(annotation: Any, metadata: Sequence[Any] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield every type inside an annotation, with the metadata attached directly to it."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _types_in(inner, (*metadata, *more))
        return
    yield annotation, tuple(metadata)
    if get_origin(annotation) in (tuple, dict, types.UnionType, typing.Union):
        for inner in get_args(annotation):
            if inner is not Ellipsis:
                yield from _types_in(inner)


def _is_record(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Record)


def _reference(info: FieldInfo, metadata: list[Any]) -> str | None:
    for item in [info, *info.metadata, *metadata]:
        if isinstance(item, Ref):
            return item.kind
        if isinstance(item, FieldInfo) and isinstance(item.json_schema_extra, dict) and "x-reference" in item.json_schema_extra:
            return str(item.json_schema_extra["x-reference"])
    return None


def _text_limit(metadata: list[Any]) -> int | None:
    limits = [
        limit
        for item in metadata
        for limit in (
            [getattr(item, "max_length", None)] + [getattr(inner, "max_length", None) for inner in getattr(item, "metadata", ())]
        )
        if limit
    ]
    return min(limits, default=None)
