"""The first page: where each method helps and whether it still runs, and five numbers on what is and is not known."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.model.results import Proportion
from macros.views.common.availability import drawn_state
from macros.views.common.comparability import NO_LONGER
from macros.views.common.dutch import plural
from macros.views.common.subjects import methods_by_name
from macros.views.common.wording import status_text
from macros.views.evidence.measures import most_asked
from macros.views.evidence.studies import studies_of
from macros.views.reference.chain import methods_by_stage, stage_link

MOST_MARKS = 40
"""With more methods at one stage than this only their number is shown."""


class MethodMark(NamedTuple):
    """One method at one stage."""

    name: str
    link: str
    state: str
    """As drawn_state says: filled, open or dashed"""
    words: str
    """How it stands, in words, for who does not see the picture."""


class StageMarks(NamedTuple):
    number: int
    name: str
    link: str
    total: int
    marks: tuple[MethodMark, ...]
    """Empty if there are too many to show."""


class HomeView(NamedTuple):
    methods: int
    stages: tuple[StageMarks, ...]
    numbers: tuple[tuple[int, str], ...]
    """(how many, of what)"""
    asked: tuple[tuple[str, str], ...]
    """(name, address) of the measures that are asked for first"""
    names: tuple[str, ...]
    """A few names that a reader may have heard."""


def home_view(library: Library) -> HomeView:
    """What the first page shows of the library."""
    members = methods_by_stage(library)
    stages = tuple(
        _stage_marks(number, term.nl, stage_link(term.id), members[term.id])
        for number, term in enumerate(library.vocabularies["stage"].terms.values(), start=1)
    )
    methods = methods_by_name(library)
    return HomeView(len(methods), stages, _numbers(methods), most_asked(library), tuple(method.name for method in methods[:3]))


def _stage_marks(number: int, name: str, link: str, methods: list[Method]) -> StageMarks:
    marks = tuple(map(_mark, methods)) if len(methods) <= MOST_MARKS else ()
    return StageMarks(number, name, link, len(methods), marks)


def _mark(method: Method) -> MethodMark:
    return MethodMark(method.name, f"methoden/{method.id}/", drawn_state(method), status_text(method))


def _numbers(methods: list[Method]) -> tuple[tuple[int, str], ...]:
    outcomes = [outcome for method in methods for outcome in method.outcomes]
    studies = [study for method in methods for study in studies_of(method.outcomes)]
    recognised = sum(
        any(not (decision.state and decision.state.id in NO_LONGER) for decision in method.recognitions) for method in methods
    )
    return (
        (len(outcomes), f"resultaten, uit {plural(len(studies), 'onderzoek', 'onderzoeken')}"),
        (sum(isinstance(outcome.result, Proportion) for outcome in outcomes), "daarvan met aantal en totaal"),
        (sum(study.design.shape == "lot" for study in studies), "onderzoeken met loting"),
        (recognised, "methoden met een erkenning die niet is ingetrokken"),
        (sum(bool(method.costs) for method in methods), "methoden met een bedrag"),
    )
