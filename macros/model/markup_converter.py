"""Markdown that knows no more than the little markup of card texts (markup.py)."""

import re
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

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


CONVERTER = _make_markdown()
