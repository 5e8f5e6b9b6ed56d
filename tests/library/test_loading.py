"""Loading: every fault once and at its place, what follows from it not again, and the rest of the library all the same."""

import datetime
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library import loader
from macros.library.card_files import is_card_file, list_card_files
from macros.library.library import build_date
from macros.library.loader import CheckAhead, load_library, load_readable
from macros.validation.problems import Refused

CLUB = {"organisation": "club", "sources": SOURCES}


def found(root: Root, *cards: Path) -> list[tuple[str, str, str]]:
    """(file, what is wrong, field) of everything wrong in a library."""
    try:
        load_library(root.path, cards=cards or None)
    except Refused as refused:
        return sorted((problem.path, problem.code, problem.where) for problem in refused.problems)
    return []


def add_organisation(root: Root, **values: Any) -> None:
    text = (root.path / "data" / "organisations.yml").read_text(encoding="utf-8")
    root.write("data/organisations.yml", f"{text}club: {values}\n")


def test_the_example_has_no_fault(example: Root) -> None:
    assert found(example) == []


# what follows from a fault is not told again


def test_a_card_that_names_a_refused_record_is_not_to_blame(root: Root) -> None:
    add_organisation(root, name="Club", kind="bestaat niet")
    root.write_card(a_card(owners=[CLUB]))
    assert found(root) == [("data/organisations.yml", "unknown_id", "club.kind")]


def test_a_card_that_names_a_record_nobody_wrote_is_to_blame(root: Root) -> None:
    root.write_card(a_card(owners=[CLUB]))
    assert found(root) == [("methods/nieuw.yml", "unknown_id", "owners[0].organisation")]


def test_of_a_file_that_cannot_be_read_only_that_is_told(root: Root) -> None:
    root.write("data/organisations.yml", "club: [")
    assert {(path, code) for path, code, _ in found(root)} == {("data/organisations.yml", "yaml_syntax")}


def test_of_a_list_that_is_refused_only_that_is_told(root: Root) -> None:
    root.write("data/vocabularies/theme.yml", {"label": "Thema"})
    problems = found(root)
    assert {path for path, _, _ in problems} == {"data/vocabularies/theme.yml"}
    assert ("data/vocabularies/theme.yml", "missing", "terms") in problems


def test_a_mistake_in_one_record_does_not_hide_one_in_another(root: Root) -> None:
    add_organisation(root, name="", kind="charity")
    text = (root.path / "data" / "organisations.yml").read_text(encoding="utf-8")
    root.write("data/organisations.yml", f"{text}kring: {{name: '', kind: charity}}\n")
    assert [where for _, _, where in found(root)] == ["club.name", "kring.name"]


# names


@pytest.mark.parametrize(
    ("name", "code"), [("Fout", "bad_file_name"), ("ook fout", "bad_file_name"), ("goed-2", None), ("fout-", "bad_file_name")]
)
def test_the_name_of_a_card_is_an_id(root: Root, name: str, code: str | None) -> None:
    root.write_card(a_card(), name)
    assert [(path, problem) for path, problem, _ in found(root)] == ([(f"methods/{name}.yml", code)] if code else [])


@pytest.mark.parametrize(("id", "code"), [("nieuw", "id_in_card"), ("anders", "id_differs")])
def test_an_id_is_the_name_of_the_file_and_nothing_else(root: Root, id: str, code: str) -> None:
    root.write_card({"id": id, **a_card()})
    assert found(root) == [("methods/nieuw.yml", code, "id")]


