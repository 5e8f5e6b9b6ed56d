"""Cards that an earlier run checked: the same library without reading and checking them, and never one that is out of date."""

import datetime
import gc
import hashlib
import os
import pickle
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
from builders import SOURCES, Root, a_card, an_outcome
from paths import EXAMPLE_SITE

from macros.kept import FOLDER, KeptWork
from macros.library import card_files, check
from macros.library.compact import Shared
from macros.library.kept_cards import KeptCards
from macros.library.library import Library
from macros.library.loader import load_library, load_readable
from macros.library.methods import let_go, outline_in, outline_of
from macros.model.data import Term
from macros.model.method import Method
from macros.model.shape import yaml_values
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


def test_the_second_run_parses_no_yaml_at_all(full: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(full.path)
    for module in ("card_files", "read"):
        monkeypatch.setattr(f"macros.library.{module}.read_bytes", lambda _, path: pytest.fail(f"{path} was parsed"))
    assert load(full.path) == first


def test_a_problem_in_data_has_its_place_also_if_the_file_was_read_before(full: Root) -> None:
    load(full.path)
    unused = "\nandere-bron:\n  type: report\n  title: Andere\n  publisher: Uitgever\n  voice: owner\n"
    full.write("data/sources.yml", full.read("data/sources.yml") + unused)
    for _ in range(2):
        with pytest.raises(Refused, match=r"data/sources\.yml:\d+:1: andere-bron: dit wordt nergens gebruikt"):
            load(full.path)


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
    full.write(name, text.replace(old, new) or "oude-kaart:\n  to: nieuw\n")
    kept = KeptWork(full.path)
    assert outcome(kept) == outcome(KeptWork(None)) == outcome(kept)
    full.write(name, text or "andere-kaart:\n  to: nieuw\n")
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
    extra = "extra:\n  type: report\n  title: Extra\n  publisher: Uitgever\n  voice: owner\n"
    full.write("data/sources.yml", full.read("data/sources.yml") + extra)
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
    assert cards.method_in(as_kept(cards, pickle.dumps(value))) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["re.compile", "Record.__init__", "os", "checked", "datetime"])
def test_only_classes_of_the_model_are_made(name: str) -> None:
    documents = SimpleNamespace(data={}, vocabularies={})
    cards = KeptCards(KeptWork(None), documents, {})
    text = f"macros.model.base\n{name}\n".encode()
    assert cards.method_in(as_kept(cards, b"\x80\x02c" + text + b".")) is None


@pytest.mark.parametrize("of", [Decimal, "Method", None], ids=["another class", "text", "nothing"])
def test_only_records_are_made_of_parts(of: Any) -> None:
    with pytest.raises(pickle.UnpicklingError):
        Shared().make(of, ("id",), "x")


@pytest.mark.parametrize("content", [b"", b"x" * 100, hashlib.sha256(b"").digest() + b"\0\0\0\2[]"])
def test_what_is_no_kept_card_at_all_is_none(content: bytes) -> None:
    assert KeptCards(KeptWork(None), SimpleNamespace(data={}, vocabularies={}), {}).restore("key", content) is None


def as_kept(cards: KeptCards, method: bytes) -> bytes:
    head = orjson.dumps(([], ([], [], [], [])))
    return cards._hash_of([]) + len(head).to_bytes(4, "big") + head + method


def test_sources_are_as_the_card_names_them(full: Root) -> None:
    load(full.path)
    library = load(full.path)
    named = [citation.source for citation in library.methods["nieuw"].sources]
    assert [source.id for source in named] == [one["source"] for one in SOURCES]
    assert all(library.sources[source.id] is source for source in named)


# methods that wait until somebody asks for them


@pytest.fixture
def unmade(monkeypatch: pytest.MonkeyPatch) -> None:
    """No kept method may be made."""
    monkeypatch.setattr(KeptCards, "method_in", lambda *_: pytest.fail("a method was made"))


def load_waiting(root: Path) -> Library:
    return load_library(root, kept=KeptWork(root), can_wait=True)


def test_a_check_of_what_was_checked_makes_no_method_at_all(full: Root, request: pytest.FixtureRequest) -> None:
    load(full.path)
    request.getfixturevalue("unmade")
    library = load_waiting(full.path)
    assert len(library.methods) == 4 and library.card_names["nieuw"] == "Voorbeeld" and library.measured


def test_a_check_with_one_changed_card_makes_only_that_one(full: Root, request: pytest.FixtureRequest) -> None:
    load(full.path)
    full.write_card(a_card(summary="Iets anders."), "nieuw")
    request.getfixturevalue("unmade")
    assert load_waiting(full.path).methods["nieuw"].summary == "Iets anders."


def test_a_method_that_waited_is_the_one_that_did_not(tmp_path: Path) -> None:
    for name in ("methods", "data"):
        (tmp_path / name).symlink_to(EXAMPLE_SITE / name)
    plain = load(tmp_path)
    waiting = load_waiting(tmp_path)
    assert all(outline_in(waiting.methods, key) == outline_of(method) for key, method in plain.methods.items())
    for name in ("card_names", "cards_by_name", "relations_to", "measured"):
        assert getattr(waiting, name) == getattr(plain, name)
    assert waiting == plain
    assert [yaml_values(method) for method in waiting.methods.values()] == [yaml_values(one) for one in plain.methods.values()]


