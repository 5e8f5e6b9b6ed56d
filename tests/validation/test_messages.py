"""Messages, on both sides of each limit: what is quoted, what is listed, what is suggested, how many are counted."""

import json
import re
from dataclasses import replace

import pytest

from macros.validation.explain import LONGEST_QUOTE, MOST_CHOICES, message, remedy, suggestion
from macros.validation.forge_report import github_report
from macros.validation.form_messages import form_sentences
from macros.validation.problems import FilePosition, Problem, json_report, text_report


def problem(path: str = "a.yml", **details: str) -> Problem:
    return Problem(path, FilePosition(3, 5), ("name",), "bad_id", {"value": "één", **details})


@pytest.mark.parametrize(("length", "is_whole"), [(1, True), (120, True), (121, False), (5000, False)])
def test_a_long_text_is_quoted_up_to_a_hundred_and_twenty_characters(length: int, is_whole: bool) -> None:
    assert LONGEST_QUOTE == 120
    assert message("bad_id", {"value": "x" * length}) == message("bad_id", {"value": "Y"}).replace(
        "Y", "x" * length if is_whole else "x" * 120 + "…"
    )


@pytest.mark.parametrize(
    ("value", "quoted"),
    [("a\nb", "a b"), ("a \x1b[31m  b", "a [31m b"), (["a"], "[…]"), ({"a": "b"}, "{…}"), (12, "12"), ("\u202ex", "x")],
)
def test_what_is_quoted_stands_on_one_line_and_a_terminal_obeys_none_of_it(value: object, quoted: str) -> None:
    assert message("bad_id", {"value": value}) == message("bad_id", {"value": "Y"}).replace("Y", quoted)


def test_of_two_words_alike_the_nearest_is_suggested() -> None:
    assert suggestion("oudersx", ["kinderen", "ouder", "ouders"]) == 'bedoelde u "ouders"?'
    assert suggestion("xyz", ["kinderen", "ouder"]) == ""
    assert suggestion("ouder", []) == ""
    assert suggestion("abcd", ["abxy"]) == "", "half the letters is not enough"
    assert suggestion("abcdefgh", ["abcdefxy"]) != "", "three quarters is"


@pytest.mark.parametrize(("count", "is_listed"), [(1, True), (MOST_CHOICES, True), (MOST_CHOICES + 1, False)])
def test_so_many_choices_are_listed_and_no_more(count: int, is_listed: bool) -> None:
    choices = [f"keuze{'abcdefghijklmnopqrstuvwxyz'[number]}" for number in range(count)]
    text = remedy("literal_error", {"input": "9", "choices": choices})
    assert (", ".join(choices) in text) == is_listed


def test_a_code_without_a_sentence_is_no_message() -> None:
    with pytest.raises(KeyError):
        message("nooit", {})
    with pytest.raises(KeyError):
        remedy("nooit", {})


@pytest.mark.parametrize(
    ("paths", "count"),
    [
        ([], "0 fouten in 0 bestanden"),
        (["a.yml"], "1 fout in 1 bestand"),
        (["a.yml", "a.yml"], "2 fouten in 1 bestand"),
        (["a.yml", "b.yml"], "2 fouten in 2 bestanden"),
    ],
)
def test_a_report_counts_its_problems_and_their_files(paths: list[str], count: str) -> None:
    lines = text_report(map(problem, paths)).split("\n")
    assert lines[-1] == count
    assert [line.split(": ")[0] for line in lines[:-1]] == [f"{path}:3:5" for path in paths]


def test_a_report_for_programs_has_every_part_and_letters_as_they_are() -> None:
    text = json_report([problem()])
    assert "één" in text and text.startswith("[\n  {\n    ")
    (row,) = json.loads(text)
    assert {name: row[name] for name in ("path", "line", "column", "field", "code")} == {
        "path": "a.yml",
        "line": 3,
        "column": 5,
        "field": "name",
        "code": "bad_id",
    }
    assert row["message"] and row["remedy"]
    assert json.loads(json_report([])) == []


def test_a_command_for_a_forge_stays_one_line() -> None:
    text = github_report([problem("a,b:c%.yml"), problem()])
    first, second, *_ = text.split("\n")
    assert first.startswith("::error file=a%2Cb%3Ac%25.yml,line=3,col=5::name: ")
    assert second.startswith("::error file=a.yml,line=3,col=5::")


def test_a_problem_of_a_whole_file_names_no_field() -> None:
    whole = Problem("a.yml", FilePosition(1, 1), (), "bad_id", {"value": "x"})
    assert str(problem()).startswith("a.yml:3:5: name: ")
    assert str(whole).startswith("a.yml:1:1: ") and not str(whole).startswith("a.yml:1:1: :")
    assert (whole.where, problem().where) == ("", "name")


def test_of_a_very_long_name_of_a_field_the_beginning_is_shown() -> None:
    pasted = replace(problem(), keys=("outcomes", 0, "9" * 5000))
    assert pasted.where == f"outcomes[0].{'9' * LONGEST_QUOTE}…"
    assert replace(problem(), keys=("x" * LONGEST_QUOTE,)).where == "x" * LONGEST_QUOTE


def test_the_form_names_its_own_fields_where_a_file_has_names() -> None:
    said = form_sentences(lambda record, field: f"{record} {field}")
    assert said["licensor_without_licence"] == (
        "wie een licentie geeft, hoort bij een licentie die nodig is",
        "kies bij “Licence needed” voor ja, of laat “Licence licensor” leeg",
    )
    assert not [text for texts in said.values() for text in texts if re.search(r"\{\w+\.", text)]
