"""Numbers, amounts, dates and ages as Dutch people type them → how the file wants them, where they can mean one thing only.

docs/assets/form/typed_values.js does the same with the same patterns and words; a test holds the two equal.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from macros.model.hidden_signs import ODD, ODD_SIGNS

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
)
_WHOLE = r"(-?[0-9]{1,3}(?:[. ][0-9]{3})+|-?[0-9]+)"
_BEFORE, _BEHIND = r"(?:€|eur|euro)? ?", r"(?: ?(?:%|procent|€|eur|euro))?"
PATTERNS = {
    "around": re.compile(f"^[\\s{ODD_SIGNS}\"'“”‘’„]+|[\\s{ODD_SIGNS}\"'“”‘’„]+$"),
    "day": re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})[-/. ]([0-9]{4})"),
    "dayBackwards": re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?"),
    "dayInWords": re.compile(r"(?:([0-9]{1,2})[ -])?([a-z]+)\.?[ -]([0-9]{4})"),
    "number": re.compile(f"{_BEFORE}{_WHOLE}(?:,([0-9]+|-+))?{_BEHIND}"),
    "money": re.compile(f"{_BEFORE}{_WHOLE}(?:[.,]([0-9]{{1,2}}|-+))?{_BEHIND}"),
    "age": re.compile(r"([0-9]{1,2}) ?(jaar|jr|maanden|maand|mnd|weken zwangerschap|weken zwanger)\.?"),
}
UNITS_OF_AGE = {
    **{"jaar": "", "jr": "", "maanden": "mo", "maand": "mo", "mnd": "mo"},
    **{"weken zwangerschap": "wk", "weken zwanger": "wk"},
}
DUTCH_FLAGS = dict.fromkeys(("ja", "waar", "true"), "true") | dict.fromkeys(("nee", "onwaar", "false"), "false")
FLAGS = DUTCH_FLAGS | {"yes": "true", "no": "false"}


def as_the_file_has_it(code: str, typed: Any) -> str:
    """What was typed, in the form of the file; empty where it can mean more, or cannot be understood."""
    read = _READERS.get(code)
    return read(ODD.sub(" ", PATTERNS["around"].sub("", str(typed))).casefold()) if read else ""


def _date(typed: str) -> str:
    if found := PATTERNS["day"].fullmatch(typed):
        day, sign, month, year = found.groups()
        is_clear = sign != "/" or int(day) == int(month) or int(day) > 12  # 4/8 is in August here, in April elsewhere
        return _of_parts(year, month, day) if is_clear else ""
    if found := PATTERNS["dayBackwards"].fullmatch(typed):
        return _of_parts(*found.groups())
    found = PATTERNS["dayInWords"].fullmatch(typed)
    month = _month(found[2]) if found else 0
    return _of_parts(found[3], str(month), found[1]) if found and month else ""


def _month(word: str) -> int:
    """The number of a month by its name or the first letters of it; 0 for another word."""
    found = (at for at, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith("maart" if word == "mrt" else word))
    return next(found, 0)


def _of_parts(year: str, month: str, day: str | None) -> str:
    if int(month) not in range(1, 13) or (day and int(day) not in range(1, 32)):
        return ""
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _integer(typed: str) -> str:
    found = PATTERNS["number"].fullmatch(typed)
    return _figures(found[1]) if found and not (found[2] or "").strip("-0") else ""


def _decimal(typed: str) -> str:
    return _with_decimals(PATTERNS["number"].fullmatch(typed), 1)


def _amount(typed: str) -> str:
    """Euro with two digits for the cents, or none; three digits behind a point are thousands."""
    return _with_decimals(PATTERNS["money"].fullmatch(typed), 2)


def _with_decimals(found: re.Match[str] | None, fewest: int) -> str:
    if not found:
        return ""
    whole, part = _figures(found[1]), (found[2] or "").strip("-")
    return f"{whole}.{part.ljust(fewest, '0')}" if part else whole


def _figures(grouped: str) -> str:
    return re.sub("[. ]", "", grouped)


def _age(typed: str) -> str:
    found = PATTERNS["age"].fullmatch(typed)
    return f"{found[1]}{UNITS_OF_AGE[found[2]]}" if found else ""


def _flag(typed: str) -> str:
    return FLAGS.get(typed, "")


_READERS: Mapping[str, Callable[[str], str]] = {
    "bad_date": _date,
    "int_parsing": _integer,
    "decimal_parsing": _decimal,
    "bad_amount": _amount,
    "bad_age": _age,
    "bad_flag": _flag,
}
"""Code of a problem → what reads the value, in small letters, without quotes and signs that nobody sees."""
