"""The files that the contribution form fetches: the format and the names of what exists. A card to mend it reads from the
published file of that card."""

from collections.abc import Iterator

from macros.contributing.form import form_data, used_once
from macros.library.library import Library
from macros.rendering.compact_json import compact

FOLDER = "bijdragen/formulier"


def form_files(library: Library) -> Iterator[tuple[str, str]]:
    """(path in the site, text) of each."""
    yield f"{FOLDER}/form.json", compact(form_data(library))
    yield (
        f"{FOLDER}/organisations.json",
        compact({organisation.id: organisation.name for organisation in library.organisations.values()}),
    )
    yield (
        f"{FOLDER}/sources.json",
        compact({source.id: f"{source.publisher}: {source.title}" for source in library.sources.values()}),
    )
    yield f"{FOLDER}/used_once.json", compact(used_once(library))
    yield f"{FOLDER}/methods.json", compact({method.id: method.name for method in library.methods.values()})
