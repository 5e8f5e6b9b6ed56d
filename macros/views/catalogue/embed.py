"""The small card that other sites can show: what a reader needs to decide whether to open the whole card."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.card.rows import rows_of
from macros.views.catalogue.catalogue import LONGEST_LINE
from macros.views.common.dutch import capital
from macros.views.common.lines import Row, row_context
from macros.views.common.short import line_of
from macros.views.common.wording import status_text
from macros.views.missing.completeness import Completeness, completeness

FACTS = ("ages", "frame", "owner")
"""A few short rows; recognition comes after them."""


class EmbedView(NamedTuple):
    name: str
    status: str
    phase: str
    kind: str | None
    line: str
    """What it is, in one line, as in every list."""
    facts: tuple[Row, ...]
    completeness: Completeness
    link: str
    """Address of the card from the root of the site."""


def embed_view(method: Method, library: Library) -> EmbedView:
    """The small card of a method."""
    return EmbedView(
        name=method.name,
        status=capital(status_text(method)),
        phase=method.status.phase.id,
        kind=capital(method.kind.nl) if method.kind else None,
        line=line_of(method, LONGEST_LINE),
        facts=rows_of((*FACTS, "recognition"), method, row_context(library)),
        completeness=completeness(method),
        link=f"methoden/{method.id}/",
    )
