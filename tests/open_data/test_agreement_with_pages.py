"""What a card page shows and what its JSON says are the same, over all fields and both ways.

From the JSON to the page: a library is made of nothing but the published files, and its pages are the published pages,
to the last character. From the page to the JSON: every value in a card's JSON stands on its page, or its member is
named here as one that only programs need.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import Root
from built import Page, Site, environment, text_of
from open_data_fixtures import NOWHERE, read_json

from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.age import Age, AgeRange
from macros.model.base import Record, _read_date
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source
from macros.model.fields import FieldNode, fields_of
from macros.model.guideline import Guideline
from macros.model.helpline import Helpline
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.model.tool import Element, Tool
from macros.open_data.api import Api
from macros.open_data.publication import API
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Site as Place
from macros.views.common.dutch import date, number, percent, signed
from macros.views.parents.parents import parents_link
from scripts.api_members import list_members

# from the JSON to the page


def as_card(values: dict[str, Any], kind: type[Record]) -> dict[str, Any]:
    """The YAML values of a record, from its JSON; what is no field of the card is left."""
    computed = _COMPUTED.get(kind, lambda values: ())(values)
    names = [node for node in fields_of(kind) if node.name in values and node.name not in computed]
    card = {node.name: _written(values[node.name], node) for node in names}
    if kind not in (Method, Tool):
        return card
    periods = {study["id"]: study.get("period") for study in card.get("studies", ())}
    for outcome in card.get("outcomes", ()):
        if "period" in outcome and outcome["period"] == periods[outcome["study"]]:  # the JSON repeats it for who knows no studies
            del outcome["period"]
    return card


_COMPUTED: dict[type[Record], Callable[[dict[str, Any]], tuple[str, ...]]] = {
    AgeRange: lambda values: ("from", "to") if "school" in values else ("to",) if "through" in values else (),
}
"""Members with the name of a field that the card itself does not have."""


def _written(value: Any, node: FieldNode) -> Any:
    if isinstance(value, list):
        return [_one(inner, node) for inner in value if not _is_intake(inner)]
    return _one(value, node)


def _is_intake(value: Any) -> bool:
    """The first statement about referral of a card that takes no new families; `intake` says the same."""
    return isinstance(value, dict) and value.get("closed") is True


def _one(value: Any, node: FieldNode) -> Any:
    if node.reference and isinstance(value, dict):
        return value["id"]
    if node.records:
        return as_card(value, _record_of(value, node))
    if node.origin is Age:
        return str(Age(value["number"], value["unit"]))
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _record_of(value: dict[str, Any], node: FieldNode) -> type[Record]:
    if len(node.records) == 1:
        return node.records[0]
    return next(record for record in node.records if record.kind == value["kind"])


@pytest.fixture(scope="session")
def rebuilt(site: Site, library: Library, today: str, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library made of the published files only; the words that people type are no open data and are empty."""
    root = Root(tmp_path_factory.mktemp("rebuilt"))
    for vocabulary in read_json(site.path, f"{API}vocabularies.json")["vocabularies"]:
        kept = {name: vocabulary[name] for name in ("label", "label_en", "description", "origin", "origin_urls")}
        terms = {
            term["id"]: {
                name: term[name]
                for name in (
                    "nl",
                    "en",
                    "many",
                    "inverse",
                    "shape",
                    "headline",
                    "themes",
                    "numerator",
                    "denominator",
                    "covers",
                    "years",
                    "description",
                )
                if name in term
            }
            for term in vocabulary["terms"]
        }
        complete = {"complete": "true" if vocabulary["complete"] else "false"}
        root.write(f"data/vocabularies/{vocabulary['id']}.yml", kept | complete | {"terms": terms})
    for name, kind in {"organisations": Organisation, "sources": Source, "elements": Element, "tools": Tool}.items():
        records = read_json(site.path, f"{API}{name}.json")[name]
        root.write(f"data/{name}.yml", {record["id"]: as_card(record, kind) for record in records})
    root.write("data/synonyms.yml", {"groups": [{"preferred": "woord", "origin": "alleen voor deze test"}]})
    lines = read_json(site.path, f"{API}helplines.json")["helplines"]
    root.write("data/helplines.yml", {one["id"]: as_card(one, Helpline) for one in lines})
    scales = read_json(site.path, f"{API}scales.json")["scales"]
    root.write("data/crosswalk.yml", {scale["id"]: as_card(scale, Scale) for scale in scales})
    rates = read_json(site.path, f"{API}base_rates.json")["base_rates"]
    root.write("data/base_rates.yml", {rate["id"]: as_card(rate, BaseRate) for rate in rates})
    guidelines = read_json(site.path, f"{API}guidelines.json")["guidelines"]
    root.write("data/guidelines.yml", {one["id"]: as_card(one, Guideline) for one in guidelines})
    for method_id in library.methods:
        root.write_card(as_card(read_json(site.path, f"{API}methods/{method_id}.json"), Method), method_id)
    with environment(SOURCE_DATE_EPOCH=today):
        made = load_library(root.path)
    return replace(made, history=library.history)  # of the repository, which is not among the files


