"""The card format: what may be written, what is refused, and that every refusal has a sentence."""

import ast
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from card_values import NASTY, RESULTS, changed, one_by_one, paths_in, together
from hypothesis import given
from hypothesis import strategies as st
from past import Past
from paths import BROKEN, ROOT
from pydantic import BaseModel, TypeAdapter, ValidationError
from tiers import first

from macros.model.age import Age
from macros.model.audience import NoExclusions
from macros.model.base import Date, Ids, Record
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source, Vocabulary
from macros.model.fields import FieldNode, choices_at, fields_of
from macros.model.guideline import Guideline
from macros.model.helpline import Helpline
from macros.model.method import Method
from macros.model.moved import FormerTool, Moved
from macros.model.new_records import CardFile, NewRecords, WithNewRecords
from macros.model.ready_comparison import ReadyComparison
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool
from macros.validation.explain import codes
from macros.validation.problems import Problem
from macros.validation.validate import check_values
from macros.validation.yaml_reader import MAX_BYTES, MAX_DEPTH, Document, read_file

EVERY_FIELD = {name: value for result in RESULTS.values() for name, value in result.items()} | {"by_count": 3}
MIXES = [
    (kind, name)
    for kind, result in RESULTS.items()
    for name in EVERY_FIELD
    if name not in result
    and (kind, name) not in {("tally", "of"), ("change", "by_count")}  # another kind, and a choice within one
]


# results


@pytest.mark.parametrize(("kind", "result"), RESULTS.items())
def test_each_kind_of_result_is_read_as_that_kind(kind: str, result: dict[str, Any], example: Root) -> None:
    method = example.method(a_card(outcomes=[an_outcome(result)]))
    assert method.outcomes[0].result.kind == kind


@pytest.mark.parametrize(("kind", "name"), MIXES)
def test_no_kind_of_result_accepts_a_field_of_another(kind: str, name: str, example: Root) -> None:
    problems = example.problems(a_card(outcomes=[an_outcome(RESULTS[kind] | {name: EVERY_FIELD[name]})]))
    assert problems
    assert {problem.where.rpartition(".")[0] for problem in problems} == {"outcomes[0].result"}


def test_there_are_many_wrong_mixes() -> None:
    assert len(MIXES) > 60


def test_a_count_with_a_total_is_a_proportion_and_without_it_a_tally(example: Root) -> None:
    outcomes = [an_outcome({"count": 1, "of": 2, "unit": "family"}), an_outcome({"count": 1, "unit": "family"}, id="twee")]
    method = example.method(a_card(outcomes=outcomes))
    assert [outcome.result.kind for outcome in method.outcomes] == ["proportion", "tally"]


def test_a_number_keeps_the_decimals_it_was_printed_with(example: Root) -> None:
    method = example.method(a_card(outcomes=[an_outcome({"score": "8.20", "lowest": 1, "highest": 10, "unit": "parent"})]))
    assert str(method.outcomes[0].result.score) == "8.20"


@pytest.mark.parametrize("count", ["1.0", "1_000", "1.000", "1,000", "1e3", "+1", " 1", "٣", "0x10", "9" * 5000])
def test_a_count_is_digits_and_nothing_else(count: str, example: Root) -> None:
    (problem,) = example.problems(a_card(reach=[{"count": count, "unit": "family", "sources": SOURCES}]))
    assert (problem.code, problem.where) == ("int_parsing", "reach[0].count")


@pytest.mark.parametrize("percent", ["NaN", "Infinity", "1e1", "12,5", "1_0", "12.", ".5", "12.5%"])
def test_a_percentage_is_digits_with_a_point(percent: str, example: Root) -> None:
    (problem,) = example.problems(a_card(outcomes=[an_outcome({"percent": percent, "unit": "family"})]))
    assert problem.code == "decimal_parsing"


@pytest.mark.parametrize("amount", ["2.000", "2.5", "2,50", "€ 2000", "2 000"])
def test_an_amount_that_could_be_read_in_two_ways_is_refused(amount: str, example: Root) -> None:
    (problem,) = example.problems(a_card(costs=[{"amount": amount, "per": "family", "sources": SOURCES}]))
    assert problem.code == "bad_amount"


