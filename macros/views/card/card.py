"""The card page: one method, in the order of the questions that a reader has."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.model.practice import Link
from macros.model.recognition import Recognition
from macros.model.sources import Statement
from macros.views.card.history import HistoryView, history_view
from macros.views.card.relations import namesake_row, relation_rows
from macros.views.card.rows import BY_ID, row_of, rows_of
from macros.views.common.comparability import is_stale
from macros.views.common.dutch import capital, date, listed
from macros.views.common.lines import Line, Note, Notes, Reference, Row, row_context
from macros.views.common.wording import intake_text, status_with_source
from macros.views.evidence.base_rates import BaseRateView, base_rates_of
from macros.views.evidence.evidence_rows import prize_lines, statement_lines
from macros.views.evidence.guidelines import MentionOnCard, mentions_on_card
from macros.views.evidence.results_by_study import StudyResults, results_by_study
from macros.views.evidence.studies import counted_evidence
from macros.views.evidence.verdicts import in_time
from macros.views.missing.completeness import Completeness, completeness
from macros.views.missing.missing import MissingInformation, missing_information

FACT_ROWS = ("target", "ages", "frame", "duration", "owner", "regions", "costs", "recognition")
"""The rows of the block at the top."""
FIT_ROWS = ("recipients", "problems", "includes", "excludes")
DIVISION_ROWS = ("kind", "prevention", "frame", "care_form", "setting", "aim", "approach_kind", "provision")
PRACTICE_ROWS = ("duration", "contact", "group_size", "caseload", "deliverers", "materials", "licence", "elements", "tools")


SECTIONS = (
    ("doelen", "Doel", None),
    ("past", "Voor wie", None),
    ("aanpak", "Aanpak", None),
    ("resultaten", "Resultaten", None),
    ("erkenning", "Erkenning", None),
    ("richtlijnen", "Richtlijnen", "guidelines"),
    ("kosten", "Kosten", None),
    ("waar", "Waar en door wie", None),
    ("indeling", "Indeling", None),
    ("verwant", "Verwante methoden", "relations"),
    ("keten", "Ervoor en erna", "chain"),
    ("vervolg", "Vervolg", "next_steps"),
    ("tegenspraak", "Tegenspraak", "conflicts"),
    ("achtergrond", "Achtergrond", "context"),
    ("gevraagd", "Wat nog ontbreekt", None),
    ("bronnen", "Bronnen", None),
    ("wijzigingen", "Wijzigingen", "history"),
)
"""(anchor, label, attribute of CardView without which the section is left out)"""


class Chip(NamedTuple):
    text: str
    tone: str
    """Phase of the method, "kind", "full" or "theme"; decides the colour."""


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
    chips: tuple[Chip, ...]
    status_note: str | None
    reasons: tuple[Line, ...]
    facts: tuple[Row, ...]
    goals: tuple[Line, ...]
    fit: tuple[Row, ...]
    division: tuple[Row, ...]
    division_note: str | None
    steps: tuple[StepView, ...]
    workings: tuple[Row, ...]
    variants: tuple[StepView, ...]
    conditions: tuple[Line, ...]
    evidence: str | None
    """How many results of how many studies; None without results."""
    studies: tuple[StudyResults, ...]
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
    regions: Row
    intake: Row
    referral: Row
    owner: Row
    contact: Line | None
    relations: tuple[Row, ...]
    """To other methods, also those that only their own card tells of."""
    apart: Row | None
    """The methods that this one must not be mistaken for."""
    chain: tuple[Row, ...]
    next_steps: tuple[Line, ...]
    conflicts: tuple[ConflictView, ...]
    context: tuple[ConflictView, ...]
    contents: tuple[tuple[str, str], ...]
    """(anchor, label) of the sections of this card"""
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
    facts = rows_of(FACT_ROWS, method, context)
    relations = relation_rows(method, library, notes)
    status_reasons = tuple(Line(reason.reason, notes.of(reason.sources)) for reason in method.status.reasons)
    views = {
        "goals": row_of(BY_ID["goals"], method, context).lines,
        "fit": rows_of(FIT_ROWS, method, context),
        "division": rows_of(DIVISION_ROWS, method, context),
        "steps": tuple(StepView(step.step, step.text, notes.of(step.sources)) for step in method.approach),
        "workings": rows_of(PRACTICE_ROWS, method, context),
        "variants": tuple(StepView(variant.name, variant.description, notes.of(variant.sources)) for variant in method.variants),
        "conditions": _statement_lines(method.conditions, notes),
        "evidence": counted_evidence(method.outcomes) if method.outcomes else None,
        "base_rates": {one.measure.id: base_rates_of(one.measure.id, library) for one in method.outcomes},
        "reach": row_of(BY_ID["reach"], method, context),
        "studies": results_by_study(method.studies, method.outcomes, notes),
        "recognition": row_of(BY_ID["recognition"], method, context),
        "recognition_reasons": tuple(_recognition_reasons(method.recognitions, notes)),
        "guidelines": tuple(mentions_on_card(method, library, notes)),
        "prizes": tuple(prize_lines(method, context)),
        "recognition_claims": tuple(statement_lines("recognition-claim", method.recognition_claims, notes)),
        "ladder": row_of(BY_ID["ladder"], method, context),
        "costs": row_of(BY_ID["costs"], method, context),
        "regions": row_of(BY_ID["regions"], method, context),
        "intake": row_of(BY_ID["intake"], method, context),
        "referral": row_of(BY_ID["referral"], method, context),
        "owner": row_of(BY_ID["owner"], method, context),
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
    return CardView(
        id=method.id,
        name=method.name,
        summary=method.summary,
        plain_summary=method.plain_summary,
        other_names=_other_names(method),
        phase=method.status.phase.id,
        chips=tuple(_make_chips(method)),
        status_note=method.status.note,
        reasons=status_reasons,
        facts=facts,
        division_note=method.classification.note if method.classification else None,
        contact=_contact_line(method),
        contents=tuple((anchor, label) for anchor, label, part in SECTIONS if part is None or views[part]),
        completeness=completeness(method),
        missing=missing_information(method, library),
        references=notes.references(),
        reviewed=date(method.reviewed) if method.reviewed else None,
        is_stale=is_stale(method.reviewed, library.today),
        citation=_citation(method),
        file=f"methods/{method.id}.yml",
        **views,
    )


def _make_chips(method: Method) -> Iterator[Chip]:
    if method.kind:
        yield Chip(capital(method.kind.nl), "kind")
    yield Chip(capital(status_with_source(method)), method.status.phase.id)
    if method.intake and method.intake.open.id == "no":
        yield Chip(capital(intake_text(method.intake)), "full")
    for theme in dict.fromkeys(goal.theme.nl for goal in method.goals):
        yield Chip(capital(theme), "theme")


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
            Line(partner.organisation.name, notes.of(partner.sources), f"organisaties/{partner.organisation.id}/", partner.note)
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
    known = library.methods.get(link.method)  # a card that was refused or not asked for has an id but no name
    return Line(known.name if known else link.method, notes.of(link.sources), f"methoden/{link.method}/")


def _citation(method: Method) -> str:
    """How to cite the card: the library is the author, not a person."""
    reviewed = f", nagekeken op {date(method.reviewed)}" if method.reviewed else ""
    return f"Methodebibliotheek gezin, methodekaart ‘{method.name}’{reviewed}"
