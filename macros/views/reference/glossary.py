"""All vocabularies, explained."""

from typing import NamedTuple

from macros.library.library import Library


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


def glossary_view(library: Library) -> tuple[VocabularyView, ...]:
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
