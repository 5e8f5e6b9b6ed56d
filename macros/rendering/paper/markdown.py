"""A text to take along as Markdown, with the notes as footnotes: GitHub, Pandoc and most editors know these.

docs/assets/lib/paper.js does the same in a browser; a test holds the two equal.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from macros.views.common.paper import EndNotes, Heading, Items, Paper, PaperTable, Paragraph, Runs

_SIGNS = re.compile(r"([\\`*_\[\]<>|#])")
"""What could become markup inside a line. Fewer than in macros/rendering/markdown_text.py: this is read as plain text too."""


def paper_markdown(paper: Paper) -> str:
    return "\n".join(_lines(paper)).rstrip("\n") + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield from (f"# {_text(paper.title)}", "")
    for block in paper.blocks:
        yield from _WRITERS[type(block)](block)
        yield ""


def _heading(block: Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {_text(block.text)}"


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield _runs(block.runs)


def _items(block: Items) -> Iterator[str]:
    yield from (f"- {_runs(runs)}" for runs in block.items)


def _notes(block: EndNotes) -> Iterator[str]:
    yield from (f"[^{number}]: {_runs(runs)}" for number, runs in enumerate(block.items, start=1))


def _table(block: PaperTable) -> Iterator[str]:
    yield from (f"*{_text(block.caption)}*", "")
    yield _row(_text(text) for text in block.head)
    yield _row("---" for _ in block.head)
    yield from (_row(map(_runs, cells)) for cells in block.rows)


def _row(cells: Any) -> str:
    return f"| {' | '.join(cells)} |"


def _runs(runs: Runs) -> str:
    return "".join(_said(run.text, run.strong, run.link) + "".join(f"[^{number}]" for number in run.notes) for run in runs)


def _said(text: str, strong: bool, link: str | None) -> str:
    said = _text(text)
    if link:
        return f"[{said}](<{link}>)"
    return f"**{said}**" if strong else said


def _text(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text.replace("\n", " "))


_WRITERS: dict[type, Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    PaperTable: _table,
    EndNotes: _notes,
}
