"""What the form writes is read back as it was typed, whatever was typed; a card that is only looked at stays the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import EXAMPLE, EXAMPLE_SITE

from macros.library.library import Library
from macros.model.shape import yaml_values
from macros.validation.yaml_reader import read_text
from macros.validation.yaml_typing import UNSEEN

Run = Callable[[str, Any], Any]
REAL = sorted((EXAMPLE_SITE / "methods").glob("*.yml"))
CARDS = [*REAL, *sorted((EXAMPLE / "methods").glob("*.yml"))]


def read(text: str) -> Any:
    return read_text(text, "x.yml").value


def seen(value: Any) -> Any:
    """Without the signs that nobody sees, which the reader leaves out."""
    if isinstance(value, list):
        return [seen(one) for one in value]
    return {key: seen(one) for key, one in value.items()} if isinstance(value, dict) else value.translate(UNSEEN)


NASTY = [
    "no", "yes", "on", "y", "null", "~", "true", "1.10", "0x1f", "1e3", "2019-05-14", "12:30", "-5mo", "-", "- a", "?", "? a",
    ":", ": ", "a: b", "a:", ":a", "a #b", "#a", "[a", "a]", "{a", "{{ geheim }}", "{% raw %}", "<script>alert(1)</script>",
    "javascript:alert(1)", "[x](javascript:alert(1))", "&a", "*a", "!tag", "!!python/object:os.system", "|", ">", ">-",
    "%YAML 1.1", "@a", "`a`", "'", '"', "''", "'a'", '"a"', 'a"b', "a'b", "\\", "\\n", "a\\", "---", "...", "--- a", " a",
    "a ", "\ta", "a\tb", "a\n", "\na", "a\nb", "a\n\nb", "a\n\n\nb", "a\n b", " a\nb", "a\n  \nb", "a \nb", "- a\n- b",
    "# a\n# b", "a\n---\nb", "a\rb", "a\r\nb", "\x85", "a\u2028b", "\ufeffa", "a\u202eb", "a\u200fb", "\x00", "\x1b[31m",
    "\x7f", "é€ß中𝒳🏠", "מה שלומך", "\ud7ff", "=", "<<", "x" * 5000, "woord " * 300 + "einde", ("woord " * 60).strip() + ": x",
    "a  b " * 40 + "c", "x" * 120 + " # " + "y" * 120, ("https://voorbeeld.example/" + "a" * 100 + " ") * 3 + "z",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text)[:24])
def test_a_text_is_read_back_as_it_was_typed_wherever_it_stands(text: str, run: Run) -> None:
    values = {
        "name": text,
        "aliases": [text, "x", text],
        "status": {"phase": "running", "note": text, "sources": [{"source": "a", "locator": text}]},
        "goals": [{"text": text, "sources": [{"source": text}, {"source": "b", "locator": text}]}],
        "result": {"words": text},
    }
    assert read(run("form.writeYaml(given)", values)) == seen(values)


def test_nothing_in_a_text_becomes_a_field_a_tag_or_an_anchor(run: Run) -> None:
    text = run("form.writeYaml(given)", {"summary": "a\nname: Ander\n!!x &y *z"})
    assert read(text) == {"summary": "a\nname: Ander\n!!x &y *z"}


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1) | st.lists(
    st.sampled_from(["a", " ", "  ", "\n", ":", "#", "-", "'", '"', "{", "]", ",", "lang woord", "\t", "\\", "é"]),
    min_size=1,
    max_size=60,
).map("".join)
KEYS = st.sampled_from(["name", "summary", "goals", "sources", "no", "terug-naar-huis"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


def without_nested_lists(value: Any) -> bool:
    """The card format has no list directly inside a list."""
    if isinstance(value, list):
        return all(not isinstance(inner, list) and without_nested_lists(inner) for inner in value)
    return not isinstance(value, dict) or all(map(without_nested_lists, value.values()))


@settings(max_examples=25)
@given(cards=st.lists(st.dictionaries(KEYS, VALUES, min_size=1).filter(without_nested_lists), min_size=5, max_size=5))
def test_any_values_are_read_back(cards: list[dict[str, Any]], run: Run) -> None:
    for card, text in zip(cards, run("given.map(form.writeYaml)", cards), strict=True):
        assert read(text) == seen(card), text


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_a_real_card_written_anew_holds_the_same(card: Path, run: Run) -> None:
    values = read(card.read_text(encoding="utf-8"))
    text = run("form.writeYaml(given)", values)
    assert read(text) == values
    assert max(map(len, text.splitlines())) < 160
    assert yaml.safe_load(text).keys() == values.keys()


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_a_card_that_was_only_opened_is_the_same_to_the_last_byte(card: Path, run: Run) -> None:
    text = card.read_text(encoding="utf-8")
    assert run("form.writeMended(given.values, given)", {"text": text, "values": read(text)}) == text


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_only_the_field_that_was_mended_is_written_anew(card: Path, run: Run) -> None:
    text = card.read_text(encoding="utf-8")
    values = read(text)
    mended = {**values, "summary": "Een nieuwe samenvatting."}
    result = run("form.writeMended(given.mended, given)", {"text": text, "values": values, "mended": mended})
    assert read(result) == mended
    before, after = text.splitlines(), result.splitlines()
    changed = [line for line in before if line not in after]
    assert changed
    assert "".join(changed).replace("  ", "") in "".join(before[before.index(changed[0]) :]).replace("  ", "")
    assert len(set(after) - set(before)) == 1


REMARKS = """\
# Over deze kaart
name: "Naam"   # zo heet hij

