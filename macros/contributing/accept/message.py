"""What the form puts in an issue or a mail → the files in it.

Each file begins with a line that names it. Around it stands whatever a forge or a mail program adds: other answers, a
fence, lines of a quotation.
"""

import re
from typing import NamedTuple

from macros.model.base import ID_PATTERN

_CARD = re.compile(rf"# methods/(?P<id>{ID_PATTERN.pattern})\.yml")
_LEAVING = re.compile(r"# (?P<file>data/(?:vocabularies/)?[a-z_-]+\.yml)")
_IDS = re.compile(rf"# hier moet weg: (?P<ids>{ID_PATTERN.pattern}(?:, {ID_PATTERN.pattern})*)")
_FENCE = re.compile(r"(`{3,}|~{3,})\w*")


class Sent(NamedTuple):
    """What somebody sent."""

    cards: dict[str, str]
    """Id → text of the card."""
    leaving: dict[str, tuple[str, ...]]
    """File of data/ → ids of what no card refers to any more."""


def read_message(text: str) -> Sent:
    """The cards in a message; none if it holds no line that names one."""
    cards: dict[str, str] = {}
    leaving: dict[str, tuple[str, ...]] = {}
    for body in _bodies(_unquoted(text.replace("\r\n", "\n").removeprefix("\ufeff"))):
        name, _, rest = body.partition("\n")
        if found := _CARD.fullmatch(name.rstrip()):
            cards[found["id"]] = rest.strip("\n") + "\n"
        elif (file := _LEAVING.fullmatch(name.rstrip())) and (ids := _IDS.match(rest)):
            leaving[file["file"]] = tuple(ids["ids"].split(", "))
    return Sent(cards, leaving)


def _bodies(text: str) -> list[str]:
    """From each line that names a file to the next one, or to the end of the fence around them."""
    bodies: list[list[str]] = []
    fence = ""
    for line in text.split("\n"):
        if not bodies and (opened := _FENCE.fullmatch(line.strip())):
            fence = opened[1]
        elif fence and line.strip() == fence:
            if bodies:
                break
            fence = ""
        elif _CARD.fullmatch(line.rstrip()) or _LEAVING.fullmatch(line.rstrip()):
            bodies.append([line])
        elif bodies:
            bodies[-1].append(line)
    return ["\n".join(lines) for lines in bodies]


def _unquoted(text: str) -> str:
    """The same without the sign with which a mail program begins the lines of what it quotes; then only those lines."""
    lines = text.split("\n")
    named = next((line for line in lines if _CARD.search(line)), "")
    sign = re.match(r"(?:> ?)*", named)[0].rstrip()
    if not sign:
        return text
    return "\n".join(line.removeprefix(sign).removeprefix(" ") for line in lines if line.startswith(sign))
