"""The format as plain data: for the form in a browser, and as the schema with which editors complete."""

from typing import Annotated, Any

import pytest
from builders import Root
from card_values import RESULTS
from pydantic import AfterValidator, Field
from yaml import safe_load

from macros.model.base import Record
from macros.model.data import Organisation, Source, Term
from macros.model.method import Method
from macros.model.results import RESULT_KEYS
from macros.model.schema import editor_schema, editor_schema_by_id
from macros.model.shape import shapes_of, yaml_values
from macros.model.tool import Tool

SHAPES = shapes_of(Method, Organisation, Source)
WHOLE = {"is": "before", "rule": "spelling", "pattern": "-?[0-9]{1,12}", "code": "int_parsing"}


@pytest.mark.parametrize(
    ("record", "field", "rule"),
    [
        ("Proportion", "of", {**WHOLE, "of": {"is": "int", "ge": "1"}, "required": True}),
        ("Proportion", "count", {**WHOLE, "of": {"is": "int", "ge": "0"}, "required": True}),
        ("Cost", "price_year", {**WHOLE, "of": {"is": "int", "ge": "1900", "le": "2100"}, "nullable": True, "required": False}),
        ("Proportion", "unit", {"is": "reference", "kind": "vocabulary/unit", "required": True}),
        (
            "Method",
            "summary",
            {"is": "after", "rule": "text", "of": {"is": "text", "min_length": 1, "max_length": 400}, "required": True},
        ),
        ("Method", "goals", {"is": "list", "of": {"is": "record", "of": "Goal"}, "required": False}),
        ("Method", "chain", {"is": "record", "of": "Chain", "nullable": True, "required": False}),
        ("Outcome", "traceable", {"is": "before", "rule": "flag", "of": {"is": "anything"}, "required": False}),
        ("Change", "change", {"is": "word", "words": ["up", "down"], "required": True}),
        ("Outcome", "id", {"is": "before", "rule": "id", "of": {"is": "text"}, "required": True}),
        ("AgeRange", "from", {"is": "rule", "rule": "age", "nullable": True, "required": False}),
    ],
)
def test_a_check_of_a_field_is_told_with_its_limits(record: str, field: str, rule: dict[str, Any]) -> None:
    assert SHAPES[record]["fields"][field] == rule


def test_a_percentage_has_both_limits() -> None:
    rule = SHAPES["Percentage"]["fields"]["percent"]
    assert rule["of"] == {"is": "decimal", "ge": "0", "le": "100"}


def test_a_result_is_one_of_the_kinds_that_there_are() -> None:
    rule = SHAPES["Outcome"]["fields"]["result"]
    assert rule["is"] == "choice" and rule["keys"] == RESULT_KEYS
    assert rule["kinds"]["[none-yet]"] == "NoneYet" and len(rule["kinds"]) == len(RESULTS)


def test_a_record_says_whether_it_has_a_rule_of_its_own() -> None:
    assert [name for name in ("Method", "Period", "Proportion", "Goal", "Tally", "Source") if SHAPES[name]["rule"]] == [
        "Method",
        "Period",
        "Proportion",
    ]
    assert list(SHAPES["Period"]["fields"]) == ["from", "to", "note"]


def test_a_check_that_no_browser_knows_is_refused() -> None:
    class Odd(Record):
        name: Annotated[str, AfterValidator(str.lower)]

    class Unknown(Record):
        name: bytes

    for record in (Odd, Unknown):
        with pytest.raises(TypeError):
            shapes_of(record)


def test_a_second_limit_on_a_number_is_told_too() -> None:
    class Twice(Record):
        number: Annotated[int, Field(ge=1, le=9), Field(ge=3)]

    text = str(shapes_of(Twice)["Twice"]["fields"]["number"])
    assert "'le': '9'" in text and "'ge': '3'" in text


