"""The rows about the research behind a method: studies, designs, sizes of groups. Counts, never a mark."""

from collections import Counter
from collections.abc import Callable, Iterator

from macros.library.claims import outcome_anchor
from macros.model.evidence import Outcome
from macros.model.results import Proportion
from macros.views.common.comparability import independence_of_study
from macros.views.common.dutch import capital, counted, plural
from macros.views.common.lines import Line, join_remarks
from macros.views.common.wording import follow_up_text
from macros.views.evidence.studies import participants_text, studies_of, study_title

Outcomes = tuple[Outcome, ...]


def _claims(outcomes: Outcomes) -> Iterator[Line]:
    yield Line(str(len(outcomes)), value=len(outcomes))


def _studies(outcomes: Outcomes) -> Iterator[Line]:
    found = len(studies_of(outcomes))
    yield Line(str(found), value=found)


def _with_total(outcomes: Outcomes) -> Iterator[Line]:
    found = sum(isinstance(outcome.result, Proportion) for outcome in outcomes)
    yield Line(str(found), value=found)


def _independent(outcomes: Outcomes) -> Iterator[Line]:
    found = sum(independence_of_study(study) == "independent" for study in studies_of(outcomes))
    yield Line(str(found), value=found)


def _designs(outcomes: Outcomes) -> Iterator[Line]:
    for design, many in Counter(study.design.nl for study in studies_of(outcomes)).items():
        yield Line(design, detail=plural(many, "onderzoek", "onderzoeken") if many > 1 else None)


def _group_sizes(outcomes: Outcomes) -> Iterator[Line]:
    for study in studies_of(outcomes):
        if study.participants:
            yield Line(capital(participants_text(study.participants)), detail=f"in: {study_title(study)}")
    for outcome in outcomes:
        if isinstance(outcome.result, Proportion):
            about = f"bij: {outcome.measure.nl}"
            yield Line(counted(outcome.result.of, outcome.result.unit), detail=about, claim=outcome_anchor(outcome))


def _comparisons(outcomes: Outcomes) -> Iterator[Line]:
    groups = [group.description for outcome in outcomes if (group := getattr(outcome.result, "compared", None))]
    for group in dict.fromkeys(groups or ["geen vergelijkingsgroep genoemd"]):
        yield Line(capital(group))


def _follow_ups(outcomes: Outcomes) -> Iterator[Line]:
    for outcome in outcomes:
        if outcome.follow_up:
            about = f"bij: {outcome.measure.nl}"
            remark = join_remarks(about, outcome.follow_up.note)
            yield Line(follow_up_text(outcome.follow_up), detail=remark, claim=outcome_anchor(outcome))


RESEARCH: tuple[tuple[str, str, Callable[[Outcomes], Iterator[Line]]], ...] = (
    ("claims", "Uitkomsten op de kaart", _claims),
    ("with_total", "Waarvan met aantal en totaal", _with_total),
    ("studies", "Onderzoeken waar die uit komen", _studies),
    ("independent", "Onderzoeken onafhankelijk van de eigenaar", _independent),
    ("designs", "Opzet van het onderzoek", _designs),
    ("group_sizes", "Hoeveel deden mee (n)", _group_sizes),
    ("compared", "Waarmee vergeleken", _comparisons),
    ("follow_up", "Hoe lang na de hulp gemeten", _follow_ups),
)
"""(id, label, function that yields the lines) of each row; a method without outcomes gets the lines of why_empty.py."""
