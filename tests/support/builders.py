"""Builders for the tests: a small complete library in a temporary folder, and cards to put in it.

The cards, records and lists of tests/example are plainly invented; only the vocabularies that are somebody's whole
scale are the real ones, because the code knows some of their words.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from paths import EXAMPLE, EXAMPLE_SITE

from macros.library.library import Library
from macros.library.loader import load_library
from macros.validation.problems import Problem, Refused
from scripts.check import main

EXAMPLE_DAY = "1735689600"
"""1 January 2025 as SOURCE_DATE_EPOCH, so that ages of statements do not change while the tests grow old."""

SOURCES = [{"source": "voorbeeldrapport"}]


def a_card(**changes: Any) -> dict[str, Any]:
    """A short card, with changes; a change to ... leaves the field out. It can do without `owners` and `goals`."""
    card: dict[str, Any] = {
        "name": "Voorbeeld",
        "summary": "Een korte samenvatting.",
        "status": {"phase": "running", "sources": SOURCES},
        "owners": [{"organisation": "voorbeeldorganisatie", "sources": SOURCES}],
        "target_group": {"description": "Gezinnen in het voorbeeld.", "sources": SOURCES},
        "goals": [{"text": "Kinderen wonen thuis.", "theme": "return-home", "sources": SOURCES}],
        "sources": SOURCES,
    }
    return {name: value for name, value in (card | changes).items() if value is not ...}


def an_outcome(result: Any, **changes: Any) -> dict[str, Any]:
    """The least an outcome can be around a result, with changes."""
    outcome = {
        "id": "uitkomst",
        "measure": "return-home",
        "statement": "Kinderen wonen weer thuis.",
        "result": result,
        "direction": "favourable",
        "design": "monitoring",
        "sources": SOURCES,
    }
    return outcome | changes


def as_yaml(values: Any) -> str:
    """YAML of plain values; text is taken as it is."""
    return values if isinstance(values, str) else yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # cards may not hold anchors, and the builders share their parts


@dataclass(frozen=True)
class Root:
    """The root of a project: methods/ and data/."""

    path: Path

    def write(self, name: str, values: Any) -> Path:
        """Write a file below the root, from values or from text."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(values), encoding="utf-8")
        return file

    def write_card(self, values: Any, name: str = "nieuw") -> Path:
        return self.write(f"methods/{name}.yml", values)

    def load(self) -> Library:
        return load_library(self.path)

    def problems(self, values: Any, name: str = "nieuw") -> list[Problem]:
        """What is wrong with a card in this library, which stays as it was."""
        try:
            self.method(values, name)
        except Refused as refused:
            return refused.problems
        return []

    def method(self, values: Any, name: str = "nieuw") -> Any:
        """A card in this library, checked; the library stays as it was."""
        card = self.write_card(values, name)
        try:
            return load_library(self.path, cards=[card]).methods[name]
        finally:
            card.unlink()

    def check(self, *arguments: object) -> int:
        """Run the command as a person does."""
        return main(["--root", str(self.path), *map(str, arguments)])


def copy_example(target: Path) -> Root:
    vocabularies = target / "data" / "vocabularies"
    shutil.copytree(EXAMPLE, target, dirs_exist_ok=True)
    for file in (EXAMPLE_SITE / "data" / "vocabularies").glob("*.yml"):
        if not (vocabularies / file.name).exists():
            shutil.copy(file, vocabularies)
    return Root(target)
