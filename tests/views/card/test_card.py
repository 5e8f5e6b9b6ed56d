"""Library → rows: what is shown, in which words, and what is said where nothing is known."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.history.card_history import Event, History
from macros.model.base import Date
from macros.model.fields import paths_of
from macros.model.method import Method
from macros.views.card.card import card_view
from macros.views.card.rows import BY_ID, ROWS, RowContext, row_of, rows_of
from macros.views.catalogue.catalogue import catalogue_row, latest_reviewed, rows_with_theme
from macros.views.common.dutch import by_name
from macros.views.common.lines import Line, NoNotes, Note, Notes
from macros.views.common.wording import recognition_age
from macros.views.compare.comparison import comparison_view
from macros.views.evidence.active_elements import element_views
from macros.views.evidence.number_text import number_of
from macros.views.evidence.outcomes import known_of_results, outcome_view
from macros.views.evidence.plots import effect_plot_of, plot_of
from macros.views.missing.completeness import PARTS, completeness
from macros.views.reference.field_reference import field_reference
from macros.views.reference.glossary import glossary_view
from macros.views.reference.organisations import OrganisationView, organisation_views
from macros.views.reference.tools import tool_views

TODAY = datetime.date(2025, 1, 1)


def context() -> RowContext:
    return RowContext(NoNotes(), TODAY, (), ())


def lines_in_row(method: Method, row_id: str) -> tuple[Line, ...]:
    return row_of(BY_ID[row_id], method, context()).lines


def texts(method: Method, row_id: str) -> list[str]:
    return [line.text for line in lines_in_row(method, row_id)]


def outcome_of(root: Root, result: Any, **changes: Any) -> Any:
    return root.method(a_card(outcomes=[an_outcome(result, **changes)])).outcomes[0]


# results


RESULTS = [
    ({"count": 11, "of": 12, "unit": "family"}, "11 van 12 gezinnen", "92%, 95%-interval 65–99%; klein aantal"),
    ({"count": 0, "of": 5, "unit": "family"}, "0 van 5 gezinnen", "0%, 95%-interval 0–43%; klein aantal"),
    ({"count": 1000, "of": 2000, "unit": "child"}, "1.000 van 2.000 kinderen", "50%, 95%-interval 48–52%"),
    ({"percent": 93, "unit": "unknown"}, "93%", "de bron zegt niet van hoeveel en waarvan"),
    (
        {"percent": "66.5", "unit": "parent", "precision": "about"},
        "ongeveer 66,5% van de ouders",
        "de bron zegt niet van hoeveel",
    ),
    (
        {"percent": "16.9", "of": 91, "unit": "parent"},
        "16,9% van 91 ouders",
        "de bron geeft geen aantal; daarom berekenen wij geen interval",
    ),
    (
        {
            "effect": "cohens-d",
            "value": "-0.23",
            "interval": {"low": "-0.40", "high": "-0.06", "percent": 95},
            "p": "0.01",
            "p_below": True,
            "against": "gebruikelijke hulp",
            "favours": "method",
            "studies": 12,
            "participants": 1350,
        },
        "Cohens d −0,23",
        "95%-interval in de bron −0,40 tot −0,06; p < 0,01; in het voordeel van de methode; 12 onderzoeken, 1.350 deelnemers",
    ),
    (
        {"effect": "odds-ratio", "value": "0.5", "against": "geen hulp", "favours": "method"},
        "Odds ratio 0,5",
        "de bron geeft geen interval; in het voordeel van de methode; aantal deelnemers niet gegeven",
    ),
    ({"count": 2, "unit": "match"}, "2 koppelingen", "geen totaal gegeven"),
    ({"count": 70, "unit": "family", "precision": "more-than"}, "meer dan 70 gezinnen", "geen totaal gegeven"),
    (
        {"change": "down", "by_percent": 30, "unit": "placement"},
        "30% minder uithuisplaatsingen",
        "de bron noemt geen aantallen",
    ),
    (
        {"change": "up", "by_count": 4, "unit": "family", "precision": "about"},
        "ongeveer 4 meer gezinnen",
        "de bron noemt geen aantallen",
    ),
    ({"amount": 4000000, "precision": "almost"}, "bijna € 4.000.000", "over hoeveel is niet gegeven"),
    (
        {"score": "8.20", "before": "6.1", "lowest": 1, "highest": 10, "unit": "parent"},
        "van 6,1 naar 8,20",
        "gemiddelde ervoor en erna op een schaal van 1 tot 10",
    ),
    ({"amount": 476000, "over": {"count": 15, "unit": "family"}}, "€ 476.000 over 15 gezinnen", None),
    ({"score": "8.2", "lowest": 1, "highest": 10, "unit": "parent"}, "8,2", "gemiddelde op een schaal van 1 tot 10"),
    ({"words": "het ging beter"}, "het ging beter", None),
    ({"none_yet": "het onderzoek loopt nog"}, "nog niet bekend", "het onderzoek loopt nog"),
]


@pytest.mark.parametrize(("result", "headline", "remark"), RESULTS)
def test_a_number_never_stands_without_what_belongs_beside_it(root: Root, result: Any, headline: str, remark: str | None) -> None:
    assert number_of(outcome_of(root, result)) == (headline, remark)


def test_a_share_has_a_picture_and_nothing_else_has_one(root: Root) -> None:
    drawn = {tuple(result): plot_of(outcome_of(root, result)) is not None for result, _, _ in RESULTS}
    assert {keys for keys, is_drawn in drawn.items() if is_drawn} == {
        ("count", "of", "unit"),
        ("percent", "unit"),
        ("percent", "unit", "precision"),
        ("percent", "of", "unit"),
    }
    assert len(drawn) > 3


def test_a_share_without_denominator_is_drawn_without_interval_and_says_so(root: Root) -> None:
    plot = plot_of(outcome_of(root, {"percent": 93, "unit": "unknown"}))
    assert plot is not None
    assert (plot.share, plot.interval) == (0.93, None)
    assert plot.description == "93%, zonder aantal en dus zonder interval"


EFFECT = {"against": "gebruikelijke hulp", "favours": "method"}


@pytest.mark.parametrize(
    ("metric", "none"), [("cohens-d", "0"), ("mean-difference", "0"), ("odds-ratio", "1"), ("risk-ratio", "1")]
)
def test_no_effect_is_drawn_in_the_middle(root: Root, metric: str, none: str) -> None:
    plot = effect_plot_of(outcome_of(root, {"effect": metric, "value": none, **EFFECT}))
    assert plot is not None
    assert (plot.place, plot.ticks[1]) == (0.5, none)


def test_half_and_double_lie_as_far_from_no_effect_on_a_log_scale(root: Root) -> None:
    half, double = (
        effect_plot_of(outcome_of(root, {"effect": "odds-ratio", "value": value, **EFFECT})) for value in ("0.5", "2")
    )
    assert half is not None and double is not None
    assert half.place == pytest.approx(1 - double.place) == 0
    assert half.ticks == ("0,5", "1", "2")


def test_an_effect_is_drawn_with_the_interval_that_the_source_prints_and_with_no_other(root: Root) -> None:
    interval = {"low": "-0.4", "high": "-0.06", "percent": 95}
    drawn = effect_plot_of(outcome_of(root, {"effect": "cohens-d", "value": "-0.23", "interval": interval, **EFFECT}))
    bare = effect_plot_of(outcome_of(root, {"effect": "cohens-d", "value": "-0.23", **EFFECT}))
    assert drawn is not None and drawn.interval is not None and bare is not None
    assert 0 <= drawn.interval[0] < drawn.place < drawn.interval[1] < 0.5
    assert bare.interval is None
    assert "in het voordeel van de methode" in bare.description
    assert (
        outcome_view(outcome_of(root, {"effect": "cohens-d", "value": "1", **EFFECT}), NoNotes()).compared == "gebruikelijke hulp"
    )


def test_an_effect_is_not_measured_against_a_target_in_people(root: Root) -> None:
    target = {"percent": 60, "unit": "child", "sources": [{"source": "voorbeeldrapport"}]}
    outcome = outcome_of(root, {"effect": "cohens-d", "value": "1", **EFFECT}, target=target)
    view = outcome_view(outcome, NoNotes())
    assert view.not_comparable == "het doel is een aantal of een aandeel, het resultaat een effectmaat"


def test_a_group_of_known_size_is_shown_with_its_percentage(root: Root) -> None:
    group = {"description": "gebruikelijke hulp", "percent": "9.7", "of": 55}
    view = outcome_view(outcome_of(root, {"percent": "16.9", "of": 91, "unit": "parent", "compared": group}), NoNotes())
    assert view.compared == "9,7% van 55 (gebruikelijke hulp)"


def test_a_picture_says_in_words_what_it_shows(root: Root) -> None:
    plot = plot_of(outcome_of(root, {"count": 11, "of": 12, "unit": "family"}))
    assert plot is not None and plot.interval is not None
    assert plot.interval.low < plot.share < plot.interval.high
    assert plot.description == "11 van 12, 92%, 95%-interval 65% tot 99%"


def test_an_outcome_says_who_measured_how_and_when_or_that_it_is_not_known(root: Root) -> None:
    bare = outcome_view(outcome_of(root, {"words": "beter"}), Notes())
    assert bare.facts == ("wie mat, is niet genoemd", "onafhankelijkheid onbekend", "monitoring", "periode onbekend")
    full = outcome_of(
        root, {"words": "beter"}, evaluator="voorbeeldonderzoek", independent="yes", period={"from": 2019, "to": 2022}
    )
    facts = outcome_view(full, Notes()).facts
    assert facts[0] == "gemeten door Bureau Voorbeeldonderzoek"
    assert facts[1] == "onafhankelijk van de eigenaar"
    assert "2019–2022" in facts


def test_a_target_in_another_unit_is_told_with_the_reason_why_it_is_not_compared(root: Root) -> None:
    target = {"percent": 60, "unit": "child", "note": "ten minste", "sources": SOURCES}
    view = outcome_view(outcome_of(root, {"count": 11, "of": 12, "unit": "family"}, target=target), Notes())
    assert view.target == "60% van de kinderen (ten minste)"
    assert view.not_comparable == "het doel telt kinderen, het resultaat gezinnen"


@pytest.mark.parametrize(
    ("compared", "text"),
    [
        ({"description": "gewone zorg", "count": 4, "of": 50, "percent": 8}, "4 van 50 (gewone zorg)"),
        ({"description": "gewone zorg", "percent": 8}, "8% (gewone zorg)"),
        ({"description": "gewone zorg"}, "aantal niet gegeven (gewone zorg)"),
    ],
)
def test_a_comparison_group_is_told_with_its_own_numbers(root: Root, compared: Any, text: str) -> None:
    outcome = outcome_of(root, {"percent": 22, "unit": "family", "compared": compared})
    assert outcome_view(outcome, Notes()).compared == text


def test_results_are_counted_by_what_makes_them_strong(root: Root) -> None:
    outcomes = [
        an_outcome({"count": 11, "of": 12, "unit": "family"}, id="een", independent="yes"),
        an_outcome({"words": "beter"}, id="twee"),
    ]
    said = known_of_results(root.method(a_card(outcomes=outcomes)).outcomes)
    assert said[0] == "2 uitkomsten uit 2 onderzoeken"
    assert len(said) == 3 and "met aantal en totaal" in said[1] and "onafhankelijk" in said[2]
    assert known_of_results(()) == ()


# sources on a page


def test_sources_are_numbered_in_the_order_of_the_page_and_their_places_get_letters(root: Root) -> None:
    cited = [
        {"source": "voorbeeldrapport", "locator": "bladzijde 2"},
        {"source": "voorbeeldrapport", "locator": "bladzijde 9"},
        {"source": "voorbeeldpagina"},
        {"source": "voorbeeldrapport", "locator": "bladzijde 2"},
    ]
    method = root.method(a_card(sources=cited))
    notes = Notes()
    assert [note.label for note in notes.of(method.sources)] == ["1a", "1b", "2a", "1a"]
    assert [(reference.number, reference.anchor, reference.places) for reference in notes.references()] == [
        (1, "bron-1", (("1a", "bladzijde 2"), ("1b", "bladzijde 9"))),
        (2, "bron-2", (("2a", ""),)),
    ]


def test_the_twenty_seventh_place_of_a_source_is_aa(root: Root) -> None:
    cited = [{"source": "voorbeeldrapport", "locator": f"bladzijde {page}"} for page in range(1, 60)]
    labels = [note.label for note in Notes().of(root.method(a_card(sources=cited)).sources)]
    assert (labels[25], labels[26], labels[27], labels[51], labels[52]) == ("1z", "1aa", "1ab", "1az", "1ba")
    assert len(set(labels)) == 59


def test_a_page_without_a_list_of_sources_has_no_marks(root: Root) -> None:
    notes = NoNotes()
    assert notes.of(root.method(a_card()).sources) == ()
    assert notes.references() == ()


# rows


def test_every_row_has_an_id_of_its_own_and_leads_to_a_section_of_the_card() -> None:
    assert len(BY_ID) == len(ROWS) > 20
    assert {kind.field for kind in ROWS} <= set(paths_of(Method))


def test_a_row_that_nothing_fills_is_unknown(root: Root) -> None:
    method = root.method(a_card())
    empty = [kind.id for kind in ROWS if not row_of(kind, method, context()).is_known]
    assert {"ages", "costs", "recognition", "outcomes", "regions", "reviewed"} <= set(empty)
    for row_id in empty:
        assert lines_in_row(method, row_id) == (Line("onbekend", tone="unknown"),)


@pytest.mark.parametrize(
    ("state", "text"), [("not-found", "gezocht en niet gevonden"), ("not-applicable", "niet van toepassing")]
)
def test_a_row_that_was_looked_for_or_does_not_apply_says_so_with_the_remark(root: Root, state: str, text: str) -> None:
    method = root.method(a_card(gaps=[{"field": "costs", "state": state, "note": "De bron noemt geen bedrag."}]))
    assert lines_in_row(method, "costs") == (Line(text, detail="De bron noemt geen bedrag.", tone=state),)
    assert not row_of(BY_ID["costs"], method, context()).is_known


def test_nobody_excluded_is_not_the_same_as_not_knowing_who_is(root: Root) -> None:
    group = {"description": "Gezinnen.", "no_exclusions": {"note": "dat staat er zo", "sources": SOURCES}, "sources": SOURCES}
    assert texts(root.method(a_card(target_group=group)), "excludes") == ["niemand is uitgesloten"]
    assert texts(root.method(a_card()), "excludes") == ["onbekend"]


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        (
            {"amount": 2000, "per": "visited-family", "precision": "about"},
            "ongeveer € 2.000 per bezocht gezin (prijsjaar onbekend)",
        ),
        (
            {"amount": "1.88", "per": "birth-year", "price_year": 2020},
            "€ 1,88 per geboorte in het gebied per jaar (prijsjaar 2020)",
        ),
        ({"amount": 500, "per": "once"}, "€ 500 eenmalig (prijsjaar onbekend)"),
        (
            {"amount": 2000, "to": 2500, "per": "family", "covers": "de begeleiding"},
            "€ 2.000 tot € 2.500 per gezin: de begeleiding (prijsjaar onbekend)",
        ),
    ],
)
def test_an_amount_stands_with_what_it_is_per_and_its_price_year(root: Root, cost: Any, text: str) -> None:
    line = lines_in_row(root.method(a_card(costs=[{**cost, "note": "Ruim geschat.", "sources": SOURCES}])), "costs")[0]
    assert (line.text, line.detail) == (text, "Ruim geschat.")


@pytest.mark.parametrize(
    ("date", "today", "text"),
    [
        (Date(2017, 9, 14), datetime.date(2022, 9, 13), "14 september 2017, vier jaar geleden"),
        (Date(2017, 9, 14), datetime.date(2022, 9, 14), "14 september 2017, vijf jaar geleden en dus ouder dan vijf jaar"),
        (Date(2024, 9, 14), datetime.date(2025, 1, 1), "14 september 2024"),
        (None, datetime.date(2025, 1, 1), "datum onbekend"),
    ],
)
def test_a_recognition_says_how_old_it_is(root: Root, date: Date | None, today: datetime.date, text: str) -> None:
    decided = {
        "body": "voorbeeldcommissie",
        "verdicts": [{"level": "Goed onderbouwd"}],
        "sources": SOURCES,
        **({"date": str(date)} if date else {}),
    }
    assert recognition_age(root.method(a_card(recognitions=[decided])).recognitions[0], today) == text


def test_a_decision_with_two_verdicts_gives_two_lines_each_with_what_it_is_about(root: Root) -> None:
    earlier, *lines = texts(root.load().methods["voorbeeld-thuis"], "recognition")
    assert len(lines) == 2
    assert lines[0].startswith("Voorbeeldcommissie: Goed onderbouwd (14 september 2017, zeven jaar geleden")
    assert "voor weer thuis wonen" in lines[1]
    assert earlier == (
        "Voorbeeldcommissie: Goed beschreven voor kinderen van 2 tot 6 jaar en hulp bij problemen "
        "(maart 2011, 13 jaar geleden, gold tot en met maart 2016); vervangen door het besluit van 14 september 2017"
    )


def test_a_card_looked_at_two_years_ago_says_so(root: Root) -> None:
    assert lines_in_row(root.method(a_card(reviewed="2023-01-02")), "reviewed") == (Line("2 januari 2023"),)
    assert lines_in_row(root.method(a_card(reviewed="2023-01-01")), "reviewed") == (
        Line("1 januari 2023", detail="langer dan twee jaar geleden"),
    )


def test_a_row_that_does_not_exist_is_an_error(root: Root) -> None:
    with pytest.raises(KeyError):
        rows_of(["bestaat-niet"], root.method(a_card()), context())


# completeness


def test_a_card_with_only_what_is_required_knows_nothing_more(root: Root) -> None:
    found = completeness(root.method(a_card(owners=..., goals=...)))
    assert (found.known, found.total) == (0, len(PARTS))
    assert [label for label, _ in found.missing] == [label for _, label in PARTS]


def test_what_does_not_apply_leaves_the_count_and_what_was_not_found_stays_in_it(root: Root) -> None:
    gaps = [{"field": "costs", "state": "not-found"}, {"field": "recognitions", "state": "not-applicable"}]
    found = completeness(root.method(a_card(gaps=gaps)))
    assert found.total == len(PARTS) - 1
    assert ("de kosten", "gezocht en niet gevonden") in found.missing
    assert "een erkenning" not in [label for label, _ in found.missing]


def test_nobody_excluded_counts_as_known(root: Root) -> None:
    group = {"description": "Gezinnen.", "no_exclusions": {"sources": SOURCES}, "sources": SOURCES}
    assert completeness(root.method(a_card(target_group=group, owners=..., goals=...))).known == 1


def test_known_and_missing_add_up_on_every_card(root: Root) -> None:
    methods = root.load().methods
    assert methods
    for method in methods.values():
        found = completeness(method)
        assert found.known + len(found.missing) == found.total > 0


# the card


def test_the_folded_parts_of_a_card_are_those_that_hold_something(root: Root) -> None:
    library = root.load()
    full = list(card_view(library.methods["voorbeeld-thuis"], library).folds)
    short = list(card_view(library.methods["voorbeeld-kort"], library).folds)
    assert set(full) - set(short) == {"gewoon", "keten", "tegenspraak", "achtergrond"}
    assert short == [anchor for anchor in full if anchor in short]


def test_every_mark_on_a_card_points_at_a_source_in_its_list(root: Root) -> None:
    library = root.load()
    seen = 0
    for method in library.methods.values():
        view = card_view(method, library)
        anchors = {reference.anchor for reference in view.references}
        for note in _notes(view):
            seen += 1
            assert note.anchor in anchors
    assert seen > 30


def _notes(value: Any) -> list[Note]:
    if isinstance(value, Note):
        return [value]
    inner = (
        value if isinstance(value, tuple) else vars(value).values() if isinstance(value, Line) or hasattr(value, "lines") else ()
    )
    return [note for part in inner for note in _notes(part)]


def test_partners_stand_together_by_role_and_a_neighbour_in_the_chain_by_its_name(root: Root) -> None:
    library = root.load()
    view = card_view(library.methods["voorbeeld-thuis"], library)
    assert [(row.id, [line.text for line in row.lines]) for row in view.partners] == [("role-funder", ["Gemeente Voorbeeld"])]
    after = next(row for row in view.chain if row.id == "chain-after")
    assert [(line.text, line.link) for line in after.lines] == [("Voorbeeld Kort", "methoden/voorbeeld-kort/")]


FORMER = {"organisation": "voorbeeldgemeente", "until": "2019", "sources": SOURCES}


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        (
            [{"organisation": "voorbeeldorganisatie", "sources": SOURCES}],
            [("Voorbeeldorganisatie", None), ("Gemeente Voorbeeld", "eerder, tot 2019")],
        ),
        (..., [("onbekend", None)]),
    ],
)
def test_who_owned_it_before_stands_behind_who_owns_it_now(root: Root, owners: Any, expected: list[Any]) -> None:
    method = root.method(a_card(owners=owners, former_owners=[FORMER]))
    assert [(line.text, line.detail) for line in lines_in_row(method, "owner")] == expected


def test_what_is_said_of_the_card_itself_names_the_latest_change(root: Root) -> None:
    library = root.load()
    days = (datetime.datetime(2024, month, 3, tzinfo=datetime.UTC) for month in (5, 2))
    events = tuple(Event("changed", day, "abc", "voorbeeld-kort") for day in days)
    known = replace(library, history=History(cards={"voorbeeld-kort": events}, is_known=True))
    said = card_view(known.methods["voorbeeld-kort"], known).folds["kaart"].closed
    assert "Laatst gewijzigd op 3 mei 2024." in said


@pytest.mark.parametrize(
    ("record", "field", "shape"),
    [
        ("Kaart", "name", "tekst, ten hoogste 90 tekens"),
        ("Kaart", "aliases", "lijst van tekst, ten hoogste 90 tekens"),
        ("Kaart", "owners", "lijst van velden"),
        ("Kaart", "reviewed", "datum"),
        ("Eigenaar", "organisation", "een id"),
        ("Onderzoeken", "id", "tekst"),
    ],
)
def test_a_field_says_what_may_be_written_in_it(record: str, field: str, shape: str) -> None:
    fields = next(one.fields for one in field_reference() if one.title == record)
    assert next(one.shape for one in fields if one.name == field) == shape


def test_former_names_and_other_names_stand_apart(root: Root) -> None:
    library = root.load()
    assert card_view(library.methods["voorbeeld-thuis"], library).other_names == "Thuisvoorbeeld en VT; eerder: Voorbeeld Vroeger"


# lists


def test_a_row_of_a_list_says_what_is_known_and_what_is_not(root: Root) -> None:
    library = root.load()
    rows = {method.id: catalogue_row(method, library) for method in by_name(library.methods.values())}
    assert [row.name for row in rows.values()] == ["Voorbeeld Gestopt", "Voorbeeld Kort", "Voorbeeld Thuis"]
    assert rows["voorbeeld-gestopt"].status == "Gestopt, 2018–2020"
    assert not rows["voorbeeld-kort"].key.cost.is_known
    assert rows["voorbeeld-thuis"].key.cost.is_known


def test_methods_are_listed_by_the_theme_of_a_goal(root: Root) -> None:
    library = root.load()
    assert [method.id for method in rows_with_theme(library, "return-home")] == ["voorbeeld-kort", "voorbeeld-thuis"]
    assert [method.id for method in rows_with_theme(library, "informal-support")] == ["voorbeeld-gestopt"]
    with pytest.raises(KeyError):
        rows_with_theme(library, "bestaat-niet")


def test_the_latest_are_those_looked_at_last(root: Root) -> None:
    root.write_card(a_card(name="Ouder", reviewed="2022"), "ouder")
    root.write_card(a_card(name="Nieuwer", reviewed="2024-06-01"), "nieuwer")
    assert [method.id for method in latest_reviewed(root.load(), 2)] == ["nieuwer", "voorbeeld-thuis"]


def test_an_organisation_shows_each_of_its_roles_once(root: Root) -> None:
    partner = {"organisation": "voorbeeldorganisatie", "sources": SOURCES}
    root.write_card(
        a_card(
            name="Nieuw",
            partners=[{**partner, "role": "delivery"}, {**partner, "role": "delivery"}, {**partner, "role": "funder"}],
            contact={"organisation": "voorbeeldorganisatie"},
        )
    )
    found: dict[str, OrganisationView] = {view.id: view for view in organisation_views(root.load())}
    roles = [part.role for part in found["voorbeeldorganisatie"].roles if part.method == "Nieuw"]
    assert len(roles) == len(set(roles)) == 4
    assert roles[0] == "eigenaar" and roles[-1] == "contact"
    assert "beoordeelde de methode" in [part.role for part in found["voorbeeldcommissie"].roles]
    assert "mat resultaten" in [part.role for part in found["voorbeeldonderzoek"].roles]
    assert [view.name for view in found.values()] == sorted((view.name for view in found.values()), key=str.casefold)


def test_a_tool_names_the_methods_that_use_it(root: Root) -> None:
    assert [(tool.id, [(line.text, line.detail) for line in tool.used_in]) for tool in tool_views(root.load())] == [
        ("voorbeeldkring", [("Voorbeeld Thuis", "aan het begin")])
    ]


def test_the_glossary_explains_every_vocabulary_and_element(root: Root) -> None:
    library = root.load()
    explained = glossary_view(library)
    assert {view.anchor for view in explained} == set(library.vocabularies)
    assert [view.name for view in explained] == sorted((view.name for view in explained), key=str.casefold)
    assert (
        sum(len(view.terms) for view in explained)
        == sum(len(vocabulary.terms) for vocabulary in library.vocabularies.values())
        > 100
    )
    assert [(element.name, [line.text for line in element.used_in]) for element in element_views(library, Notes())] == [
        ("Samen beslissen", ["Voorbeeld Thuis"])
    ]


def test_the_field_reference_names_every_field_of_a_card_and_every_record_once() -> None:
    described = field_reference()
    assert {field.name for field in described[0].fields} == {
        info.alias or name for name, info in Method.model_fields.items() if name != "id"
    }
    anchors = [record.anchor for record in described]
    assert len(anchors) == len(set(anchors)) > 10
    linked = {anchor for record in described for field in record.fields for anchor, _ in field.records}
    assert linked and linked <= set(anchors)


# side by side


def test_a_comparison_has_the_fixed_rows_and_marks_where_methods_differ(root: Root) -> None:
    found = comparison_view(root.load(), ["voorbeeld-thuis", "voorbeeld-kort"])
    by_id = {compared.id: compared for group in found.groups for compared in group.rows}
    assert list(by_id) == list(BY_ID)
    assert [column.name for column in found.columns] == ["Voorbeeld Thuis", "Voorbeeld Kort"]
    assert by_id["status"].differs and by_id["costs"].differs
    assert by_id["owner"].differs and not by_id["themes"].differs
    assert by_id["costs"].cells[0].is_known and not by_id["costs"].cells[1].is_known
    assert by_id["costs"].cells[0].link == "methoden/voorbeeld-thuis/#kosten"


def test_a_method_does_not_differ_from_itself(root: Root) -> None:
    found = comparison_view(root.load(), ["voorbeeld-thuis", "voorbeeld-thuis"])
    assert found.groups
    assert not [compared.id for group in found.groups for compared in group.rows if compared.differs]


def test_a_comparison_of_what_does_not_exist_is_an_error(root: Root) -> None:
    with pytest.raises(KeyError):
        comparison_view(root.load(), ["bestaat-niet"])
