"""The results of a card or a tool below the study in which they were found."""

from collections.abc import Iterable
from typing import NamedTuple

from macros.model.evidence import Outcome
from macros.model.study import Study
from macros.views.common.lines import Notes
from macros.views.evidence.outcomes import OutcomeView, outcome_view
from macros.views.evidence.studies import StudyView, study_view


class StudyResults(NamedTuple):
    study: StudyView
    outcomes: tuple[OutcomeView, ...]
    """Empty for a study that has no result yet, or of which none was found."""


def results_by_study(studies: Iterable[Study], outcomes: Iterable[Outcome], notes: Notes) -> tuple[StudyResults, ...]:
    """Every study in the order of the card, also without results. Sources are numbered in the order of the page."""
    outcomes = list(outcomes)
    return tuple(_study_results(study, [one for one in outcomes if one.study.id == study.id], notes) for study in studies)


def _study_results(study: Study, outcomes: list[Outcome], notes: Notes) -> StudyResults:
    return StudyResults(study_view(study, outcomes, notes), tuple(outcome_view(one, notes) for one in outcomes))
