"""The results of compared methods as one chart: what shares a scale together, and the rest with the reason why it does not.

docs/assets/compare/chart.js puts the same together for methods that a reader chooses; tests hold the two equal.
"""

from collections.abc import Iterator, Sequence

from macros.library.library import Library
from macros.model.method import Method
from macros.views.common.dutch import capital, listed
from macros.views.common.figure import Figure
from macros.views.common.subjects import SubjectOutcome, method_subject
from macros.views.compare.shared_scales import ComparedResult, ResultBlock
from macros.views.evidence.result_chart import LEFT_OUT, NO_ORDER, ResultGroup, drawable, result_figure, result_group

CHART_TEXTS = {
    "title": "{names}: resultaten naast elkaar",
    "scale": "{measure}, op één schaal: geteld in {unit}.{caution}",
    "caution": " Let op: {cautions}.",
    "apart": "{measure}, niet vergelijkbaar: {why}.",
    "alone": "{measure}, van één methode.",
    "order": NO_ORDER,
    "leftOut": LEFT_OUT,
}
"""What is said in the chart of a comparison; docs/assets/compare/chart.js gets it as data."""


def comparison_figure(
    methods: Sequence[Method], blocks: Sequence[ResultBlock], page: str, name: str, library: Library
) -> Figure | None:
    """The chart of these methods; None if nothing can be drawn, or too much."""
    all_of_them = [(method_subject(method), outcome) for method in methods for outcome in method.outcomes]
    results = tuple(drawable(all_of_them))
    found = {subject.claim_link(outcome): (subject, outcome) for subject, outcome in results}
    title = CHART_TEXTS["title"].format(names=listed([method.name for method in methods]))
    groups = [group for block in blocks for group in _groups(block, found)]
    return result_figure(title, page, name, groups, results, len(all_of_them), library)


def _groups(block: ResultBlock, found: dict[str, SubjectOutcome]) -> Iterator[ResultGroup]:
    """What may share a scale, and then what may not."""
    measure = capital(block.measure)
    for scale in block.scales:
        caution = CHART_TEXTS["caution"].format(cautions="; ".join(scale.cautions)) if scale.cautions else ""
        head = CHART_TEXTS["scale"].format(measure=measure, unit=scale.unit, caution=caution)
        yield result_group(_drawn(scale.results, found), head)
    if apart := _drawn(block.apart, found):
        head = CHART_TEXTS["apart" if block.why_apart else "alone"].format(measure=measure, why="; ".join(block.why_apart))
        yield result_group(apart, head)


def _drawn(results: Sequence[ComparedResult], found: dict[str, SubjectOutcome]) -> list[SubjectOutcome]:
    return [found[one.link] for one in results if one.link in found]
