"""The page for parents: one sheet about one method, in plain words and made from the card alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.for_parents import ForParents, ParentStep
from macros.model.helpline import Helpline
from macros.model.method import Method
from macros.model.results import Proportion
from macros.views.card.key_facts import main_result
from macros.views.common.availability import Door, availability_of, door_of, has_ended
from macros.views.common.comparability import is_stale
from macros.views.common.dutch import date
from macros.views.evidence.main_result import main_outcome
from macros.views.parents import plain

PLAIN_WORDS = "plain-word"
"""The vocabulary of words that a parent may not know, each with what it means."""
NOTHING_YET = "Over deze hulp staat hier nog geen uitleg in gewone woorden."
NO_RESULT = "Dat weten wij niet. Wij vonden geen cijfers over deze hulp. Dat zegt niet dat de hulp niet werkt."


class FoundView(NamedTuple):
    """Whether it worked."""

    text: str
    number: str | None
    """A count with its total; only beside the words for whom it is about, or if it is about everybody."""
    icons: tuple[int, int] | None
    """(how many, of how many) of a small group, with the number"""
    weights: tuple[str, ...]
    """What weighs it, in plain words."""
    anchor: str | None
    """The place of the result on the card."""


class ParentsView(NamedTuple):
    id: str
    name: str
    what_it_is: str
    steps: tuple[ParentStep, ...]
    answer: str
    """yes, no or unknown: whether a family can go there now"""
    available: tuple[str, ...]
    """The same in sentences, with its day."""
    asks_of_you: str
    duration: str
    costs: str
    found: FoundView
    not_known: tuple[str, ...]
    door: Door | None
    questions: tuple[str, ...]
    danger: tuple[Helpline, ...]
    on_your_side: tuple[Helpline, ...]
    words: tuple[Term, ...]
    """The words on the page that a parent may not know."""
    reviewed: str | None
    is_stale: bool


def parents_view(method: Method, library: Library) -> ParentsView:
    """Everything on the page for parents of one method."""
    texts = method.for_parents or ForParents.model_construct()
    view = ParentsView(
        id=method.id,
        name=method.name,
        what_it_is=texts.what_it_is or method.plain_summary or NOTHING_YET,
        steps=texts.steps,
        answer=availability_of(method).answer,
        available=tuple(plain.availability_sentences(method)),
        asks_of_you=texts.asks_of_you or plain.WE_DO_NOT_KNOW,
        duration=texts.duration or plain.duration_sentence(method),
        costs=texts.costs or (plain.WE_DO_NOT_KNOW if has_ended(method) else f"{plain.WE_DO_NOT_KNOW} Vraag het uw gemeente."),
        found=_found(method, texts),
        not_known=tuple(_not_known(method, texts)),
        door=door_of(method),
        questions=tuple(_questions(method, texts)),
        danger=helplines(library, "danger"),
        on_your_side=helplines(library, "on-your-side"),
        words=(),
        reviewed=date(method.reviewed) if method.reviewed else None,
        is_stale=is_stale(method.reviewed, library.today),
    )
    return view._replace(words=tuple(_words_to_explain(view, library)))


def parents_link(method_id: str) -> str:
    """The address of the page, from the root of the site."""
    return f"methoden/{method_id}/voor-ouders/"


def helplines(library: Library, about: str) -> tuple[Helpline, ...]:
    """Where a family can go, for `danger` or `on-your-side`, in the order of the file."""
    return tuple(one for one in library.helplines.values() if one.about == about)


def _found(method: Method, texts: ForParents) -> FoundView:
    outcome = main_outcome(method)
    if outcome is None:
        return FoundView(NO_RESULT, None, None, (), None)
    main = main_result(outcome)
    counted = isinstance(outcome.result, Proportion) and (texts.found or not outcome.population)
    return FoundView(
        texts.found or plain.result_sentence(outcome),
        main.number.headline if counted else None,
        main.icons if counted else None,
        tuple(plain.weights(outcome)),
        main.anchor,
    )


def _is_later(method: Method) -> bool:
    return any(one.follow_up and one.follow_up.months for one in method.outcomes)


def _not_known(method: Method, texts: ForParents) -> Iterator[str]:
    """What a parent would ask and the card does not know, in the order of the page."""
    if not (texts.duration or method.intensity):
        yield "Hoe lang de hulp duurt."
    if not (texts.costs or has_ended(method)):
        yield "Of u zelf iets moet betalen."
    if not (method.target_group.excludes or method.target_group.no_exclusions):
        yield "Voor wie deze hulp niet goed is."
    if not method.outcomes:
        yield "Of de hulp werkt."
    elif not _is_later(method):
        yield "Hoe het later met de gezinnen ging."
    if not (method.regions or has_ended(method)):
        yield "Waar u deze hulp kunt krijgen."


def _questions(method: Method, texts: ForParents) -> Iterator[str]:
    """Three questions to ask, the first about what stands in the way now."""
    closed = availability_of(method).answer == "no"
    yield "Welke hulp lijkt hierop, en is er nu wel?" if closed else "Kan ons gezin hier nu terecht?"
    yield "Waarom past die hulp bij ons gezin?" if closed else "Waarom past dit bij ons gezin?"
    yield _third_question(knows_time=closed or bool(texts.duration), knows_costs=closed or bool(texts.costs))


def _third_question(*, knows_time: bool, knows_costs: bool) -> str:
    if knows_time and knows_costs:
        return "Wat doen wij als het niet helpt?"
    if knows_time:
        return "Kost het ons iets?"
    return "Hoe lang duurt het?" if knows_costs else "Hoe lang duurt het, en kost het ons iets?"


def texts_of(view: ParentsView) -> Iterator[str]:
    """Every text of the page that is about this method, without names."""
    yield view.what_it_is
    for step in view.steps:
        yield from (step.title, step.text)
    yield from (*view.available, view.asks_of_you, view.duration, view.costs, view.found.text, view.found.number or "")
    yield from (*view.found.weights, *view.not_known, *view.questions)
    yield from (line for one in (*view.danger, *view.on_your_side) for line in (one.question, one.answer))


def _words_to_explain(view: ParentsView, library: Library) -> Iterator[Term]:
    vocabulary = library.vocabularies.get(PLAIN_WORDS)
    if vocabulary is None:
        return
    used = set(re.findall(r"\w[\w-]*", " ".join(texts_of(view)).casefold()))
    for term in sorted(vocabulary.terms.values(), key=lambda term: term.nl.casefold()):
        if used & {spelling.casefold() for spelling in (term.nl, term.many, *term.spellings) if spelling}:
            yield term
