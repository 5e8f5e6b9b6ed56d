"""The little markup that card text may hold: emphasis, links to http(s) pages, lists.

Everything else is text. Markup that the check refuses would also be harmless if it were rendered, because the renderer
knows only this set and escapes the rest.
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

_KEPT_BLOCKS = {"empty", "ulist", "paragraph"}
_KEPT_INLINE = {"escape", "em_strong", "em_strong2"}


def find_forbidden(text: str) -> str | None:
    """The first piece of markup outside the set, or None."""
    begins = _LINE_MARKUP.search(text) if "\n" in text else _LINE_MARKUP.match(text)
    if not (begins or _MARKUP_SIGNS.search(text)):
        return None
    return next((found.group().strip() for pattern in FORBIDDEN if (found := pattern.search(text))), None)


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
