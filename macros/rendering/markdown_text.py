"""Text of others in Markdown of ours, for summaries and issues on a forge: it stays text, whatever it holds."""

import re
from collections.abc import Sequence

from macros.views.common.dutch import visible

_SIGN = re.compile(r"([!-/:-@\[-`{-~])")
"""All signs of ASCII: CommonMark takes any of them as text after a backslash."""
_CALLS = re.compile(r"(@|#)(?=\w)")
"""What a forge makes a link of after Markdown is done: people and issues."""


def escape_markdown(text: str) -> str:
    """One line of text in which nothing is markup, a link or a call."""
    return _SIGN.sub(r"\\\1", _CALLS.sub("\\1\u200b", visible(text)))


def fence_block(lines: Sequence[str], language: str) -> str:
    """A block in which nothing means anything: its fence is longer than any row of backticks inside."""
    longest = max((len(row) for line in lines for row in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{language}", *lines, fence])
