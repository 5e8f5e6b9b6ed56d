"""The past of every card: when it came, changed, got another id, and which fields of it changed.

The past of a card includes that of its old ids, as listed in data/moved.yml; nothing is guessed from similar content.
"""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from macros.history.field_changes import FieldChange, Vocabularies, find_field_changes
from macros.history.git import Version, read_log, read_texts
from macros.history.moved import former_ids
from macros.model.moved import Moved
from macros.validation.yaml_reader import read_changed_fields

_CARD = re.compile(r"methods/([^/]+)\.yml")
_PAGE = re.compile(r"docs/.+\.md")
MOST_CHANGES = 10
"""Only this many of the latest changes of a card are shown field by field; reading more would slow down every build."""


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


UNKNOWN = History()


def read_history(root: Path, card_ids: Collection[str], moved: Mapping[str, Moved], vocabularies: Vocabularies) -> History:
    """The past of these cards, from the repository that `root` is in; UNKNOWN if there is none."""
    log = read_log(root, is_wanted=lambda path: bool(_CARD.fullmatch(path) or _PAGE.fullmatch(path)))
    if log is None:
        return UNKNOWN
    files = {found[1]: versions for path, versions in log.files.items() if (found := _CARD.fullmatch(path))}
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
    )


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
        events = [_merge_event(state) for state in line if state.joined]
        begin = next(state for state in line if not state.joined)
        if not begin.version.is_first_known:
            events.append(Event("new", begin.version.moment, begin.version.commit, begin.card))
        if len(shown[card_id]) > 1:
            states = [(state, next(texts, None)) for state in shown[card_id]]
            events += [event for before, after in pairwise(states) if (event := _change_event(*before, *after, vocabularies))]
        yield card_id, tuple(sorted(events, key=lambda event: event.moment)[::-1])


def _merge_event(state: _State) -> Event:
    return Event("joined", state.version.moment, state.version.commit, state.card, other=state.joined)


def _change_event(before: _State, old: str | None, after: _State, new: str | None, vocabularies: Vocabularies) -> Event | None:
    """What happened between two states; None if a reader would not see it."""
    read = read_changed_fields(old, new) if old is not None and new is not None else None
    found = find_field_changes(*read, vocabularies) if read else ()
    is_renamed = before.card != after.card
    if not is_renamed and read and not found:
        return None
    kind, other = ("renamed", before.card) if is_renamed else ("changed", "")
    return Event(kind, after.version.moment, after.version.commit, after.card, found, read is not None, other)
