"""The costs of methods: every amount with its denominator, price year and source, and the count by which it may be
multiplied."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.library.claims import anchor_of, outcome_anchor
from macros.model.method import Method
from macros.model.practice import Cost
from macros.model.results import Amount
from macros.views.common.comparability import COUNTABLE, MULTIPLIED_BY
from macros.views.common.dutch import UNKNOWN
from macros.views.common.lines import Line, Note, Notes, Reference, link_to_card
from macros.views.common.wording import cost_conditions, cost_period, cost_text
from macros.views.evidence.evidence_rows import statement_lines
from macros.views.evidence.outcomes import OutcomeView, outcome_view
from macros.views.missing.why_empty import empty_lines

METHODS_PER_PAGE = 100
"""Methods on one page of costs."""


class AmountView(NamedTuple):
    """One amount of one method."""

    method: str
    method_id: str
    link: str
    text: str
    amount: str
    to: str
    """The upper end of a range; empty if there is none."""
    precision: str
    per: str
    price_year: str
    covers: str | None
    conditions: str | None
    """What the amount depends on."""
    remark: str | None
    notes: tuple[Note, ...]
    fits: str
    """The only count by which it may be multiplied, a key of COUNTABLE; empty if there is none."""
    time: str
    """The unit of time by which it may be multiplied as well; empty if the amount is not for one of these."""
    period: str
    """The time that the amount is for, in words; empty if the card does not say it."""
    why: str
    """Why it may not be multiplied by anything else."""


class Saving(NamedTuple):
    """Money that was saved according to a source."""

    method: str
    link: str
    claim: OutcomeView


class CostRemarks(NamedTuple):
    """Statements about the costs of a method without an amount."""

    method: str
    link: str
    lines: tuple[Line, ...]


class CostsView(NamedTuple):
    amounts: tuple[AmountView, ...]
    counted: tuple[tuple[str, str], ...]
    """(id, name) of what a reader can count."""
    savings: tuple[Saving, ...]
    remarks: tuple[CostRemarks, ...]
    without: tuple[CostRemarks, ...]
    """Methods without any amount, with the reason if it is known."""
    references: tuple[Reference, ...]


def costs_view(methods: Sequence[Method]) -> CostsView:
    """All that is known about the costs of these methods, in this order."""
    notes = Notes()
    amounts = tuple(amount_view(cost, method, notes) for method in methods for cost in method.costs)
    return CostsView(
        amounts=amounts,
        counted=tuple(COUNTABLE.items()),
        savings=tuple(saving for method in methods for saving in _saving_views(method, notes)),
        remarks=tuple(_cost_remarks(method, notes) for method in methods if method.cost_statements),
        without=tuple(
            CostRemarks(method.name, _costs_link(method), empty_lines(method, "costs")) for method in methods if not method.costs
        ),
        references=notes.references(),
    )


def amount_view(cost: Cost, method: Method, notes: Notes) -> AmountView:
    return AmountView(
        method=method.name,
        method_id=method.id,
        link=f"methoden/{method.id}/#{anchor_of('cost', cost)}",
        text=cost_text(cost),
        amount=str(cost.amount),
        to=str(cost.to) if cost.to is not None else "",
        precision=cost.precision.nl if cost.precision else "",
        per=cost.per.nl,
        price_year=str(cost.price_year or UNKNOWN),
        covers=cost.covers,
        conditions=cost_conditions(cost),
        remark=cost.note,
        notes=notes.of(cost.sources),
        **multiplication_of(cost),
    )


def multiplication_of(cost: Cost) -> dict[str, str]:
    """The count and the time by which an amount may be multiplied, and why by nothing else."""
    per = "eenmalig" if cost.per.id == "once" else f"per {cost.per.nl}"
    one = cost.period is not None and cost.period.count == 1
    return {
        "fits": MULTIPLIED_BY.get(cost.per.id, ""),
        "time": (cost.period.unit.many or cost.period.unit.nl) if one else "",
        "period": cost_period(cost),
        "why": f"Dit bedrag is {' '.join(filter(None, (per, cost_period(cost))))}. {cost.per.description}",
    }


def _costs_link(method: Method) -> str:
    return f"methoden/{method.id}/#kosten"


def _saving_views(method: Method, notes: Notes) -> Iterator[Saving]:
    for outcome in method.outcomes:
        if isinstance(outcome.result, Amount):
            yield Saving(method.name, f"methoden/{method.id}/#{outcome_anchor(outcome)}", outcome_view(outcome, notes))


def _cost_remarks(method: Method, notes: Notes) -> CostRemarks:
    remarks = statement_lines("cost-statement", method.cost_statements, notes)
    return CostRemarks(method.name, _costs_link(method), tuple(link_to_card(line, method.id) for line in remarks))
