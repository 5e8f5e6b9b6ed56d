"""What is made from one card, taken over from an earlier run as long as everything that was read for it is the same."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import orjson

from macros.kept import KeptWork, key_of
from macros.library.library import Library
from macros.library.watched import UNKNOWN, Read, WatchedLibrary, state_of
from macros.model.method import Method

Files = Iterator[tuple[str, str | bytes]]
_BYTES = "latin-1"
"""A code in which every byte is a sign."""


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
        return self._once(key_of(kind, state, *self._shared), make)

    def files_once(self, kind: str, make: Callable[[Library], Files]) -> Files:
        """Files that `make` gives, or gave in an earlier run: path and content. As above, of what is read of the library."""
        if not (self._library.data_state and self._kept.is_open):
            return make(self._library)
        text = self._once(key_of("files", kind, *self._shared), lambda library: _as_text(make(library)))
        return _as_files(text)

    def _once(self, key: str, make: Callable[[Library], str]) -> str:
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
        reads = [(*read, self._state_of(read)) for read in watched.reads]
        if watched.can_keep and all(state != UNKNOWN for *_, state in reads):
            self._kept.keep(key, orjson.dumps((reads, text)))
        return text


def _as_text(files: Files) -> str:
    parts = [(path, isinstance(it, bytes), it.decode(_BYTES) if isinstance(it, bytes) else it) for path, it in files]
    return orjson.dumps(parts).decode()


def _as_files(text: str) -> Files:
    for path, is_bytes, content in orjson.loads(text):
        yield path, content.encode(_BYTES) if is_bytes else content
