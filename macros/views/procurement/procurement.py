"""The annex for whoever buys: what a method needs, what to measure, what to ask, and what nobody can promise."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.views.card.key_facts import KeyFacts, key_facts
from macros.views.card.rows import BY_ID, row_of
from macros.views.common.availability import has_ended
from macros.views.common.comparability import is_stale
from macros.views.common.dutch import capital, date, percent
from macros.views.common.lines import Notes, Reference, Row, join_remarks, row_context
from macros.views.common.wording import status_with_source
from macros.views.evidence.number_text import number_of
from macros.views.evidence.outcomes import compared_with
from macros.views.evidence.sample_size import FEW, SOURCE, families_per_group, smallest_visible
from macros.views.evidence.studies import subject_of
from macros.views.procurement.measuring import Measure, basic_set, own_measures, shares_of
from macros.views.procurement.questions import ProviderQuestion, questions_for

DEMANDS = {
    "deliverers": "Toon aan wie de hulp geeft en wat die daarvoor heeft geleerd.",
    "licence": "Toon aan dat u de licentie hebt, als die nodig is.",
    "caseload": "Houd u aan het aantal gezinnen dat een uitvoerder tegelijk helpt.",
    "group_size": "Houd u aan de grootte van de groep.",
    "duration": "Bied de hulp zo lang als de methode vraagt, en zeg wanneer u daarvan afwijkt.",
    "contact": "Bied het aantal contacten en uren dat de methode vraagt.",
    "conditions": "Zorg voor wat de methode nodig heeft.",
    "materials": "Werk met het materiaal van de methode.",
    "includes": "Neem gezinnen aan voor wie de methode is bedoeld.",
    "excludes": "Zoek andere hulp voor wie de methode niet is bedoeld.",
    "elements": "Laat zien hoe u doet wat volgens de bronnen het verschil kan maken.",
}
"""Row of the card → the demand that can be made of it."""
EXAMPLE = (0.5, 0.7)
"""Shares of an example, where the card has no two groups."""


class Demand(NamedTuple):
    text: str
    row: Row


class SeenFrom(NamedTuple):
    """A difference that the card names, and from how many families on others could see it."""

    measure: str
    anchor: str
    here: str
    """What was reached with the method, with what weighs the number."""
    other: str
    """What the others reached, and who they were."""
    families: int
    """In each group."""


class Example(NamedTuple):
    """From how many families on a difference shows that is on no card."""

    first: str
    second: str
    families: int
    few: int
    """So many families of which …"""
    few_see: str | None
    """… show a difference only from this share on; None if they never do."""


class ProcurementView(NamedTuple):
    id: str
    name: str
    state: str
    """How it stands, on whose word and of which day."""
    has_ended: bool
    key: KeyFacts
    demands: tuple[Demand, ...]
    basic_set: tuple[Measure, ...]
    own_measures: tuple[Measure, ...]
    questions: tuple[ProviderQuestion, ...]
    seen_from: tuple[SeenFrom, ...]
    example: Example
    source: str
    """Of the formula for the number of families."""
    references: tuple[Reference, ...]
    reviewed: str | None
    is_stale: bool


def procurement_link(method_id: str) -> str:
    """The address of the page, from the root of the site."""
    return f"methoden/{method_id}/inkoop/"


def procurement_view(method: Method, library: Library) -> ProcurementView:
    """Everything in the annex of one method."""
    notes = Notes()
    demands = tuple(_demands(method, library, notes))
    return ProcurementView(
        id=method.id,
        name=method.name,
        state=capital(status_with_source(method)),
        has_ended=has_ended(method),
        key=key_facts(method, library),
        demands=demands,
        basic_set=basic_set(method, library),
        own_measures=own_measures(method),
        questions=tuple(questions_for(method, library)),
        seen_from=tuple(_seen_from(method)),
        example=_example(),
        source=SOURCE,
        references=notes.references(),
        reviewed=date(method.reviewed) if method.reviewed else None,
        is_stale=is_stale(method.reviewed, library.today),
    )


def _demands(method: Method, library: Library, notes: Notes) -> Iterator[Demand]:
    """The demands of which the card says what they are; what it does not say becomes a question."""
    context = row_context(library, notes)
    for row_id, text in DEMANDS.items():
        row = row_of(BY_ID[row_id], method, context)
        if row.is_known:
            yield Demand(text, row)


def _seen_from(method: Method) -> Iterator[SeenFrom]:
    for outcome in method.outcomes:
        if not (shares := shares_of(outcome)):
            continue
        yield SeenFrom(
            outcome.measure.nl,
            outcome_anchor(outcome),
            _weighed(outcome),
            compared_with(outcome) or "",
            families_per_group(*shares),
        )


def _weighed(outcome: Outcome) -> str:
    """The number, and what it is about if that is not this method in the Netherlands."""
    number, subject = number_of(outcome), join_remarks(*subject_of(outcome.study))
    remarks = join_remarks(number.remark, f"het onderzoek: {subject}" if subject else None)
    return f"{number.headline} ({remarks})" if remarks else number.headline


def _example() -> Example:
    first, second = EXAMPLE
    seen = smallest_visible(first, FEW)
    return Example(percent(first), percent(second), families_per_group(first, second), FEW, percent(seen) if seen else None)
