"""Facets, age bands, orders, the lists without scripts, and the records that the browser gets."""

import json
import string
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from built import Site

from macros.library.library import Library
from macros.model.method import Method
from macros.search.records import RECORDS, ROWS_PER_FILE, record_files
from macros.site.pages.all_pages import addresses, pages
from macros.views.catalogue.age_bands import AGE_BANDS
from macros.views.catalogue.catalogue import catalogue_row, summary_line
from macros.views.catalogue.facets import BY_ID, FACETS, labels_of, values_of
from macros.views.catalogue.length_bands import LENGTH_BANDS
from macros.views.catalogue.listings import PER_PAGE, all_method_listings, divided_listings, list_links
from macros.views.catalogue.orders import ORDERS, evidence_place


def values(root: Root, facet: str, **changes: Any) -> tuple[str, ...]:
    """The values of a facet of a card with these changes."""
    library = root.load()
    return values_of(BY_ID[facet], root.method(a_card(**changes)), library)


def group(**changes: Any) -> dict[str, Any]:
    return {"description": "Gezinnen.", "sources": SOURCES, **changes}


# age


@pytest.mark.parametrize(
    ("age", "bands"),
    [
        ({"from": 0, "to": 18}, ["0-4", "4-12", "12-18"]),
        ({"from": 4, "to": 12}, ["4-12"]),
        ({"from": "-5mo", "to": "30mo"}, ["zwangerschap", "0-4"]),
        ({"from": "16wk", "to": 0}, ["zwangerschap"]),
        ({"from": 12}, ["12-18", "18-23"]),
        ({"to": 4}, ["0-4"]),
        ({"to": "-1mo"}, ["zwangerschap"]),
        ({"from": 4, "to": 4}, ["4-12"]),
        ({"from": 17, "to": 23}, ["12-18", "18-23"]),
        ({"all_ages": "true"}, ["0-4", "4-12", "12-18", "18-23"]),
        ({"from": 4, "through": 12}, ["4-12", "12-18"]),
        ({"school": {"from": "groep-8"}}, ["4-12"]),
        ({"school": {"from": "groep-8", "to": "klas-1"}}, ["4-12", "12-18"]),
        ({"words": "schoolgaand"}, ["onbekend"]),
        ({"from": 30, "to": 40}, ["onbekend"]),
        ({"from": 0, "to": 18, "whose": "parent"}, ["onbekend"]),
        ({"from": 0, "to": 3, "whose": "child"}, ["0-4"]),
    ],
)
def test_an_age_falls_in_the_bands_that_it_meets(example: Root, age: dict[str, Any], bands: list[str]) -> None:
    assert list(values(example, "leeftijd", target_group=group(ages=[{**age, "sources": SOURCES}]))) == bands


@pytest.mark.parametrize(
    ("length", "bands"),
    [
        ({"from": 4, "to": 6, "unit": "week"}, ["kort"]),
        ({"from": 90, "to": 90, "unit": "day"}, ["kort"]),
        ({"from": 13, "to": 13, "unit": "week"}, ["kort"]),
        ({"from": 3, "to": 3, "unit": "month"}, ["half-jaar"]),
        ({"from": 3, "to": 5, "unit": "month"}, ["half-jaar"]),
        ({"from": 5, "to": 9, "unit": "month"}, ["half-jaar", "jaar"]),
        ({"from": 12, "to": 12, "unit": "month"}, ["lang"]),
        ({"from": 1, "to": 1, "unit": "year"}, ["lang"]),
        ({"from": 52, "to": 52, "unit": "week"}, ["jaar"]),
        ({"from": 2, "unit": "year"}, ["lang"]),
        ({"to": 6, "unit": "month"}, ["kort", "half-jaar", "jaar"]),
    ],
)
def test_a_length_falls_in_the_bands_that_it_meets(example: Root, length: dict[str, Any], bands: list[str]) -> None:
    assert list(values(example, "duur", intensity=[{"length": length, "sources": SOURCES}])) == bands


def test_a_duration_only_in_words_and_one_that_is_not_known_fall_in_no_band(example: Root) -> None:
    assert values(example, "duur", intensity=[{"duration": "kort", "sources": SOURCES}]) == ("onbekend",)
    assert values(example, "duur") == ("onbekend",)


def test_the_divisions_of_the_databank_and_materials_are_facets(example: Root) -> None:
    division = {"aim": ["prevent"], "approach_kind": ["group"], "provision": ["light", "basic"], "sources": SOURCES}
    assert values(example, "doel", classification=division) == ("prevent",)
    assert values(example, "aanpak", classification=division) == ("group",)
    assert values(example, "voorziening", classification=division) == ("light", "basic")
    materials = [{"kind": kind, "sources": SOURCES} for kind in ("handbook", "film", "film")]
    assert values(example, "materiaal", materials=materials) == ("handbook", "film")


