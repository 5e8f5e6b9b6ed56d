"""The description of the JSON files as an API: OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1), made from the list of kinds."""

from collections.abc import Iterator
from typing import Any

from macros.library.library import Library
from macros.open_data.documents import KINDS, PER_ID, schema_path
from macros.open_data.publication import API, DATA_LICENCE_NAME, VERSION, Publication
from macros.rendering.compact_json import compact

PATH = f"{API}openapi.json"
_ABOUT = (
    "Everything on the pages, as files. There is no key and no limit; ask with If-None-Match to learn at little cost whether a "
    "file changed. Members may be added to a version, and are never removed from it or given another meaning."
)
_ETAG = {"ETag": {"description": "changes with the file", "schema": {"type": "string"}}}
Operation = dict[str, Any]


def openapi_file(library: Library, publication: Publication) -> tuple[str, str]:
    """(address, text) of the description. Its examples are records of this library, so that they can be tried as they are."""
    values = {
        "openapi": "3.1.1",
        "info": {
            "title": f"{publication.name}: open data",
            "version": VERSION,
            "description": _ABOUT,
            "license": {"name": DATA_LICENCE_NAME, "identifier": DATA_LICENCE_NAME},
        },
        "servers": [{"url": publication.root_from(PATH).removesuffix("/") or "."}],
        "paths": dict(_paths(library)),
    }
    return PATH, compact(values)


def _paths(library: Library) -> Iterator[tuple[str, dict[str, Operation]]]:
    lists = [kind for kind in KINDS if kind not in PER_ID]
    for kind in lists:
        yield f"/{API}{kind}.json", {"get": _operation(kind, [])}
    yield f"/{API}claims/{{page}}.json", {"get": _operation("claims", [], page=True)}
    examples = {"methods": library.methods, "organisations": library.organisations}
    for folder in dict.fromkeys(PER_ID.values()):
        kinds = [kind for kind in PER_ID if PER_ID[kind] == folder]
        example = next(iter(examples[folder]), "id")
        yield f"/{API}{folder}/{{id}}.json", {"get": _operation(kinds[0], kinds[1:], example=example)}


def _operation(kind: str, others: list[str], *, example: str = "", page: bool = False) -> Operation:
    """A way to ask for files of a kind; `others` are kinds that may be there instead, such as where a record moved to."""
    references = [{"$ref": f"schema/{schema_path(name).rpartition('/')[2]}"} for name in (kind, *others)]
    schema = references[0] if len(references) == 1 else {"oneOf": references}
    found = {"description": KINDS[kind].title, "headers": _ETAG, "content": {"application/json": {"schema": schema}}}
    parameters = []
    if example:
        parameters.append(_parameter("id", "the id in the address of the page", {"type": "string"}, example))
    if page:
        parameters.append(_parameter("page", "from 2; `next` in each file names the one behind it", {"type": "integer"}, 2))
    gone = {"404": {"description": "there is no such record, and there never was"}} if parameters else {}
    return {
        "operationId": f"{kind}{'Page' if page else ''}",
        "summary": KINDS[kind].title,
        **({"parameters": parameters} if parameters else {}),
        "responses": {"200": found, "304": {"description": "the file is still the one of If-None-Match"}, **gone},
    }


def _parameter(name: str, about: str, schema: dict[str, str], example: str | int) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "description": about, "schema": schema, "example": example}
