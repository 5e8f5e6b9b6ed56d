"""Texts, lists, ids and addresses, on both sides of each limit."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from pydantic import TypeAdapter

from macros.model.age import AgeRange, AnyAge
from macros.model.base import PartialDate
from macros.model.fields import fields_of
from macros.model.method import Method
from macros.model.privacy import find_personal_data, is_citizen_number


def codes(root: Root, **changes: Any) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in root.problems(a_card(**changes))]


def statement(text: str) -> list[dict[str, Any]]:
    return [{"says": text, "sources": SOURCES}]


TEXTS = {
    "name": (90, lambda text: {"name": text}),
    "aliases[0]": (90, lambda text: {"aliases": [text]}),
    "summary": (400, lambda text: {"summary": text}),
    "plain_summary": (600, lambda text: {"plain_summary": text}),
    "conditions[0].says": (700, lambda text: {"conditions": statement(text)}),
    "sources[0].locator": (160, lambda text: {"sources": [{**SOURCES[0], "locator": text}]}),
}
"""Where a text stands -> how long it may be, and the card with this text."""


@pytest.mark.parametrize("where", TEXTS)
def test_a_text_has_at_least_one_character_and_at_most_so_many(example: Root, where: str) -> None:
    limit, card = TEXTS[where]
    assert codes(example, **card("")) == [("string_too_short", where)]
    assert codes(example, **card("x")) == []
    assert codes(example, **card("x" * limit)) == []
    assert codes(example, **card("x" * (limit + 1))) == [("string_too_long", where)]


@pytest.mark.parametrize("where", ["name", "aliases[0]", "sources[0].locator"])
def test_a_name_and_a_remark_stand_on_one_line(example: Root, where: str) -> None:
    assert codes(example, **TEXTS[where][1]("a\nb")) == [("not_one_line", where)]


READING = {"says": "Zo.", "sources": SOURCES}
VERDICT = {"level": "Goed onderbouwd"}


def recognition(verdicts: list[Any]) -> dict[str, Any]:
    return {"recognitions": [{"body": "voorbeeldcommissie", "verdicts": verdicts, "sources": SOURCES}]}


LISTS = {
    "sources": (1, SOURCES[0], lambda items: {"sources": items}),
    "owners[0].sources": (
        1,
        SOURCES[0],
        lambda items: {"owners": [{"organisation": "voorbeeldorganisatie", "sources": items}]},
    ),
    "recognitions[0].verdicts": (1, VERDICT, recognition),
    "conflicts[0].statements": (2, READING, lambda items: {"conflicts": [{"about": "iets", "statements": items}]}),
}
"""Where a list stands -> how many it holds at least, one of its items, and the card with these items."""


@pytest.mark.parametrize("where", LISTS)
def test_a_list_holds_at_least_so_many(example: Root, where: str) -> None:
    least, item, card = LISTS[where]
    items = [{**item, "id": f"nummer-{number}"} if where.endswith("statements") else item for number in range(least)]
    assert codes(example, **card(items)) == []
    assert codes(example, **card(items[:-1])) == [("too_short", where)]


def test_a_list_that_need_not_be_filled_may_be_empty(example: Root) -> None:
    empty = {node.name: [] for node in fields_of(Method) if node.many and not node.required}
    assert len(empty) > 10
    assert codes(example, **empty) == []


@pytest.mark.parametrize(
    ("id", "is_right"),
    [
        ("a", True),
        ("a-1", True),
        ("0", True),
        ("-a", False),
        ("a-", False),
        ("a--b", False),
        ("A", False),
        ("a_b", False),
        ("é", False),
    ],
)
def test_an_id_is_small_letters_digits_and_single_hyphens(example: Root, id: str, is_right: bool) -> None:
    assert codes(example, outcomes=[an_outcome({"words": "beter"}, id=id)]) == (
        [] if is_right else [("bad_id", "outcomes[0].id")]
    )


def test_results_have_ids_of_their_own(example: Root) -> None:
    one, two, again = (an_outcome({"words": "beter"}, id=id) for id in ("een", "twee", "een"))
    assert codes(example, outcomes=[one, two]) == []
    assert codes(example, outcomes=[one, two, again]) == [("double_outcome", "outcomes[2].id")]


def test_nobody_assesses_its_own_method(example: Root) -> None:
    def step(body: str, basis: str) -> dict[str, Any]:
        return {"step": "potential", "body": body, "basis": basis, "sources": SOURCES}

    own, other = step("voorbeeldorganisatie", "own"), step("voorbeeldcommissie", "assessed")
    assert codes(example, effect_ladder=[own, other]) == []
    assert codes(example, effect_ladder=[other, step("voorbeeldorganisatie", "assessed")]) == [
        ("own_assessment", "effect_ladder[1].basis")
    ]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"status": {"phase": "stopped", "sources": SOURCES}}, [("stopped_without_reason", "status.phase")]),
        ({"status": {"phase": "stopped", "reasons": [{"reason": "Zo.", "sources": SOURCES}], "sources": SOURCES}}, []),
        ({"licence": {"needed": "yes", "sources": SOURCES}}, []),
        ({"licence": {"needed": "yes", "licensor": "voorbeeldorganisatie", "sources": SOURCES}}, []),
        (
            {"licence": {"needed": "no", "licensor": "voorbeeldorganisatie", "sources": SOURCES}},
            [("licensor_without_licence", "licence.licensor")],
        ),
        ({"recognitions": recognition([VERDICT])["recognitions"]}, []),
        (
            {"recognitions": [{**recognition([VERDICT])["recognitions"][0], "state": "refused"}]},
            [("refused_without_reason", "recognitions[0].state")],
        ),
        ({"recognitions": [{**recognition([VERDICT])["recognitions"][0], "state": "refused", "reason": "Zo."}]}, []),
        ({"recognitions": [{**recognition([VERDICT])["recognitions"][0], "state": "withdrawn"}]}, []),
    ],
)
def test_what_asks_for_a_reason_gets_one(example: Root, changes: dict[str, Any], wrong: list[tuple[str, str]]) -> None:
    assert codes(example, **changes) == wrong


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ({"to": "voorbeeld-kort"}, []),
        ({"removed": "2024-05-14", "name": "Oud", "reason": "Zo."}, []),
        ({}, [("moved_or_removed", "oud")]),
        ({"to": "voorbeeld-kort", "removed": "2024-05-14"}, [("moved_or_removed", "oud")]),
        ({"to": "voorbeeld-kort", "name": "Oud"}, [("moved_with_reason", "oud.name")]),
        ({"to": "voorbeeld-kort", "reason": "Zo."}, [("moved_with_reason", "oud.reason")]),
        ({"to": "voorbeeld-kort", "name": "Oud", "reason": "Zo."}, [("moved_with_reason", "oud.name")]),
        ({"removed": "2024-05-14", "name": "Oud"}, [("removed_without_reason", "oud.removed")]),
        ({"removed": "2024-05-14", "reason": "Zo."}, [("removed_without_reason", "oud.removed")]),
        ({"removed": "2024-05", "name": "Oud", "reason": "Zo."}, [("day_needed", "oud.removed")]),
    ],
)
def test_an_old_id_leads_somewhere_or_says_why_not(root: Root, entry: dict[str, str], wrong: list[tuple[str, str]]) -> None:
    root.write("data/moved.yml", {"oud": entry})
    assert codes(root) == wrong


@pytest.mark.parametrize(
    ("name", "item", "least"),
    [
        ("ambiguous", lambda words: {"typed": "vo", "meanings": words}, 2),
        ("apart", lambda words: {"words": words}, 2),
        ("irregular", lambda words: {"word": "stad", "forms": words}, 1),
    ],
)
def test_a_list_of_words_holds_at_least_so_many(root: Root, name: str, item: Any, least: int) -> None:
    group = {"preferred": "voorbeeld", "origin": "de tests"}

    def found(words: list[str]) -> list[str]:
        root.write("data/synonyms.yml", {"groups": [group], name: [item(words)]})
        return [problem.code for problem in root.problems(a_card())]

    words = ["ouders", "wijkteam"][:least]
    assert found(words) == []
    assert found(words[:-1]) == ["too_short"]


# what must not be published


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bel 06 1234567", None),
        ("bel 06 12345678", "een telefoonnummer"),
        ("bel 06 123456789", None),
        ("bel 020-1234567", "een telefoonnummer"),
        ("bel 0297-123456", "een telefoonnummer"),
        ("bel +31 6 12345678", "een telefoonnummer"),
        ("bel +31 (0)20 123 45 67", "een telefoonnummer"),
        ("op 06-02-2019", None),
        ("nummer 12345678", None),
        ("nummer 123456782", "een burgerservicenummer"),
        ("nummer 1234.56.782", "een burgerservicenummer"),
        ("nummer 1234 56 782", "een burgerservicenummer"),
        ("nummer 123456789", None),
        ("ISBN 978-90-12-34567-2", None),
        ("https://voorbeeld.example/0612345678", None),
        ("a@b", None),
        ("a@b.nl", "een e-mailadres"),
    ],
)
def test_what_looks_like_personal_data(text: str, kind: str | None) -> None:
    found = find_personal_data(text)
    assert (found.what if found else None) == kind


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [("123456782", True), ("111222333", True), ("123456783", False), ("000000000", False), ("000000012", True)],
)
def test_the_eleven_test(digits: str, is_one: bool) -> None:
    assert is_citizen_number(digits) == is_one


# what editors are told


def test_an_editor_takes_a_year_and_an_age_typed_as_a_number() -> None:
    date = TypeAdapter(PartialDate).json_schema()
    assert (date["minimum"], date["maximum"], date["type"]) == (1000, 9999, ["string", "integer"])
    age = TypeAdapter(AnyAge).json_schema()
    assert (age["minimum"], age["maximum"], age["type"]) == (0, 999, ["string", "integer"])
    assert "?P<" not in age["pattern"]


def test_a_field_knows_what_it_holds() -> None:
    nodes = {node.name: node for node in fields_of(Method)}
    assert (nodes["name"].many, nodes["aliases"].many, nodes["owners"].many) == (False, True, True)
    assert (nodes["name"].required, nodes["aliases"].required) == (True, False)
    assert len(nodes["owners"].records) == 1
    assert nodes["name"].origin is str
    flags = {node.name: node.origin for node in fields_of(AgeRange)}
    assert flags["all_ages"] is bool
