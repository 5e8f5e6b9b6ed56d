"""Old ids of cards, and where each of them leads."""

from collections.abc import Mapping

from macros.model.moved import Moved


def follow_moves(moved: Mapping[str, Moved]) -> dict[str, Moved]:
    """Every old id with its final target: `to` is then the id of a card, or of one that was removed. Ids that lead in a
    circle are left out."""
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
    """Id of a card → its old ids, for cards that have any; `moved` is what `follow_moves` returned."""
    found: dict[str, tuple[str, ...]] = {}
    for old_id, entry in moved.items():
        if entry.to:
            found[entry.to] = (*found.get(entry.to, ()), old_id)
    return found
