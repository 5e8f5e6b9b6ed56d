"""Organisations, and the roles of each in the methods."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Organisation
from macros.model.method import Method
from macros.views.common.dutch import by_name, capital


class MethodRole(NamedTuple):
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
    roles: tuple[MethodRole, ...]


def organisation_views(library: Library) -> tuple[OrganisationView, ...]:
    """All organisations by name, each with its roles, collected in one pass over the methods."""
    roles: dict[str, list[MethodRole]] = {}
    for method in by_name(library.methods.values()):
        for organisation_id, role in _roles_in(method):
            roles.setdefault(organisation_id, []).append(role)
    ordered = by_name(library.organisations.values())
    return tuple(_organisation_view(organisation, tuple(roles.get(organisation.id, ()))) for organisation in ordered)


def _organisation_view(organisation: Organisation, roles: tuple[MethodRole, ...]) -> OrganisationView:
    former = [f"eerder: {name}" for name in organisation.former_names]
    return OrganisationView(
        id=organisation.id,
        name=organisation.name,
        link=f"organisaties/{organisation.id}/",
        kind=capital(organisation.kind.nl),
        other_names="; ".join([*organisation.abbreviations, *former]),
        url=organisation.url,
        note=organisation.note,
        roles=roles,
    )


def _roles_in(method: Method) -> Iterator[tuple[str, MethodRole]]:
    """(id of an organisation, its role) for one method, each role once."""
    found: dict[tuple[str, str], str | None] = {}
    for role, organisation, note in _named_roles(method):
        found.setdefault((organisation.id, role), note)
    for (organisation_id, role), note in found.items():
        yield organisation_id, MethodRole(method.name, f"methoden/{method.id}/", role, note)


def _named_roles(method: Method) -> Iterator[tuple[str, Organisation, str | None]]:
    for owner in method.owners:
        yield "eigenaar", owner.organisation, owner.note
    for owner in method.former_owners:
        yield "vroegere eigenaar", owner.organisation, owner.note
    for partner in method.partners:
        yield partner.role.nl, partner.organisation, partner.note
    for study in method.studies:
        if study.evaluator:
            yield "mat resultaten", study.evaluator, None
    for recognition in method.recognitions:
        yield "beoordeelde de methode", recognition.body, None
    for one in method.prizes_and_listings:
        yield "gaf een prijs" if one.kind.id == "prize" else "vermeldt de methode", one.body, one.note
    for step in method.effect_ladder:
        yield "noemt de trede op de effectladder", step.body, None
    if method.licence and method.licence.licensor:
        yield "geeft de licentie", method.licence.licensor, method.licence.note
    if method.contact:
        yield "contact", method.contact.organisation, method.contact.note
