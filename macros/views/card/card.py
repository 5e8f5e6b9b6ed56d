"""The card page: one method, in the order of the questions that a reader has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Source
from macros.model.method import Method
from macros.model.practice import Link
from macros.model.recognition import Recognition
from macros.model.sources import Statement
from macros.views.card.folds import Fold, folds
from macros.views.card.history import HistoryView, history_view
from macros.views.card.key_facts import KeyFacts, key_facts
from macros.views.card.relations import namesake_row, relation_rows
from macros.views.card.rows import BY_ID, row_of, rows_of
from macros.views.common.comparability import is_stale
from macros.views.common.dutch import capital, date, listed, period
from macros.views.common.figure import Figure
from macros.views.common.lines import Line, Note, Notes, Reference, Row, join_remarks, row_context
from macros.views.common.subjects import method_subject
from macros.views.common.wording import status_with_source
from macros.views.evidence.base_rates import BaseRateView, base_rates_of
from macros.views.evidence.evidence_rows import prize_lines, statement_lines
from macros.views.evidence.guidelines import MentionOnCard, mentions_on_card
from macros.views.evidence.main_result import main_outcome
from macros.views.evidence.result_chart import subject_figure
from macros.views.evidence.results_by_study import StudyResults, results_by_study
from macros.views.evidence.studies import counted_evidence
from macros.views.evidence.verdicts import in_time
from macros.views.missing.completeness import PARTS, Completeness, completeness
from macros.views.missing.missing import EmptyOnPurpose, MissingInformation, empty_on_purpose, missing_information

FIT_ROWS = ("target", "ages", "recipients", "problems", "includes", "excludes")
DIVISION_ROWS = ("kind", "themes", "prevention", "frame", "care_form", "setting", "aim", "approach_kind", "provision")
PRACTICE_ROWS = ("duration", "contact", "group_size", "caseload", "deliverers", "materials", "licence", "elements", "tools")
WHERE_ROWS = ("owner", "regions", "intake", "referral")
ROW_GROUPS = {"fit": FIT_ROWS, "division": DIVISION_ROWS, "workings": PRACTICE_ROWS, "where": WHERE_ROWS}
"""Attribute of CardView → ids of its rows"""


class StepView(NamedTuple):
    title: str
    text: str
    notes: tuple[Note, ...]


class ConflictView(NamedTuple):
    about: str
    statements: tuple[Line, ...]


class CardView(NamedTuple):
    id: str
    name: str
    summary: str
    plain_summary: str | None
    other_names: str
    phase: str
    state: str
    """How it stands and since when, on whose word and of which day."""
    kind: str | None
    themes: tuple[str, ...]
    in_short: str | None
    not_to_conclude: str | None
    key: KeyFacts
    main_conflicts: tuple[Line, ...]
    """What other sources say of the result on top."""
    main_sources: tuple[tuple[Source, str | None], ...]
    """(source, place in it) of the result on top"""
    status_note: str | None
    status_sources: tuple[Note, ...]
    name_sources: tuple[Note, ...]
    """Of the former names."""
    reasons: tuple[Line, ...]
    goals: tuple[Line, ...]
    fit: tuple[Row, ...]
    """As `division`, `workings` and `where`: only the rows that say something; the others are in `unknown`."""
    division: tuple[Row, ...]
    division_note: str | None
    steps: tuple[StepView, ...]
    workings: tuple[Row, ...]
    variants: tuple[StepView, ...]
    conditions: tuple[Line, ...]
    evidence: str | None
    """How many results of how many studies; None without results."""
    studies: tuple[StudyResults, ...]
    figure: Figure | None
    """The results as a chart; None if there is nothing to draw, or too much."""
    base_rates: Mapping[str, tuple[BaseRateView, ...]]
    """Measure of a result → what happens anyway."""
    reach: Row
    recognition: Row
    recognition_reasons: tuple[Line, ...]
    prizes: tuple[Line, ...]
    recognition_claims: tuple[Line, ...]
    ladder: Row
    guidelines: tuple[MentionOnCard, ...]
    """Where guidelines name the method"""
    costs: Row
    partners: tuple[Row, ...]
    where: tuple[Row, ...]
    contact: Line | None
    unknown: tuple[Row, ...]
    """The rows without a value that completeness does not count, with the reason: they stand once, under what is missing."""
    empty_on_purpose: tuple[EmptyOnPurpose, ...]
    relations: tuple[Row, ...]
    """To other methods, also those that only their own card tells of."""
    apart: Row | None
    """The methods that this one must not be mistaken for."""
    chain: tuple[Row, ...]
    next_steps: tuple[Line, ...]
    conflicts: tuple[ConflictView, ...]
    context: tuple[ConflictView, ...]
    folds: Mapping[str, Fold]
    """The folded parts of the card by id, in the order of the page."""
    completeness: Completeness
    missing: MissingInformation
    references: tuple[Reference, ...]
    reviewed: str | None
    is_stale: bool
    citation: str
    file: str
    """The YAML file, from the root of the project."""
    history: HistoryView | None
    """None if the past of the card is not known."""


def card_view(method: Method, library: Library, notes: Notes | None = None) -> CardView:
    """Everything on the page of one method. Sources are numbered in the order of the page, or marked as `notes` does."""
    notes = notes or Notes()
    context = row_context(library, notes)
    name_sources = tuple(note for alias in method.former_names for note in notes.of(alias.sources))
    status_sources = notes.of(method.status.sources)
    key, main = key_facts(method, library), main_outcome(method)
    rows = {group: rows_of(ids, method, context) for group, ids in ROW_GROUPS.items()}
    unknown = tuple(_unknown_rows(row for many in rows.values() for row in many))
    relations = relation_rows(method, library, notes)
    status_reasons = tuple(Line(reason.reason, notes.of(reason.sources)) for reason in method.status.reasons)
    views = {
        "goals": row_of(BY_ID["goals"], method, context).lines,
        **{group: tuple(row for row in many if row.is_known) for group, many in rows.items()},
        "steps": tuple(StepView(step.step, step.text, notes.of(step.sources)) for step in method.approach),
        "variants": tuple(StepView(variant.name, variant.description, notes.of(variant.sources)) for variant in method.variants),
        "conditions": _statement_lines(method.conditions, notes),
        "evidence": counted_evidence(method.outcomes) if method.outcomes else None,
        "base_rates": {one.measure.id: base_rates_of(one.measure.id, library) for one in method.outcomes},
        "reach": row_of(BY_ID["reach"], method, context),
        "figure": subject_figure(method_subject(method), method.outcomes, library),
        "studies": results_by_study(method.studies, method.outcomes, notes),
        "recognition": row_of(BY_ID["recognition"], method, context),
        "recognition_reasons": tuple(_recognition_reasons(method.recognitions, notes)),
        "guidelines": tuple(mentions_on_card(method, library, notes)),
        "prizes": tuple(prize_lines(method, context)),
        "recognition_claims": tuple(statement_lines("recognition-claim", method.recognition_claims, notes)),
        "ladder": row_of(BY_ID["ladder"], method, context),
        "costs": row_of(BY_ID["costs"], method, context),
        "partners": tuple(_partner_rows(method, notes)),
        "relations": relations,
        "apart": namesake_row(relations),
        "chain": tuple(_chain_rows(method, library, notes)),
        "next_steps": _statement_lines(method.next_steps, notes),
        "conflicts": tuple(
            ConflictView(conflict.about, tuple(statement_lines("conflict", conflict.statements, notes, conflict)))
            for conflict in method.conflicts
        ),
        "history": history_view(method.id, library),
        "context": tuple(ConflictView(part.about, (Line(part.says, notes.of(part.sources)),)) for part in method.context),
    }
    notes.of(method.sources)
    views |= {
        "plain_summary": method.plain_summary,
        "completeness": completeness(method),
        "missing": missing_information(method, library),
        "references": notes.references(),
    }
    return CardView(
        id=method.id,
        name=method.name,
        summary=method.summary,
        other_names=_other_names(method),
        phase=method.status.phase.id,
        state=capital(status_with_source(method)),
        kind=capital(method.kind.nl) if method.kind else None,
        themes=tuple(dict.fromkeys(goal.theme.nl for goal in method.goals)),
        in_short=method.in_short,
        not_to_conclude=method.not_to_conclude,
        key=key,
        main_conflicts=tuple(Line(one.says) for one in main.conflicts) if main else (),
        main_sources=tuple((one.source, one.locator) for one in main.sources) if main else (),
        status_note=method.status.note,
        status_sources=status_sources,
        name_sources=name_sources,
        reasons=status_reasons,
        division_note=method.classification.note if method.classification else None,
        contact=_contact_line(method),
        unknown=unknown,
        empty_on_purpose=tuple(empty_on_purpose(method, {BY_ID[row.id].field for row in unknown})),
        folds=folds(method, key, views),
        reviewed=date(method.reviewed) if method.reviewed else None,
        is_stale=is_stale(method.reviewed, library.today),
        citation=_citation(method),
        file=f"methods/{method.id}.yml",
        **views,
    )


_COUNTED = {path for path, _ in PARTS}


def _unknown_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows without a value that are not among the parts that completeness counts."""
    return (row for row in rows if not row.is_known and BY_ID[row.id].field not in _COUNTED)


