"""Snapshot of a card: everything its page shows, as plain lines of text under labels, from the same rows and views.

Two snapshots are compared to say what a change means for a reader (card_diff.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.data import Source
from macros.model.method import Method
from macros.model.sources import Citation
from macros.views.card.card import CardView, ConflictView, StepView, card_view
from macros.views.card.rows import ROWS, row_of
from macros.views.common.dutch import capital, date
from macros.views.common.lines import Line, Note, Notes, Row, row_context
from macros.views.evidence.guidelines import MentionOnCard
from macros.views.evidence.outcomes import OutcomeView
from macros.views.evidence.results_by_study import StudyResults
from macros.views.missing.completeness import completeness
from macros.views.missing.why_empty import empty_lines


class SnapshotField(NamedTuple):
    id: str
    label: str
    lines: tuple[str, ...]
    """Each with its remark and its sources; the text of the card with its markup, as it was written."""


class ClaimSnapshot(NamedTuple):
    """One result, in the parts that a reader sees."""

    id: str
    name: str
    fields: tuple[SnapshotField, ...]


class SourceSnapshot(NamedTuple):
    """A source as the lines name it, and as the list of sources does, with its address."""

    name: str
    text: str


class CardSnapshot(NamedTuple):
    id: str
    name: str
    fields: tuple[SnapshotField, ...]
    claims: tuple[ClaimSnapshot, ...]
    sources: Mapping[str, SourceSnapshot]
    """By the id of each source that the card uses."""
    known: int
    total: int
    missing: tuple[str, ...]


class SourceNotes(Notes):
    """Marks a line with the names of its sources: numbers would all shift when one source is added."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def of(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        citations = tuple(citations)
        super().of(citations)
        return tuple(Note(", ".join(filter(None, (self._names[one.source.id], one.locator))), one.source.id) for one in citations)


def take_snapshot(method: Method, library: Library) -> CardSnapshot:
    """The snapshot of the page of this method."""
    notes = SourceNotes(library.source_names)
    view = card_view(method, library, notes)
    found = completeness(method)
    return CardSnapshot(
        id=method.id,
        name=method.name,
        fields=tuple(_fields(method, view, library)),
        claims=tuple(_claim_snapshot(claim) for one in view.studies for claim in one.outcomes),
        sources={
            one.source.id: SourceSnapshot(library.source_names[one.source.id], source_text(one.source)) for one in view.references
        },
        known=found.known,
        total=found.total,
        missing=tuple(label for label, _ in found.missing),
    )


def source_text(source: Source) -> str:
    """Publisher, title. Date, address. Who speaks"""
    issued = date(source.issued) if source.issued else "zonder datum"
    accessed = f", geraadpleegd {date(source.accessed)}" if source.accessed else ""
    return ". ".join(
        filter(None, (f"{source.publisher}, {source.title}", issued + accessed, source.URL, source.voice.nl, source.note))
    )


COUNTED_APART = ("outcomes", "completeness")
"""Rows that the claims and the count of known parts show in more detail."""
SHOWN_IN_FULL = ("approach", "conditions")
"""Rows that the page itself shows in full (OTHER_PARTS)."""


def _fields(method: Method, view: CardView, library: Library) -> Iterator[SnapshotField]:
    context = row_context(library, SourceNotes(library.source_names))
    for kind in ROWS:
        if kind.field != "outcomes" and kind.id not in (*COUNTED_APART, *SHOWN_IN_FULL):
            yield _row_field(row_of(kind, method, context))
    for name, (label, lines_of) in OTHER_PARTS.items():
        value = getattr(view, name)
        lines = tuple(_line_text(line) for line in lines_of(value)) if value else ()
        if lines or name in FIELD_OF_PART:
            yield SnapshotField(
                f"card-{name}", label, lines or tuple(_line_text(line) for line in empty_lines(method, FIELD_OF_PART[name]))
            )
    for one in (*view.partners, *view.relations, *view.chain):
        yield _row_field(one)


def _row_field(one: Row) -> SnapshotField:
    return SnapshotField(one.id, one.label, tuple(_line_text(line) for line in one.lines))


def _line_text(line: Line) -> str:
    """The line as one text: what it says (remark) — bron: publisher, title, place; publisher, title"""
    address = f" <{line.link}>" if line.link and "://" in line.link else ""
    detail = f" ({line.detail})" if line.detail else ""
    sources = f" — bron: {'; '.join(note.label for note in line.notes)}" if line.notes else ""
    return f"{line.text}{address}{detail}{sources}"