def test_every_fault_of_a_card_is_reported_at_once(example: Root) -> None:
    card = a_card(name=[], summary="<b>", status=..., reviewed="ooit", goals=[{"text": "x", "theme": "x", "sources": SOURCES}])
    assert {problem.where for problem in example.problems(card)} == {"status", "name", "summary", "goals[0].theme", "reviewed"}


def test_a_text_that_is_too_long_is_measured_against_its_own_limit(example: Root) -> None:
    (problem,) = example.problems(a_card(summary="x" * 800))
    assert (problem.details["max_length"], problem.details["over"]) == (400, 400)


def test_space_around_a_text_is_no_part_of_it(example: Root) -> None:
    assert example.method(a_card(name="  Voorbeeld\n")).name == "Voorbeeld"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u2066"])
def test_a_text_holds_no_invisible_character(character: str, example: Root) -> None:
    (problem,) = example.problems(a_card(summary=f"Een{character}woord."))
    assert problem.code == "control_character"


@pytest.mark.parametrize(
    "url", ["https://voorbeeld.example", "http://voorbeeld.example/pad?a=b#c", "https://één.voorbeeld.example/é"]
)
def test_a_web_address_is_accepted(url: str, example: Root) -> None:
    assert example.method(a_card(contact={"organisation": "voorbeeldorganisatie", "url": url})).contact.url == url


@pytest.mark.parametrize(
    "url",
    [
        "voorbeeld.example",
        "javascript:alert(1)",
        "https://voorbeeld",
        "https://iemand@voorbeeld.example",
        'https://voorbeeld.example/"x',
        "https://a.b c",
        "//a.b",
    ],
)
def test_what_is_no_web_address_is_refused(url: str, example: Root) -> None:
    (problem,) = example.problems(a_card(contact={"organisation": "voorbeeldorganisatie", "url": url}))
    assert problem.code == "bad_url"


def test_a_card_cannot_be_changed_once_it_is_checked(example: Root) -> None:
    with pytest.raises(ValueError, match="frozen"):
        example.method(a_card()).name = "Anders"


# ages and dates


@pytest.mark.parametrize(
    ("age", "months"),
    [
        (Age(0, "years"), 0),
        (Age(4, "years"), 48),
        (Age(30, "months"), 30),
        (Age(-5, "months"), -5),
        (Age(40, "weeks"), 0),
        (Age(14, "weeks"), -6),
    ],
)
def test_an_age_counts_in_months_from_birth(age: Age, months: float) -> None:
    assert age.months == months


@pytest.mark.parametrize(
    ("written", "age"),
    [
        ("4", Age(4, "years")),
        ("4 y", Age(4, "years")),
        ("30mo", Age(30, "months")),
        ("-5 mo", Age(-5, "months")),
        ("16wk", Age(16, "weeks")),
    ],
)
def test_an_age_is_read_in_the_unit_of_its_source(written: str, age: Age, example: Root) -> None:
    target_group = {"description": "Gezinnen.", "ages": [{"from": written, "sources": SOURCES}], "sources": SOURCES}
    assert example.method(a_card(target_group=target_group)).target_group.ages[0].from_ == age


@pytest.mark.parametrize("written", ["4 jaar", "-4", "four", "4.5", "1000", "mo", "-3wk", "٤"])
def test_what_is_no_age_is_refused(written: str, example: Root) -> None:
    target_group = {"description": "Gezinnen.", "ages": [{"from": written, "sources": SOURCES}], "sources": SOURCES}
    (problem,) = example.problems(a_card(target_group=target_group))
    assert problem.code == "bad_age"


