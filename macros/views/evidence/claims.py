"""The ledger: every claim about results, reach, money and recognition, with its sources."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from macros.library.claims import anchor_of, claims_of, outcome_anchor
from macros.library.library import Library
from macros.model.base import Date
from macros.model.data import Source, Term
from macros.model.evidence import Outcome
from macros.model.ladder import LadderStep
from macros.model.method import Method
from macros.model.practice import Cost, Reach
from macros.model.recognition import PrizeOrListing, Recognition
from macros.model.results import Proportion
from macros.model.sources import Citation, Conflict, Statement
from macros.model.study import Study
from macros.views.common.comparability import independence_of
from macros.views.common.dutch import capital, counted, date, period
from macros.views.common.lines import join_remarks
from macros.views.common.subjects import Subject, all_results, method_subject, methods_by_name
from macros.views.common.wording import cost_conditions, cost_text, level_text, price_year, state_text
from macros.views.evidence.number_text import NumberText, number_of
from macros.views.evidence.outcomes import outcome_facts
from macros.views.evidence.studies import study_anchor, study_title
from macros.views.evidence.weighing import Fact, four_facts

KINDS = {
    "outcome": "resultaat",
    "reach": "bereik",
    "cost": "bedrag",
    "cost-statement": "over kosten",
    "recognition": "erkenning",
    "prize-or-listing": "prijs of vermelding",
    "effect-ladder": "trede op de effectladder",
    "recognition-claim": "over erkenning",
    "conflict": "tegenspraak",
}
CLAIMS_PER_PAGE = 100
"""Claims on one page of the ledger."""


class LedgerClaim(NamedTuple):
    """A claim with its subject, before it is put into words."""

    kind: str
    """A key of KINDS"""
    subject: Subject
    id: str
    """Unique among the claims of the subject."""
    anchor: str
    """Its permanent anchor on the page of the subject."""
    record: Any
    about: Any
    """The record that contains it: the recognition of a verdict, the conflict of a statement."""


class OtherReading(NamedTuple):
    """What another source says about the same."""

    text: str
    sources: tuple[Source, ...]
    link: str | None
    """Its permanent address, from the root of the site, if it has one of its own."""


class ClaimView(NamedTuple):
    id: str
    kind: str
    kind_name: str
    subject: Subject
    link: str
    """Its permanent address, from the root of the site."""
    text: str
    number: NumberText | None
    measure: Term | None
    direction: Term | None
    design: Term | None
    study: Study | None
    who: str | None
    """A key of comparability.INDEPENDENCE for results; None for other claims, of which the source shows who speaks."""
    weights: tuple[Fact, ...]
    """The four facts that weigh a result; of other claims the source shows who speaks."""
    facts: tuple[str, ...]
    group: int | None
    """Size of the group, if the source gives it."""
    caveat: str | None
    others: tuple[OtherReading, ...]
    sources: tuple[Citation, ...]

    @property
    def study_title(self) -> str:
        return study_title(self.study) if self.study else ""

    @property
    def study_link(self) -> str:
        """The address of the study on the page of the subject."""
        return f"{self.subject.link}#{study_anchor(self.study)}" if self.study else ""

    @property
    def has_total(self) -> bool:
        return self.group is not None

    @property
    def voices(self) -> tuple[Term, ...]:
        """The kinds of publishers of the sources (owner, researcher, …), each once."""
        return tuple({citation.source.voice.id: citation.source.voice for citation in self.sources}.values())

    @property
    def newest(self) -> Date | None:
        """The date of the newest source; None if no source has a date."""
        dates = [citation.source.issued for citation in self.sources if citation.source.issued]
        return max(dates, key=lambda day: day.last_day, default=None)


def ledger_claims(library: Library) -> Iterator[LedgerClaim]:
    """Every claim in the library; results of tools come last."""
    for method in methods_by_name(library):
        yield from _claims_of_method(method)
    # results of one study stand together, on the card and here
    yield from (outcome_claim(one) for one in all_results(library) if one[0].is_tool)


def outcome_claim(result: tuple[Subject, Outcome]) -> LedgerClaim:
    """A result as a claim."""
    subject, outcome = result
    return LedgerClaim("outcome", subject, outcome.id, outcome_anchor(outcome), outcome, None)


def ledger_rows(library: Library) -> list[LedgerClaim]:
    """The claims as the page shows them: a contradiction is one row, in which every statement stands."""
    return [claim for claim in ledger_claims(library) if claim.kind != "conflict" or claim.record is claim.about.statements[0]]


def _claims_of_method(method: Method) -> Iterator[LedgerClaim]:
    subject = method_subject(method)
    for one in claims_of(method):
        yield LedgerClaim(one.kind, subject, one.id, one.anchor, one.record, one.about)


def claim_view(claim: LedgerClaim) -> ClaimView:
    """A claim in words, with everything that is needed to judge it."""
    return _VIEWS[claim.kind](claim)


def _view(claim: LedgerClaim, text: str, sources: tuple[Citation, ...], **more: Any) -> ClaimView:
    values: dict[str, Any] = dict.fromkeys(("number", "measure", "direction", "design", "study", "who", "group", "caveat"))
    values |= {"facts": (), "others": (), "weights": ()} | more
    return ClaimView(
        id=f"{claim.subject.id}/{claim.id}",
        kind=claim.kind,
        kind_name=KINDS[claim.kind],
        subject=claim.subject,
        link=f"{claim.subject.link}#{claim.anchor}",
        text=text,
        sources=sources,
        **values,
    )


def _outcome_view(claim: LedgerClaim) -> ClaimView:
    outcome: Outcome = claim.record
    return _view(
        claim,
        outcome.statement,
        outcome.sources,
        number=number_of(outcome),
        measure=outcome.measure,
        direction=outcome.direction,
        design=outcome.study.design,
        who=independence_of(outcome),
        group=outcome.result.of if isinstance(outcome.result, Proportion) else None,
        study=outcome.study,
        weights=four_facts(outcome),
        facts=tuple(fact for fact in dict.fromkeys(outcome_facts(outcome)) if fact != outcome.study.design.nl),
        caveat=outcome.caveat,
        others=tuple(_other_reading(statement) for statement in outcome.conflicts),
    )


def _reach_view(claim: LedgerClaim) -> ClaimView:
    reach: Reach = claim.record
    text = "; ".join(filter(None, (period(reach.period) if reach.period else "", reach.note)))
    number = NumberText(counted(reach.count, reach.unit, reach.precision), None)
    return _view(claim, capital(text) or "Hoeveel er zijn bereikt.", reach.sources, number=number)


def _cost_view(claim: LedgerClaim) -> ClaimView:
    cost: Cost = claim.record
    text = capital(cost.covers) if cost.covers else "Kosten."
    remark = join_remarks(cost_conditions(cost), price_year(cost))
    return _view(claim, text, cost.sources, number=NumberText(cost_text(cost), remark), caveat=cost.note)


def _recognition_view(claim: LedgerClaim) -> ClaimView:
    recognition: Recognition = claim.about
    facts = [date(recognition.date) if recognition.date else "datum onbekend"]
    if recognition.valid_until:
        facts.append(f"termijn tot en met {date(recognition.valid_until)}")
    return _view(
        claim,
        f"Oordeel van {recognition.committee or recognition.body.name}.",
        recognition.sources,
        number=NumberText(capital(level_text(claim.record)), state_text(recognition)),
        facts=tuple(facts),
        caveat=" ".join(filter(None, (recognition.reason, recognition.note))) or None,
        others=tuple(_other_reading(reading) for reading in recognition.readings),
    )


def _prize_view(claim: LedgerClaim) -> ClaimView:
    one: PrizeOrListing = claim.record
    dated = date(one.date) if one.date else "datum onbekend"
    text = "Een prijs is geen erkenning." if one.kind.id == "prize" else "Een vermelding is geen erkenning."
    number = NumberText(f"{capital(one.kind.nl)}: {one.name}", None)
    return _view(claim, text, one.sources, number=number, facts=(f"van {one.body.name}", dated), caveat=one.note)


def _conflict_view(claim: LedgerClaim) -> ClaimView:
    conflict: Conflict = claim.about
    statement: Statement = claim.record
    others = tuple(
        _other_reading(other, f"{claim.subject.link}#{anchor_of('conflict', other, conflict)}")
        for other in conflict.statements
        if other is not statement
    )
    return _view(claim, statement.says, statement.sources, facts=(f"over: {conflict.about}",), others=others)


def _statement_view(claim: LedgerClaim) -> ClaimView:
    return _view(claim, claim.record.says, claim.record.sources)


def _ladder_step_view(claim: LedgerClaim) -> ClaimView:
    step: LadderStep = claim.record
    dated = date(step.date) if step.date else "datum onbekend"
    text = f"Trede op de effectladder, volgens {step.body.name}."
    facts = tuple(filter(None, (step.basis.nl, dated, step.note)))
    return _view(claim, text, step.sources, number=NumberText(capital(step.step.nl), None), facts=facts)


def _other_reading(statement: Statement, link: str | None = None) -> OtherReading:
    return OtherReading(statement.says, tuple(citation.source for citation in statement.sources), link)


_VIEWS: dict[str, Callable[[LedgerClaim], ClaimView]] = {
    "outcome": _outcome_view,
    "reach": _reach_view,
    "cost": _cost_view,
    "cost-statement": _statement_view,
    "recognition": _recognition_view,
    "prize-or-listing": _prize_view,
    "effect-ladder": _ladder_step_view,
    "recognition-claim": _statement_view,
    "conflict": _conflict_view,
}