def _text_line(text: str) -> Iterator[Line]:
    yield Line(text)


def _steps(steps: tuple[StepView, ...]) -> Iterator[Line]:
    for step in steps:
        yield Line(f"{step.title}: {step.text}", step.notes)


def _conflicts(conflicts: tuple[ConflictView, ...]) -> Iterator[Line]:
    for conflict in conflicts:
        for line in conflict.statements:
            yield Line(f"{capital(conflict.about)}: {line.text}", line.notes)


def _studies(studies: tuple[StudyResults, ...]) -> Iterator[Line]:
    for one in studies:
        yield Line(f"{one.study.title}: {', '.join(one.study.facts)}", one.study.notes, detail=one.study.note)


def _mentions(mentions: tuple[MentionOnCard, ...]) -> Iterator[Line]:
    for one in mentions:
        yield Line(f"{one.guideline}, {one.what_for}: {one.says}", one.notes, detail=one.by)


def _line_itself(line: Line) -> Iterator[Line]:
    yield line


OTHER_PARTS: dict[str, tuple[str, Callable[[Any], Iterable[Line]]]] = {
    "name": ("Naam", _text_line),
    "in_short": ("In één zin", _text_line),
    "not_to_conclude": ("Wat u er niet uit kunt opmaken", _text_line),
    "plain_summary": ("In gewone woorden", _text_line),
    "other_names": ("Ook bekend als", _text_line),
    "status_note": ("Toelichting bij de stand", _text_line),
    "reasons": ("Waarom deze methode is gestopt", iter),
    "division_note": ("Toelichting bij de indeling", _text_line),
    "steps": ("Aanpak in stappen", _steps),
    "variants": ("Varianten", _steps),
    "conditions": ("Wat ervoor nodig is", iter),
    "studies": ("Onderzoeken", _studies),
    "recognition_reasons": ("Bij de erkenning", iter),
    "guidelines": ("Wat richtlijnen zeggen", _mentions),
    "recognition_claims": ("Wat anderen over erkenning zeggen", iter),
    "contact": ("Contact", _line_itself),
    "next_steps": ("Hoe het verder gaat", iter),
    "conflicts": ("Waar bronnen elkaar tegenspreken", _conflicts),
    "context": ("Achtergrond", _conflicts),
}
"""Parts of the page that are not a row: attribute of CardView → label, and the function that turns its value into lines."""
FIELD_OF_PART = {"steps": "approach", "conditions": "conditions"}
"""Parts for which the page says why they are empty → the field of the card."""
SHOWN_OTHERWISE = {
    "summary goals fit division workings where unknown reach recognition prizes ladder costs reviewed": "shown by ROWS",
    "state kind themes phase is_stale citation apart key folds status_sources name_sources": "follow from rows",
    "main_conflicts main_sources": "follow from the claims",
    "partners relations chain": "rows of their own",
    "evidence figure": "follow from the claims",
    "references completeness missing empty_on_purpose": "shown apart",
    "id file": "no text of the card",
    "base_rates": "data of the library, not of the card",
    "history": "comes from the repository, and is what changed before",
}
"""The other attributes of CardView, and why they are not in OTHER_PARTS; a test checks that the two cover all of them."""


def _claim_snapshot(claim: OutcomeView) -> ClaimSnapshot:
    fields = {
        "measure": ("Maat", (capital(claim.measure.nl),)),
        "number": ("Getal", (" — ".join(filter(None, (claim.number.headline, claim.number.remark))),)),
        "statement": ("Resultaat in woorden", (_line_text(Line(claim.statement, claim.notes)),)),
        "population": ("Bij wie", (claim.population,)),
        "direction": ("Richting", (claim.direction.nl,)),
        "study": ("Onderzoek", (claim.study,)),
        "facts": ("Wat hiervoor alleen geldt", claim.own_facts),
        "compared": ("Vergelijkingsgroep", (claim.compared,)),
        "target": ("Doel vooraf", (claim.target, claim.not_comparable and f"niet vergelijkbaar: {claim.not_comparable}")),
        "caveat": ("Kanttekening", (claim.caveat,)),
        "conflicts": ("Andere lezingen", tuple(_line_text(line) for line in claim.conflicts)),
    }
    shown = (SnapshotField(key, label, tuple(filter(None, lines))) for key, (label, lines) in fields.items())
    return ClaimSnapshot(claim.anchor, capital(claim.measure.nl), tuple(field for field in shown if field.lines))
