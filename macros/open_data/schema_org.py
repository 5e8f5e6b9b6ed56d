"""A card in terms of schema.org, for search engines: what the page is about, who maintains it, and its sources.

A method is a CreativeWork and not a Service or a treatment, because a description here does not mean that the method is
offered somewhere, or that it works.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from macros.model.age import AgeRange
from macros.model.data import Organisation, Source, Term
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.open_data.publication import API, DATA_LICENCE
from macros.views.card.card import CardView
from macros.views.common.subjects import method_subject
from macros.views.common.wording import status_text


class CardData(NamedTuple):
    """The data on a card page for programs."""

    path: str
    """Path of its JSON, from the root of the site."""
    described: dict[str, Any]
    """The page in terms of schema.org."""


def card_data(method: Method, view: CardView, root: str) -> CardData:
    """For the page of a method; `root` is the address of the site or the path to it."""
    path = f"{API}methods/{method.id}.json"
    return CardData(path, _page(method, view, root, root + path))


def _page(method: Method, view: CardView, root: str, data: str) -> dict[str, Any]:
    page = root + method_subject(method).link
    values = {
        "@context": "https://schema.org/",
        "@type": "WebPage",
        "@id": page,
        "url": page,
        "name": method.name,
        "inLanguage": "nl",
        "license": DATA_LICENCE,
        "lastReviewed": str(method.reviewed) if method.reviewed else None,
        "isPartOf": {"@type": "WebSite", "@id": root, "url": root},
        "encoding": {"@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": data},
        "citation": [_source(reference.source) for reference in view.references],
        "mainEntity": _method(method, page, root),
    }
    return {name: value for name, value in values.items() if value}


def _method(method: Method, page: str, root: str) -> dict[str, Any]:
    values = {
        "@type": "CreativeWork",
        "@id": f"{page}#kern",
        "name": method.name,
        "alternateName": [*method.aliases, *(former.name for former in method.former_names)],
        "description": plain_text(method.summary),
        "genre": "methode",
        "creativeWorkStatus": status_text(method),
        "maintainer": _one_or_more([_organisation(owner.organisation, root) for owner in method.owners]),
        "audience": {"@type": "Audience", "audienceType": plain_text(method.target_group.description)},
        "typicalAgeRange": list(dict.fromkeys(_ages(method.target_group.ages))),
        "about": [_theme(theme, root) for theme in {goal.theme.id: goal.theme for goal in method.goals}.values()],
        "spatialCoverage": [{"@type": "Place", "name": place.region.nl} for place in method.regions],
    }
    return {name: value for name, value in values.items() if value}


def _one_or_more(values: list[Any]) -> Any:
    """One value as itself, several as a list, none as nothing."""
    return values[0] if len(values) == 1 else values or None


def _theme(term: Term, root: str) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "@id": f"{root}begrippen/#theme-{term.id}",
        "name": term.nl,
        "inDefinedTermSet": f"{root}begrippen/#theme",
    }


def _organisation(organisation: Organisation, root: str) -> dict[str, Any]:
    values = {
        "@type": "Organization",
        "@id": f"{root}organisaties/{organisation.id}/",
        "name": organisation.name,
        "url": organisation.url,
    }
    return {name: value for name, value in values.items() if value}


def _ages(statements: Iterable[AgeRange]) -> Iterator[str]:
    """Ages of children in whole years, the only form that search engines accept; other ages are on the page only."""
    for statement in statements:
        last = statement.through or statement.to
        ages = (statement.from_, last)
        if (statement.whose and statement.whose.id != "child") or any(age and age.unit != "years" for age in ages):
            continue
        if statement.from_:
            yield f"{statement.from_.number}-{last.number if last else ''}"


def _source(source: Source) -> dict[str, Any]:
    values = {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "url": source.URL,
        "datePublished": str(source.issued) if source.issued else None,
    }
    return {name: value for name, value in values.items() if value}
