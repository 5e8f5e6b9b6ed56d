"""The description of the API: valid, complete, and true of the files that are published.

openapi_3_1.json is the schema of OpenAPI 3.1 itself (github.com/OAI/OpenAPI-Specification, branch v3.1-dev, Apache 2.0).
"""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from built import Site
from jsonschema import Draft202012Validator
from open_data_fixtures import NOWHERE, PUBLICATION, json_files, read_json

from macros.library.library import Library
from macros.open_data.documents import KINDS, schema_path
from macros.open_data.openapi import PATH, openapi_file
from macros.open_data.publication import API, Publication

OPENAPI = Draft202012Validator(json.loads(Path(__file__).with_name("openapi_3_1.json").read_text(encoding="utf-8")))


def described(library: Library, publication: Publication) -> dict[str, Any]:
    path, text = openapi_file(library, publication)
    assert path == PATH
    return json.loads(text)


def operations(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {path: methods["get"] for path, methods in found["paths"].items()}


def schemas_of(operation: dict[str, Any]) -> list[str]:
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return [one["$ref"] for one in schema.get("oneOf", [schema])]


@pytest.mark.parametrize("publication", [PUBLICATION, NOWHERE])
def test_it_is_valid_openapi(publication: Publication, library: Library) -> None:
    assert [error.message for error in OPENAPI.iter_errors(described(library, publication))] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda found: found.pop("info"),
        lambda found: found["paths"].update({"zonder-streep": {}}),
        lambda found: found["info"].update(version=1),
        lambda found: next(iter(operations(found).values())).update(anders=1),
        lambda found: next(one for one in operations(found).values() if "parameters" in one)["parameters"][0].pop("required"),
    ],
)
def test_a_wrong_one_would_be_refused(spoil: Any, library: Library) -> None:
    found = described(library, PUBLICATION)
    spoil(found)
    assert list(OPENAPI.iter_errors(found))


def test_every_kind_of_file_is_in_it_and_every_operation_has_a_name_of_its_own(library: Library) -> None:
    found = operations(described(library, NOWHERE))
    named = {urljoin(PATH, reference) for operation in found.values() for reference in schemas_of(operation)}
    assert named == {schema_path(kind) for kind in KINDS}
    names = [operation["operationId"] for operation in found.values()]
    assert len(names) == len(set(names)) == len(found)


def test_every_published_file_has_one_address_in_it_and_the_schema_that_it_names_itself(site: Site) -> None:
    found = operations(read_json(site.path, PATH))
    for file in json_files(site.path):
        matching = [path for path in found if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), f"/{file}")]
        assert len(matching) == 1, file
        named = urljoin(file, read_json(site.path, file)["$schema"])
        assert named in {urljoin(PATH, reference) for reference in schemas_of(found[matching[0]])}, file


def test_its_examples_are_files_that_are_there(site: Site) -> None:
    found = read_json(site.path, PATH)
    assert urljoin(f"https://elders.example/{PATH}", found["servers"][0]["url"] + "/") == "https://elders.example/"
    for path, operation in operations(found).items():
        for parameter in operation.get("parameters", []):
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
        assert (site.path / path.lstrip("/")).is_file() or path == f"/{API}claims/2.json", path


def test_a_library_without_cards_has_one_too(library: Library) -> None:
    bare = dataclasses.replace(library, methods={}, organisations={})
    assert not list(OPENAPI.iter_errors(described(bare, NOWHERE)))
