"""MkDocs events → the library's pages around and between the hand-written ones. With macros/__init__.py the only code
that knows MkDocs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache, partial
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
from macros.parallel import Crew, processes_for
from macros.search.documents import Prose
from macros.search.index import search_files
from macros.site.asset_versions import version_of, with_version
from macros.site.author_macros import placeholders as stash
from macros.site.author_macros.contributing_text import FILE as CONTRIBUTING
from macros.site.author_macros.contributing_text import with_contributing
from macros.site.files.all_files import data_files, site_files, site_map
from macros.site.output_folder import Folder
from macros.site.page_shell import Shell, mark
from macros.site.pages.pages import Page, Site, pages
from macros.site.site_settings import publication_of, site_of
from macros.validation.problems import Refused

AT_ONCE = 20
"""Pages in a job: small enough that no process waits long for the last."""
_state: dict[str, Any] = {}
"""What one event leaves for a later one of the same build."""


@event_priority(100)  # before the macros plugin, whose macros read the library
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the library; a card with a problem stops the build before anything is written."""
    try:
        library = load_library(Path(config.config_file_path).parent, values=config.extra.pop("card_values", None))
    except Refused as refused:
        raise PluginError(f"de bibliotheek is niet in orde:\n{refused}") from refused
    config.extra["library"] = library
    version = version_of(Path(config.docs_dir) / "assets")
    config.extra["assets_version"] = f"?v={version}"
    config.extra_css = [f"{style}?v={version}" for style in config.extra_css]
    stash.clear()
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Begin to write what is made from data; this process joins in when the hand-written pages are done."""
    library: Library = config.extra["library"]
    folder, cards = Folder(Path(config.site_dir)), Path(config.config_file_path).parent / "methods"
    site = site_of(config)
    all_pages = tuple(pages(library))
    _state["nav"] = nav
    _state["theme"] = cache(config.theme.get_env)
    _state["shell"] = cache(lambda section, depth: _shell(section, depth, nav, files, config))
    groups = [*data_files(library, publication_of(config)), *site_files(library, site)]
    jobs = [partial(_write_files, group, folder) for group in groups]
    jobs += [
        partial(_write_pages, all_pages[start : start + AT_ONCE], site, folder) for start in range(0, len(all_pages), AT_ONCE)
    ]
    jobs.append(partial(_copy_cards, tuple(library.methods), cards, folder))
    _state["crew"] = Crew(jobs, processes=processes_for(len(all_pages)))
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put what stands in CONTRIBUTING.md into the page that asks for it."""
    return with_contributing(markdown, Path(config.config_file_path).parent, page.file.src_uri)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """Build again when CONTRIBUTING.md changes, which lies outside the folders that mkdocs.yml names."""
    text = Path(config.config_file_path).parent / CONTRIBUTING
    if text.exists():
        server.watch(str(text))
    return server


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put what macros made in its place, now that Markdown can no longer touch it."""
    return stash.restore(html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """From here on this process has a theme at hand; the others have made their own."""
    _state["theme"] = lambda: env
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write what needs the hand-written pages, and wait until all is written."""
    library: Library = config.extra["library"]
    folder, written = Folder(Path(config.site_dir)), _state["nav"].pages
    _write_files(search_files(library, tuple(map(_prose, written))), folder)
    _write_files(site_map(library, site_of(config), _dated(written, library)), folder)
    _state.pop("crew").finish()
    _version_modules(Path(config.docs_dir), folder, version_of(Path(config.docs_dir) / "assets"))


def on_build_error(error: Exception) -> None:
    if crew := _state.pop("crew", None):
        crew.dismiss()


def _write_files(files: Iterator[tuple[str, str | bytes]], folder: Folder) -> None:
    for name, content in files:
        folder.write(name, content)


def _version_modules(docs: Path, folder: Folder, version: str) -> None:
    for module in (docs / "assets").rglob("*.js"):
        folder.write(module.relative_to(docs).as_posix(), with_version(module.read_text(encoding="utf-8"), version))


def _copy_cards(ids: Sequence[str], cards: Path, folder: Folder) -> None:
    """Each card beside its page, as it was written."""
    for method_id in ids:
        folder.write(f"methoden/{method_id}/{method_id}.yml", (cards / f"{method_id}.yml").read_bytes())


def _write_pages(some: Sequence[Page], site: Site, folder: Folder) -> None:
    for page in some:
        _write(page, site, folder)


def _write(page: Page, site: Site, folder: Folder) -> None:
    shell: Shell = _state["shell"](page.section, page.address.count("/"))
    values = {
        "title": page.title,
        "description": page.description,
        "canonical": site.url + page.address,
        "content": page.html(site),
    }
    folder.write(f"{page.address}index.html", shell.fill(values))


def _dated(written: Sequence[MkDocsPage], library: Library) -> list[tuple[str, datetime | None]]:
    """Each hand-written page with the moment of its last change; of a page with macros that is not known, because it
    also changes with the data."""
    moments = library.history.pages
    return [(page.url, None if page.meta.get("render_macros") else moments.get(f"docs/{page.file.src_uri}")) for page in written]


def _prose(page: MkDocsPage) -> Prose:
    """What the search knows of a hand-written page."""
    headings = [page.toc.items] if page.toc else []
    title = page.meta.get("title") or str(page.title)  # the menu has shorter names, such as Overzicht
    return Prose(page.url, title, page.meta.get("description", ""), tuple(item.title for items in headings for item in items))


def _shell(section: str, depth: int, nav: Navigation, files: Files, config: MkDocsConfig) -> Shell:
    """The theme around a page of a section; rendered once for each depth, because links go up from there."""
    file = File.generated(config, f"{section}{'id/' * (depth - 1)}index.md", content="")
    page = MkDocsPage(mark("title"), file, config)
    page.meta = {"description": mark("description"), "section": section}
    page.content = mark("content")
    page.canonical_url = mark("canonical") if config.site_url else None
    return Shell(_state["theme"]().get_template("main.html").render(get_context(nav, files, config, page)))
