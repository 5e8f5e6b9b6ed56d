"""A text to take along, such as a memo: blocks of plain text, of which writers make a Word document or Markdown.

macros/rendering/paper/ has the writers; docs/assets/lib/docx.js makes a Word document of the same blocks in a browser, from what
`as_data` gives.
"""

from typing import Any, NamedTuple


class Run(NamedTuple):
    """A piece of text, with the sources that say it."""

    text: str
    strong: bool = False
    link: str | None = None
    """A whole address."""
    notes: tuple[int, ...] = ()
    """Numbers of the notes at the end, from 1; their marks stand after the text."""


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    level: int
    """2 or 3: the title is the only heading of level 1."""
    text: str


class Paragraph(NamedTuple):
    runs: Runs


class Items(NamedTuple):
    """A list without numbers."""

    items: tuple[Runs, ...]


class PaperTable(NamedTuple):
    """The head is repeated on every page; the first cell of a row is the head of that row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


class EndNotes(NamedTuple):
    """What the notes of the runs lead to."""

    items: tuple[Runs, ...]


Block = Heading | Paragraph | Items | PaperTable | EndNotes


class Paper(NamedTuple):
    title: str
    blocks: tuple[Block, ...]


KINDS: dict[type, str] = {Heading: "heading", Paragraph: "paragraph", Items: "list", PaperTable: "table", EndNotes: "notes"}
"""Block → its name in data."""


def as_data(paper: Paper) -> dict[str, Any]:
    """The text as mappings, lists and strings."""
    blocks = [
        {"kind": KINDS[type(block)], **{name: _plain(value) for name, value in block._asdict().items()}} for block in paper.blocks
    ]
    return {"title": paper.title, "blocks": blocks}


def _plain(value: Any) -> Any:
    if isinstance(value, Run):
        return {**value._asdict(), "notes": list(value.notes)}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
