"""What readers take along: every chart as SVG, and its numbers as a table."""

from collections.abc import Iterable, Iterator

from macros.library.library import Library
from macros.model.method import Method
from macros.open_data.claims_csv import outcome_lines, outcomes_csv
from macros.open_data.csv_text import dutch_csv
from macros.rendering.render import render
from macros.site.pages.page import Site
from macros.views.common.dutch import capital
from macros.views.common.figure import Figure
from macros.views.common.pagination import paginate
from macros.views.common.subjects import method_subject
from macros.views.compare.ready import ready_view
from macros.views.evidence.evidence_map import themes_on_map
from macros.views.evidence.measure_chart import figures_address, measure_figure
from macros.views.evidence.measures import results_by_measure
from macros.views.evidence.pages import map_page_view, map_pages, theme_map_pages
from macros.views.evidence.result_chart import subject_figure
from macros.views.evidence.sample_size_chart import sample_size_figure
from macros.views.reference.chain import METHODS_PER_PAGE, methods_by_stage, stage_link
from macros.views.reference.chain_chart import stage_figure, strip_figure, whole_chain_figure
from macros.views.reference.tools import tool_views

CHART_PATHS = r"embed/beeld/(?!methoden/).+\.svg|(.+/)?cijfers\.csv"
CARD_CHART_PATHS = r"embed/beeld/methoden/(?P<card>[^/]+)\.svg"


def chart_files(library: Library, site: Site) -> Iterator[tuple[str, str | bytes]]:
    """(address, text) of the charts and tables of all pages but the cards."""
    tables = {figures_address(measure): results for measure, results in results_by_measure(library).items()}
    for figure in figures_of_pages(library):
        yield figure.picture, chart_svg(figure, site)
        if figure.table:
            yield figure.figures, _table_csv(figure)
        else:
            tables.setdefault(figure.figures, figure.results)
    yield from ((address, outcomes_csv(results, site.url)) for address, results in tables.items())


def figures_of_pages(library: Library) -> Iterator[Figure]:
    """The chart of every page but the cards, as the page has it."""
    found = (
        strip_figure(library),
        sample_size_figure(library.today),
        *(measure_figure(results, library) for results in results_by_measure(library).values()),
        *_map_figures(library),
        whole_chain_figure(library),
        *_stage_figures(library),
        *(tool.figure for tool in tool_views(library)),
        *(ready_view(comparison, library).figure for comparison in library.comparisons.values()),
    )
    return (figure for figure in found if figure)


def _map_figures(library: Library) -> Iterator[Figure | None]:
    """Of a map that takes several pages there is none, because a part of it by the alphabet shows nothing as a picture."""
    if len(whole := map_pages(library)) == 1:
        yield map_page_view(whole[0], library, title="Alle methoden")["figure"]
    for theme in themes_on_map(library):
        if len(parts := theme_map_pages(library, theme.id)) == 1:
            yield map_page_view(parts[0], library, title=capital(theme.nl), theme=theme.id)["figure"]


def _stage_figures(library: Library) -> Iterator[Figure | None]:
    for stage, methods in methods_by_stage(library).items():
        for part in paginate(methods, METHODS_PER_PAGE, stage_link(stage)):
            yield stage_figure(part, library.vocabularies["stage"].terms[stage], library)


def card_charts(library: Library, site: Site, methods: Iterable[Method]) -> Iterator[tuple[str, str]]:
    """The chart of each of these cards that has one."""
    for method in methods:
        if figure := subject_figure(method_subject(method), method.outcomes, library):
            yield figure.picture, chart_svg(figure, site)


def chart_svg(figure: Figure, site: Site) -> str:
    """The chart as a file; one of results carries their numbers too."""
    columns, lines = outcome_lines(figure.results, site.url) if figure.drawing.kind == "results" else ("", {})
    return render("common/charts/frame.html", root="", view=figure, site_name=site.name, columns=columns, figures=lines)


def _table_csv(figure: Figure) -> bytes:
    text = dutch_csv()
    for row in figure.table:
        text.write(row)
    return text.content()
