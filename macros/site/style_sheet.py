"""The styles of every page as one file. As files of their own they would cost a reader two dozen requests and twice the
bytes: 21 kB against 11 kB, compressed."""

import re
from collections.abc import Iterable
from pathlib import Path

SHEET = "assets/style/site.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")


def one_sheet(docs: Path, styles: Iterable[str]) -> str:
    """The text of `styles`, files in `docs`, in their order; without comments and indents, which a browser does not need."""
    text = "\n".join((docs / style).read_text(encoding="utf-8") for style in styles)
    return _INDENT.sub("\n", _COMMENT.sub("", text)).lstrip()
