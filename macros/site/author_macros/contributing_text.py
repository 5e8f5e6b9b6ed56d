"""CONTRIBUTING.md as part of a page: written once, for who reads the repository and for who reads the site."""

import posixpath
import re
from pathlib import Path

LINE = "--8<-- CONTRIBUTING.md"
"""Where a page wants the text, on a line of its own."""
FILE = LINE.rpartition(" ")[2]
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?://|#)([^)\s]+)\)")


def with_contributing(markdown: str, root: Path, file: str) -> str:
    """A page with the text in its place if it asks for it; `file` is its way from docs/, as bijdragen/index.md."""
    if LINE not in markdown:
        return markdown
    return included(markdown, (root / FILE).read_text(encoding="utf-8"), posixpath.dirname(file))


def included(markdown: str, contributing: str, folder: str) -> str:
    """A page of docs/`folder` with the text in its place, from its first heading below the title."""
    _, heading, text = contributing.partition("\n## ")
    return markdown.replace(LINE, _LINK.sub(lambda found: _link(*found.groups(), folder), (heading + text).strip()))


def _link(text: str, target: str, folder: str) -> str:
    """From the page instead of from the root; what is no page keeps its name only."""
    if not target.startswith("docs/"):
        return text
    return f"[{text}]({posixpath.relpath(target, f'docs/{folder}')})"
