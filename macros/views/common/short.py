"""Texts made short for where there is room for one line."""

import re

from macros.model.method import Method

LONGEST = 140
"""Characters of a short answer."""


def plain(text: str) -> str:
    """The text on one line, without markup."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]", r"\1", " ".join(text.split()))


def first_sentence(text: str, most: int) -> str:
    """The first sentence without markup, cut after a word if it is longer than `most` characters."""
    return shortened(re.split(r"(?<=[.!?])\s+(?=[A-ZÉ'])", plain(text), maxsplit=1)[0], most)


def shortened(text: str, most: int) -> str:
    """The text, cut after a word and with an ellipsis if it is longer than `most` characters."""
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def sentence(text: str) -> str:
    """The text with a full stop, if it has no end yet."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def line_of(method: Method, most: int = LONGEST) -> str:
    """What the method is, in one sentence."""
    return method.in_short or first_sentence(method.summary, most)
