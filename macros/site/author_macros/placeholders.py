"""Keeps HTML out of Markdown's hands: a macro leaves a placeholder in the page, and the HTML comes back afterwards.

Markdown would read a table of a thousand rows line by line to find nothing to do.
"""

import re
from collections.abc import Callable

_MARK = re.compile(r"<p>@@stash-(\d+)@@</p>|^@@stash-(\d+)@@$|@@stash-(\d+)@@", re.MULTILINE)


class Placeholders:
    """The HTML of one build that waits for Markdown to be done."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, html: str) -> str:
        """A placeholder that stands for this HTML."""
        self._kept.append(html)
        return f"@@stash-{len(self._kept) - 1}@@"

    def restore(self, text: str, as_block: Callable[[str], str] = str) -> str:
        """The text with the HTML in place of every placeholder; `as_block` wraps what stood on a line of its own."""
        return _MARK.sub(lambda found: self._restored(found, as_block), text)

    def _restored(self, found: re.Match[str], as_block: Callable[[str], str]) -> str:
        html = self._kept[int(next(filter(None, found.groups())))]
        return html if found.group(3) else as_block(html)
