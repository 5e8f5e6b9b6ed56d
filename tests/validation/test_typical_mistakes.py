"""Ninety and more typical mistakes: one message, at the right line, and a remedy after which everything is still there."""

import re

import pytest
from builders import Root
from paths import BROKEN
from typical_mistakes import FALLS_SHORT, MISTAKES

TAKES_AWAY = re.compile(r"\bhaal\b.*\bweg\b|\bverwijder|\bwis\b")
ONE_SIGN = re.compile(
    r"haal dat ene teken weg|haal een van de twee komma's weg|haal hem weg, of zet er eerder een haak bij|"
    r"haal alleen de regels met <<<<<<<|haal de regels met ``` aan het begin en het eind weg; de rest blijft|"
    r"haal de regel --- weg"
)
"""What may be taken away: one sign that nobody meant, or a line that some program wrote."""
WORDS = re.compile(r"\w+(?:[.,]\w+)*")


def card(name: str) -> tuple[list[str], str, int]:
    """The lines of a broken card without what is expected of it, the message, and its line, counted from 0."""
    expect, *lines = (BROKEN / f"{name}.yml").read_text(encoding="utf-8").split("\n")
    line, _, said = expect.removeprefix("# expect: ").split(":", 2)
    return lines, said, max(0, int(line) - 2)


def test_there_are_at_least_ninety_and_of_all_but_five_in_ninety_the_message_is_right() -> None:
    assert len(MISTAKES) >= 90
    assert len(MISTAKES) / (len(MISTAKES) + len(FALLS_SHORT)) >= 85 / 90
    assert sorted(MISTAKES.keys() - {file.stem for file in BROKEN.glob("*.yml")}) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_who_does_what_the_message_says_has_a_good_card_with_all_that_was_typed(name: str, example: Root) -> None:
    lines, said, at = card(name)
    mended = {at: MISTAKES[name].line} | {at + number: line for number, line in MISTAKES[name].at.items()}
    after = [
        line for number, line in enumerate(mended.get(number, line) for number, line in enumerate(lines)) if line is not None
    ]
    assert example.problems("\n".join(after)) == []
    written = [lines[number] for number in mended if not lines[number].startswith(("<<<<<<<", ">>>>>>>"))]
    typed = set(WORDS.findall(plain(" ".join(written))))
    kept = set(WORDS.findall(" ".join(filter(None, mended.values()))))
    named = set(WORDS.findall(plain(said)))
    assert {word for word in typed - kept - named if word.capitalize() not in kept} == set(), (
        "what goes is named, and its place is taken by something else"
    )


@pytest.mark.parametrize("name", MISTAKES)
def test_no_remedy_of_a_typical_mistake_takes_away_what_was_typed(name: str) -> None:
    _, said, _ = card(name)
    remedy = said.rpartition(" — ")[2]
    assert not TAKES_AWAY.search(ONE_SIGN.sub("", remedy)), remedy


@pytest.mark.parametrize("name", MISTAKES)
def test_a_remedy_that_names_a_word_is_right_about_it(name: str) -> None:
    _, said, _ = card(name)
    remedy = said.rpartition(" — ")[2]
    mended = " ".join(filter(None, (MISTAKES[name].line, *MISTAKES[name].at.values())))
    if found := re.fullmatch(r'bedoelde u "(.+)"\?|schrijf (?!cijfers|alleen|de |elk |naam)([\w.-]+|\w+: [\w.-]+)', remedy):
        assert (found[1] or found[2]) in mended


@pytest.mark.parametrize("name", FALLS_SHORT)
def test_a_mistake_that_falls_short_still_does(name: str, example: Root) -> None:
    """Else it belongs among the others."""
    good = (BROKEN / "percent-with-comma.yml").read_text(encoding="utf-8").replace('"92,5"', "92.5")
    right, typed, _ = FALLS_SHORT[name]
    assert example.problems(good) == [] and right in good
    assert len(example.problems(good.replace(right, typed, 1))) > 1


def plain(text: str) -> str:
    """Without the signs that nobody sees."""
    return re.sub("[\u2009\u202e\xa0]", "", text).replace("\u2028", " ")
