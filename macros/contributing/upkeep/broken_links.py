"""The addresses elsewhere that pages lead to, and what is told of those that no longer work."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.contributing.upkeep.issues import Issue
from macros.contributing.upkeep.link_check import Reached
from macros.library.library import Library
from macros.rendering.markdown_text import escaped


class Place(NamedTuple):
    """Where in the repository an address stands."""

    file: str
    id: str


def external_addresses(library: Library) -> dict[str, tuple[Place, ...]]:
    """Each address once, in the order of the files, with the places that name it."""
    found: dict[str, list[Place]] = {}
    for address, place in _named(library):
        found.setdefault(address, []).append(place)
    return {address: tuple(dict.fromkeys(places)) for address, places in found.items()}


def _named(library: Library) -> Iterator[tuple[str, Place]]:
    for source in library.sources.values():
        if source.URL:
            yield source.URL, Place("data/sources.yml", source.id)
    for organisation in library.organisations.values():
        if organisation.url:
            yield organisation.url, Place("data/organisations.yml", organisation.id)
    for method in library.methods.values():
        place = Place(f"methods/{method.id}.yml", method.id)
        yield from ((recognition.url, place) for recognition in method.recognitions if recognition.url)
        if method.contact and method.contact.url:
            yield method.contact.url, place
    for name, vocabulary in library.vocabularies.items():
        yield from ((url, Place(f"data/vocabularies/{name}.yml", name)) for url in vocabulary.origin_urls)
    for scale in library.crosswalk.values():
        yield from ((url, Place("data/crosswalk.yml", scale.id)) for url in scale.urls)


TITLE = "Verwijzingen die niet werken"
MOST = 150
"""Addresses of one kind in the issue: GitHub takes 65,536 characters, and nobody mends more in a week."""
_KINDS = {
    "gone": (
        "Verdwenen",
        "De site zegt dat deze pagina er niet meer is. Zoek waar zij gebleven is, of geef het adres van een bewaarde versie. "
        "Steunt een uitspraak alleen op een bron die weg is, zoek dan een andere bron of haal de uitspraak weg.",
    ),
    "unreachable": (
        "Onbereikbaar",
        "De site antwoordde niet of met een storing, ook niet na een paar keer proberen. Dat kan tijdelijk zijn: kijk of het "
        "bij de volgende keer nog zo is.",
    ),
    "blocked": (
        "Niet na te gaan",
        "Deze sites weren programma's. Dat zegt niets over de pagina zelf: open haar in een browser. Voor deze adressen alleen "
        "wordt geen issue gemaakt.",
    ),
}


def address_issues(reached: Iterable[Reached], places: Mapping[str, tuple[Place, ...]]) -> list[Issue]:
    """One issue about all addresses that do not work, or none."""
    found = sorted(reached)
    by_kind = {kind: [one for one in found if one.state == kind] for kind in _KINDS}
    if not (by_kind["gone"] or by_kind["unreachable"]):
        return []
    return [Issue(TITLE, "\n".join(_lines(by_kind, places)).strip() + "\n")]


def _lines(by_kind: Mapping[str, list[Reached]], places: Mapping[str, tuple[Place, ...]]) -> Iterator[str]:
    yield "Eens per week worden alle adressen van bronnen en organisaties nagegaan. Dit bericht wordt dan bijgewerkt."
    for kind, found in by_kind.items():
        heading, what = _KINDS[kind]
        if found:
            yield from ("", f"## {heading} ({len(found)})", "", what, "")
            yield from (_line(one, places[one.address]) for one in found[:MOST])
            if len(found) > MOST:
                yield f"- … en nog {len(found) - MOST}"


def _line(one: Reached, places: tuple[Place, ...]) -> str:
    where = ", ".join(f"{escaped(place.id)} in `{place.file}`" for place in places)
    return f"- [ ] {escaped(one.address)} ({escaped(one.detail)}): {where}"
