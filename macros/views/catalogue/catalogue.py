"""A method as one row of a list: its name, one line, its target group and what is known about it."""

import re
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.card.relations import apart_text
from macros.views.card.rows import BY_ID, row_of
from macros.views.common.dutch import by_name, capital, date, listed
from macros.views.common.lines import RowContext, row_context
from macros.views.common.wording import status_text
from macros.views.evidence.outcomes import design_names, known_of_results

_LONGEST_LINE = 180
"""Characters of the line that says what a method is."""


class CatalogueFact(NamedTuple):
    """A labelled value in a cell."""

    label: str
    text: str
    is_known: bool


class CatalogueRow(NamedTuple):
    id: str
    name: str
    summary: str
    line: str
    """The first sentence of the summary, without markup."""
    link: str
    phase: str
    status: str
    kind: str | None
    apart: str | None
    """The methods with nearly the same name, in words."""
    whom: tuple[CatalogueFact, ...]
    known: tuple[CatalogueFact, ...]
    reviewed: str


COLUMNS = ("Methode", "Voor wie", "Wat er bekend is")


def catalogue_row(method: Method, library: Library) -> CatalogueRow:
    """The row of one method; a part without a value says `onbekend`."""
    context = row_context(library)
    return CatalogueRow(
        id=method.id,
        name=method.name,
        summary=method.summary,
        line=summary_line(method.summary),
        link=f"methoden/{method.id}/",
        phase=method.status.phase.id,
        status=capital(status_text(method)),
        kind=capital(method.kind.nl) if method.kind else None,
        apart=apart_text(method, library),
        whom=tuple(_row_fact(row_id, method, context) for row_id in ("problems", "ages", "themes")),
        known=(_row_fact("recognition", method, context), _results_fact(method, context)),
        reviewed=date(method.reviewed) if method.reviewed else "onbekend",
    )


def catalogue_rows(library: Library) -> tuple[CatalogueRow, ...]:
    """The rows of all methods by name."""
    return tuple(catalogue_row(method, library) for method in by_name(library.methods.values()))


def _row_fact(row_id: str, method: Method, context: RowContext) -> CatalogueFact:
    found = row_of(BY_ID[row_id], method, context)
    text = listed([line.text for line in found.lines]) if row_id == "themes" else "; ".join(line.text for line in found.lines)
    return CatalogueFact(found.label, text, found.is_known)


def _results_fact(method: Method, context: RowContext) -> CatalogueFact:
    label = BY_ID["outcomes"].label
    if not method.outcomes:
        return CatalogueFact(label, row_of(BY_ID["outcomes"], method, context).lines[0].text, False)
    return CatalogueFact(label, f"{listed(known_of_results(method.outcomes))}. {design_names(method.outcomes)}", True)


def summary_line(summary: str) -> str:
    """The first sentence, without markup; a long one is cut after a word."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]", r"\1", " ".join(summary.split()))
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-ZÉ'])", plain, maxsplit=1)[0]
    return sentence if len(sentence) <= _LONGEST_LINE else sentence[: _LONGEST_LINE + 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def rows_with_theme(library: Library, theme: str) -> tuple[CatalogueRow, ...]:
    """The methods with a goal of this theme, by name. Raises KeyError for a theme that does not exist."""
    library.vocabularies["theme"].terms[theme]
    chosen = (method for method in library.methods.values() if any(goal.theme.id == theme for goal in method.goals))
    return tuple(catalogue_row(method, library) for method in by_name(chosen))


def latest_reviewed(library: Library, most: int = 5) -> tuple[CatalogueRow, ...]:
    """The methods that were reviewed most recently."""
    dated = sorted(
        (method for method in library.methods.values() if method.reviewed),
        key=lambda method: (str(method.reviewed), method.id),
        reverse=True,
    )
    return tuple(catalogue_row(method, library) for method in dated[:most])
