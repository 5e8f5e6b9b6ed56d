"""The Dutch of the site: visitors' words, one word for one thing. What is no longer used stands here, and what is instead."""

import re
from pathlib import Path

import pytest
from paths import ROOT

FORMER_WORDS = {
    r"bladzijden?": "pagina",
    r"rekenblad(en)?": "spreadsheet",
    r"grootboek": "wat bronnen zeggen",
    r"leesverschil(len)?": "verschil voor lezers",
    r"draagt een datum": "heeft een datum",
    r"(?<![/-])uitspra(ak|ken)(?![/.])": "gegeven, resultaat of zin: een uitspraak is in dit vak een besluit van een rechter",
}
"""A word that readers do not meet any more → what stands there now."""
PLACES = (
    "docs/**/*.md",
    "docs/assets/*/*.js",
    "macros/rendering/templates/**/*.html",
    "macros/views/**/*.py",
    "theme/*.html",
    "CONTRIBUTING.md",
    ".github/*.md",
)


def files() -> list[Path]:
    return [file for place in PLACES for file in sorted(ROOT.glob(place)) if "packages" not in file.parts]


@pytest.mark.parametrize("word", FORMER_WORDS)
def test_a_word_that_is_no_longer_used_stands_nowhere(word: str) -> None:
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}" for file in files() for match in pattern.finditer(file.read_text("utf-8"))
    ]
    assert found == [], f"schrijf: {FORMER_WORDS[word]}"


def test_a_thing_is_called_die_and_people_ze() -> None:
    more = {file for place in ("macros/**/*.py", "scripts/*.py") for file in ROOT.glob(place)}
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in sorted({*files(), *more})
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"\b([Zz]ij|[Hh]aar)\b", line)
    ]
    assert found == []


def test_the_files_that_readers_see_are_looked_at() -> None:
    names = {file.name for file in files()}
    assert {"CONTRIBUTING.md", "index.md", "card.html", "page.js", "wording.py", "main.html"} <= names
