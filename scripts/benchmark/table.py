"""Measurements as Markdown: what the runs tell, and in words what they do not tell."""

from collections.abc import Iterator, Mapping, Sequence

from .measure import RunCost
from .memory import Memory
from .steps import AGAIN, CHANGED, CHECK_CHANGED, COLD, DIFF_CHANGED, HUGO, OURS, PLAIN
from .verdict import Measured, Promise, figure_of, ratio_of

Costs = Mapping[str, Sequence[RunCost]]
"""Name of a step → its runs, turn by turn."""
MOST_GROWTH, LEAST_LEAD, MOST_MEMORY = 5.5, 4.0, 500
MOST_AGAIN = {AGAIN: 0.3, CHANGED: 0.35, CHECK_CHANGED: 0.1, DIFF_CHANGED: 0.1}
"""Of the cold run of the same, at 1,000 cards."""
MOST_OF_HUGO = {1000: 1.5, 5000: 1.0}
_HEAD = (
    "| stap | seconden | processor | MiB | ÷ koud | processor ÷ koud | wij ÷ dit | processor wij ÷ dit |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
)


def table(size: int, costs: Costs) -> str:
    """All steps of one size."""
    return "\n".join([f"\n{size} kaarten, de mediaan van {len(costs[OURS])} beurten:\n", *_HEAD, *_rows(costs), *_untold(costs)])


def _rows(costs: Costs) -> Iterator[str]:
    for name, runs in costs.items():
        cold, peers = costs.get(COLD.get(name, "")), costs[OURS] if name in (PLAIN, HUGO) else None
        cells = [
            *(_cell(figure_of([run[part] for run in runs]), digits) for part, digits in ((0, 2), (1, 2), (2, 0))),
            *(_ratio_cell(runs, cold, part) for part in (0, 1)),
            *(_ratio_cell(peers, runs, part) for part in (0, 1)),
        ]
        yield f"| {' | '.join((name, *cells))} |"


def _cell(figure: Measured, digits: int) -> str:
    return f"{figure.median:.{digits}f}" if figure.tells else "–"


def _ratio_cell(above: Sequence[RunCost] | None, below: Sequence[RunCost] | None, part: int) -> str:
    return _cell(_ratio(above, below, part), 2) if above and below else ""


def _ratio(above: Sequence[RunCost], below: Sequence[RunCost], part: int) -> Measured:
    return ratio_of([run[part] for run in above], [run[part] for run in below])


def _untold(costs: Costs) -> Iterator[str]:
    """What is not reported, and why."""
    for name, runs in costs.items():
        for what, values in zip(("seconden", "processortijd"), zip(*[run[:2] for run in runs], strict=True), strict=True):
            figure = figure_of(values)
            if not figure.tells:
                yield f"\nNiet gemeld: {what} van {name}, {_why(figure)}."


def _why(figure: Measured) -> str:
    return f"{figure.runs} keer gemeten, en de langste was {1 + figure.apart:.2f} keer de kortste"


def memory_text(size: int, memory: Memory) -> str:
    """The three figures of one cold build."""
    return (
        f"\nGeheugen bij {size} kaarten, koud: ouder {memory.parent:.0f} MiB, hulpprocessen {memory.children:.0f}, "
        f"samen ten hoogste {memory.sum:.0f} (belofte bij 5000: {MOST_MEMORY})."
    )


def promises(costs: Mapping[int, Costs]) -> Iterator[Promise]:
    """Those that these sizes can show, in seconds and in processor time."""
    for part, unit in enumerate(("seconden", "processortijd")):
        if {1000, 5000} <= costs.keys():
            grown = _ratio(costs[5000][OURS], costs[1000][OURS], part)
            yield Promise(f"groei van 1000 naar 5000 kaarten, {unit}", grown, MOST_GROWTH, True)
        for size, most in MOST_OF_HUGO.items():
            if HUGO in (found := costs.get(size, {})):
                yield Promise(f"wij ÷ Hugo bij {size}, {unit}", _ratio(found[OURS], found[HUGO], part), most, True)
        if PLAIN in (found := costs.get(1000, {})):
            yield Promise(f"gewone MkDocs ÷ wij bij 1000, {unit}", _ratio(found[PLAIN], found[OURS], part), LEAST_LEAD, False)
        for name, most in MOST_AGAIN.items() if found else ():
            yield Promise(f"{name} ÷ koud bij 1000, {unit}", _ratio(found[name], found[COLD[name]], part), most, True)


def promise_text(promise: Promise) -> str:
    """One line: what was measured beside the limit."""
    limit = f"{'ten hoogste' if promise.is_most else 'ten minste'} {promise.limit:g}"
    if promise.is_kept is None:
        return f"- {promise.what}: niet te zeggen, {_why(promise.measured)}; belofte: {limit}"
    return (
        f"- {promise.what}: {promise.measured.median:.2f}; belofte: {limit}, {'gehouden' if promise.is_kept else 'niet gehouden'}"
    )
