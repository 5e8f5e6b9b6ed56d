"""The one writer of everything that is made from data: pages, files, copies of the cards. MkDocs's hooks and the export
both use it; what differs between them is the Output."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from macros.library.library import Library
from macros.open_data.publication import Publication
from macros.parallel import Job, WorkerPool, processes_for
from macros.search.documents import Prose
from macros.search.index import search_files
from macros.site.files.all_files import Files, data_files, site_files, site_map
from macros.site.pages.page import Page, Site

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
    _pool: WorkerPool | None = field(default=None, init=False)

    def begin(self) -> None:
        """Let the other processes start; this one may do something else until `finish`."""
        self._pool = WorkerPool(self._jobs(), processes=processes_for(len(self.pages)))

    def finish(self, hand_written: Sequence[HandWritten]) -> None:
        """Write what needs the hand-written pages, and return when everything is written. Raises parallel.Failed."""
        self._write_files(search_files(self.library, map(_prose, hand_written)))
        self._write_files(site_map(self.library, self.site, [self._dated(page) for page in hand_written]))
        pool, self._pool = self._pool, None
        pool.finish()

    def abandon(self) -> None:
        """Stop the other processes of a build that failed."""
        if self._pool:
            self._pool.dismiss()
            self._pool = None

    def _jobs(self) -> list[Job]:
        portions = [self.pages[start : start + PAGES_PER_JOB] for start in range(0, len(self.pages), PAGES_PER_JOB)]
        return [
            *(partial(self._write_files, group) for group in data_files(self.library, self.publication)),
            *(partial(self._write_files, group) for group in site_files(self.library, self.site)),
            *(partial(self._write_pages, portion) for portion in portions),
            self._copy_cards,
        ]

    def _write_files(self, files: Files) -> None:
        for path, content in files:
            self.output.write_file(path, content)

    def _write_pages(self, portion: Sequence[Page]) -> None:
        for page in portion:
            self.output.write_page(page, page.html(self.site))

    def _copy_cards(self) -> None:
        for method_id in self.library.methods:
            self.output.write_file(f"methoden/{method_id}/{method_id}.yml", (self.cards / f"{method_id}.yml").read_bytes())

    def _dated(self, page: HandWritten) -> tuple[str, datetime | None]:
        """The page with the moment of its last change; of a page with macros that is not known, because it also changes
        with the data."""
        return page.address, None if page.has_macros else self.library.history.pages.get(f"docs/{page.file}")


def _prose(page: HandWritten) -> Prose:
    return Prose(page.address, page.title, page.description, page.headings)
