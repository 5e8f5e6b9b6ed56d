"""What an editor says while somebody types: the real files are right, and what a schema can know is underlined."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import Root, a_card
from jsonschema import Draft7Validator
from paths import BROKEN, EXAMPLE, EXAMPLE_SITE, ROOT, tracked

from macros.contributing.editor_schemas import FILES, schema_files
from macros.library.loader import load_library
from macros.model.fields import fields_of
from macros.model.method import Method
from macros.validation.problems import Refused
from scripts import check
from scripts.schema import main
from scripts.writing import editor_schemas

BROKEN_CARDS = sorted(BROKEN.glob("*.yml"))
SAID_BY_SCHEMA = {
    "bad_age",
    "bad_date",
    "bad_flag",
    "bad_id",
    "bad_url",
    "decimal_parsing",
    "empty",
    "extra_forbidden",
    "greater_than_equal",
    "int_parsing",
    "less_than_equal",
    "literal_error",
    "missing",
    "model_type",
    "result_kind",
    "string_too_long",
    "string_too_short",
    "string_type",
    "too_short",
    "tuple_type",
    "unknown_field",
    "unknown_id",
    "unknown_method",
}
"""The problems that a schema can see; the rest needs more than one value, our own rules, or the number as it was typed."""


class _Core(yaml.SafeLoader):
    """The core schema of YAML 1.2 (yaml.org/spec/1.2.2, section 10.3), as the editors read it."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"null|Null|NULL|~|", [*"nN~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def as_editor(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Core)


def schemas_of(root: Path) -> dict[str, Draft7Validator]:
    found = {}
    for name, text in schema_files(load_library(root, cards=[])):
        schema = json.loads(text)
        Draft7Validator.check_schema(schema)
        found[name.removesuffix(".schema.json")] = Draft7Validator(schema)
    return found


@pytest.fixture(scope="module")
def real() -> dict[str, Draft7Validator]:
    return schemas_of(EXAMPLE_SITE)


@pytest.fixture(scope="module")
def invented(example: Root) -> dict[str, Draft7Validator]:
    return schemas_of(example.path)


@pytest.mark.parametrize("name", sorted(set(FILES) - {"moved", "former_tools"}))  # no address has gone yet
def test_every_invented_file_is_right_to_an_editor(name: str, real: dict[str, Draft7Validator]) -> None:
    files = sorted(EXAMPLE_SITE.glob(FILES[name]))
    assert files
    for file in files:
        assert [error.message for error in real[name].iter_errors(as_editor(file))] == [], file.name


@pytest.mark.parametrize("name", sorted(set(FILES) - {"crosswalk", "moved", "former_tools"}))
def test_every_example_is_right_to_an_editor(name: str, invented: dict[str, Draft7Validator]) -> None:
    files = sorted((EXAMPLE).glob(FILES[name]))
    assert files
    for file in files:
        assert [error.message for error in invented[name].iter_errors(as_editor(file))] == [], file.name


def test_an_address_that_has_gone_is_right_to_an_editor(real: dict[str, Draft7Validator]) -> None:
    assert real["moved"].is_valid({"oud": {"to": "steunpartners"}})
    assert not real["moved"].is_valid({"oud": {"naar": "steunpartners"}})
    assert real["former_tools"].is_valid({"oud": {"to": "steunpartners"}})
    assert not real["former_tools"].is_valid({"oud": {}})


def test_every_file_of_cards_and_data_has_a_schema() -> None:
    known = {file for pattern in FILES.values() for file in ROOT.glob(pattern)}
    files = {file for folder in ("methods", "data") for file in (ROOT / folder).rglob("*.yml")}
    assert len(files) > 30
    assert files == known


def broken_cases() -> list[Any]:
    """Each broken card that is YAML at all."""
    cases = []
    for card in BROKEN_CARDS:
        try:
            value = as_editor(card)
        except yaml.YAMLError:
            continue
        if isinstance(value, dict):
            cases.append(pytest.param(card, value, id=card.stem))
    return cases


def problems_of(card: Path, example: Root) -> list[Any]:
    try:
        load_library(example.path, cards=[card])
    except Refused as refused:
        return refused.problems
    return []


@pytest.mark.parametrize(("card", "value"), broken_cases())
def test_an_editor_underlines_what_a_schema_can_know(
    card: Path, value: dict[str, Any], example: Root, invented: dict[str, Draft7Validator]
) -> None:
    problems = [problem for problem in problems_of(card, example) if problem.code in SAID_BY_SCHEMA]
    places = {tuple(place) for error in invented["card"].iter_errors(value) for place in _places(error)}
    for problem in problems:
        keys = problem.keys[:-1] if problem.code in ("missing", "extra_forbidden") else problem.keys
        assert keys in places, (problem.where, places)


def _places(error: Any) -> list[list[Any]]:
    return [list(error.absolute_path), *(place for inner in error.context for place in _places(inner))]


@pytest.mark.heavy
def test_many_broken_cards_are_underlined(example: Root) -> None:
    seen = {problem.code for card in BROKEN_CARDS for problem in problems_of(card, example)} & SAID_BY_SCHEMA
    assert len(broken_cases()) > 50
    assert len(seen) > 15, SAID_BY_SCHEMA - seen


VALUES = {"2018": "2018", "1.10": '"1.10"', "true": "true", "een": "een", "no": '"no"'}


@pytest.mark.parametrize("typed", [typed for pair in VALUES.items() for typed in pair])
def test_a_text_may_look_like_a_number_or_a_flag(typed: str, root: Root, invented: dict[str, Draft7Validator]) -> None:
    file = root.write_card(re.sub("^name: .*", f"name: {typed}", (BROKEN / "empty-line.yml").read_text(), flags=re.M))
    value = as_editor(file)
    assert not [error for error in invented["card"].iter_errors(value) if list(error.absolute_path) == ["name"]]


