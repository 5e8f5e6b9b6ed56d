"""How many of the methods that guidelines name have a card here: together, and for each guideline and each purpose."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.library.library import Library, fold_name
from macros.model.guideline import Guideline, GuidelineMention


class NamedMethod(NamedTuple):
    name: str
    link: str | None
    """Address of the card; None if the library lacks it."""


class Coverage(NamedTuple):
    name: str
    """Of what: a purpose or a guideline"""
    methods: tuple[NamedMethod, ...]
    """By name, each once, however often it is named"""

    @property
    def here(self) -> list[NamedMethod]:
        return [one for one in self.methods if one.link]

    @property
    def lacking(self) -> list[NamedMethod]:
        return [one for one in self.methods if not one.link]

    @property
    def text(self) -> str:
        """18 van de 23 methoden hebben een kaart"""
        if not self.methods:
            return "in wat wij lazen, is geen methode genoemd"
        count, named = len(self.here), len(self.methods)
        among = "1 methode" if named == 1 else f"de {named} methoden"
        return f"{count} van {among} {'heeft' if 1 in (count, named) else 'hebben'} een kaart"


def whole_coverage(library: Library) -> Coverage:
    return _coverage("", (mention for one in library.guidelines.values() for mention in one.mentions), library)


def coverage_of(guideline: Guideline, library: Library) -> Coverage:
    return _coverage(guideline.name, guideline.mentions, library)


def coverage_by_purpose(guidelines: Iterable[Guideline], library: Library) -> Iterator[Coverage]:
    """For each purpose for which one of these guidelines was read, also where it names nothing, in the order of the list."""
    read = list(guidelines)
    for theme in library.vocabularies["theme"].terms.values():
        if any(theme in one.themes for one in read):
            mentions = (mention for one in read for mention in one.mentions if mention.theme == theme)
            yield _coverage(theme.nl, mentions, library)


def _coverage(name: str, mentions: Iterable[GuidelineMention], library: Library) -> Coverage:
    found: dict[str, NamedMethod] = {}
    for mention in mentions:
        key = mention.method or fold_name(str(mention.name))
        found.setdefault(key, NamedMethod(named(mention, library), link_of(mention)))
    return Coverage(name, tuple(sorted(found.values(), key=lambda one: one.name.casefold())))


def named(mention: GuidelineMention, library: Library) -> str:
    """The name of the card, or as the guideline names the method."""
    if mention.name:
        return mention.name
    return library.name_of(mention.method or "") or str(mention.method)


def link_of(mention: GuidelineMention) -> str | None:
    return f"methoden/{mention.method}/" if mention.method else None
