"""What is made from a card is taken over from an earlier run, and is never out of date: whatever changes, the outcome is that
of a run that keeps nothing."""

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from paths import EXAMPLE_SITE

from macros.history.card_history import Event, History
from macros.kept import KeptWork
from macros.library.library import Library
from macros.library.loader import load_library
from macros.library.watched import WatchedLibrary
from macros.model.method import Method
from macros.open_data.publication import Publication
from macros.site.files.all_files import Files, KeptFiles, file_groups
from macros.site.files.compare import comparison_columns
from macros.site.kept_parts import KeptParts
from macros.site.pages.all_pages import CARD_PAGES
from macros.site.pages.page import Page, Site

pytestmark = pytest.mark.heavy

_COMPARED = (EXAMPLE_SITE / "data" / "comparisons.yml").read_text(encoding="utf-8")
COMPARISONS = re.findall(r"^([a-z][a-z0-9-]*):", _COMPARED, re.MULTILINE)
PUBLICATION = Publication("Voorbeeld", "Voorbeeld", "", "", "", "", "")
SITE = Site("https://voorbeeld.example/", "https://code.example/edit/", "https://code.example/blob/", "Voorbeeld")

PAGE, *_ = CARD_PAGES
KINDS = len(CARD_PAGES) + 1
"""Of what is kept of each card: its pages, and its column."""

