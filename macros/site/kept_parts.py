"""What is made from one card, taken over from an earlier run as long as everything that was read for it is the same."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import orjson

from macros.kept import KeptWork, key_of
from macros.library.library import Library
from macros.library.watched import Read, WatchedLibrary, state_of
from macros.model.method import Method


class KeptParts:
    """Gives and takes what is made from cards of one library."""

    def __init__(self, kept: KeptWork, library: Library, settings: Any) -> None:
        """`settings` is all else that decides what is made: its repr is part of every key."""
        self._kept, self._library = kept, library
        self._shared = (library.data_state, library.today.isoformat(), repr(settings))
        self._state_of: Callable[[Read], str] = cache(partial(state_of, library=library))

    def once(self, kind: str, method: Method, make: Callable[[Library], str]) -> str:
        """What `make` gives for this card, or gave in an earlier run; it must read all but the card itself of the library that
        it is given."""
        state = self._library.states.get(method.id)
        if not (state and self._library.data_state and self._kept.is_open):
            return make(self._library)
        key = key_of(kind, state, *self._shared)
        return self._found(key) or self._made(key, make)

    def write(self) -> None:
        """Write what is to be kept."""
        self._kept.write()

    def _found(self, key: str) -> str | None:
        content = self._kept.get(key)
        if content is None:
            return None
        reads, text = orjson.loads(content)
        if any(self._state_of((kind, name)) != state for kind, name, state in reads):
            return None
        self._kept.use(key)
        return text

    def _made(self, key: str, make: Callable[[Library], str]) -> str:
        watched: Any = WatchedLibrary(self._library)
        text = make(watched)
        if watched.can_keep:
            reads = [(*read, self._state_of(read)) for read in watched.reads]
            self._kept.keep(key, orjson.dumps((reads, text)))
        return text
