"""Render the reading difference as a page, as Markdown and as plain text. What people wrote is shown as text in all three.

In Markdown it stands in fenced blocks, where nothing is markup; headings escape every punctuation character. Characters
that change the direction of text or control a terminal are shown by their number.
"""

import base64
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from macros.rendering.markdown_text import escape_markdown, fence_block
from macros.views.changes.card_diff import Pair
from macros.views.changes.library_diff import DiffSection
from macros.views.common.dutch import visible

_STYLE = Path(__file__).parent / "templates" / "changes/library_diff.css"
MOST_BYTES = 900_000
"""A job summary of GitHub holds at most one mebibyte; the page shows everything."""
CUT = "De rest past hier niet. De pagina verschil.html in de bijlage toont alles."


def as_html(section: DiffSection) -> str:
    """A page in one file: no script, and its style sheet in a data: URL."""
    from macros.rendering.render import render  # loads Jinja and Markdown, a twentieth of what a difference in text takes

    style = base64.b64encode(_STYLE.read_bytes()).decode()
    return render("changes/library_diff.html", root="", view=section, style=f"data:text/css;base64,{style}")


def as_text(section: DiffSection) -> str:
    return "\n".join(_text_lines(section, 0)) + "\n"


def as_markdown(section: DiffSection) -> str:
    lines: list[str] = []
    room = MOST_BYTES - len(CUT.encode()) - 2
    for block in _markdown_blocks(section, 2):
        room -= len(block.encode()) + 2
        if room < 0:
            lines.append(CUT)
            break
        lines.append(block)
    return "\n\n".join(lines) + "\n"


def _text_lines(section: DiffSection, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if depth:
        yield ""
    yield f"{indent}{visible(section.title)}"
    yield from (f"{indent}  {visible(sentence)}" for sentence in section.sentences)
    for label, pairs in groupby(section.pairs, attrgetter("label")):
        yield f"{indent}  {visible(label)}:"
        yield from (f"{indent}    {line}" for pair in pairs for line in _before_and_after(pair))
    for inner in section.sections:
        yield from _text_lines(inner, depth + 1)


def _before_and_after(pair: Pair) -> Iterator[str]:
    if pair.before is not None:
        yield f"- {visible(pair.before)}"
    if pair.after is not None:
        yield f"+ {visible(pair.after)}"


def _markdown_blocks(section: DiffSection, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escape_markdown(section.title)}"
    if section.sentences:
        yield "\n".join(f"- {escape_markdown(sentence)}" for sentence in section.sentences)
    for label, pairs in groupby(section.pairs, attrgetter("label")):
        lines = [line for pair in pairs for line in _before_and_after(pair)]
        yield f"**{escape_markdown(label)}**\n\n{fence_block(lines, 'diff')}"
    for inner in section.sections:
        yield from _markdown_blocks(inner, level + 1)
