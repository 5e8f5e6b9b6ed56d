"""The folded parts of a card, in the order of the questions that a reader has. The closed line of each already answers."""

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from macros.model.method import Method
from macros.views.card.key_facts import KeyFacts
from macros.views.common.dutch import capital, date, in_words, listed, plural
from macros.views.common.lines import Reference
from macros.views.common.short import first_sentence, plain, shortened
from macros.views.common.wording import amount_text
from macros.views.evidence.studies import counted_evidence

CLOSED_LINE = 170
"""Characters of a closed line: two lines on a desktop."""
Parts = dict[str, Any]
"""What card_view made for the card: name of the attribute of CardView → its value."""


class Fold(NamedTuple):
    id: str
    title: str
    closed: str
    """What the closed line says."""
    whole: bool
    """Whether the line is shown whole, however long it is."""


class _Kind(NamedTuple):
    id: str
    title: str
    closed: Callable[[Method, KeyFacts, Parts], str]
    needs: tuple[str, ...] = ()
    """The attributes of which at least one must hold something; without any the part is always there."""
    whole: bool = False
    """Whether its line is never cut, because a level goes with its state and an amount with what it is per."""


def _whom(method: Method, key: KeyFacts, parts: Parts) -> str:
    known = [one.text for one in (key.ages, key.whom, key.frame) if one.is_known]
    return capital("; ".join(known))


def _approach(method: Method, key: KeyFacts, parts: Parts) -> str:
    duration = f" Duur: {key.duration.text}." if key.duration.is_known else ""
    if method.approach:
        steps = f"{capital(in_words(len(method.approach)))} {'stap' if len(method.approach) == 1 else 'stappen'}"
        return f"{steps}: {', '.join(_lower(plain(step.step)) for step in method.approach)}.{duration}"
    goals = [plain(goal.text) for goal in method.goals]
    return f"{goals[0] if goals else 'De aanpak is niet in stappen beschreven.'}{duration}"


def _lower(text: str) -> str:
    """With a small first letter, unless the first word is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _results(method: Method, key: KeyFacts, parts: Parts) -> str:
    if not method.outcomes:
        return "Nog geen resultaat bekend. Dat betekent niet dat er geen effect is."
    measures = list(dict.fromkeys(outcome.measure.nl for outcome in method.outcomes))
    return f"{capital(counted_evidence(method.outcomes))}, over: {listed(measures)}."


def _recognition(method: Method, key: KeyFacts, parts: Parts) -> str:
    named = len(parts["guidelines"])
    guidelines = f" Genoemd in {plural(named, 'richtlijn', 'richtlijnen')}." if named else ""
    detail = f": {key.recognition.detail}" if key.recognition.detail else ""
    return f"{capital(key.recognition.text)}{detail.removesuffix('.')}.{guidelines}"


def _costs(method: Method, key: KeyFacts, parts: Parts) -> str:
    return capital("; ".join(map(amount_text, method.costs)) or ": ".join(filter(None, (key.cost.text, key.cost.detail))))


def _where(method: Method, key: KeyFacts, parts: Parts) -> str:
    regions = listed([place.region.nl for place in method.regions]) or "Waar die loopt, is onbekend"
    owners = listed([owner.organisation.name for owner in method.owners])
    return f"{regions}. {f'Eigenaar: {owners}' if owners else 'Eigenaar onbekend'}."


def _chain(method: Method, key: KeyFacts, parts: Parts) -> str:
    lines = [f"{row.label.lower()}: {listed([line.text for line in row.lines])}" for row in parts["chain"]]
    return capital("; ".join(lines)) or first_sentence(parts["next_steps"][0].text, CLOSED_LINE)


def _division(method: Method, key: KeyFacts, parts: Parts) -> str:
    related = [line.text for row in parts["relations"] for line in row.lines]
    kind = [method.kind.nl] if method.kind else []
    settings = [term.nl for term in method.classification.setting] if method.classification else []
    text = [*kind, *settings, *([f"verwant: {listed(related)}"] if related else [])]
    return capital("; ".join(text)) or "Kader, preventie, hulpvorm en plaats"


def _conflicts(method: Method, key: KeyFacts, parts: Parts) -> str:
    return capital("; ".join(conflict.about for conflict in method.conflicts))


def _context(method: Method, key: KeyFacts, parts: Parts) -> str:
    return capital("; ".join(part.about for part in method.context))


def _missing(method: Method, key: KeyFacts, parts: Parts) -> str:
    found, unknown = parts["completeness"], parts["missing"].unknown
    text = f"{found.known} van {found.total} onderdelen bekend."
    return f"{text} Nog onbekend: {listed([one.label for one in unknown])}." if unknown else text


def _sources(method: Method, key: KeyFacts, parts: Parts) -> str:
    references: tuple[Reference, ...] = parts["references"]
    voices = Counter(reference.source.voice.nl for reference in references)
    return (
        f"{plural(len(references), 'bron', 'bronnen')}: {', '.join(f'{voice} ({many})' for voice, many in voices.most_common())}."
    )


def _about_card(method: Method, key: KeyFacts, parts: Parts) -> str:
    reviewed = f"Nagekeken op {date(method.reviewed)}." if method.reviewed else "Nog niet nagekeken."
    history = parts["history"]
    return f"{reviewed}{f' Laatst gewijzigd op {history.events[0].day}.' if history else ''} Verwijzen, verbeteren, gegevens."


def _plain_words(method: Method, key: KeyFacts, parts: Parts) -> str:
    return method.plain_summary or ""


_KINDS = (
    _Kind("gewoon", "In gewone woorden", _plain_words, ("plain_summary",)),
    _Kind("past", "Voor wie", _whom),
    _Kind("aanpak", "Doel en aanpak", _approach),
    _Kind("resultaten", "Resultaten", _results),
    _Kind("tegenspraak", "Waar bronnen elkaar tegenspreken", _conflicts, ("conflicts",)),
    _Kind("erkenning", "Erkenning en richtlijnen", _recognition, whole=True),
    _Kind("kosten", "Kosten", _costs, whole=True),
    _Kind("waar", "Waar en door wie", _where),
    _Kind("keten", "Ervoor, erna en vervolg", _chain, ("chain", "next_steps")),
    _Kind("indeling", "Indeling en verwanten", _division),
    _Kind("achtergrond", "Achtergrond", _context, ("context",)),
    _Kind("gevraagd", "Wat nog ontbreekt", _missing),
    _Kind("bronnen", "Bronnen", _sources),
    _Kind("kaart", "Over deze kaart", _about_card),
)


def folds(method: Method, key: KeyFacts, parts: Parts) -> dict[str, Fold]:
    """The parts of this card by id, without those that would be empty."""
    there = [kind for kind in _KINDS if not kind.needs or any(parts[name] for name in kind.needs)]
    return {kind.id: _fold(kind, plain(kind.closed(method, key, parts))) for kind in there}


def _fold(kind: _Kind, closed: str) -> Fold:
    return Fold(kind.id, kind.title, closed if kind.whole else shortened(closed, CLOSED_LINE), kind.whole)
