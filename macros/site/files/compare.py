"""What the page that sets methods side by side fetches: the rows and results of a method, decided here once.

`vergelijken/methoden.json` names the rows and the methods; `vergelijken/data/<id>.json` holds one method.
What a reader sees of a method comes as HTML from the templates of the ready-made comparisons; scripts put it side by
side and hide, but decide nothing of what is said.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.library.claims import anchor_of
from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.model.practice import Cost
from macros.model.ready_comparison import MOST_METHODS
from macros.model.results import Amount, Effect, Percentage, Proportion, Tally
from macros.rendering.compact_json import compact
from macros.rendering.render import render
from macros.site.files.memo import memo_data, memo_index
from macros.views.card.key_facts import key_facts
from macros.views.card.rows import ROWS
from macros.views.common.comparability import ASPECTS, INDEPENDENCE, aspect_values, scale_of, why_off_scale
from macros.views.common.dutch import by_name
from macros.views.common.figure import picture_address
from macros.views.common.lines import RowContext, row_context
from macros.views.common.wording import cost_conditions, cost_text
from macros.views.compare.comparison import cell_of
from macros.views.compare.comparison_chart import CHART_TEXTS
from macros.views.compare.shared_scales import COMPARABILITY, MOST_REASONS, ComparedResult, compared_result
from macros.views.compare.short_rows import SHORT_ROWS, column_head, short_cells
from macros.views.evidence.base_rates import base_rates_of
from macros.views.evidence.costs import multiplication_of
from macros.views.evidence.result_chart import MOST_DRAWN, SIGNS, is_charted

ROOT = "../"
"""From the page that shows the HTML, vergelijken/, to the root of the site."""


def comparison_index(library: Library) -> Iterator[tuple[str, str]]:
    """(address, text) of the file that names the rows and the methods."""
    yield "vergelijken/methoden.json", compact(_index(library))


def comparison_columns(library: Library, methods: Iterable[Method]) -> Iterator[tuple[str, str]]:
    """The same of a file for each of these methods."""
    measures = {measure: place for place, measure in enumerate(library.vocabularies["measure"].terms)}
    context = row_context(library)
    for method in methods:
        yield f"vergelijken/data/{method.id}.json", compact(_method(method, library, context, measures))


def _index(library: Library) -> dict[str, Any]:
    methods = by_name(library.methods.values())
    return {
        "most": MOST_METHODS,
        "shortRows": [label for _, label, _ in SHORT_ROWS],
        "comparability": {**COMPARABILITY, "most": MOST_REASONS},
        "rows": [{"id": kind.id, "label": kind.label, "group": kind.group} for kind in ROWS],
        "aspects": [{"differs": aspect.differs, "unknown": aspect.unknown} for aspect in ASPECTS],
        "baseRates": {
            measure: render("compare/base_rates.html", root=ROOT, view={"rates": rates})
            for measure in library.vocabularies["measure"].terms
            if (rates := base_rates_of(measure, library))
        },
        "methods": [[method.id, method.name, *method.aliases] for method in methods],
        "moved": {old_id: entry.to for old_id, entry in library.moved.items() if entry.to in library.methods},
        "chart": {**CHART_TEXTS, "most": MOST_DRAWN, "signs": [[sign.id, sign.text] for sign in SIGNS]},
        "memo": memo_index(library),
    }


def _method(method: Method, library: Library, context: RowContext, measures: dict[str, int]) -> dict[str, Any]:
    key = key_facts(method, library)
    head = column_head(method, key)
    results = [compared_result(method, outcome) for outcome in method.outcomes]
    column = {
        "name": method.name,
        "short": short_cells(method, key),
        "short_labels": [label for _, label, _ in SHORT_ROWS],
        "labels": [kind.label for kind in ROWS],
        "cells": [cell_of(kind, method, context) for kind in ROWS],
        "results": results,
    }
    return {
        "id": method.id,
        "name": method.name,
        "state": head.state,
        "answer": head.answer,
        "html": render("compare/column.html", root=ROOT, view=column),
        "results": [
            _result(outcome, one, measures[outcome.measure.id]) for outcome, one in zip(method.outcomes, results, strict=True)
        ],
        "chart": picture_address(f"methoden/{method.id}/") if is_charted(method.outcomes) else None,
        "costs": [_cost(cost, method) for cost in method.costs],
        "memo": memo_data(method, key),
    }


def _result(outcome: Outcome, compared: ComparedResult, order: int) -> dict[str, Any]:
    """What decides on which scale a result stands, and what a spreadsheet holds; what a reader sees of it is in `html`."""
    view = compared.outcome
    unit: Any = getattr(outcome.result, "unit", None)
    return {
        "measure": {"id": view.measure.id, "label": view.measure.nl, "order": order},
        "scale": scale_of(outcome),
        "off": why_off_scale(outcome),
        "values": aspect_values(outcome),
        "unit": (unit.many or unit.nl) if unit else None,
        "statement": plain_text(view.statement),
        "headline": view.number.headline,
        "remark": view.number.remark,
        "direction": view.direction.nl,
        "whoLabel": INDEPENDENCE[view.who],
        "population": view.population,
        "link": compared.link,
        "numbers": _numbers(outcome, view.plot.interval if view.plot else None),
        "design": view.design.nl,
        "evaluator": outcome.study.evaluator.name if outcome.study.evaluator else None,
    }


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
        share = {"share": float(result.percent) / 100}
        return share if result.of is None else {"of": result.of, **share}
    if isinstance(result, Tally):
        return {"count": result.count}
    if isinstance(result, Effect):
        return {"effect": float(result.value)}
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
        "conditions": cost_conditions(cost),
        **multiplication_of(cost),
        "link": f"methoden/{method.id}/#{anchor_of('cost', cost)}",
    }
