"""The shares and effects that were found on one measure as one chart, to take along."""

from collections.abc import Sequence

from macros.library.library import Library
from macros.views.common.dutch import capital
from macros.views.common.figure import Figure
from macros.views.common.subjects import SubjectOutcome
from macros.views.evidence.measures import measure_link
from macros.views.evidence.result_chart import drawable, result_figure, result_group


def measure_figure(results: Sequence[SubjectOutcome], library: Library) -> Figure | None:
    """The chart of the results of one measure that can be drawn; None if there are none, or too many."""
    measure, drawn = results[0][1].measure, tuple(drawable(results))
    title, page = f"{capital(measure.nl)}: wat bronnen vonden, per methode", measure_link(measure.id)
    return result_figure(title, page, measure.id, [result_group(drawn)], drawn, len(results), library)


def figures_address(measure: str) -> str:
    """Of all results on a measure as a table, from the root of the site; there is one without a chart too."""
    return f"{measure_link(measure)}cijfers.csv"
