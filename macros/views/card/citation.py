"""How to cite a card, in the formats of reference managers. The author of a card is the library, not a person."""

from typing import Any, NamedTuple

from macros.model.base import Date
from macros.model.method import Method
from macros.views.common.dutch import date

GENRE = "methodekaart"
_LATEX_ESCAPES = {sign: f"\\{sign}" for sign in "#$%&_{}"} | {
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
}


class CitedWork(NamedTuple):
    """The properties of a card that a citation contains."""

    id: str
    title: str
    container: str
    """Name of the library"""
    author: str
    reviewed: Date | None
    url: str | None
    """None if the site does not know its own address."""


def cited_work(method: Method, container: str, author: str, url: str | None) -> CitedWork:
    return CitedWork(method.id, method.name, container, author, method.reviewed, url)


def as_bibtex(work: CitedWork) -> str:
    """For LaTeX and JabRef. Names are in double braces, so that capitals are kept and an organisation is not split into first
    and last name."""
    fields = {
        "author": f"{{{_latex(work.author)}}}",
        "title": f"{{{_latex(work.title)}}}",
        "howpublished": _latex(f"{work.container}, {GENRE}"),
        "note": _latex(f"Nagekeken op {date(work.reviewed)}") if work.reviewed else None,
        "year": f"{work.reviewed.year:04d}" if work.reviewed else None,
        "url": work.url,
        "language": "dutch",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{work.id},", *lines, "}"]) + "\n"


def _latex(text: str) -> str:
    return "".join(_LATEX_ESCAPES.get(sign, sign) for sign in text)


def as_ris(work: CitedWork) -> str:
    """For EndNote, Zotero, Mendeley and Refworks."""
    fields = [
        ("TY", "ELEC"),
        ("ID", work.id),
        ("TI", work.title),
        ("AU", work.author),
        ("T2", work.container),
        ("M3", GENRE),
        ("PY", f"{work.reviewed.year:04d}" if work.reviewed else None),
        ("DA", "/".join(f"{part:02d}" if part else "" for part in _date_parts(work.reviewed)) + "/" if work.reviewed else None),
        ("LA", "nl"),
        ("UR", work.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value is not None)


def _date_parts(day: Date) -> tuple[int | None, ...]:
    return (day.year, day.month, day.day)


def as_csl(work: CitedWork) -> list[dict[str, Any]]:
    """For Zotero, Pandoc and every other program that knows the Citation Style Language."""
    entry: dict[str, Any] = {
        "id": work.id,
        "type": "webpage",
        "title": work.title,
        "author": [{"literal": work.author}],
        "container-title": work.container,
        "genre": GENRE,
        "language": "nl-NL",
    }
    if work.reviewed:
        entry["issued"] = {"date-parts": [[part for part in _date_parts(work.reviewed) if part]]}
    if work.url:
        entry["URL"] = work.url
    return [entry]
