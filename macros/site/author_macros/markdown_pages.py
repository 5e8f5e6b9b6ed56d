"""Hand-written pages without a generator: front matter, macros and Markdown in, plain Markdown and HTML out.

The site itself is built by MkDocs with mkdocs-macros-plugin (hooks.py, macros/__init__.py); this does the same for
every other generator. A test holds the two equal.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from jinja2 import Environment, StrictUndefined, TemplateError
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.contributing.forge import Forge
from macros.library.library import Library
from macros.site.author_macros.call import NOWHERE, Call, Misused
from macros.site.author_macros.contributing_text import with_contributing
from macros.site.author_macros.placeholders import Placeholders
from macros.site.author_macros.registry import bound_macros
from macros.site.pages.page import Site
from macros.validation.system_reasons import quoted_reason
from macros.validation.yaml_reader import read_text

_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_KEPT_AS_TYPED = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)


class Written(NamedTuple):
    """A hand-written page with its macros carried out."""

    file: str
    """From docs/: over/weging.md"""
    address: str
    """From the root of the site: over/weging/"""
    meta: dict[str, Any]
    markdown: str
    """Without front matter; links lead to other .md files, or are HTML that leads to addresses of the site."""
    html: str
    """The content of the page; links lead to addresses of the site, from the page itself."""
    headings: tuple[str, ...]
    """The headings of the highest level."""
    has_macros: bool
    """Whether it also changes with the data."""


def address_of(file: str) -> str:
    """The address of the page that a file becomes: over/index.md → over/, over/weging.md → over/weging/"""
    path = file.removesuffix(".md")
    return path.removesuffix("index") if path.split("/")[-1] == "index" else f"{path}/"


def written_pages(
    docs: Path,
    files: Iterable[str],
    extensions: Iterable[str],
    library: Library,
    forge: Forge | None = None,
    site: Site = NOWHERE,
) -> Iterator[Written]:
    """These files below `docs`. Raises Misused for a macro or a template that is not right, Refused for front matter."""
    for file in files:
        try:
            text = with_contributing((docs / file).read_text(encoding="utf-8"), docs.parent, file)
            call = Call(library, "../" * address_of(file).count("/"), Placeholders(), forge, site)
            yield _written(file, text, tuple(extensions), call)
        except Misused as error:
            raise Misused(f"{file}: {error}") from error
        except TemplateError as error:
            raise Misused(f"{file}: {quoted_reason('Jinja', str(error))}") from error


def _written(file: str, text: str, extensions: tuple[str, ...], call: Call) -> Written:
    front = _FRONT.match(text)
    meta = read_text(front.group(1), f"docs/{file}").value if front else {}
    body = text[front.end() :] if front else text
    has_macros = meta.pop("render_macros", "false") == "true"
    if has_macros:
        body = _with_macros(body, call)
    converter = Markdown(extensions=[*extensions, _Links(file)])
    html = call.placeholders.restore(converter.convert(body))
    headings = tuple(token["name"] for token in converter.toc_tokens)
    return Written(file, address_of(file), meta, call.placeholders.restore(body, as_block), html, headings, has_macros)


def _with_macros(text: str, call: Call) -> str:
    pages = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    return pages.from_string(text).render(bound_macros(lambda: call))


def as_block(html: str) -> str:
    """HTML that every Markdown keeps as it is: one element, and no empty line in it, which could end it."""
    pieces = _KEPT_AS_TYPED.split(html)
    plain = [re.sub(r"\s*\n\s*\n\s*", "\n", piece) for piece in pieces[::3]]
    typed = [piece.replace("\n\n", "\n&#10;") for piece in pieces[1::3]]
    return "<div>\n" + "".join(a + b for a, b in zip(plain, [*typed, ""], strict=True)).strip() + "\n</div>"


class _Links(Extension):
    """Links to .md files become links to the addresses of their pages."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Relink(self.file), "relink", 0)


class _Relink(Treeprocessor):
    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("href", relinked(link.get("href", ""), self.file))


def relinked(link: str, file: str) -> str:
    """A link on the page of a file, as its address needs it; only relative links to .md files change."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return link
    target = address_of(posixpath.normpath(posixpath.join(posixpath.dirname(file), parts.path)))
    way = posixpath.relpath(target or ".", address_of(file) or ".")
    return parts._replace(path=f"{way}/").geturl()
