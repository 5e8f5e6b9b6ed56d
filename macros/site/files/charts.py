"""What a reader takes along of a measure: its picture as SVG, and its results as a table."""

from collections.abc import Iterator

from macros.library.library import Library
from macros.open_data.claims_csv import outcomes_csv
from macros.rendering.render import render
from macros.site.pages.page import Site
from macros.views.evidence.measure_chart import chart_address, figures_address, measure_chart
from macros.views.evidence.measures import results_by_measure


def chart_files(library: Library, site: Site) -> Iterator[tuple[str, str]]:
    """(address, text) of the files of each measure with results; a measure without shares has a table only."""
    for measure, results in results_by_measure(library).items():
        yield figures_address(measure), outcomes_csv(results)
        if chart := measure_chart(results, library.today):
            yield chart_address(measure), render("evidence/chart.html", root="", view=chart, site_name=site.name)
