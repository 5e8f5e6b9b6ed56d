"""National guidelines: which methods each names, for what, and which of those have no card here."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.model.guideline import Guideline
from macros.model.method import Method
from macros.views.common.dutch import by_name, date, listed
from macros.views.common.lines import Note, Notes, Reference
from macros.views.evidence.coverage import Coverage, coverage_by_purpose, coverage_of, link_of, named


class MentionView(NamedTuple):
    name: str
    link: str | None
    """Address of the card; None if the library lacks it."""
    what_for: str
    says: str
    notes: tuple[Note, ...]


class GuidelineView(NamedTuple):
    id: str
    name: str
    link: str
    about: str
    publishers: tuple[tuple[str, str], ...]
    """(name, address) of each"""
    date: str
    note: str | None
    url: str
    mentions: tuple[MentionView, ...]
    """By name of the method"""
    coverage: Coverage
    purposes: tuple[Coverage, ...]
    """For each purpose for which the guideline was read"""
    references: tuple[Reference, ...]

    @property
    def here(self) -> list[MentionView]:
        return [mention for mention in self.mentions if mention.link]

    @property
    def lacking(self) -> list[MentionView]:
        return [mention for mention in self.mentions if not mention.link]


class LackingMethod(NamedTuple):
    """A method that a guideline names and that has no card here."""

    name: str
    guidelines: tuple[tuple[str, str], ...]
    """(name, address) of each guideline that names it"""


def guideline_link(guideline: str) -> str:
    return f"richtlijnen/{guideline}/"


def guideline_views(library: Library) -> tuple[GuidelineView, ...]:
    """All guidelines by name."""
    return tuple(guideline_view(guideline, library) for guideline in by_name(library.guidelines.values()))


def guideline_view(guideline: Guideline, library: Library) -> GuidelineView:
    """One guideline with the methods that it names."""
    notes = Notes()
    mentions = sorted(_mention_views(guideline, library, notes), key=lambda mention: mention.name.casefold())
    return GuidelineView(
        id=guideline.id,
        name=guideline.name,
        link=guideline_link(guideline.id),
        about=guideline.about,
        publishers=tuple((one.name, f"organisaties/{one.id}/") for one in guideline.publishers),
        date=_dated(guideline),
        note=guideline.note,
        url=guideline.url,
        mentions=tuple(mentions),
        coverage=coverage_of(guideline, library),
        purposes=tuple(coverage_by_purpose([guideline], library)),
        references=notes.references(),
    )


def _mention_views(guideline: Guideline, library: Library, notes: Notes) -> Iterator[MentionView]:
    for mention in guideline.mentions:
        name, link = named(mention, library), link_of(mention)
        yield MentionView(name, link, mention.for_, mention.says, notes.of(mention.sources))


def _dated(guideline: Guideline) -> str:
    return date(guideline.date) if guideline.date else "datum onbekend"


def lacking_methods(library: Library) -> tuple[LackingMethod, ...]:
    """What guidelines name and the library has no card of, by name."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for guideline in by_name(library.guidelines.values()):
        for mention in guideline.mentions:
            if mention.name:
                found.setdefault(mention.name, {})[guideline.id] = (guideline.name, guideline_link(guideline.id))
    return tuple(LackingMethod(name, tuple(found[name].values())) for name in sorted(found, key=str.casefold))


class MentionOnCard(NamedTuple):
    """A place where a guideline names a method, on the card of that method."""

    guideline: str
    link: str
    by: str
    """Whose guideline it is, and of when."""
    what_for: str
    says: str
    notes: tuple[Note, ...]


def mentions_on_card(method: Method, library: Library, notes: Notes) -> Iterator[MentionOnCard]:
    """Where guidelines name a method, by the name of the guideline."""
    for guideline, mention in library.mentions.get(method.id, ()):
        by = f"{listed([one.name for one in guideline.publishers])}, {_dated(guideline)}"
        link = guideline_link(guideline.id)
        yield MentionOnCard(guideline.name, link, by, mention.for_, mention.says, notes.of(mention.sources))
