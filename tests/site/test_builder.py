"""How a build divides its work: in a large library, processes for what is of one card and others for what is of all."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from open_data_fixtures import PUBLICATION
from paths import EXAMPLE_SITE

from macros.kept import KeptWork
from macros.library.library import Library
from macros.library.loader import load_library
from macros.site import builder
from macros.site.builder import Builder
from macros.site.output_folder import Folder
from macros.site.pages.all_pages import addresses
from macros.site.pages.page import Page, Site

SITE = Site("https://voorbeeld.example/", "https://code.example/edit/", "https://code.example/blob/", "Voorbeeld")


class Pages:
    """Where pages go without a frame."""

    def __init__(self, to: Path) -> None:
        self._folder = Folder(to)

    def write_page(self, page: Page, html: str) -> None:
        self._folder.write(f"{page.address}index.html", html)

    def write_file(self, path: str, content: str | bytes) -> None:
        self._folder.write(path, content)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[tuple[Library, KeptWork]]:
    kept = KeptWork(tmp_path)
    yield load_library(EXAMPLE_SITE, kept=kept, can_wait=True), kept
    kept.close()


def build(library: Library, kept: KeptWork, to: Path, new_cards: int = 0) -> tuple[dict[str, bytes], set[str]]:
    """Each file with its content, and the addresses of which the frame was told before."""
    told: set[str] = set()

    def tell(pages: Iterable[Page]) -> None:
        told.update(page.address for page in pages)

    building = Builder(library, SITE, PUBLICATION, EXAMPLE_SITE / "methods", Pages(to), kept, new_cards)
    building.begin(tell)
    building.finish([])
    return {file.relative_to(to).as_posix(): file.read_bytes() for file in to.rglob("*") if file.is_file()}, told


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_with_cards_apart_the_same_is_written(
    cores: int, library: tuple[Library, KeptWork], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    monkeypatch.setattr(builder, "CARDS_PER_JOB", 2)
    together, told = build(*library, tmp_path / "together")
    monkeypatch.setattr(builder, "CARDS_APART", 1)
    apart, told_apart = build(*library, tmp_path / "apart", new_cards=1)
    assert apart == together and told_apart == told
    assert {f"{address}index.html" for address in addresses(library[0])} <= apart.keys()


def test_of_a_page_of_each_kind_the_frame_is_told(library: tuple[Library, KeptWork], tmp_path: Path) -> None:
    _, told = build(*library, tmp_path / "site")
    first = next(iter(library[0].methods))
    of_cards = {address for method in library[0].methods for address in addresses(library[0]) if f"/{method}/" in f"/{address}"}
    assert told == set(addresses(library[0])) - {one for one in of_cards if f"/{first}/" not in f"/{one}"}


def test_who_makes_cards_has_only_those_of_its_job(
    library: tuple[Library, KeptWork], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(builder, "CARDS_APART", 1)
    build(*library, tmp_path / "site", new_cards=1)
    assert not any(kept.at_hand for kept in library[0].methods._found.values())


def test_a_build_that_fails_leaves_no_process_behind(
    library: tuple[Library, KeptWork], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(builder, "CARDS_APART", 1)
    building = Builder(library[0], SITE, PUBLICATION, EXAMPLE_SITE / "methods", Pages(tmp_path / "site"), library[1], 1)
    building.begin()
    monkeypatch.setattr(Builder, "_write_files", lambda *_: 1 / 0)
    children = [child.id for pool in building._pools for child in pool._children]
    with pytest.raises(ZeroDivisionError):
        building.finish([])
    assert children
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)
