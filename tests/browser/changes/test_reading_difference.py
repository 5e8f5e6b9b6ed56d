"""The page with the reading difference, opened from a folder as a reviewer does, with everything people may write in it."""

from pathlib import Path

import pytest
from accessibility import Look, faults
from attacks import ATTACKS, DiffSection, attacked, side
from builders import SOURCES, Root, a_card, an_outcome
from playwright.sync_api import Page, ViewportSize

from macros.rendering.diff_output import as_html
from macros.views.changes.library_diff import diff_libraries
from macros.views.common.dutch import visible


@pytest.fixture
def opened(own_page: Page, tmp_path: Path):
    """Opens a difference from a file, and keeps what the page asks for or runs."""
    page, told = own_page, []
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: told.append(request.url))

    def open_(part: DiffSection) -> list[str]:
        file = tmp_path / "verschil.html"
        file.write_text(as_html(part), encoding="utf-8")
        page.goto(file.as_uri())
        return [one for one in told if one != file.as_uri() and not one.startswith("data:text/css;base64,")]

    return open_


def test_what_people_wrote_runs_nothing_and_asks_for_nothing(opened, own_page: Page) -> None:
    page = own_page
    whole = DiffSection("Alles", "plain", (), (), tuple(attacked(text) for text in ATTACKS))
    assert opened(whole) == []
    assert page.locator("h2").all_text_contents() == [visible(text) for text in ATTACKS]
    assert page.locator("script, img, iframe, a, h7").count() == 0
    for width in (320, 390, 1280):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_axe_finds_nothing_on_the_difference(look: Look, opened, own_page: Page, root: Root) -> None:
    page = own_page
    look.show(page)
    root.write_card(a_card(outcomes=[an_outcome({"count": 11, "of": 12, "unit": "family"})]))
    before = side(root, "toen")
    root.write_card(a_card(summary="Anders.", aliases=["Nog een naam"]))
    root.write("methods/stuk.yml", "name: {{ stuk\n")
    root.write_card(a_card(sources=[*SOURCES, {"source": "voorbeeldpagina"}]), name="erbij")
    opened(diff_libraries(before, side(root, "nu")))
    assert {"warning", "altered", "added"} <= set(
        page.evaluate("[...document.querySelectorAll('.part')].map((part) => part.className.split('part--')[1])")
    )
    assert faults(page) == []
