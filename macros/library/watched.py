"""A library that remembers what was read of it, so that what was made from one card can be kept: it holds as long as all that
was read is the same.

A reader of one card reads its own card, records of data/, and a little of other cards. What it reads in another way than
those that are known here makes the outcome one that cannot be kept.
"""

import datetime
from collections.abc import Collection, Container, Iterator, Mapping
from typing import Any

from macros.library.library import Library

Read = tuple[str, str]
"""What was read: what of the library, and for which id."""
UNKNOWN = "?"
OF_DATA = frozenset(
    [
        "vocabularies",
        "organisations",
        "sources",
        "elements",
        "tools",
        "synonyms",
        "base_rates",
        "guidelines",
        "comparisons",
        "helplines",
        "crosswalk",
        "moved",
        "former_tools",
        "mentions",
        "source_names",
    ]
)
"""What comes from data/ alone, so that `data_state` covers it."""


def state_of(read: Read, library: Library) -> str:
    """What stands there now: the same text if it is the same; UNKNOWN if nobody can tell."""
    kind, key = read
    if kind == "methods":
        return library.states.get(key, UNKNOWN) if key in library.methods else ""
    if kind == "name_of":
        return library.name_of(key)
    if kind == "card_ids":
        return str(key in library.card_ids)
    if kind == "cards_by_name":
        return repr(library.cards_by_name.get(key))
    if kind == "has_come":
        return str(library.has_come(datetime.date.fromisoformat(key)))
    if kind == "relations_to":
        return repr(library.relations_to.get(key))
    if kind == "card_names":
        return repr(library.card_names)
    if kind == "measured":
        return repr(sorted(library.measured))
    past = library.history
    return repr((past.cards.get(key), past.earlier.get(key), past.is_known, past.is_whole))


class WatchedLibrary:
    """Gives what the library gives."""

    def __init__(self, library: Library, free: Container[str] = OF_DATA) -> None:
        """`free` is what may be read of it without a note."""
        self._library, self._free = library, free
        self.reads: dict[Read, None] = {}
        self.can_keep = True

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._library, name)
        if name in ("methods", "relations_to", "cards_by_name"):
            return _WatchedMapping(value, name, self)
        if name == "card_ids":
            return _WatchedIds(value, self)
        if name == "has_come":
            return self._has_come
        if name == "name_of":
            return self._name_of
        if name == "history":
            return _WatchedHistory(value, self)
        if name in ("measured", "card_names"):
            self.reads[name, ""] = None
        elif name not in self._free and name != "today":
            self.can_keep = False
        return value

    def _name_of(self, card_id: str) -> str:
        self.reads["name_of", card_id] = None
        return self._library.name_of(card_id)

    def _has_come(self, day: datetime.date) -> bool:
        self.reads["has_come", day.isoformat()] = None
        return self._library.has_come(day)


class _WatchedMapping(Mapping[str, Any]):
    def __init__(self, mapping: Mapping[str, Any], kind: str, watched: WatchedLibrary) -> None:
        self._mapping, self._kind, self._watched = mapping, kind, watched

    def __getitem__(self, key: str) -> Any:
        self._watched.reads[self._kind, key] = None
        return self._mapping[key]

    def __iter__(self) -> Iterator[str]:
        self._watched.can_keep = False
        return iter(self._mapping)

    def __len__(self) -> int:
        self._watched.can_keep = False
        return len(self._mapping)


class _WatchedIds(Collection[str]):
    def __init__(self, ids: Collection[str], watched: WatchedLibrary) -> None:
        self._ids, self._watched = ids, watched

    def __contains__(self, key: object) -> bool:
        self._watched.reads["card_ids", str(key)] = None
        return key in self._ids

    def __iter__(self) -> Iterator[str]:
        self._watched.can_keep = False
        return iter(self._ids)

    def __len__(self) -> int:
        self._watched.can_keep = False
        return len(self._ids)


class _WatchedHistory:
    def __init__(self, history: Any, watched: WatchedLibrary) -> None:
        self._history, self._watched = history, watched

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._history, name)
        if name in ("cards", "earlier"):
            return _WatchedMapping(value, "history", self._watched)
        if name in ("is_known", "is_whole"):
            self._watched.reads["history", ""] = None
        else:
            self._watched.can_keep = False
        return value
