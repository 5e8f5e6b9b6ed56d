"""Mending one thing changes the lines of that thing only, with every remark kept, so that a reviewer sees what changed."""

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from card_values import changed, paths_in, place_at
from paths import EXAMPLE, EXAMPLE_SITE
from tiers import first

from macros.validation.yaml_reader import read_text

Run = Callable[[str, Any], Any]
CARDS = sorted((EXAMPLE_SITE / "methods").glob("*.yml")) + sorted((EXAMPLE / "methods").glob("*.yml"))
SOME = [card for card in CARDS if card.stat().st_size > 6000][:4] + CARDS[-1:]


def read(text: str) -> Any:
    return read_text(text, "x.yml").value


def mend_all(run: Run, text: str, mended: list[Any]) -> list[str]:
    given = {"text": text, "values": read(text), "mended": mended}
    return run("given.mended.map((mended) => form.writeMended(mended, given))", given)


def gone_lines(text: str, after: str) -> list[tuple[int, int, int]]:
    """(first line, lines before, lines after) of each stretch that differs."""
    opcodes = SequenceMatcher(None, text.splitlines(), after.splitlines(), autojunk=False).get_opcodes()
    return [(i, j - i, m - k) for tag, i, j, k, m in opcodes if tag != "equal"]


def remarks(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def lines_of(text: str) -> int:
    return len(text) // 60 + text.count("\n") + 3


@pytest.mark.parametrize("card", first(1, SOME), ids=lambda card: card.stem)
def test_any_one_text_that_is_mended_changes_its_own_lines(card: Path, run: Run) -> None:
    text = card.read_text(encoding="utf-8")
    values = read(text)
    leaves = [path for path in paths_in(values) if isinstance(place_at(values, path), str)]
    assert len(leaves) > 8
    new = "Een andere tekst"
    results = mend_all(run, text, [changed(values, path, new) for path in leaves])
    for path, after in zip(leaves, results, strict=True):
        assert read(after) == changed(values, path, new), path
        stretches = gone_lines(text, after)
        assert len(stretches) == 1, (path, stretches)
        assert stretches[0][1] <= lines_of(str(place_at(values, path[:-1]))), (path, stretches)
        assert remarks(after) == remarks(text)


@pytest.mark.parametrize("card", SOME, ids=lambda card: card.stem)
def test_taking_one_of_a_list_away_or_adding_one_leaves_the_others(card: Path, run: Run) -> None:
    text = card.read_text(encoding="utf-8")
    values = read(text)
    lists = [path for path in paths_in(values) if isinstance(place_at(values, path), list)]
    lists = [path for path in lists if len(place_at(values, path)) > 1 and isinstance(place_at(values, path)[0], dict)]
    cases = []
    for path in lists:
        old = place_at(values, path)
        cases += [
            changed(values, path, old[:-1]),
            changed(values, path, [*old, {"text": "Nieuw"}]),
            changed(values, path, old[::-1]),
        ]
    for mended, after in zip(cases, mend_all(run, text, cases), strict=True):
        assert read(after) == mended
        if len(after) != len(text):
            assert len(gone_lines(text, after)) == 1


RESULTS = """\
name: Naam
outcomes:
  # eerst het kleine onderzoek
  - id: een
    measure: steun
    statement: >-
      Na een jaar zeiden 18 van de 24 ouders
      dat zij meer steun ervaren.
    result: {count: 18, of: 24, unit: parent}   # uit tabel 3
    sources:
      - {source: a, locator: "blz. 4"}   # op papier gelezen
      - source: b   # en dit

  # dan het grote
  - id: twee
    measure: rust
    result:
      # in woorden, want de groep is klein
      words: Het ging beter.
    caveat: |
      # geen kop, maar tekst

      Let op.
    sources: [{source: a}]
# over kosten
costs:
- amount: 12   # per week
  per: family
# tot slot
"""
SECOND = RESULTS[RESULTS.index("\n  # dan het") : RESULTS.index("# over")]
CHANGES: dict[str, tuple[Callable[[Any], Any], list[tuple[str, str]]]] = {
    "a number of the first": (
        lambda card: card["outcomes"][0]["result"].update(count="19"),
        [("{count: 18, of: 24, unit: parent}   #", "{count: 19, of: 24, unit: parent} #")],
    ),
    "a locator": (
        lambda card: card["outcomes"][0]["sources"][0].update(locator="blz. 5"),
        [('{source: a, locator: "blz. 4"}   #', "{source: a, locator: blz. 5} #")],
    ),
    "a source in a list of lines": (
        lambda card: card["outcomes"][0]["sources"][1].update(source="c"),
        [("source: b   #", "source: c #")],
    ),
    "a field that is new": (
        lambda card: card["outcomes"][1].update(note="Nieuw."),
        [("    sources: [{source: a}]\n# over", "    sources: [{source: a}]\n    note: Nieuw.\n# over")],
    ),
    "a field that goes": (lambda card: card["outcomes"][1].pop("measure"), [("    measure: rust\n", "")]),
    "words of the second": (
        lambda card: card["outcomes"][1]["result"].update(words="Het ging slechter."),
        [("Het ging beter.", "Het ging slechter.")],
    ),
    "another kind of result": (
        lambda card: card["outcomes"][1].update(result={"count": "3", "unit": "parent"}),
        [
            (
                "    result:\n      # in woorden, want de groep is klein\n      words: Het ging beter.\n",
                "    result:\n      count: 3\n      unit: parent\n",
            )
        ],
    ),
    "the second goes": (lambda card: card["outcomes"].pop(), [(SECOND, "")]),
    "a list at the margin": (lambda card: card["costs"][0].update(amount="13"), [("12   #", "13 #")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_around_a_change_stays_to_the_last_byte(name: str, run: Run) -> None:
    change, edits = CHANGES[name]
    mended = read(RESULTS)
    change(mended)
    expected = RESULTS
    for old, new in edits:
        assert old in expected
        expected = expected.replace(old, new, 1)
    (after,) = mend_all(run, RESULTS, [mended])
    assert read(after) == mended
    if name == "another kind of result":
        assert after.splitlines()[:15] == RESULTS.splitlines()[:15]
    else:
        assert after == expected


def test_one_that_moved_brings_its_remarks_along(run: Run) -> None:
    mended = read(RESULTS)
    mended["outcomes"].reverse()
    mended["outcomes"][1]["statement"] = "Anders."
    (after,) = mend_all(run, RESULTS, [mended])
    assert read(after) == mended
    assert sorted(remarks(after)) == sorted(remarks(RESULTS))
    assert after.index("# dan het grote") < after.index("id: twee") < after.index("id: een")
