"""What only the whole library can tell: one small function a rule; the two lists are the table of contents.

Rules about one value or one record stand with that record, in macros/model.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.library.claims import Placed, claims_of
from macros.model.fields import fields_of
from macros.model.method import Method

if TYPE_CHECKING:
    from macros.library.loader import Library


class Finding(NamedTuple):
    """A problem before it has a place in a file."""

    keys: tuple[str | int, ...]
    code: str
    details: dict[str, Any]


def linked_methods_exist(method: Method, library: "Library") -> Iterator[Finding]:
    for side in ("before", "alongside", "after") if method.chain else ():
        for index, link in enumerate(getattr(method.chain, side)):
            if link.method is not None and link.method not in library.card_ids:
                yield Finding(("chain", side, index, "method"), *_missing(link.method, library))


def _missing(method_id: str, library: "Library") -> tuple[str, dict[str, Any]]:
    """What is wrong with a link to a card that is not there."""
    if moved := library.moved.get(method_id):
        return "linked_to_moved" if moved.to else "linked_to_removed", {"value": method_id, "to": moved.to}
    return "unknown_method", {"value": method_id, "choices": sorted(library.card_ids)}


def gaps_name_empty_fields(method: Method, library: "Library") -> Iterator[Finding]:
    names = [node.name for node in fields_of(Method)]
    for index, gap in enumerate(method.gaps):
        if gap.field not in names:
            yield Finding(("gaps", index, "field"), "unknown_field", {"value": gap.field, "choices": names})
        elif getattr(method, gap.field):
            yield Finding(("gaps", index, "field"), "gap_but_filled", {"value": gap.field})


def dates_are_past(method: Method, library: "Library") -> Iterator[Finding]:
    """By the clock and not by the day of the build, which may be set to an earlier one to build an old state again."""
    dates = [(("reviewed",), method.reviewed)]
    dates += [(("recognitions", index, "date"), recognition.date) for index, recognition in enumerate(method.recognitions)]
    dates += [(("effect_ladder", index, "date"), step.date) for index, step in enumerate(method.effect_ladder)]
    for keys, date in dates:
        if date and date.first_day > datetime.date.today():
            yield Finding(keys, "date_in_future", {"value": str(date)})


def claims_have_addresses_of_their_own(method: Method, library: "Library") -> Iterator[Finding]:
    """Results have an id of their own, which the model compares."""
    seen: dict[tuple[str, str], Placed] = {}
    for claim in claims_of(method):
        if claim.kind == "outcome":
            continue
        first = seen.setdefault((claim.kind, claim.key), claim)
        if first is not claim:
            keys = (*claim.keys, "id") if claim.record.id else claim.keys
            yield Finding(keys, "same_address", {"value": claim.anchor})


CHECKS: tuple[Callable[[Method, "Library"], Iterator[Finding]], ...] = (
    linked_methods_exist,
    gaps_name_empty_fields,
    dates_are_past,
    claims_have_addresses_of_their_own,
)
