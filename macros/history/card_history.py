"""The past of every card: when it came, changed, got another id, and which fields of it changed.

The past of a card includes that of its old ids, as listed in data/moved.yml; nothing is guessed from similar content.
"""

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from macros.history.field_changes import FieldChange, Vocabularies, find_field_changes
from macros.history.git import Log, NoPast, Version, read_log, read_texts
from macros.history.moved import former_ids
from macros.model.moved import Moved
from macros.validation.yaml_reader import read_changed_fields

CARD_PATH = re.compile(r"methods/([^/]+)\.yml")
"""From the root of the library; the group is the id of the card."""
_PAGE = re.compile(r"docs/.+\.md")
MOST_CHANGES = 10
"""Only this many of the latest changes of a card are shown field by field; reading more would slow down every build."""


MOST_NAMED = 3
"""Commits that a remark names."""


class Event(NamedTuple):
    """Something that happened to a card."""

    kind: str
    """new; changed; renamed: it got this id; joined: another card was merged into it"""
    moment: datetime.datetime
    commit: str
    card: str
    """The id under which the card stood afterwards."""
    changes: tuple[FieldChange, ...] = ()
    is_readable: bool = True
    """False if an old state cannot be read any more, so that what changed is not known."""
    other: str = ""
    """The id that the card had before, or of the card that was merged into it."""
    order: int = 0
    """The place of the commit in the history, counted from the oldest. Dates are not trusted for it."""
    key: str = ""
    """Names the event among those of the card by what its file held, so that it stays when the history is rewritten."""


@dataclass(frozen=True, repr=False)
class History:
    """What is known of the past of the library; all empty if nothing is."""

    cards: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    """Events of each card, newest first; at most MOST_CHANGES and the one with which it began."""
    earlier: Mapping[str, int] = field(default_factory=dict)
    """How many changes of a card came before those that are shown."""
    pages: Mapping[str, datetime.datetime] = field(default_factory=dict)
    """When each file of docs/ changed last."""
    card_ids: frozenset[str] = frozenset()
    """Every id that a card ever had, as far as the past is known."""
    is_known: bool = False
    is_whole: bool = False
    """Whether the past is known from the very beginning."""
    remarks: tuple[str, ...] = field(default=(), compare=False)
    """In Dutch, for who builds or checks: what of the past could not be read, and why."""


UNKNOWN = History()


def read_history(root: Path, card_ids: Collection[str], moved: Mapping[str, Moved], vocabularies: Vocabularies) -> History:
    """The past of these cards, from the repository that `root` is in; UNKNOWN, with a remark, if it cannot be read."""
    try:
        log = read_log(root, is_wanted=lambda path: bool(CARD_PATH.fullmatch(path) or _PAGE.fullmatch(path)))
    except NoPast as why:
        return History(remarks=(f"het verleden van de kaarten is niet te lezen: {why}",))
    files = {found[1]: versions for path, versions in log.files.items() if (found := CARD_PATH.fullmatch(path))}
    former = former_ids(moved)
    lines = {card_id: list(_states(card_id, files, former)) for card_id in sorted(card_ids) if card_id in files}
    cards = dict(_events(root, lines, vocabularies))
    pages = {path: versions[-1] for path, versions in log.files.items() if _PAGE.fullmatch(path)}
    return History(
        cards=cards,
        earlier={card_id: more for card_id, line in lines.items() if (more := _count_states(line) - 1 - MOST_CHANGES) > 0},
        pages={path: last.moment for path, last in pages.items() if last.blob and not last.is_first_known},
        card_ids=frozenset(files),
        is_known=True,
        is_whole=log.is_whole,
        remarks=tuple(_remarks(log)),
    )


def _remarks(log: Log) -> Iterator[str]:
    if not log.is_whole:
        yield (
            "deze kloon heeft alleen de laatste commits, dus wat er eerder met de kaarten gebeurde is niet bekend; "
            "haal alles op met: git fetch --unshallow (in een workflow: fetch-depth: 0)"
        )
    if log.misdated:
        named = ", ".join(commit[:10] for commit in log.misdated[:MOST_NAMED]) + (" …" if len(log.misdated) > MOST_NAMED else "")
        yield (f"de datum klopt niet van {len(log.misdated)} van de commits ({named}); daar geldt de datum van de commit ervoor")


class _State(NamedTuple):
    """A state of a card, or the moment at which another card was merged into it."""

    card: str
    version: Version
    joined: str = ""


def _states(card_id: str, files: Mapping[str, list[Version]], former: Mapping[str, tuple[str, ...]]) -> Iterator[_State]:
    """All states of a card from the oldest to the newest, those under its old ids first; then the cards merged into it."""
    old_ids = [old_id for old_id in former.get(card_id, ()) if old_id in files and files[old_id][-1].blob is None]
    states, current = [], card_id
    while current:
        states[:0] = [_State(current, version) for version in files[current] if version.blob]
        begin = files[current][0].commit
        renamed = next((old_id for old_id in old_ids if files[old_id][-1].commit == begin), "")
        old_ids = [old_id for old_id in old_ids if old_id != renamed]
        current = renamed
    yield from states
    yield from (_State(card_id, files[old_id][-1], joined=old_id) for old_id in old_ids)


def _count_states(line: list[_State]) -> int:
    return sum(1 for state in line if not state.joined)


def _events(root: Path, lines: Mapping[str, list[_State]], vocabularies: Vocabularies) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """The events of each card, newest first. Git is asked only for the texts of cards with more than one state."""
    shown = {card_id: [state for state in line if not state.joined][-MOST_CHANGES - 1 :] for card_id, line in lines.items()}
    blobs = (state.version.blob for line in shown.values() if len(line) > 1 for state in line)
    texts = read_texts(root, filter(None, blobs))
    for card_id, line in lines.items():
        events = [_event("joined", state, other=state.joined) for state in line if state.joined]
        begin = next(state for state in line if not state.joined)
        if not begin.version.is_first_known:
            events.append(_event("new", begin, key=begin.version.blob))
        if len(shown[card_id]) > 1:
            states = [(state, next(texts, None)) for state in shown[card_id]]
            events += [event for before, after in pairwise(states) if (event := _change_event(*before, *after, vocabularies))]
        keys = _change_keys(line)
        named = (event._replace(key=keys.get(event.order, event.key)) for event in events)
        yield card_id, tuple(sorted(named, key=lambda event: event.order)[::-1])


def _event(kind: str, state: _State, **more: Any) -> Event:
    return Event(kind, state.version.moment, state.version.commit, state.card, order=state.version.order, **more)


def _change_keys(line: list[_State]) -> dict[int, str]:
    """Order of a state → what was there before it and what after it, and how many times that happened before."""
    seen: Counter[str] = Counter()
    found = {}
    for before, after in pairwise(state.version for state in line if not state.joined):
        key = f"{before.blob} {after.blob}"
        found[after.order] = f"{key} {seen[key]}" if seen[key] else key
        seen[key] += 1
    return found


def _change_event(before: _State, old: str | None, after: _State, new: str | None, vocabularies: Vocabularies) -> Event | None:
    """What happened between two states; None if a reader would not see it."""
    read = read_changed_fields(old, new) if old is not None and new is not None else None
    found = find_field_changes(*read, vocabularies) if read else ()
    is_renamed = before.card != after.card
    if not is_renamed and read and not found:
        return None
    kind, other = ("renamed", before.card) if is_renamed else ("changed", "")
    return _event(kind, after, changes=found, is_readable=read is not None, other=other)
