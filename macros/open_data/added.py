"""Members of the JSON that are not fields of a card: values that the page computes, so that no user has to do it again."""

from typing import Any

from macros.library.claims import claims_of, outcome_anchor
from macros.library.library import Library
from macros.model.age import AgeRange
from macros.model.base import Record
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source, Term
from macros.model.evidence import FollowUp, Outcome
from macros.model.guideline import Guideline
from macros.model.helpline import Helpline
from macros.model.method import Method, Referral
from macros.model.practice import Cost, Reach
from macros.model.recognition import Recognition, Verdict
from macros.model.results import Amount, Change, Effect, NoneYet, Percentage, Proportion, Score, Tally, Words
from macros.model.sources import Citation, Period
from macros.model.study import Participants, Study
from macros.model.tool import Element, Tool
from macros.open_data.added_schemas import (
    CLAIM_PLACES,
    COMPLETENESS,
    FACET_VALUES,
    FIRST_OWNER,
    GUIDELINES,
    HISTORY,
    INTERVAL,
    NUMBER_TEXT,
    RELATED,
    SHARE,
)
from macros.open_data.members import (
    AGE,
    FLAG,
    TEXT,
    Added,
    array_of,
    plain_age,
    plain_named,
    plain_term,
    ref_to,
)
from macros.views.card.history import history_view
from macros.views.card.relations import relation_rows
from macros.views.catalogue.facets import FACETS, values_of
from macros.views.common.comparability import (
    INDEPENDENCE,
    asks_whether_valid,
    independence_of,
    independence_of_study,
    is_old,
    is_small,
    is_stale,
    why_not_on_one_scale,
)
from macros.views.common.dutch import ages, capital, counted, period
from macros.views.common.intervals import LEVEL, wilson
from macros.views.common.lines import NoNotes
from macros.views.common.subjects import method_subject
from macros.views.common.wording import cost_text, follow_up_text, intake_text, recognition_age, status_text
from macros.views.evidence.guidelines import guideline_link
from macros.views.evidence.number_text import number_of
from macros.views.evidence.studies import participants_text, study_anchor, study_title
from macros.views.missing.completeness import completeness


def interval_values(result: Proportion) -> dict[str, float]:
    """The interval of a proportion as plain numbers between 0 and 1."""
    found = wilson(result.count, result.of)
    return {"low": found.low, "high": found.high, "level": LEVEL}


def number_text(number: Any) -> dict[str, str] | None:
    if number is None:
        return None
    return {"headline": number.headline} | ({"remark": number.remark} if number.remark else {})


def who_label(key: str) -> dict[str, str]:
    return {"id": key, "nl": INDEPENDENCE[key]}


def facet_values(method: Method, library: Library) -> dict[str, list[str]]:
    """The values of a method for every facet; values of facets about one subject are in the same order."""
    return {facet.id: list(values_of(facet, method, library)) for facet in FACETS}


def _completeness_values(method: Method, library: Library) -> dict[str, Any]:
    found = completeness(method)
    missing = [{"label": label} | ({"remark": remark} if remark else {}) for label, remark in found.missing]
    return {"known": found.known, "total": found.total, "missing": missing}


def _history_values(method: Method, library: Library) -> dict[str, Any] | None:
    found = history_view(method.id, library)
    if found is None:
        return None
    events = [{"moment": event.moment, "text": list(event.sentences)} for event in found.events]
    return {"events": events, "earlier": found.earlier, "whole": found.is_whole}


def _claim_places(method: Method, library: Library) -> list[dict[str, str]]:
    link = method_subject(method).link
    return [
        {"id": f"{method.id}/{claim.id}", "address": f"{link}#{claim.anchor}", "at": "/" + "/".join(map(str, claim.keys))}
        for claim in claims_of(method)
    ]


def _guideline_values(method: Method, library: Library) -> list[dict[str, str]] | None:
    return [
        {"id": guideline.id, "name": guideline.name, "for": mention.for_, "says": mention.says}
        for guideline, mention in library.mentions.get(method.id, ())
    ] or None


def _referral(method: Method, library: Library) -> tuple[Any, ...] | None:
    """Version 1 tells that no new families can come in as the first statement about referral."""
    intake = method.intake
    if intake is None or intake.open.id != "no":
        return method.referral or None
    says = intake.note or f"{capital(intake_text(intake))}."
    return ({"says": says, "sources": list(map(_citation, intake.sources)), "closed": True}, *method.referral)


def _citation(citation: Citation) -> dict[str, str]:
    """As a writer writes it; `intake` itself is where the source is cited."""
    return {"source": citation.source.id} | ({"locator": citation.locator} if citation.locator else {})


def _related(method: Method, library: Library) -> list[dict[str, Any]]:
    rows = relation_rows(method, library, NoNotes())
    return [{"label": row.label, "methods": [line.text for line in row.lines]} for row in rows]


def _record_id(record: Any, library: Library) -> str:
    return str(record.id)


def _kind_member(kind: type[Record]) -> tuple[Added, ...]:
    name: str = kind.kind  # type: ignore[attr-defined]
    return (Added("kind", {"const": name}, lambda record, library: name, first=True),)


