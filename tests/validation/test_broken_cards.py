"""Every card in tests/validation/broken has one fault (five in five-faults.yml); its first lines say what the check
must answer."""

from pathlib import Path

import pytest
from builders import Root
from paths import BROKEN

CARDS = sorted(BROKEN.glob("*.yml"))
EXPECT = "# expect: "


def expected(card: Path) -> list[str]:
    """The reports a card announces: line:column: field: message — remedy."""
    return [line.removeprefix(EXPECT) for line in card.read_text(encoding="utf-8").splitlines() if line.startswith(EXPECT)]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_a_broken_card_is_reported_with_place_field_fault_and_remedy(
    card: Path, example: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    assert example.check(card) == 1
    *problems, count = capsys.readouterr().out.splitlines()
    assert problems == [f"{card}:{report}" for report in expected(card)]
    assert count == ("1 fout in 1 bestand" if len(problems) == 1 else f"{len(problems)} fouten in 1 bestand")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_a_broken_card_announces_one_fault_or_five(card: Path) -> None:
    assert len(expected(card)) == (5 if card.stem == "five-faults" else 1)


def test_there_are_at_least_thirty_broken_cards() -> None:
    assert len(CARDS) >= 30


def test_the_whole_folder_is_reported_in_one_go(example: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert example.check(BROKEN) == 1
    output = capsys.readouterr().out.splitlines()
    reports = {f"{card}:{report}" for card in CARDS for report in expected(card)}
    assert set(output[:-1]) == reports
    assert len(output) - 1 == len(reports)
