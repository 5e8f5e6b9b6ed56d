"""A result for readers, with everything that is needed to weigh it."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.model.data import Term
from macros.model.evidence import Outcome, Target
from macros.model.results import Effect, Group, Proportion
from macros.views.common.comparability import independence_of, independence_of_study, why_not_on_one_scale
from macros.views.common.dutch import capital, counted, number, period, plural
from macros.views.common.lines import Line, Note, Notes
from macros.views.common.wording import follow_up_text
from macros.views.evidence.number_text import NumberText, number_of
from macros.views.evidence.plots import EffectPlot, Plot, effect_plot_of, plot_of
from macros.views.evidence.studies import UNKNOWN_PERIOD, counted_evidence, studies_of, study_anchor, study_facts, study_title


class OutcomeView(NamedTuple):
    anchor: str
    measure: Term
    statement: str
    population: str | None
    number: NumberText
    is_worded: bool
    """Whether the headline is a sentence rather than a number."""
    plot: Plot | None
    effect: EffectPlot | None
    compared: str | None
    target: str | None
    not_comparable: str | None
    direction: Term
    who: str
    """A key of comparability.INDEPENDENCE"""
    facts: tuple[str, ...]
    """Who measured, how, when: short fragments."""
    own_facts: tuple[str, ...]
    """Those of the facts that the study does not say."""
    study: str
    """The title of the study."""
    study_anchor: str
    design: Term
    caveat: str | None
    conflicts: tuple[Line, ...]
    notes: tuple[Note, ...]


def outcome_view(outcome: Outcome, notes: Notes) -> OutcomeView:
    """Everything that a reader needs to judge one result."""
    reason = why_not_on_one_scale(outcome)
    return OutcomeView(
        anchor=outcome_anchor(outcome),
        measure=outcome.measure,
        statement=outcome.statement,
        population=outcome.population,
        number=number_of(outcome),
        is_worded=outcome.result.kind in ("words", "none-yet"),
        plot=plot_of(outcome),
        effect=effect_plot_of(outcome),
        compared=compared_with(outcome),
        target=_target_text(outcome.target) if outcome.target else None,
        not_comparable=reason,
        direction=outcome.direction,
        who=independence_of(outcome),
        facts=tuple(dict.fromkeys(outcome_facts(outcome))),
        own_facts=tuple(own_facts(outcome)),
        study=study_title(outcome.study),
        study_anchor=study_anchor(outcome.study),
        design=outcome.study.design,
        caveat=outcome.caveat,
        notes=notes.of(outcome.sources),
        conflicts=tuple(Line(statement.says, notes.of(statement.sources)) for statement in outcome.conflicts),
    )


def compared_with(outcome: Outcome) -> str | None:
    """What the group that did not get the method reached; None if no source names such a group."""
    if isinstance(outcome.result, Effect):
        return outcome.result.against
    return _comparison_text(getattr(outcome.result, "compared", None))


def _comparison_text(group: Group | None) -> str | None:
    if group is None:
        return None
    if group.count is not None and group.of is not None:
        size = f"{number(group.count)} van {number(group.of)}"
    elif group.percent is not None:
        size = f"{number(group.percent)}%" + (f" van {number(group.of)}" if group.of is not None else "")
    else:
        size = "aantal niet gegeven"
    return f"{size} ({group.description})"


def _target_text(target: Target) -> str:
    unit = target.unit.many or target.unit.nl
    size = f"{number(target.percent)}% van de {unit}" if target.percent is not None else counted(target.count or 0, target.unit)
    return f"{size} ({target.note})" if target.note else size


def outcome_facts(outcome: Outcome) -> Iterator[str]:
    """What a reader needs to weigh one result: what its study says, and what is its own."""
    yield from study_facts(outcome.study)
    yield period(outcome.measured) if outcome.measured else UNKNOWN_PERIOD
    yield from _more_facts(outcome)


def own_facts(outcome: Outcome) -> Iterator[str]:
    """What holds for this result alone, beside what its study says."""
    if outcome.period:
        yield period(outcome.period)
    yield from _more_facts(outcome)


def _more_facts(outcome: Outcome) -> Iterator[str]:
    if outcome.follow_up:
        note = f" ({outcome.follow_up.note})" if outcome.follow_up.note else ""
        yield f"gemeten: {follow_up_text(outcome.follow_up)}{note}"
    if outcome.basic_set:
        yield f"basisset jeugdhulp: {outcome.basic_set.nl}"
    if outcome.traceable:
        yield "kleine groep die herkend kan worden, daarom alleen woorden"


def known_of_results(outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    """What is known about results, for a list of methods: results and studies, results with a total, independent studies."""
    if not outcomes:
        return ()
    with_total = sum(isinstance(outcome.result, Proportion) for outcome in outcomes)
    independent = sum(independence_of_study(study) == "independent" for study in studies_of(outcomes))
    return (
        counted_evidence(outcomes),
        f"{with_total or 'geen'} met aantal en totaal",
        f"{plural(independent, 'onderzoek', 'onderzoeken') if independent else 'geen onderzoek'} onafhankelijk van de eigenaar",
    )


def design_names(outcomes: tuple[Outcome, ...]) -> str:
    """The designs of the studies, each once, in the order of the card."""
    return capital(", ".join(dict.fromkeys(study.design.nl for study in studies_of(outcomes))))
