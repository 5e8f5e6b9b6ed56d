"""Signs in a text that look like a space or like nothing, and what they are called."""

import re

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
