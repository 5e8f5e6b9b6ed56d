"""What a method is and how it stands in the open data; and what version 1 told before it had these members."""

import json
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from open_data_fixtures import NOWHERE

from macros.open_data.api import Api
from macros.open_data.publication import API
from macros.open_data.table_parts import Coded
from macros.open_data.tables import TABLES


def published(root: Root, name: str = "nieuw", **card: Any) -> Any:
    root.write_card(a_card(**card), name)
    return json.loads(dict(Api(root.load(), NOWHERE).methods())[f"{API}methods/{name}.json"])


def row(root: Root, name: str = "nieuw") -> dict[str, Any]:
    table = TABLES[0]
    rows = (dict(zip((column.name for column in table.columns), values, strict=True)) for values in table.rows(root.load()))
    found = next(one for one in rows if one["method"] == name)
    return {key: value.code if isinstance(value, Coded) else value for key, value in found.items()}


OWNERS = [{"organisation": name, "sources": SOURCES} for name in ("voorbeeldorganisatie", "voorbeeldgemeente")]


@pytest.mark.parametrize(
    ("owners", "first", "cell"),
    [
        (OWNERS, "voorbeeldorganisatie", "Voorbeeldorganisatie; Gemeente Voorbeeld"),
        (OWNERS[1:], "voorbeeldgemeente", "Gemeente Voorbeeld"),
        (..., None, None),
    ],
)
def test_the_first_owner_stays_where_it_was_beside_all(root: Root, owners: Any, first: str | None, cell: str | None) -> None:
    content = published(root, owners=owners)
    assert (content["owner"] and content["owner"]["organisation"]["id"]) == first
    known = [] if owners is ... else [one["organisation"] for one in owners]
    assert [one["organisation"]["id"] for one in content.get("owners", [])] == known
    assert row(root)["owner"] == cell


def test_a_card_without_a_goal_has_an_empty_list_as_version_1_promises(root: Root) -> None:
    assert published(root, goals=...)["goals"] == []
    assert row(root)["themes"] is None


SAID = {"says": "Via het wijkteam.", "sources": SOURCES}


@pytest.mark.parametrize(
    ("intake", "closed"),
    [
        (..., [("Via het wijkteam.", False)]),
        ({"open": "yes", "sources": SOURCES}, [("Via het wijkteam.", False)]),
        ({"open": "unknown", "sources": SOURCES}, [("Via het wijkteam.", False)]),
        ({"open": "no", "note": "Vol.", "sources": SOURCES}, [("Vol.", True), ("Via het wijkteam.", False)]),
        (
            {"open": "no", "as_of": 2024, "sources": SOURCES},
            [("Er kunnen geen nieuwe gezinnen bij (stand van 2024).", True), ("Via het wijkteam.", False)],
        ),
    ],
)
def test_that_no_family_can_come_in_is_told_as_version_1_did(root: Root, intake: Any, closed: list[Any]) -> None:
    content = published(root, intake=intake, referral=[SAID])
    assert [(one["says"], one["closed"]) for one in content["referral"]] == closed
    assert {citation["source"] for one in content["referral"] for citation in one["sources"]} == {"voorbeeldrapport"}
    assert row(root)["intake"] == (None if intake is ... else intake["open"])


def test_a_card_with_only_an_intake_tells_it_too(root: Root) -> None:
    content = published(
        root, intake={"open": "no", "note": "Vol.", "sources": [{"source": "voorbeeldrapport", "locator": "blz. 2"}]}
    )
    assert content["referral"] == [
        {"says": "Vol.", "sources": [{"source": "voorbeeldrapport", "locator": "blz. 2"}], "closed": True}
    ]


def test_the_state_has_its_day_in_the_json_and_in_the_table(root: Root) -> None:
    content = published(root, kind="umbrella", status={"phase": "running", "as_of": "2024-03", "sources": SOURCES})
    assert content["status"]["as_of"] == "2024-03"
    assert content["status_text"] == "loopt (stand van maart 2024)"
    assert content["kind"]["id"] == "umbrella"
    found = row(root)
    assert (str(found["phase_as_of"]), found["kind"]) == ("2024-03", "umbrella")


def test_a_relation_is_told_with_both_methods(root: Root) -> None:
    relation = {"kind": "part-of", "method": "voorbeeld-kort", "differs": "Langer.", "sources": SOURCES}
    content = published(root, relations=[relation])
    assert content["relations"][0]["method"] == {"id": "voorbeeld-kort", "name": "Voorbeeld Kort"}
    assert content["related"] == [{"label": "Onderdeel van", "methods": ["Voorbeeld Kort"]}]
    other = json.loads(dict(Api(root.load(), NOWHERE).methods())[f"{API}methods/voorbeeld-kort.json"])
    assert {"label": "Hoort hierbij", "methods": ["Voorbeeld"]} in other["related"]
    assert row(root)["relations"] == "onderdeel van: Voorbeeld Kort"
    assert "hoort hierbij: Voorbeeld" in row(root, "voorbeeld-kort")["relations"]


def test_what_a_record_is_comes_before_what_is_said_of_it(root: Root) -> None:
    content = published(root, outcomes=[an_outcome({"count": 2, "of": 3, "unit": "family"})])
    members = [name for name in content if name in ("id", "address", "owner", "name", "summary")]
    assert members == ["id", "address", "owner", "name", "summary"]
    (outcome,) = content["outcomes"]
    assert list(outcome)[:2] == ["anchor", "id"] and next(iter(outcome["result"])) == "kind"


@pytest.mark.parametrize(
    ("lengths", "shortest", "longest"),
    [
        ([], None, None),
        ([{"from": 3, "to": 6, "unit": "month"}], 3, 6),
        ([{"to": 6, "unit": "week"}], 0, 1.4),
        ([{"from": 1, "unit": "year"}], 12, None),
        ([{"from": 2, "to": 3, "unit": "month"}, {"from": 1, "to": 2, "unit": "year"}], 2, 24),
        ([{"from": 2, "to": 3, "unit": "month"}, {"from": 1, "unit": "year"}], 2, None),
    ],
)
def test_the_table_has_the_shortest_and_the_longest_duration_in_months(
    root: Root, lengths: list[Any], shortest: float | None, longest: float | None
) -> None:
    root.write_card(a_card(intensity=[{"duration": "zo lang", "length": one, "sources": SOURCES} for one in lengths] or ...))
    found = row(root)
    assert (found["months_from"], found["months_to"]) == (shortest, longest)


def test_an_organisation_has_its_roles_with_what_is_said_of_each(root: Root) -> None:
    partners = [{"organisation": "voorbeeldgemeente", "role": "funder", "note": "Betaalt.", "sources": SOURCES}]
    root.write_card(a_card(partners=partners))
    content = json.loads(dict(Api(root.load(), NOWHERE).organisation_files())[f"{API}organisations/voorbeeldgemeente.json"])
    assert [name for name in content if name in ("id", "address", "name")] == ["id", "address", "name"]
    assert [one for one in content["roles"] if one["method"]["id"] == "nieuw"] == [
        {"method": {"id": "nieuw", "name": "Voorbeeld"}, "role": "financier", "note": "Betaalt."}
    ]
