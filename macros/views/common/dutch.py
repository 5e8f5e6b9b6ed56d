"""Format numbers, dates, ages and lists as Dutch readers expect them; without markup."""

import datetime
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any, TypeVar

from macros.model.age import Age, AgeRange, SchoolYears
from macros.model.base import Date
from macros.model.data import Term
from macros.model.sources import Period

UNKNOWN = "onbekend"
Named = TypeVar("Named", bound=Any)
"""A record with a name and an id."""
_LANGUAGE = "nl"
_SMALL = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


def number(value: int | Decimal) -> str:
    """1234.5 → 1.234,5; keeps the number of decimals."""
    return _number(str(value))  # as text, because 8.2 and 8.20 are equal and would share a place in the cache


@cache  # Babel takes twenty times as long as Python's own formatting, and a large library repeats its numbers
def _number(written: str) -> str:
    from babel.numbers import format_decimal  # by who needs it: Babel takes a tenth of the start of a check

    value = Decimal(written)
    return format_decimal(value, _pattern(value), _LANGUAGE)


def percent(share: float) -> str:
    """0.917 → 92%"""
    return f"{Decimal(str(share * 100)).quantize(Decimal(1), ROUND_HALF_UP)}%"


@cache
def euro(amount: Decimal) -> str:
    """2000 → € 2.000 and 1.88 → € 1,88"""
    from babel.numbers import format_currency

    whole = amount == amount.to_integral_value()
    rounded = amount.quantize(Decimal(1) if whole else Decimal("0.01"), ROUND_HALF_UP)
    return format_currency(rounded, "EUR", f"¤ {_pattern(rounded)}", _LANGUAGE, currency_digits=False)


def _pattern(value: int | Decimal) -> str:
    """As many decimals as the value has, in the notation of Unicode TR 35."""
    decimals = max(0, -Decimal(value).as_tuple().exponent)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def signed(value: Decimal) -> str:
    """-0.23 → −0,23, with the sign that is as wide as a plus."""
    return number(value).replace("-", "−")


def in_words(count: int) -> str:
    """Small numbers as words, as running text has them."""
    return _SMALL[count] if count < len(_SMALL) else number(count)


def date(value: Date) -> str:
    """2017-09-14 → 14 september 2017"""
    return " ".join(str(part) for part in (value.day, _months()[value.month] if value.month else None, value.year) if part)


@cache
def _months() -> Mapping[int, str]:
    from babel import Locale

    return Locale(_LANGUAGE).months["format"]["wide"]


def date_text(day: datetime.date) -> str:
    """21 november 2026"""
    return date(Date(day.year, day.month, day.day))


def span(first: Date | None, last: Date | None) -> str:
    """2019–2022, sinds 2012, tot en met 2020; empty if both are unknown."""
    if first and last:
        if first == last:
            return date(first)
        return f"{date(first)}{' tot en met ' if first.month or last.month else '–'}{date(last)}"
    return f"sinds {date(first)}" if first else f"tot en met {date(last)}" if last else ""


def period(value: Period) -> str:
    """A span with its remark in brackets."""
    text = span(value.from_, value.to)
    return f"{text} ({value.note})" if text and value.note else text or value.note or ""


def age(value: Age) -> str:
    """18 jaar, 5 maanden vóór de geboorte, 16 weken zwangerschap"""
    if value.unit == "weeks":
        return f"{value.number} weken zwangerschap"
    if value.unit == "months" and value.number < 0:
        return f"{plural(-value.number, 'maand', 'maanden')} vóór de geboorte"
    if value.unit == "months" and value.number % 6 == 0 and value.number > 12:
        years, half = divmod(value.number, 12)
        return f"{years}{'½' if half else ''} jaar"
    return f"{value.number} jaar" if value.unit == "years" else plural(value.number, "maand", "maanden")


def ages(value: AgeRange) -> str:
    """0 tot 18 jaar, 2 tot en met 6 jaar, vanaf 16 weken zwangerschap, groep 3 en 4, alle leeftijden; with whose, the basis and
    the condition."""
    remarks = [value.basis.nl if value.basis else None, value.condition]
    return age_range(value) + "".join(f", {remark}" for remark in remarks if remark)


def age_range(value: AgeRange) -> str:
    """0 tot 18 jaar: the same without the basis and the condition."""
    text = (
        "alle leeftijden" if value.all_ages else value.words or (_school_years(value.school) if value.school else _limits(value))
    )
    return f"{value.whose.nl}: {text}" if value.whose and value.whose.id != "child" else text


def _limits(value: AgeRange) -> str:
    last = value.through or value.to
    until = f"tot {'en met ' if value.through else ''}{age(last)}" if last else ""
    if not (value.from_ and last):
        return until or f"vanaf {age(value.from_)}"
    same = value.from_.unit == last.unit == "years"
    return f"{value.from_.number if same else age(value.from_)} {until}"


def _school_years(school: SchoolYears) -> str:
    """groep 3, groep 3 en 4, groep 3 tot en met 6, groep 8 en klas 1"""
    first, last = school.from_, school.last
    if first is last:
        return first.nl
    kind = f"{first.nl.rpartition(' ')[0]} "
    between = "en" if last.years == (first.years or 0) + 1 else "tot en met"
    return f"{first.nl} {between} {last.nl.removeprefix(kind)}"


def counted(count: int, unit: Term, precision: Term | None = None) -> str:
    """meer dan 70 gezinnen"""
    word = unit.nl if count == 1 else unit.many or unit.nl
    return " ".join(part for part in (precision.nl if precision else "", number(count), word) if part)


def plural(count: int, one: str, many: str) -> str:
    """1 kaart, 2 kaarten"""
    return f"{count} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """een, twee en drie"""
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def by_name(records: Iterable[Named]) -> list[Named]:
    """Sort by name, the default order of lists. 's Heeren Loo is sorted under the H; records with equal names by id."""
    return sorted(records, key=lambda record: (record.name.casefold().removeprefix("'s "), record.id))


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def visible(text: str) -> str:
    """The text on one line, with invisible characters shown as [U+202E]."""
    return "".join(_shown(character) for character in text.replace("\n", " ⏎ "))


def _shown(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    return f"[U+{ord(character):04X}]" if hidden else character
