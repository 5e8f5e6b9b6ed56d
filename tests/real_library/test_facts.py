"""The numbers on the real cards come from the facts that were gathered about them.

The facts lie outside the repository; where they are not, these tests are skipped and say so. A card that came later has its
own sources and no chapter there.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from paths import ROOT
from pydantic import BaseModel
from records import records_of

from macros.library.library import Library
from macros.model.age import Age
from macros.model.base import Date
from macros.model.results import Proportion

FACTS = ROOT.parent / "shared" / "facts" / "interventions.md"
CHAPTERS = {
    "simba-familiezorg": "1",
    "gezinsbegeleiding-almere": "2",
    "coalitie-naar-thuis": "3",
    "steunouders": "4",
    "stevig-ouderschap": "5",
    "buitenshuisproject": "6",
    "dod": "7",
}
"""Card -> the number of its chapter in part A of the facts."""
OUTSIDE = {"steunouders": ("B6",), "stevig-ouderschap": ("B4",), "buitenshuisproject": ("B5",), "dod": ("B7", "B8", "B9")}
"""Where part B counts differently."""


def test_every_number_on_a_card_is_in_the_facts_about_that_method(library: Library) -> None:
    facts = _facts()
    checked = 0
    missing = []
    for method_id in CHAPTERS.keys() & library.methods.keys():
        known = _numbers(_chapter(facts, method_id))
        for where, value in _numbers_on(library.methods[method_id]):
            checked += 1
            if value not in known:
                missing.append(f"{method_id}: {where}: {value}")
    assert checked
    assert not missing, "\n".join(missing)


def test_every_count_of_total_is_in_the_facts_with_the_same_unit(library: Library) -> None:
    blocks = re.split(r"\n- id: ", _facts())[1:]
    shares = [
        (method, outcome)
        for method in library.methods.values()
        if method.id in CHAPTERS
        for outcome in method.outcomes
        if isinstance(outcome.result, Proportion)
    ]
    assert shares
    for method, outcome in shares:
        result = outcome.result
        same = [
            block
            for block in blocks
            if f"intervention: {method.id}" in block
            and re.search(rf"numerator: {result.count}\b", block)
            and re.search(rf"denominator: {result.of}\b", block)
            and re.search(rf"unit: {result.unit.many}\b", block)
        ]
        assert same, (method.id, outcome.id)


MORE = FACTS.parent / "more-methods.yml"
RATES = FACTS.parent / "base-rates.md"
READ = Path(__file__).parent / "numbers_read_in_sources.yml"
"""Card → numbers that its author read in a source and that are not in the facts. It notices changes; it proves nothing."""


def test_every_number_on_a_later_card_is_in_the_facts_or_was_read_in_a_source(library: Library) -> None:
    _facts()
    more = {chapter["name"]: chapter for chapter in yaml.safe_load(MORE.read_text(encoding="utf-8"))["methods"]}
    read = yaml.safe_load(READ.read_text(encoding="utf-8"))
    checked, missing = 0, []
    for method in library.methods.values():
        names = {_bare(name) for name in (method.name, *method.aliases)}
        chapters = [chapter for name, chapter in more.items() if _bare(name) in names]
        if method.id in CHAPTERS or not (chapters or method.id in read):
            continue
        told = "\n".join(
            [*(yaml.safe_dump(chapter, allow_unicode=True) for chapter in chapters), RATES.read_text(encoding="utf-8")]
        )
        known = _numbers(told) | {Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", told)}
        for where, value in _numbers_on(method):
            checked += 1
            if value not in known and str(value) not in read.get(method.id, ()):
                missing.append(f"{method.id}: {where}: {value}")
    assert checked > 300
    assert not missing, "\n".join(missing)


def test_no_number_is_listed_that_no_card_says(library: Library) -> None:
    read = yaml.safe_load(READ.read_text(encoding="utf-8"))
    for method_id in read.keys() & library.methods.keys():
        said = {str(value) for _, value in _numbers_on(library.methods[method_id])}
        assert set(read[method_id]) <= said, method_id


def _bare(name: str) -> str:
    """The name without its abbreviation in brackets."""
    return re.sub(r" ?\(.*\)| niveau .*", "", name).casefold()


def _facts() -> str:
    if not FACTS.exists():
        pytest.skip("the facts lie outside the repository, beside it, and are not on this machine")
    return FACTS.read_text(encoding="utf-8")


def _chapter(facts: str, method_id: str) -> str:
    """What the facts say of one method: its chapter in A, its outcomes, the traps, and its chapter in B."""
    number = CHAPTERS[method_id]
    wanted = {f"A{number}", "A10", "A11", *OUTSIDE.get(method_id, (f"B{number}",))}
    chapters = re.split(r"^(?=#{2,3} [AB]\d+\.? )", facts, flags=re.MULTILINE)
    found = [chapter for chapter in chapters if (head := re.match(r"#+ ([AB]\d+)", chapter)) and head.group(1) in wanted]
    assert len(found) == len(wanted)
    outcomes = [block for block in re.split(r"\n- id: ", facts) if f"intervention: {method_id}" in block]
    return "\n".join([*found, *outcomes])


_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")
_PLACES = re.compile(r"S\d:\d+(?:[–,]\s?\d+)*|\w+\.txt:[\d,-]+|https?://\S+")
"""Line numbers and addresses in the facts: where it stands, not what it says."""
_DATES = re.compile(r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b\d\d-\d\d-(?:19|20)\d\d\b")


def _numbers(facts: str) -> set[Decimal]:
    """The numbers of an English text, with points for decimals and commas for thousands; a million is written out."""
    facts = _PLACES.sub("", facts)
    found = {Decimal(match.replace(",", "")) for match in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", facts)}
    found |= {Decimal(part) for date in _DATES.findall(facts) for part in date.split("-")}
    return found | {Decimal(match) * 1_000_000 for match in re.findall(r"(\d+) mil", facts)}


def _numbers_on(record: BaseModel) -> Iterator[tuple[str, Decimal]]:
    """(field, number) of everything a card says in figures, dates and ages apart."""
    for inner in records_of(record):
        for name, info in type(inner).model_fields.items():
            value = getattr(inner, name)
            field = f"{type(inner).__name__}.{info.alias or name}"
            if name in ("id", "url", "locator") or isinstance(value, bool | Date | Age):
                continue
            if isinstance(value, int | Decimal):
                yield field, Decimal(value)
            for text in [value] if isinstance(value, str) else value if isinstance(value, tuple) else ():
                if isinstance(text, str):
                    yield from ((f"{field} “{text}”", number) for number in _dutch_numbers(text))


def _dutch_numbers(text: str) -> Iterator[Decimal]:
    for match in _NUMBER.findall(re.sub(r"https?://\S+", "", text)):
        yield Decimal(re.sub(r"\.(?=\d{3}\b)", "", match).replace(",", "."))
