"""The files that the contribution form fetches: the format, the names of what exists, and each card for mending."""

from collections.abc import Iterable, Iterator

from macros.contributing.form import form_data, used_once
from macros.library.library import Library
from macros.model.method import Method
from macros.model.shape import yaml_values
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


def mending_files(methods: Iterable[Method]) -> Iterator[tuple[str, str]]:
    """(path in the site, text) of what the form opens for mending, one of each card."""
    for method in methods:
        yield f"methoden/{method.id}/form.json", compact(yaml_values(method))
