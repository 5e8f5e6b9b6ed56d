"""MkDocs events → the library's pages around and between the hand-written ones. With macros/__init__.py the only code
that knows MkDocs.

What one event leaves for a later one stands in a Build, which MkDocs's own settings of that build carry.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from macros.library.library import Library
from macros.library.loader import load_library
from macros.site.asset_versions import version_of, with_version
from macros.site.author_macros.contributing_text import FILE as CONTRIBUTING
from macros.site.author_macros.contributing_text import with_contributing
from macros.site.author_macros.placeholders import Placeholders
from macros.site.builder import Builder, HandWritten
from macros.site.mkdocs_output import MkDocsOutput, Place, place_of
from macros.site.output_folder import Folder
from macros.site.page_shell import Shell, mark
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Page
from macros.site.site_settings import publication_of, site_of
from macros.site.style_sheet import SHEET, one_sheet
from macros.validation.problems import Refused


@dataclass
class Build:
    """What the events of one build share."""

    library: Library
    assets_version: str
    styles: Sequence[str]
    """Of every page; they become one sheet."""
    placeholders: Placeholders = field(default_factory=Placeholders)
    nav: Navigation | None = None
    builder: Builder | None = None

    def abandon(self, error: Exception) -> None:
        """Stop what was begun; `error` ended the build."""
        if self.builder:
            self.builder.abandon()


def _build(config: MkDocsConfig) -> Build:
    return config.extra["build"]


@event_priority(100)  # before the macros plugin, whose macros read the library
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the library; a card with a problem stops the build before anything is written."""
    try:
        library = load_library(Path(config.config_file_path).parent, values=config.extra.pop("card_values", None))
    except Refused as refused:
        raise PluginError(f"de bibliotheek is niet in orde:\n{refused}") from refused
    version = version_of(Path(config.docs_dir) / "assets")
    build = config.extra["build"] = Build(library, version, config.extra_css)
    config.plugins.events["build_error"].append(build.abandon)  # a hook of that name is not told which build failed
    config.extra["assets_version"] = f"?v={version}"
    config.extra_css = [f"{SHEET}?v={version}"]
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Begin to write what is made from data; this process joins in when the hand-written pages are done."""
    build, site = _build(config), site_of(config)
    made = tuple(pages(build.library))
    output = MkDocsOutput(Folder(Path(config.site_dir)), site, _shells(made, nav, files, config))
    cards = Path(config.config_file_path).parent / "methods"
    build.nav = nav
    build.builder = Builder(build.library, site, publication_of(config), made, cards, output)
    build.builder.begin()
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put what stands in CONTRIBUTING.md into the page that asks for it."""
    return with_contributing(markdown, Path(config.config_file_path).parent, page.file.src_uri)


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put what macros made in its place, now that Markdown can no longer touch it."""
    return _build(config).placeholders.restore(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what needs the hand-written pages, and wait until all is written."""
    build = _build(config)
    build.builder.finish([_hand_written(page) for page in build.nav.pages])
    docs, folder = Path(config.docs_dir), Folder(Path(config.site_dir))
    folder.write(SHEET, one_sheet(docs, build.styles))
    _version_modules(docs, folder, build.assets_version)
    for remark in build.library.history.remarks:  # not a warning: those stop a strict build
        print(f"let op: {remark}", file=sys.stderr)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """Build again when CONTRIBUTING.md changes, which lies outside the folders that mkdocs.yml names."""
    text = Path(config.config_file_path).parent / CONTRIBUTING
    if text.exists():
        server.watch(str(text))
    return server


def _hand_written(page: MkDocsPage) -> HandWritten:
    headings = [page.toc.items] if page.toc else []
    return HandWritten(
        file=page.file.src_uri,
        address=page.url,
        title=page.meta.get("title") or str(page.title),  # the menu has shorter names, such as Overzicht
        description=page.meta.get("description", ""),
        headings=tuple(item.title for items in headings for item in items),
        has_macros=bool(page.meta.get("render_macros")),
    )


def _version_modules(docs: Path, folder: Folder, version: str) -> None:
    for module in (docs / "assets").rglob("*.js"):
        folder.write(module.relative_to(docs).as_posix(), with_version(module.read_text(encoding="utf-8"), version))


def _shells(made: Sequence[Page], nav: Navigation, files: Files, config: MkDocsConfig) -> dict[Place, Shell]:
    """The theme around the pages of each section; once for each depth, because links go up from there."""
    for page in nav.pages:
        page.read_source(config)  # the menu shows titles, and a page that mkdocs.yml gives none has its own
    theme = config.theme.get_env()
    return {place: _shell(theme, place, nav, files, config) for place in {place_of(page) for page in made}}


def _shell(theme: Environment, place: Place, nav: Navigation, files: Files, config: MkDocsConfig) -> Shell:
    section, depth = place
    file = File.generated(config, f"{section}{'id/' * (depth - 1)}index.md", content="")
    page = MkDocsPage(mark("title"), file, config)
    page.meta = {"description": mark("description"), "section": section}
    page.content = mark("content")
    page.canonical_url = mark("canonical") if config.site_url else None
    return Shell(theme.get_template("main.html").render(get_context(nav, files, config, page)))
