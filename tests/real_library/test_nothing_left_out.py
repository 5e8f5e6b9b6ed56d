"""Whatever a card says stands on its page with all parts open, or on the page for parents that belongs to it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from built import Site

from macros.library.library import Library
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method
from macros.validation.yaml_reader import read_file
from macros.views.common.short import plain

ELSEWHERE = {
    "id": "the address of the card",
    "outcomes.study": "results stand below the title of their study",
    "gaps.field": "told by the name of the part",
    "for_parents.steps.picture": "a drawing",
    "studies.state": "said only of a study that is not finished",
    "studies.independent": "said in a sentence about who measured",
    "studies.report_read": "said in a sentence about the report",
    "studies.country": "said only of research abroad, or of several countries",
    "classification.frame_incomplete": "decides what is unknown",
    "recognitions.replaces": "the decision before it stands below it",
    "recognitions.verdicts.step": "the words of the body itself are said",
    "recognitions.verdicts.scopes.kind": "the scope itself is said",
    "outcomes.result.change": "said with the sign of the number",
    "target_group.includes.when": "what the page Past het? decides with; the criterion itself is said",
}
"""Field → why its value does not stand on the page by itself. Ids and dates are not looked for either: they lead to a place,
or are written out."""
RECORDS = {"organisation": "organisations", "source": "sources", "tool": "tools", "element": "elements"}
_NO_WORDS = re.compile(r"[a-z0-9][a-z0-9-]*|-?\d+(\.\d+)?|\d{4}(-\d\d){0,2}|-?\d+(mo|wk)")
"""An id, a number, a date or an age."""
Values = Iterator[tuple[str, FieldNode, str]]


def values_of(record: dict[str, Any], nodes: Iterator[FieldNode], path: tuple[str, ...] = ()) -> Values:
    """Path of the field, the field, and each plain value of a card."""
    for node in nodes:
        found = record.get(node.name)
        for value in found if isinstance(found, list) else () if found is None else (found,):
            here = (*path, node.name)
            if isinstance(value, dict):
                inner = {one.name: one for kind in node.records for one in fields_of(kind)}
                yield from values_of(value, iter(inner.values()), here)
            else:
                yield ".".join(here), node, str(value)


def words_of(node: FieldNode, value: str, library: Library) -> tuple[str, ...]:
    """What a reader may see of a value; nothing if it is an id, a date or a number, which are told in other words."""
    kind, _, vocabulary = (node.reference or "").partition("/")
    if vocabulary:
        term = library.vocabularies[vocabulary].terms[value]
        return (term.nl, *([term.many] if term.many else [])) if value != "unknown" else ()
    if kind in RECORDS:
        record: Any = getattr(library, RECORDS[kind])[value]
        return (getattr(record, "name", None) or record.title,)
    if kind or node.origin is not str or _NO_WORDS.fullmatch(value) or "://" in value:
        return ()
    return (plain(value),)


def folded(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").split()).casefold()


def left_out(card: dict[str, Any], library: Library, page: str, for_parents: str) -> list[tuple[str, str]]:
    """(field, words) of what stands on neither page."""
    missing = []
    for path, node, value in values_of(card, iter(fields_of(Method))):
        words = words_of(node, value, library)
        known = any(path == other or path.startswith(f"{other}.") for other in ELSEWHERE)
        text = for_parents if path.startswith("for_parents.") else page
        if words and not known and not any(folded(one) in text for one in words):
            missing.append((path, words[0]))
    return missing


def test_everything_a_card_says_stands_on_its_page(
    project: Path, site: Site, library: Library, cards: list[Method], subtests: pytest.Subtests
) -> None:
    for method in cards:
        with subtests.test(method.id):
            card = read_file(project / "methods" / f"{method.id}.yml", method.id).value
            page, for_parents = (folded(site.page(f"methoden/{method.id}/{end}").text) for end in ("", "voor-ouders/"))
            assert left_out(card, library, page, for_parents) == []


def test_what_is_taken_from_a_page_is_noticed(project: Path, site: Site, library: Library, cards: list[Method]) -> None:
    method = cards[0]
    card = read_file(project / "methods" / f"{method.id}.yml", method.id).value
    page = folded(site.page(f"methoden/{method.id}/").text)
    without = page.replace(folded(plain(method.target_group.description)), "")
    assert ("target_group.description", plain(method.target_group.description)) in left_out(card, library, without, page)
