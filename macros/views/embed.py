"""The small card that other sites can show: what someone wants to know before opening the whole card."""

from typing import NamedTuple

from ..dutch import capital
from ..library import Library
from ..model.method import Method
from .catalogue import one_line
from .completeness import Completeness, completeness
from .lines import Row, context_of
from .rows import rows
from .wording import status_text

FACTS = ("ages", "frame", "owner")
"""A few short rows; recognition comes after them."""


class EmbedView(NamedTuple):
    name: str
    status: str
    phase: str
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
        line=one_line(method.summary),
        facts=rows((*FACTS, "recognition"), method, context_of(library)),
        completeness=completeness(method),
        link=f"methoden/{method.id}/",
    )