def test_the_bands_of_duration_follow_each_other_without_a_gap() -> None:
    assert [band.from_ for band in LENGTH_BANDS[1:]] == [band.to for band in LENGTH_BANDS[:-1]]
    assert (LENGTH_BANDS[0].from_, LENGTH_BANDS[-1].to) == (0, float("inf"))


def test_the_bands_follow_each_other_without_a_gap() -> None:
    assert [band.from_ for band in AGE_BANDS[1:]] == [band.to for band in AGE_BANDS[:-1]]


# not knowing


def test_what_a_card_does_not_say_is_a_value_of_every_facet(example: Root) -> None:
    library, method = example.load(), example.method(a_card())
    known = {"thema", "stand", "organisatie", "richtlijn"}
    assert {facet.id: values_of(facet, method, library) for facet in FACETS if facet.id not in known} == {
        facet.id: ("onbekend",) for facet in FACETS if facet.id not in known
    }


@pytest.mark.parametrize("state", ["not-found", "not-applicable"])
def test_looked_for_and_not_applicable_differ_from_unknown(example: Root, state: str) -> None:
    assert values(example, "erkenning", gaps=[{"field": "recognitions", "state": state}]) == (state,)


# recognition and evidence


def recognition(**changes: Any) -> dict[str, Any]:
    verdicts = [{"level": "goed onderbouwd", "step": "well-founded"}]
    return {"body": "voorbeeldorganisatie", "date": "2024-01-01", "verdicts": verdicts, "sources": SOURCES} | changes


@pytest.mark.parametrize(
    ("changes", "level", "age"),
    [
        ({}, "well-founded", "recent"),
        ({"date": "2020-01-02"}, "well-founded", "recent"),
        ({"date": "2020-01-01"}, "well-founded", "old"),
        ({"date": "2015"}, "well-founded", "old"),
        ({"state": "withdrawn"}, "withdrawn", "recent"),
        ({"state": "refused", "reason": "Te weinig bekend."}, "refused", "recent"),
        ({"state": "superseded"}, "superseded", "recent"),
        ({"state": "provisional"}, "well-founded", "recent"),
        ({"state": "valid"}, "well-founded", "recent"),
        ({"state": "expired"}, "well-founded", "recent"),
        ({"state": "in-reassessment"}, "well-founded", "recent"),
        ({"verdicts": [{"level": "drie sterren"}]}, "other", "recent"),
    ],
)
def test_a_recognition_has_a_level_and_an_age(example: Root, changes: dict[str, Any], level: str, age: str) -> None:
    card = {"recognitions": [recognition(**changes)]}
    assert (values(example, "erkenning", **card), values(example, "erkend", **card)) == ((level,), (age,))


def test_a_recognition_without_a_date_says_so(example: Root) -> None:
    undated = {key: value for key, value in recognition().items() if key != "date"}
    assert values(example, "erkend", recognitions=[undated]) == ("undated",)


def test_each_verdict_of_each_recognition_has_a_level(example: Root) -> None:
    two = [{"level": "goed onderbouwd", "step": "well-founded"}, {"level": "drie sterren"}]
    found = [recognition(verdicts=two), recognition(date="2017", state="superseded")]
    assert values(example, "erkenning", recognitions=found) == ("well-founded", "other", "superseded")


def test_a_prize_and_a_listing_are_no_recognition(example: Root) -> None:
    both = [{"kind": kind, "name": kind, "body": "voorbeeldgemeente", "sources": SOURCES} for kind in ("prize", "listing")]
    assert values(example, "erkenning", prizes_and_listings=both) == values(example, "erkend", prizes_and_listings=both)
    assert values(example, "erkenning", prizes_and_listings=both) == ("onbekend",)


def test_a_method_stands_in_the_guidelines_that_name_it_or_in_none_that_is_here(example: Root) -> None:
    library = example.load()
    found = {method.id: values_of(BY_ID["richtlijn"], method, library) for method in library.methods.values()}
    assert found == {
        "voorbeeld-thuis": ("voorbeeldrichtlijn",),
        "voorbeeld-kort": ("none",),
        "voorbeeld-gestopt": ("none",),
    }
    labels = labels_of(BY_ID["richtlijn"], library)
    assert labels["voorbeeldrichtlijn"] == "Richtlijn Voorbeeld" and labels["none"] == "in geen richtlijn die hier staat"


