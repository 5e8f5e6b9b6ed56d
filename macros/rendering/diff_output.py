"""The reading difference as a page, as Markdown and as text. What people wrote is shown as text in all three.

In Markdown it stands in fenced blocks, in which nothing means anything; headings escape every sign. Characters that
turn the direction of text, or that a terminal obeys, are shown by their number.
"""

import base64
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from macros.rendering.markdown_text import escaped, fenced
from macros.rendering.render import render
from macros.views.changes.card_diff import Pair
from macros.views.changes.library_diff import Part
from macros.views.common.dutch import visible

_STYLE = Path(__file__).parent / "templates" / "changes/difference.css"
MOST_BYTES = 900_000
"""A job summary of GitHub holds one mebibyte; what does not fit is in the page."""
CUT = "De rest past hier niet. De pagina verschil.html in de bijlage toont alles."


def as_html(part: Part) -> str:
    """A page that needs nothing beside it: no script, and its style in a link that carries it."""
    style = base64.b64encode(_STYLE.read_bytes()).decode()
    return render("changes/difference.html", root="", view=part, style=f"data:text/css;base64,{style}")


def as_text(part: Part) -> str:
    return "\n".join(_text_lines(part, 0)) + "\n"


def as_markdown(part: Part) -> str:
    lines: list[str] = []
    room = MOST_BYTES - len(CUT.encode()) - 2
    for block in _markdown_blocks(part, 2):
        room -= len(block.encode()) + 2
        if room < 0:
            lines.append(CUT)
            break
        lines.append(block)
    return "\n\n".join(lines) + "\n"


def _text_lines(part: Part, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if depth:
        yield ""
    yield f"{indent}{visible(part.title)}"
    yield from (f"{indent}  {visible(sentence)}" for sentence in part.sentences)
    for label, pairs in groupby(part.pairs, attrgetter("label")):
        yield f"{indent}  {visible(label)}:"
        yield from (f"{indent}    {line}" for pair in pairs for line in _before_and_after(pair))
    for inner in part.parts:
        yield from _text_lines(inner, depth + 1)


def _before_and_after(pair: Pair) -> Iterator[str]:
    if pair.before is not None:
        yield f"- {visible(pair.before)}"
    if pair.after is not None:
        yield f"+ {visible(pair.after)}"


def _markdown_blocks(part: Part, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escaped(part.title)}"
    if part.sentences:
        yield "\n".join(f"- {escaped(sentence)}" for sentence in part.sentences)
    for label, pairs in groupby(part.pairs, attrgetter("label")):
        yield f"**{escaped(label)}**\n\n{fenced([line for pair in pairs for line in _before_and_after(pair)], 'diff')}"
    for inner in part.parts:
        yield from _markdown_blocks(inner, level + 1)
