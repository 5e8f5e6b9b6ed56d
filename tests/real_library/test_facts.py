"""The real cards: what each must say and must not say, and that every number comes from the facts that were gathered."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from built import Page, Site, elements, text_of
from paths import ROOT
from pydantic import BaseModel

from macros.library.library import Library
from macros.model.age import Age
from macros.model.base import Date
from macros.model.data import Organisation, Source, Term
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.results import Percentage, Proportion, Words
from macros.model.tool import Element, Tool

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


def card_page(site: Site, method_id: str) -> Page:
    return site.page(f"methoden/{method_id}/")


def without_sources(page: Page) -> str:
    """The text of a page outside its list of sources."""
    sources = [text_of(element) for element in page.with_class("references")]
    assert len(sources) == 1
    assert sources[0] in page.text
    return page.text.replace(sources[0], "")


def outcome_of(method: Method, outcome_id: str) -> Outcome:
    return next(outcome for outcome in method.outcomes if outcome.id == outcome_id)


# what each card says


def test_the_library_holds_the_seven_methods(library: Library) -> None:
    assert set(library.methods) >= set(CHAPTERS)


def test_the_return_of_simba_counts_families_and_its_target_counted_children(library: Library) -> None:
    outcome = outcome_of(library.methods["simba-familiezorg"], "return-home")
    assert isinstance(outcome.result, Proportion)
    assert (outcome.result.count, outcome.result.of, outcome.result.unit.id) == (11, 12, "family")
    assert outcome.target is not None
    assert (outcome.target.percent, outcome.target.unit.id) == (60, "child")


def test_the_page_of_simba_says_that_result_and_target_cannot_be_compared(site: Site) -> None:
    outcome = next(
        element
        for element in card_page(site, "simba-familiezorg").elements("section")
        if element.get("id") == "uitkomst-return-home"
    )
    said = text_of(outcome)
    assert "11 van 12 gezinnen" in said
    assert "Niet vergelijkbaar met het doel vooraf." in said
    assert "60% van de kinderen" in said
    assert "het doel telt kinderen, het resultaat gezinnen" in said


def test_the_page_of_simba_says_that_93_percent_has_no_denominator(site: Site, library: Library) -> None:
    result = outcome_of(library.methods["simba-familiezorg"], "family-ties").result
    assert isinstance(result, Percentage)
    assert (result.percent, result.unit.id) == (93, "unknown")
    outcome = next(
        element
        for element in card_page(site, "simba-familiezorg").elements("section")
        if element.get("id") == "uitkomst-family-ties"
    )
    assert "93% van hoeveel en waarvan is niet gegeven" in text_of(outcome)
    assert "interval" not in text_of(outcome).replace("zonder interval", "")


def test_every_picture_shows_one_share_so_that_nothing_is_set_on_one_scale_unseen(site: Site) -> None:
    found = [(page.address, picture) for page in site.pages.values() for picture in page.elements("svg")]
    pictures = [(address, picture) for address, picture in found if "plot" in picture.get("class", "").split()]
    assert len(pictures) > 3
    for address, picture in pictures:
        assert len(list(elements(picture, "circle"))) == 1, address
        assert not ("92%" in picture.get("aria-label", "") and "60%" in picture.get("aria-label", "")), address


def test_steunouders_stopped_for_two_reasons_among_others(site: Site, library: Library) -> None:
    status = library.methods["steunouders"].status
    assert status.phase.id == "stopped"
    assert len(status.reasons) == 2
    notes = card_page(site, "steunouders").with_class("note--stop")
    assert len(notes) == 1
    said = text_of(notes[0])
    assert "te zwaar" in said and "durfden" in said and "onder andere" in said


@pytest.mark.parametrize("method_id", ["coalitie-naar-thuis", "buitenshuisproject"])
def test_a_card_about_a_handful_of_families_shows_no_percentage(site: Site, method_id: str) -> None:
    page = card_page(site, method_id)
    assert "resultaten" in page.ids
    assert not re.search(r"\d\s*%|procent\b", page.text)
    assert not list(page.elements("svg"))


def test_the_buitenshuisproject_does_not_name_the_municipality_whose_families_could_be_recognised(
    site: Site, library: Library
) -> None:
    assert "Gooise Meren" not in without_sources(card_page(site, "buitenshuisproject"))
    name = library.methods["buitenshuisproject"].name
    assert name not in site.page("organisaties/gooise-meren/").text


def test_door_ontwikkeling_delta_is_historic(site: Site, library: Library) -> None:
    assert library.methods["dod"].status.phase.id == "historic"
    assert "Historisch" in [text_of(chip).split(",")[0] for chip in card_page(site, "dod").with_class("chip")]


def test_a_group_that_can_be_recognised_is_told_in_words(library: Library) -> None:
    traceable = [outcome for method in library.methods.values() for outcome in method.outcomes if outcome.traceable]
    assert traceable
    for outcome in traceable:
        assert isinstance(outcome.result, Words)


# sources


def test_every_claim_cost_reach_and_recognition_has_a_source(library: Library) -> None:
    seen = 0
    for record, name in [(record, method.id) for method in library.methods.values() for record in _records(method)]:
        if "sources" in type(record).model_fields:
            seen += 1
            assert record.sources, (name, record)
    assert seen > 100
    for method in library.methods.values():
        for kind in (method.outcomes, method.costs, method.reach, method.recognitions):
            assert all("sources" in type(part).model_fields for part in kind)


def test_every_mark_on_a_card_leads_to_the_source_with_its_number(site: Site, library: Library) -> None:
    marks = 0
    for method_id in library.methods:
        page = card_page(site, method_id)
        for notes in page.with_class("notes"):
            for link in notes.iter("a"):
                marks += 1
                place = link.attrib["href"].removeprefix("#")
                assert place in page.ids
                assert text_of(link).split()[-1].startswith(place.removeprefix("bron-"))
    assert marks > 100


def _records(value: Any) -> Iterator[BaseModel]:
    """A card and every record that stands on it, without what it refers to."""
    if isinstance(value, BaseModel) and not isinstance(value, Term | Organisation | Source | Element | Tool):
        yield value
        for name in type(value).model_fields:
            yield from _records(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _records(inner)


# numbers


def test_every_number_on_a_card_is_in_the_facts_about_that_method(library: Library) -> None:
    facts = _facts()
    checked = 0
    missing = []
    for method_id in CHAPTERS:
        known = _numbers(_chapter(facts, method_id))
        for where, value in _numbers_on(library.methods[method_id]):
            checked += 1
            if value not in known:
                missing.append(f"{method_id}: {where}: {value}")
    assert checked > 150
    assert not missing, "\n".join(missing)


def test_every_count_of_total_is_in_the_facts_with_the_same_unit(library: Library) -> None:
    blocks = re.split(r"\n- id: ", _facts())[1:]
    shares = [
        (method, outcome)
        for method in library.methods.values()
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
    for inner in _records(record):
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
