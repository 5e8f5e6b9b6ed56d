"""Missing information, for each card: unknown parts, what is past its term, and what the next step on the effectladder asks.

Nothing here rates a method. A step is only ever what a named body says; what is missing is missing on the card.
"""

import datetime
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.fields import paths_of
from macros.model.method import Method
from macros.views.common.comparability import REVIEW_MONTHS, asks_whether_valid, is_stale
from macros.views.common.dutch import capital, date, in_words
from macros.views.common.wording import ladder_text, recognition_age
from macros.views.missing.completeness import PARTS, completeness
from macros.views.missing.why_empty import gap_of, gaps_of

FORM = "bijdragen/formulier/"
"""The form in the browser, from the root of the site; ?id= opens a card in it."""
LISTS = "bijdragen/gevraagd/"
"""Address of the missing lists, from the root of the site."""


class UnknownPart(NamedTuple):
    """A part of the card that is not known."""

    part: str
    """Its name in an address: target_group-ages"""
    label: str
    remark: str | None
    """Set if it was looked for and not found."""
    note: str | None = None
    """What the card says of looking for it."""


class EmptyOnPurpose(NamedTuple):
    """A field of which the card says itself why it is empty, and that is not among the unknown parts."""

    label: str
    state: str
    note: str


class PastTerm(NamedTuple):
    """Something on the card that is past its term."""

    text: str
    section: str
    """Where on the page of the card it stands."""


class NextLadderStep(NamedTuple):
    """A step that somebody gives the method, and what the step after it asks."""

    stated: str
    """Who says so and which step it is."""
    next: str | None
    """Name of the step after it; None at the top."""
    asks: str
    missing: tuple[str, ...]
    """The parts that this step asks for and this card does not have."""


class MissingInformation(NamedTuple):
    unknown: tuple[UnknownPart, ...]
    past_term: tuple[PastTerm, ...]
    steps: tuple[NextLadderStep, ...]
    """One for each statement about the effectladder; none if the card has no such statement."""
    form: str
    """Address of the form with this card in it, from the root of the site."""


def missing_information(method: Method, library: Library) -> MissingInformation:
    """Everything that is missing on this card."""
    return MissingInformation(
        unknown_parts(method),
        tuple(find_past_term(method, library.today)),
        tuple(_next_ladder_steps(method, library)),
        form_link(method.id),
    )


def form_link(method_id: str) -> str:
    return f"{FORM}?id={method_id}"


_PATHS = {label: path for path, label in PARTS}


def unknown_parts(method: Method) -> tuple[UnknownPart, ...]:
    """The parts of completeness.PARTS that the card does not know, in the order of the card."""
    return tuple(
        UnknownPart(_PATHS[label].replace(".", "-"), label, remark, gap.note if (gap := gap_of(method, _PATHS[label])) else None)
        for label, remark in completeness(method).missing
    )


def empty_on_purpose(method: Method, told: Container[str]) -> Iterator[EmptyOnPurpose]:
    """The fields of which the card says why they are empty; not those that are `told` elsewhere, nor the unknown parts."""
    unknown = {_PATHS[label] for label, _ in completeness(method).missing}
    for field, gap in gaps_of(method).items():
        if gap.note and field not in unknown and field not in told:
            yield EmptyOnPurpose(paths_of(Method)[field], gap.state.nl, gap.note)


def find_past_term(method: Method, today: datetime.date) -> Iterator[PastTerm]:
    """What is past the terms of macros/views/common/comparability.py."""
    if method.reviewed is None:
        yield PastTerm("De hele kaart is nog nooit met de bronnen vergeleken.", "onbekend")
    elif is_stale(method.reviewed, today):
        years = in_words(REVIEW_MONTHS // 12)
        yield PastTerm(f"De kaart is nagekeken op {date(method.reviewed)}; dat is langer dan {years} jaar geleden.", "onbekend")
    for recognition in method.recognitions:
        if asks_whether_valid(recognition, today):
            age = recognition_age(recognition, today)
            yield PastTerm(f"Het oordeel van {recognition.body.name} is van {age}. Geldt het nog?", "erkenning")


IsPresent = Callable[[Method], Any]
MEASURING_SHAPES = ("followed", "compared", "lot", "gathered")
COMPARING_SHAPES = ("compared", "lot")
"""Shapes of the designs of research that a step asks for."""


def _has_design(shapes: Iterable[str]) -> IsPresent:
    return lambda method: any(outcome.study.design.shape in shapes for outcome in method.outcomes)


_NEEDED_FOR_STEP: Mapping[str, tuple[tuple[str, IsPresent], ...]] = {
    "potential": (
        ("het doel", lambda method: method.goals),
        ("de aanpak in stappen", lambda method: method.approach),
        ("wat er nodig is om het uit te voeren", lambda method: method.conditions),
    ),
    "plausible": (("de werkzame elementen: wat er werkt en waarom", lambda method: method.elements),),
    "functional": (("een resultaat dat is gemeten, zoals tevredenheid of ervoor en erna", _has_design(MEASURING_SHAPES)),),
    "efficacious": (("een resultaat dat met een andere groep is vergeleken", _has_design(COMPARING_SHAPES)),),
}
"""Step of the ladder → the parts of a card that hold what the step asks. The target group is not listed, because no card is
without it."""


def _next_ladder_steps(method: Method, library: Library) -> Iterator[NextLadderStep]:
    ladder = list(library.vocabularies["effect-ladder"].terms.values())
    for statement in method.effect_ladder:
        yield next_ladder_step(statement.step, capital(ladder_text(statement)), method, ladder)


def next_ladder_step(step: Term, stated: str, method: Method, ladder: list[Term]) -> NextLadderStep:
    """What the step after this one asks, and which parts of it the card does not have; `stated` says who gives which step."""
    place = next(index for index, term in enumerate(ladder) if term.id == step.id)
    if place + 1 == len(ladder):
        return NextLadderStep(stated, None, "Dit is de bovenste trede.", ())
    following = ladder[place + 1]
    missing = tuple(label for label, has in _NEEDED_FOR_STEP.get(following.id, ()) if not has(method))
    return NextLadderStep(stated, following.nl, following.description, missing)