def test_another_file_among_the_cards_is_told_and_a_hidden_one_is_not(root: Root) -> None:
    for name in ("nieuw.yaml", "kaart.txt", ".DS_Store"):
        (root.path / "methods" / name).write_text("name: x", encoding="utf-8")
    assert found(root) == [("methods/kaart.txt", "bad_file_name", ""), ("methods/nieuw.yaml", "bad_file_name", "")]
    assert [file.name for file in list_card_files(root.path / "methods")] == [
        "kaart.txt",
        "nieuw.yaml",
        "voorbeeld-gestopt.yml",
        "voorbeeld-kort.yml",
        "voorbeeld-thuis.yml",
    ]
    assert [is_card_file(root.path / "methods" / name) for name in ("voorbeeld-kort.yml", "kaart.txt", "nieuw.yaml")] == [
        True,
        False,
        False,
    ]


def test_two_cards_with_one_name_are_one_too_many(root: Root) -> None:
    cards = [root.path / "methods" / "voorbeeld-kort.yml", root.write("elders/voorbeeld-kort.yml", a_card())]
    assert found(root, *cards) == [("elders/voorbeeld-kort.yml", "double_card", "")]


def test_a_file_outside_the_project_is_named_in_full(root: Root, tmp_path_factory: pytest.TempPathFactory) -> None:
    card = tmp_path_factory.mktemp("elders") / "nieuw.yml"
    card.write_text("name: x\nid: nieuw\n", encoding="utf-8")
    assert {path for path, _, _ in found(root, card)} == {str(card)}


# unused


@pytest.mark.parametrize("complete", [True, False])
def test_a_word_that_no_card_uses_is_told_unless_the_list_is_somebodys_whole_scale(root: Root, complete: bool) -> None:
    words = (root.path / "data" / "vocabularies" / "region.yml").read_text(encoding="utf-8")
    root.write("data/vocabularies/region.yml", words.replace("complete: true", f"complete: {str(complete).lower()}"))
    expected = [] if complete else [("data/vocabularies/region.yml", "unused", "terms.nederland")]
    assert found(root) == expected


def test_whether_a_record_is_used_is_told_of_a_whole_library_without_faults_only(root: Root) -> None:
    add_organisation(root, name="Club", kind="charity")
    assert found(root) == [("data/organisations.yml", "unused", "club")]
    assert found(root, root.path / "methods" / "voorbeeld-kort.yml") == []
    root.write_card(a_card(name=""))
    assert [code for _, code, _ in found(root)] == ["string_too_short"]


# a library with faults


def test_what_is_right_can_be_read_beside_what_is_wrong(root: Root) -> None:
    root.write_card(a_card(name=""))
    library, problems = load_readable(root.path)
    assert sorted(library.methods) == ["voorbeeld-gestopt", "voorbeeld-kort", "voorbeeld-thuis"]
    assert library.card_ids == {*library.methods, "nieuw"}
    assert [problem.code for problem in problems] == ["string_too_short"]


def test_of_some_cards_only_those_are_there_and_all_can_be_linked_to(root: Root) -> None:
    card = root.write_card(a_card(chain={"after": [{"method": "voorbeeld-thuis", "sources": SOURCES}]}))
    library = load_library(root.path, cards=[card])
    assert list(library.methods) == ["nieuw"]
    assert library.card_ids == {"nieuw", "voorbeeld-gestopt", "voorbeeld-kort", "voorbeeld-thuis"}


def test_without_a_library_there_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"methods|data"):
        load_readable(tmp_path)


def test_an_old_id_is_judged_against_all_cards(root: Root) -> None:
    def problems(moved: dict[str, Any]) -> list[str]:
        root.write("data/moved.yml", moved)
        return [code for _, code, _ in found(root)]

    assert problems({"oud": {"to": "voorbeeld-kort"}}) == []
    assert problems({"ouder": {"to": "oud"}, "oud": {"to": "voorbeeld-kort"}}) == []
    assert problems({"oud": {"to": "nergens"}}) == ["moved_to_unknown"]
    assert problems({"oud": {"to": "ouder"}, "ouder": {"to": "oud"}}) == ["moved_in_circle", "moved_in_circle"]
    assert problems({"voorbeeld-kort": {"to": "voorbeeld-thuis"}}) == ["moved_but_there"]


