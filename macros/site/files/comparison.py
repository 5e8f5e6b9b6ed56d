"""What the page that sets methods side by side fetches: the rows and results of a method, decided here once.

`vergelijken/methoden.json` names the rows and the methods; `vergelijken/data/<id>.json` holds one method.
Scripts lay out and hide, but decide nothing of what is said.
"""

from collections.abc import Iterator
from typing import Any

from macros.library.claims import anchor_of
from macros.library.library import Library
from macros.model.evidence import Amount, Outcome, Percentage, Proportion, Tally
from macros.model.markup import plain_text
from macros.model.method import Method
from macros.model.practice import Cost
from macros.rendering.compact_json import compact
from macros.views.card.rows import ROWS, row_of
from macros.views.common.comparability import INDEPENDENCE, aspects_of, scale_of, why_off_scale
from macros.views.common.dutch import by_name
from macros.views.common.lines import Line, NoNotes, RowContext, link_to_card, row_context
from macros.views.common.wording import cost_text
from macros.views.compare.comparison import MOST_METHODS
from macros.views.evidence.costs import multiplication_of
from macros.views.evidence.outcomes import Plot, outcome_view


def comparison_files(library: Library) -> Iterator[tuple[str, str]]:
    """(address, text) of each file."""
    yield "vergelijken/methoden.json", compact(_index(library))
    measures = {measure: place for place, measure in enumerate(library.vocabularies["measure"].terms)}
    context = row_context(library)
    for method in library.methods.values():
        yield f"vergelijken/data/{method.id}.json", compact(_method(method, context, measures))


def _index(library: Library) -> dict[str, Any]:
    methods = by_name(library.methods.values())
    return {
        "most": MOST_METHODS,
        "rows": [{"id": kind.id, "label": kind.label, "group": kind.group, "section": kind.section} for kind in ROWS],
        "methods": [[method.id, method.name, *method.aliases] for method in methods],
        "moved": {old_id: entry.to for old_id, entry in library.moved.items() if entry.to in library.methods},
    }


def _method(method: Method, context: RowContext, measures: dict[str, int]) -> dict[str, Any]:
    return {
        "id": method.id,
        "name": method.name,
        "rows": [[_line(link_to_card(line, method.id)) for line in row_of(kind, method, context).lines] for kind in ROWS],
        "results": [_result(outcome, method, measures[outcome.measure.id]) for outcome in method.outcomes],
        "costs": [_cost(cost, method) for cost in method.costs],
    }


def _line(line: Line) -> dict[str, Any]:
    """A line without what it has not; known is not said."""
    parts: dict[str, Any] = {"text": plain_text(line.text)}
    if line.detail:
        parts["detail"] = plain_text(line.detail)
    if line.tone != "known":
        parts["tone"] = line.tone
    for name in ("link", "more", "value"):
        if (value := getattr(line, name)) is not None:
            parts[name] = value
    return parts


def _result(outcome: Outcome, method: Method, order: int) -> dict[str, Any]:
    view = outcome_view(outcome, NoNotes())
    plot = view.plot
    return {
        "measure": {"id": view.measure.id, "label": view.measure.nl, "order": order},
        "scale": scale_of(outcome),
        "off": why_off_scale(outcome),
        "aspects": [aspect._asdict() for aspect in aspects_of(outcome)],
        "statement": plain_text(view.statement),
        "headline": view.number.headline,
        "remark": view.number.remark,
        "worded": view.is_worded,
        "compared": view.compared,
        "direction": {"id": view.direction.id, "label": view.direction.nl},
        "who": view.who,
        "whoLabel": INDEPENDENCE[view.who],
        "facts": list(view.facts),
        "population": view.population,
        "target": view.target,
        "notComparable": view.not_comparable,
        "disagree": bool(view.conflicts),
        "plot": _plot(plot) if plot else None,
        "link": f"methoden/{method.id}/#{view.anchor}",
        "numbers": _numbers(outcome, plot.interval if plot else None),
        "design": view.design.nl,
        "evaluator": outcome.evaluator.name if outcome.evaluator else None,
    }


def _plot(plot: Plot) -> dict[str, Any]:
    interval = tuple(plot.interval) if plot.interval else None
    return {"share": plot.share, "interval": interval, "description": plot.description}


def _numbers(outcome: Outcome, interval: Any) -> dict[str, Any]:
    """The numbers by themselves, for a spreadsheet; a number that the source does not give is left out."""
    result = outcome.result
    if isinstance(result, Proportion):
        return {
            "count": result.count,
            "of": result.of,
            "share": result.count / result.of,
            "low": interval.low,
            "high": interval.high,
        }
    if isinstance(result, Percentage):
        return {"share": float(result.percent) / 100}
    if isinstance(result, Tally):
        return {"count": result.count}
    return {"amount": float(result.amount)} if isinstance(result, Amount) else {}


def _cost(cost: Cost, method: Method) -> dict[str, Any]:
    return {
        "text": cost_text(cost),
        "amount": float(cost.amount),
        "to": float(cost.to) if cost.to is not None else None,
        "precision": cost.precision.nl if cost.precision else None,
        "per": cost.per.nl,
        "year": cost.price_year,
        "covers": cost.covers,
        **multiplication_of(cost),
        "link": f"methoden/{method.id}/#{anchor_of('cost', cost)}",
    }
