"""MkDocs events → the library's pages around and between the hand-written ones. With macros/__init__.py the only code
that knows MkDocs.

What one event leaves for a later one stands in a Build, which MkDocs's own settings of that build carry.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.library import Library
from macros.library.loader import load_library
from macros.rendering.environment import code_cache
from macros.site.asset_versions import version_of
from macros.site.author_macros.contributing_text import with_contributing
from macros.site.author_macros.placeholders import Placeholders
from macros.site.builder import Builder, HandWritten
from macros.site.bundles import NotBundled, UnknownKind, bundles, is_source, kind_of
from macros.site.mkdocs_output import MkDocsOutput, ShellPlace, Shells
from macros.site.output_folder import Folder
from macros.site.page_shell import Shell, mark
from macros.site.plain_files import odd_files
from macros.site.site_settings import publication_of, site_of
from macros.site.write_record import WriteRecord
from macros.validation.problems import Refused, text_report


@dataclass
class Build:
    """What the events of one build share."""

    library: Library
    bundles: Mapping[str, str]
    """The sheets and scripts of pages, by their path from the root of the site."""
    kept: KeptWork
    new_cards: int
    """Of how many cards nothing was kept."""
    written: WriteRecord | None = None
    """Takes note of what is written for the next build."""
    placeholders: Placeholders = field(default_factory=Placeholders)
    is_served: bool = False
    """Whether pages are made one by one when a reader asks for them (scripts/serving); then nothing is written here."""
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
    """Load the library, unless it is given; a card with a problem stops the build before anything is written."""
    served, kept = config.extra.pop("served_library", None), config.extra.pop("kept_work", NOTHING_KEPT)
    if odd := odd_files(Path(config.docs_dir), Path(config.config_file_path).parent):
        raise PluginError(f"de pagina's zijn niet in orde:\n{text_report(odd)}")
    version = version_of(Path(config.docs_dir) / "assets")
    written = config.extra.pop("written", None)
    made = _bundles(config, version, kept)
    new_cards = _wait_for_check(config)
    build = Build(served or _load(config, kept), made, kept, new_cards, written, is_served=served is not None)
    config.extra["build"] = build
    config.plugins.events["build_error"].append(build.abandon)  # a hook of that name is not told which build failed
    _prepare_theme(config.theme)
    config.extra["assets_version"] = f"?v={version}"
    return config


def _bundles(config: MkDocsConfig, version: str, kept: KeptWork) -> Mapping[str, str]:
    try:
        return bundles(Path(config.docs_dir), version, kept)
    except NotBundled as error:
        raise PluginError(f"de stijlen en scripts zijn niet samen te voegen: {error}") from error


class _ThemeLoader(FileSystemLoader):
    """Templates of a theme. Lists none of its hidden folders, which MkDocs leaves out anyway: one holds twelve thousand icons."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for folder in map(Path, self.searchpath):
            for top in folder.iterdir():
                files = [] if top.name.startswith(".") else top.rglob("*") if top.is_dir() else [top]
                found |= {file.relative_to(folder).as_posix() for file in files if file.is_file()}
        return sorted(found)


def _prepare_theme(theme: Theme) -> None:
    """Make its templates once a build and not twice, from what was compiled by an earlier one."""
    environment = theme.get_env()
    environment.loader = _ThemeLoader(environment.loader.searchpath)
    environment.bytecode_cache = code_cache()
    theme.get_env = lambda: environment


def _wait_for_check(config: MkDocsConfig) -> int:
    """How many cards were new to it."""
    ahead = config.extra.pop("checked_ahead", None)
    if not ahead:
        return 0
    ahead.wait()
    return ahead.new_cards


def _load(config: MkDocsConfig, kept: KeptWork) -> Library:
    try:
        return load_library(Path(config.config_file_path).parent, kept=kept, can_wait=True)
    except Refused as refused:
        raise PluginError(f"de bibliotheek is niet in orde:\n{refused}") from refused


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what is on the site only as part of a sheet or a script, and the styles and scripts of the theme, which no page
    asks for."""
    for file in [file for file in files if is_source(file.src_uri)]:
        files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Begin to write what is made from data; this process joins in when the hand-written pages are done."""
    build, site = _build(config), site_of(config)
    for page in nav.pages:
        page.read_source(config)  # the menu shows titles, and a page that mkdocs.yml gives none has its own
    if build.is_served:
        return nav
    shells = Shells(partial(shell_at, theme=config.theme.get_env(), nav=nav, files=files, config=config))
    output = MkDocsOutput(Folder(Path(config.site_dir), build.written), site, shells)
    cards = Path(config.config_file_path).parent / "methods"
    build.nav = nav
    build.builder = Builder(build.library, site, publication_of(config), cards, output, build.kept, build.new_cards)
    build.builder.begin(shells.prepare)
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Find which sheet and script the page has, and put what stands in CONTRIBUTING.md into the page that asks for it."""
    try:
        page.meta["kind"] = kind_of(
            page.file.src_uri, page.meta, Path(config.docs_dir), has_macros=bool(page.meta.get("render_macros"))
        )
    except UnknownKind as error:
        raise PluginError(str(error)) from error
    return with_contributing(markdown, Path(config.config_file_path).parent, page.file.src_uri)


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put what macros made in its place, now that Markdown can no longer touch it."""
    return _build(config).placeholders.restore(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what needs the hand-written pages, and wait until all is written."""
    build = _build(config)
    build.builder.finish([hand_written(page) for page in build.nav.pages])
    folder = Folder(Path(config.site_dir))
    for path, text in build.bundles.items():
        folder.write(path, text)
    for remark in build.library.history.remarks:  # not a warning: those stop a strict build
        print(f"let op: {remark}", file=sys.stderr)


def hand_written(page: MkDocsPage) -> HandWritten:
    """What the search and the sitemap know of a page that has been rendered."""
    headings = [page.toc.items] if page.toc else []
    return HandWritten(
        file=page.file.src_uri,
        address=page.url,
        title=page.meta.get("title") or str(page.title),  # the menu has shorter names, such as Overzicht
        description=page.meta.get("description", ""),
        headings=tuple(item.title for items in headings for item in items),
        has_macros=bool(page.meta.get("render_macros")),
    )


def shell_at(place: ShellPlace, theme: Environment, nav: Navigation, files: Files, config: MkDocsConfig) -> Shell:
    """The theme around pages of one section and depth."""
    file = File.generated(config, f"{place.section}{'id/' * (place.depth - 1)}index.md", content="")
    page = MkDocsPage(mark("title"), file, config)
    page.meta = {"description": mark("description"), "section": place.section, "kind": place.kind}
    page.content = mark("content")
    page.canonical_url = mark("canonical") if config.site_url else None
    return Shell(theme.get_template("main.html").render(get_context(nav, files, config, page)))
