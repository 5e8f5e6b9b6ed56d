"""YAML text in, plain values and their positions out."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.validation.problems import FilePosition, Problem, Refused
from macros.validation.yaml_reader import MAX_BYTES, MAX_DEPTH, read_changed_fields, read_file, read_text

UNSEEN = "\ufeff\xad\u200b\u2060\u200e\u200f\u061c"
YAML_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=f"{UNSEEN}\ufffe\uffff\u2028\u2029"))
"""Text that YAML can hold; line breaks other than \\n are normalised by every reader of YAML and stay out, and so do signs
that nobody sees, which ours leaves out."""


def value_of(text: str) -> Any:
    return read_text(f"field: {text}\n", "x.yml").value["field"]


def problems_of(text: str) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        read_text(text, "x.yml")
    return refused.value.problems


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "yes",
        "true",
        "1.10",
        "010",
        "0x1f",
        "1_000",
        "1e3",
        ".inf",
        "2017-09-14",
        "08:30",
        "12:30:45",
        "Null",
        "NULL",
        "=",
    ],
)
def test_a_scalar_stays_what_was_typed(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_an_empty_value_is_none(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize(("quoted", "text"), [('""', ""), ("''", ""), ("'~'", "~"), ('"null"', "null")])
def test_a_quoted_value_is_text(quoted: str, text: str) -> None:
    assert value_of(quoted) == text


@pytest.mark.parametrize(
    ("text", "value"), [("[a, [b]]", ["a", ["b"]]), ("{a: {b: c}}", {"a": {"b": "c"}}), ("[]", []), ("{}", {})]
)
def test_lists_and_mappings_keep_their_shape(text: str, value: Any) -> None:
    assert value_of(text) == value


def test_a_folded_text_is_one_line() -> None:
    assert value_of(">-\n  een\n  twee") == "een twee"


def test_a_key_is_text_too() -> None:
    assert read_text("no: a\n1.10: b\n~: c\n", "x.yml").value == {"no": "a", "1.10": "b", "~": "c"}


NESTED = """\
name: Voorbeeld
outcomes:
  - id: een
  - id: twee
    result: {count: 1,
      of: 2}
