"""The one writer of everything that is made from data: pages, files, copies of the cards. MkDocs's hooks and the export
both use it; what differs between them is the Output."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.library import Library
from macros.model.method import Method
from macros.open_data.publication import Publication
from macros.parallel import Job, WorkerPool, processes_for, share_what_is_there
from macros.search.documents import Prose
from macros.site.files.all_files import CardFiles, Files, KeptFiles, file_groups, search_group, site_map_group
from macros.site.kept_parts import KeptParts
from macros.site.pages.all_pages import CARD_PAGES
from macros.site.pages.page import Page, Site

Item = TypeVar("Item")
CARDS_PER_JOB = 500
"""Whose small files are written together."""
PAGES_PER_PROCESS = 40
"""Fewer than cards to read, because with a few pages come all other files of the site."""
PAGES_PER_JOB = 20
"""Small enough that no process waits long for the one that got the last job."""


class Output(Protocol):
    """Where a build puts what it makes, and in which form."""

    def write_page(self, page: Page, html: str) -> None:
        """Put a page there; `html` is its content, without the frame of the site."""

    def write_file(self, path: str, content: str | bytes) -> None:
        """Put a file there; `path` is from the root of the site."""


class HandWritten(NamedTuple):
    """What the search and the sitemap know of a page of docs/."""

    file: str
    """From docs/: over/weging.md"""
    address: str
    """From the root of the site: over/weging/"""
    title: str
    description: str
    headings: tuple[str, ...]
    """Of the highest level."""
    has_macros: bool


@dataclass
class Builder:
    """One build, from `begin` to `finish`."""

    library: Library
    site: Site
    publication: Publication
    pages: Sequence[Page]
    """What pages(library) gives; made once, because finding them takes a walk over all claims."""
    cards: Path
    """The folder of the cards, which are published as they were written."""
    output: Output
    kept: KeptWork = NOTHING_KEPT
    _pool: WorkerPool | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._parts = KeptParts(self.kept, self.library, self.site)

    def begin(self) -> None:
        """Let the other processes start; this one may do something else until `finish`."""
        share_what_is_there()
        self._pool = WorkerPool(self._jobs(), processes=processes_for(len(self.pages), PAGES_PER_PROCESS))

    def finish(self, hand_written: Sequence[HandWritten]) -> None:
        """Write what needs the hand-written pages, and return when everything is written. Raises parallel.Failed."""
        self._write_files(search_group(self.library, map(prose_of, hand_written)).make)
        self._write_files(site_map_group(self.library, self.site, [dated(page, self.library) for page in hand_written]).make)
        pool, self._pool = self._pool, None
        pool.finish()

    def abandon(self) -> None:
        """Stop the other processes of a build that failed."""
        if self._pool:
            self._pool.dismiss()
            self._pool = None

    def _jobs(self) -> list[Job]:
        return [
            *(partial(self._write_files, make) for make in self._file_makers()),
            *(partial(self._write_pages, portion) for portion in _portions(self.pages, PAGES_PER_JOB)),
        ]

    def _file_makers(self) -> Iterator[Callable[[], Files]]:
        methods = list(self.library.methods.values())
        for group in file_groups(self.library, self.site, self.publication, self.cards, self.kept):
            if isinstance(group, CardFiles):
                yield from (partial(self._of_cards, group, portion) for portion in _portions(methods, CARDS_PER_JOB))
            elif isinstance(group, KeptFiles):
                yield from (partial(self._of_portion, group, portion) for portion in group.portions)
            else:
                yield group.make

    def _write_files(self, make: Callable[[], Files]) -> None:
        for path, content in make():
            self.output.write_file(path, content)

    def _of_portion(self, group: KeptFiles, portion: str) -> Files:
        yield from self._parts.files_once(f"{group.paths} {portion}", lambda library: group.make(library, portion))
        self._parts.write()

    def _of_cards(self, group: CardFiles, methods: Sequence[Method]) -> Files:
        if not group.is_kept:
            yield from group.make(self.library, methods)
            return
        for method in methods:
            yield self._of_card(group, method)
        self._parts.write()

    def _of_card(self, group: CardFiles, method: Method) -> tuple[str, str]:
        def make(library: Library) -> str:
            [(path, content)] = group.make(library, [method])
            return f"{path}\n{content}"

        path, _, content = self._parts.once(group.paths, method, make).partition("\n")
        return path, content

    def _write_pages(self, portion: Sequence[Page]) -> None:
        for page in portion:
            self.output.write_page(page, self._html(page))
        self._parts.write()

    def _html(self, page: Page) -> str:
        method = self.library.methods.get(page.card)
        if not method:
            return page.html(self.site)
        make = CARD_PAGES[page.template]
        return self._parts.once(page.template, method, lambda library: make(method, library).html(self.site))


def prose_of(page: HandWritten) -> Prose:
    """The page as the search has it."""
    return Prose(page.address, page.title, page.description, page.headings)


def dated(page: HandWritten, library: Library) -> tuple[str, datetime | None]:
    """The page with the moment of its last change; of a page with macros that is not known, because it also changes with
    the data."""
    return page.address, None if page.has_macros else library.history.pages.get(f"docs/{page.file}")


def _portions(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    yield from (items[start : start + size] for start in range(0, len(items), size))
