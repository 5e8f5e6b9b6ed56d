"""The one writer of everything that is made from data: pages, files, copies of the cards. MkDocs's hooks and the export
both use it; what differs between them is the Output."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.library import Library
from macros.library.methods import let_go
from macros.model.method import Method
from macros.open_data.files import FileGroup
from macros.open_data.publication import Publication
from macros.parallel import Job, WorkerPool, collect_what_is_new, processes_for, share_what_is_there
from macros.search.documents import Prose
from macros.site.files.all_files import CardFiles, Files, KeptFiles, file_groups, search_group, site_map_group
from macros.site.kept_parts import KeptParts
from macros.site.pages.all_pages import CARD_PAGES, card_pages, other_pages
from macros.site.pages.page import Page, Site

Item = TypeVar("Item")
CARDS_PER_JOB = 10
"""Whose pages and files are written together; few, so that no process waits long for the one that got the last job."""
PAGES_PER_JOB = 20
PAGES_PER_PROCESS = 10
"""Of cards; fewer than cards to read, because with a few of these come all lists and other files of the site."""
CARDS_APART = 2500
"""From so many new ones on, some processes make what is of one card and others what is of all, so that fewer have all in memory.
That takes a twentieth more processor time."""


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


def _nothing(pages: Iterable[Page]) -> None:
    pass


@dataclass
class Builder:
    """One build, from `begin` to `finish`."""

    library: Library
    site: Site
    publication: Publication
    cards: Path
    """The folder of the cards, which are published as they were written."""
    output: Output
    kept: KeptWork = NOTHING_KEPT
    new_cards: int = 0
    """Of how many cards nothing is kept; with few, most of the work is what is of all."""
    pages: Sequence[Page] = field(default=(), init=False)
    """All but those that each card has; found once, because that takes a walk over all claims."""
    _pools: list[WorkerPool] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._parts = KeptParts(self.kept, self.library, self.site)

    def begin(self, prepare: Callable[[Iterable[Page]], None] = _nothing) -> None:
        """Let the other processes start; this one may do something else until `finish`. `prepare` is told of pages before a
        process writes them; of those that each card has, of one card only."""
        processes = processes_for(len(CARD_PAGES) * len(self.library.methods), PAGES_PER_PROCESS)
        prepare(self._pages_of_a_card())
        if self._are_cards_apart:
            # Python counts in each object who refers to it, so a process copies what it only looks at. Processes for cards
            # therefore begin without any, make those of a job, and let go of them.
            let_go(self.library.methods)
            self._start(self._card_jobs(), processes // 2 + 1)
            processes -= processes // 2
        self.pages = tuple(other_pages(self.library))
        prepare(self.pages)
        self._start([*self._list_jobs(), *([] if self._are_cards_apart else self._card_jobs())], processes)

    def finish(self, hand_written: Sequence[HandWritten]) -> None:
        """Write what needs the hand-written pages, and return when all is written. Raises WorkerFailed, and what a job does."""
        try:
            self._write_group(search_group(self.library, map(prose_of, hand_written)))
            self._write_group(site_map_group(self.library, self.site, [dated(page, self.library) for page in hand_written]))
            while self._pools:
                self._pools.pop().finish()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Stop the other processes of a build that failed."""
        while self._pools:
            self._pools.pop().dismiss()

    @property
    def _are_cards_apart(self) -> bool:
        return self.new_cards >= CARDS_APART

    def _start(self, jobs: Sequence[Job], processes: int) -> None:
        share_what_is_there()
        self._pools.append(WorkerPool(jobs, processes=processes))

    def _pages_of_a_card(self) -> Iterator[Page]:
        """Those of the first card, since those of the others are like them."""
        return (page for method in islice(self.library.methods.values(), 1) for page in card_pages(method, self.library))

    def _list_jobs(self) -> list[Job]:
        groups = [group for group in self._file_groups() if isinstance(group, FileGroup)]
        return [
            *(partial(self._write_group, group) for group in groups),
            *(partial(self._write_pages, portion) for portion in _portions(self.pages, PAGES_PER_JOB)),
        ]

    def _card_jobs(self) -> list[Job]:
        """All that is made of one card; and then, because it loads packages that stay in memory, what is made of some."""
        kept = [group for group in self._file_groups() if isinstance(group, KeptFiles)]
        return [
            *(partial(self._write_cards, portion) for portion in _portions(list(self.library.methods), CARDS_PER_JOB)),
            *(partial(self._write_portion, group, portion) for group in kept for portion in group.portions),
        ]

    def _file_groups(self) -> tuple[FileGroup | CardFiles | KeptFiles, ...]:
        return file_groups(self.library, self.site, self.publication, self.cards, self.kept)

    def _write_files(self, make: Callable[[], Files]) -> None:
        for path, content in make():
            self.output.write_file(path, content)

    def _write_group(self, group: FileGroup) -> None:
        self._write_files(group.make)
        collect_what_is_new()  # what such a group holds of all cards at once would stay while the next is made

    def _write_portion(self, group: KeptFiles, portion: str) -> None:
        make = partial(self._parts.files_once, f"{group.paths} {portion}", lambda library: group.make(library, portion))
        self._write_files(make)
        self._parts.write()
        collect_what_is_new()  # a document of Word holds 5 MB
        self._let_go_of_cards()

    def _write_cards(self, portion: Sequence[str]) -> None:
        methods = [self.library.methods[key] for key in portion]
        for group in self._file_groups():
            if isinstance(group, CardFiles):
                self._write_files(partial(self._of_cards, group, methods))
        for method in methods:
            for page in card_pages(method, self.library):
                self.output.write_page(page, self._card_page(page, method))
        self._parts.write()
        self._let_go_of_cards()

    def _let_go_of_cards(self) -> None:
        if self._are_cards_apart:
            let_go(self.library.methods)

    def _of_cards(self, group: CardFiles, methods: Sequence[Method]) -> Files:
        if not group.is_kept:
            yield from group.make(self.library, methods)
            return
        for method in methods:
            yield self._of_card(group, method)

    def _of_card(self, group: CardFiles, method: Method) -> tuple[str, str]:
        def make(library: Library) -> str:
            [(path, content)] = group.make(library, [method])
            return f"{path}\n{content}"

        path, _, content = self._parts.once(group.paths, method, make).partition("\n")
        return path, content

    def _card_page(self, page: Page, method: Method) -> str:
        make = CARD_PAGES[page.template]
        return self._parts.once(page.template, method, lambda library: make(method, library).html(self.site))

    def _write_pages(self, portion: Sequence[Page]) -> None:
        for page in portion:
            self.output.write_page(page, page.html(self.site))


def prose_of(page: HandWritten) -> Prose:
    """The page as the search has it."""
    return Prose(page.address, page.title, page.description, page.headings)


def dated(page: HandWritten, library: Library) -> tuple[str, datetime | None]:
    """The page with the moment of its last change; of a page with macros that is not known, because it also changes with
    the data."""
    return page.address, None if page.has_macros else library.history.pages.get(f"docs/{page.file}")


def _portions(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    yield from (items[start : start + size] for start in range(0, len(items), size))
