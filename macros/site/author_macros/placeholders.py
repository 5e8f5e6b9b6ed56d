"""Keeps HTML out of Markdown's hands: a macro puts it here and leaves a mark, the page gets it back afterwards.

Markdown would read a table of a thousand rows line by line to find nothing to do.
"""

import re
from collections.abc import Callable

_kept: list[str] = []
_MARK = re.compile(r"<p>@@stash-(\d+)@@</p>|^@@stash-(\d+)@@$|@@stash-(\d+)@@", re.MULTILINE)


def keep(html: str) -> str:
    """A mark that stands for this HTML."""
    _kept.append(html)
    return f"@@stash-{len(_kept) - 1}@@"


def restore(text: str, as_block: Callable[[str], str] = str) -> str:
    """The text with every mark replaced; what stood on a line of its own may be wrapped."""
    return _MARK.sub(lambda found: _restored(found, as_block), text)


def _restored(found: re.Match[str], as_block: Callable[[str], str]) -> str:
    number = next(filter(None, found.groups()))
    return _kept[int(number)] if found.group(3) else as_block(_kept[int(number)])


def clear() -> None:
    """Forget everything; a new build begins."""
    _kept.clear()
