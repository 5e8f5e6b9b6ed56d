"""Put text of others into Markdown of our own, for summaries and issues on a forge, so that nothing in it acts as markup."""

import re
from collections.abc import Sequence

from macros.views.common.dutch import visible

_SIGN = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation: in CommonMark each is text after a backslash."""
_CALLS = re.compile(r"(@|#)(?=\w)")
"""What a forge turns into a link after Markdown is converted: mentions of people and of issues."""


def escape_markdown(text: str) -> str:
    """One line of text in which nothing is markup, a link or a mention."""
    return _SIGN.sub(r"\\\1", _CALLS.sub("\\1\u200b", visible(text)))


def fence_block(lines: Sequence[str], language: str) -> str:
    """A code block; its fence is longer than any row of backticks inside, so that nothing in it can end it."""
    longest = max((len(row) for line in lines for row in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{language}", *lines, fence])