def _other_names(method: Method) -> str:
    former = [f"eerder: {alias.name}" for alias in method.former_names]
    return "; ".join(filter(None, (listed(method.aliases), *former)))


def _statement_lines(statements: tuple[Statement, ...], notes: Notes) -> tuple[Line, ...]:
    return tuple(Line(statement.says, notes.of(statement.sources)) for statement in statements)


def _recognition_reasons(recognitions: tuple[Recognition, ...], notes: Notes) -> Iterator[Line]:
    bodies = [recognition.body.id for recognition in recognitions]
    for recognition in in_time(recognitions):
        dated = date(recognition.date) if recognition.date else "datum onbekend"
        body = recognition.body.name + (f", {dated}" if bodies.count(recognition.body.id) > 1 else "")
        if recognition.committee:
            yield Line(f"{body}: oordeel van {recognition.committee}", notes.of(recognition.sources))
        for text in filter(None, (recognition.reason, recognition.note)):
            yield Line(f"{body}: {text}", notes.of(recognition.sources))
        for reading in recognition.readings:
            yield Line(f"{body}: hetzelfde besluit, anders getoond. {reading.says}", notes.of(reading.sources))


def _partner_rows(method: Method, notes: Notes) -> Iterator[Row]:
    """The organisations that take part, a row for each role, in the order in which the card names the roles."""
    for role in dict.fromkeys(partner.role.id for partner in method.partners):
        members = [partner for partner in method.partners if partner.role.id == role]
        lines = (
            Line(
                partner.organisation.name,
                notes.of(partner.sources),
                f"organisaties/{partner.organisation.id}/",
                join_remarks(partner.note, period(partner.period) if partner.period else None),
            )
            for partner in members
        )
        yield Row(f"role-{role}", capital(members[0].role.nl), tuple(lines))


