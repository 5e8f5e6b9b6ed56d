"""Cards beside each other: whose a name is, and relations that lead back to where they began."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.library.library import fold_name
from macros.validation.problems import Problem, Refused


def problems(root: Root) -> list[Problem]:
    try:
        root.load()
    except Refused as refused:
        return refused.problems
    return []


def found(root: Root) -> list[tuple[str, str, str]]:
    return sorted((problem.path, problem.code, problem.where) for problem in problems(root))


def to(kind: str, method: str) -> dict[str, Any]:
    return {"kind": kind, "method": method, "sources": SOURCES}


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Home-Start", "home start", True),
        ("Één Gezin", "EEN  GEZIN", True),
        ("Thuis‑op‑maat", "thuisopmaat", True),
        ("Straße", "strasse", True),
        ("Triple P", "Triple P+", False),
        ("Houvast", "Houvast-w", False),
        ("VIB", "VHT", False),
    ],
)
def test_what_makes_two_names_one(one: str, other: str, is_same: bool) -> None:
    assert (fold_name(one) == fold_name(other)) == is_same


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        ({"name": "Houvast"}, {"name": "HOU-VAST"}, ("name", "name")),
        ({"name": "Een", "aliases": ["X", "Hou Vast"]}, {"name": "Houvast"}, ("aliases[1]", "name")),
        ({"name": "Een", "aliases": ["Houvast"]}, {"name": "Twee", "aliases": ["houvást"]}, ("aliases[0]", "aliases[0]")),
    ],
)
def test_two_cards_with_one_name_are_refused_on_both(root: Root, one: Any, other: Any, where: tuple[str, str]) -> None:
    root.write_card(a_card(**one), "een")
    root.write_card(a_card(**other), "twee")
    assert found(root) == [("methods/een.yml", "same_name", where[0]), ("methods/twee.yml", "same_name", where[1])]
    first, second = sorted(problems(root), key=lambda problem: problem.path)
    assert 'van de kaart "twee"' in first.message and 'van de kaart "een"' in second.message


def test_a_card_may_repeat_its_own_name_and_two_may_have_had_one_name_before(root: Root) -> None:
    former = [{"name": "Vroeger", "sources": SOURCES}]
    root.write_card(a_card(name="Houvast", aliases=["Hou Vast"], former_names=former), "een")
    root.write_card(a_card(name="Houvast-w", former_names=former), "twee")
    assert found(root) == []


def test_to_say_that_two_are_not_the_same_does_not_make_one_name_two(root: Root) -> None:
    root.write_card(a_card(name="Houvast", relations=[to("near-namesake", "twee")]), "een")
    root.write_card(a_card(name="houvast"), "twee")
    assert [code for _, code, _ in found(root)] == ["same_name", "same_name"]


def test_a_method_is_no_relation_of_itself(root: Root) -> None:
    root.write_card(a_card(relations=[to("sister", "voorbeeld-kort"), to("sister", "een")]), "een")
    assert found(root) == [("methods/een.yml", "relation_to_itself", "relations[1].method")]


@pytest.mark.parametrize("length", [2, 3])
def test_what_comes_from_another_is_not_where_that_comes_from(root: Root, length: int) -> None:
    names = [f"kaart-{number}" for number in range(length)]
    for number, name in enumerate(names):
        kind = "part-of" if number % 2 else "variant-of"
        root.write_card(a_card(name=name, relations=[to(kind, names[(number + 1) % length])]), name)
    assert found(root) == [(f"methods/{name}.yml", "relation_in_circle", "relations[0].method") for name in names]


def test_a_circle_elsewhere_is_told_where_it_is(root: Root) -> None:
    root.write_card(a_card(name="Een", relations=[to("part-of", "twee")]), "een")
    root.write_card(a_card(name="Twee", relations=[to("part-of", "drie")]), "twee")
    root.write_card(a_card(name="Drie", relations=[to("part-of", "twee")]), "drie")
    assert [path for path, _, _ in found(root)] == ["methods/drie.yml", "methods/twee.yml"]


def test_sisters_and_those_that_follow_each_other_may_go_round(root: Root) -> None:
    root.write_card(a_card(name="Een", relations=[to("sister", "twee"), to("followed-by", "twee")]), "een")
    root.write_card(a_card(name="Twee", relations=[to("sister", "een"), to("followed-by", "een")]), "twee")
    assert found(root) == []


def test_two_ways_up_to_one_method_are_no_circle(root: Root) -> None:
    root.write_card(a_card(name="Een", relations=[to("variant-of", "twee"), to("part-of", "drie")]), "een")
    root.write_card(a_card(name="Twee", relations=[to("part-of", "drie")]), "twee")
    root.write_card(a_card(name="Drie"), "drie")
    assert found(root) == []
