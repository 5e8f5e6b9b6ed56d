"""A card that was only written in another way has not changed for its readers."""

from typing import Any

import pytest
from builders import SOURCES

from macros.contributing.migrate import intake, owners
from macros.contributing.yaml_writer import yaml_text
from macros.history.field_changes import find_field_changes
from macros.history.former_forms import in_form_of_today
from macros.validation.yaml_reader import read_text

OWNER = {"organisation": "club", "sources": SOURCES}
OTHER = {"organisation": "ander", "sources": SOURCES}
SAID = {"says": "Via het wijkteam.", "sources": SOURCES}
FULL = {"says": "Vol.", "closed": "true", "sources": SOURCES}
FORMER: list[dict[str, Any]] = [
    {"owner": OWNER},
    {"referral": [FULL]},
    {"referral": [SAID, FULL, {**SAID, "closed": "false"}, FULL]},
    {"owner": OWNER, "referral": [SAID]},
    {"intake": {"open": "yes", "sources": SOURCES}, "referral": [FULL]},
]


@pytest.mark.parametrize("former", FORMER)
def test_a_card_that_was_carried_over_has_not_changed(former: dict[str, Any]) -> None:
    text = intake.carried_over(owners.carried_over(yaml_text({"name": "x", **former})))
    today = read_text(text, "").value
    assert in_form_of_today({"name": "x", **former}) == today
    assert find_field_changes({"name": "x", **former}, today, {}) == ()


def test_another_owner_is_a_change_whatever_the_form() -> None:
    (change,) = find_field_changes({"owner": OWNER}, {"owners": [OTHER]}, {})
    assert (change.label, change.kind, tuple(change.counts)) == ("Eigenaar", "changed", (1, 0, 1))
    (change,) = find_field_changes({"owner": OWNER}, {"owners": [OWNER, OTHER]}, {})
    assert tuple(change.counts) == (1, 0, 0)
    (change,) = find_field_changes({"owner": OWNER}, {}, {})
    assert (change.label, change.kind) == ("Eigenaar", "removed")


def test_what_cannot_be_a_card_of_any_time_stays_as_it_is() -> None:
    odd = {"owner": "club", "referral": ["x", {"says": "y"}], "name": 3}
    assert in_form_of_today(odd) == odd
