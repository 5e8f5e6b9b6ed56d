"""A method as one row of a list: its name, one line, its target group and what is known about it."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.card.key_facts import KeyFacts, key_facts
from macros.views.card.relations import apart_text
from macros.views.common.dutch import by_name, capital, date
from macros.views.common.short import first_sentence, line_of
from macros.views.common.wording import status_text

LONGEST_LINE = 180
"""Characters of the line that says what a method is."""


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
    reviewed: str
    key: KeyFacts
    """The short answers: age, number with what weighs it, cost, recognition."""


COLUMNS = ("Methode", "Voor wie", "Belangrijkste resultaat", "Kosten en erkenning")


def catalogue_row(method: Method, library: Library) -> CatalogueRow:
    """The row of one method; a part without a value says `onbekend`."""
    return CatalogueRow(
        id=method.id,
        name=method.name,
        summary=method.summary,
        line=line_of(method, LONGEST_LINE),
        link=f"methoden/{method.id}/",
        phase=method.status.phase.id,
        status=capital(status_text(method)),
        kind=capital(method.kind.nl) if method.kind else None,
        apart=apart_text(method, library),
        reviewed=date(method.reviewed) if method.reviewed else "onbekend",
        key=key_facts(method, library),
    )


def catalogue_rows(library: Library) -> tuple[CatalogueRow, ...]:
    """The rows of all methods by name."""
    return tuple(catalogue_row(method, library) for method in by_name(library.methods.values()))


def summary_line(summary: str) -> str:
    """The first sentence, without markup; a long one is cut after a word."""
    return first_sentence(summary, LONGEST_LINE)


def rows_with_theme(library: Library, theme: str) -> tuple[CatalogueRow, ...]:
    """The methods with a goal of this theme, by name. Raises KeyError for a theme that does not exist."""
    library.vocabularies["theme"].terms[theme]
    return tuple(catalogue_row(method, library) for method in by_name(library.methods_by_theme.get(theme, ())))


def latest_reviewed(library: Library, most: int = 5) -> tuple[CatalogueRow, ...]:
    """The methods that were reviewed most recently."""
    dated = sorted(
        (method for method in library.methods.values() if method.reviewed),
        key=lambda method: (str(method.reviewed), method.id),
        reverse=True,
    )
    return tuple(catalogue_row(method, library) for method in dated[:most])
