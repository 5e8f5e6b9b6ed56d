"""Rules that need the whole library: CHECKS has one small function for each rule about a card.

Rules about one value or one record are in macros/model, with that record.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from macros.history.moved import follow_moves
from macros.library.claims import CardClaim, claims_of
from macros.library.library import Library
from macros.model.fields import paths_of, value_at
from macros.model.method import Method
from macros.model.moved import Moved
from macros.validation.findings import Finding


def linked_methods_exist(method: Method, library: Library) -> Iterator[Finding]:
    for side in ("before", "alongside", "after") if method.chain else ():
        for index, link in enumerate(getattr(method.chain, side)):
            if link.method is not None and link.method not in library.card_ids:
                yield Finding(("chain", side, index, "method"), *_missing_card(link.method, library))
    for index, relation in enumerate(method.relations):
        if relation.method is not None and relation.method not in library.card_ids:
            yield Finding(("relations", index, "method"), *_missing_card(relation.method, library))


def _missing_card(method_id: str, library: Library) -> tuple[str, dict[str, Any]]:
    """Code and details for a link to a card that does not exist."""
    if moved := library.moved.get(method_id):
        return "linked_to_moved" if moved.to else "linked_to_removed", {"value": method_id, "to": moved.to}
    return "unknown_method", {"value": method_id, "choices": sorted(library.card_ids)}


def gaps_name_empty_fields(method: Method, library: Library) -> Iterator[Finding]:
    names = list(paths_of(Method))
    for index, gap in enumerate(method.gaps):
        if gap.field not in names:
            yield Finding(("gaps", index, "field"), "unknown_field", {"value": gap.field, "choices": names})
        elif value_at(method, gap.field):
            yield Finding(("gaps", index, "field"), "gap_but_filled", {"value": gap.field})


def dates_are_past(method: Method, library: Library) -> Iterator[Finding]:
    """Compared with the clock and not with the day of the build, which SOURCE_DATE_EPOCH may set to an earlier day."""
    dates = [(("reviewed",), method.reviewed), (("status", "as_of"), method.status.as_of)]
    dates += [(("intake", "as_of"), method.intake.as_of)] if method.intake else []
    dates += [(("recognitions", index, "date"), recognition.date) for index, recognition in enumerate(method.recognitions)]
    dates += [(("effect_ladder", index, "date"), step.date) for index, step in enumerate(method.effect_ladder)]
    for keys, date in dates:
        if date and date.first_day > datetime.date.today():
            yield Finding(keys, "date_in_future", {"value": str(date)})


def claims_have_addresses_of_their_own(method: Method, library: Library) -> Iterator[Finding]:
    """Results are not compared here: the model already checks that their ids differ."""
    seen: dict[tuple[str, str], CardClaim] = {}
    for claim in claims_of(method):
        if claim.kind == "outcome":
            continue
        first = seen.setdefault((claim.kind, claim.key), claim)
        if first is not claim:
            keys = (*claim.keys, "id") if claim.record.id else claim.keys
            yield Finding(keys, "same_address", {"value": claim.anchor})


CHECKS: tuple[Callable[[Method, Library], Iterator[Finding]], ...] = (
    linked_methods_exist,
    gaps_name_empty_fields,
    dates_are_past,
    claims_have_addresses_of_their_own,
)
"""The form has these rules too (docs/assets/form/check.js)."""


def check_moved(moved: Mapping[str, Moved], card_ids: Collection[str]) -> Iterator[Finding]:
    """Problems in the list of old ids."""
    followed = follow_moves(moved)
    for old_id, entry in moved.items():
        if old_id in card_ids:
            yield Finding((old_id,), "moved_but_there", {"value": old_id})
        if old_id not in followed:
            yield Finding((old_id, "to"), "moved_in_circle", {"value": old_id})
        elif entry.to and entry.to not in card_ids and entry.to not in moved:
            yield Finding((old_id, "to"), "moved_to_unknown", {"value": entry.to, "choices": sorted(card_ids)})
        if entry.removed and entry.removed.first_day > datetime.date.today():
            yield Finding((old_id, "removed"), "date_in_future", {"value": str(entry.removed)})


def check_removed(known: Iterable[str], moved: Collection[str], card_ids: Collection[str]) -> Iterator[Finding]:
    """Cards that were removed without an entry in data/moved.yml, so that their address leads nowhere."""
    for card_id in sorted(set(known) - set(moved) - set(card_ids)):
        yield Finding((), "card_gone", {"value": card_id})
