"""What MkDocs says of the hand-written pages, the menu and mkdocs.yml, in Dutch and with what to do."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from macros.validation.system_reasons import quoted_reason

_PAGE = "Doc file '(?P<page>[^']*)' contains "
_SAYS = (
    (
        rf"{_PAGE}a link '(?P<link>.*?)', but the target(?: '.*')? is not found among documentation files\.",
        "docs/{page}: de link {link} leidt naar een bestand dat er niet is; kijk de naam na, en begin bij de map van deze pagina",
    ),
    (
        rf"{_PAGE}a link '(?P<link>.*?)', but there is no such anchor on this page\.(?: This seems to be a footnote .*)?",
        "docs/{page}: de link {link} leidt naar een kopje dat op deze pagina niet staat; kijk na hoe het kopje heet",
    ),
    (
        rf"{_PAGE}a link '(?P<link>.*?)', but the doc '(?P<to>.*)' does not contain an anchor '.*'\.",
        "docs/{page}: de link {link} leidt naar een kopje dat in docs/{to} niet staat; kijk na hoe het kopje heet",
    ),
    (
        rf"{_PAGE}an absolute link '(?P<link>.*?)', it was left as is\.",
        "docs/{page}: de link {link} begint bij de hele website; begin bij de map van deze pagina en noem het bestand, met .md",
    ),
    (
        rf"{_PAGE}an unrecognized relative link '(?P<link>.*?)', it was left as is\.",
        "docs/{page}: de link {link} noemt geen bestand; noem het bestand in docs/, met .md",
    ),
    (
        r"Excluding '(?P<page>.*)' from the site because it conflicts with '(?P<to>.*)'\.",
        "docs/{page}: komt op hetzelfde adres als docs/{to}; geef een van beide een andere naam",
    ),
    (
        r"The following pages exist in the docs directory, but are not included in the \"nav\" configuration:(?P<rest>(?s:.*))",
        "mkdocs.yml: in het menu (nav) ontbreekt wat wel in docs/ staat; zet het erbij:{rest}",
    ),
    (
        r"A reference to '(?P<page>.*)' is included in the 'nav' configuration, which is not found in the documentation files\.",
        "mkdocs.yml: het menu (nav) noemt {page}, en dat staat niet in docs/; kijk de naam na",
    ),
    (
        r"An absolute path to '(?P<page>.*)' is included in the 'nav' configuration, .*",
        "mkdocs.yml: in het menu (nav) begint {page} bij de hele website; noem het bestand in docs/, met .md",
    ),
    (r"Error (?:reading|building) page '(?P<page>.*)':(?P<rest>(?s:.*))", "docs/{page} is niet te maken:{rest}"),
    (r"File not found: (?P<page>.*)", "docs/{page}: dat bestand is er niet meer"),
    (r"Encoding error reading file: (?P<page>.*)", "docs/{page}: is geen UTF-8; bewaar het bestand als UTF-8"),
    (
        r"Config value '(?P<name>.*)': Unrecognised configuration name: .*",
        "mkdocs.yml: {name} is geen naam van een instelling; kijk de naam na",
    ),
    (r"Config value '(?P<name>.*)': Required configuration not provided\.", "mkdocs.yml: {name} ontbreekt; vul het in"),
    (r"Config value '(?P<name>.*)': (?P<why>.*)", "mkdocs.yml: {name} is niet in orde; MkDocs meldt “{why}”"),
)
"""Message of MkDocs 1.6 → ours; the first that fits, with what may follow it in _GUESS."""
_GUESS = re.compile(r"(?P<said>.*) Did you mean '(?P<guess>.*)'\?")
_KNOWN = tuple((re.compile(pattern), dutch) for pattern, dutch in _SAYS)


def in_dutch(message: str) -> str | None:
    """What it says; None if it is not known, as what our own hooks say is not."""
    if guessed := _GUESS.fullmatch(message):
        said = in_dutch(guessed["said"])
        return said and f"{said}; bedoelt u {guessed['guess']}?"
    found = ((pattern.fullmatch(message), dutch) for pattern, dutch in _KNOWN)
    return next((dutch.format_map(match.groupdict()) for match, dutch in found if match), None)


def mkdocs_said(message: str) -> str:
    """The same; quoted if it is not known."""
    return in_dutch(message) or quoted_reason("MkDocs", message)


class _Dutch(logging.Formatter):
    """Our hooks speak through the log of MkDocs too: what is not known is told as it is."""

    def format(self, record: logging.LogRecord) -> str:
        return in_dutch(record.getMessage()) or record.getMessage()


@contextmanager
def heard_in_dutch() -> Iterator[None]:
    """Meanwhile what it warns of is told in Dutch."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Dutch())
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
