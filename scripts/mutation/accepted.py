"""The mutants that no test needs to catch, each with its reason: tests/mutants/accepted.toml."""

import re
import tomllib
from dataclasses import dataclass, field

from scripts.mutation.workspace import ROOT

FILE = ROOT / "tests" / "mutants" / "accepted.toml"
Key = tuple[str, str, str]
"""The file of a mutant, and its lines before and after."""


@dataclass
class Accepted:
    """Which mutants are accepted, and which entries were of use."""

    entries: dict[tuple[str, str], re.Pattern[str]]
    """(file, what changes as it is written in the list) -> what it matches, which is "before → after"."""
    used: set[tuple[str, str]] = field(default_factory=set)

    def __contains__(self, key: Key) -> bool:
        file, before, after = key
        found = {
            entry for entry, pattern in self.entries.items() if entry[0] == file and pattern.fullmatch(f"{before} → {after}")
        }
        self.used |= found
        return bool(found)

    def unused(self, folder: str) -> list[str]:
        """Entries for the files of a folder that matched nothing: the code has changed since."""
        return [
            f"{file}: {change}" for file, change in self.entries if file.startswith(folder) and (file, change) not in self.used
        ]


def read_accepted() -> Accepted:
    """Raises SystemExit if an entry does not say why."""
    entries = {}
    for file, changes in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        for change, reason in changes.items():
            if not reason.startswith(("equal: ", "wanted: ")):
                raise SystemExit(f"{FILE.name}: {file}: “{change}” says neither equal nor wanted")
            text = change.removeprefix("regex: ")
            entries[file, change] = re.compile(re.escape(text) if text == change else text)
    return Accepted(entries)
