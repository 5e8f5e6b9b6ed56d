"""The claims as CSV: a line each, numbers as numbers, and an interval only where count and total are known."""

import csv
import io

import pytest
from builders import SOURCES, Root, a_card, an_outcome

from macros.library.library import Library
from macros.library.loader import load_library
from macros.open_data.cells import dutch_cell
from macros.open_data.claims_csv import COLUMNS, claims_csv


def lines(library: Library, root: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(claims_csv(library, root).decode("utf-8-sig")), delimiter=";"))


def line(root: Root, name: str = "nieuw/uitkomst", address: str = "") -> dict[str, str]:
    return next(one for one in lines(root.load(), address) if one["id"] == name)


def test_only_a_count_with_a_total_has_an_interval_in_the_spreadsheet(library: Library) -> None:
    found = lines(library)
    with_interval = {row["id"] for row in found if row["interval_laag"] or row["interval_hoog"]}
    with_total = {row["id"] for row in found if row["aantal"] and row["totaal"]}
    assert (
        with_interval
        == with_total
        == {"sirius-familiezorg/return-home", "stevig-opgroeien/uptake", "eigen-koers-conferentie/havenstad-held"}
    )
    sirius = next(row for row in found if row["id"] == "sirius-familiezorg/return-home")
    assert (sirius["aantal"], sirius["totaal"], sirius["percentage"], sirius["interval_laag"], sirius["interval_hoog"]) == (
        "11",
        "12",
        "91,7",
        "64,6",
        "98,5",
    )


def test_a_count_with_its_total_gives_share_and_interval_to_a_tenth(root: Root) -> None:
    root.write_card(a_card(outcomes=[an_outcome({"count": 2, "of": 3, "unit": "family"})]))
    found = line(root)
    figures = ("aantal", "totaal", "eenheid", "percentage", "interval_laag", "interval_hoog")
    assert tuple(found[name] for name in figures) == ("2", "3", "gezin", "66,7", "20,8", "93,9")


def test_a_percentage_of_a_source_stands_as_it_is_and_without_an_interval(root: Root) -> None:
    root.write_card(a_card(outcomes=[an_outcome({"percent": 93.5, "of": 40, "unit": "family"})]))
    found = line(root)
    assert (found["percentage"], found["totaal"], found["aantal"]) == ("93,5", "40", "")
    assert found["interval_laag"] == found["interval_hoog"] == ""


def test_what_is_no_result_has_no_design_and_no_study(root: Root) -> None:
    root.write_card(a_card(costs=[{"amount": 2000, "per": "family", "price_year": 2024, "sources": SOURCES}]))
    found = next(one for one in lines(root.load()) if one["over"] == "Voorbeeld" and one["id"].startswith("nieuw/"))
    assert [found[name] for name in ("opzet", "onderzoek", "deelnemers", "basisset", "richting")] == [""] * 5


def test_an_address_is_whole_where_the_site_knows_its_own(root: Root) -> None:
    root.write_card(a_card(outcomes=[an_outcome({"words": "Het ging beter."})]))
    assert line(root)["adres"] == "methoden/nieuw/#uitkomst-uitkomst"
    assert line(root, address="https://site.example/")["adres"] == "https://site.example/methoden/nieuw/#uitkomst-uitkomst"


def test_a_library_without_claims_has_the_names_of_the_columns_and_nothing_else(root: Root) -> None:
    card = root.write_card(a_card())
    root.write("data/tools.yml", "{}\n")
    text = claims_csv(load_library(root.path, cards=[card])).decode("utf-8-sig")
    assert text == ";".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=SOM(A1)", "'=SOM(A1)"),
        ("-5", "'-5"),
        ("@x", "'@x"),
        ("twee\nregels", "twee regels"),
        (None, ""),
        (12, "12"),
        (0.5, "0,5"),
    ],
)
def test_a_spreadsheet_never_reads_a_claim_as_a_formula(value: object, written: str) -> None:
    assert dutch_cell(value) == written
