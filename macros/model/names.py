"""Which record people mean by a name, where its id is wanted."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
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
SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Those that take room, as a class of signs of a regular expression (Unicode category Zs, without the space itself)."""
ODD_SIGNS = (
    SPACES
    + "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
)
"""All of them: also what Unicode lets a program show as nothing (Default_Ignorable_Code_Point)."""
ODD, SPACE, DIRECTION = (
    re.compile(f"[{signs}]") for signs in (ODD_SIGNS, SPACES, "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069")
)
A_SPACE, A_DIRECTION, A_SIGN = "spatie van een andere breedte", "teken voor de leesrichting", "teken zonder breedte"
"""What such signs are called that have no name of their own."""
_NAMES = ("nl", "many", "name", "title", "URL")
"""Members of records by which people know them."""


def id_by_name(records: Mapping[str, Any], typed: str) -> str:
    """The only id whose name is what was typed, whatever its capitals; empty if there is none, or more than one."""
    wanted = folded_name(typed)
    found = [key for key, record in records.items() if wanted in {folded_name(key), *_names_of(record)}]
    return found[0] if len(found) == 1 else ""


def id_like_name(records: Mapping[str, Any], typed: str, likeness: float) -> str:
    """The id whose name, or that itself, is most like what was typed; empty if none is like enough. `likeness` is from 0 to 1,
    as difflib measures it."""
    by_name = {name: key for key, record in records.items() for name in (*_names_of(record), folded_name(key))}
    found = get_close_matches(folded_name(typed), by_name, n=1, cutoff=likeness)
    return by_name[found[0]] if found else ""


def hard_space_in(text: str) -> str:
    """The name of the first sign in a text that looks like a space, or like nothing, and is none; empty if there is none."""
    found = ODD.search(text)
    return name_of_sign(found[0]) if found else ""


def name_of_sign(sign: str) -> str:
    """What people call such a sign, or what it is, with its number in Unicode."""
    if sign in HARD_SPACES:
        return HARD_SPACES[sign]
    what = A_SPACE if SPACE.match(sign) else A_DIRECTION if DIRECTION.match(sign) else A_SIGN
    return f"{what} (U+{ord(sign):04X})"


def labels_of(records: Mapping[str, Any]) -> dict[str, str]:
    """Id → what Dutch people call it, of the words of a list."""
    return {key: label for key, record in records.items() if (label := getattr(record, "nl", ""))}


def folded_name(text: str) -> str:
    """A name without what people type around it or otherwise: capitals, quotes, more spaces than one."""
    return " ".join(text.split()).casefold().strip("\"'“”‘’„")


def _names_of(record: Any) -> Iterator[str]:
    given = (getattr(record, name, None) for name in _NAMES)
    return (folded_name(str(name)) for name in (*given, *getattr(record, "spellings", ())) if name)
