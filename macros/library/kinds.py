"""Which records stand in data/, by kind. The file of a kind is model/data_files.file_of."""

from macros.model.base import Record
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source
from macros.model.moved import Moved
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool

REFERRED: dict[str, type[Record]] = {"organisation": Organisation, "source": Source, "element": Element, "tool": Tool}
"""Records that cards refer to by id. Tools come last, because they refer to the others."""
OPTIONAL: dict[str, type[Record]] = {"crosswalk": Scale, "moved": Moved}
"""Records by id that nothing refers to and that a library can do without."""
SINGLE: dict[str, type[Record]] = {"synonyms": Synonyms}
"""Files that are one record."""
