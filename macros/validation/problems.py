"""A problem: where it is, what is wrong, what to do. Reported as text for people, for GitHub, or as JSON for programs."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from macros.validation.explain import beginning, message, on_one_line, remedy

Keys = tuple[str | int, ...]
"""The path to a value from the top of a file: ("outcomes", 0, "result")."""


class FilePosition(NamedTuple):
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""


START = FilePosition(1, 1)


class Refused(Exception):
    """Something was not accepted; `problems` says all that is wrong with it."""

    def __init__(self, problems: "Iterable[Problem]") -> None:
        self.problems = sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.position, problem.text))
        super().__init__(text_report(self.problems))


@dataclass(frozen=True)
class Problem:
    path: str
    position: FilePosition
    keys: Keys
    code: str
    """Names the sentence in macros/validation/messages.py."""
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What the sentence fills in."""

    @property
    def where(self) -> str:
        """The field as people write it: outcomes[0].result.of"""
        text = ""
        for key in self.keys:
            text += f"[{key}]" if isinstance(key, int) else f".{beginning(key)}" if text else beginning(key)
        return on_one_line(text)

    @property
    def message(self) -> str:
        return message(self.code, self.details)

    @property
    def remedy(self) -> str:
        return remedy(self.code, self.details)

    @property
    def text(self) -> str:
        """The field, what is wrong and what to do, on one line."""
        return f"{self.where}: {self.message} — {self.remedy}" if self.keys else f"{self.message} — {self.remedy}"

    def __str__(self) -> str:
        return f"{self.path}:{self.position.line}:{self.position.column}: {self.text}"


def text_report(problems: Iterable[Problem]) -> str:
    """One line a problem, then the count."""
    problems = list(problems)
    return "\n".join([*map(str, problems), count_text(problems)])


def count_text(problems: Sequence[Problem]) -> str:
    """3 fouten in 2 bestanden"""
    files = len({problem.path for problem in problems})
    found = "fout" if len(problems) == 1 else "fouten"
    return f"{len(problems)} {found} in {files} {'bestand' if files == 1 else 'bestanden'}"


def json_report(problems: Iterable[Problem]) -> str:
    """A list of objects: path, line, column, field, code, message, remedy."""
    rows = [
        {
            "path": problem.path,
            "line": problem.position.line,
            "column": problem.position.column,
            "field": problem.where,
            "code": problem.code,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
