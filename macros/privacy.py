"""Find what must never be published: telephone numbers, mail addresses, citizen service numbers.

Git keeps what was once committed, so this is refused before it lands, not cleaned afterwards.
"""

import re
from typing import NamedTuple


class Found(NamedTuple):
    what: str
    """Dutch name of the kind of data."""
    text: str


_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\d.,-])(?:\+31[\s.-]?|0031[\s.-]?|0)(?:\(0\)[\s.-]?)?[1-9](?:[\s.-]?\d){8}(?![\d-])")
_NINE_DIGITS = re.compile(r"(?<!\d)(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3})(?!\d)")


def find_personal_data(text: str) -> Found | None:
    """The first thing in a text that looks like personal data, or None."""
    if found := _MAIL.search(text):
        return Found("een e-mailadres", found.group())
    if not any(character.isdigit() for character in text):
        return None
    if found := _PHONE.search(text):
        return Found("een telefoonnummer", found.group())
    for found in _NINE_DIGITS.finditer(text):
        if is_citizen_number(re.sub(r"\D", "", found.group())):
            return Found("een burgerservicenummer", found.group())
    return None


def is_citizen_number(digits: str) -> bool:
    """The eleven-test of the Dutch citizen service number (Besluit burgerservicenummer): weights 9..2 and -1."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return int(digits) > 0 and sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0
