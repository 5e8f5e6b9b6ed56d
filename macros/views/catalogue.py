"""Lists of methods: the catalogue and the lists by theme."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..dutch import capital, listed
from ..library import Library
from ..model.method import Method
from .lines import Line, NoNotes
from .outcomes import design_names, known_of_results
from .rows import BY_ID, Context, row, status_text


class CatalogueRow(NamedTuple):
    id: str
    name: str
    summary: str
    link: str
    phase: str
    status: str
    for_whom: str
    ages: tuple[Line, ...]
    themes: str
    recognition: tuple[Line, ...]
    is_recognised: bool
    results: tuple[str, ...]
    designs: str
    words: str
    """Everything the quick filter of the page looks through."""


def catalogue(library: Library) -> tuple[CatalogueRow, ...]:
    """All methods by name."""
    return tuple(_rows(library.methods.values(), library))


def by_theme(library: Library, theme: str) -> tuple[CatalogueRow, ...]:
    """The methods with a goal of this theme, by name. Raises KeyError for a theme that does not exist."""
    library.vocabularies["theme"].terms[theme]
    return tuple(_rows((method for method in library.methods.values() if any(goal.theme.id == theme for goal in method.goals)), library))


def _rows(methods: Iterable[Method], library: Library) -> Iterator[CatalogueRow]:
    context = Context(NoNotes(), library.today)
    for method in sorted(methods, key=lambda method: method.name.casefold()):
        yield _row(method, context)


def _row(method: Method, context: Context) -> CatalogueRow:
    group = method.target_group
    themes = list(dict.fromkeys(goal.theme.nl for goal in method.goals))
    names = [method.name, *method.aliases, *(former.name for former in method.former_names), method.owner.organisation.name]
    words = [*names, *themes, *(problem.nl for problem in group.problems), group.description, method.summary]
    return CatalogueRow(
        id=method.id,
        name=method.name,
        summary=method.summary,
        link=f"methoden/{method.id}/",
        phase=method.status.phase.id,
        status=capital(status_text(method)),
        for_whom=capital(listed([problem.nl for problem in group.problems])) or group.description,
        ages=row(BY_ID["ages"], method, context).lines,
        themes=capital(listed(themes)),
        recognition=row(BY_ID["recognition"], method, context).lines,
        is_recognised=bool(method.recognitions),
        results=known_of_results(method.outcomes),
        designs=design_names(method.outcomes),
        words=" ".join(words).casefold(),
    )


def latest(library: Library, most: int = 5) -> tuple[CatalogueRow, ...]:
    """The methods that were reviewed last."""
    dated = sorted((method for method in library.methods.values() if method.reviewed), key=lambda method: (str(method.reviewed), method.id), reverse=True)
    context = Context(NoNotes(), library.today)
    return tuple(_row(method, context) for method in dated[:most])
