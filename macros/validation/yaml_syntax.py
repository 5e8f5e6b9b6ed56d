"""What the YAML library says of a text that is no YAML → a problem in the words of who typed it."""

import re
from typing import Any

from macros.validation.problems import START, FilePosition, Problem
from macros.validation.yaml_typing import find_around

_SYNTAX_CODES = {
    "mapping values are not allowed": "yaml_colon",
    "unknown escape character": "unknown_escape",
    "expected hexdecimal": "unknown_escape",
    "invalid Unicode character escape": "unknown_escape",
    "cannot start any token": "yaml_start",
    "unexpected end of stream": "yaml_quote",
    "did not find expected ',' or": "yaml_bracket",
    "did not find expected key": "yaml_indent",
    "did not find expected '-' indicator": "yaml_indent",
    "sequence entries are not allowed": "yaml_indent",
    "could not find expected ':'": "yaml_indent",
}
"""Part of a message of libyaml → the code of our sentence; other messages get the general one."""
_OPENED_EARLIER = {"yaml_quote", "yaml_bracket"}
"""For these libyaml reports the end of the text; the mistake is where the quote or the bracket opens."""
_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def syntax_problem(error: Exception, text: str, path: str) -> Problem:
    """The problem for an error of the YAML library, which has a mark where it knows the place."""
    if found := _UNREADABLE.search(text):  # libyaml gives no line number for unreadable characters
        before = text[: found.start()]
        where = FilePosition(before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem(path, where, (), "control_character", {"value": f"U+{ord(found.group()):04X}"})
    reason = str(getattr(error, "problem", None) or error)
    code = next((code for part, code in _SYNTAX_CODES.items() if part in reason), "yaml_syntax")
    if typed := find_around(text, _places(error, code)):
        return typed.problem(path)
    mark = getattr(error, "context_mark" if code in _OPENED_EARLIER else "problem_mark", None)
    if mark is None:
        return Problem(path, START, (), code)
    where = FilePosition(mark.line + 1, mark.column + 1)
    return Problem(path, where, (), code, {"value": _character_at(text, where)})


def _places(error: Any, code: str) -> list[int]:
    """The lines to look at, from 0: where the library stopped, where what it was reading began, and the line before."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    found = [mark.line for mark in (marks[::-1] if code in _OPENED_EARLIER else marks) if mark]
    stopped = [mark.line for mark in marks[:1] if mark]
    return [*found, *(line - 1 for line in stopped)] or [0]


def _character_at(text: str, where: FilePosition) -> str:
    lines = text.split("\n")[where.line - 1 : where.line]  # empty if libyaml points past the last line
    return "".join(lines)[where.column - 1 : where.column]
