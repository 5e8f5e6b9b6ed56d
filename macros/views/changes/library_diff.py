"""The reading difference: what readers will see change between two states of the library, as headings, sentences and pairs.

Three forms are made of it: a page, Markdown for a job summary, and text for a terminal (macros/rendering/diff_output.py).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.validation.problems import Problem
from macros.views.changes.card_diff import KINDS, CardChange, ClaimChange, Pair, changes
from macros.views.changes.record_diff import RecordChange, shared_changes
from macros.views.changes.snapshot import Told, told
from macros.views.common.dutch import listed


class Side(NamedTuple):
    """One of the two states."""

    name: str
    """As the reviewer called it: main, HEAD^1, de werkmap"""
    library: Library | None
    """What of it can be read; None if there is no library at all."""
    problems: tuple[Problem, ...] = ()
    missing: str = ""
    """The file without which there is none."""


class Part(NamedTuple):
    """A heading with what stands under it."""

    title: str
    tone: str
    """plain, added, altered, removed, warning"""
    sentences: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    parts: "tuple[Part, ...]" = ()


MOST_PROBLEMS = 20
"""Problems of one state that are shown; the checker shows them all."""


def difference(before: Side, after: Side) -> Part:
    """Everything that differs, warnings first. Its cost grows with the cards that changed; the rest are only compared."""
    warnings = tuple(part for side in (before, after) for part in _warnings(side))
    cards, touched = _cards(before, after)
    shared = tuple(shared_changes(before.library, after.library))
    sentences = (f"Van {before.name} naar {after.name}.", _summary(cards, shared, touched))
    parts = (*warnings, *(_card(card) for card in cards), *_touched(touched), *_shared(shared))
    return Part("Wat lezers zien veranderen", "plain", sentences, (), parts)


def _warnings(side: Side) -> Iterator[Part]:
    if side.library is None:
        yield Part(
            f"In {side.name} staat geen bibliotheek die te lezen is",
            "warning",
            (f"{side.missing or 'Alles'} ontbreekt. Hieronder telt zij als een lege bibliotheek.",),
        )
    elif side.problems:
        count = len(side.problems)
        hidden = sorted(_refused(side))
        cards = (f"Niet te vergelijken: {listed(hidden)}.",) if hidden else ()
        more = (f"… en nog {count - MOST_PROBLEMS}. Met make check ziet u ze allemaal.",) if count > MOST_PROBLEMS else ()
        yield Part(
            f"In {side.name} vindt de controle {count} {'fout' if count == 1 else 'fouten'}",
            "warning",
            (
                "Hieronder staat alleen wat te lezen is.",
                *cards,
                *(str(problem) for problem in side.problems[:MOST_PROBLEMS]),
                *more,
            ),
        )


def _cards(before: Side, after: Side) -> tuple[list[CardChange], list[str]]:
    """The cards that say something else, by name, and the names of those that only look different through what they share."""
    old, new = _methods(before), _methods(after)
    hidden = _refused(before) | _refused(after)  # neither new nor gone, even if the other side has them
    first, second = _telling(before, after), _telling(after, before)
    found, touched = [], []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        if key in hidden or (was == now and _neighbours(was, first) == _neighbours(now, second)):
            continue
        change = changes(_told(was, first), _told(now, second))
        if change and was and now and was.model_dump() == now.model_dump():
            touched.append(change.name)
        elif change:
            found.append(change)
    return sorted(found, key=lambda card: (card.name.casefold(), card.id)), sorted(touched, key=str.casefold)


def _methods(side: Side) -> Mapping[str, Method]:
    return side.library.methods if side.library else {}


def _refused(side: Side) -> frozenset[str]:
    """The cards that are there and cannot be read."""
    return side.library.card_ids - side.library.methods.keys() if side.library else frozenset()


def _telling(side: Side, other: Side) -> Library | None:
    """The library, with what it lacks as the other side has it: cards whose names their neighbours show, and vocabularies
    that an older state did not have yet."""
    if side.library is None:
        return None
    others = _methods(other)
    cards = {key: others[key] for key in _refused(side) if key in others}
    words = other.library.vocabularies if other.library else {}
    return replace(
        side.library,
        methods={**side.library.methods, **cards},
        vocabularies={**words, **side.library.vocabularies},
    )


def _told(method: Method | None, library: Library | None) -> Told | None:
    return told(method, library) if method and library else None


def _neighbours(method: Method | None, library: Library | None) -> list[str]:
    """Names of the cards it links to, which its own page shows."""
    if method is None or library is None:
        return []
    links = [*method.chain.before, *method.chain.alongside, *method.chain.after] if method.chain else []
    return [library.methods[link.method].name for link in links if link.method in library.methods]


def _summary(cards: Sequence[CardChange], shared: Sequence[RecordChange], touched: Sequence[str]) -> str:
    counts = Counter(card.kind for card in cards)
    found = [
        f"{counts[kind]} {'kaart' if counts[kind] == 1 else 'kaarten'} {word}" for kind, word in KINDS.items() if counts[kind]
    ]
    if touched:
        found.append(f"{len(touched)} {'kaart' if len(touched) == 1 else 'kaarten'} ook anders door gedeelde gegevens")
    if shared:
        found.append(f"{len(shared)} {'gedeeld gegeven' if len(shared) == 1 else 'gedeelde gegevens'} veranderd")
    return f"{listed(found)}." if found else "Voor lezers verandert er niets."


def _card(card: CardChange) -> Part:
    parts = tuple(_claim(claim) for claim in card.claims)
    if card.sources:
        parts = (*parts, _sources(card.sources))
    title = f"{card.name} ({card.id}): {KINDS[card.kind]}"
    return Part(title, card.kind, tuple(_about(card)), card.pairs, parts)


def _about(card: CardChange) -> Iterator[str]:
    counts = [f"{known} van {total}" for known, total in zip(card.known, card.total, strict=True) if known is not None]
    moved = len(counts) == 2 and counts[0] != counts[1]
    yield f"Volledigheid: {f'eerst {counts[0]}, nu {counts[1]}' if moved else counts[-1]} onderdelen bekend."
    if card.now_known:
        yield f"Nu wel bekend: {listed(card.now_known)}."
    if card.no_longer_known:
        yield f"Niet meer bekend: {listed(card.no_longer_known)}."
    if gone := [pair.label for pair in card.sources if pair.after is None and card.kind == "altered"]:
        yield f"{'Bron' if len(gone) == 1 else 'Bronnen'} verdwenen: {listed(gone)}."
    if card.reordered:
        yield f"Andere volgorde, dezelfde inhoud: {listed(card.reordered)}."


def _claim(claim: ClaimChange) -> Part:
    return Part(f"Uitspraak ‘{claim.name}’ ({claim.id}): {KINDS[claim.kind]}", claim.kind, (), claim.pairs)


def _sources(pairs: Sequence[Pair]) -> Part:
    return Part("Bronnen van deze kaart", "plain", (), tuple(pairs))


def _touched(names: Sequence[str]) -> Iterator[Part]:
    if names:
        sentence = "De kaart zelf is niet veranderd; een naam of woord dat zij toont wel."
        yield Part("Ook anders door gedeelde gegevens", "plain", (sentence, f"{listed(names)}."))


def _shared(found: Sequence[RecordChange]) -> Iterator[Part]:
    if found:
        parts = tuple(Part(f"{one.id}, {one.what}: {KINDS[one.kind]}", one.kind, (), one.pairs) for one in found)
        yield Part("Gedeelde gegevens", "plain", (), (), parts)
