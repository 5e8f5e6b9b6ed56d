"""The site as a reader gets it while somebody works on it: each page and file is made when it is asked for.

It is made by the functions that the build uses, so it is what the build writes; a test compares every page and file.
Nothing is made before it is asked for, so a change only makes this forget what it had.
"""

import logging
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from macros.kept import KeptWork
from macros.library.library import Library
from macros.library.live import LiveLibrary
from macros.open_data.files import FileGroup, Files
from macros.site.builder import dated, prose_of
from macros.site.files.all_files import CardFiles, KeptFiles, file_groups, search_group, site_map_group
from macros.site.mkdocs_output import ShellPlace, page_in_shell, place_of
from macros.site.pages.all_pages import PageFinder
from macros.site.pages.page import Page
from macros.site.serve.frame import Frame, NotMade
from macros.site.serve.problem_page import mistake_page, problem_page
from macros.validation.problems import Problem
from macros.validation.system_reasons import reason_of, system_reason

_LOG = logging.getLogger(__name__)
INDEX = "index.html"
_KIND = "text"
"""Of pages that say what is wrong."""
OWN = "_bekijken/"
"""Where the addresses begin that only the served site has."""
LIBRARY = ("methods", "data")
FRAME = ("docs", "theme", "mkdocs.yml", "CONTRIBUTING.md")
"""Below the root: what the library and the frame are made from. Templates are read again by themselves."""
MakeFrame = Callable[[Path, Library], Frame]


class ServedAnswer(NamedTuple):
    """What a reader gets."""

    content: bytes
    status: int = 200


class ServedSite:
    """Answers what is asked for, by one thread at a time."""

    def __init__(self, root: Path, make_frame: MakeFrame) -> None:
        """Raises OSError if there is no library below `root`, NotMade if there is no frame."""
        self._root, self._make_frame = root, make_frame
        self._lock = threading.Lock()
        self._kept = KeptWork(root)
        self._live = LiveLibrary(root, self._kept)
        self._frame = make_frame(root, self._live.library)
        self._mistake = ""
        """What is wrong with the last change of the frame; the one before is still shown."""
        self.version = 0
        """Counts the changes."""
        self._forget()

    @property
    def problems(self) -> list[Problem]:
        return self._live.problems

    @property
    def mistake(self) -> str:
        """What is wrong with docs/, theme/ or mkdocs.yml as a whole; empty if nothing is."""
        return self._mistake

    def follow(self, files: Iterable[Path]) -> None:
        """Take in that these files changed."""
        parts: dict[str, list[Path]] = {}
        for file in files:
            parts.setdefault(file.relative_to(self._root).parts[0], []).append(file)
        with self._lock:
            try:
                if changed := [file for name in LIBRARY for file in parts.get(name, ())]:
                    self._live.follow(changed)
                if self._mistake or parts.keys() & set(FRAME):
                    self._frame = self._make_frame(self._root, self._live.library)
                self._mistake = ""
            except (NotMade, OSError) as error:
                self._mistake = said_of(error)
            self._forget()

    def answer(self, path: str) -> ServedAnswer:
        """The page or file at this path from the root of the site, or the page that says that there is none."""
        path = f"{path}{INDEX}" if path == "" or path.endswith("/") else path
        with self._lock:
            try:
                content = self._made(path)
                return ServedAnswer(content) if content is not None else ServedAnswer(self._frame.file("404.html") or b"", 404)
            except Exception as error:  # whatever it is, its author must see it on the page, and the rest goes on
                if not isinstance(error, NotMade):
                    _LOG.exception("%s", path)
                place = ShellPlace(path.partition("/")[0] + "/" if "/" in path else "", _KIND, path.count("/"))
                return ServedAnswer(mistake_page(said_of(error), self._frame.shell(place)).encode(), 500)

    def overview(self) -> ServedAnswer:
        """The page with all that is wrong now."""
        with self._lock:
            shell = self._frame.shell(ShellPlace(OWN, _KIND, 2))
            made = mistake_page(self._mistake, shell) if self._mistake else problem_page(self.problems, shell)
            return ServedAnswer(made.encode())

    def _forget(self) -> None:
        self.version += 1
        self._frame.follow(self._live.library)
        self._finder = PageFinder(self._live.library)
        self._running: dict[FileGroup, Iterator[tuple[str, str | bytes]]] = {}
        self._files: dict[str, bytes] = {}
        self._groups = self._file_groups()

    def _file_groups(self) -> tuple[FileGroup | CardFiles, ...]:
        library, site, publication = self._live.library, self._frame.site, self._frame.publication
        return (
            *(_whole(group, library) for group in file_groups(library, site, publication, self._root / "methods", self._kept)),
            FileGroup(search_group(library, ()).paths, self._search),
            FileGroup(site_map_group(library, site, ()).paths, self._site_map),
        )

    def _search(self) -> Files:
        return search_group(self._live.library, map(prose_of, self._frame.hand_written())).make()

    def _site_map(self) -> Files:
        library = self._live.library
        written = [dated(page, library) for page in self._frame.hand_written()]
        return site_map_group(library, self._frame.site, written).make()

    def _made(self, path: str) -> bytes | None:
        if path.endswith(INDEX):
            if problems := self._problems_of(path):
                return problems
            if page := self._finder.find(path.removesuffix(INDEX)):
                return self._page(page)
        found = self._data_file(path)
        return found if found is not None else self._frame.file(path)

    def _page(self, page: Page) -> bytes:
        site = self._frame.site
        return page_in_shell(page, page.html(site), site, self._frame.shell(place_of(page))).encode()

    def _problems_of(self, path: str) -> bytes | None:
        """The page that says what is wrong with the file that the page at this path is made from."""
        found = re.fullmatch(r"methoden/([^/]+)/index\.html", path)
        problems = self._live.problems_of(found[1]) if found else []
        return problem_page(problems, self._frame.shell(ShellPlace("methoden/", _KIND, 2))).encode() if problems else None

    def _data_file(self, path: str) -> bytes | None:
        for group in self._groups:
            if not (found := re.fullmatch(group.paths, path)):
                continue
            content = self._of_card(group, found["card"], path) if isinstance(group, CardFiles) else self._of_group(group, path)
            if content is not None:
                return content
        return None

    def _of_card(self, group: CardFiles, card_id: str, path: str) -> bytes | None:
        method = self._live.library.methods.get(card_id)
        return _as_bytes(dict(group.make(self._live.library, [method]))[path]) if method else None

    def _of_group(self, group: FileGroup, path: str) -> bytes | None:
        """Files of a group are made one after the other, until the one that is asked for."""
        if path not in self._files:
            files = self._running.pop(group, None) or group.make()
            for name, content in files:
                self._files[name] = _as_bytes(content)
                if name == path:
                    break
            self._running[group] = files  # unless making one of them failed
        return self._files.get(path)


def _whole(group: FileGroup | CardFiles | KeptFiles, library: Library) -> FileGroup | CardFiles:
    """A group whose files are made when they are asked for, so that nothing has to be taken over."""
    if not isinstance(group, KeptFiles):
        return group
    return FileGroup(group.paths, lambda: (file for portion in group.portions for file in group.make(library, portion)))


def said_of(error: Exception) -> str:
    """What to tell an author of it."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} is niet te lezen: {system_reason(error)}"
    return str(error) if isinstance(error, NotMade) else reason_of(error)


def _as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
