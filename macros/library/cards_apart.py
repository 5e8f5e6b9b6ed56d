"""Rules about a card beside the other cards: names that are taken, and relations that lead back to where they began.

The form does not have them, because it knows only the names of the other cards.
"""

from collections.abc import Callable, Iterator
from typing import Any

from macros.library.library import Library, fold_name
from macros.model.method import Method
from macros.validation.findings import Finding

_UPWARD = ("variant-of", "part-of")
"""Relations of a method to what it comes from or belongs to; these cannot go round."""


def names_are_of_one_card(method: Method, library: Library) -> Iterator[Finding]:
    """Capitals, spaces, hyphens and accents do not count. Told on both cards, because either may be the new one."""
    bearers = library.cards_by_name
    for keys, name in _names(method):
        others = [other for other in bearers[fold_name(name)] if other != method.id]
        if others:  # one is enough to say, however many there are
            details = {"value": name, "name": library.methods[others[0]].name, "other": others[0]}
            yield Finding(keys, "same_name", details)


def _names(method: Method) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("name",), method.name
    yield from ((("aliases", index), alias) for index, alias in enumerate(method.aliases))


def relations_lead_elsewhere(method: Method, library: Library) -> Iterator[Finding]:
    for index, relation in enumerate(method.relations):
        if relation.method == method.id:
            yield Finding(("relations", index, "method"), "relation_to_itself", {"value": method.id})
        elif relation.kind.id in _UPWARD and _leads_to(relation.method, method.id, library):
            yield Finding(("relations", index, "method"), "relation_in_circle", {"value": relation.method})


def _leads_to(start: str | None, target: str, library: Library) -> bool:
    """Whether the way up from a method arrives at another."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        found = todo.pop()
        if found == target:
            return True
        if found in library.methods and found not in seen:
            seen.add(found)
            todo += [one.method for one in library.methods[found].relations if one.kind.id in _UPWARD]
    return False


CHECKS_BETWEEN_CARDS: tuple[Callable[[Method, Library], Iterator[Finding]], ...] = (
    names_are_of_one_card,
    relations_lead_elsewhere,
)


def seen_by_others(method: Method) -> Any:
    """What a rule about another card, or about data/, may read of this one; while it is the same, only the card itself needs
    to be checked again."""
    return method.name, method.aliases, tuple((relation.kind.id, relation.method) for relation in method.relations)
