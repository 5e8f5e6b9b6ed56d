"""A built site as the tests see it: pages, each parsed once, and small sites of invented cards."""

import contextlib
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from builders import Root
from paths import ROOT

from macros.library.library import Library
from scripts.site import SITE

ADDRESS = "https://voorbeeld.example/bibliotheek/"
REPOSITORY = "https://code.voorbeeld.example/bibliotheek"
"""What the site that is published in the tests knows of itself."""


@dataclass(frozen=True)
class Page:
    """One HTML file of a built site."""

    path: Path
    address: str
    """From the root of the site: methoden/, methoden/dod/, 404.html; empty for the home page."""

    @cached_property
    def html(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def _parsed(self) -> tuple[Element, list[Any]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        return parser.parse(self.html), parser.errors

    @property
    def tree(self) -> Element:
        return self._parsed[0]

    @property
    def errors(self) -> list[Any]:
        return self._parsed[1]

    @cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements() if "id" in element.attrib]

    @cached_property
    def text(self) -> str:
        """Everything a reader can read or hear in the page, with single spaces."""
        return text_of(self.tree.find("body"))

    @property
    def title(self) -> str:
        return text_of(self.tree.find("head/title"))

    @property
    def description(self) -> str:
        return next((meta.attrib["content"] for meta in self.elements("meta") if meta.get("name") == "description"), "")

    def elements(self, name: str | None = None) -> Iterator[Element]:
        return elements(self.tree, name)

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.elements() if name in element.get("class", "").split()]

    def addresses(self) -> Iterator[tuple[str, str]]:
        """(tag, address) of everything the page points at."""
        for element in self.elements():
            for attribute in ("href", "src", "action"):
                if attribute in element.attrib:
                    yield element.tag, element.attrib[attribute]


def elements(within: Element, name: str | None = None) -> Iterator[Element]:
    """All elements of a name, HTML or SVG, in the order of the page; without comments."""
    for element in within.iter():
        if isinstance(element.tag, str) and name in (None, element.tag.rpartition("}")[2]):
            yield element


def text_of(element: Element | None) -> str:
    """Text and what only some can see or hear, with single spaces."""
    return " ".join("".join(_texts(element)).split()) if element is not None else ""


_WITHIN_A_WORD = {"a", "b", "code", "em", "i", "strong"}
"""Elements that may begin or end in the middle of a word; around all others stands a space."""


def _texts(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag.endswith("script"):
        return  # a comment, or data for programs
    space = "" if element.tag in _WITHIN_A_WORD else " "
    yield from (f" {element.attrib[name]} " for name in ("aria-label", "title", "placeholder", "alt") if name in element.attrib)
    yield space + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield space


class Site:
    """A folder with a built site."""

    def __init__(self, path: Path) -> None:
        self.path = path
        found = (Page(file, _address(file.relative_to(path).as_posix())) for file in sorted(path.rglob("*.html")))
        self.pages: Mapping[str, Page] = {page.address: page for page in found}

    def page(self, address: str) -> Page:
        return self.pages[address]

    def under(self, folder: str) -> list[Page]:
        """The pages made from data below a list: under("methoden/") are the cards."""
        return [page for address, page in self.pages.items() if address.startswith(folder) and address != folder]

    def target(self, page: Page, address: str) -> tuple[Path, str]:
        """The file that a link on a page leads to, and the anchor in it."""
        parts = urlsplit(urljoin(f"http://site/{page.address}", address))
        file = self.path / unquote(parts.path).lstrip("/")
        return (file / "index.html" if parts.path.endswith("/") else file), unquote(parts.fragment)

    def files(self) -> dict[str, bytes]:
        """All that readers get; the mark by which a build knows its folder is not one of them."""
        return {
            file.relative_to(self.path).as_posix(): file.read_bytes()
            for file in sorted(self.path.rglob("*"))
            if file.is_file() and file.name != SITE.mark
        }


def old_addresses(library: Library) -> dict[str, str]:
    """Where something else stood before → where that is now; these pages only lead there."""
    cards = {f"methoden/{old}/": f"methoden/{entry.to}/" for old, entry in library.moved.items() if entry.to}
    return cards | {f"werkvormen/{tool}/": f"methoden/{former.to}/" for tool, former in library.former_tools.items()}


class Links(NamedTuple):
    """How many internal links and anchors a site has, and which lead nowhere."""

    links: int
    anchors: int
    broken: list[str]


def check_links(site: Site) -> Links:
    """Follow every internal link of every page."""
    by_path = {page.path: page for page in site.pages.values()}
    links = anchors = 0
    broken = []
    for page in site.pages.values():
        for _, address in page.addresses():
            if is_external(address):
                continue
            file, anchor = site.target(page, address)
            links += 1
            anchors += bool(anchor)
            if not file.is_file() or (anchor and anchor not in by_path[file].ids):
                broken.append(f"{page.address} → {address}")
    return Links(links, anchors, broken)


def _address(file: str) -> str:
    return file.removesuffix("index.html") if file.endswith("index.html") else file


def is_external(address: str) -> bool:
    return bool(urlsplit(address).scheme) or address.startswith("//")


SMALL = """\
INHERIT: {parent}
docs_dir: docs
nav: [{nav}]
theme: {{custom_dir: theme}}
"""


def make_site_root(root: Root, pages: Mapping[str, str] | None = None) -> Path:
    """Make the root of a library into the root of a small site with the real theme and hooks; returns its mkdocs.yml."""
    pages = {"index.md": "# Begin\n", **(pages or {})}
    for name in ("hooks.py", "macros", "theme"):
        if not (root.path / name).exists():
            (root.path / name).symlink_to(ROOT / name)
    for name, text in pages.items():
        root.write(f"docs/{name}", text)
    shutil.copytree(ROOT / "docs" / "assets", root.path / "docs" / "assets", dirs_exist_ok=True)
    return root.write("mkdocs.yml", SMALL.format(parent=ROOT / "mkdocs.yml", nav=", ".join(f"'{name}'" for name in pages)))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves as a host of static sites does: its 404 is the page 404.html of the site. Below modules/ tests find each module by
    itself, as it lies in docs/assets/; the site has them only as parts of scripts."""

    def __init__(self, *arguments: Any, prefix: str, **options: Any) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        module = urlsplit(path).path.removeprefix(f"{self.prefix}modules/")
        if module != urlsplit(path).path:
            return str(ROOT / "docs" / "assets" / module)
        if not urlsplit(path).path.startswith(self.prefix):
            return super().translate_path("/outside-the-site")
        return super().translate_path(path[len(self.prefix) - 1 :])

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        if code == http.HTTPStatus.OK and self.path.startswith(f"{self.prefix}assets/"):
            self.send_header("Cache-Control", "max-age=3600")  # a folder stays as it is, and a browser compiles less

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextlib.contextmanager
def served(path: Path, prefix: str = "/") -> Iterator[str]:
    """The address of a folder while it is served, below a prefix such as /bibliotheek/."""
    handler = functools.partial(_Quiet, directory=str(path), prefix=prefix)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


@contextlib.contextmanager
def environment(**values: str | None) -> Iterator[None]:
    """Variables of the environment for a while; None takes one away."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name, value in values.items():
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)
        yield


def python_environment(**values: str) -> dict[str, str]:
    """The environment of a command started by a test."""
    return {**os.environ, **values}