def test_a_checked_card_gives_back_what_stands_in_its_file(example: Root) -> None:
    file = example.path / "methods" / "voorbeeld-thuis.yml"
    found = yaml_values(example.load().methods["voorbeeld-thuis"])
    written = safe_load(file.read_text(encoding="utf-8"))
    assert found["outcomes"][0]["result"] == {"count": "11", "of": "12", "printed_percent": "92", "unit": "family"}
    assert found["target_group"]["ages"][0]["from"] == "-5mo"
    assert found["recognitions"][0]["date"] == "2017-09-14"
    assert {key for key in found if key != "id"} == set(written)
    stopped = yaml_values(example.load().methods["voorbeeld-gestopt"])
    assert stopped["outcomes"][1]["traceable"] == "true"
    assert "traceable" not in stopped["outcomes"][0]


# what editors complete with


class Words(dict):
    def __missing__(self, kind: str) -> dict[str, str]:
        return {"een": "Uitleg.", "twee": ""} if kind != "method" else {"voorbeeld-kort": ""}


def definition(schema: dict[str, Any], name: str) -> dict[str, Any]:
    return schema["$defs"][name]


def test_the_schema_of_a_card_asks_for_what_is_needed_and_allows_nothing_else() -> None:
    schema = editor_schema(Method, "Een kaart", Words())
    assert schema["title"] == "Een kaart" and schema["$schema"].endswith("draft-07/schema#")
    assert schema["required"] == ["name", "summary", "status", "target_group", "sources"]
    assert schema["additionalProperties"] is False
    assert "id" not in schema["properties"] and "description" not in schema
    assert schema["properties"]["name"]["title"] == "Naam"
    assert schema["properties"]["name"]["maxLength"] == 90
    assert schema["properties"]["sources"]["minItems"] == 1
    assert "default" not in str(schema["properties"]["aliases"])


def test_a_reference_is_a_choice_with_the_meaning_of_each_word() -> None:
    schema = editor_schema(Method, "Een kaart", Words())
    assert definition(schema, "Goal")["properties"]["theme"]["$ref"] == "#/$defs/id-vocabulary-theme"
    theme = definition(schema, "id-vocabulary-theme")
    assert (theme["type"], theme["enum"], theme["enumDescriptions"]) == ("string", ["een", "twee"], ["Uitleg.", ""])
    assert theme["description"] == "Kies uit `data/vocabularies/theme.yml`."
    method = definition(schema, "id-method")
    assert "description" not in method and "enumDescriptions" not in method


def test_an_editor_reads_a_number_or_a_flag_where_the_check_reads_text() -> None:
    schema = editor_schema(Method, "Een kaart", Words())
    assert schema["properties"]["name"]["type"] == ["string", "number", "boolean"]
    flag = definition(schema, "AgeRange")["properties"]["all_ages"]
    assert (flag["type"], flag["pattern"]) == (["boolean", "string"], "^(true|false)$")
    assert definition(schema, "Contact")["properties"]["url"]["format"] == "uri"
    amount = definition(schema, "Cost")["properties"]["amount"]
    assert (amount["type"], amount["pattern"]) == (["number", "string"], r"^(?:-?[0-9]{1,12}(\.[0-9]{2})?)$")
    result = definition(schema, "Outcome")["properties"]["result"]
    kinds = []
    while "if" in result:  # each kind by its leading key
        kinds.append(result["then"]["$ref"].removeprefix("#/$defs/"))
        result = result["else"]
    assert len(set(kinds)) == len(kinds) == len(RESULTS)
    assert "oneOf" not in result and "count" in result["properties"]


@pytest.mark.parametrize("record", [Organisation, Tool, Term])
def test_the_schema_of_a_file_of_records_is_by_id(record: type[Record]) -> None:
    schema = editor_schema_by_id(record, "Bestand", Words())
    assert schema["minProperties"] == 1
    assert schema["propertyNames"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert schema["additionalProperties"]["$ref"] == f"#/$defs/{record.__name__}"
    assert "id" not in definition(schema, record.__name__)["properties"]
    assert "title" not in definition(schema, record.__name__)
