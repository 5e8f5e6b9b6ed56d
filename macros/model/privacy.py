"""Find what must never be published: telephone numbers, mail addresses, citizen service numbers.

Git keeps what was once committed, so this is refused before it is committed instead of being removed afterwards.
"""

import re
from typing import NamedTuple


class PersonalData(NamedTuple):
    what: str
    """Dutch name of the kind of data."""
    text: str


A_MAIL, A_PHONE, A_CITIZEN = "een e-mailadres", "een telefoonnummer", "een burgerservicenummer"
_DIGIT = re.compile(r"\d")
FEWEST_DIGITS = 9
"""A citizen service number has nine, a telephone number ten."""
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NO_NUMBERS = re.compile(
    r"""https?://[^\s)]+                                                      # addresses of pages hold article numbers
    | \bISBN(?:-1[03])?:?\ ?[\dX][\dX\ –-]+                                   # some begin with a nought
    | (?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d(?!\d)  # 06-02-2019 is a day
    """,
    re.VERBOSE,
)
"""Digits that look like a personal number but are none."""
_GAP = r"[\s./()–‑-]{0,3}"
PHONE = re.compile(
    rf"""(?<!\d[.,-])(?<![\w/])
    (?:(?:\+|00)31{_GAP}(?:\(0\){_GAP})?|\(?0)  # the country, or a nought
    (?:6{_GAP}\d(?:[\s.-]?\d){{7}}             # 06 and eight
    |[1-578]\d{_GAP}\d(?:[\s.-]?\d){{6}}       # 020 and seven
    |[1-578]\d\d{_GAP}\d(?:[\s.-]?\d){{5}})   # 0297 and six
    (?!-?\d)""",
    re.VERBOSE,
)
NINE_DIGITS = re.compile(r"(?<![\w/])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3})(?!\d)")


def find_personal_data(text: str) -> PersonalData | None:
    """The first thing in a text that looks like personal data, or None."""
    if "@" in text and (found := MAIL.search(text)):
        return PersonalData(A_MAIL, found.group())
    if len(_DIGIT.findall(text)) < FEWEST_DIGITS:  # nearly all texts; searching them as well would take eleven times as long
        return None
    text = NO_NUMBERS.sub("…", text)
    if found := PHONE.search(text):
        return PersonalData(A_PHONE, found.group())
    for found in NINE_DIGITS.finditer(text):
        if is_citizen_number(re.sub(r"\D", "", found.group())):
            return PersonalData(A_CITIZEN, found.group())
    return None


def is_citizen_number(digits: str) -> bool:
    """The eleven-test of the Dutch citizen service number (Besluit burgerservicenummer): weights 9..2 and -1."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return int(digits) > 0 and sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0