def test_who_owns_a_method_and_who_takes_part_in_it_are_both_its_organisations(example: Root) -> None:
    partners = [{"organisation": "voorbeeldgemeente", "role": "funder", "sources": SOURCES}]
    assert values(example, "organisatie") == ("voorbeeldorganisatie",)
    assert values(example, "organisatie", partners=partners) == ("voorbeeldorganisatie", "voorbeeldgemeente")


OUTCOMES = [
    an_outcome({"count": 11, "of": 12, "unit": "family"}, id="een", design="own-report"),
    an_outcome({"percent": 80, "unit": "family"}, id="twee", design="rct", independent="yes"),
    an_outcome({"words": "beter"}, id="drie", design="rct", independent="no"),
]


def test_facets_about_a_result_stand_side_by_side_for_each_result(example: Root) -> None:
    found = [values(example, facet, outcomes=OUTCOMES) for facet in ("opzet", "meting", "getal")]
    assert list(zip(*found, strict=True)) == [
        ("own-report", "own", "total"),
        ("rct", "independent", "number"),
        ("rct", "own", "words"),
    ]


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ([OUTCOMES[1]], [OUTCOMES[0]]),  # the design comes first
        (
            [an_outcome({"count": 1, "of": 2, "unit": "family"})],
            [an_outcome({"percent": 50, "unit": "family"})],
        ),  # then whether n is known
        (OUTCOMES, [OUTCOMES[0]]),  # the strongest counts
        ([OUTCOMES[0]], [an_outcome({"none_yet": "te vroeg"}, design="rct")]),  # what is not there yet does not count
        ([an_outcome({"words": "beter"}, design="unknown")], []),
    ],
)
def test_the_order_of_evidence_is_by_design_and_then_by_known_n(example: Root, stronger: Any, weaker: Any) -> None:
    library = example.load()
    first, second = (evidence_place(example.method(a_card(outcomes=outcomes)), library) for outcomes in (stronger, weaker))
    assert first < second


def test_the_order_of_evidence_says_that_it_is_no_ranking_of_quality() -> None:
    said = {order.id: order.explanation for order in ORDERS}
    assert "geen rangorde van kwaliteit" in said["bewijs"]


# the facets themselves


def test_keys_of_the_address_are_short_and_differ_from_each_other() -> None:
    keys = [facet.id for facet in FACETS]
    assert len(set(keys)) == len(keys)
    assert not {"q", "volgorde"} & set(keys)
    assert all(set(key) <= set(string.ascii_lowercase) and len(key) <= 12 for key in keys)


def test_every_value_of_every_method_has_a_name(library: Library) -> None:
    for facet in FACETS:
        labels = labels_of(facet, library)
        for method in library.methods.values():
            assert set(values_of(facet, method, library)) <= set(labels), (facet.id, method.id)


def test_facets_about_one_subject_stand_together_and_come_from_one_field() -> None:
    for subject in {facet.subject for facet in FACETS} - {"method"}:
        places = [place for place, facet in enumerate(FACETS) if facet.subject == subject]
        assert places == list(range(places[0], places[-1] + 1))
        assert len({FACETS[place].field for place in places}) == 1


# records for the browser


def files(library: Library) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in record_files(library)}


def decoded(records: dict[str, Any], place: int) -> dict[str, set[str]]:
    """The values that the browser will give a method."""
    found: dict[str, set[str]] = {}
    for subject in records["subjects"]:
        cell = subject["column"][place]
        for combination in cell if isinstance(cell, list) else [cell]:
            for facet, value in zip(subject["facets"], subject["combinations"][combination], strict=True):
                description = records["facets"][facet]
                found.setdefault(description["id"], set()).add(description["values"][value][0])
    return found


def test_records_hold_every_value_of_every_method(library: Library) -> None:
    records = files(library)[RECORDS]
    assert len(records["id"]) == len(library.methods) > 0
    methods = sorted(library.methods.values(), key=lambda method: method.name.casefold())
    for place, method in enumerate(methods):
        assert records["name"][place] == method.name
        assert records["id"][place] in ("", method.id)
        assert decoded(records, place) == {facet.id: set(values_of(facet, method, library)) for facet in FACETS}


def test_records_name_the_values_that_no_method_has_too(library: Library) -> None:
    for facet in files(library)[RECORDS]["facets"]:
        assert dict(facet["values"]) == labels_of(BY_ID[facet["id"]], library)


def test_all_columns_are_as_long_as_there_are_methods(library: Library) -> None:
    records = files(library)[RECORDS]
    columns = [records[name] for name in ("id", "name", "status", "reviewed", "evidence")] + [
        subject["column"] for subject in records["subjects"]
    ]
    assert {len(column) for column in columns} == {len(library.methods)}


