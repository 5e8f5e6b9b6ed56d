"""What the library lacks: per card what is unknown, what is past its term, and what a next step on the effectladder asks.

Nothing here rates a method. A step is only ever what a named body says; what is missing is missing on the card.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.method import Method
from macros.views.common.comparability import REVIEW_MONTHS, is_old, is_stale
from macros.views.common.dutch import capital, date, in_words
from macros.views.common.wording import ladder_text, recognition_age
from macros.views.missing.completeness import PARTS, completeness

FORM = "bijdragen/formulier/"
"""The form in the browser, from the root of the site; ?id= opens a card in it."""
WANTED = "bijdragen/gevraagd/"
"""The list of what all cards lack."""


class Unknown(NamedTuple):
    """A part of the card that is not known."""

    part: str
    """Its place in an address: target_group-ages"""
    label: str
    remark: str | None
    """When it was looked for and not found."""


class Aged(NamedTuple):
    """Something on the card that is older than its term."""

    text: str
    section: str
    """Where on the page of the card it stands."""


class LadderStep(NamedTuple):
    """A step that somebody gives the method, and what the step after it asks."""

    stated: str
    """Who says so and which step it is."""
    next: str | None
    """Name of the step after it; None at the top."""
    asks: str
    missing: tuple[str, ...]
    """Of what that step asks, the parts that this card does not have."""


class Lacks(NamedTuple):
    unknown: tuple[Unknown, ...]
    aged: tuple[Aged, ...]
    steps: tuple[LadderStep, ...]
    """One for each statement about the effectladder; none if the card has no such statement."""
    form: str
    """Where the card can be mended, from the root of the site."""


def lacks(method: Method, library: Library) -> Lacks:
    """Everything this card could still use."""
    return Lacks(unknown(method), tuple(aged(method, library.today)), tuple(_steps(method, library)), form_link(method.id))


def form_link(method_id: str) -> str:
    return f"{FORM}?id={method_id}"


_PLACES = {label: path.replace(".", "-") for path, label in PARTS}


def unknown(method: Method) -> tuple[Unknown, ...]:
    """The parts that a reader would want and the card does not know, in the order of the card."""
    return tuple(Unknown(_PLACES[label], label, remark) for label, remark in completeness(method).missing)


def aged(method: Method, today: datetime.date) -> Iterator[Aged]:
    """What is past the terms of macros/views/common/comparability.py."""
    if method.reviewed is None:
        yield Aged("De hele kaart is nog nooit met de bronnen vergeleken.", "onbekend")
    elif is_stale(method.reviewed, today):
        years = in_words(REVIEW_MONTHS // 12)
        yield Aged(f"De kaart is nagekeken op {date(method.reviewed)}; dat is langer dan {years} jaar geleden.", "onbekend")
    for recognition in method.recognitions:
        if is_old(recognition, today):
            age = recognition_age(recognition, today)
            yield Aged(f"Het oordeel van {recognition.body.name} is van {age}. Geldt het nog?", "erkenning")


Has = Callable[[Method], Any]
MEASURED = ("process-evaluation", "monitoring", "pre-post", "quasi-experiment", "rct")
COMPARED = ("quasi-experiment", "rct")
"""Designs, by id, that give what a step asks for."""


def _measured(designs: Iterable[str]) -> Has:
    return lambda method: any(outcome.design.id in designs for outcome in method.outcomes)


_ASKED: Mapping[str, tuple[tuple[str, Has], ...]] = {
    "potential": (
        ("de aanpak in stappen", lambda method: method.approach),
        ("wat er nodig is om het uit te voeren", lambda method: method.conditions),
    ),
    "plausible": (("de werkzame elementen: wat er werkt en waarom", lambda method: method.elements),),
    "functional": (("een resultaat dat is gemeten, zoals tevredenheid of ervoor en erna", _measured(MEASURED)),),
    "efficacious": (("een resultaat dat met een andere groep is vergeleken", _measured(COMPARED)),),
}
"""Step of the ladder → the parts of a card that hold what the ladder asks there; a card cannot be without goal and group."""


def _steps(method: Method, library: Library) -> Iterator[LadderStep]:
    ladder = list(library.vocabularies["effect-ladder"].terms.values())
    for statement in method.effect_ladder:
        yield ladder_step(statement.step, capital(ladder_text(statement)), method, ladder)


def ladder_step(step: Term, stated: str, method: Method, ladder: list[Term]) -> LadderStep:
    """What the step after this one asks, and what of it the card does not have; `stated` says who gives which step."""
    place = next(index for index, term in enumerate(ladder) if term.id == step.id)
    if place + 1 == len(ladder):
        return LadderStep(stated, None, "Dit is de bovenste trede.", ())
    following = ladder[place + 1]
    missing = tuple(label for label, has in _ASKED[following.id] if not has(method))
    return LadderStep(stated, following.nl, following.description, missing)
