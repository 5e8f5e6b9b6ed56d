"""A chart that readers take along: whatever is drawn in it, it has a title, how to read it, its sources and its date.

macros/rendering/templates/common/charts/frame.html puts these around the drawing of every kind.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from macros.model.sources import Citation
from macros.views.common.subjects import SubjectOutcome

SIGNS_A_LINE = 110
"""Signs on a line of text around the drawing, of the size in which it is drawn."""
TITLE_SIGNS = 78
"""The same for the title, which is larger."""
EMBEDDED = "embed/beeld/"
"""Charts stand where the small cards do: what is below embed/ may be shown on other sites (hosting/headers.toml)."""


class Sign(NamedTuple):
    """How one sign in a drawing is read."""

    id: str
    text: str


class Drawing(NamedTuple):
    """What is drawn between the title and the sources."""

    kind: str
    """Name of its template in macros/rendering/templates/common/charts/"""
    height: float
    """Of the drawing, in its own pixels; the frame is as wide as all charts."""
    content: Any
    """What the template draws."""


class Figure(NamedTuple):
    line, title_line, first_line, margin = 15, 20, 26, 24
    """Pixels of the chart: from one line to the next, in the title too; where the title begins; what is left below the drawing.
    docs/assets/lib/chart.js has the same."""
    title: str
    page: str
    """Address of the page that it is a chart of, from the root of the site; ends in a slash."""
    name: str
    """What files of it are called, without an ending."""
    drawing: Drawing
    signs: tuple[Sign, ...]
    """How to read it: only the signs that are drawn."""
    notes: tuple[str, ...]
    """What else a reader must know: who measured, what is not drawn."""
    sources: tuple[str, ...]
    day: str
    """Of which it tells."""
    description: str
    """All of it in words, for who does not see it."""
    results: tuple[SubjectOutcome, ...] = ()
    """What is drawn, if that is results; the table of figures has all of each."""
    table: tuple[tuple[str | int | None, ...], ...] = ()
    """The same for what is no result: names of columns, and rows."""
    has_table_file: bool = True
    """Whether the table is a file of its own. A card has none, so that a card costs one file: there the browser reads the table
    in the chart."""

    @property
    def picture(self) -> str:
        """Address of the chart, from the root of the site."""
        return picture_address(self.page)

    @property
    def figures(self) -> str:
        """Address of the table, from the root of the site."""
        return f"{self.page}cijfers.csv"

    @property
    def title_lines(self) -> list[str]:
        """As they stand above the drawing."""
        return lines_of(self.title, TITLE_SIGNS)

    @property
    def note_lines(self) -> list[str]:
        """What stands below the drawing and the signs, but for the date."""
        return [line for text in (*self.notes, self.source_text) for line in lines_of(text, SIGNS_A_LINE)]

    @property
    def drawing_top(self) -> int:
        """Where the drawing begins, below the title."""
        return self.first_line + self.title_line * len(self.title_lines)

    @property
    def signs_top(self) -> float:
        """Where the lines that say how to read it begin."""
        return self.drawing_top + self.drawing.height + self.margin

    @property
    def notes_top(self) -> float:
        """Where the lines below these begin."""
        return self.signs_top + self.line * len(self.signs)

    @property
    def height(self) -> float:
        """Of the chart as a whole, so that a page leaves room for it before it is there."""
        return self.notes_top + self.line * (len(self.note_lines) + 1)

    @property
    def source_text(self) -> str:
        """All sources in a sentence."""
        return f"{'Bron' if len(self.sources) == 1 else 'Bronnen'}: {'; '.join(self.sources)}."


def picture_address(page: str) -> str:
    """Where the chart of a page stands: methoden/x/ → embed/beeld/methoden/x.svg"""
    return f"{EMBEDDED}{page.rstrip('/') or 'begin'}.svg"


def publishers(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Who published these, each once."""
    return tuple(dict.fromkeys(citation.source.publisher for citation in citations))


def lines_of(text: str, signs: int) -> list[str]:
    """The text in lines of at most so many signs, broken between words only. docs/assets/lib/chart.js breaks them the same way;
    textwrap does not, and takes ten times as long."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= signs:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
