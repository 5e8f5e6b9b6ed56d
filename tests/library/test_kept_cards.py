"""Cards that an earlier run checked: the same library without reading and checking them, and never one that is out of date."""

import hashlib
import os
import pickle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from paths import EXAMPLE_SITE

from macros.kept import KeptWork
from macros.library import card_files, check
from macros.library.kept_cards import KeptCards
from macros.library.library import Library
from macros.library.loader import load_library, load_readable
from macros.model.data import Term
from macros.model.method import Method
from macros.validation.problems import Refused


@pytest.fixture
def full(root: Root) -> Root:
    """A library whose one new card refers to every kind of record."""
    root.write_card(a_card(outcomes=[an_outcome({"count": 3, "of": 4, "printed_percent": 75, "unit": "family"})]))
    return root


def load(root: Path) -> Library:
    work = KeptWork(root)
    try:
        return load_library(root, kept=work)
    finally:
        work.close()


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No card may be read or checked."""
    monkeypatch.setattr(card_files, "read_bytes", lambda *_: pytest.fail("a card was read"))
    real = check.check_values
    monkeypatch.setattr(check, "check_values", lambda *a: real(*a) if a[2] is not Method else pytest.fail("a card was checked"))


def test_the_second_run_reads_and_checks_no_card_and_gives_the_same_library(full: Root, request: pytest.FixtureRequest) -> None:
    first = load(full.path)
    request.getfixturevalue("unchecked")
    second = load(full.path)
    assert second == first and list(second.methods) == list(first.methods) and second.users == first.users


def test_a_kept_card_has_the_very_words_of_this_run(full: Root) -> None:
    load(full.path)
    library = load(full.path)
    terms = {id(term) for vocabulary in library.vocabularies.values() for term in vocabulary.terms.values()}
    found = [term for method in library.methods.values() for term in _terms(method)]
    assert len(found) > 10 and all(id(term) in terms for term in found)


def _terms(value: Any):
    if isinstance(value, Term):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _terms(one)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from _terms(getattr(value, name))


CHANGES = {
    "card": ("methods/nieuw.yml", "name: Voorbeeld", "name: Anders"),
    "source": ("data/sources.yml", "title: ", "title: Nieuwe "),
    "organisation": ("data/organisations.yml", "name: ", "name: Nieuwe "),
    "element": ("data/elements.yml", "name: ", "name: Nieuwe "),
    "tool": ("data/tools.yml", "name: ", "name: Nieuwe "),
    "vocabulary": ("data/vocabularies/theme.yml", "nl: ", "nl: nieuw "),
    "word that is gone": ("data/vocabularies/theme.yml", "  return-home:", "  gone-home:"),
    "source that is gone": ("data/sources.yml", "voorbeeldrapport:", "ander-rapport:"),
    "synonyms": ("data/synonyms.yml", "groups:", "# opmerking\ngroups:"),
    "old id": ("data/moved.yml", "", ""),
}
"""What changes → the file, and what becomes what in it."""


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_the_outcome_is_that_of_a_run_without_kept_work(full: Root, what: str) -> None:
    def outcome(kept: KeptWork) -> Any:
        library, problems = load_readable(full.path, kept)
        return library, sorted(map(str, problems))

    name, old, new = CHANGES[what]
    load(full.path)
    file = full.path / name
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert old in text
    file.write_text(text.replace(old, new) or "oude-kaart:\n  to: nieuw\n", encoding="utf-8")
    kept = KeptWork(full.path)
    assert outcome(kept) == outcome(KeptWork(None)) == outcome(kept)
    file.write_text(text or "andere-kaart:\n  to: nieuw\n", encoding="utf-8")
    assert outcome(kept) == outcome(KeptWork(None))
    kept.close()


def test_a_change_in_our_code_leaves_nothing_that_is_kept(full: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    load(full.path)
    monkeypatch.setattr("macros.kept.state_of_code", lambda: "other code")
    read = []
    real = card_files.read_bytes
    monkeypatch.setattr(card_files, "read_bytes", lambda *arguments: read.append(1) or real(*arguments))
    assert len(load(full.path).methods) == len(read) > 0


def test_a_card_that_only_another_source_changed_for_is_kept(full: Root, request: pytest.FixtureRequest) -> None:
    load(full.path)
    sources = full.path / "data" / "sources.yml"
    extra = "extra:\n  type: report\n  title: Extra\n  publisher: Uitgever\n  voice: owner\n"
    sources.write_text(sources.read_text(encoding="utf-8") + extra, encoding="utf-8")
    request.getfixturevalue("unchecked")
    assert "extra" in load_readable(full.path, KeptWork(full.path))[0].sources


def test_a_card_with_a_problem_is_not_kept(full: Root) -> None:
    full.write_card(a_card(name=...))
    for _ in range(2):
        with pytest.raises(Refused, match="dit verplichte veld ontbreekt"):
            load(full.path)


def test_a_card_that_brings_its_sources_along_brings_them_in_every_run(full: Root) -> None:
    record = {"type": "report", "title": "Nieuw", "publisher": "Uitgever", "voice": "owner"}
    full.write_card(a_card(sources=[{"source": "nieuwe-bron"}], new_records={"sources": {"nieuwe-bron": record}}))
    for _ in range(2):
        assert load(full.path).sources["nieuwe-bron"].title == "Nieuw"


def test_the_rich_library_is_the_same_with_kept_work(tmp_path: Path) -> None:
    for name in ("methods", "data"):
        (tmp_path / name).symlink_to(EXAMPLE_SITE / name)
    assert load(tmp_path) == load(tmp_path) == load_library(tmp_path)


class _Evil:
    def __reduce__(self) -> Any:
        return os.system, ("echo made > evil",)


@pytest.mark.parametrize(
    "value",
    [_Evil(), SimpleNamespace(a=1), Path("x")],
    ids=["call", "class", "path"],
)
def test_bytes_that_are_not_ours_make_nothing(value: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    documents = SimpleNamespace(data={}, vocabularies={})
    cards = KeptCards(KeptWork(None), documents, {})
    content = hashlib.sha256(b"").digest() + pickle.dumps(([], value))
    assert cards.restore("key", content) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["re.compile", "Record.__init__", "os", "checked", "datetime"])
def test_only_classes_of_the_model_are_made(name: str) -> None:
    documents = SimpleNamespace(data={}, vocabularies={})
    cards = KeptCards(KeptWork(None), documents, {})
    text = f"macros.model.base\n{name}\n".encode()
    assert cards.restore("key", hashlib.sha256(b"").digest() + b"\x80\x02(]c" + text + b"t.") is None


def test_sources_are_as_the_card_names_them(full: Root) -> None:
    load(full.path)
    library = load(full.path)
    named = [citation.source for citation in library.methods["nieuw"].sources]
    assert [source.id for source in named] == [one["source"] for one in SOURCES]
    assert all(library.sources[source.id] is source for source in named)
