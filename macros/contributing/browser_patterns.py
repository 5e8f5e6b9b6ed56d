"""Translate regular expressions of Python to JavaScript, so that a rule about text is written once.

The two languages read some signs differently: in Python \\w, \\d and \\s match letters, digits and spaces of every script,
and only a line feed ends a line. The result is for JavaScript with the flag `u`.
"""

import re
from collections.abc import Iterator

_WORD, _DIGIT, _SPACE = r"\p{L}\p{N}_", r"\p{Nd}", r"\p{White_Space}\x1c-\x1f"
_CLASSES = {"w": _WORD, "d": _DIGIT, "s": _SPACE}
_EDGE = f"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"
_TEXT = {".": r"[^\n]", "$": r"(?=\n?(?![^]))"}
_LINE = {".": r"[^\n]", "^": r"(?<![^\n])", "$": r"(?![^\n])"}
_KEPT = set(r"^$\.*+?()[]{}|/nrtxu-") | set("0123456789")
"""Characters that mean the same in both languages after a backslash."""
_TOKEN = re.compile(r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|\(\?P<|.", re.DOTALL)


def to_javascript(pattern: re.Pattern[str]) -> str:
    """The source of the same pattern for JavaScript. Raises ValueError for a part that cannot be translated."""
    if pattern.flags & ~(re.UNICODE | re.MULTILINE | re.VERBOSE):
        raise ValueError(f"a flag that the form does not know: {pattern.pattern}")
    return "".join(_translate(pattern))


def _translate(pattern: re.Pattern[str]) -> Iterator[str]:
    lines, verbose = bool(pattern.flags & re.MULTILINE), bool(pattern.flags & re.VERBOSE)
    within, comment = False, False
    for token in _TOKEN.findall(pattern.pattern):
        if comment:
            comment = token != "\n"
        elif verbose and not within and token == "#":
            comment = True
        elif verbose and not within and token.isspace():
            continue
        elif len(token) > 1:
            yield _translate_escape(token, within)
        elif within:
            within = token != "]"
            yield token
        else:
            within = token == "["
            yield (_LINE if lines else _TEXT).get(token, token)


def _translate_escape(token: str, within: bool) -> str:
    """Translate an escape, or the beginning of a named group."""
    sign = token[1]
    if token == "(?P<":
        return "(?<"
    if sign in _CLASSES:
        return _CLASSES[sign] if within else f"[{_CLASSES[sign]}]"
    if sign == "b" and not within:
        return _EDGE
    if sign in _KEPT:
        return token if sign != "-" or within else "-"
    if sign.isalpha():
        raise ValueError(f"the form does not know {token}")
    return sign  # JavaScript refuses a backslash that is not needed
