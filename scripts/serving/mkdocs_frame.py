"""The frame of MkDocs around what is made from data: its settings, menu and theme are read once, a page is rendered when it is
asked for, by the functions that MkDocs builds with."""

import logging
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from hooks import hand_written, shell_at
from macros.library.library import Library
from macros.site.author_macros.call import Misused
from macros.site.author_macros.placeholders import Placeholders
from macros.site.builder import HandWritten
from macros.site.mkdocs_output import ShellPlace, Shells
from macros.site.page_shell import Shell
from macros.site.serve.frame import NotMade
from macros.site.site_settings import publication_of, site_of
from macros.validation.system_reasons import system_report
from scripts.writing.mkdocs_says import mkdocs_said
from scripts.writing.site_inputs import forget_empty_epoch


class MkDocsFrame:
    """A Frame, see macros/site/serve/frame.py."""

    def __init__(self, root: Path, library: Library) -> None:
        """Raises NotMade if mkdocs.yml or the theme has a mistake in it."""
        self._folder = Path(tempfile.mkdtemp())  # MkDocs writes what it renders
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        with _complaints():
            self._config = _config(root, self._folder, library)
            self._files, self._theme = _files(self._config)
            self._nav = _nav(self._files, self._config)
        self._build = self._config.extra["build"]
        self._shells = Shells(partial(shell_at, theme=self._theme, nav=self._nav, files=self._files, config=self._config))
        self.site, self.publication = site_of(self._config), publication_of(self._config)

    def follow(self, library: Library) -> None:
        self._build.library = library

    def shell(self, place: ShellPlace) -> Shell:
        return self._shells.at(place)

    def file(self, path: str) -> bytes | None:
        if path in self._build.bundles:
            return self._build.bundles[path].encode()
        if path in self._pages:
            return self._render(self._pages[path])
        if path.removesuffix(".gz") in self._config.theme.static_templates:
            return self._template(path)
        return self._static[path].content_bytes if path in self._static else None

    def hand_written(self) -> Sequence[HandWritten]:
        for page in self._nav.pages:
            self._populate(page)
        return [hand_written(page) for page in self._nav.pages]

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {file.dest_uri: file.page for file in self._files.documentation_pages()}

    @cached_property
    def _static(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self._files if not file.is_documentation_page() and file.inclusion.is_included()}

    def _populate(self, page: Page) -> None:
        self._build.placeholders = Placeholders()
        with _complaints():
            _populate_page(page, self._config, self._files)

    def _render(self, page: Page) -> bytes:
        self._populate(page)
        with _complaints():
            _build_page(page, self._config, self._files.documentation_pages(), self._nav, self._theme)
        return Path(page.file.abs_dest_path).read_bytes()

    def _template(self, path: str) -> bytes | None:
        with _complaints():
            _build_theme_template(path.removesuffix(".gz"), self._theme, self._files, self._config, self._nav)
        written = self._folder / path
        return written.read_bytes() if written.exists() else None


def _config(root: Path, folder: Path, library: Library) -> MkDocsConfig:
    forget_empty_epoch()
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.extra["served_library"] = library
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config


def _files(config: MkDocsConfig) -> tuple[Files, Environment]:
    files, theme = get_files(config), config.theme.get_env()
    files.add_files_from_theme(theme, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    return files, config.plugins.on_env(theme, config=config, files=files)


def _nav(files: Files, config: MkDocsConfig) -> Navigation:
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        if file.page is None:  # not in the menu
            Page(None, file, config)
    return nav


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(mkdocs_said(record.getMessage()))


def _reason(error: BaseException | None) -> str:
    """Our own words, or whose words they are."""
    if isinstance(error, OSError):
        return system_report(error)
    return str(error) if isinstance(error, PluginError | Misused) else mkdocs_said(str(error))


@contextmanager
def _complaints() -> Iterator[None]:
    """What MkDocs warns of stops a build, and so it does here. Raises NotMade with all of it."""
    heard, log = _Heard(), logging.getLogger("mkdocs")
    log.addHandler(heard)
    propagates, log.propagate = log.propagate, False  # the reader sees it on the page
    try:
        yield
    except (Exception, SystemExit) as error:  # the macros plugin exits, in the middle of what went wrong
        reason = _reason(error.__context__ if isinstance(error, SystemExit) else error)
        raise NotMade("\n".join(dict.fromkeys([*heard.said, reason]))) from error
    finally:
        log.removeHandler(heard)
        log.propagate = propagates
    if heard.said:
        raise NotMade("\n".join(heard.said))
