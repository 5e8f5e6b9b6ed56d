"""One A4 of each card, read as who gets it on paper reads it: nothing that weighs a number stayed behind on the screen."""

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.library.library import Library
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.views.card.key_facts import key_facts
from macros.views.evidence.main_result import main_outcome

A4 = (595, 842)
"""Points."""
PARTS = 8
"""The cards are shared over so many tests, so that every worker has some."""


def squeezed(text: str) -> str:
    """Without what a line break may add or take away, and without the marks of a screen."""
    return re.sub(r"[\s\u00ad\u2010-]", "", plain_text(text)).casefold()


def on_paper(page: Page, address: str) -> tuple[str, int]:
    """Text and number of pages."""
    page.goto(address)
    page.evaluate("document.documentElement.classList.add('print-short')")
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert all(abs(float(one.mediabox.width) - A4[0]) < 2 and abs(float(one.mediabox.height) - A4[1]) < 2 for one in pages)
    return squeezed(" ".join(one.extract_text() for one in pages)), len(pages)


def must_stand_there(method: Method, library: Library) -> Iterator[str]:
    """Who measured, every caution of the number, contradictions, sources, contact."""
    key, outcome = key_facts(method, library), main_outcome(method)
    yield method.name
    yield key.not_to_conclude
    if key.door:
        yield key.door.name
        yield key.door.link if "://" in key.door.link else ""
    if outcome and key.main:
        yield key.main.number.headline
        yield key.main.number.remark or ""
        yield key.main.direction.nl
        yield from (fact.text for fact in key.main.facts)
        yield outcome.caveat or ""
        yield from (statement.says for statement in outcome.conflicts)
        yield from (citation.source.title for citation in outcome.sources)
    yield from (statement.says for conflict in method.conflicts for statement in conflict.statements)


@pytest.mark.parametrize("part", range(PARTS))
def test_one_sheet_of_every_card_keeps_what_weighs_its_number(
    page: Page, address: str, library: Library, cards: list[Method], part: int, subtests: pytest.Subtests
) -> None:
    for method in cards[part::PARTS]:
        with subtests.test(method.id):
            text, pages = on_paper(page, f"{address}methoden/{method.id}/")
            assert pages == 1
            assert [said for said in must_stand_there(method, library) if squeezed(said) not in text] == []