@pytest.mark.parametrize(("first", "last"), [("-5mo", "0"), ("16wk", "0"), ("18mo", "2"), ("2", "24mo"), ("0", "0")])
def test_ages_in_different_units_can_be_in_order(first: str, last: str, example: Root) -> None:
    ages = [{"from": first, "to": last, "sources": SOURCES}]
    assert example.problems(a_card(target_group={"description": "Gezinnen.", "ages": ages, "sources": SOURCES})) == []


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-05-14", date(2019, 5, 14), date(2019, 5, 14)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_as_exact_as_its_source(written: str, first: date, last: date, example: Root) -> None:
    alias = {"name": "Vroeger", "until": written, "sources": SOURCES}
    until = example.method(a_card(former_names=[alias])).former_names[0].until
    assert (str(until), until.first_day, until.last_day) == (written, first, last)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2019-00", "no_such_day"),
        ("2019-13", "no_such_day"),
        ("2019-05-00", "no_such_day"),
        ("0000", "no_such_day"),
        ("19", "bad_date"),
        ("14-05-2019", "bad_date"),
        ("2019-5", "bad_date"),
        ("2019-05-14T10:00", "bad_date"),
        ("٢٠١٩", "bad_date"),
    ],
)
def test_what_is_no_date_is_refused(written: str, code: str, example: Root) -> None:
    (problem,) = example.problems(a_card(reviewed=written))
    assert problem.code == code


@given(st.dates())
def test_every_day_reads_back_as_written(day: date) -> None:
    assert TypeAdapter(Source.model_fields["issued"].rebuild_annotation()).validate_python(day.isoformat()).first_day == day


@pytest.mark.parametrize(
    ("first", "last"), [("2019", "2019"), ("2019-05", "2019"), ("2019-05-14", "2019-05"), ("2019", "2019-01-01")]
)
def test_a_period_within_one_year_is_in_order(first: str, last: str, example: Root) -> None:
    status = {"phase": "completed", "from": first, "to": last, "sources": SOURCES}
    assert example.problems(a_card(status=status)) == []


def test_dates_sort_by_time() -> None:
    assert sorted([Date(2020), Date(2019, 5, 1), Date(2019, 4, 30)], key=lambda day: day.first_day) == [
        Date(2019, 4, 30),
        Date(2019, 5, 1),
        Date(2020),
    ]


# the format as a tree

RECORDS: list[type[Record]] = [
    Method,
    CardFile,
    Vocabulary,
    Organisation,
    Source,
    Tool,
    Element,
    Synonyms,
    Scale,
    Moved,
    FormerTool,
    BaseRate,
    Guideline,
    ReadyComparison,
    Helpline,
]


def every_field() -> Iterator[tuple[type[Record], FieldNode]]:
    """Each field of each kind of record that can stand in a file."""
    waiting, seen = list(RECORDS), set()
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen.add(record)
            for node in fields_of(record):
                waiting += node.records
                yield record, node


FIELDS = list(every_field())


def all_records() -> Iterator[type[Record]]:
    waiting: list[type[BaseModel]] = [Record]
    while waiting:  # without those that other tests make
        found = [record for record in waiting.pop().__subclasses__() if record.__module__.startswith("macros.")]
        waiting += found
        yield from found


def test_the_tree_of_fields_reaches_every_record() -> None:
    reached = {record for record, _ in FIELDS}
    assert reached <= set(all_records())
    assert all(record.__subclasses__() for record in set(all_records()) - reached)  # only built upon, such as Range


def test_no_record_can_stand_there_and_say_nothing() -> None:
    """Where a source is all that is needed, something has to be said with it."""
    allowed = {NoExclusions, Moved, CardFile, WithNewRecords, NewRecords}  # that nobody is excluded is said by being there
    optional = [
        record
        for record in all_records()
        if record.model_fields and not {node.name for node in fields_of(record) if node.required} - {"sources", "id"}
    ]
    assert len(optional) > 8
    for record in set(optional) - allowed:
        given = {"sources": [{"source": "x"}]} if "sources" in record.model_fields else {}
        ids = Ids({"source": {"x": Source.model_construct(id="x")}})
        with pytest.raises(ValidationError) as refused:
            TypeAdapter(record).validate_python(given, context=ids)
        assert {error["type"] for error in refused.value.errors()} & {
            "says_nothing", "range_empty", "age_empty", "when_empty", "one_link", "participants_empty"
        }, record  # fmt: skip


@pytest.mark.parametrize("record", sorted(all_records(), key=lambda record: record.__name__), ids=lambda record: record.__name__)
def test_the_tree_names_every_field_that_is_written(record: type[Record]) -> None:
    written = [info.alias or name for name, info in record.model_fields.items() if not info.exclude]
    assert [node.name for node in fields_of(record)] == written != []


