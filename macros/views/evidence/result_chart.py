"""Results as rows of a chart, each with all that weighs it: the number with its total, how sure it is, the other group, who
measured, for whom, and its sources. A row means the same in every chart, so the browser can take it out of one and put it in
another (docs/assets/lib/chart.js)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.markup_html import plain_text
from macros.model.results import Effect, Percentage, Proportion
from macros.model.sources import Citation
from macros.views.common.dutch import capital, date, date_text
from macros.views.common.figure import SIGNS_A_LINE, Drawing, Figure, Sign, lines_of, publishers
from macros.views.common.lines import join_remarks
from macros.views.common.subjects import Subject, SubjectOutcome
from macros.views.evidence.number_text import number_of
from macros.views.evidence.outcomes import compared_with
from macros.views.evidence.plots import EffectPlot, Plot, effect_plot_of, plot_of
from macros.views.evidence.studies import subject_of
from macros.views.evidence.weighing import four_facts

MOST_DRAWN = 30
"""With more results than this nobody can read a chart; then there is none, and the table of figures has all."""
MOST_ICONS = 30
"""A larger group is not drawn one by one: nobody counts more than this."""
NAME_SIGNS, TEXT_SIGNS = 28, 50
"""Signs of a name and of a number on one line beside the axis."""
LINE, PADDING, AXIS, ICON_ROW = 15, 16, 46, 15
"""Heights in pixels of a chart: of a line of text, around a row, of an axis with what stands below it, of a row of icons."""
ICONS_A_ROW = 14
SIGNS = (
    Sign("count", "Dichte stip: aantal en totaal, met 95%-interval (Wilson)."),
    Sign("percent", "Open stip: een percentage waarvan de bron geen aantal geeft."),
    Sign("other", "Ruit: de vergelijkingsgroep."),
    Sign("effect", "Vierkant: een effect op een eigen schaal; de streep in het midden is geen verschil."),
    Sign("icons", "Rondjes: zo veel in de groep, gevuld bij wie het zo was."),
)
"""How the signs of a row are read."""
DRAWN = (Proportion, Percentage, Effect)
"""The results that have a plot."""
NO_ORDER = "De volgorde zegt niets over kwaliteit. Groepen, periodes en manieren van meten verschillen."
LEFT_OUT = "Niet getekend, omdat er geen aandeel of effect bekend is: {count} van de {total} resultaten."
"""What a chart says of results without a share or effect; the browser gets it as data."""


class ResultRow(NamedTuple):
    link: str
    """Permanent address of the result, from the root of the site; no two rows have the same."""
    title: str
    """Whose it is and what was measured."""
    description: str
    """The same with the number, in words."""
    sources: tuple[str, ...]
    """Who published it."""
    name: tuple[str, ...]
    """Whose it is, in lines."""
    about: tuple[str, ...]
    """What was measured, in lines."""
    headline: tuple[str, ...]
    weights: tuple[str, ...]
    """What weighs the number, in lines."""
    plot: Plot | None
    effect: EffectPlot | None
    icons: tuple[int, int] | None
    """(how many, of how many) for a small group"""
    signs: tuple[str, ...]
    """Which of SIGNS are in it."""
    height: int


class ResultGroup(NamedTuple):
    head: tuple[str, ...]
    """What the rows have in common, or why they may not be compared, in lines."""
    rows: tuple[ResultRow, ...]

    @property
    def head_height(self) -> int:
        return len(self.head) * LINE + PADDING if self.head else 0

    @property
    def height(self) -> int:
        return self.head_height + sum(row.height for row in self.rows)


def drawable(results: Iterable[SubjectOutcome]) -> list[SubjectOutcome]:
    """Those that can be drawn: shares and effects."""
    return [one for one in results if isinstance(one[1].result, DRAWN)]


def is_charted(outcomes: Iterable[Outcome]) -> bool:
    """Whether a method or tool with these results has a chart."""
    return 0 < sum(isinstance(one.result, DRAWN) for one in outcomes) <= MOST_DRAWN


def result_group(results: Iterable[SubjectOutcome], head: str = "") -> ResultGroup:
    """Rows below what they have in common."""
    return ResultGroup(tuple(lines_of(head, SIGNS_A_LINE)), tuple(result_row(*one) for one in results))


def result_row(subject: Subject, outcome: Outcome) -> ResultRow:
    """One result that can be drawn."""
    plot, effect, result = plot_of(outcome), effect_plot_of(outcome), outcome.result
    drawn = (result.count, result.of) if isinstance(result, Proportion) and result.of <= MOST_ICONS else None
    picture, title = plot or effect, f"{subject.name}: {outcome.measure.nl}"
    name, about = lines_of(subject.name, NAME_SIGNS), lines_of(outcome.measure.nl, NAME_SIGNS)
    headline, weights = lines_of(number_of(outcome).headline, TEXT_SIGNS), lines_of(_weights(outcome), TEXT_SIGNS)
    icon_rows = -(-drawn[1] // ICONS_A_ROW) if drawn else 0
    room = max(LINE * (len(name) + len(about)), LINE * (len(headline) + len(weights)), AXIS + ICON_ROW * icon_rows)
    return ResultRow(
        link=subject.claim_link(outcome),
        title=title,
        description=f"{title}, {picture.description if picture else ''}",
        sources=publishers(outcome.sources),
        name=tuple(name),
        about=tuple(about),
        headline=tuple(headline),
        weights=tuple(weights),
        plot=plot,
        effect=effect,
        icons=drawn,
        signs=_signs_of(plot, drawn),
        height=room + PADDING,
    )


def _signs_of(plot: Plot | None, icons: tuple[int, int] | None) -> tuple[str, ...]:
    if plot is None:
        return ("effect",)
    found = ("count" if plot.interval else "percent", "other" if plot.other is not None else "", "icons" if icons else "")
    return tuple(filter(None, found))


def _weights(outcome: Outcome) -> str:
    """All that weighs the number, as one text."""
    compared, about = compared_with(outcome), join_remarks(*subject_of(outcome.study))
    numbers, comparison, independence, report = four_facts(outcome)
    parts = (
        number_of(outcome).remark or numbers.text,
        f"vergelijkingsgroep: {compared}" if compared else comparison.text,
        independence.text,
        report.text,
        f"richting: {outcome.direction.nl}",
        f"bij: {plain_text(outcome.population)}" if outcome.population else None,
        f"het onderzoek: {about}" if about else None,
        "andere bronnen zeggen iets anders" if outcome.conflicts else None,
        "met een kanttekening" if outcome.caveat else None,
    )
    return f"{capital('; '.join(filter(None, parts)))}. Bron: {'; '.join(dict.fromkeys(map(_source, outcome.sources)))}."


def _source(citation: Citation) -> str:
    """Its publisher, and when it came out."""
    source = citation.source
    return f"{source.publisher}, {date(source.issued) if source.issued else 'zonder datum'}"


def result_figure(
    title: str,
    page: str,
    name: str,
    groups: Sequence[ResultGroup],
    results: tuple[SubjectOutcome, ...],
    of: int,
    library: Library,
) -> Figure | None:
    """The chart of these groups, with `results` in them, out of `of` that there are; None if nothing is drawn, or too much."""
    rows = [row for group in groups for row in group.rows]
    if not 0 < len(rows) <= MOST_DRAWN:
        return None
    drawn = {sign for row in rows for sign in row.signs}
    rest = of - len(rows)
    return Figure(
        title=title,
        page=page,
        name=name,
        drawing=Drawing("results", sum(group.height for group in groups), tuple(groups)),
        signs=tuple(sign for sign in SIGNS if sign.id in drawn),
        sources=tuple(dict.fromkeys(source for row in rows for source in row.sources)),
        day=date_text(library.today),
        description=f"{title}. {'; '.join(row.description for row in rows)}.",
        notes=(NO_ORDER, *((LEFT_OUT.format(count=rest, total=of),) if rest else ())),
        results=tuple(results),
    )


def subject_figure(subject: Subject, outcomes: Sequence[Outcome], library: Library) -> Figure | None:
    """The chart of all results of a method or tool that can be drawn; None if there are none, or too many."""
    drawn = tuple(drawable((subject, outcome) for outcome in outcomes))
    title = f"{subject.name}: resultaten die als aandeel of effect zijn gemeten"
    figure = result_figure(title, subject.link, subject.id, [result_group(drawn)], drawn, len(outcomes), library)
    return figure._replace(has_table_file=subject.is_tool) if figure else None
