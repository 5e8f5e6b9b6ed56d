"""The methods of a library by id. Those that are kept can wait until somebody asks for them, and be let go of; what others must
know of a card, such as its names, is known without."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.model.method import Method


class Outline(NamedTuple):
    """What a library must know of each card."""

    names: tuple[str, ...]
    """Its name, and then its other names."""
    chain: tuple[str, ...]
    """Ids of the cards in its chain."""
    relations: tuple[str, ...]
    """Ids of the cards that it says it has a relation to."""
    measures: tuple[str, ...]
    """Ids of what it has results on."""


def outline_of(method: Method) -> Outline:
    """What others must know of it."""
    links = (*method.chain.before, *method.chain.alongside, *method.chain.after) if method.chain else ()
    return Outline(
        names=(method.name, *method.aliases),
        chain=tuple(link.method for link in links if link.method is not None),
        relations=tuple(relation.method for relation in method.relations if relation.method is not None),
        measures=tuple(dict.fromkeys(outcome.measure.id for outcome in method.outcomes)),
    )


@dataclass(slots=True)
class KeptMethod:
    """A checked method that can be made as often as somebody asks for it, because it is kept."""

    outline: Outline
    make: Callable[[], Method]
    at_hand: Method | None = None

    def get(self) -> Method:
        """Raises Refused if it is not kept any more and its file has come to have problems."""
        if self.at_hand is None:
            self.at_hand = self.make()
        return self.at_hand


class Methods(Mapping[str, Method]):
    """In the order of the files."""

    def __init__(self, found: Mapping[str, Method | KeptMethod]) -> None:
        self._found = dict(found)
        self._outlines = {key: one.outline for key, one in found.items() if isinstance(one, KeptMethod)}

    def __getitem__(self, key: str) -> Method:
        found = self._found[key]
        return found.get() if isinstance(found, KeptMethod) else found

    def __contains__(self, key: object) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def outline(self, key: str) -> Outline:
        """Of one of them, which need not be made for it."""
        if key not in self._outlines:
            self._outlines[key] = outline_of(self[key])
        return self._outlines[key]

    def let_go(self) -> None:
        """Free the memory of those that can be made again, for all who have them from here."""
        for found in self._found.values():
            if isinstance(found, KeptMethod):
                found.at_hand = None


def let_go(methods: Mapping[str, Method]) -> None:
    """The same of any methods."""
    if isinstance(methods, Methods):
        methods.let_go()


def outline_in(methods: Mapping[str, Method], key: str) -> Outline:
    """Of one of these methods."""
    return methods.outline(key) if isinstance(methods, Methods) else outline_of(methods[key])
