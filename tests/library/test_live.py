"""A library that follows its files: after every change it is what loading all files anew would give."""

from pathlib import Path

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.library import live as live_module
from macros.library.library import Library
from macros.library.live import LiveLibrary

OWN = {"name": "Eigen", "aliases": ["Eigen naam"]}


@pytest.fixture
def card(root: Root) -> Path:
    return root.write_card(a_card())


@pytest.fixture
def live(root: Root, card: Path) -> LiveLibrary:
    return LiveLibrary(root.path)


def codes(live: LiveLibrary) -> list[str]:
    return [problem.code for problem in live.problems]


def same(library: Library, root: Root) -> bool:
    """Whether it is what is loaded from the files; what is worked out from the records is compared too."""
    loaded = root.load()
    worked_out = ("cards_by_name", "relations_to", "mentions", "measured", "source_names")
    return library == loaded and all(getattr(library, name) == getattr(loaded, name) for name in worked_out)


def test_it_begins_as_what_is_loaded(live: LiveLibrary, root: Root) -> None:
    assert live.problems == [] and same(live.library, root)


@pytest.mark.parametrize(
    "changes",
    [
        {"summary": "Een andere samenvatting."},
        {"name": "Anders", "aliases": ["Nog een naam"]},
        {"outcomes": [an_outcome({"words": "beter"})]},
        {"relations": [{"method": "voorbeeld-thuis", "kind": "variant-of", "sources": SOURCES}]},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_changed_card_is_taken_in_without_reading_the_others(
    live: LiveLibrary, root: Root, changes: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_module, "read_documents", lambda *_: pytest.fail("everything was read again"))
    before = {name: method for name, method in live.library.methods.items() if name != "nieuw"}
    live.follow([root.write_card(a_card(**changes))])
    assert live.problems == [] and same(live.library, root)
    assert all(live.library.methods[name] is method for name, method in before.items())


def test_a_card_that_only_its_own_text_changed_of_is_not_linked_anew(
    live: LiveLibrary, root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_module, "link_records", lambda *_, **__: pytest.fail("all cards were linked again"))
    live.follow([root.write_card(a_card(summary="Een andere samenvatting."))])
    assert live.library.methods["nieuw"].summary == "Een andere samenvatting."


def test_a_card_with_mistakes_tells_them_all_and_its_last_good_state_stays(live: LiveLibrary, root: Root) -> None:
    live.follow([root.write_card(a_card(name=..., summary=..., extra="x"))])
    assert sorted(codes(live)) == ["extra_forbidden", "missing", "missing"]
    assert live.problems_of("nieuw") == live.problems and live.problems_of("voorbeeld-thuis") == []
    assert live.library.methods["nieuw"].name == "Voorbeeld"
    live.follow([root.write_card(a_card(name="Beter"))])
    assert live.problems == [] and same(live.library, root)


def test_a_card_that_is_no_yaml_is_told_and_comes_back(live: LiveLibrary, root: Root) -> None:
    live.follow([root.write_card("name: [\n")])
    assert codes(live) == ["yaml_syntax"]
    live.follow([root.write_card(a_card())])
    assert live.problems == [] and same(live.library, root)


def test_one_card_is_mended_while_another_stays_broken(live: LiveLibrary, root: Root) -> None:
    other = root.write_card(a_card(name="Tweede"), "tweede")
    live.follow([other])
    live.follow([root.write_card(a_card(name=...)), root.write_card(a_card(name=...), "tweede")])
    assert len(live.problems) == 2
    live.follow([root.write_card(a_card(name="Tweede"), "tweede")])
    assert [problem.path for problem in live.problems] == ["methods/nieuw.yml"]


def test_a_name_that_another_card_has_is_told_although_that_card_did_not_change(live: LiveLibrary, root: Root) -> None:
    name = live.library.methods["voorbeeld-thuis"].name
    live.follow([root.write_card(a_card(name=name))])
    assert {problem.path for problem in live.problems} == {"methods/nieuw.yml", "methods/voorbeeld-thuis.yml"}
    assert set(codes(live)) == {"same_name"}


def test_a_card_is_mended_by_a_change_of_the_other_card_that_it_was_at_odds_with(live: LiveLibrary, root: Root) -> None:
    other = root.write_card(a_card(name="Tweede"), "tweede")
    live.follow([other])
    live.follow([root.write_card(a_card(name="Tweede"))])
    assert set(codes(live)) == {"same_name"}
    live.follow([root.write_card(a_card(name="Derde"), "tweede")])
    assert live.problems == [] and same(live.library, root)


def test_a_source_that_nobody_uses_any_more_is_told(live: LiveLibrary, root: Root) -> None:
    text = root.read("data/sources.yml")
    extra = text + "extra:\n  type: report\n  title: Extra\n  publisher: Uitgever\n  voice: owner\n"
    live.follow([root.write("data/sources.yml", extra), root.write_card(a_card(sources=[*SOURCES, {"source": "extra"}]))])
    assert live.problems == []
    live.follow([root.write_card(a_card())])
    assert codes(live) == ["unused"] and live.problems_of("nieuw")
    live.follow([root.write("data/sources.yml", text)])
    assert live.problems == [] and same(live.library, root)


def test_a_new_card_and_one_that_goes_are_taken_in(live: LiveLibrary, root: Root, card: Path) -> None:
    live.follow([root.write_card(a_card(name="Tweede"), "tweede")])
    assert live.problems == [] and same(live.library, root) and "tweede" in live.library.methods
    card.unlink()
    live.follow([card])
    assert live.problems == [] and same(live.library, root) and "nieuw" not in live.library.methods


def test_a_card_that_brings_its_sources_along_is_taken_in(live: LiveLibrary, root: Root) -> None:
    record = {"type": "report", "title": "Nieuw", "publisher": "Uitgever", "voice": "owner"}
    for title in ("Nieuw", "Nieuwer"):
        brought = {"sources": {"nieuwe-bron": record | {"title": title}}}
        live.follow([root.write_card(a_card(sources=[{"source": "nieuwe-bron"}], new_records=brought))])
        assert live.problems == [] and same(live.library, root)
        assert live.library.sources["nieuwe-bron"].title == title
    live.follow([root.write_card(a_card())])
    assert live.problems == [] and same(live.library, root) and "nieuwe-bron" not in live.library.sources


def test_a_word_that_changes_is_seen_by_every_card(live: LiveLibrary, root: Root) -> None:
    name = "data/vocabularies/theme.yml"
    label = live.library.vocabularies["theme"].terms["return-home"].nl
    live.follow([root.write(name, root.read(name).replace(label, "weer thuis"))])
    assert live.problems == [] and same(live.library, root)
    assert live.library.methods["nieuw"].goals[0].theme.nl == "weer thuis"


def test_while_the_data_is_not_in_order_the_library_stays_and_the_next_good_save_takes_all_in(
    live: LiveLibrary, root: Root
) -> None:
    name = "data/vocabularies/theme.yml"
    text = root.read(name)
    live.follow([root.write(name, "terms: [\n")])
    assert codes(live) == ["yaml_syntax"]
    live.follow([root.write_card(a_card(name="Intussen"))])
    assert live.library.methods["nieuw"].name == "Voorbeeld"
    live.follow([root.write(name, text)])
    assert live.problems == [] and same(live.library, root)
    assert live.library.methods["nieuw"].name == "Intussen"


def test_a_library_that_begins_with_a_mistake_gives_the_part_that_is_in_order(root: Root) -> None:
    root.write_card(a_card(name=...))
    live = LiveLibrary(root.path)
    assert codes(live) == ["missing"] and live.problems_of("nieuw")
    assert "voorbeeld-thuis" in live.library.methods and "nieuw" not in live.library.methods
    live.follow([root.write_card(a_card())])
    assert live.problems == [] and same(live.library, root)


def content(root: Root, name: str = "nieuw") -> bytes:
    return (root.path / "methods" / f"{name}.yml").read_bytes()


@pytest.mark.parametrize("can_wait", [False, True])
def test_the_library_with_other_contents_of_a_card_is_what_is_loaded_from_them(root: Root, card: Path, can_wait: bool) -> None:
    now = content(root)
    root.write_card(a_card(name="Toen", aliases=["Heel anders"]))
    then, before = content(root), root.load()
    card.write_bytes(now)
    live = LiveLibrary(root.path, can_wait=can_wait)
    found = live.with_cards({"nieuw": then})
    assert found == before and found.cards_by_name == before.cards_by_name
    assert live.library.methods["nieuw"].name == "Voorbeeld" and same(live.library, root)


@pytest.mark.parametrize(
    "then",
    [
        {"summary": ...},
        {"name": "Voorbeeld Thuis"},
        {"new_records": {"sources": {"x": {"type": "report", "title": "X", "publisher": "Y", "voice": "owner"}}}},
    ],
    ids=["a fault in it", "a fault beside others", "a record that it brings along"],
)
def test_other_contents_that_only_reading_everything_sorts_out_give_nothing(root: Root, card: Path, then: dict) -> None:
    now = content(root)
    root.write_card(a_card(**then))
    contents = content(root)
    card.write_bytes(now)
    live = LiveLibrary(root.path)
    assert live.with_cards({"nieuw": contents}) is None
    assert live.with_cards({"nieuw": b"name: [\n"}) is None
    assert live.with_cards({"nieuw": now + b"# " + b"x" * 200_000}) is None
    assert live.with_cards({"nieuw": now}) is not None


def test_a_library_in_which_something_is_wrong_gives_no_other(root: Root, card: Path) -> None:
    now = content(root)
    root.write_card(a_card(summary=...))
    assert LiveLibrary(root.path).with_cards({"voorbeeld-kort": content(root, "voorbeeld-kort")}) is None
    card.write_bytes(now)
    assert LiveLibrary(root.path).with_cards({"voorbeeld-kort": content(root, "voorbeeld-kort")}) is not None