def test_the_pages_made_of_the_published_data_are_the_published_pages(site: Site, rebuilt: Library, library: Library) -> None:
    made = {page.address: page for page in pages(rebuilt)}
    kinds = ("methoden/", "organisaties/", "werkvormen/")
    compared = 0
    for address, page in made.items():
        if address.startswith(kinds) and address.count("/") == 2:
            compared += 1
            same = page.html(Place("", "")) in site.page(address).html
            assert same, address
    assert compared >= len(library.methods) + len(library.organisations) + len(library.tools)


def test_another_number_in_the_data_makes_another_page(root: Root) -> None:
    library = root.load()
    before = next(page for page in pages(library) if page.address == "methoden/voorbeeld-thuis/").html(Place("", ""))
    files = dict(Api(library, NOWHERE).methods())
    content = json.loads(files[f"{API}methods/voorbeeld-thuis.json"])
    content["reach"][0]["count"] += 1
    root.write_card(as_card(content, Method), "voorbeeld-thuis")
    after = next(page for page in pages(root.load()) if page.address == "methoden/voorbeeld-thuis/").html(Place("", ""))
    assert before != after
    assert before.replace("17 gezinnen", "18 gezinnen") == after


# from the page to the JSON

ONLY_FOR_PROGRAMS = {
    "$schema": "what the file is checked with",
    "version": "of the form",
    "date": "the day on which ages were counted",
    "site": "where addresses count from",
    "data_license": "stands on the page about the licence",
    "id": "of records and terms",
    "en": "for an English edition",
    "name_en": "for an English edition",
    "address": "of the page itself",
    "anchor": "of a place on the page",
    "kind": "of a result",
    "claims": "addresses on the page",
    "moment": "of a change; the page says the day",
    "whole": "whether the past is known from the beginning, said in words",
    "earlier": "said in words if there are any",
    "facets": "of the catalogue, not of the card",
    "source": "id; the source stands in full under references",
    "level": "of every interval: 0.95",
    "traceable": "said in words",
    "frame_incomplete": "decides what Past het? answers",
    "closed": "decides what Past het? answers",
    "when": "decides what Past het? answers",
    "all_ages": "said in words",
    "old": "said in words",
    "small": "said in words",
    "validity_asked": "said in words",
    "review_due": "said in words",
    "type": "of a source in CSL",
    "field": "of the card that a gap is about",
}
"""Members whose value a reader does not see, and why."""
NOT_ON_THE_PAGE = {
    "for_parents.steps.picture.nl": "drawn",
    "target_group.ages.from.number": "said in words where it is in months or weeks",
    "target_group.ages.from.unit": "said in words",
    "target_group.ages.to.number": "said in words where it is in months or weeks",
    "target_group.ages.to.unit": "said in words",
    "target_group.ages.through.unit": "said in words",
    "target_group.ages.school.to.nl": "said without the word that the first year has already: groep 3 en 4",
    "outcomes.independent.nl": "said as who speaks: eigen opgave, onafhankelijk",
    "studies.independent.nl": "said as who speaks: eigen opgave, onafhankelijk",
    "studies.state.nl": "a study that is done needs no words",
    "outcomes.study": "the result stands below its study",
    "outcomes.follow_up.months": "said in words where it is in years",
    "outcomes.result.change": "said in words: meer, minder",
    "outcomes.result.p_below": "said as a sign before the p",
    "outcomes.result.unit.nl": "an unknown unit is said as what is not given",
    "gaps.state.nl": "stands in a row only if the whole row is empty",
    "former_names.until": "the line with other names has no dates",
    "recognitions.url": "the card leads to the sources of a recognition",
    "recognitions.replaces": "said in words: eerder, vervangen door",
}
"""Where a value is in the JSON and, on some card, not on its page; a gain for the reader if one goes."""


