"""The numbers on a card, to see whether a page made from it says one that the card does not."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import BaseModel
from records import records_of

from macros.model.age import Age
from macros.model.base import Date
from macros.model.for_parents import ForParents, ParentStep
from macros.model.method import Method
from macros.views.common.dutch import in_words

_NUMBER = re.compile(r"(?<![\w.-])\d+(?:[.,]\d+)*")
_IN_WORDS = {in_words(number): str(number) for number in range(2, 13)}


def digits_in(text: str) -> set[str]:
    """The numbers of a Dutch text in digits, without the signs between thousands: `1.488` and `16,9` → 1488, 16.9."""
    return {re.sub(r"\.(?=\d{3}\b)", "", one).replace(",", ".") for one in _NUMBER.findall(re.sub(r"https?://\S+", "", text))}


def numbers_in(text: str) -> set[str]:
    """The same, and small numbers in words as their digits."""
    return digits_in(text) | {_IN_WORDS[word] for word in re.findall(r"\w+", text.casefold()) if word in _IN_WORDS}


def numbers_of_card(method: Method) -> set[str]:
    """Every number that the card gives with its sources: not those of its texts for parents, which tell it again."""
    records = [record for record in records_of(method) if not isinstance(record, ForParents | ParentStep)]
    return {number for record in records for number in _numbers_in(record)}


def _numbers_in(record: BaseModel) -> Iterator[str]:
    for name in set(type(record).model_fields) - {"id", "url", "locator", "plain_summary"}:
        for value in inner if isinstance(inner := getattr(record, name), tuple) else (inner,):
            if isinstance(value, str):
                yield from numbers_in(value)
            elif isinstance(value, Date):
                yield from (str(part) for part in (value.year, value.month, value.day) if part)
            elif isinstance(value, Age):
                yield str(value.number)
            elif isinstance(value, int | Decimal) and not isinstance(value, bool):
                yield str(value)
