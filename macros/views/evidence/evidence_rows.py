"""The lines of the rows about evidence: reach, results, recognition, money. macros/views/card/rows.py puts them in order."""

from collections.abc import Iterator

from macros.library.claims import anchor_of, outcome_anchor
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.sources import AddressedStatement, Conflict
from macros.views.common.comparability import INDEPENDENCE, independence_of
from macros.views.common.dutch import capital, counted, date, period
from macros.views.common.lines import Line, Notes, RowContext, join_remarks
from macros.views.common.wording import amount_text, ladder_text
from macros.views.evidence.number_text import number_of
from macros.views.evidence.verdicts import prize_text, verdict_views


def reach_lines(method: Method, context: RowContext) -> Iterator[Line]:
    for reach in method.reach:
        remarks = [period(reach.period) if reach.period else "", reach.note or ""]
        yield Line(
            counted(reach.count, reach.unit, reach.precision),
            context.notes.of(reach.sources),
            detail=join_remarks(*remarks),
            claim=anchor_of("reach", reach),
        )


def outcome_lines(method: Method, context: RowContext) -> Iterator[Line]:
    for outcome in method.outcomes:
        yield _result_line(outcome.measure, outcome, context)


def _result_line(what: Term, outcome: Outcome, context: RowContext) -> Line:
    """A result with what weighs its number: the interval, or that the total is unknown."""
    found = number_of(outcome)
    remark = f" ({found.remark})" if found.remark else ""
    return Line(f"{capital(what.nl)}: {found.headline}{remark}", context.notes.of(outcome.sources), claim=outcome_anchor(outcome))


def basic_set_lines(method: Method, context: RowContext) -> Iterator[Line]:
    """Results by part of the basic outcome set of providers and municipalities, and the parts without a result."""
    answered = {outcome.basic_set.id for outcome in method.outcomes if outcome.basic_set}
    for part in context.basic_set:
        for outcome in method.outcomes:
            if outcome.basic_set is part:
                yield _result_line(part, outcome, context)
    missing = [part.nl for part in context.basic_set if part.id not in answered]
    if answered and missing:
        yield Line(f"onbekend: {', '.join(missing)}", tone="unknown")


def evaluator_lines(method: Method, context: RowContext) -> Iterator[Line]:
    seen: dict[tuple[str, str], None] = {}
    for outcome in method.outcomes:
        name = outcome.study.evaluator.name if outcome.study.evaluator else "niet genoemd"
        seen.setdefault((name, INDEPENDENCE[independence_of(outcome)]))
    for name, remark in seen:
        yield Line(name, detail=remark)


def cost_lines(method: Method, context: RowContext) -> Iterator[Line]:
    for cost in method.costs:
        yield Line(amount_text(cost), context.notes.of(cost.sources), detail=cost.note, claim=anchor_of("cost", cost))
    yield from statement_lines("cost-statement", method.cost_statements, context.notes)


def statement_lines(
    kind: str, many: tuple[AddressedStatement, ...], notes: Notes, about: Conflict | None = None
) -> Iterator[Line]:
    """A line for each statement, with an address of its own; `about` is the contradiction that it is part of."""
    for statement in many:
        yield Line(statement.says, notes.of(statement.sources), claim=anchor_of(kind, statement, about), is_sentence=True)


def recognition_lines(method: Method, context: RowContext) -> Iterator[Line]:
    for view in verdict_views(method, context):
        yield Line(view.text, context.notes.of(view.recognition.sources), detail=view.before, claim=view.anchor)


def prize_lines(method: Method, context: RowContext) -> Iterator[Line]:
    for one in method.prizes_and_listings:
        claim = anchor_of("prize-or-listing", one)
        yield Line(prize_text(one), context.notes.of(one.sources), one.url, one.note, claim=claim)


def ladder_lines(method: Method, context: RowContext) -> Iterator[Line]:
    for step in method.effect_ladder:
        dated = date(step.date) if step.date else "datum onbekend"
        yield Line(
            capital(ladder_text(step)),
            context.notes.of(step.sources),
            detail=join_remarks(dated, step.note),
            claim=anchor_of("effect-ladder", step),
        )