def test_every_field_has_a_dutch_title_of_its_own() -> None:
    assert len(FIELDS) > 100
    assert [(record.__name__, node.name) for record, node in FIELDS if node.title == node.name] == []


def test_no_two_fields_of_a_record_have_the_same_title() -> None:
    for record in {record for record, _ in FIELDS}:
        titles = [node.title for node in fields_of(record)]
        assert len(set(titles)) == len(titles), record.__name__


def test_every_field_at_the_top_of_a_card_is_explained_in_a_sentence() -> None:
    explained = [node.name for node in fields_of(Method) if re.fullmatch(r"[A-Z].*\.", node.help)]
    assert explained == [node.name for node in fields_of(Method)]


def test_only_what_a_card_cannot_do_without_is_required() -> None:
    assert [node.name for node in fields_of(Method) if node.required] == list(a_card(owners=..., goals=...))


def test_the_limit_of_a_text_is_known() -> None:
    limits = {node.name: node.limit for node in fields_of(Method)}
    assert (limits["name"], limits["summary"], limits["plain_summary"], limits["outcomes"]) == (90, 400, 600, None)


def test_an_id_knows_what_it_refers_to() -> None:
    assert {node.reference for _, node in FIELDS if node.name in ("organisation", "source", "theme")} == {
        "organisation",
        "source",
        "vocabulary/theme",
    }


def test_the_choices_at_a_result_are_those_of_its_kind() -> None:
    assert choices_at(Method, ("outcomes", 0, "result", "[change]")) == ("change", "by_percent", "by_count", "unit", "precision")


def test_the_choices_where_no_kind_is_chosen_are_all_of_them() -> None:
    assert set(choices_at(Method, ("outcomes", 0, "result"))) == set(EVERY_FIELD)


# a sentence for every fault


def link_to(root: Root, moved: dict[str, str]) -> None:
    root.write("data/moved.yml", {"oud": moved})
    root.write_card(a_card(chain={"after": [{"method": "oud", "sources": SOURCES}]}))


def write_guideline(root: Root, **named: str) -> None:
    """A guideline that names one method."""
    mention = {**named, "for": "terug naar huis", "says": "Dat kan.", "sources": SOURCES}
    guideline = {"name": "x", "about": "x", "publishers": ["voorbeeldcommissie"], "url": "https://voorbeeld.example/"}
    root.write("data/guidelines.yml", {"x": {**guideline, "mentions": [mention]}})


def write_comparison(root: Root, *methods: str) -> None:
    comparison = {"question": "Wat is er bekend?", "answer": "Niet veel.", "methods": list(methods)}
    root.write("data/comparisons.yml", {"x": comparison})


def related(kind: str, method: str) -> dict[str, Any]:
    return {"kind": kind, "method": method, "sources": SOURCES}