"""


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        ((), 1, 1),
        (("name",), 1, 1),
        (("outcomes",), 2, 1),
        (("outcomes", 0), 3, 5),
        (("outcomes", 1, "id"), 4, 5),
        (("outcomes", 1, "result", "count"), 5, 14),
        (("outcomes", 1, "result", "of"), 6, 7),
    ],
)
def test_every_value_has_a_position(keys: tuple[str | int, ...], line: int, column: int) -> None:
    assert read_text(NESTED, "x.yml").position(keys) == FilePosition(line, column)


@pytest.mark.parametrize("keys", [("outcomes", 1, "direction"), ("outcomes", 1, "id", "deeper")])
def test_what_is_not_there_stands_at_the_nearest_value_around_it(keys: tuple[str | int, ...]) -> None:
    document = read_text(NESTED, "x.yml")
    assert document.position(keys) == document.position(keys[: 3 if "id" in keys else 2])


def test_a_list_item_that_is_not_there_stands_at_its_list() -> None:
    assert read_text(NESTED, "x.yml").position(("outcomes", 7)) == FilePosition(2, 1)


@pytest.mark.parametrize(
    ("text", "where", "line", "first"),
    [
        ("a: 1\na: 2\n", "a", 2, 1),
        ("a:\n  b: 1\n  c: {d: 1}\n  b: 2\n", "a.b", 4, 2),
        ("a:\n  - {b: 1}\n  - {c: 1,\n     c: 2}\n", "a[1].c", 4, 3),
        ("a:\n  - b:\n      - c: 1\n        c: 2\n", "a[0].b[0].c", 4, 3),
        ("a: {b: 1}\nc: [{d: 1, e: {f: 1}, d: 2}]\n", "c[0].d", 2, 2),
    ],
)
def test_a_double_key_is_refused_with_its_path_and_both_lines(text: str, where: str, line: int, first: int) -> None:
    (problem,) = problems_of(text)
    assert (problem.code, problem.where, problem.position.line, problem.details["line"]) == ("double_key", where, line, first)


def test_every_double_key_is_reported() -> None:
    assert [problem.where for problem in problems_of("a: 1\na: 2\nb: 1\nb: 2\nb: 3\n")] == ["a", "b", "b"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: b: c", "yaml_colon", 1),
        ("a: 1\nb:\n\t- c", "yaml_tab", 3),
        ("a: @b", "yaml_start", 1),
        ("a: 1\nb: 'c\nd: e\nf: g", "yaml_quote", 2),
        ("a: 1\nb: [c\nd: e\n", "bracket_missing", 2),
        ("a: 1\nb: {c\n", "bracket_missing", 2),
        ("a: b\n- c", "yaml_indent", 2),
        ("- a\nb: c", "yaml_indent", 2),
        ("a: - b", "yaml_start", 1),
        ('a: "\\q"', "unknown_escape", 1),
        ('a: "\\xzz"', "unknown_escape", 1),
        ('a: "C:\\Users"', "unknown_escape", 1),
        ("a: >80 procent", "markup_start", 1),
        ("a: {b: 1,, c: 2}", "comma_too_many", 1),
        ("a: [1, , 2]", "comma_too_many", 1),
        ("a: 1\nb: c \x07", "control_character", 2),
        ("a: &b c", "anchor", 1),
        ("a: *b", "anchor", 1),
        ("a: !b c", "tag", 1),
        ("a: ! c", "tag", 1),
        ("a: b\n--- \nc: d", "two_documents", 2),
        ("{[a]: b}", "key_not_text", 1),
        ("", "not_a_mapping", 1),
        ("# alleen een opmerking", "not_a_mapping", 1),
        ("- a", "not_a_mapping", 1),
        ("a", "not_a_mapping", 1),
    ],
)
def test_what_is_no_card_is_refused_where_it_goes_wrong(text: str, code: str, line: int) -> None:
    (problem,) = problems_of(text)
    assert (problem.code, problem.position.line) == (code, line)


def test_the_column_of_an_invisible_character_is_counted_on_its_line() -> None:
    (problem,) = problems_of("a: 1\nb: c\x07")
    assert problem.position == FilePosition(2, 5)


def test_a_message_about_syntax_is_one_line() -> None:
    assert "\n" not in str(problems_of("a: 'b\n\n\nc")[0])


def nested(depth: int) -> str:
    """Lists in lists; the mapping around them is one level more."""
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


def test_the_deepest_allowed_nesting_is_read() -> None:
    assert "a" in read_text(nested(MAX_DEPTH), "x.yml").value


def test_one_level_more_is_refused() -> None:
    (problem,) = problems_of(nested(MAX_DEPTH + 1))
    assert problem.code == "too_deep"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 40_000, "a:\n" + "".join(" " * depth + "-\n" for depth in range(1, 600))]
)
def test_very_deep_nesting_is_refused_and_does_not_crash(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.code == "too_deep"


def test_many_anchors_that_refer_to_each_other_are_refused_at_the_first() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (problem,) = problems_of(bomb)
    assert (problem.code, problem.position.line) == ("anchor", 1)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "groot.yml"
    file.write_text("a: " + "x" * MAX_BYTES, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_file(file, "groot.yml")
    assert [problem.code for problem in refused.value.problems] == ["too_large"]


def test_a_file_up_to_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.yml"
    file.write_text("a: " + "x" * (MAX_BYTES - 3), encoding="utf-8")
    assert len(read_file(file, "groot.yml").value["a"]) == MAX_BYTES - 3


def test_a_file_in_another_encoding_is_refused_on_its_line(tmp_path: Path) -> None:
    file = tmp_path / "oud.yml"
    file.write_bytes("a: een\nb: geïndiceerd\n".encode("latin-1"))
    with pytest.raises(Refused) as refused:
        read_file(file, "oud.yml")
    assert [(problem.code, problem.position.line) for problem in refused.value.problems] == [("not_utf8", 2)]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    file = tmp_path / "bom.yml"
    file.write_bytes("\ufeffa: b\n".encode())
    document = read_file(file, "bom.yml")
    assert (document.value, document.position(("a",))) == ({"a": "b"}, FilePosition(1, 1))


def test_windows_line_ends_are_line_ends() -> None:
    document = read_text("a: b\r\nc: d\r\n", "x.yml")
    assert (document.value, document.position(("c",))) == ({"a": "b", "c": "d"}, FilePosition(2, 1))


@given(st.dictionaries(YAML_TEXT, YAML_TEXT | st.lists(YAML_TEXT)))
def test_what_another_writer_of_yaml_wrote_reads_back_equal(values: dict[str, Any]) -> None:
    text = yaml.safe_dump(values, allow_unicode=True, default_style='"')
    text = text.replace('!!null ""', '""')
    assert read_text(text, "x.yml").value == values


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        read_text(text, "x.yml")
    except Refused as refused:
        assert all(str(problem).startswith("x.yml:") for problem in refused.problems)


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "b",
                ": ",
                "\n",
                "  ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "'",
                '"',
                "#",
                "&x",
                "*x",
                "!",
                "|",
                ">",
                "---",
                "?",
                "%",
                "\t",
            ]
        )
    )
)
def test_any_mixture_of_signs_is_read_or_refused_with_a_sentence(parts: list[str]) -> None:
    try:
        document = read_text("".join(parts), "x.yml")
    except Refused as refused:
        assert all(str(problem).startswith("x.yml:") for problem in refused.problems)
    else:
        assert all(document.position((key,)).line >= 1 for key in document.value)


# what people type that YAML takes for something else


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize("form", ["a{}b: c{}d\n", '"a{}b": "c{}d"\n', "a{}b: >-\n  c{}d\n"])
def test_signs_that_nobody_sees_are_left_out_of_names_and_values(sign: str, form: str) -> None:
    document = read_text(form.format(sign, sign), "x.yml")
    assert document.value == {"ab": "cd"}
    assert document.position(("ab",)) == FilePosition(1, 1)


@pytest.mark.parametrize("text", ["a: b\xa0\n", "a: \xa0b\n", "a: [\u202fb, c]\n", "a:\n  - b\u2007\n"])
def test_hard_spaces_around_a_value_without_quotes_are_left_out_and_within_it_stay(text: str) -> None:
    assert "b" in str(read_text(text, "x.yml").value) and "\\x" not in repr(read_text(text, "x.yml").value)
    assert read_text("a: €\xa056.500 per jaar\n", "x.yml").value == {"a": "€\xa056.500 per jaar"}


@pytest.mark.parametrize(
    "text",
    [
        "a: b  # een opmerking\n",
        "a: 12 # klopt\n",
        "# a: b # c\na: b\n",
        'a: "b c" # d\n',
        "a: [b, c]  # d\n",
        "a: b#c d\n",
        "a: c# d\n",
    ],
)
def test_a_remark_behind_an_id_a_number_or_quotes_stays_a_remark(text: str) -> None:
    assert list(read_text(text, "x.yml").value) == ["a"]


@pytest.mark.parametrize("text", ["a: b c # d\n", "a: b #1\n", "a: [b, c d # e\n, f]\n", "a:\n  - een twee\t# drie\n"])
def test_a_text_that_a_hash_cuts_is_refused_and_what_history_compares_is_not(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_text(text, "x.yml")
    assert [problem.code for problem in refused.value.problems] == ["hash_in_text"]
    assert read_changed_fields(text, "a: b\n") is not None


@pytest.mark.parametrize("text", ["a: {b: , c: d}\n", "a: {b: ~}\n", 'a: {"b": null}\n', "a: {? b : c}\n"])
def test_an_empty_value_in_braces_is_no_text_with_a_comma(text: str) -> None:
    read_text(text, "x.yml")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("name",), "name: Voorbeeld"),
        (("outcomes",), "outcomes:\n  - id: een\n  - id: twee\n    result: {count: 1,\n      of: 2}"),
        (("outcomes", 0), "id: een"),
        (("outcomes", 1), "id: twee\n    result: {count: 1,\n      of: 2}"),
        (("outcomes", 1, "id"), "id: twee"),
        (("outcomes", 1, "result"), "result: {count: 1,\n      of: 2}"),
        (("outcomes", 1, "result", "count"), "count: 1"),
    ],
)
def test_a_value_goes_from_its_name_to_the_last_sign_that_was_written(keys: tuple[str | int, ...], text: str) -> None:
    begin, end = read_text(NESTED, "x.yml").span(keys)
    assert NESTED[begin:end] == text


def test_an_empty_list_and_an_empty_mapping_end_at_their_bracket() -> None:
    text = "a: []\nb: {}\nc: 1\n"
    document = read_text(text, "x.yml")
    assert [text[slice(*document.span((name,)))] for name in "abc"] == ["a: []", "b: {}", "c: 1"]
