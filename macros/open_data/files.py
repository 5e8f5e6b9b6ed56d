"""All files of the open data, in groups that can be written in parallel."""

from collections.abc import Iterator
from itertools import chain

from macros.library.library import Library
from macros.open_data.api import Api
from macros.open_data.catalogue import catalogue_files
from macros.open_data.openapi import openapi_file
from macros.open_data.publication import Publication
from macros.open_data.signposts import signpost_files
from macros.open_data.table_files import table_files
from macros.open_data.vocabulary_graph import vocabulary_files
from macros.rendering.compact_json import compact
from macros.views.card.citation import as_bibtex, as_csl, as_ris, cited_work
from macros.views.common.subjects import method_subject

Files = Iterator[tuple[str, str | bytes]]


def open_data_files(library: Library, publication: Publication) -> tuple[Files, ...]:
    """(address, content) of every file; each file is made when it is asked for."""
    return (*files_of_cards(library, publication), *files_of_the_whole(library, publication))


def files_of_cards(library: Library, publication: Publication) -> tuple[Files, ...]:
    """The files whose size or number grows with the number of cards."""
    return (
        Api(library, publication).methods(),
        table_files(library, publication),
        Api(library, publication).claims(),
        _other_json(Api(library, publication)),
        _citations(library, publication),
    )


def files_of_the_whole(library: Library, publication: Publication) -> tuple[Files, ...]:
    """The files that do not grow with the number of cards."""
    return (
        chain(vocabulary_files(library, publication), catalogue_files(library, publication)),
        iter([openapi_file(library, publication)]),
        signpost_files(library, publication),
    )


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
