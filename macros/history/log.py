"""What `git log` printed → commits, oldest first, and the dates of them that can be believed."""

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

FIRST = datetime.datetime(2005, 4, 7, tzinfo=datetime.UTC).timestamp()
"""The first commit of Git itself (kernel.org/pub/software/scm/git/git.git, e83c5163); what is older was dated wrongly."""
DAY = 86_400


class Commit(NamedTuple):
    """One commit of the line of first parents."""

    id: str
    seconds: int
    """Its date as it says itself, since 1970."""
    changes: list[tuple[str, str | None]]
    """Path → id of the content, None if the file went."""


def parse_log(output: bytes) -> list[Commit]:
    """The commits of `git log -m --raw -z --format=%x01%H %ct`, oldest first. A path may hold every byte but zero."""
    found: list[Commit] = []
    pieces = iter(output.decode(errors="surrogateescape").split("\0"))
    for piece in pieces:
        text = piece.lstrip("\n")
        if text.startswith(":"):
            _, _, _, blob, state = text.split()
            found[-1].changes.append((next(pieces), None if state == "D" else blob))
        elif text.startswith("\x01"):
            commit, seconds = text[1:].split()
            found.append(Commit(commit, int(seconds), []))
    return found[::-1]


def believable(seconds: Sequence[int], now: float) -> list[datetime.datetime]:
    """The moment of each commit, in their order: its own date, or where that cannot be right, that of the one before it.

    Clocks are wrong, and dates can be made up. Of the dates from FIRST to tomorrow, the longest row that never goes back
    is believed (Schensted 1961, by patience sorting: O(n log n)); what stands before all of it gets its first date.
    """
    kept = _longest_row([(index, value) for index, value in enumerate(seconds) if FIRST <= value <= now + DAY])
    moment, found = seconds[kept[0]] if kept else FIRST, []
    believed = set(kept)
    for index, value in enumerate(seconds):
        moment = value if index in believed else moment
        found.append(datetime.datetime.fromtimestamp(moment, datetime.UTC))
    return found


def _longest_row(dated: Sequence[tuple[int, int]]) -> list[int]:
    """The places of the longest row of dates that never goes back."""
    tails: list[int] = []  # the earliest date that a row of each length ends with
    ends: list[int] = []  # which of `dated` that is
    before: list[int] = []
    for number, (_, value) in enumerate(dated):
        length = bisect_right(tails, value)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1], ends[length : length + 1] = [value], [number]
    found, number = [], ends[-1] if ends else -1
    while number >= 0:
        found.append(dated[number][0])
        number = before[number]
    return found[::-1]