MADE_BY: dict[str, Callable[[Root], Any]] = {
    "same_name": lambda root: root.write_card(a_card(aliases=["VOORBEELD-kort"])),
    "relation_to_itself": lambda root: root.write_card(a_card(relations=[related("sister", "nieuw")])),
    "relation_in_circle": lambda root: (
        root.write_card(a_card(relations=[related("part-of", "ander")])),
        root.write_card(a_card(name="Ander", relations=[related("variant-of", "nieuw")]), "ander"),
    ),
    "not_a_file": lambda root: os.mkfifo(root.path / "methods" / "pijp.yml"),
    "link_outside": lambda root: (root.path / "methods" / "link.yml").symlink_to("/etc/hostname"),
    "unreadable_file": lambda root: (root.path / "methods" / "kring.yml").symlink_to("kring.yml"),
    "int_type": lambda root: root.write_card(a_card(reach=[{"count": [12], "unit": "family", "sources": SOURCES}])),
    "decimal_type": lambda root: root.write_card(a_card(outcomes=[an_outcome({"percent": [60], "unit": "family"})])),
    "dict_type": lambda root: root.write(
        "data/vocabularies/theme.yml", {"label": "x", "label_en": "x", "description": "x", "origin": "x", "terms": ["x"]}
    ),
    "one_mention": lambda root: write_guideline(root),
    "guideline_without_card": lambda root: write_guideline(root, method="weg"),
    "purpose_not_read": lambda root: write_guideline(root, name="Ergens anders", theme="return-home"),
    "named_but_has_card": lambda root: write_guideline(root, name="thuisvoorbeeld"),
    "new_but_there": lambda root: root.write_card(
        a_card(
            new_records={"sources": {"voorbeeldrapport": {"type": "report", "title": "x", "publisher": "x", "voice": "owner"}}}
        )
    ),
    "comparison_without_card": lambda root: write_comparison(root, "voorbeeld-kort", "weg"),
    "compared_twice": lambda root: write_comparison(root, "voorbeeld-kort", "voorbeeld-kort"),
    "double_card": lambda root: root.write("elders/voorbeeld-kort.yml", a_card()),
    "id_in_record": lambda root: root.write(
        "data/organisations.yml", {"club": {"id": "club", "name": "Club", "kind": "charity"}}
    ),
    "placed_without_meaning": lambda root: root.write(
        "data/crosswalk.yml",
        {
            "schaal": {
                "name": "Schaal",
                "body": "Instantie",
                "country": "Nederland",
                "rates": "Methoden.",
                "urls": ["https://example.org/schaal"],
                "steps": [{"label": "Trede", "asks": "described"}],
            }
        },
    ),
    "not_utf8": lambda root: root.write_card(a_card()).write_bytes("name: één".encode("latin-1")),
    "too_deep": lambda root: root.write_card("name: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH),
    "too_large": lambda root: root.write_card("name: " + "x" * MAX_BYTES),
    "list_gone": lambda root: (root.path / "data" / "vocabularies" / "scope.yml").unlink(),
    "unused": lambda root: root.write(
        "data/elements.yml",
        {
            "x": {"name": "x", "name_en": "x", "description": "x"},
            "voorbeeldelement": {"name": "x", "name_en": "x", "description": "x"},
        },
    ),
    "moved_or_removed": lambda root: root.write("data/moved.yml", {"oud": {}}),
    "moved_with_reason": lambda root: root.write("data/moved.yml", {"oud": {"to": "voorbeeld-kort", "reason": "x"}}),
    "removed_without_reason": lambda root: root.write("data/moved.yml", {"oud": {"removed": "2024-05-14"}}),
    "day_needed": lambda root: root.write("data/moved.yml", {"oud": {"removed": "2024", "name": "x", "reason": "x"}}),
    "moved_but_there": lambda root: root.write("data/moved.yml", {"voorbeeld-kort": {"to": "voorbeeld-thuis"}}),
    "former_tool_there": lambda root: root.write("data/former_tools.yml", {"voorbeeldkring": {"to": "voorbeeld-kort"}}),
    "moved_to_unknown": lambda root: root.write("data/moved.yml", {"oud": {"to": "nergens"}}),
    "moved_in_circle": lambda root: root.write("data/moved.yml", {"oud": {"to": "oud"}}),
    "linked_to_moved": lambda root: link_to(root, {"to": "voorbeeld-kort"}),
    "linked_to_removed": lambda root: link_to(root, {"removed": "2024-05-14", "name": "x", "reason": "x"}),
    "card_gone": lambda root: (Past(root).commit(nieuw=a_card()), (root.path / "methods" / "nieuw.yml").unlink()),
}
"""Faults that no single broken card can have: a change to the library that brings each about."""


def reported(root: Root, capsys: pytest.CaptureFixture[str], *paths: Path) -> set[str]:
    root.check("--format", "json", *paths)
    return {problem["code"] for problem in json.loads(capsys.readouterr().out)}


@pytest.mark.parametrize(("code", "change"), MADE_BY.items())
def test_a_fault_beyond_one_card_is_reported(
    code: str, change: Callable[[Root], Any], root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root)
    paths = [root.path / "methods", root.path / "elders"] if code == "double_card" else []
    assert code in reported(root, capsys, *paths)


def test_every_sentence_is_said_in_some_test(example: Root, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = {"bad_epoch"}  # in tests/library/test_loading.py
    assert reported(example, capsys, BROKEN) | set(MADE_BY) | elsewhere == codes()


def codes_in_source() -> Iterator[tuple[str, str]]:
    """(file, code) for every fault that the source names itself: the arguments that are texts like a code."""
    places = {"fault": 0, "Problem": 3, "Finding": 1, "_stop": 1, "_add": 2, "_written_as": 1}
    for file in sorted((ROOT / "macros").rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(getattr(call, "func", None), "id", getattr(getattr(call, "func", None), "attr", None))
            if isinstance(call, ast.Call) and name in places and len(call.args) > places[name]:
                argument = call.args[places[name]]
                if isinstance(argument, ast.Constant):
                    yield file.name, argument.value


def test_every_fault_in_the_source_has_a_sentence() -> None:
    found = set(codes_in_source())
    assert len(found) > 30
    assert {(file, code) for file, code in found if code not in codes()} == set()


CODES_OF_PYDANTIC = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "str": {"string_type", "string_too_short", "string_too_long"},
    "int": {"int_type", "int_parsing", "greater_than_equal", "less_than_equal"},
    "decimal": {"decimal_type", "decimal_parsing", "greater_than_equal", "less_than_equal"},
    "tuple": {"tuple_type", "too_short"},
    "dict": {"dict_type", "too_short"},
    "literal": {"literal_error"},
    "tagged-union": {"result_kind"},
    "bool": set(),  # behind _read_flag, which lets only true and false through
    "nullable": set(),
    "default": set(),
    "function-before": set(),
    "function-after": set(),
    "function-plain": set(),
    "definitions": set(),
    "definition-ref": set(),
}
"""What each kind of pydantic schema can say of the texts, lists, mappings and nones that the reader gives."""


def schema_types(schema: Any) -> Iterator[str]:
    """The types of all schemas inside a schema, except how records are written out again."""
    if isinstance(schema, Mapping):  # pydantic makes it when somebody looks into it
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for key, inner in schema.items():
            if key not in ("serialization", "metadata", "ref", "default"):
                yield from schema_types(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from schema_types(inner)


def test_every_kind_of_schema_has_sentences_for_what_it_can_say() -> None:
    used = {name for record in RECORDS for name in schema_types(TypeAdapter(record).core_schema)}
    used -= {"model-field", "with-info", "no-info"}  # parts of a schema, not schemas
    assert {"model", "str", "tuple"} <= used
    assert used <= set(CODES_OF_PYDANTIC)
    assert {code for name in used for code in CODES_OF_PYDANTIC[name]} <= codes()


@pytest.fixture(scope="module")
def ids(example: Root) -> Ids:
    library = example.load()
    known = {f"vocabulary/{name}": found.terms for name, found in library.vocabularies.items()}
    known |= {
        "organisation": library.organisations,
        "source": library.sources,
        "tool": library.tools,
        "element": library.elements,
    }
    return Ids(known)


@pytest.fixture(scope="module")
def full_card(example: Root) -> Document:
    return read_file(example.path / "methods" / "voorbeeld-thuis.yml", "voorbeeld-thuis.yml")


@pytest.mark.parametrize("fields", first(1, [together, one_by_one]))
@pytest.mark.parametrize("new", NASTY, ids=lambda new: repr(new)[:20])
def test_whatever_stands_in_a_card_every_answer_is_one_line_with_a_place(
    new: Any, fields: Any, full_card: Document, ids: Ids
) -> None:
    told = 0
    for values in fields(full_card.value, new):
        method, problems = check_values(full_card, {**values, "id": "x"}, Method, ids)
        assert (method is None) == bool(problems)
        told += len(problems)
        assert all(is_one_line(problem) for problem in problems)
    assert told > 20


def is_one_line(problem: Problem) -> bool:
    return re.fullmatch(r"voorbeeld-thuis\.yml:\d+:\d+: [\w.\[\]]+: .+ — .+", str(problem)) is not None and "None" not in str(
        problem
    )


def test_a_card_with_every_field_left_empty_has_only_empty_fields(full_card: Document, ids: Ids) -> None:
    for path in paths_in(full_card.value):
        _, problems = check_values(full_card, {**changed(full_card.value, path, None), "id": "x"}, Method, ids)
        assert {problem.code for problem in problems} <= {
            "empty",
            "too_short",
            "result_kind",
            "age_empty",
            "condition_without_end",
            "range_empty",
            "one_link",
            "one_relation",
            "one_size",
            "one_target",
        }
