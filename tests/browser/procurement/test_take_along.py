"""The annex as a text to take along, made in the browser of what stands on the page."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reused import complaints

PAGE = "methoden/stevig-opgroeien/inkoop/"


@pytest.fixture
def annex(page: Page, address: str) -> Iterator[Page]:
    with complaints(page) as errors:
        page.goto(address + PAGE)
        yield page
    assert errors == []


def taken(annex: Page, form: str) -> Path:
    with annex.expect_download() as download:
        annex.get_by_role("button", name=f"Download als {form}").click()
    expect(annex.get_by_role("status")).to_have_text(f"{form} is gedownload.")
    return Path(download.value.path())


def test_the_annex_as_markdown_has_all_headings_tables_and_notes_of_the_page(annex: Page) -> None:
    text = taken(annex, "Markdown").read_text(encoding="utf-8")
    headings = annex.locator("[data-annex] :is(h1, h2, h3)").all_inner_texts()
    assert re.findall(r"^#+ (.+)$", text, re.MULTILINE) == headings
    assert text.count("| --- | --- | --- | --- |") == annex.locator("[data-annex] table").count() == 2
    assert len(re.findall(r"^\[\^\d+\]: ", text, re.MULTILINE)) == annex.locator(".references li").count() > 0
    marks = {int(number) for number in re.findall(r"\[\^(\d+)\](?!:)", text)}
    assert marks == set(range(1, len(marks) + 1))
    assert "Vraag geen bewezen effect op kleine aantallen: dat kan niemand beloven." in text
    assert text.rstrip().endswith(f"(<{annex.url}>)")


def test_the_annex_as_word_has_real_headings_and_tables_with_a_head(annex: Page) -> None:
    with zipfile.ZipFile(io.BytesIO(taken(annex, "Word (DOCX)").read_bytes())) as file:
        document, styles = (file.read(f"word/{part}.xml").decode() for part in ("document", "styles"))
    assert len(re.findall(r'w:pStyle w:val="Heading1"', document)) == 1
    assert len(re.findall(r'w:pStyle w:val="Heading2"', document)) == annex.locator("[data-annex] h2").count()
    assert document.count("<w:tblHeader") == document.count("<w:tbl>") == 2
    assert 'w:val="nl-NL"' in styles
