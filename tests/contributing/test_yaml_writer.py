"""What is written is read back as it was: real cards, and whatever people may type."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import EXAMPLE, EXAMPLE_SITE

from macros.contributing.yaml_writer import CARD_SCHEMA, WIDTH, card_text, yaml_text
from macros.validation.yaml_reader import read_file, read_text
from macros.validation.yaml_typing import UNSEEN

CARDS = sorted([*(EXAMPLE_SITE / "methods").glob("*.yml"), *(EXAMPLE / "methods").glob("*.yml")])
SURPRISES = ["", " ", "~", "null", "Null", "no", "Yes", "on", "true", "True", "1.10", "-5mo", "- a", "a: b", "a #b", "a:", "#a"]
SURPRISES += [
    "{a}",
    "[a]",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "'a",
    '"a',
    "a\nb",
    "a\n\n- b\n- c",
    " a",
    "a ",
    "a\n",
    "\na",
    "\t",
]
SURPRISES += ["a\u2028b", "a\x85b", "a\x00b", "\x1b[31m", "\u202ea", "---", "...", ">-", "|", "?", "a\r\nb", "=", "<<"]
SURPRISES += [
    "\\",
    "\\n",
    "\U0001f600",
    "\ufffe",
    "woord " * 60,
    "woord  " * 60,
    "x" * 500,
    "a\n  b\nc",
    "a\n \nb",
    "a,b",
    "}",
    "]",
]
SEEN = st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, UNSEEN)))
"""What nobody sees, the reader leaves out."""
texts = st.text(SEEN, max_size=300) | st.sampled_from(SURPRISES)
keys = st.text(SEEN, max_size=60) | st.sampled_from([text for text in SURPRISES if len(text) < 60])
"""YAML has room for a thousand bytes in a key; ours are field names and ids."""
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Any:
    return read_text(text, "kaart").value


@pytest.mark.parametrize("file", CARDS, ids=lambda file: file.stem)
def test_a_card_that_is_written_again_says_the_same(file: Path) -> None:
    value = read_file(file, "").value
    assert len(value) > 5
    assert read(card_text(value)) == value
    assert list(read(card_text(value))) == list(value)


@pytest.mark.parametrize("text", SURPRISES)
def test_a_text_that_looks_like_something_else_stays_that_text(text: str) -> None:
    record = {"veld": text, "lijst": [text, text], "records": [{"een": text}, {"twee": [{"drie": text}]}], "diep": {"een": text}}
    assert read(yaml_text(record)) == record


@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_whatever_is_written_is_read_back(record: dict[str, Any]) -> None:
    assert read(yaml_text(record)) == record


def test_a_card_looks_as_people_write_it() -> None:
    sentence = "Een vrijwilliger helpt ouders: een jaar lang, in de buurt. "
    card = {
        "name": "Samen Verder",
        "summary": sentence * 3 + "Meer niet.",
        "status": {
            "phase": "running",
            "from": "2019",
            "note": None,
            "sources": [{"source": "rapport", "locator": "blz. 3, onder"}],
        },
        "aliases": ["SV", "no"],
        "contact": {"organisation": "stichting", "url": "https://voorbeeld.example/a?b=c"},
    }
    assert card_text(card) == (
        f"{CARD_SCHEMA}\n"
        "name: Samen Verder\n"
        "summary: >-\n"
        f"  {sentence}{sentence.strip()}\n"
        f"  {sentence}Meer niet.\n"
        "status:\n"
        "  phase: running\n"
        "  from: 2019\n"
        "  sources:\n"
        '    - {source: rapport, locator: "blz. 3, onder"}\n'
        'aliases: [SV, "no"]\n'
        'contact: {organisation: stichting, url: "https://voorbeeld.example/a?b=c"}\n'
    )


@given(st.lists(st.text("abcde.,'é", min_size=1, max_size=12), min_size=30, max_size=90))
def test_a_long_text_is_folded_within_the_width(words: list[str]) -> None:
    lines = yaml_text({"summary": " ".join(words)}).splitlines()
    assert len(lines) > 1 or len(lines[0]) <= WIDTH
    assert max(map(len, lines)) <= WIDTH