def test_what_is_kept_of_a_method_and_is_not_ours_is_read_and_checked_again(full: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    load(full.path)
    monkeypatch.setattr(KeptCards, "method_in", lambda *_: None)
    assert load_waiting(full.path).methods["nieuw"].name == "Voorbeeld"
    assert load(full.path).methods["nieuw"].name == "Voorbeeld"


def test_what_is_let_go_of_is_made_again_and_equal_also_on_the_first_run(full: Root) -> None:
    library = load_waiting(full.path)
    before = dict(library.methods)
    let_go(library.methods)
    assert dict(library.methods) == before
    assert all(library.methods[key] is not method for key, method in before.items())
    assert library.methods["nieuw"] is library.methods["nieuw"]


def test_who_keeps_nothing_lets_nothing_go(full: Root) -> None:
    library = load_library(full.path, can_wait=True)
    before = dict(library.methods)
    let_go(library.methods)
    assert all(library.methods[key] is method for key, method in before.items())


def change_kept(root: Root, statement: str) -> None:
    with closing(sqlite3.connect(root.path / FOLDER / "kept.sqlite")) as database, database:
        database.execute(statement)


@pytest.mark.parametrize("gone", ["emptied", "of another state of data/"])
def test_a_card_that_was_let_go_of_and_is_not_kept_any_more_is_read_again(full: Root, gone: str) -> None:
    library = load_waiting(full.path)
    before = library.methods["nieuw"]
    let_go(library.methods)
    change_kept(full, "DELETE FROM kept" if gone == "emptied" else "UPDATE kept SET content = 'x' || content")
    assert library.methods["nieuw"] == before


def test_a_card_that_was_let_go_of_and_broken_meanwhile_is_refused_with_its_fault(full: Root) -> None:
    library = load_waiting(full.path)
    let_go(library.methods)
    change_kept(full, "DELETE FROM kept")
    full.write_card(a_card(onbekend="iets"), "nieuw")
    with pytest.raises(Refused) as refused:
        library.methods["nieuw"]
    assert [problem.path for problem in refused.value.problems] == ["methods/nieuw.yml"]


LINKED = {"relations": [{"method": "ander", "kind": "variant-of", "sources": SOURCES}]}
BESIDE = {
    "another card takes the name": {"ander": a_card(name="Voorbeeld")},
    "another card takes it as another name": {"ander": a_card(name="Iets", aliases=["Voor-beeld"])},
    "another card leads back": {"ander": a_card(name="Iets", relations=[{**LINKED["relations"][0], "method": "nieuw"}])},
    "another card goes": {"ander": None},
    "a third card leads back": {
        "ander": a_card(name="Iets", relations=[{**LINKED["relations"][0], "method": "derde"}]),
        "derde": a_card(name="Derde", relations=[{**LINKED["relations"][0], "method": "nieuw"}]),
    },
}
"""What changes in other cards → the cards by id; None for one that goes."""


@pytest.mark.parametrize("what", BESIDE)
def test_a_card_that_passed_is_checked_again_beside_what_changed_in_others(root: Root, what: str) -> None:
    def problems(kept: KeptWork) -> list[str]:
        return sorted(map(str, load_readable(root.path, kept)[1]))

    root.write_card(a_card(**LINKED), "nieuw")
    root.write_card(a_card(name="Iets"), "ander")
    assert [one for one in problems(KeptWork(root.path)) if "nieuw" in one] == []
    for card_id, values in BESIDE[what].items():
        if values:
            root.write_card(values, card_id)
        else:
            (root.path / "methods" / f"{card_id}.yml").unlink()
    found = problems(KeptWork(root.path))
    assert [one for one in found if "methods/nieuw.yml" in one]
    assert found == problems(KeptWork(None)) == problems(KeptWork(root.path))


def test_a_day_that_has_not_come_is_refused_also_if_the_clock_said_that_it_had(
    root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.write_card(a_card(reviewed="2024-05-06"), "nieuw")
    load(root.path)
    monkeypatch.setattr("macros.library.library.dutch_today", lambda: datetime.date(2024, 5, 5))
    with pytest.raises(Refused, match="2024-05-06"):
        load_waiting(root.path)


# what is equal is one and the same


def test_equal_citations_are_one_and_so_are_the_names_of_written_fields(full: Root) -> None:
    for library in (load_library(full.path), load(full.path), load(full.path)):
        method = library.methods["nieuw"]
        assert method.status.sources is method.target_group.sources
        written = {id(one.model_fields_set) for one in (method.status.sources[0], *method.sources)}
        assert len(written) == 1
        assert method.model_fields_set >= {"name", "summary"} and "plain_summary" not in method.model_fields_set


def test_no_part_of_a_card_has_a_dictionary_of_its_own(full: Root) -> None:
    for library in (load_library(full.path), load(full.path), load(full.path)):
        method = library.methods["nieuw"]
        for part in (method.status, method.status.sources[0], method.outcomes[0], method.outcomes[0].study, method.target_group):
            assert not any(type(one) is dict for one in gc.get_referents(part)), type(part)


def test_a_part_that_another_part_refers_to_stays_the_same_one(full: Root) -> None:
    for library in (load_library(full.path), load(full.path), load(full.path)):
        method = library.methods["nieuw"]
        assert method.outcomes[0].study is method.studies[0]


def test_citations_that_differ_stay_apart(root: Root) -> None:
    page, other = [{**SOURCES[0], "locator": "bladzijde 3"}], [{**SOURCES[0], "locator": "bladzijde 4"}]
    root.write_card(a_card(status={"phase": "running", "sources": page}, sources=other), "nieuw")
    method = load_library(root.path).methods["nieuw"]
    assert [one.locator for one in (*method.status.sources, *method.sources)] == ["bladzijde 3", "bladzijde 4"]
