"""Organisations, and what each does in which method."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Organisation
from macros.model.method import Method
from macros.views.common.dutch import by_name, capital


class Part(NamedTuple):
    method: str
    link: str
    role: str
    note: str | None


class OrganisationView(NamedTuple):
    id: str
    name: str
    link: str
    kind: str
    other_names: str
    url: str | None
    note: str | None
    parts: tuple[Part, ...]


def organisations(library: Library) -> tuple[OrganisationView, ...]:
    """All organisations by name, each with what it does; one walk over the methods for all of them."""
    parts: dict[str, list[Part]] = {}
    for method in by_name(library.methods.values()):
        for organisation_id, part in _parts(method):
            parts.setdefault(organisation_id, []).append(part)
    ordered = by_name(library.organisations.values())
    return tuple(_view(organisation, tuple(parts.get(organisation.id, ()))) for organisation in ordered)


def _view(organisation: Organisation, parts: tuple[Part, ...]) -> OrganisationView:
    former = [f"eerder: {name}" for name in organisation.former_names]
    return OrganisationView(
        id=organisation.id,
        name=organisation.name,
        link=f"organisaties/{organisation.id}/",
        kind=capital(organisation.kind.nl),
        other_names="; ".join([*organisation.abbreviations, *former]),
        url=organisation.url,
        note=organisation.note,
        parts=parts,
    )


def _parts(method: Method) -> Iterator[tuple[str, Part]]:
    """What each organisation is to this method, each role once."""
    found: dict[tuple[str, str], str | None] = {}
    for role, organisation, note in _roles(method):
        found.setdefault((organisation.id, role), note)
    for (organisation_id, role), note in found.items():
        yield organisation_id, Part(method.name, f"methoden/{method.id}/", role, note)


def _roles(method: Method) -> Iterator[tuple[str, Organisation, str | None]]:
    yield "eigenaar", method.owner.organisation, method.owner.note
    for owner in method.former_owners:
        yield "vroegere eigenaar", owner.organisation, owner.note
    for partner in method.partners:
        yield partner.role.nl, partner.organisation, partner.note
    for outcome in method.outcomes:
        if outcome.evaluator:
            yield "mat resultaten", outcome.evaluator, None
    for recognition in method.recognitions:
        yield "beoordeelde de methode", recognition.body, None
    for step in method.effect_ladder:
        yield "noemt de trede op de effectladder", step.body, None
    if method.licence and method.licence.licensor:
        yield "geeft de licentie", method.licence.licensor, method.licence.note
    if method.contact:
        yield "contact", method.contact.organisation, method.contact.note