def test_a_link_to_an_old_id_says_where_the_card_went(root: Root) -> None:
    gone = {"removed": "2024-05-14", "name": "Weg", "reason": "Zo maar."}
    root.write("data/moved.yml", {"oud": {"to": "voorbeeld-kort"}, "weg": gone})
    links = [{"method": name, "sources": SOURCES} for name in ("oud", "weg", "voorbeeld-kort")]
    root.write_card(a_card(chain={"after": links}))
    assert found(root) == [
        ("methods/nieuw.yml", "linked_to_moved", "chain.after[0].method"),
        ("methods/nieuw.yml", "linked_to_removed", "chain.after[1].method"),
    ]


def test_many_new_cards_are_checked_ahead_and_loading_then_makes_none(
    example: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "processes_for", lambda count: 2 if count else 1)
    with closing(KeptWork(tmp_path)) as kept:
        ahead = CheckAhead(example.path, kept)
        ahead.wait()
        ahead.wait()
        assert ahead.new_cards == 3
        library = load_library(example.path, kept=kept, can_wait=True)
        assert not any(one.at_hand for one in library.methods._found.values())
        assert dict(library.methods) == dict(load_library(example.path).methods)
        assert CheckAhead(example.path, kept).new_cards == 0


def test_what_is_wrong_is_found_after_checking_ahead_as_without_it(
    root: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    root.write_card(a_card(onbekend="iets"), "fout")
    root.write_card(a_card(chain={"after": [{"method": "nergens", "sources": SOURCES}]}), "los")
    alone = found(root)
    assert {path for path, *_ in alone} == {"methods/fout.yml", "methods/los.yml"}
    monkeypatch.setattr(loader, "processes_for", lambda count: 2)
    with closing(KeptWork(tmp_path)) as kept:
        CheckAhead(root.path, kept).wait()
        with pytest.raises(Refused) as refused:
            load_library(root.path, kept=kept, can_wait=True)
    assert sorted((one.path, one.code, one.where) for one in refused.value.problems) == alone
    assert capfd.readouterr() == ("", "")


def test_where_nothing_is_kept_or_few_cards_are_new_no_process_checks_ahead(
    example: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "Aside", lambda _: pytest.fail("a process was started"))
    with closing(KeptWork(tmp_path)) as kept:
        for root, known, new in ((example.path, NOTHING_KEPT, 3), (example.path, kept, 3), (tmp_path, kept, 0)):
            ahead = CheckAhead(root, known)
            ahead.wait()
            assert ahead.new_cards == new


def test_the_day_of_a_build_is_set_or_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    assert build_date() == datetime.date(2025, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735685999")
    assert build_date() == datetime.date(2024, 12, 31)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735686000")  # an hour before midnight elsewhere
    assert build_date() == datetime.date(2025, 1, 1)


@pytest.mark.parametrize("epoch", ["gisteren", "-1", "1e9", "1735689600.5", "99999999999999999999", "253402300800"])
def test_a_day_that_cannot_be_is_one_message(epoch: str, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (problem,) = root.problems(a_card())
    assert problem.code == "bad_epoch"
    assert f'"{epoch}" is geen moment: de variabele SOURCE_DATE_EPOCH telt de seconden' in problem.text


def test_methods_are_found_by_theme_and_by_tool(example: Root) -> None:
    library = example.load()
    by_theme = {(goal.theme.id, method.id) for method in library.methods.values() for goal in method.goals}
    by_tool = {(used.tool.id, method.id) for method in library.methods.values() for used in method.tools}
    assert by_theme and {(key, one.id) for key, found in library.methods_by_theme.items() for one in found} == by_theme
    assert by_tool and {(key, one.id) for key, found in library.methods_by_tool.items() for one in found} == by_tool
    assert all(len(found) == len(set(map(id, found))) for found in library.methods_by_theme.values())
