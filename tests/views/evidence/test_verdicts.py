"""Decisions in the order of time, with what each replaced and whether the level rose; prizes, which are none."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.model.method import Method
from macros.open_data.added import ADDED
from macros.open_data.decision_tables import DECISION_TABLES
from macros.open_data.members import Writer
from macros.open_data.tables import TABLES
from macros.views.catalogue.embed import embed_view
from macros.views.common.lines import row_context
from macros.views.evidence.verdicts import VerdictView, prize_text, verdict_views

BEFORE, AFTER = "well-founded", "good-indications"


def decision(level: str = "goed onderbouwd", **changes: Any) -> dict[str, Any]:
    return {"body": "voorbeeldcommissie", "verdicts": [{"level": level}], "sources": SOURCES, **changes}


def views(root: Root, *decisions: dict[str, Any]) -> tuple[VerdictView, ...]:
    return verdict_views(root.method(a_card(recognitions=list(decisions))), row_context(root.load()))


def replaced(root: Root, old: list[dict[str, Any]], new: list[dict[str, Any]], **dates: Any) -> tuple[VerdictView, ...]:
    """The verdicts of a decision and of the one that replaced it, which the card names first."""
    later = decision(replaces="eerst", verdicts=new, **({"date": dates["later"]} if "later" in dates else {}))
    earlier = decision(id="eerst", state="superseded", verdicts=old, **({"date": dates["earlier"]} if "earlier" in dates else {}))
    return views(root, later, earlier)


def test_decisions_stand_in_the_order_of_time_and_undated_ones_last(root: Root) -> None:
    found = views(root, decision("een"), decision("twee", date="2020-03"), decision("drie", date="2011"), decision("vier"))
    assert [view.level for view in found] == ["Drie", "Twee", "Een", "Vier"]


def test_what_was_replaced_stands_before_what_replaced_it_even_without_dates(root: Root) -> None:
    first, second = replaced(root, [{"level": "toen"}], [{"level": "nu"}])
    assert (first.level, first.state) == ("Toen", "vervangen")
    assert (second.level, second.before) == ("Nu", "eerder: toen (datum onbekend)")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (BEFORE, AFTER, "; het niveau ging omhoog"),
        (AFTER, BEFORE, "; het niveau ging omlaag"),
        (BEFORE, BEFORE, "; het niveau bleef gelijk"),
        (None, AFTER, ""),
        (BEFORE, None, ""),
    ],
)
def test_a_level_that_rose_or_fell_says_so(root: Root, old: str | None, new: str | None, says: str) -> None:
    steps = [[{"level": "drie sterren", **({"step": step} if step else {})}] for step in (old, new)]
    first, second = replaced(root, *steps, earlier="2016-02-12", later="2022-03-30")
    assert first.state == "vervangen door het besluit van 30 maart 2022"
    assert first.text.endswith("; vervangen door het besluit van 30 maart 2022")
    assert second.before == f"eerder: drie sterren (12 februari 2016){says}"


def test_levels_about_different_parts_are_not_compared(root: Root) -> None:
    part = [{"kind": "age-band", "description": "2 tot 6 jaar"}]
    old = [{"level": "drie sterren", "step": BEFORE, "scopes": part}]
    _, second = replaced(root, old, [{"level": "vijf sterren", "step": AFTER}], earlier=2016)
    assert second.before == "eerder: drie sterren voor 2 tot 6 jaar (2016)"
    both = [*old, {"level": "geen ster"}]
    found = replaced(root, both, [{"level": "vijf sterren", "step": AFTER, "scopes": part}], earlier=2016)
    assert found[2].before == "eerder: drie sterren voor 2 tot 6 jaar (2016); het niveau ging omhoog"


def test_a_verdict_may_have_several_limits_and_a_decision_several_verdicts(root: Root) -> None:
    limits = [{"kind": "age-band", "description": "2 tot 6 jaar"}, {"kind": "prevention-level", "description": "lichte hulp"}]
    verdicts = [{"level": "een", "scopes": limits}, {"level": "twee", "scopes": limits[:1]}, {"level": "drie"}]
    found = views(root, decision(verdicts=verdicts, date=2024))
    assert [view.scope for view in found] == ["2 tot 6 jaar en lichte hulp", "2 tot 6 jaar", None]
    assert found[0].text == (
        "Voorbeeldcommissie: een voor 2 tot 6 jaar en lichte hulp (2024); of het besluit nog geldt, is onbekend"
    )


def test_the_json_keeps_the_first_limit_under_its_old_name(root: Root) -> None:
    limits = [{"kind": "age-band", "description": "2 tot 6 jaar"}, {"kind": "variant", "description": "kort"}]
    verdicts = [{"level": "een", "scopes": limits}, {"level": "twee"}]
    method = root.method(a_card(recognitions=[decision(verdicts=verdicts)]))
    first, second = (Writer(root.load(), ADDED)(verdict) for verdict in method.recognitions[0].verdicts)
    assert [scope["description"] for scope in first["scopes"]] == ["2 tot 6 jaar", "kort"]
    assert first["scope"] == first["scopes"][0]
    assert "scope" not in second and "scopes" not in second


# prizes and listings


def with_prizes(root: Root) -> Method:
    prize = {"kind": "prize", "name": "Gouden Ster", "body": "voorbeeldgemeente", "date": "2020-05", "sources": SOURCES}
    listing = {"kind": "listing", "name": "Databank", "body": "voorbeeldcommissie", "sources": SOURCES}
    root.write_card(a_card(name="Met prijs", prizes_and_listings=[prize, listing]), "met-prijs")
    return root.load().methods["met-prijs"]


def test_a_prize_and_a_listing_have_words_of_their_own(root: Root) -> None:
    assert [prize_text(one) for one in with_prizes(root).prizes_and_listings] == [
        "Prijs: Gouden Ster, van Gemeente Voorbeeld (mei 2020)",
        "Vermelding: Databank, van Voorbeeldcommissie (datum onbekend)",
    ]


def test_they_are_counted_and_shown_nowhere_as_a_recognition(root: Root) -> None:
    method = with_prizes(root)
    library = root.load()
    assert verdict_views(method, row_context(library)) == ()
    methods, recognitions = TABLES[0], DECISION_TABLES[0]
    columns = [column.name for column in methods.columns]
    (row,) = [row for row in methods.rows(library) if row[0] == "met-prijs"]
    assert row[columns.index("recognitions")] == 0
    assert not [row for row in recognitions.rows(library) if row[0] == "met-prijs"]
    shown = {row.id: [line.text for line in row.lines] for row in embed_view(method, library).facts}
    assert shown["recognition"] == ["onbekend"]
