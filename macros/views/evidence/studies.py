"""A study for readers: how it was measured, with how many, by whom, and what makes its results weigh more or less."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.model.evidence import Outcome
from macros.model.study import Participants, Study
from macros.views.common.comparability import INDEPENDENCE, independence_of_study
from macros.views.common.dutch import capital, counted, number, period, plural
from macros.views.common.lines import Note, Notes

PREFIX = "onderzoek"
"""How the address of a study on the page of its card begins."""
REPORT_READ = {
    "yes": "rapport zelf gelezen",
    "no": "rapport niet zelf gelezen; dit is wat anderen ervan zeggen",
    "unknown": "onbekend of wij het rapport zelf lazen",
}
"""Answer of `report_read` → how it is said; a study that does not say it is unknown."""
UNKNOWN_PERIOD = "periode onbekend"
VARYING_PERIOD = "periode verschilt per uitkomst"
THIS_METHOD = "this-method"
DONE = "finished"
HERE = "nl"
"""What a study is about, how far it is and where it was done, if nothing needs to be said of it."""


class StudyView(NamedTuple):
    anchor: str
    title: str
    who: str
    """A key of comparability.INDEPENDENCE"""
    facts: tuple[str, ...]
    """Who measured, how, when, with how many: short fragments."""
    note: str | None
    notes: tuple[Note, ...]


def study_view(study: Study, outcomes: Iterable[Outcome], notes: Notes) -> StudyView:
    """A study with the results that were found in it, which may each have a period of their own."""
    if study.period:
        when = period(study.period)
    else:
        when = VARYING_PERIOD if any(outcome.period for outcome in outcomes) else UNKNOWN_PERIOD
    return StudyView(
        study_anchor(study),
        study_title(study),
        independence_of_study(study),
        tuple(dict.fromkeys((*study_facts(study), when))),
        study.note,
        notes.of(study.sources),
    )


def study_anchor(study: Study) -> str:
    """The address of a study within the page of its card."""
    return f"{PREFIX}-{study.id}"


def study_title(study: Study) -> str:
    """Its name, or what tells it apart: how it was measured, by whom and when."""
    if study.name:
        return study.name
    parts = (study.design.nl, study.evaluator.name if study.evaluator else None, period(study.period) if study.period else None)
    return capital(", ".join(filter(None, parts)))


def study_facts(study: Study) -> Iterator[str]:
    """What weighs the results of a study. All of it goes with each result to every place that shows one."""
    yield f"gemeten door {study.evaluator.name}" if study.evaluator else "wie mat, is niet genoemd"
    yield INDEPENDENCE[independence_of_study(study)]
    yield study.design.nl
    if study.participants:
        yield participants_text(study.participants)
    yield from subject_of(study)
    if study.state and study.state.id != DONE:
        yield f"onderzoek {study.state.nl}"
    if study.report_read:
        yield REPORT_READ.get(study.report_read.id, f"rapport zelf gelezen: {study.report_read.nl}")
    if study.evaluator_note:
        yield study.evaluator_note


def is_of_this_method(study: Study) -> bool:
    """Whether it is about the method itself, and not about a variant, its foreign original or a group of methods."""
    return study.about is None or study.about.id == THIS_METHOD


def subject_of(study: Study) -> Iterator[str]:
    """What a study is about and where it was done, as far as that needs to be said."""
    if not is_of_this_method(study) and study.about:
        note = f" ({study.about_note})" if study.about_note else ""
        yield f"gaat over {study.about.nl}{note}"
    elif study.about_note:
        yield study.about_note
    if study.country and study.country.id != HERE:
        yield study.country.nl


def participants_text(participants: Participants) -> str:
    """`328 gezinnen: 229 met aanbod, 99 met gebruikelijke hulp; 12 uitgevallen`"""
    groups = ", ".join(f"{number(group.count)} {group.name}" for group in participants.groups)
    size = counted(participants.total, participants.unit) if participants.total else ""
    head = ": ".join(filter(None, (size, groups)))
    lost = f"{number(participants.lost)} uitgevallen" if participants.lost is not None else None
    return "; ".join(filter(None, (head, lost, participants.note)))


def studies_of(outcomes: Iterable[Outcome]) -> list[Study]:
    """The studies in which these results were found, each once."""
    return list({outcome.study.id: outcome.study for outcome in outcomes}.values())


def counted_evidence(outcomes: tuple[Outcome, ...]) -> str:
    """`9 uitkomsten uit 3 onderzoeken`: many results of one study are one piece of evidence."""
    studies = plural(len(studies_of(outcomes)), "onderzoek", "onderzoeken")
    return f"{plural(len(outcomes), 'uitkomst', 'uitkomsten')} uit {studies}"
