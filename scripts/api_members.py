"""List every member of the published JSON: `python -m scripts.api_members > tests/open_data/api_v1.txt`.

A test compares with the list, so that published members stay. Members may be added to a version, but never removed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.library.library import Library
from macros.library.loader import load_library
from macros.open_data.added import ADDED
from macros.open_data.documents import KINDS, file_schema
from macros.open_data.members import Writer
from scripts import run

ROOT = Path(__file__).parent.parent


def list_members(library: Library) -> list[str]:
    """A line for each member: where it is, its name, its kind, and whether it is always there."""
    writer = Writer(library, ADDED)
    found: dict[str, None] = {}
    for kind in KINDS:
        described = file_schema(kind, writer)
        found |= dict.fromkeys(_member_lines(f"{kind}.json", described))
        for name, inner in described["$defs"].items():
            found |= dict.fromkeys(_member_lines(name, inner))
    return sorted(found)


def _member_lines(place: str, schema: Any) -> Iterator[str]:
    for name, inner in schema["properties"].items():
        yield f"{place} {name}: {_kind_text(inner)}{' (always)' if name in schema['required'] else ''}"
        below = inner.get("items", inner)
        if "properties" in below:
            yield from _member_lines(f"{place} {name}", below)


def _kind_text(schema: Any) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix("#/$defs/")
    if "oneOf" in schema:
        return " or ".join(map(_kind_text, schema["oneOf"]))
    if "const" in schema:
        return f"“{schema['const']}”"
    if "enum" in schema:
        return " or ".join(f"“{value}”" for value in schema["enum"])
    if schema["type"] == "array":
        return f"list of {_kind_text(schema['items'])}"
    if "additionalProperties" in schema and isinstance(schema["additionalProperties"], dict):
        return f"mapping to {_kind_text(schema['additionalProperties'])}"
    return str(schema["type"])


def main() -> int:
    print("\n".join(list_members(load_library(ROOT))))
    return 0


if __name__ == "__main__":
    run(main)
