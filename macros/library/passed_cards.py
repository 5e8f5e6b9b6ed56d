"""Cards that an earlier run found in order beside the others: they are, as long as all that the rules read is the same."""

from collections.abc import Mapping
from functools import cache, partial

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
        self._state_of = cache(partial(state_of, library=library))  # many cards read the same

    def among(self, states: Mapping[str, str]) -> set[str]:
        """Ids of the cards that need no check; `states` are those of kept_cards.Restored, by id."""
        keys = {card_id: key_of("passed", state) for card_id, state in states.items() if state}
        found = self._kept.several(keys.values())
        passed = {card_id: key for card_id, key in keys.items() if key in found and self._holds(found[key])}
        for key in passed.values():
            self._kept.use(key)
        return set(passed)

    def _holds(self, content: bytes) -> bool:
        return all(self._state_of((kind, name)) == found for kind, name, found in orjson.loads(content))

    def keep(self, state: str, seen: WatchedLibrary) -> None:
        """Keep that it is in order; `seen` is what the rules read."""
        reads = [(*read, self._state_of(read)) for read in seen.reads]
        if state and seen.can_keep and all(found != UNKNOWN for *_, found in reads):
            self._kept.keep(key_of("passed", state), orjson.dumps(reads))
