"""Numbers, amounts, dates and ages as Dutch people type them → how the file wants them, where they can mean one thing only."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from macros.model.names import ODD_SIGNS

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_DAY_BACKWARDS = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DAY_IN_WORDS = re.compile(r"(?:(\d{1,2})[ -])?([a-z]+)\.?[ -](\d{4})")
_NUMBER = re.compile(r"(?:€|eur|euro)? ?(-?\d{1,3}(?:[. ]\d{3})+|-?\d+)(?:,(\d+|-+))?(?: ?(?:%|procent|€|eur|euro))?")
_MONEY = re.compile(_NUMBER.pattern.replace(r"(?:,(\d+|-+))", r"(?:[.,](\d{1,2}|-+))"))
_AGE = re.compile(r"(\d{1,2}) ?(jaar|jr|maanden|maand|mnd|weken zwangerschap|weken zwanger)\.?")
_PARTS = {"jaar": "", "jr": "", "maanden": "mo", "maand": "mo", "mnd": "mo", "weken zwangerschap": "wk", "weken zwanger": "wk"}
_FLAGS = dict.fromkeys(("ja", "yes", "waar", "true"), "true") | dict.fromkeys(("nee", "no", "onwaar", "false"), "false")
_AROUND = re.compile(f"^[\\s{ODD_SIGNS}\"'“”‘’„]+|[\\s{ODD_SIGNS}\"'“”‘’„]+$")


def as_the_file_has_it(code: str, typed: Any) -> str:
    """What was typed, in the form of the file; empty where it can mean more, or cannot be understood."""
    read = _READERS.get(code)
    return read(re.sub(f"[{ODD_SIGNS}]", " ", _AROUND.sub("", str(typed))).casefold()) if read else ""


def _date(typed: str) -> str:
    if found := _DAY.fullmatch(typed):
        return _of_parts(found[3], found[2], found[1])
    if found := _DAY_BACKWARDS.fullmatch(typed):
        return _of_parts(*found.groups())
    found = _DAY_IN_WORDS.fullmatch(typed)
    month = _month(found[2]) if found else 0
    return _of_parts(found[3], str(month), found[1]) if found and month else ""


def _month(word: str) -> int:
    """The number of a month by its name or the first letters of it; 0 for another word."""
    start = "mrt" if "maart".startswith(word) and len(word) > 2 else word[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0


def _of_parts(year: str, month: str, day: str | None) -> str:
    if int(month) not in range(1, 13) or (day and int(day) not in range(1, 32)):
        return ""
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _integer(typed: str) -> str:
    found = _NUMBER.fullmatch(typed)
    return re.sub("[. ]", "", found[1]) if found and not (found[2] or "").strip("-0") else ""


def _decimal(typed: str) -> str:
    found = _NUMBER.fullmatch(typed)
    if not found:
        return ""
    whole, part = re.sub("[. ]", "", found[1]), (found[2] or "").strip("-")
    return f"{whole}.{part}" if part else whole


def _amount(typed: str) -> str:
    """Euro with two digits for the cents, or none; three digits behind a point are thousands."""
    found = _MONEY.fullmatch(typed)
    if not found:
        return ""
    whole, part = re.sub("[. ]", "", found[1]), (found[2] or "").strip("-")
    return f"{whole}.{part:0<2}" if part else whole


def _age(typed: str) -> str:
    found = _AGE.fullmatch(typed)
    return f"{found[1]}{_PARTS[found[2]]}" if found else ""


def _flag(typed: str) -> str:
    return _FLAGS.get(typed, "")


_READERS: Mapping[str, Callable[[str], str]] = {
    "bad_date": _date,
    "int_parsing": _integer,
    "decimal_parsing": _decimal,
    "bad_amount": _amount,
    "bad_age": _age,
    "bad_flag": _flag,
}
"""Code of a problem → what reads the value, in small letters, without quotes and signs that nobody sees."""
