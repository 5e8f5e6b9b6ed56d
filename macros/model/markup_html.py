"""HTML of the little markup that card text may hold (markup.py).

Markup that the check refuses would be harmless here too, because markup_converter.py knows only that set and escapes the rest.
"""

import re

from markupsafe import Markup, escape

_RENDERED_SIGNS = re.compile(r"[*_\[\]]")
_LIST_ITEM = re.compile(r"^\s*-\s", re.MULTILINE)
"""Text without any of these needs no Markdown, which holds for nearly all texts and makes rendering them thirty times as
fast. Two expressions, because with a single one it would take three quarters longer."""

_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!<p>).)*)</p>", re.DOTALL)


def render_markup(text: str) -> Markup:
    """HTML of a text: escaped, with the small set rendered; a single paragraph comes without its <p>."""
    if _is_plain(text):
        return escape(text)
    from macros.model.markup_converter import CONVERTER  # most texts do without, and it takes 20 ms to load

    html = CONVERTER.reset().convert(text)
    whole = _ONE_PARAGRAPH.fullmatch(html)
    return Markup(whole.group(1) if whole else html)  # the converter passes no HTML on


def plain_text(text: str) -> str:
    """The same text for a place without markup, such as a spreadsheet."""
    return text if _is_plain(text) else render_markup(text).striptags()


def _is_plain(text: str) -> bool:
    return not (_RENDERED_SIGNS.search(text) or ("-" in text and _LIST_ITEM.search(text)))
