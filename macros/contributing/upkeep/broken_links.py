"""The external links of the library, and the issue about those that no longer work."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.contributing.upkeep.issues import Issue
from macros.contributing.upkeep.link_check import LinkResult
from macros.library.library import Library
from macros.rendering.markdown_text import escape_markdown


class Mention(NamedTuple):
    """A place in the repository where an address is used."""

    file: str
    id: str


def external_addresses(library: Library) -> dict[str, tuple[Mention, ...]]:
    """Address → places that use it, in the order of the files."""
    found: dict[str, list[Mention]] = {}
    for address, mention in _mentions(library):
        found.setdefault(address, []).append(mention)
    return {address: tuple(dict.fromkeys(mentions)) for address, mentions in found.items()}


def _mentions(library: Library) -> Iterator[tuple[str, Mention]]:
    for source in library.sources.values():
        if source.URL:
            yield source.URL, Mention("data/sources.yml", source.id)
    for organisation in library.organisations.values():
        if organisation.url:
            yield organisation.url, Mention("data/organisations.yml", organisation.id)
    for method in library.methods.values():
        mention = Mention(f"methods/{method.id}.yml", method.id)
        decided = (*method.recognitions, *method.prizes_and_listings)
        yield from ((one.url, mention) for one in decided if one.url)
        if method.contact and method.contact.url:
            yield method.contact.url, mention
    for guideline in library.guidelines.values():
        yield guideline.url, Mention("data/guidelines.yml", guideline.id)
    for name, vocabulary in library.vocabularies.items():
        yield from ((url, Mention(f"data/vocabularies/{name}.yml", name)) for url in vocabulary.origin_urls)
    for scale in library.crosswalk.values():
        yield from ((url, Mention("data/crosswalk.yml", scale.id)) for url in scale.urls)


TITLE = "Verwijzingen die niet werken"
MOST_ADDRESSES = 150
"""Addresses of one kind in the issue: GitHub accepts 65,536 characters, and nobody repairs more in a week."""
_KINDS = {
    "gone": (
        "Verdwenen",
        "De site zegt dat deze pagina er niet meer is. Zoek waar die gebleven is, of geef het adres van een bewaarde versie. "
        "Steunt een gegeven alleen op een bron die weg is, zoek dan een andere bron of haal het gegeven weg.",
    ),
    "unreachable": (
        "Onbereikbaar",
        "De site antwoordde niet of met een storing, ook niet na een paar keer proberen. Dat kan tijdelijk zijn: kijk of het "
        "bij de volgende keer nog zo is.",
    ),
    "blocked": (
        "Niet na te gaan",
        "Deze sites weren programma's. Dat zegt niets over de pagina zelf: open die in een browser. Voor deze adressen alleen "
        "wordt geen issue gemaakt.",
    ),
}


def broken_link_issues(results: Iterable[LinkResult], mentions: Mapping[str, tuple[Mention, ...]]) -> list[Issue]:
    """One issue about all addresses that do not work; an empty list if all of them work."""
    found = sorted(results)
    by_kind = {kind: [one for one in found if one.state == kind] for kind in _KINDS}
    if not (by_kind["gone"] or by_kind["unreachable"]):
        return []
    return [Issue(TITLE, "\n".join(_issue_lines(by_kind, mentions)).strip() + "\n")]


def _issue_lines(by_kind: Mapping[str, list[LinkResult]], mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[str]:
    yield "Eens per week worden alle adressen van bronnen en organisaties nagegaan. Dit bericht wordt dan bijgewerkt."
    for kind, found in by_kind.items():
        heading, what = _KINDS[kind]
        if found:
            yield from ("", f"## {heading} ({len(found)})", "", what, "")
            yield from (_issue_line(one, mentions[one.address]) for one in found[:MOST_ADDRESSES])
            if len(found) > MOST_ADDRESSES:
                yield f"- … en nog {len(found) - MOST_ADDRESSES}"


def _issue_line(link: LinkResult, mentions: tuple[Mention, ...]) -> str:
    where = ", ".join(f"{escape_markdown(mention.id)} in `{mention.file}`" for mention in mentions)
    return f"- [ ] {escape_markdown(link.address)} ({escape_markdown(link.detail)}): {where}"
