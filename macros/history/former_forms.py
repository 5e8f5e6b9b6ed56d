"""Values of a card in an earlier form as they would be written today, so that another way to write the same is no change.

The text of a card is carried over by macros/contributing/migrate.
"""

from collections.abc import Mapping
from typing import Any


def in_form_of_today(values: Mapping[str, Any]) -> dict[str, Any]:
    """All values, or those of some fields, of a card of any time."""
    found = dict(values)
    if isinstance(found.get("owner"), dict) and "owners" not in found:
        found["owners"] = [found.pop("owner")]
    if isinstance(found.get("referral"), list):
        found |= _with_intake(found)
        if not found["referral"]:
            del found["referral"]
    return found


def _with_intake(values: Mapping[str, Any]) -> dict[str, Any]:
    """The first sentence about referral with `closed: true` is the intake; the others lose the mark."""
    kept, intake = [], values.get("intake")
    for one in values["referral"]:
        if not isinstance(one, dict) or "closed" not in one:
            kept.append(one)
        elif one["closed"] == "true" and intake is None:
            intake = {"open": "no", "note": one.get("says"), "sources": one.get("sources")}
        else:
            kept.append({name: value for name, value in one.items() if name != "closed"})
    return {"referral": kept} | ({"intake": intake} if intake is not None else {})
