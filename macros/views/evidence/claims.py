"""The ledger: every claim about results, reach, money and recognition, with who says it and where."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from macros.library.claims import claims_of, outcome_anchor
from macros.library.library import Library
from macros.model.base import Date
from macros.model.data import Source, Term
from macros.model.evidence import Outcome, Proportion, Recognition
from macros.model.ladder import LadderStep
from macros.model.method import Method
from macros.model.practice import Cost, Reach
from macros.model.sources import Citation, Conflict, Statement
from macros.views.common.comparability import WHO, who_says
from macros.views.common.dutch import capital, counted, date, period
from macros.views.common.subjects import Subject, methods_by_name, of_method, results
from macros.views.common.wording import cost_text, follow_up_text, price_year
from macros.views.evidence.outcomes import NumberText, number_of

KINDS = {
    "outcome": "resultaat",
    "reach": "bereik",
    "cost": "bedrag",
    "cost-statement": "over kosten",
    "recognition": "erkenning",
    "effect-ladder": "trede op de effectladder",
    "recognition-claim": "over erkenning",
    "conflict": "tegenspraak",
}
SHEET = 200
"""Claims on one page of the ledger."""


class Said(NamedTuple):
    """A claim as it stands in the library, before it is put into words."""

    kind: str
    """A key of KINDS"""
    subject: Subject
    id: str
    """Differs from all others of the same subject."""
    anchor: str
    """Its permanent place on the page of the subject."""
    record: Any
    about: Any
    """The recognition of a verdict, the conflict of a reading."""


class Other(NamedTuple):
    """What another source says of the same."""

    text: str
    sources: tuple[Source, ...]


class Claim(NamedTuple):
    id: str
    kind: str
    kind_name: str
    subject: Subject
    link: str
    """Its permanent place on the card, from the root of the site."""
    text: str
    number: NumberText | None
    measure: Term | None
    direction: Term | None
    design: Term | None
    who: str | None
    """A key of weighing.WHO, for results; the voice of the source says it for the rest."""
    facts: tuple[str, ...]
    group: int | None
    """How large the group was, if the source says so."""
    caveat: str | None
    others: tuple[Other, ...]
    sources: tuple[Citation, ...]

    @property
    def has_total(self) -> bool:
        return self.group is not None

    @property
    def voices(self) -> tuple[Term, ...]:
        """Who speaks in the sources, each once."""
        return tuple({citation.source.voice.id: citation.source.voice for citation in self.sources}.values())

    @property
    def newest(self) -> Date | None:
        """The day on which the newest source appeared, if any is dated."""
        dates = [citation.source.issued for citation in self.sources if citation.source.issued]
        return max(dates, key=lambda day: day.last_day, default=None)


def said(library: Library) -> list[Said]:
    """Every claim in the library; results of tools stand at the end."""
    found = [claim for method in methods_by_name(library) for claim in _of_method(method)]
    return found + [
        Said("outcome", subject, outcome.id, outcome_anchor(outcome), outcome, None)
        for subject, outcome in results(library)
        if subject.is_tool
    ]


def _of_method(method: Method) -> Iterator[Said]:
    subject = of_method(method)
    for one in claims_of(method):
        yield Said(one.kind, subject, one.id, one.anchor, one.record, one.about)


def claim(said: Said) -> Claim:
    """A claim in words, with what is needed to weigh it."""
    return _IN_WORDS[said.kind](said)


def _claim(said: Said, text: str, sources: tuple[Citation, ...], **more: Any) -> Claim:
    values: dict[str, Any] = dict.fromkeys(("number", "measure", "direction", "design", "who", "group", "caveat"))
    values |= {"facts": (), "others": ()} | more
    return Claim(
        id=f"{said.subject.id}/{said.id}",
        kind=said.kind,
        kind_name=KINDS[said.kind],
        subject=said.subject,
        link=f"{said.subject.link}#{said.anchor}",
        text=text,
        sources=sources,
        **values,
    )


def _outcome(said: Said) -> Claim:
    outcome: Outcome = said.record
    return _claim(
        said,
        outcome.statement,
        outcome.sources,
        number=number_of(outcome),
        measure=outcome.measure,
        direction=outcome.direction,
        design=outcome.design,
        who=who_says(outcome),
        group=outcome.result.of if isinstance(outcome.result, Proportion) else None,
        facts=tuple(_facts(outcome)),
        caveat=outcome.caveat,
        others=tuple(_other(statement) for statement in outcome.conflicts),
    )


def _facts(outcome: Outcome) -> Iterator[str]:
    yield f"gemeten door {outcome.evaluator.name}" if outcome.evaluator else "wie mat, is niet genoemd"
    if WHO[who_says(outcome)] != outcome.design.nl:
        yield WHO[who_says(outcome)]
    yield period(outcome.period) if outcome.period else "periode onbekend"
    if outcome.follow_up:
        yield f"gemeten: {follow_up_text(outcome.follow_up)}"


def _reach(said: Said) -> Claim:
    reach: Reach = said.record
    text = " · ".join(filter(None, (period(reach.period) if reach.period else "", reach.note)))
    number = NumberText(counted(reach.count, reach.unit, reach.precision), None)
    return _claim(said, capital(text) or "Hoeveel er zijn bereikt.", reach.sources, number=number)


def _cost(said: Said) -> Claim:
    cost: Cost = said.record
    text = capital(cost.covers) if cost.covers else "Kosten."
    return _claim(said, text, cost.sources, number=NumberText(cost_text(cost), price_year(cost)), caveat=cost.note)


def _recognition(said: Said) -> Claim:
    recognition: Recognition = said.about
    verdict = said.record
    scope = f", voor {verdict.scope.description}" if verdict.scope else ""
    facts = (
        date(recognition.date) if recognition.date else "datum onbekend",
        recognition.state.nl if recognition.state else "of het besluit nog geldt, is onbekend",
    )
    text = f"Oordeel van {recognition.committee or recognition.body.name}{scope}."
    return _claim(
        said,
        text,
        recognition.sources,
        number=NumberText(capital(verdict.level), None),
        facts=facts,
        caveat=recognition.reason,
    )


def _conflict(said: Said) -> Claim:
    conflict: Conflict = said.about
    statement: Statement = said.record
    others = tuple(_other(other) for other in conflict.statements if other is not statement)
    return _claim(said, statement.says, statement.sources, facts=(f"over: {conflict.about}",), others=others)


def _statement(said: Said) -> Claim:
    return _claim(said, said.record.says, said.record.sources)


def _ladder_step(said: Said) -> Claim:
    step: LadderStep = said.record
    dated = date(step.date) if step.date else "datum onbekend"
    text = f"Trede op de effectladder, volgens {step.body.name}."
    facts = tuple(filter(None, (step.basis.nl, dated, step.note)))
    return _claim(said, text, step.sources, number=NumberText(capital(step.step.nl), None), facts=facts)


def _other(statement: Statement) -> Other:
    return Other(statement.says, tuple(citation.source for citation in statement.sources))


_IN_WORDS: dict[str, Callable[[Said], Claim]] = {
    "outcome": _outcome,
    "reach": _reach,
    "cost": _cost,
    "cost-statement": _statement,
    "recognition": _recognition,
    "effect-ladder": _ladder_step,
    "recognition-claim": _statement,
    "conflict": _conflict,
}
