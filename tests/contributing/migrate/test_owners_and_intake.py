"""Cards of before: one owner becomes a list, a mark on a sentence becomes the intake; all else stays byte for byte."""

from collections.abc import Callable

import pytest

from macros.contributing.migrate import intake, owners
from macros.validation.problems import Refused
from macros.validation.yaml_reader import read_text

BLOCK = """# hoofd
name: "Een: twee"   # blijft
owner: # van wie
  # een opmerking
  organisation: club
  note: >-
    Een lange
    toelichting.

    En nog een.
  sources:
    - {source: x, locator: 'blz. 2'}

# hierna
goals: []
"""
AFTER = """# hoofd
name: "Een: twee"   # blijft
owners: # van wie
  # een opmerking
  - organisation: club
    note: >-
      Een lange
      toelichting.

      En nog een.
    sources:
      - {source: x, locator: 'blz. 2'}

# hierna
goals: []
"""


def test_an_owner_becomes_the_first_of_a_list_and_comments_stay() -> None:
    assert owners.carried_over(BLOCK) == AFTER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("owner: {organisation: club}\nname: x\n", "owners: [{organisation: club}]\nname: x\n"),
        ("name: x\nowner: {organisation: club}", "name: x\nowners: [{organisation: club}]\n"),
        ("owner: {organisation: club} # zo\nname: x\n", "owners:\n  - {organisation: club} # zo\nname: x\n"),
        ("owner: {organisation: club,\n  note: x}\nname: x\n", "owners:\n  - {organisation: club,\n      note: x}\nname: x\n"),
        ("owner:\n    organisation: club\n", "owners:\n    - organisation: club\n"),
    ],
)
def test_an_owner_in_braces_stays_in_braces(before: str, after: str) -> None:
    assert owners.carried_over(before) == after
    assert read_text(after, "").value["owners"] == [read_text(before, "").value["owner"]]


@pytest.mark.parametrize(
    "text", ["name: x\nowners: []\n", "name: x\n", "owner: club\n", "owners: []\nowner: {organisation: x}\n"]
)
def test_what_has_no_owner_of_before_stays_as_it_is(text: str) -> None:
    assert owners.carried_over(text) == text


def test_lines_of_windows_stay_lines_of_windows() -> None:
    assert owners.carried_over(BLOCK.replace("\n", "\r\n")) == AFTER.replace("\n", "\r\n")
    assert intake.carried_over(CLOSED.replace("\n", "\r\n")) == OPEN.replace("\n", "\r\n")


CLOSED = """name: x
# aanmelden
referral:
  - says: Via het wijkteam.
    sources:
      - {source: x} # hier
  - says: Er kunnen geen gezinnen meer bij.
    closed: true
    sources:
      - {source: z}
  - closed: false
    says: Bel eerst.
    sources: [{source: x}]
goals: []
"""
OPEN = """name: x
# aanmelden
intake:
  open: "no"
  note: Er kunnen geen gezinnen meer bij.
  sources:
    - {source: z}
referral:
  - says: Via het wijkteam.
    sources:
      - {source: x} # hier
  - says: Bel eerst.
    sources: [{source: x}]
goals: []
"""


def test_a_closed_referral_becomes_the_intake() -> None:
    assert intake.carried_over(CLOSED) == OPEN


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "referral: [{says: Vol., closed: true, sources: [{source: x}]}]\nname: x\n",
            {"intake": {"open": "no", "note": "Vol.", "sources": [{"source": "x"}]}, "name": "x"},
        ),
        (
            "referral:\n  - {says: Bel., closed: false, sources: [{source: x}]}\n",
            {"referral": [{"says": "Bel.", "sources": [{"source": "x"}]}]},
        ),
        (
            "referral:\n  - says: Vol.\n    closed: true\n    sources: [{source: x}]\n",
            {"intake": {"open": "no", "note": "Vol.", "sources": [{"source": "x"}]}},
        ),
        (
            'intake: {open: "yes", sources: [{source: x}]}\n'
            "referral:\n  - says: Vol.\n    closed: true\n    sources: [{source: x}]\n",
            {
                "intake": {"open": "yes", "sources": [{"source": "x"}]},
                "referral": [{"says": "Vol.", "sources": [{"source": "x"}]}],
            },
        ),
    ],
)
def test_in_whatever_way_it_was_written(before: str, after: dict[str, object]) -> None:
    assert read_text(intake.carried_over(before), "").value == after


@pytest.mark.parametrize("step", [owners.carried_over, intake.carried_over])
@pytest.mark.parametrize("text", [AFTER, OPEN])
def test_a_second_time_changes_nothing(step: Callable[[str], str], text: str) -> None:
    assert step(text) == text


@pytest.mark.parametrize("step", [owners.carried_over, intake.carried_over])
def test_what_is_no_yaml_is_refused(step: Callable[[str], str]) -> None:
    with pytest.raises(Refused):
        step("name: [")
