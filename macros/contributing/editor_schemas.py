"""Library → the JSON Schemas with which editors complete and explain; one for each kind of file in methods/ and data/."""

import json
from collections.abc import Iterator, Mapping

from macros.contributing.editor_messages import with_messages
from macros.library.choices import list_choices
from macros.library.library import Library
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source, Vocabulary
from macros.model.guideline import Guideline
from macros.model.helpline import Helpline
from macros.model.moved import FormerTool, Moved
from macros.model.new_records import CardFile
from macros.model.ready_comparison import ReadyComparison
from macros.model.schema import editor_schema, editor_schema_by_id
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool

FILES: Mapping[str, str] = {
    "card": "methods/*.yml",
    "vocabulary": "data/vocabularies/*.yml",
    "organisations": "data/organisations.yml",
    "sources": "data/sources.yml",
    "elements": "data/elements.yml",
    "tools": "data/tools.yml",
    "synonyms": "data/synonyms.yml",
    "base_rates": "data/base_rates.yml",
    "guidelines": "data/guidelines.yml",
    "comparisons": "data/comparisons.yml",
    "helplines": "data/helplines.yml",
    "crosswalk": "data/crosswalk.yml",
    "moved": "data/moved.yml",
    "former_tools": "data/former_tools.yml",
}
"""Name of a schema → the files that it describes."""


def schema_files(library: Library) -> Iterator[tuple[str, str]]:
    """Name of the file and its text."""
    choices = {
        kind: {key: ": ".join(filter(None, choice)) for key, choice in found.items()}
        for kind, found in list_choices(library).items()
    }
    by_id = {
        "organisations": Organisation,
        "sources": Source,
        "elements": Element,
        "tools": Tool,
        "base_rates": BaseRate,
        "guidelines": Guideline,
        "comparisons": ReadyComparison,
        "helplines": Helpline,
        "crosswalk": Scale,
        "moved": Moved,
        "former_tools": FormerTool,
    }
    whole = {"card": CardFile, "vocabulary": Vocabulary, "synonyms": Synonyms}
    for name, files in FILES.items():
        make = editor_schema if name in whole else editor_schema_by_id
        schema = with_messages(make((whole | by_id)[name], files, choices))
        yield f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
