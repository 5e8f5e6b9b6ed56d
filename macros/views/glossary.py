"""All vocabularies and active elements, explained."""

from typing import NamedTuple

from ..library import Library
from .lines import Line, Notes


class TermView(NamedTuple):
    anchor: str
    name: str
    description: str


class VocabularyView(NamedTuple):
    anchor: str
    name: str
    description: str
    origin: str
    urls: tuple[str, ...]
    terms: tuple[TermView, ...]


def glossary(library: Library) -> tuple[VocabularyView, ...]:
    """Every vocabulary by name."""
    found = sorted(library.vocabularies.items(), key=lambda item: item[1].label.casefold())
    return tuple(
        VocabularyView(
            anchor=name,
            name=vocabulary.label,
            description=vocabulary.description,
            origin=vocabulary.origin,
            urls=vocabulary.origin_urls,
            terms=tuple(TermView(f"{name}-{term.id}", term.nl, term.description) for term in vocabulary.terms.values()),
        )
        for name, vocabulary in found
    )


class ElementView(NamedTuple):
    anchor: str
    name: str
    description: str
    findings: tuple[Line, ...]
    used_in: tuple[Line, ...]


def elements(library: Library, notes: Notes) -> tuple[ElementView, ...]:
    """Every active element by name, with what research says of it and the methods that name it."""
    used: dict[str, list[Line]] = {}
    for method in sorted(library.methods.values(), key=lambda method: method.name.casefold()):
        for part in method.elements:
            used.setdefault(part.element.id, []).append(Line(method.name, link=f"methoden/{method.id}/"))
    return tuple(
        ElementView(
            anchor=f"element-{element.id}",
            name=element.name,
            description=element.description,
            findings=tuple(Line(finding.says, notes.of(finding.sources)) for finding in element.findings),
            used_in=tuple(used.get(element.id, ())),
        )
        for element in sorted(library.elements.values(), key=lambda element: element.name.casefold())
    )