# hieronder de samenvatting
summary: >-
  Een tekst
  over twee regels.
aliases: [a,
  b]
# tot slot
"""


def mend(run: Run, text: str, mended: dict[str, Any]) -> str:
    return run("form.writeMended(given.mended, given)", {"text": text, "values": read(text), "mended": mended})


def test_remarks_stay_where_nothing_was_mended(run: Run) -> None:
    values = read(REMARKS)
    assert mend(run, REMARKS, values) == REMARKS
    assert mend(run, REMARKS, {**values, "name": "Ander"}) == REMARKS.replace('"Naam"   #', '"Ander" #')
    assert mend(run, REMARKS, {name: value for name, value in values.items() if name != "aliases"}) == REMARKS.replace(
        "aliases: [a,\n  b]\n", ""
    )
    assert mend(run, REMARKS, {**values, "plain_summary": "Nieuw."}) == REMARKS.replace(
        "# tot slot", "plain_summary: Nieuw.\n# tot slot"
    )


INSIDE = """\
goals:
  # het eerste doel
  - text: "Een"   # in eigen woorden
    sources: [{source: a}]   # gelezen op papier
  # het tweede doel
  - text: Twee
    # waar het stond
    sources:
      - {source: b, locator: bladzijde 3}
name: Naam
"""


def test_remarks_inside_a_field_stay_with_what_they_are_about(run: Run) -> None:
    values = read(INSIDE)
    first, second = values["goals"]
    changed = {**values, "goals": [{**first, "text": "Anders"}, second]}
    assert mend(run, INSIDE, changed) == INSIDE.replace('"Een"   #', '"Anders" #')
    third = {"text": "Drie", "sources": [{"source": "c"}]}
    longer = mend(run, INSIDE, {**values, "goals": [second, third]})
    assert read(longer) == {**values, "goals": [second, third]}
    assert "# het tweede doel\n" in longer and "# waar het stond\n" in longer
    assert longer.endswith("  - text: Drie\n    sources: [{source: c}]\nname: Naam\n")


REMARKED = {"name": ['"Naam"', "Twee woorden"], "kind": ["programme", "approach"], "reviewed": ["2024-01-15", "2025-02"],
            "url": ["https://voorbeeld.example/a", "https://voorbeeld.example/b"], "count": ["1.5", "-2"]}  # fmt: skip


@pytest.mark.parametrize("name", REMARKED)
def test_what_is_written_before_a_remark_is_read_back_and_only_a_text_needs_quotes(name: str, run: Run) -> None:
    before, after = REMARKED[name]
    text = f"{name}: {before} # een opmerking\n"
    written = mend(run, text, {name: after})
    assert written == f"{name}: {json.dumps(after) if name == 'name' else after} # een opmerking\n"
    assert read(written) == {name: after}


def test_a_sign_that_nobody_sees_stays_a_sign_when_its_neighbour_is_mended(run: Run) -> None:
    text = "goals:\n  - text: een\u200etwee\n    theme: a\n"
    values = read(text)
    mended = {"goals": [{**values["goals"][0], "theme": "b"}]}
    assert read(mend(run, text, mended)) == mended


@pytest.mark.parametrize(
    "text",
    ["{name: Naam, summary: Kort}\n", '"name": Naam\nsummary: Kort\n', "name:\n  Naam\nsummary: Kort", "---\nname: Naam\n"],
)
def test_a_card_in_another_form_is_written_anew_and_holds_the_same(text: str, run: Run) -> None:
    mended = {**read(text), "summary": "Lang"}
    assert read(mend(run, text, mended)) == mended


def test_the_values_for_mending_are_those_in_the_file(library: Library) -> None:
    assert library.methods
    for method_id, method in library.methods.items():
        text = (EXAMPLE_SITE / "methods" / f"{method_id}.yml").read_text(encoding="utf-8")
        assert list(yaml_values(method).items()) == list(read(text).items())


def test_the_values_of_a_card_with_every_field_are_those_in_the_file(example: Any) -> None:
    method = example.load().methods["voorbeeld-thuis"]
    text = (EXAMPLE / "methods" / "voorbeeld-thuis.yml").read_text(encoding="utf-8")
    assert yaml_values(method) == read(text)


def test_a_field_goes_where_the_format_has_it(run: Run) -> None:
    code = "given.reduce((holder, [name, value]) => (form.put(holder, name, value, ['a', 'b', 'c', 'd']), holder), {})"
    found = run(code, [["c", "3"], ["a", "1"], ["d", "4"], ["b", "2"], ["a", "9"], ["d", ""]])
    assert list(found.items()) == [("a", "9"), ("b", "2"), ("c", "3")]


def test_groups_that_were_left_empty_are_not_written_unless_another_would_lose_its_place(run: Run) -> None:
    card = {
        "name": "x",
        "owners": [],
        "goals": [{"sources": [{}]}],
        "reach": [{}, {"count": "1"}, {}],
        "contact": {"organisation": ""},
    }
    assert run("form.written(given)", card) == {"name": "x", "reach": [{}, {"count": "1"}]}
    assert run("form.written(given, given)", card) == card


def test_an_id_follows_from_a_name(run: Run) -> None:
    names = ["Samen Verder!", "  Élan & Co ", "'s Graven Lo", "…", "x" * 80, "een twee " * 20]
    assert run("given.map((name) => form.idFrom(name))", names)[:4] == ["samen-verder", "elan-co", "s-graven-lo", ""]
    assert all(len(found) <= 50 for found in run("given.map((name) => form.idFrom(name))", names))
    assert run("form.freeId('a', (id) => ['a', 'a-2'].includes(id))", None) == "a-3"
