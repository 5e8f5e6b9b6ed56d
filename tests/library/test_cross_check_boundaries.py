"""What only the whole library can tell, on both sides of each boundary: today, cards that are there, fields that are filled."""

import datetime
from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.library.methods import Outline, outline_of
from macros.model.dutch_day import dutch_today
from macros.validation.problems import Refused


def codes(root: Root, **changes: Any) -> list[tuple[str, str]]:
    """(what is wrong, where) in a card with these changes."""
    return [(problem.code, problem.where) for problem in root.problems(a_card(**changes))]


def recognition(date: str) -> dict[str, Any]:
    return {"body": "voorbeeldcommissie", "date": date, "verdicts": [{"level": "Goed onderbouwd"}], "sources": SOURCES}


def step(date: str) -> dict[str, Any]:
    return {"step": "plausible", "body": "voorbeeldcommissie", "basis": "assessed", "date": date, "sources": SOURCES}


DATED = {
    "reviewed": lambda date: {"reviewed": date},
    "status.as_of": lambda date: {"status": {"phase": "running", "as_of": date, "sources": SOURCES}},
    "intake.as_of": lambda date: {"intake": {"open": "yes", "as_of": date, "sources": SOURCES}},
    "recognitions[1].date": lambda date: {"recognitions": [recognition("2017"), recognition(date)]},
    "effect_ladder[0].date": lambda date: {"effect_ladder": [step(date)]},
}
"""Where a date stands -> the card with that date."""


def day(offset: int) -> str:
    return (dutch_today() + datetime.timedelta(days=offset)).isoformat()


@pytest.mark.parametrize("where", DATED)
def test_a_date_of_today_is_not_in_the_future_and_one_of_tomorrow_is(example: Root, where: str) -> None:
    assert codes(example, **DATED[where](day(0))) == []
    assert codes(example, **DATED[where](day(1))) == [("date_in_future", where)]


@pytest.mark.parametrize("where", DATED)
def test_this_month_and_this_year_have_begun_and_next_year_has_not(example: Root, where: str) -> None:
    today = dutch_today()
    assert codes(example, **DATED[where](f"{today.year}-{today.month:02d}")) == []
    assert codes(example, **DATED[where](f"{today.year}")) == []
    assert codes(example, **DATED[where](f"{today.year + 1}")) == [("date_in_future", where)]


def test_a_card_that_goes_today_is_not_in_the_future_and_one_that_goes_tomorrow_is(root: Root) -> None:
    def problems(removed: str) -> list[str]:
        root.write("data/moved.yml", {"oud": {"removed": removed, "name": "Oud", "reason": "De eigenaar vroeg erom."}})
        return [problem.code for problem in root.problems(a_card())]

    assert problems(day(0)) == []
    assert problems(day(1)) == ["date_in_future"]


@pytest.mark.parametrize("side", ["before", "alongside", "after"])
def test_a_neighbour_in_the_chain_is_a_card_that_is_there(example: Root, side: str) -> None:
    there, gone = ({"method": name, "sources": SOURCES} for name in ("voorbeeld-kort", "weg"))
    assert codes(example, chain={side: [there]}) == []
    assert codes(example, chain={side: [there, gone]}) == [("unknown_method", f"chain.{side}[1].method")]


@pytest.mark.parametrize(
    ("gap", "code"),
    [
        ({"field": "costs", "state": "not-found"}, None),
        ({"field": "goals", "state": "not-found"}, "gap_but_filled"),
        ({"field": "kosten", "state": "not-found"}, "unknown_field"),
        ({"field": "target_group.ages", "state": "not-found"}, None),
        ({"field": "classification.frame", "state": "not-found"}, None),
        ({"field": "status.from", "state": "not-found"}, None),
        ({"field": "target_group.description", "state": "not-found"}, "gap_but_filled"),
        ({"field": "target_group.ouders", "state": "not-found"}, "unknown_field"),
        ({"field": "outcomes.result", "state": "not-found"}, "unknown_field"),
    ],
)
def test_a_gap_names_a_field_that_is_empty(example: Root, gap: dict[str, str], code: str | None) -> None:
    empty = {"field": "reach", "state": "not-applicable"}
    assert codes(example, gaps=[empty, gap]) == ([(code, "gaps[1].field")] if code else [])


@pytest.mark.parametrize("kind", ["guidelines", "comparisons"])
def test_what_a_guideline_or_a_comparison_names_is_a_card_that_is_there(root: Root, kind: str) -> None:
    name = f"data/{kind}.yml"
    assert root.check() == 0
    root.write(name, root.read(name).replace("voorbeeld-thuis", "weg"))
    with pytest.raises(Refused) as refused:
        root.load()
    found = {(problem.code, problem.details["value"]) for problem in refused.value.problems}
    assert found == {({"guidelines": "guideline_without_card", "comparisons": "comparison_without_card"}[kind], "weg")}


def test_a_name_in_a_guideline_that_a_card_has_is_told_with_that_card(root: Root) -> None:
    root.write_card(a_card(name="Onbekend Thuis"), "een")
    root.write_card(a_card(name="Iets anders", aliases=["onbekend thuis"]), "twee")
    with pytest.raises(Refused) as refused:
        root.load()
    details = [problem.details for problem in refused.value.problems if problem.code == "named_but_has_card"]
    assert [(one["value"], one["card"]) for one in details] == [("Onbekend Thuis", "een")]


def test_a_card_is_known_by_its_names_its_neighbours_its_relatives_and_what_it_measured(root: Root) -> None:
    before = [{"method": "voorbeeld-kort", "sources": SOURCES}, {"text": "Een gesprek thuis.", "sources": SOURCES}]
    related = [
        {"kind": "sister", "method": "voorbeeld-kort", "sources": SOURCES},
        {"kind": "sister", "text": "Iets van elders", "sources": SOURCES},
    ]
    root.write_card(a_card(name="Nieuw", aliases=["Ook nieuw"], chain={"before": before}, relations=related))
    library = root.load()
    assert outline_of(library.methods["nieuw"]) == Outline(("Nieuw", "Ook nieuw"), ("voorbeeld-kort",), ("voorbeeld-kort",), ())
    assert library.relations_to["voorbeeld-kort"][:1] == ("nieuw",)
