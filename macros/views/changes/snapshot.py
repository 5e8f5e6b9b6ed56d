"""What a card tells its reader, as plain lines of text under labels: the same rows and views as its page.

Two of these are compared to say what a change means for a reader (changes.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.data import Source
from macros.model.method import Method
from macros.model.sources import Citation
from macros.views.card.card import CardView, ConflictView, StepView, card_view
from macros.views.card.rows import ROWS, row
from macros.views.common.dutch import capital, date
from macros.views.common.lines import Line, Note, Notes, Row, context_of
from macros.views.evidence.outcomes import OutcomeView
from macros.views.missing.completeness import completeness
from macros.views.missing.why_empty import empty_lines


class Field(NamedTuple):
    id: str
    label: str
    lines: tuple[str, ...]
    """Each with its remark and its sources; text of the card as it was written, markup and all."""


class ToldClaim(NamedTuple):
    """One result, in the parts that a reader sees."""

    id: str
    name: str
    fields: tuple[Field, ...]


class Told(NamedTuple):
    id: str
    name: str
    fields: tuple[Field, ...]
    claims: tuple[ToldClaim, ...]
    sources: Mapping[str, str]
    """Id of each source that the card uses → how the list of sources names it."""
    known: int
    total: int
    missing: tuple[str, ...]


class SourceNotes(Notes):
    """Marks a line with the ids of its sources: numbers would all shift when one source is added."""

    def of(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        citations = tuple(citations)
        super().of(citations)
        return tuple(Note(", ".join(filter(None, (one.source.id, one.locator))), one.source.id) for one in citations)


def told(method: Method, library: Library) -> Told:
    """What the page of this method tells."""
    notes = SourceNotes()
    view = card_view(method, library, notes)
    found = completeness(method)
    return Told(
        id=method.id,
        name=method.name,
        fields=tuple(_fields(method, view, library)),
        claims=tuple(_claim(claim) for claim in view.outcomes),
        sources={reference.source.id: source_text(reference.source) for reference in view.references},
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
"""Rows of which the claims and the count say the same more fully."""
TOLD_IN_FULL = ("approach", "conditions")
"""Rows that the page itself tells at more length."""


def _fields(method: Method, view: CardView, library: Library) -> Iterator[Field]:
    context = context_of(library, SourceNotes())
    for kind in ROWS:
        if kind.field != "outcomes" and kind.id not in (*COUNTED_APART, *TOLD_IN_FULL):
            yield _field(row(kind, method, context))
    for name, (label, lines_of) in MORE.items():
        value = getattr(view, name)
        lines = tuple(_text(line) for line in lines_of(value)) if value else ()
        if lines or name in EMPTY:
            yield Field(f"card-{name}", label, lines or tuple(_text(line) for line in empty_lines(method, EMPTY[name])))
    for one in (*view.partners, *view.chain):
        yield _field(one)


def _field(one: Row) -> Field:
    return Field(one.id, one.label, tuple(_text(line) for line in one.lines))


def _text(line: Line) -> str:
    """The line as one text: what it says (remark) — bron: id, place; id"""
    address = f" <{line.link}>" if line.link and "://" in line.link else ""
    detail = f" ({line.detail})" if line.detail else ""
    sources = f" — bron: {'; '.join(note.label for note in line.notes)}" if line.notes else ""
    return f"{line.text}{address}{detail}{sources}"


def _plain(text: str) -> Iterator[Line]:
    yield Line(text)


def _steps(steps: tuple[StepView, ...]) -> Iterator[Line]:
    for step in steps:
        yield Line(f"{step.title}: {step.text}", step.notes)


def _conflicts(conflicts: tuple[ConflictView, ...]) -> Iterator[Line]:
    for conflict in conflicts:
        for line in conflict.statements:
            yield Line(f"{capital(conflict.about)}: {line.text}", line.notes)


def _one(line: Line) -> Iterator[Line]:
    yield line


MORE: dict[str, tuple[str, Callable[[Any], Iterable[Line]]]] = {
    "name": ("Naam", _plain),
    "plain_summary": ("In gewone woorden", _plain),
    "other_names": ("Ook bekend als", _plain),
    "status_note": ("Toelichting bij de stand", _plain),
    "reasons": ("Waarom deze methode is gestopt", iter),
    "division_note": ("Toelichting bij de indeling", _plain),
    "steps": ("Aanpak in stappen", _steps),
    "variants": ("Varianten", _steps),
    "conditions": ("Wat ervoor nodig is", iter),
    "recognition_reasons": ("Bij de erkenning", iter),
    "recognition_claims": ("Wat anderen over erkenning zeggen", iter),
    "contact": ("Contact", _one),
    "next_steps": ("Hoe het verder gaat", iter),
    "conflicts": ("Waar bronnen elkaar tegenspreken", _conflicts),
    "context": ("Achtergrond", _conflicts),
}
"""Parts of the page that are not a row: attribute of CardView → label, and how its value becomes lines."""
EMPTY = {"steps": "approach", "conditions": "conditions"}
"""Parts of which the page says why they are empty → the field of the card."""
NOT_TOLD = {
    "summary goals facts fit division workings reach recognition ladder costs regions referral owner reviewed": "told by ROWS",
    "chips phase is_stale citation": "follow from rows",
    "partners chain": "rows of their own",
    "outcomes": "told as claims",
    "references completeness lacks": "told apart",
    "id file contents": "no text of the card",
    "history": "comes from the repository, and is what changed before",
}
"""The other attributes of CardView, and why they are not in MORE; a test holds the two together complete."""


def _claim(claim: OutcomeView) -> ToldClaim:
    fields = {
        "measure": ("Maat", (capital(claim.measure.nl),)),
        "number": ("Getal", (" — ".join(filter(None, (claim.number.headline, claim.number.remark))),)),
        "statement": ("Uitspraak", (_text(Line(claim.statement, claim.notes)),)),
        "population": ("Bij wie", (claim.population,)),
        "direction": ("Richting", (claim.direction.nl,)),
        "facts": ("Wie mat, hoe en wanneer", claim.facts),
        "compared": ("Vergelijkingsgroep", (claim.compared,)),
        "target": ("Doel vooraf", (claim.target, claim.not_comparable and f"niet vergelijkbaar: {claim.not_comparable}")),
        "caveat": ("Kanttekening", (claim.caveat,)),
        "conflicts": ("Andere lezingen", tuple(_text(line) for line in claim.conflicts)),
    }
    told = (Field(key, label, tuple(filter(None, lines))) for key, (label, lines) in fields.items())
    return ToldClaim(claim.anchor, capital(claim.measure.nl), tuple(field for field in told if field.lines))
