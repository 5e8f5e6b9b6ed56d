"""Old ids of cards: where each of them leads, and what is wrong with the list."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.library.cross_checks import Finding
from macros.model.moved import Moved


def follow(moved: Mapping[str, Moved]) -> dict[str, Moved]:
    """Every old id with the end of its way: `to` is a card, or an id that was taken away. Those that run in a circle
    are left out."""
    found = {}
    for old_id, entry in moved.items():
        seen = {old_id}
        while entry.to in moved and moved[entry.to].to and entry.to not in seen:
            seen.add(entry.to)
            entry = moved[entry.to]
        if entry.to not in seen:
            found[old_id] = entry.model_copy(update={"id": old_id})
    return found


def check_moved(moved: Mapping[str, Moved], card_ids: Collection[str]) -> Iterator[Finding]:
    """What is wrong with the list of old ids as it is written."""
    followed = follow(moved)
    for old_id, entry in moved.items():
        if old_id in card_ids:
            yield Finding((old_id,), "moved_but_there", {"value": old_id})
        if old_id not in followed:
            yield Finding((old_id, "to"), "moved_in_circle", {"value": old_id})
        elif entry.to and entry.to not in card_ids and entry.to not in moved:
            yield Finding((old_id, "to"), "moved_to_unknown", {"value": entry.to, "choices": sorted(card_ids)})
        if entry.removed and entry.removed.first_day > datetime.date.today():
            yield Finding((old_id, "removed"), "date_in_future", {"value": str(entry.removed)})


def check_gone(known: Iterable[str], moved: Collection[str], card_ids: Collection[str]) -> Iterator[Finding]:
    """Cards that were in the library and of which nothing is left, so that their address leads nowhere."""
    for card_id in sorted(set(known) - set(moved) - set(card_ids)):
        yield Finding((), "card_gone", {"value": card_id})


def former_ids(moved: Mapping[str, Moved]) -> dict[str, tuple[str, ...]]:
    """The old ids of each card that had one, from the list that `follow` made."""
    found: dict[str, tuple[str, ...]] = {}
    for old_id, entry in moved.items():
        if entry.to:
            found[entry.to] = (*found.get(entry.to, ()), old_id)
    return found