FILES = {
    "bijdragen/sjabloon.xlsx",
    "bijdragen/sjabloon.csv",
    *(f"vergelijken/{one}/memo-{one}.{ending}" for one in COMPARISONS for ending in ("docx", "txt")),
}
"""Files beside them, of which several are made together."""
ONE, OTHER = "dok", "stevig-opgroeien"
"""The page of each names the other card."""
ALONE = "steunpartners"
"""In no comparison."""
RELATION = f"""relations:
  - method: {OTHER}
    kind: variant-of
    sources: [{{source: ambrea-terug-naar-huis}}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("methods", "data"):
        shutil.copytree(EXAMPLE_SITE / name, tmp_path / name)
    with (tmp_path / "methods" / f"{ONE}.yml").open("a", encoding="utf-8") as card:
        card.write(RELATION)
    return tmp_path


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptWork]:
    work = KeptWork(tmp_path)
    yield work
    work.close()


class Made:
    """Makes the pages and the column of every card, and counts what it had to make."""

    def __init__(self, kept: KeptWork, library: Library, site: Site = SITE) -> None:
        parts = KeptParts(kept, library, site)
        self.made: set[str] = set()
        self.texts = {}
        for method in library.methods.values():
            for kind, make in CARD_PAGES.items():
                self.texts[f"{kind} {method.id}"] = parts.once(
                    kind, method, self._counted(kind, method, self._page(make, method, site))
                )
            self.texts[f"column {method.id}"] = parts.once(
                "column", method, self._counted("column", method, self._column(method))
            )
        for group in file_groups(library, site, PUBLICATION, Path(), kept):
            for portion in group.portions if isinstance(group, KeptFiles) else ():
                self._make_files(parts, group, portion)
        parts.write()

    def _make_files(self, parts: KeptParts, group: KeptFiles, portion: str) -> None:
        def make(library: Library) -> Files:
            found = list(group.make(library, portion))
            self.made.update(path for path, _ in found)
            return iter(found)

        self.texts |= dict(parts.files_once(f"{group.paths} {portion}", make))

    def _counted(self, kind: str, method: Method, make: Callable[[Library], str]) -> Callable[[Library], str]:
        def made(library: Library) -> str:
            self.made.add(f"{kind} {method.id}")
            return make(library)

        return made

    @staticmethod
    def _page(make: Callable[[Method, Library], Page], method: Method, site: Site) -> Callable[[Library], str]:
        return lambda library: make(method, library).html(site)

    @staticmethod
    def _column(method: Method) -> Callable[[Library], str]:
        return lambda library: next(text for _, text in comparison_columns(library, [method]))


def anew(library: Library, site: Site = SITE) -> dict[str, str]:
    return Made(KeptWork(None), library, site).texts


def edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    text = file.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.MULTILINE)
    assert changed != text, f"{old} is not in {name}"
    file.write_text(changed, encoding="utf-8")


def test_all_is_taken_over_by_the_next_run(project: Path, kept: KeptWork) -> None:
    library = load_library(project)
    first = Made(kept, library)
    assert first.texts == anew(library)
    assert len(first.made) == len(first.texts) == KINDS * len(library.methods) + len(FILES)
    assert first.texts.keys() > FILES and {type(first.texts[path]) for path in FILES} == {str, bytes}
    second = Made(kept, load_library(project))
    assert second.texts == first.texts
    assert second.made == set()


def test_a_card_that_changes_is_made_anew_with_what_shows_its_name_and_nothing_else(project: Path, kept: KeptWork) -> None:
    library = load_library(project)
    Made(kept, library)
    edit(project, f"methods/{OTHER}.yml", r"^name: .*$", "name: Een heel andere naam")
    after = load_library(project)
    second = Made(kept, after)
    assert second.texts == anew(after)
    assert "Een heel andere naam" in second.texts[f"{PAGE} {ONE}"]
    assert {*(f"{kind} {OTHER}" for kind in CARD_PAGES), f"column {OTHER}", f"{PAGE} {ONE}"} <= second.made
    assert len(second.made) < len(second.texts) // 2


def test_what_shows_only_the_name_of_a_card_stays_when_something_else_on_it_changes(project: Path, kept: KeptWork) -> None:
    Made(kept, load_library(project))
    edit(project, f"methods/{OTHER}.yml", "^summary: ", "summary: Nu ")
    after = load_library(project)
    second = Made(kept, after)
    assert second.texts == anew(after)
    assert {made for made in second.made if made.endswith(f" {ONE}")} == set()


CHANGES = {
    "text of a card": (f"methods/{ONE}.yml", r"^summary: ", "summary: Nu "),
    "name of a card": (f"methods/{OTHER}.yml", r"^name: .*$", "name: Nieuwe naam"),
    "relation that goes": (f"methods/{ONE}.yml", re.escape(RELATION), ""),
    "kind of a relation": (f"methods/{ONE}.yml", "kind: variant-of", "kind: part-of"),
    "word": ("data/vocabularies/theme.yml", r"{nl: ", "{nl: nieuw "),
    "organisation": ("data/organisations.yml", r"^  name: ", "  name: Nieuwe "),
    "source": ("data/sources.yml", r"^  title: ", "  title: Nieuwe "),
    "element": ("data/elements.yml", r"^  name: ", "  name: Nieuw "),
    "tool": ("data/tools.yml", r"^  name: ", "  name: Nieuwe "),
    "guideline": ("data/guidelines.yml", r"^  name: ", "  name: Nieuwe "),
    "base rate": ("data/base_rates.yml", r"^  figure: ", "  figure: nu "),
}
"""What changes → the file, and what becomes what in it."""


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_in_a_file_the_outcome_is_that_of_a_run_that_keeps_nothing(
    project: Path, kept: KeptWork, what: str
) -> None:
    Made(kept, load_library(project))
    edit(project, *CHANGES[what])
    after = load_library(project)
    assert Made(kept, after).texts == anew(after)


def test_whatever_else_changes_the_outcome_is_that_of_a_run_that_keeps_nothing(project: Path, kept: KeptWork) -> None:
    library = load_library(project)
    before = Made(kept, library).texts
    one, *_ = library.methods
    moment = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
    past = History(cards={one: (Event("new", moment, "abc", one),)}, is_known=True, is_whole=True)
    others = [
        (replace(library, today=library.today + datetime.timedelta(days=4000)), SITE),
        (replace(library, history=past), SITE),
        (replace(library, history=replace(past, earlier={one: 7})), SITE),
        (replace(library, history=replace(past, is_whole=False)), SITE),
        (library, SITE._replace(edit="")),
        (library, SITE._replace(url="https://elders.example/")),
        (replace(library, methods={key: method for key, method in library.methods.items() if key != ALONE}), SITE),
    ]
    for changed, site in others:
        found = Made(kept, changed, site)
        assert found.texts == anew(changed, site)
        assert found.texts != before and found.made
    assert Made(kept, library).texts == before


def test_a_library_whose_state_is_not_known_is_made_anew(project: Path, kept: KeptWork) -> None:
    library = load_library(project)
    Made(kept, library)
    for unknown in (replace(library, data_state=""), replace(library, states={})):
        assert len(Made(kept, unknown).made) >= KINDS * len(library.methods)


@pytest.mark.parametrize(
    "read",
    [
        lambda library: list(library.methods),
        lambda library: len(library.methods),
        lambda library: list(library.relations_to.items()),
        lambda library: list(library.cards_by_name),
        lambda library: sorted(library.card_ids),
        lambda library: library.users,
        lambda library: list(library.history.cards),
        lambda library: library.history.pages,
    ],
)
def test_what_is_read_in_a_way_that_is_not_known_is_not_kept(project: Path, read: Callable[[Any], Any]) -> None:
    watched = WatchedLibrary(load_library(project))
    read(watched)
    assert not watched.can_keep


def test_a_card_that_is_not_there_is_noted_as_well(project: Path, kept: KeptWork) -> None:
    library = load_library(project)
    one, other, *_ = library.methods.values()
    smaller = replace(library, methods={key: value for key, value in library.methods.items() if key != other.id})

    def make(of: Library) -> str:
        return "er is er een" if of.methods.get(other.id) else "er is geen"

    for of, expected in ((smaller, "er is geen"), (library, "er is er een"), (smaller, "er is geen")):
        parts = KeptParts(kept, of, SITE)
        assert parts.once("test", one, make) == expected
        parts.write()
