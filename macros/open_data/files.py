"""All files of the open data, in groups that can be written in parallel."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.library import Library
from macros.open_data.api import Api
from macros.open_data.catalogue import catalogue_files
from macros.open_data.openapi import openapi_file
from macros.open_data.publication import API, Publication
from macros.open_data.signposts import signpost_files
from macros.open_data.table_files import table_files
from macros.open_data.vocabulary_graph import vocabulary_files
from macros.rendering.compact_json import compact
from macros.views.card.citation import as_bibtex, as_csl, as_ris, cited_work
from macros.views.common.subjects import method_subject

Files = Iterator[tuple[str, str | bytes]]


class FileGroup(NamedTuple):
    """Files that are made together, one after the other, and need nothing of other groups."""

    paths: str
    """A regular expression that the path of each of them matches as a whole."""
    make: Callable[[], Files]


def open_data_files(library: Library, publication: Publication, kept: KeptWork = NOTHING_KEPT) -> tuple[FileGroup, ...]:
    """The groups of all files; each file is made when it is asked for."""
    return (*files_of_cards(library, publication), *files_of_the_whole(library, publication, kept))


def files_of_cards(library: Library, publication: Publication) -> tuple[FileGroup, ...]:
    """The files whose size or number grows with the number of cards."""
    return (
        FileGroup(rf"{API}methods(/[^/]+)?\.json", lambda: Api(library, publication).methods()),
        FileGroup(rf"{API}tables/.+", lambda: table_files(library, publication)),
        FileGroup(rf"{API}claims(/\d+)?\.json", lambda: Api(library, publication).claims()),
        FileGroup(rf"{API}.+\.json", lambda: _other_json(Api(library, publication))),
        FileGroup(r"methoden/[^/]+/[^/]+\.(bib|ris|csl\.json)", lambda: _citations(library, publication)),
    )


def files_of_the_whole(library: Library, publication: Publication, kept: KeptWork) -> tuple[FileGroup, ...]:
    """The files that do not grow with the number of cards."""
    return (
        FileGroup(rf"({API}vocabularies|catalog)\.(ttl|jsonld)", lambda: _graphs(library, publication, kept)),
        FileGroup(rf"{API}openapi\.json", lambda: iter([openapi_file(library, publication)])),
        FileGroup(r"[^/]+\.(txt|xml)|\.well-known/.+", lambda: signpost_files(library, publication)),
    )


def _graphs(library: Library, publication: Publication, kept: KeptWork) -> Files:
    yield from vocabulary_files(library, publication, kept)
    yield from catalogue_files(library, publication, kept)


def _other_json(api: Api) -> Files:
    yield api.index()
    yield from api.schemas()
    yield from api.lists()
    yield from api.organisation_files()
    yield from api.moved()


def _citations(library: Library, publication: Publication) -> Files:
    """How to cite each card, in three formats, beside its page."""
    for method in library.methods.values():
        place = method_subject(method).link
        card = cited_work(method, publication.name, publication.publisher, publication.url + place if publication.url else None)
        yield f"{place}{method.id}.bib", as_bibtex(card)
        yield f"{place}{method.id}.ris", as_ris(card)
        yield f"{place}{method.id}.csl.json", compact(as_csl(card))