def _contact_line(method: Method) -> Line | None:
    contact = method.contact
    return (
        Line(contact.organisation.name, link=contact.url or f"organisaties/{contact.organisation.id}/", detail=contact.note)
        if contact
        else None
    )


def _chain_rows(method: Method, library: Library, notes: Notes) -> Iterator[Row]:
    if method.chain and method.chain.positions:
        places = (
            Line(capital(position.stage.nl), notes.of(position.sources), "keten/", position.note)
            for position in method.chain.positions
        )
        yield Row("chain-stage", "Plaats in de keten", tuple(places))
    yield from chain_rows(method, library, notes)


def chain_rows(method: Method, library: Library, notes: Notes) -> Iterator[Row]:
    """The help that comes before, alongside and after."""
    sides = (("before", "Ervoor"), ("alongside", "Ernaast"), ("after", "Erna"))
    for side, label in sides if method.chain else ():
        if links := getattr(method.chain, side):
            yield Row(f"chain-{side}", label, tuple(_neighbour_line(link, library, notes) for link in links))


def _neighbour_line(link: Link, library: Library, notes: Notes) -> Line:
    if link.method is None:
        return Line(link.text or "", notes.of(link.sources))
    return Line(library.name_of(link.method) or link.method, notes.of(link.sources), f"methoden/{link.method}/")


def _citation(method: Method) -> str:
    """How to cite the card: the library is the author, not a person."""
    reviewed = f", nagekeken op {date(method.reviewed)}" if method.reviewed else ""
    return f"Methodebibliotheek gezin, methodekaart ‘{method.name}’{reviewed}"