def test_texts_of_rows_stand_in_the_same_order_in_files_of_a_fixed_size(root: Root) -> None:
    many(root, ROWS_PER_FILE)
    found = files(root.load())
    texts = [row for path, rows in found.items() if path != RECORDS for row in rows]
    assert len(texts) == len(found[RECORDS]["id"]) > ROWS_PER_FILE
    assert {len(rows) for path, rows in list(found.items())[1:-1]} == {ROWS_PER_FILE}
    assert "<p>Samenvatting 000.</p>" in texts[0] and "<p>Samenvatting 001.</p>" in texts[1]


def test_the_line_of_a_method_is_its_first_sentence_cut_at_a_word() -> None:
    assert summary_line("Eén zin. Nog een zin.") == "Eén zin."
    assert summary_line("Met *nadruk* en [een pagina](https://voorbeeld.example/x).") == "Met nadruk en een pagina."
    assert summary_line("Voor ca. 12 gezinnen.") == "Voor ca. 12 gezinnen."
    long = summary_line("woord " * 60)
    assert len(long) < 190 and long.endswith("woord …")


# lists that need no script


def many(root: Root, count: int) -> None:
    for number in range(count):
        root.write_card(a_card(name=f"A methode {number:03d}", summary=f"Samenvatting {number:03d}."), f"a-{number:03d}")


def test_a_long_list_comes_in_pages_that_hold_every_method_once(root: Root) -> None:
    many(root, PER_PAGE)
    library = root.load()
    listings = all_method_listings(library)
    assert [listing.address for listing in listings] == ["methoden/", "methoden/pagina/2/"]
    assert [method.id for listing in listings for method in listing.methods] == sorted(
        library.methods, key=lambda one: library.methods[one].name.casefold()
    )
    assert (listings[0].previous, listings[0].next, listings[1].previous, listings[1].next) == (
        None,
        "methoden/pagina/2/",
        "methoden/",
        None,
    )
    assert (listings[1].first, listings[1].last, listings[1].total) == (PER_PAGE + 1, len(library.methods), len(library.methods))


def test_the_pages_that_are_announced_are_the_pages_that_are_made(root: Root) -> None:
    many(root, PER_PAGE)
    library = root.load()
    announced = list(addresses(library))
    assert sorted(announced) == sorted(page.address for page in pages(library))
    assert len(set(announced)) == len(announced)
    assert "methoden/thema/return-home/pagina/2/" in announced


@pytest.mark.parametrize("folder", ["thema", "doelgroep", "leeftijd"])
def test_every_method_stands_in_a_list_of_each_kind(library: Library, folder: str) -> None:
    found: set[str] = set()
    for listing in divided_listings(library):
        if listing.address.startswith(f"methoden/{folder}/"):
            found |= {method.id for method in listing.methods}
    assert found == set(library.methods)


def test_the_links_to_lists_tell_how_many_methods_they_hold(library: Library) -> None:
    totals = {listing.address: listing.total for listing in divided_listings(library)}
    links = [link for _, group in list_links(library) for link in group]
    assert {link.link: link.count for link in links} == totals
    assert all(link.count for link in links)


def methods_linked(page: Any) -> set[str]:
    return {row.attrib["data-method"] for row in page.elements("tr") if "data-method" in row.attrib}


def test_without_scripts_every_method_is_reached_from_the_catalogue_by_theme_target_group_and_organisation(
    site: Site, library: Library
) -> None:
    links = {site.target(site.page("methoden/"), address)[0] for tag, address in site.page("methoden/").addresses() if tag == "a"}
    for folder in ("thema", "doelgroep", "leeftijd"):
        lists = [page for page in site.under(f"methoden/{folder}/") if page.path in links]
        assert set().union(*map(methods_linked, lists)) == set(library.methods)
    assert site.page("organisaties/").path in links
    cards = {
        file
        for page in site.under("organisaties/")
        for tag, address in page.addresses()
        if tag == "a"
        for file in [site.target(page, address)[0]]
    }
    assert {site.page(f"methoden/{method_id}/").path for method_id in library.methods} <= cards


def test_a_list_page_finds_its_style_and_links_to_the_same_choice(site: Site) -> None:
    page = site.page("methoden/thema/return-home/")
    assert all(
        site.target(page, address)[0].exists() for _, address in page.addresses() if "?" not in address and "://" not in address
    )
    assert any(address.endswith("methoden/?thema=return-home") for _, address in page.addresses())


def test_a_row_says_unknown_rather_than_nothing(example: Root) -> None:
    method: Method = example.method(a_card())
    row = catalogue_row(method, example.load())
    assert (row.key.ages, row.key.cost, row.key.recognition) == (("onbekend", None, False, ()),) * 3
    assert row.key.main is None and row.key.whom.text == "Gezinnen in het voorbeeld."
