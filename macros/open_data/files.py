"""All files of the open data, in groups that need nothing of each other."""

from collections.abc import Iterator
from itertools import chain

from ..json_text import compact
from ..library import Library
from ..views.citation import bibtex, csl, ris, work
from ..views.subjects import of_method
from .api import Api
from .catalogue import catalogue_files
from .publication import Publication
from .signposts import signpost_files
from .table_files import table_files
from .vocabulary_graph import vocabulary_files

Files = Iterator[tuple[str, str | bytes]]


def open_data_files(library: Library, publication: Publication) -> tuple[Files, ...]:
    """(address, content) of every file; each is made when it is asked for."""
    return (*files_of_cards(library, publication), *files_of_the_whole(library, publication))


def files_of_cards(library: Library, publication: Publication) -> tuple[Files, ...]:
    """What grows with the number of cards."""
    return (
        Api(library, publication).methods(),
        table_files(library, publication),
        Api(library, publication).claims(),
        _other_json(Api(library, publication)),
        _citations(library, publication),
    )


def files_of_the_whole(library: Library, publication: Publication) -> tuple[Files, ...]:
    """What is as large for any number of cards."""
    return (
        chain(vocabulary_files(library, publication), catalogue_files(library, publication)),
        signpost_files(library, publication),
    )


def _other_json(api: Api) -> Files:
    yield api.index()
    yield from api.schemas()
    yield from api.lists()
    yield from api.organisation_files()
    yield from api.moved()


def _citations(library: Library, publication: Publication) -> Files:
    """Beside the page of each card."""
    for method in library.methods.values():
        place = of_method(method).link
        card = work(method, publication.name, publication.publisher, publication.url + place if publication.url else None)
        yield f"{place}{method.id}.bib", bibtex(card)
        yield f"{place}{method.id}.ris", ris(card)
        yield f"{place}{method.id}.csl.json", compact(csl(card))