def test_hovering_explains_every_field_in_dutch(real: dict[str, Draft7Validator]) -> None:
    schema = real["card"].schema
    nodes = fields_of(Method)
    assert len(nodes) > 30
    for node in nodes:
        assert schema["properties"][node.name]["title"] == node.title
        assert schema["properties"][node.name].get("description", "") == node.help
    named = {name: inner["title"] for name, inner in schema["$defs"].items() if "title" in inner}
    assert named["Outcome"] == "Resultaten" and named["Proportion"] == "Aantal, Van hoeveel"
    assert not [name for name, title in named.items() if title == name and name not in ("Caseload", "Contact", "Percentage")]


@pytest.mark.parametrize(
    ("kind", "word", "explained"),
    [
        ("organisation", "sos-kinderhoven", "SOS Kinderhoven"),
        ("vocabulary-phase", "stopped", "gestopt"),
        ("source", "ambrea-terug-naar-huis", "Bedachte bron 1"),
        ("field", "costs", "Kosten"),
    ],
)
def test_completion_knows_the_ids_and_what_they_are(
    kind: str, word: str, explained: str, real: dict[str, Draft7Validator]
) -> None:
    choice = real["card"].schema["$defs"][f"id-{kind}"]
    assert len(choice["enum"]) == len(choice["enumDescriptions"])
    assert explained in choice["enumDescriptions"][choice["enum"].index(word)]


def test_the_id_of_a_card_is_not_a_field(real: dict[str, Draft7Validator]) -> None:
    assert "id" not in real["card"].schema["properties"]
    assert "id" not in real["organisations"].schema["$defs"]["Organisation"]["properties"]


def test_the_command_writes_and_says_what_changed(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(root.path)]
    (root.path / "data" / "crosswalk.yml").unlink(missing_ok=True)
    assert main(arguments) == 0
    assert {file.name for file in (root.path / "schema").iterdir()} == {f"{name}.schema.json" for name in FILES}
    assert "card.schema.json" in capsys.readouterr().out
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("er is niets veranderd")
    root.write_card(a_card(), "erbij")
    assert main(arguments) == 0
    assert capsys.readouterr().out.strip().endswith(": card.schema.json, guidelines.schema.json, comparisons.schema.json")


@pytest.mark.heavy
@pytest.mark.parametrize("what", ["nothing", "data", "card", "schema", "code"])
def test_the_command_looks_at_the_library_only_if_something_changed(
    root: Root, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--root", str(root.path)]) == 0
    card = root.path / "schema" / "card.schema.json"
    before, renewed = card.read_text(encoding="utf-8"), []
    write = editor_schemas._write
    monkeypatch.setattr(editor_schemas, "_write", lambda *given: renewed.append(write(*given)) or [])
    if what == "data":
        root.write("data/organisations.yml", root.read("data/organisations.yml").replace("name: ", "name: Nieuwe ", 1))
    elif what == "card":
        root.write_card(a_card(), "erbij")
    elif what == "schema":
        card.write_text("{}", encoding="utf-8")
    elif what == "code":
        monkeypatch.setattr("macros.kept.state_of_code", lambda: "other code")
    assert main(["--root", str(root.path)]) == 0
    assert len(renewed) == (what != "nothing")
    after = card.read_text(encoding="utf-8")
    assert (after != before) == (what in ("data", "card"))
    assert after == dict(schema_files(load_library(root.path, cards=[])))["card.schema.json"]
    assert main(["--root", str(root.path)]) == 0
    assert len(renewed) == (what != "nothing")


def test_data_with_a_problem_leaves_the_schemas_as_they_were(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(root.path)]
    assert main(arguments) == 0
    before = (root.path / "schema" / "card.schema.json").read_bytes()
    root.write("data/organisations.yml", "voorbeeld: {naam: X}\n")
    capsys.readouterr()
    assert main(arguments) == 1
    assert "data/organisations.yml:1:" in capsys.readouterr().out
    assert (root.path / "schema" / "card.schema.json").read_bytes() == before


def test_the_check_renews_them_also_if_a_card_has_a_problem_and_not_if_data_has(root: Root) -> None:
    root.write_card(a_card(name=...), "fout")
    assert check.main(["--root", str(root.path), "--schemas"]) == 1
    card = root.path / "schema" / "card.schema.json"
    before = card.read_bytes()
    assert b'"fout"' in before
    root.write_card(a_card(), "goed")
    root.write("data/organisations.yml", "voorbeeld: {naam: X}\n")
    assert check.main(["--root", str(root.path), "--schemas"]) == 1
    assert card.read_bytes() == before


def test_a_check_that_is_not_asked_for_them_leaves_them_alone(root: Root) -> None:
    assert check.main(["--root", str(root.path)]) == 0
    assert not (root.path / "schema").exists()


def test_each_file_says_where_its_schema_is() -> None:
    lines = [(file, line) for file in tracked() if file.suffix == ".yml" for line in file.read_text().splitlines()[:1]]
    found = [(file, line.partition("$schema=")[2]) for file, line in lines if line.startswith("# yaml-language-server:")]
    assert len(found) > 30
    for file, place in found:
        target = (file.parent / place).resolve()
        name = target.name.removesuffix(".schema.json")
        assert target.parent == ROOT / "schema"
        assert file in set(ROOT.glob(FILES[name]))


def test_the_settings_of_the_editor_name_the_same_files() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./schema/{name}.schema.json": pattern for name, pattern in FILES.items()}
