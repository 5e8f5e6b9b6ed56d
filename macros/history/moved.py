"""Old ids of cards: where each of them leads, and what is wrong with the list."""

from collections.abc import Mapping

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


def former_ids(moved: Mapping[str, Moved]) -> dict[str, tuple[str, ...]]:
    """The old ids of each card that had one, from the list that `follow` made."""
    found: dict[str, tuple[str, ...]] = {}
    for old_id, entry in moved.items():
        if entry.to:
            found[entry.to] = (*found.get(entry.to, ()), old_id)
    return found
