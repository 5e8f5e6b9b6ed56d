"""A new word in a list never breaks the site: every list gets one, a card uses it wherever it may, and all is built."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import Root
from card_values import RESULTS
from paths import EXAMPLE, EXAMPLE_SITE
from site_fixtures import copy_project

from macros.library.kinds import VOCABULARIES
from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.fields import fields_of, tag_of
from macros.model.method import Method
from macros.site.export import write_export
from macros.validation.problems import Refused

WORD, LABEL = "nieuw-woord", "spiksplinternieuw woord"
CARD = "nieuwe-kaart"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Root:
    """The rich invented library, with a new word in every list and a card that uses those words."""
    project = tmp_path_factory.mktemp("new-words")
    copy_project(project)
    for name in ("methods", "data"):
        _copy_over(EXAMPLE_SITE / name, project / name)
    _copy_over(EXAMPLE_SITE / "docs", project / "docs")
    for name in ("organisations", "sources", "elements", "tools"):
        with (project / "data" / f"{name}.yml").open("a", encoding="utf-8") as file:
            text = (EXAMPLE / "data" / f"{name}.yml").read_text(encoding="utf-8")
            file.write("\n" + re.sub(r"\b(kind|voice): [a-z-]+", rf"\1: {WORD}", text))
    for file in (project / "data" / "vocabularies").glob("*.yml"):
        text = re.sub("^complete: true\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = text.replace("\nterms:", "\ncomplete: true\nterms:")
        file.write_text(f"{text.rstrip()}\n  {WORD}: {{nl: {LABEL}, en: new word, description: Nieuw.}}\n", encoding="utf-8")
    _use_words(Root(project))
    return Root(project)


def _copy_over(folder: Path, target: Path) -> None:
    for file in target.rglob("*.yml"):
        if target.name != "docs":
            file.unlink()
    for file in filter(Path.is_file, folder.rglob("*")):
        place = target / file.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())


def _use_words(root: Root) -> None:
    """Write the fullest card of the example with the new word in every place where it passes the check."""
    values = yaml.load((EXAMPLE / "methods" / "voorbeeld-thuis.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    del values["chain"]["after"]
    for relation in values["relations"]:  # the cards that it names are not in this library
        relation.pop("method", None)
        relation["text"] = "Een andere kaart"
    for recognition in values["recognitions"]:  # what replaces must follow on a state that the new word takes away
        recognition.pop("replaces", None)
    shared = {key: value for key, value in values["outcomes"][0].items() if key != "result"}
    values["outcomes"] += [shared | {"id": f"soort-{kind}", "result": yaml_texts(result)} for kind, result in RESULTS.items()]
    before = {place: _put(values, place, WORD) for place in list(_word_places((Method,), values, ()))}
    while problems := _problems(root, values):
        for problem in problems:
            place = next((place for place in before if place[: len(problem.keys)] == problem.keys), None)
            place = place or next((place for place in before if place[:-1] == problem.keys[:-1]), None)
            assert place, problem
            _put(values, place, before.pop(place))
    assert len(before) > 60


def yaml_texts(value: Any) -> Any:
    """Values as the texts that stand in a file."""
    if isinstance(value, dict):
        return {key: yaml_texts(inner) for key, inner in value.items()}
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _problems(root: Root, values: Any) -> list[Any]:
    root.write_card(values, CARD)
    try:
        load_library(root.path)
    except Refused as refused:
        return [problem for problem in refused.problems if CARD in problem.path]
    return []


def _word_places(records: tuple[type, ...], values: Any, keys: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The paths of all words of vocabularies in the values of a card."""
    if len(records) > 1:
        records = tuple(record for record in records if tag_of(record) == f"[{_kind_of(values)}]")
    for record in records:
        for node in fields_of(record):
            if node.name not in values:
                continue
            inner = values[node.name]
            for place, part in enumerate(inner) if node.many else ((None, inner),):
                path = (*keys, node.name) if place is None else (*keys, node.name, place)
                if (node.reference or "").startswith("vocabulary/"):
                    yield path
                elif node.records:
                    yield from _word_places(node.records, part, path)


def _kind_of(result: dict[str, Any]) -> str:
    if "count" in result:
        return "proportion" if "of" in result else "tally"
    return {"percent": "percentage", "none_yet": "none-yet"}.get(next(iter(result)), next(iter(result)))


def _put(values: Any, place: tuple[Any, ...], word: str) -> str:
    for key in place[:-1]:
        values = values[key]
    before, values[place[-1]] = values[place[-1]], word
    return before


@pytest.fixture(scope="module")
def library(root: Root) -> Library:
    return load_library(root.path)


def test_a_card_uses_the_new_word_of_nearly_every_list(root: Root, library: Library) -> None:
    places = list(_word_places((Method,), yaml.safe_load((root.path / "methods" / f"{CARD}.yml").read_text("utf-8")), ()))
    assert len(places) > 60
    assert library.methods[CARD].status.phase.id == WORD
    assert set(library.vocabularies) == {kind.removeprefix("vocabulary/") for kind in VOCABULARIES}
    assert all(WORD in vocabulary.terms for vocabulary in library.vocabularies.values())


@pytest.mark.heavy
def test_the_whole_site_is_built_and_shows_the_new_word(root: Root, library: Library, tmp_path: Path) -> None:
    count = write_export(library, root.path, tmp_path)
    pages = list((tmp_path / "fragments").rglob("index.html"))
    assert len(pages) == count
    card = (tmp_path / "fragments" / "methoden" / CARD / "index.html").read_text(encoding="utf-8")
    assert card.count(LABEL) + card.count(LABEL.capitalize()) > 20
    glossary = (tmp_path / "fragments" / "begrippen" / "index.html").read_text(encoding="utf-8")
    assert glossary.count(f"-{WORD}") >= len(library.vocabularies)
