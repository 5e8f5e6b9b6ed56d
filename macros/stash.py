"""Keeps HTML out of Markdown's hands: a macro puts it here and leaves a mark, the page gets it back afterwards.

Markdown would read a table of a thousand rows line by line to find nothing to do.
"""

import re

_kept: list[str] = []
_MARK = re.compile(r"<p>@@stash-(\d+)@@</p>|@@stash-(\d+)@@")


def keep(html: str) -> str:
    """A mark that stands for this HTML."""
    _kept.append(html)
    return f"@@stash-{len(_kept) - 1}@@"


def restore(html: str) -> str:
    """The page with every mark replaced."""
    return _MARK.sub(lambda found: _kept[int(found.group(1) or found.group(2))], html)


def clear() -> None:
    """Forget everything; a new build begins."""
    _kept.clear()
