"""The kinds of records in data/. model/data_files.file_of gives the file of a kind."""

from macros.model.base import Record
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source
from macros.model.fields import references_of
from macros.model.guideline import Guideline
from macros.model.helpline import Helpline
from macros.model.method import Method
from macros.model.moved import FormerTool, Moved
from macros.model.ready_comparison import ReadyComparison
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool

REFERRED: dict[str, type[Record]] = {"organisation": Organisation, "source": Source, "element": Element, "tool": Tool}
"""Records that cards refer to by id. Tools come last, because they refer to the others."""
OPTIONAL: dict[str, type[Record]] = {
    "crosswalk": Scale,
    "moved": Moved,
    "former-tool": FormerTool,
    "base-rate": BaseRate,
    "guideline": Guideline,
    "comparison": ReadyComparison,
    "helpline": Helpline,
}
"""Records by id that no card refers to; a library may leave these files out."""
SINGLE: dict[str, type[Record]] = {"synonyms": Synonyms}
"""Files that contain a single record."""
VOCABULARIES = frozenset(
    kind
    for kind in references_of((Method, *REFERRED.values(), *OPTIONAL.values(), *SINGLE.values()))
    if kind.startswith("vocabulary/")
)
"""The lists of words that the card format refers to; a library cannot do without one of them."""
