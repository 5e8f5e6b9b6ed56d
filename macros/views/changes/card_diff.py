"""What changes for the reader of one card: two snapshots in, their differences out. Knows no files and no Git."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from macros.views.changes.snapshot import CardSnapshot, ClaimSnapshot, SnapshotField
from macros.views.common.dutch import UNKNOWN


class Pair(NamedTuple):
    """One line before and after; None if there was or is no such line."""

    label: str
    before: str | None
    after: str | None


class ClaimChange(NamedTuple):
    id: str
    name: str
    kind: str
    """A key of KINDS"""
    pairs: tuple[Pair, ...]


class CardChange(NamedTuple):
    id: str
    name: str
    kind: str
    """A key of KINDS"""
    pairs: tuple[Pair, ...]
    unknown: tuple[str, ...]
    """Labels of fields of a new or removed card that only say that nothing is known."""
    reordered: tuple[str, ...]
    """Labels of fields that hold the same lines in another order."""
    claims: tuple[ClaimChange, ...]
    sources: tuple[Pair, ...]
    """Sources that appeared, disappeared or are described otherwise; the label is the name."""
    known: tuple[int | None, int | None]
    """How many parts were and are known; None where there is no card."""
    total: tuple[int | None, int | None]
    now_known: tuple[str, ...]
    no_longer_known: tuple[str, ...]


KINDS = {"added": "nieuw", "altered": "veranderd", "removed": "verwijderd"}


def diff_cards(before: CardSnapshot | None, after: CardSnapshot | None) -> CardChange | None:
    """What a reader will see change; None if nothing does. Raises ValueError if there is no card on either side."""
    one = after or before
    if one is None:
        raise ValueError("there is no card before and none after")
    shown, unknown = _known_fields(before, after)
    pairs = tuple(_diff_fields(*shown))
    reordered = tuple(_reordered(before.fields if before else (), after.fields if after else ()))
    claims = tuple(_diff_claims(before.claims if before else (), after.claims if after else ()))
    sources = tuple(_diff_sources(before, after))
    if before and after and not (pairs or reordered or claims or sources):
        return None
    return CardChange(
        id=one.id,
        name=one.name,
        kind=_kind(before, after),
        pairs=pairs,
        unknown=unknown,
        reordered=reordered,
        claims=claims,
        sources=sources,
        known=(before.known if before else None, after.known if after else None),
        total=(before.total if before else None, after.total if after else None),
        now_known=tuple(label for label in before.missing if label not in after.missing) if before and after else (),
        no_longer_known=tuple(label for label in after.missing if label not in before.missing) if before and after else (),
    )


def _known_fields(
    before: CardSnapshot | None, after: CardSnapshot | None
) -> tuple[tuple[Sequence[SnapshotField], Sequence[SnapshotField]], tuple[str, ...]]:
    """The fields before and after, and the labels of what a whole new or removed card does not know, each once."""
    old, new = before.fields if before else (), after.fields if after else ()
    if before and after:
        return (old, new), ()
    said = [[field for field in fields if field.lines != (UNKNOWN,)] for fields in (old, new)]
    labels = dict.fromkeys(field.label for field in (*old, *new) if field.lines == (UNKNOWN,))
    return (said[0], said[1]), tuple(labels)


def _kind(before: object, after: object) -> str:
    return "altered" if before and after else "added" if after else "removed"


def _diff_fields(before: Sequence[SnapshotField], after: Sequence[SnapshotField]) -> Iterator[Pair]:
    """The lines that differ, field by field, in the order of the new card; removed fields come last."""
    old, new = _by_id(before), _by_id(after)
    for key in [*new, *(key for key in old if key not in new)]:
        field = new.get(key) or old[key]
        for first, second in _diff_lines(old[key].lines if key in old else (), new[key].lines if key in new else ()):
            yield Pair(field.label, first, second)


def _by_id(fields: Sequence[SnapshotField]) -> dict[str, SnapshotField]:
    return {field.id: field for field in fields}


def _diff_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Pairs of a removed and an added line, in order; a line that only moved is no difference."""
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    old, new = list(_taken(before, gone)), list(_taken(after, come))
    for index in range(max(len(old), len(new))):
        yield old[index] if index < len(old) else None, new[index] if index < len(new) else None


def _taken(lines: Sequence[str], wanted: Counter[str]) -> Iterator[str]:
    left = wanted.copy()
    for line in lines:
        if left[line] > 0:
            left[line] -= 1
            yield line


def _reordered(before: Sequence[SnapshotField], after: Sequence[SnapshotField]) -> Iterator[str]:
    old = _by_id(before)
    for field in after:
        lines = old[field.id].lines if field.id in old else field.lines
        if lines != field.lines and Counter(lines) == Counter(field.lines):
            yield field.label


def _diff_claims(before: Sequence[ClaimSnapshot], after: Sequence[ClaimSnapshot]) -> Iterator[ClaimChange]:
    old, new = {claim.id: claim for claim in before}, {claim.id: claim for claim in after}
    for key in [*new, *(key for key in old if key not in new)]:
        first, second = old.get(key), new.get(key)
        pairs = tuple(_diff_fields(first.fields if first else (), second.fields if second else ()))
        if pairs:
            yield ClaimChange(key, (second or first).name, _kind(first, second), pairs)


def _diff_sources(before: CardSnapshot | None, after: CardSnapshot | None) -> Iterator[Pair]:
    old, new = before.sources if before else {}, after.sources if after else {}
    for key in [*(key for key in old if key not in new), *new]:
        first, second = old.get(key), new.get(key)
        if first != second:
            yield Pair((second or first).name, first and first.text, second and second.text)


LONGEST_MARKED = 4000
"""Characters. The time of comparing word by word grows with the square of the length, so a longer text is marked as a
whole."""


def mark_differences(pair: Pair) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """The texts before and after as pieces, each with whether it differs; texts with little in common differ as a whole."""
    before, after = pair.before or "", pair.after or ""
    whole = (((before, True),) if before else (), ((after, True),) if after else ())
    if not before or not after or max(len(before), len(after)) > LONGEST_MARKED:
        return whole
    old, new = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.4:
        return whole
    codes = matcher.get_opcodes()
    return (
        tuple(_pieces(old, [(code[1], code[2], code[0] != "equal") for code in codes])),
        tuple(_pieces(new, [(code[3], code[4], code[0] != "equal") for code in codes])),
    )


def _pieces(words: Sequence[str], spans: Sequence[tuple[int, int, bool]]) -> Iterator[tuple[str, bool]]:
    for start, end, differs in spans:
        if start < end:
            yield " ".join(words[start:end]) + (" " if end < len(words) else ""), differs
