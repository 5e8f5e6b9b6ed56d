"""`make serve` as an author sees it: an open page shows what was saved, by itself and under the policy of the site."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from builders import a_card, an_outcome, as_yaml, copy_example
from built import make_site_root
from paths import ROOT
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.heavy

GOAL = {"text": "Kinderen wonen thuis.", "theme": "return-home", "sources": [{"source": "voorbeeldrapport"}]}


class Author:
    """Somebody with a new card, open in a browser and in an editor."""

    numbers = count(1)

    def __init__(self, page: Page, root: Path, address: str) -> None:
        self.page, self._root = page, root
        self._card = f"kaart-{next(self.numbers)}"
        self._address = f"{address}methoden/{self._card}/"
        self.errors: list[str] = []

    def open(self) -> None:
        """Open the page once the server has heard of the card; from then on notes what the browser complains of."""
        self.page.goto(self._address)
        expect(self.page.locator(".lead")).to_have_text("Een korte samenvatting.")  # the page of a wrong address is loaded anew
        self.page.wait_for_load_state()
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.evaluate("window.hasStayed = true")

    def save(self, card: str = "", **changes: object) -> None:
        """Save the card, or another one, as editors do: into the file that is there."""
        self.write(f"methods/{card or self._card}.yml", as_yaml(a_card(**{"name": self._card, **changes})))

    def has_stayed(self) -> bool:
        return self.page.evaluate("!!window.hasStayed")

    def write(self, name: str, text: str) -> None:
        (self._root / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self._root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A small site and its address, served by another process as the command serves it."""
    root = copy_example(tmp_path_factory.mktemp("served"))
    make_site_root(root)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "scripts.site", "--serve", "--root", str(root.path), "--address", address]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert "ververst als u iets bewaart" in server.stdout.readline()
        yield root.path, f"http://{address}/"
        server.kill()


@pytest.fixture
def author(served: tuple[Path, str], own_page: Page) -> Iterator[Author]:
    author = Author(own_page, *served)
    author.save()
    author.open()
    yield author
    assert author.errors == []


def test_words_that_change_are_shown_where_they_stand_and_the_reader_stays_where_they_were(author: Author) -> None:
    page = author.page
    page.get_by_text("Doel en aanpak").click()
    page.locator("#doelen").scroll_into_view_if_needed()
    scrolled = page.evaluate("scrollY")
    for number in (1, 2):
        author.save(summary=f"Het wordt {number}.", goals=[GOAL | {"text": f"Kinderen zijn thuis, {number}."}])
        expect(page.locator("#doelen li")).to_contain_text(f"Kinderen zijn thuis, {number}.")
        expect(page.locator("meta[name=description]")).to_have_attribute("content", re.compile(f": Het wordt {number}."))
    assert author.has_stayed() and page.evaluate("scrollY") == scrolled
    assert page.locator("#doelen").is_visible()


def test_more_than_words_is_loaded_anew(author: Author) -> None:
    author.save(goals=[GOAL, GOAL | {"text": "Kinderen gaan naar school."}])
    expect(author.page.locator("#doelen li")).to_have_count(2)
    assert not author.has_stayed()


def test_a_style_that_changes_is_loaded(author: Author) -> None:
    style = author.read("docs/assets/style/base.css")
    author.write("docs/assets/style/base.css", f"{style}\n.lead {{ letter-spacing: 7px; }}\n")
    expect(author.page.locator(".lead")).to_have_css("letter-spacing", "7px")
    author.write("docs/assets/style/base.css", style)
    assert not author.has_stayed()


def test_words_that_a_script_put_somewhere_else_as_well_are_loaded_anew(author: Author) -> None:
    author.page.evaluate("document.body.append(document.querySelector('.lead').textContent)")
    author.save(summary="Iets anders.")
    expect(author.page.locator(".lead")).to_have_text("Iets anders.")
    assert not author.has_stayed()


def test_words_that_a_script_changed_are_loaded_anew(author: Author) -> None:
    author.page.evaluate("document.querySelector('.lead').textContent = 'Van een script.'")
    author.save(summary="Iets anders.")
    expect(author.page.locator(".lead")).to_have_text("Iets anders.")
    assert not author.has_stayed()


def test_a_page_that_asked_for_data_is_loaded_anew_because_the_data_may_have_changed(author: Author) -> None:
    author.page.evaluate("fetch('/zoek/begin.json').then((answer) => answer.text())")
    author.save(summary="Iets anders.")
    expect(author.page.locator(".lead")).to_have_text("Iets anders.")
    assert not author.has_stayed()


def test_a_chart_is_asked_for_again_although_its_address_is_the_same(author: Author) -> None:
    results = {"outcomes": [an_outcome({"count": 40, "of": 50, "unit": "family"})]}
    author.save(**results)
    chart = author.page.locator("img[src*='embed/beeld/']")
    expect(chart).to_have_count(1)
    author.page.wait_for_load_state()
    author.page.evaluate("window.hasStayed = true")
    chart.evaluate("picture => { for (let fold = picture; fold; fold = fold.parentElement) fold.open = true; }")
    chart.scroll_into_view_if_needed()
    with author.page.expect_response(lambda answer: "embed/beeld/methoden/kaart-" in answer.url) as asked:
        author.save(**results, summary="Iets anders.")
    assert asked.value.ok and author.has_stayed()
    expect(chart).to_have_js_property("complete", True)
    assert chart.evaluate("picture => picture.naturalWidth") > 0


def test_another_card_that_is_saved_leaves_the_open_page_alone(author: Author) -> None:
    author.save("ander", name="Ander")
    author.save(summary="Iets anders.")  # is heard of later
    expect(author.page.locator(".lead")).to_have_text("Iets anders.")
    assert author.has_stayed()


def test_a_mistake_is_shown_on_the_open_page_until_the_next_good_save(author: Author) -> None:
    author.save(name=...)
    expect(author.page.locator("h1")).to_have_text("1 fout in 1 bestand")
    expect(author.page.locator("main")).to_contain_text("methods/kaart-")
    author.errors.clear()  # the browser says that the page was not as it should be
    author.save(summary="Weer goed.")
    expect(author.page.locator(".lead")).to_have_text("Weer goed.")