def _first_scope(verdict: Verdict, library: Library) -> dict[str, Any] | None:
    """The member from before verdicts could have several limits."""
    scope = next(iter(verdict.scopes), None)
    return {"kind": plain_term(scope.kind), "description": scope.description} if scope else None


ID = Added("id", TEXT, _record_id, first=True)

_OF_STUDY = (
    Added("design", ref_to("term"), lambda outcome, library: plain_term(outcome.study.design)),
    Added("evaluator", ref_to("organisation_name"), lambda outcome, library: _named(outcome.study.evaluator), required=False),
    Added("evaluator_note", TEXT, lambda outcome, library: outcome.study.evaluator_note, required=False),
    Added("independent", ref_to("term"), lambda outcome, library: _term(outcome.study.independent), required=False),
    Added("period", ref_to("period"), lambda outcome, library: outcome.measured, required=False),
)
"""What a result took over from its study: these members were there before studies were, and whoever reads them still can."""


def _named(organisation: Organisation | None) -> dict[str, str] | None:
    return plain_named(organisation) if organisation else None


def _term(term: Term | None) -> dict[str, str] | None:
    return plain_term(term) if term else None


ADDED: dict[type[Record], tuple[Added, ...]] = {
    Method: (
        ID,
        Added("address", TEXT, lambda method, library: method_subject(method).link, first=True),
        Added("owner", FIRST_OWNER, lambda method, library: method.owners[0] if method.owners else None, first=True),
        Added("goals", array_of(ref_to("goal")), lambda method, library: method.goals),
        Added("referral", array_of(ref_to("referral")), _referral, required=False),
        Added("related", RELATED, _related),
        Added("status_text", TEXT, lambda method, library: status_text(method)),
        Added("guidelines", GUIDELINES, _guideline_values, required=False),
        Added("claims", CLAIM_PLACES, _claim_places),
        Added("history", HISTORY, _history_values, required=False),
        Added("facets", FACET_VALUES, facet_values),
        Added("completeness", COMPLETENESS, _completeness_values),
        Added("review_due", FLAG, lambda method, library: is_stale(method.reviewed, library.today)),
    ),
    Referral: (Added("closed", FLAG, lambda statement, library: False),),
    AgeRange: (
        Added("from", AGE, lambda statement, library: plain_age(statement.first), required=False),
        Added("to", AGE, lambda statement, library: plain_age(statement.end), required=False),
        Added("text", TEXT, lambda statement, library: ages(statement)),
    ),
    FollowUp: (Added("text", TEXT, lambda follow_up, library: follow_up_text(follow_up)),),
    Period: (Added("text", TEXT, lambda value, library: period(value)),),
    Reach: (Added("text", TEXT, lambda reach, library: counted(reach.count, reach.unit, reach.precision)),),
    Cost: (Added("text", TEXT, lambda cost, library: cost_text(cost)),),
    Outcome: (
        Added("anchor", TEXT, lambda outcome, library: outcome_anchor(outcome), first=True),
        Added("number", NUMBER_TEXT, lambda outcome, library: number_text(number_of(outcome))),
        Added("who", ref_to("label"), lambda outcome, library: who_label(independence_of(outcome))),
        Added("not_comparable", TEXT, lambda outcome, library: why_not_on_one_scale(outcome), required=False),
        *_OF_STUDY,
    ),
    Proportion: (
        *_kind_member(Proportion),
        Added("share", SHARE, lambda result, library: result.count / result.of),
        Added("interval", INTERVAL, lambda result, library: interval_values(result)),
        Added("small", FLAG, lambda result, library: is_small(result.count, result.of)),
    ),
    **{kind: _kind_member(kind) for kind in (Tally, Percentage, Change, Amount, Score, Effect, Words, NoneYet)},
    Study: (
        Added("anchor", TEXT, lambda study, library: study_anchor(study), first=True),
        Added("title", TEXT, lambda study, library: study_title(study)),
        Added("who", ref_to("label"), lambda study, library: who_label(independence_of_study(study))),
    ),
    Participants: (Added("text", TEXT, lambda participants, library: participants_text(participants)),),
    Recognition: (
        Added("age", TEXT, lambda recognition, library: recognition_age(recognition, library.today)),
        Added("old", FLAG, lambda recognition, library: is_old(recognition, library.today)),
        Added("validity_asked", FLAG, lambda recognition, library: asks_whether_valid(recognition, library.today)),
    ),
    Verdict: (Added("scope", ref_to("scope"), _first_scope, required=False),),
    Organisation: (ID, Added("address", TEXT, lambda one, library: f"organisaties/{one.id}/", first=True)),
    Source: (ID,),
    BaseRate: (ID,),
    Guideline: (ID, Added("address", TEXT, lambda one, library: guideline_link(one.id), first=True)),
    Helpline: (ID,),
    Scale: (ID,),
    Element: (ID, Added("address", TEXT, lambda one, library: f"begrippen/#element-{one.id}", first=True)),
    Tool: (ID, Added("address", TEXT, lambda one, library: f"werkvormen/{one.id}/", first=True)),
}
"""Kind of record → its members that are not fields of the card."""
