"""Builders for the tests: a small complete library in a temporary folder, and cards to put in it.

The cards, records and lists of tests/example are plainly invented; only the vocabularies that are somebody's whole
scale are the real ones, because the code knows some of their words.
"""

import re
import shutil
from collections.abc import Iterator
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
    card = card | changes
    if isinstance(card.get("outcomes"), list) and "studies" not in card:
        card["studies"] = list(studies_of(card["outcomes"]))
        card["outcomes"] = card.pop("outcomes")  # studies stand before the results that name them
    return {name: value for name, value in card.items() if value is not ...}


class AnOutcome(dict[str, Any]):
    """An outcome that remembers the study in which it was found, for the card around it."""

    study: dict[str, Any]

    def __or__(self, changes: dict[str, Any]) -> "AnOutcome":  # type: ignore[override]
        changed = AnOutcome({**self, **changes})
        changed.study = self.study
        return changed


OF_STUDY = ("design", "evaluator", "evaluator_note", "independent", "participants", "report_read", "about", "country")


def an_outcome(result: Any, **changes: Any) -> AnOutcome:
    """The least an outcome can be around a result, with changes; those about how it was measured go to its study."""
    measured = {"design": "monitoring"} | {name: changes.pop(name) for name in OF_STUDY if name in changes}
    study_id = "-".join(["onderzoek", *(str(value) for value in measured.values() if isinstance(value, str))])
    outcome = AnOutcome(
        {
            "id": "uitkomst",
            "study": re.sub(r"[^a-z0-9]+", "-", study_id.lower()).strip("-"),
            "measure": "return-home",
            "statement": "Kinderen wonen weer thuis.",
            "result": result,
            "direction": "favourable",
            "sources": SOURCES,
        }
    )
    outcome.study = {"id": outcome["study"], **measured, "sources": SOURCES}
    return outcome | changes


def studies_of(outcomes: list[Any]) -> Iterator[dict[str, Any]]:
    """The study of each outcome that names the one it was made with, each once."""
    made = {one.study["id"]: one.study for one in outcomes if isinstance(one, AnOutcome)}
    yield from (study for key, study in made.items() if any(one.get("study") == key for one in outcomes if isinstance(one, dict)))


def as_yaml(values: Any) -> str:
    """YAML of plain values; text is taken as it is."""
    return values if isinstance(values, str) else yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # cards may not hold anchors, and the builders share their parts


_Dumper.add_representer(AnOutcome, lambda dumper, data: dumper.represent_dict(data.items()))


@dataclass(frozen=True)
class Root:
    """The root of a project: methods/ and data/."""

    path: Path

    def write(self, name: str, values: Any) -> Path:
        """Write a file below the root, from values or from text."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # it may be a second name of a file of other tests
        file.write_text(as_yaml(values), encoding="utf-8")
        return file

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

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
    """The example library, with the lists of words that it leaves to the example site."""
    words = target / "data" / "vocabularies"
    shutil.copytree(EXAMPLE, target, dirs_exist_ok=True)
    for file in (EXAMPLE_SITE / "data" / "vocabularies").glob("*.yml"):
        if not (words / file.name).exists():
            shutil.copy(file, words)
    return Root(target)
