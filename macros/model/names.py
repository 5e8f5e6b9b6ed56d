"""Which record people mean by a name, where its id is wanted."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

_NAMES = ("nl", "many", "name", "title", "URL")
"""Members of records by which people know them."""


def id_by_name(records: Mapping[str, Any], typed: str) -> str:
    """The only id whose name is what was typed, whatever its capitals; empty if there is none, or more than one."""
    wanted = folded_name(typed)
    found = [key for key, record in records.items() if wanted in {folded_name(key), *_names_of(record)}]
    return found[0] if len(found) == 1 else ""


def id_like_name(records: Mapping[str, Any], typed: str, likeness: float) -> str:
    """The id whose name, or that itself, is most like what was typed; empty if none is like enough. `likeness` is from 0 to 1,
    as difflib measures it."""
    by_name = {name: key for key, record in records.items() for name in (*_names_of(record), folded_name(key))}
    found = get_close_matches(folded_name(typed), by_name, n=1, cutoff=likeness)
    return by_name[found[0]] if found else ""


def labels_of(records: Mapping[str, Any]) -> dict[str, str]:
    """Id → what Dutch people call it, of the words of a list."""
    return {key: label for key, record in records.items() if (label := getattr(record, "nl", ""))}


def folded_name(text: str) -> str:
    """A name without what people type around it or otherwise: capitals, quotes, more spaces than one."""
    return " ".join(text.split()).casefold().strip("\"'“”‘’„")


def _names_of(record: Any) -> Iterator[str]:
    given = (getattr(record, name, None) for name in _NAMES)
    return (folded_name(str(name)) for name in (*given, *getattr(record, "spellings", ())) if name)
