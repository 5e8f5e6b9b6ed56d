"""Whether a family can go to a method now, as far as a source says, and whom to ask."""

from typing import NamedTuple

from macros.model.data import Organisation
from macros.model.method import Method
from macros.model.sources import Citation
from macros.views.common.dutch import capital
from macros.views.common.wording import intake_text, status_text

ENDED = ("completed", "stopped", "historic")
"""Phases in which no new family can come in."""
RUNS = "running"


def has_ended(method: Method) -> bool:
    """Whether no new family can come in any more."""
    return method.status.phase.id in ENDED


def drawn_state(method: Method) -> str:
    """How a picture draws a method: on (filled) if it runs, open if it ended, unsure (dashed) if it is a pilot or unknown."""
    return "on" if method.status.phase.id == RUNS else "open" if has_ended(method) else "unsure"


class Availability(NamedTuple):
    answer: str
    """yes, no or unknown"""
    text: str
    """Ja, Nee or Onbekend"""
    detail: str
    """What the answer rests on, with its day."""
    sources: tuple[Citation, ...]


class Door(NamedTuple):
    """Whom to ask."""

    label: str
    name: str
    link: str
    """Address in this site, or elsewhere."""
    note: str | None


_TEXTS = {"yes": "Ja", "no": "Nee", "unknown": "Onbekend"}


def availability_of(method: Method) -> Availability:
    """An end counts before an intake; that a method runs does not mean that there is a place."""
    answer = _answer(method)
    state = capital(status_text(method))
    if has_ended(method):
        return Availability(answer, _TEXTS[answer], f"{state}.", method.status.sources)
    intake = capital(intake_text(method.intake)) if method.intake else "Of er nu plaats is, zegt geen bron"
    sources = (*method.status.sources, *(method.intake.sources if method.intake else ()))
    return Availability(answer, _TEXTS[answer], f"{state}. {intake}.", sources)


def _answer(method: Method) -> str:
    if has_ended(method):
        return "no"
    return method.intake.open.id if method.intake and method.intake.open.id in _TEXTS else "unknown"


def door_of(method: Method) -> Door | None:
    """The contact, else the owner; None if the card names neither."""
    if contact := method.contact:
        return _door("Contact", contact.organisation, contact.url, contact.note)
    return _door("Eigenaar", method.owners[0].organisation, None, None) if method.owners else None


def _door(label: str, organisation: Organisation, url: str | None, note: str | None) -> Door:
    return Door(label, organisation.name, url or organisation.url or f"organisaties/{organisation.id}/", note)
