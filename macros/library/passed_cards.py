"""Cards that an earlier run found in order beside the others: they are, as long as all that the rules read is the same."""

import orjson

from macros.kept import KeptWork, key_of
from macros.library.library import Library
from macros.library.watched import UNKNOWN, WatchedLibrary, state_of

READ_BY_CARDS = frozenset({"vocabularies"})
"""What a rule about a card may read besides: the state of a card covers it."""


class PassedCards:
    """Knows and takes them, for one library."""

    def __init__(self, kept: KeptWork, library: Library) -> None:
        self._kept, self._library = kept, library

    def has(self, state: str) -> bool:
        """Whether the card in this state needs no check; `state` is that of kept_cards.Restored."""
        content = self._kept.get(key := key_of("passed", state)) if state else None
        if content is None or any(state_of((kind, name), self._library) != found for kind, name, found in orjson.loads(content)):
            return False
        self._kept.use(key)
        return True

    def keep(self, state: str, seen: WatchedLibrary) -> None:
        """Keep that it is in order; `seen` is what the rules read."""
        reads = [(*read, state_of(read, self._library)) for read in seen.reads]
        if state and seen.can_keep and all(found != UNKNOWN for *_, found in reads):
            self._kept.keep(key_of("passed", state), orjson.dumps(reads))
