"""Where a line of a written card is full: on both sides of the boundary."""

import pytest

from macros.contributing.yaml_writer import WIDTH, yaml_text
from macros.validation.yaml_reader import read_text


@pytest.mark.parametrize(("length", "lines"), [(WIDTH - 1, 1), (WIDTH, 1), (WIDTH + 1, 2)])
def test_a_list_stands_on_one_line_as_long_as_it_fits(length: int, lines: int) -> None:
    value = {"a": ["x" * (length - len("a: []"))]}
    text = yaml_text(value)
    assert len(text.splitlines()) == lines
    assert read_text(text, "").value == value


@pytest.mark.parametrize(("length", "is_folded"), [(WIDTH - 1, False), (WIDTH, False), (WIDTH + 1, True)])
def test_a_text_is_folded_as_soon_as_it_does_not_fit(length: int, is_folded: bool) -> None:
    value = {"a": "woord " * 10 + "x" * (length - len("a: ") - 60)}
    text = yaml_text(value)
    assert text.startswith("a: >-\n") == is_folded
    assert max(map(len, text.splitlines())) <= WIDTH
    assert read_text(text, "").value == value


def test_within_a_list_the_indent_counts() -> None:
    value = {"a": {"b": {"c": ["x" * (WIDTH - len("    c: []"))]}}}
    assert len(yaml_text(value).splitlines()) == 3
    value["a"]["b"]["c"][0] += "x"
    assert len(yaml_text(value).splitlines()) == 4


def test_what_is_empty_stays_on_its_line_and_nothing_is_left_out() -> None:
    assert yaml_text({"a": [], "b": {}, "c": None}) == "a: []\nb: {}\n"
    assert yaml_text({}) == "{}\n"
