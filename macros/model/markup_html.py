"""HTML of the little markup that card text may hold (markup.py).

Markup that the check refuses would be harmless here too, because this knows only that set and escapes the rest. Apart from it,
because a check renders nothing and the converter takes a tenth of its start.
"""

import re
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor
from markupsafe import Markup, escape

_RENDERED_SIGNS = re.compile(r"[*_\[\]]")
_LIST_ITEM = re.compile(r"^\s*-\s", re.MULTILINE)
"""Text without any of these needs no Markdown, which holds for nearly all texts and makes rendering them thirty times as
fast. Two expressions, because with a single one it would take three quarters longer."""

_KEPT_BLOCKS = {"empty", "ulist", "paragraph"}
_KEPT_INLINE = {"escape", "em_strong", "em_strong2"}


class _WebLink(LinkInlineProcessor):
    """Links to http(s) pages without a title; another address stays the text that was typed."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Any:
        element, start, end = super().handleMatch(m, data)
        if element is None or not element.get("href", "").startswith(("https://", "http://")):
            return None, None, None
        element.attrib.pop("title", None)
        return element, start, end


def _keep_only(registry: Any, names: set[str]) -> None:
    for name in [item.name for item in registry._priority]:  # the registry offers no public list of names
        if name not in names:
            registry.deregister(name)


def _make_markdown() -> Markdown:
    markdown = Markdown(output_format="html")
    markdown.preprocessors.deregister("html_block")
    _keep_only(markdown.parser.blockprocessors, _KEPT_BLOCKS)
    _keep_only(markdown.inlinePatterns, _KEPT_INLINE)
    markdown.inlinePatterns.register(_WebLink(LINK_RE, markdown), "link", 160)
    return markdown


_MARKDOWN = _make_markdown()
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!<p>).)*)</p>", re.DOTALL)


def render_markup(text: str) -> Markup:
    """HTML of a text: escaped, with the small set rendered; a single paragraph comes without its <p>."""
    if _is_plain(text):
        return escape(text)
    html = _MARKDOWN.reset().convert(text)
    whole = _ONE_PARAGRAPH.fullmatch(html)
    return Markup(whole.group(1) if whole else html)  # the converter passes no HTML on


def plain_text(text: str) -> str:
    """The same text for a place without markup, such as a spreadsheet."""
    return text if _is_plain(text) else render_markup(text).striptags()


def _is_plain(text: str) -> bool:
    return not (_RENDERED_SIGNS.search(text) or ("-" in text and _LIST_ITEM.search(text)))
