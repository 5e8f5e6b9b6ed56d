"""Which record people mean by a name, where its id is wanted."""

from collections.abc import Iterator, Mapping
from typing import Any

HARD_SPACES = {
    "\xa0": "harde spatie",
    "\u202f": "smalle harde spatie",
    "\u2007": "cijferspatie",
    "\u3000": "brede spatie",
    "\u200b": "spatie zonder breedte",
    "\u2060": "woordverbinder",
    "\ufeff": "bytevolgordeteken",
    "\xad": "zacht koppelteken",
}
"""Signs that look like a space or like nothing, and that YAML does not take for a space → their names."""
_NAMES = ("nl", "name", "title", "URL")
"""Members of records by which people know them."""


def id_by_name(records: Mapping[str, Any], typed: str) -> str:
    """The only id whose name is what was typed, whatever its capitals; empty if there is none, or more than one."""
    wanted = folded_name(typed)
    found = [key for key, record in records.items() if wanted in {folded_name(key), *_names_of(record)}]
    return found[0] if len(found) == 1 else ""


def hard_space_in(text: str) -> str:
    """The name of the first sign in a text that looks like a space, or like nothing, and is none; empty if there is none."""
    return next((HARD_SPACES[sign] for sign in text if sign in HARD_SPACES), "")


def folded_name(text: str) -> str:
    """A name without what people type around it or otherwise: capitals, quotes, more spaces than one."""
    return " ".join(text.split()).casefold().strip("\"'“”‘’„")


def _names_of(record: Any) -> Iterator[str]:
    given = (getattr(record, name, None) for name in _NAMES)
    return (folded_name(str(name)) for name in (*given, *getattr(record, "spellings", ())) if name)
