"""Duration, contacts, hours and the size of a group as a reader sees them: words where the source has them, numbers beside."""

from decimal import Decimal

from macros.model.dose import Contacts, GroupSize, Hours, Intensity, Length, Range
from macros.views.common.dutch import number
from macros.views.common.lines import join_remarks


def duration_text(intensity: Intensity) -> tuple[str, str | None] | None:
    """How long, and the same in numbers if there are words as well; None if the card does not say it."""
    return _words_and_numbers(intensity, intensity.duration, length_text(intensity.length) if intensity.length else None)


def contact_text(intensity: Intensity) -> tuple[str, str | None] | None:
    """How often and for how many hours, likewise."""
    numbers = join_remarks(
        contacts_text(intensity.contacts) if intensity.contacts else None,
        hours_text(intensity.hours) if intensity.hours else None,
    )
    return _words_and_numbers(intensity, intensity.contact, numbers)


def _words_and_numbers(intensity: Intensity, words: str | None, numbers: str | None) -> tuple[str, str | None] | None:
    text = words or numbers
    if text is None:
        return None
    about = ", ".join(filter(None, (intensity.variant, intensity.recipient.nl if intensity.recipient else None)))
    return (f"{about}: {text}" if about else text), (numbers if words and numbers != words else None)


def length_text(length: Length) -> str:
    """4 tot en met 6 weken"""
    unit = length.unit.nl if _last(length) == 1 else length.unit.many or length.unit.nl
    return f"{range_text(length)} {unit}"


def contacts_text(contacts: Contacts) -> str:
    """2 tot en met 3 contacten per week, 7 contacten in totaal"""
    word = "contact" if _last(contacts) == 1 else "contacten"
    return f"{range_text(contacts)} {word} {f'per {contacts.per.nl}' if contacts.per else 'in totaal'}"


def hours_text(hours: Hours) -> str:
    """1,5 tot en met 2 uur per contact"""
    return f"{range_text(hours)} uur per {hours.per.nl}"


def group_text(size: GroupSize) -> str:
    """hoogstens 10 kinderen"""
    unit = size.unit.nl if _last(size) == 1 else size.unit.many or size.unit.nl
    return f"{range_text(size)} {unit}"


def range_text(found: Range) -> str:
    """4 tot en met 6, 5, minstens 4, hoogstens 6"""
    first, last = found.from_, found.to
    if first is None or last is None:
        return f"hoogstens {number(last)}" if first is None else f"minstens {number(first)}"
    return number(first) if first == last else f"{number(first)} tot en met {number(last)}"


def _last(found: Range) -> int | Decimal | None:
    return found.from_ if found.to is None else found.to
