"""The shares that were found on one measure as one picture, to take along: with its title, its source and its date in it."""

import datetime
from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from macros.model.evidence import Outcome
from macros.views.common.comparability import INDEPENDENCE, independence_of
from macros.views.common.dutch import capital, date_text
from macros.views.common.subjects import Subject, SubjectOutcome
from macros.views.evidence.number_text import number_of
from macros.views.evidence.plots import Plot, plot_of

MOST_DRAWN = 30
"""With more shares than this nobody can read the picture; then there is none, and the table of figures has all."""
SIGNS_A_LINE = 110
"""Signs on a line of text below the picture, of the size in which it is drawn."""
NAME_SIGNS, TEXT_SIGNS = 34, 44
"""Signs of a name and of a number on one line beside the axis."""


class ChartRow(NamedTuple):
    name: tuple[str, ...]
    """Lines of text."""
    text: tuple[str, ...]
    """The number with what weighs it, in lines."""
    plot: Plot


class Chart(NamedTuple):
    title: str
    rows: tuple[ChartRow, ...]
    below: tuple[str, ...]
    """How to read it and the sources, in lines."""
    day: str
    """Of which it tells."""
    description: str
    """All of it in words, for who does not see it."""


def chart_address(measure: str) -> str:
    """Of the picture, from the root of the site."""
    return f"uitkomsten/{measure}/beeld.svg"


def figures_address(measure: str) -> str:
    """Of the same results as a table, from the root of the site."""
    return f"uitkomsten/{measure}/cijfers.csv"


def measure_chart(results: Sequence[SubjectOutcome], today: datetime.date) -> Chart | None:
    """The picture of the counts and percentages among the results of one measure; None if there are none, or too many."""
    measure = results[0][1].measure
    drawn = [(subject, outcome, plot) for subject, outcome in results if (plot := plot_of(outcome))]
    if not 0 < len(drawn) <= MOST_DRAWN:
        return None
    rows = tuple(_row(subject, outcome, plot) for subject, outcome, plot in drawn)
    title = f"{capital(measure.nl)}: wat bronnen telden, van 0 tot 100%"
    publishers = dict.fromkeys(citation.source.publisher for _, outcome, _ in drawn for citation in outcome.sources)
    below = (
        *wrap(_how_to_read(drawn), SIGNS_A_LINE),
        *wrap(f"Bronnen: {'; '.join(publishers)}.", SIGNS_A_LINE),
        "De volgorde is alfabetisch en zegt niets over kwaliteit.",
    )
    words = "; ".join(f"{subject.name}: {plot.description}" for subject, _, plot in drawn)
    return Chart(title, rows, below, date_text(today), f"{title}. {words}.")


def _row(subject: Subject, outcome: Outcome, plot: Plot) -> ChartRow:
    number = number_of(outcome)
    text = "; ".join(filter(None, (number.headline, number.remark, INDEPENDENCE[independence_of(outcome)])))
    return ChartRow(tuple(wrap(subject.name, NAME_SIGNS)), tuple(wrap(text, TEXT_SIGNS)), plot)


def _how_to_read(drawn: Sequence[tuple[Subject, Outcome, Plot]]) -> str:
    """Only the signs that are in the picture."""
    signs = []
    if any(plot.interval for *_, plot in drawn):
        signs.append("Dichte stip: aantal en totaal, met 95%-interval (Wilson).")
    if any(plot.interval is None for *_, plot in drawn):
        signs.append("Open stip: een percentage waarvan de bron geen aantal geeft.")
    if any(plot.other is not None for *_, plot in drawn):
        signs.append("Ruit: de vergelijkingsgroep.")
    return " ".join((*signs, "Groepen, periodes en manieren van meten verschillen."))
