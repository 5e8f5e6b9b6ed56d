"""The reading difference: what readers will see change between two states of the library, as sections of sentences and pairs.

macros/rendering/diff_output.py renders it as a page, as Markdown for a job summary, and as text for a terminal.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from macros.library.library import Library
from macros.library.methods import outline_in
from macros.model.method import Method
from macros.validation.problems import Problem
from macros.views.changes.card_diff import KINDS, CardChange, ClaimChange, Pair, diff_cards
from macros.views.changes.record_diff import RecordChange, diff_records
from macros.views.changes.snapshot import CardSnapshot, take_snapshot
from macros.views.common.dutch import listed, plural


class Side(NamedTuple):
    """One of the two states."""

    name: str
    """As the reviewer called it: main, HEAD^1, de werkmap"""
    library: Library | None
    """The records that can be read; None if there is no library at all."""
    problems: tuple[Problem, ...] = ()
    missing: str = ""
    """The file that is missing, if there is no library."""


class DiffSection(NamedTuple):
    """A heading with its sentences, pairs and subsections."""

    title: str
    tone: str
    """plain, added, altered, removed, warning"""
    sentences: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    sections: "tuple[DiffSection, ...]" = ()


MOST_PROBLEMS = 20
"""Problems of one state that are shown; `make check` shows them all."""


def diff_libraries(before: Side, after: Side) -> DiffSection:
    """Everything that differs, warnings first. Only cards that differ are rendered; the others are only compared as values."""
    warnings = tuple(section for side in (before, after) for section in _warning_sections(side))
    cards, touched = _diff_all_cards(before, after)
    shared = tuple(diff_records(before.library, after.library))
    sentences = (f"Van {before.name} naar {after.name}.", _summary(cards, shared, touched))
    sections = (*warnings, *(_card_section(card) for card in cards), *_touched_section(touched), *_shared_section(shared))
    return DiffSection("Wat lezers zien veranderen", "plain", sentences, (), sections)


def _warning_sections(side: Side) -> Iterator[DiffSection]:
    if side.library is None:
        yield DiffSection(
            f"In {side.name} staat geen bibliotheek die te lezen is",
            "warning",
            (f"{side.missing or 'Alles'} ontbreekt. Hieronder telt die als een lege bibliotheek.",),
        )
    elif side.problems:
        count = len(side.problems)
        hidden = sorted(_refused(side))
        cards = (f"Niet te vergelijken: {listed(hidden)}.",) if hidden else ()
        more = (f"… en nog {count - MOST_PROBLEMS}. Met make check ziet u ze allemaal.",) if count > MOST_PROBLEMS else ()
        yield DiffSection(
            f"In {side.name} vindt de controle {plural(count, 'fout', 'fouten')}",
            "warning",
            (
                "Hieronder staat alleen wat te lezen is.",
                *cards,
                *(str(problem) for problem in side.problems[:MOST_PROBLEMS]),
                *more,
            ),
        )


def _diff_all_cards(before: Side, after: Side) -> tuple[list[CardChange], list[str]]:
    """The cards that changed, by name, and the names of cards that only look different because shared records changed."""
    old, new = _methods(before), _methods(after)
    hidden = _refused(before) | _refused(after)  # neither new nor removed, even if the other side can read them
    first, second = _complete_library(before, after), _complete_library(after, before)
    found, touched = [], []
    for key in [*new, *(key for key in old if key not in new)]:
        if key in hidden or _is_the_same(key, first, second):
            continue
        was, now = old.get(key), new.get(key)
        if was == now and _neighbours(key, first) == _neighbours(key, second):
            continue
        change = diff_cards(_snapshot(was, first), _snapshot(now, second))
        if change and was and now and was.model_dump() == now.model_dump():
            touched.append(change.name)
        elif change:
            found.append(change)
    return sorted(found, key=lambda card: (card.name.casefold(), card.id)), sorted(touched, key=str.casefold)


def _methods(side: Side) -> Mapping[str, Method]:
    return side.library.methods if side.library else {}


def _refused(side: Side) -> frozenset[str]:
    """Ids of the cards that exist but did not pass the check."""
    return side.library.card_ids - side.library.methods.keys() if side.library else frozenset()


def _complete_library(side: Side, other: Side) -> Library | None:
    """The library of a side, with what it cannot supply taken from the other side: refused cards, whose names are shown on
    the cards that link to them, and vocabularies that an older state did not have yet."""
    if side.library is None:
        return None
    others = _methods(other)
    cards = {key: others[key] for key in _refused(side) if key in others}
    words = other.library.vocabularies if other.library else {}
    return replace(
        side.library,
        methods={**side.library.methods, **cards} if cards else side.library.methods,
        vocabularies={**words, **side.library.vocabularies},
    )


def _snapshot(method: Method | None, library: Library | None) -> CardSnapshot | None:
    return take_snapshot(method, library) if method and library else None


def _is_the_same(key: str, before: Library | None, after: Library | None) -> bool:
    """Whether a card is known to be the same without looking at it."""
    states = [library.checked_states.get(key) if library else None for library in (before, after)]
    return bool(states[0]) and states[0] == states[1] and _neighbours(key, before) == _neighbours(key, after)


def _neighbours(key: str, library: Library | None) -> list[str]:
    """Names of the cards that a card links to; its page shows them."""
    if library is None or key not in library.methods:
        return []
    linked = outline_in(library.methods, key).chain
    return [outline_in(library.methods, other).names[0] for other in linked if other in library.methods]


def _summary(cards: Sequence[CardChange], shared: Sequence[RecordChange], touched: Sequence[str]) -> str:
    counts = Counter(card.kind for card in cards)
    found = [f"{plural(counts[kind], 'kaart', 'kaarten')} {word}" for kind, word in KINDS.items() if counts[kind]]
    if touched:
        found.append(f"{plural(len(touched), 'kaart', 'kaarten')} ook anders door gedeelde gegevens")
    if shared:
        found.append(f"{plural(len(shared), 'gedeeld gegeven', 'gedeelde gegevens')} veranderd")
    return f"{listed(found)}." if found else "Voor lezers verandert er niets."


def _card_section(card: CardChange) -> DiffSection:
    sections = tuple(_claim_section(claim) for claim in card.claims)
    if card.sources:
        sections = (*sections, _sources_section(card.sources))
    title = f"{card.name} ({card.id}): {KINDS[card.kind]}"
    return DiffSection(title, card.kind, tuple(_about(card)), card.pairs, sections)


def _about(card: CardChange) -> Iterator[str]:
    counts = [f"{known} van {total}" for known, total in zip(card.known, card.total, strict=True) if known is not None]
    moved = len(counts) == 2 and counts[0] != counts[1]
    yield f"Volledigheid: {f'eerst {counts[0]}, nu {counts[1]}' if moved else counts[-1]} onderdelen bekend."
    if card.unknown:
        yield f"Hierover zegt de kaart niets: {listed(card.unknown)}."
    if card.now_known:
        yield f"Nu wel bekend: {listed(card.now_known)}."
    if card.no_longer_known:
        yield f"Niet meer bekend: {listed(card.no_longer_known)}."
    if gone := [pair.label for pair in card.sources if pair.after is None and card.kind == "altered"]:
        yield f"{'Bron' if len(gone) == 1 else 'Bronnen'} verdwenen: {listed(gone)}."
    if card.reordered:
        yield f"Andere volgorde, dezelfde inhoud: {listed(card.reordered)}."


def _claim_section(claim: ClaimChange) -> DiffSection:
    return DiffSection(f"Gegeven ‘{claim.name}’ ({claim.id}): {KINDS[claim.kind]}", claim.kind, (), claim.pairs)


def _sources_section(pairs: Sequence[Pair]) -> DiffSection:
    return DiffSection("Bronnen van deze kaart", "plain", (), tuple(pairs))


def _touched_section(names: Sequence[str]) -> Iterator[DiffSection]:
    if names:
        sentence = "De kaart zelf is niet veranderd; een naam of woord dat erop staat wel."
        yield DiffSection("Ook anders door gedeelde gegevens", "plain", (sentence, f"{listed(names)}."))


def _shared_section(found: Sequence[RecordChange]) -> Iterator[DiffSection]:
    if found:
        sections = tuple(DiffSection(f"{one.id}, {one.what}: {KINDS[one.kind]}", one.kind, (), one.pairs) for one in found)
        yield DiffSection("Gedeelde gegevens", "plain", (), (), sections)
