"""What is in every run and what in the thorough one; and files that tests share stay as they are."""

from pathlib import Path

from builders import Root
from card_values import fields_in, paths_in, place_at, together
from root_fixtures import Original
from tiers import first

from macros.validation.yaml_reader import read_file


def marks(cases: list) -> list[tuple[tuple[object, ...], list[str]]]:
    return [(case.values, [mark.name for mark in case.marks]) for case in cases]


def test_the_first_cases_are_in_every_run_and_the_others_in_the_thorough_one() -> None:
    assert marks(first(2, "abc")) == [(("a",), []), (("b",), []), (("c",), ["thorough"])]


def test_fewer_cases_than_that_are_all_in_every_run() -> None:
    assert marks(first(3, [None, (1, 2)])) == [((None,), []), (((1, 2),), [])]


def test_who_writes_into_a_shared_file_is_told_and_the_next_test_has_it_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "original" / "data").mkdir(parents=True)
    for name in ("een.yml", "twee.yml"):
        (tmp_path / "original" / "data" / name).write_text("eerst", encoding="utf-8")
    original = Original(tmp_path / "original")
    original.link(tmp_path / "copy")
    assert original.written_into() == []
    (tmp_path / "copy" / "data" / "een.yml").write_text("daarna", encoding="utf-8")
    (tmp_path / "copy" / "data" / "twee.yml").unlink()
    (tmp_path / "copy" / "data" / "twee.yml").write_text("van de proef zelf", encoding="utf-8")
    assert original.written_into() == ["data/een.yml"]
    assert (tmp_path / "original" / "data" / "een.yml").read_text(encoding="utf-8") == "eerst"
    assert original.written_into() == []


def test_in_many_fields_at_once_each_field_of_a_card_has_its_turn(example: Root) -> None:
    card = read_file(example.path / "methods" / "voorbeeld-thuis.yml", "x.yml").value
    new = object()
    cards = list(together(card, new))
    places = [path for values in cards for path in paths_in(values) if place_at(values, path) is new]
    assert sorted(places, key=str) == sorted(fields_in(card), key=str) and len(places) > 400
    assert 30 < len(cards) < len(places) / 10
