"""Two states of a library to compare, and texts that try to break out of the reading difference."""

from builders import Root

from macros.library.loader import load_readable
from macros.views.changes.card_diff import Pair
from macros.views.changes.library_diff import DiffSection, Side

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "``` \n```\n# kop",
    "a | b | c",
    "[klik](javascript:alert(1))",
    "![x](https://voorbeeld.example/x.png)",
    "@iemand en #12 en https://voorbeeld.example/",
    "</bdi></td></table><h1>",
    "\u202egnirts\u202c \u200f \x1b[31mrood\x07",
    "a" * 50_000,
)


def attacked(text: str) -> DiffSection:
    pair = Pair(text, f"{text} eerst", f"{text} nu")
    return DiffSection(text, "altered", (text,), (pair,), (DiffSection(text, "plain", (text,), (pair,)),))


def side(root: Root, name: str = "hier") -> Side:
    library, problems = load_readable(root.path)
    return Side(name, library, tuple(problem for problem in problems if problem.code != "unused"))