SAID_OTHERWISE = {
    "intensity.length.unit.nl": "in the plural",
    "recognitions.verdicts.step.nl": "the level stands word for word",
    "studies.country.nl": "the Netherlands need no words",
    "studies.participants.unit.nl": "in the plural",
    "studies.report_read.nl": "said in a sentence",
    "target_group.ages.through.number": "said in years where it is in months",
}
"""What a page says in other words, on cards of which the examples have none."""


ON_PARENTS_PAGE = {"for_parents"}
"""Members that stand on the page for parents."""


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """(names on the way, value) of everything that is not made of parts."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def shown_as(value: Any) -> set[str]:
    """The ways in which a page can say a value."""
    if isinstance(value, bool):
        return set()
    if isinstance(value, int | float):
        exact = Decimal(str(value))
        return {number(exact), signed(exact), percent(value), str(value)}
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        return {date(_read_date(value)), value}
    return {plain_text(value)}


def unseen(page: Page, content: dict[str, Any]) -> set[str]:
    """The members of a card's JSON of which a value does not stand on its page."""
    text = page.text.casefold()
    for element in page.with_class("base-rate"):  # what happens anyway is not of the card
        text = text.replace(text_of(element).casefold(), " ")
    links = {address for _, address in page.addresses()}
    return {
        ".".join(path)
        for path, value in leaves(content)
        if not set(path) & set(ONLY_FOR_PROGRAMS)
        and value is not None
        and value not in links
        and not any(" ".join(one.split()).casefold() in text for one in shown_as(value))
    }


def test_every_value_in_the_json_of_a_card_stands_on_its_page(
    site: Site, library: Library, example: Root, tmp_path: Path
) -> None:
    assert exceptions_on(site, library, example, tmp_path) - set(NOT_ON_THE_PAGE) - set(SAID_OTHERWISE) == set()


def test_every_exception_is_still_one(site: Site, library: Library, example: Root, tmp_path: Path) -> None:
    assert exceptions_on(site, library, example, tmp_path) >= set(NOT_ON_THE_PAGE)


def exceptions_on(site: Site, library: Library, example: Root, tmp_path: Path) -> set[str]:
    """The members of the JSON of which some value is not on the page of its card."""
    found: set[str] = set()
    for method_id in library.methods:
        content = read_json(site.path, f"{API}methods/{method_id}.json")
        found |= unseen(
            site.page(parents_link(method_id)), {name: content.pop(name) for name in ON_PARENTS_PAGE & content.keys()}
        )
        found |= unseen(site.page(f"methoden/{method_id}/"), content)
    invented = example.load()
    contents = {path: json.loads(text) for path, text in Api(invented, NOWHERE).methods()}
    shown = {page.address: page for page in pages(invented)}
    for method_id in invented.methods:
        file = tmp_path / f"{method_id}.html"
        file.write_text(f"<!doctype html><body>{shown[f'methoden/{method_id}/'].html(Place('', ''))}", encoding="utf-8")
        found |= unseen(Page(file, ""), contents[f"{API}methods/{method_id}.json"])
    return found


def test_a_value_that_the_page_does_not_show_is_noticed(site: Site, library: Library) -> None:
    method_id = next(iter(library.methods))
    content = read_json(site.path, f"{API}methods/{method_id}.json")
    wrong = content | {"summary": "Een andere samenvatting.", "outcomes": [{"result": {"count": 123456}}]}
    assert unseen(site.page(f"methoden/{method_id}/"), wrong) >= {"summary", "outcomes.result.count"}


def test_every_named_exception_is_a_member(library: Library) -> None:
    names = {name for line in list_members(library) for name in line.partition(":")[0].split()}
    assert set(ONLY_FOR_PROGRAMS) <= names
