"""A spreadsheet with a sheet for each list: rows are joined with their cards, and whatever is wrong is said by its cell."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from spreadsheets import Desk, a_row, write_book

Book = dict[str, Sequence[Mapping[str, Any]]]
SOURCE = "voorbeeldrapport: blz. 4"


def a_recognition(**changes: Any) -> dict[str, Any]:
    """A row with the least a recognition can be; __ in a name stands for a point."""
    row = {"card": "nieuw", "body": "voorbeeldorganisatie", "verdicts.1.level": "Goed onderbouwd", "sources": SOURCE}
    return row | {name.replace("__", "."): value for name, value in changes.items()}


def a_source(**changes: Any) -> dict[str, Any]:
    row = {"id": "nieuwe-bron", "type": "boek", "title": "Het nieuwe boek", "publisher": "Uitgever", "voice": "owner"}
    return row | changes


def an_organisation(**changes: Any) -> dict[str, Any]:
    return {"id": "nieuwe-club", "name": "De Nieuwe Club", "kind": "research"} | changes


def a_book(**sheets: Sequence[Mapping[str, Any]]) -> Book:
    return {"Kaarten": [a_row()]} | sheets


# joining


@pytest.mark.parametrize("key", ["nieuw", "NIEUW ", "Nieuw", " nieuw"])
def test_a_row_belongs_to_the_method_whose_id_or_name_it_has(key: str, desk: Desk) -> None:
    assert desk.imports_book(a_book(Erkenningen=[a_recognition(card=key)])) == (
        0,
        ["1 kaart geschreven in methods/; controleer alles met: make check"],
    )
    assert desk.value()["recognitions"] == [
        {
            "body": "voorbeeldorganisatie",
            "verdicts": [{"level": "Goed onderbouwd"}],
            "sources": [{"source": "voorbeeldrapport", "locator": "blz. 4"}],
        }
    ]
    assert desk.root.check() == 0


def test_an_id_goes_before_a_name(desk: Desk) -> None:
    cards = [a_row(id="een", name="Twee"), a_row(id="twee", name="Drie")]
    assert desk.imports_book({"Kaarten": cards, "Erkenningen": [a_recognition(card="twee")]})[0] == 0
    assert [("recognitions" in desk.value(name)) for name in ("een", "twee")] == [False, True]


def test_rows_keep_their_order_and_come_after_what_the_row_of_the_card_says(desk: Desk) -> None:
    texts = ["Als derde.", "Als vierde."]
    goals = [{"card": "nieuw", "text": text, "theme": "return-home", "sources": SOURCE} for text in texts]
    wide = {"goals.7.text": "Als tweede.", "goals.7.theme": "return-home", "goals.7.sources": SOURCE}
    assert desk.imports_book({"Doelen": goals, "Kaarten": [a_row() | wide]})[0] == 0
    assert [goal["text"] for goal in desk.value()["goals"]] == ["Kinderen wonen thuis.", "Als tweede.", *texts]


def test_lists_inside_a_part_of_the_card_have_their_sheets_too(desk: Desk) -> None:
    ages = [{"card": "nieuw", "from": "4", "through": 6.0, "sources": SOURCE}]
    after = [{"card": "nieuw", "text": "Nazorg", "sources": SOURCE}]
    assert desk.imports_book(a_book(**{"Voor wie, Leeftijd": ages, "chain.after": after}))[0] == 0
    assert desk.value()["target_group"]["ages"][0] | {"sources": 0} == {"from": "4", "through": "6", "sources": 0}
    assert desk.value()["chain"]["after"][0]["text"] == "Nazorg"


def test_a_method_of_the_spreadsheet_may_be_named_where_a_card_names_another(desk: Desk) -> None:
    links = [{"card": "nieuw", "method": "De Tweede", "sources": SOURCE}]
    cards = [a_row(), a_row(id="tweede", name="De Tweede")]
    assert desk.imports_book({"Kaarten": cards, "Plaats in de keten, Erna": links})[0] == 0
    assert desk.value()["chain"]["after"][0]["method"] == "tweede"


def test_a_semicolon_may_belong_to_a_value(desk: Desk) -> None:
    assert (
        desk.imports_book(a_book(Erkenningen=[a_recognition(sources=r"voorbeeldrapport: alinea 1\; 2;voorbeeldpagina")]))[0] == 0
    )
    assert desk.value()["recognitions"][0]["sources"] == [
        {"source": "voorbeeldrapport", "locator": "alinea 1; 2"},
        {"source": "voorbeeldpagina"},
    ]


def test_sheets_that_are_empty_or_only_read_are_no_matter(desk: Desk) -> None:
    assert desk.imports_book(a_book(Erkenningen=[], Uitleg=[{"lees": "dit"}], Blad3=[]))[0] == 0


# new sources and organisations


def test_new_sources_and_organisations_are_written_where_the_check_finds_them(desk: Desk) -> None:
    before = {name: (desk.root.path / f"data/{name}.yml").read_text(encoding="utf-8") for name in ("sources", "organisations")}
    book = a_book(
        Erkenningen=[a_recognition(body="de nieuwe club", sources="Het nieuwe boek: blz. 2")],
        **{"Nieuwe bronnen": [a_source()], "Nieuwe organisaties": [an_organisation(abbreviations="DNC; NC")]},
    )
    assert desk.imports_book(book) == (
        0,
        ["1 kaart geschreven in methods/; data/sources.yml, data/organisations.yml aangevuld; controleer alles met: make check"],
    )
    assert desk.root.check() == 0
    library = desk.root.load()
    assert library.sources["nieuwe-bron"].type == "book"
    assert library.organisations["nieuwe-club"].abbreviations == ("DNC", "NC")
    assert library.methods["nieuw"].recognitions[0].body.id == "nieuwe-club"
    assert library.methods["nieuw"].recognitions[0].sources[0].source.id == "nieuwe-bron"
    for name, text in before.items():
        assert (desk.root.path / f"data/{name}.yml").read_text(encoding="utf-8").startswith(text.rstrip())


def test_a_source_that_was_added_by_an_earlier_import_is_no_mistake(desk: Desk) -> None:
    book = a_book(Erkenningen=[a_recognition(sources="nieuwe-bron")]) | {"Nieuwe bronnen": [a_source()]}
    assert desk.imports_book(book)[0] == 0
    written = (desk.root.path / "data/sources.yml").read_bytes()
    assert desk.imports_book(book, "--overwrite")[0] == 0
    assert (desk.root.path / "data/sources.yml").read_bytes() == written


def test_with_valid_only_a_source_is_written_only_for_a_card_that_is(desk: Desk) -> None:
    cards = [a_row(), a_row(id="slecht", name="x" * 91)]
    sources = [a_source(), a_source(id="van-slecht", title="Van de slechte kaart")]
    rows = [a_recognition(sources="nieuwe-bron"), a_recognition(card="slecht", sources="van-slecht")]
    book = {"Kaarten": cards, "Erkenningen": rows, "Nieuwe bronnen": sources}
    status, lines = desk.imports_book(book, "--valid-only")
    assert (status, len(lines)) == (1, 3)
    assert "van-slecht" not in desk.root.load().sources
    assert desk.root.check() == 0


# faults, by cell

NEW_SOURCES, NEW_ORGANISATIONS = "Nieuwe bronnen", "Nieuwe organisaties"
FAULTS: list[tuple[Book, str]] = [
    (a_book(Erkenningen=[a_recognition(card=None)]),
     "Erkenningen!A2: Kaart (id of naam): dit verplichte veld ontbreekt — vul het in"),
    (a_book(Erkenningen=[a_recognition(card="niewu")]),
     'Erkenningen!A2: Kaart (id of naam): op het blad Kaarten staat geen methode "niewu" — bedoelde u "nieuw"?'),
    (a_book(Erkenningen=[a_recognition(card="anders")]),
     'Erkenningen!A2: Kaart (id of naam): op het blad Kaarten staat geen methode "anders" — '
     "zet die daar op een rij, of schrijf hier het id of de naam die daar staat"),
    (a_book(Erkenningen=[a_recognition(body=None)]), "Erkenningen!B2: Instantie: dit verplichte veld ontbreekt — vul het in"),
    (a_book(Erkenningen=[a_recognition(), a_recognition(verdicts__1__level="x" * 91)]),
     "Erkenningen!C3: Oordelen 1: Niveau: de tekst is 91 tekens lang; hoogstens 90 mag — maak hem 1 tekens korter"),
    (a_book(Erkenningen=[a_recognition(verdicts__1__level=None)]),
     "Erkenningen!C2: Oordelen 1: Niveau: dit verplichte veld ontbreekt — vul het in"),
    (a_book(Erkenningen=[a_recognition(state="refused")]),
     "Erkenningen!E2: Stand: bij een weigering hoort de reden — vul reason in"),
    (a_book(Erkenningen=[a_recognition(date="mei")]),
     'Erkenningen!E2: Datum: "mei" is geen datum — schrijf 2019, 2019-05 of 2019-05-14'),
    (a_book(Erkenningen=[a_recognition(sources="voorbeeldraport")]),
     'Erkenningen!D2: Bronnen: "voorbeeldraport" staat niet in data/sources.yml — bedoelde u "voorbeeldrapport"?'),
    (a_book(Erkenningen=[a_recognition(sterren="5")]),
     'Erkenningen!E1: kopregel: een kolom "sterren" bestaat niet — '
     "kies een naam van het blad Kolommen in het sjabloon, of haal de kolom weg"),
    (a_book(Erkenningen=[{name: value for name, value in a_recognition().items() if name != "card"}]),
     'Erkenningen!A1: Instantie: de kolom "Kaart (id of naam)" ontbreekt — begin met het sjabloon, of zet card in de kopregel'),
    (a_book(Erkeningen=[a_recognition()]),
     'Erkeningen!A1: kopregel: een blad "Erkeningen" bestaat niet — bedoelde u "Erkenningen"?'),
    (a_book(Aantekeningen=[{"kladje": "nog bellen"}]),
     'Aantekeningen!A1: kopregel: een blad "Aantekeningen" bestaat niet — '
     "geef het de naam van een blad in het sjabloon, of haal het weg"),
    (a_book(Erkenningen=[a_recognition()], recognitions=[a_recognition()]),
     'recognitions!A1: kopregel: het blad "Erkenningen" is er twee keer — zet de rijen van de twee bij elkaar'),
    ({"Uitleg": [{"lees": "dit"}]},
     'Uitleg!A1: kopregel: het blad "Kaarten" ontbreekt — begin met het sjabloon, of geef het blad met de methoden die naam'),
    (a_book(Resultaten=[{"card": "nieuw", "id": "x", "study": "geen", "measure": "return-home", "statement": "Beter.",
     "result.words": "beter", "direction": "favourable", "sources": SOURCE}]),
     'Resultaten!C2: Onderzoek: er is op deze kaart geen onderzoek "geen" — '
     "beschrijf het onderzoek bij studies, vóór de resultaten, of kies een id dat daar staat"),
    (a_book(Onderzoeken=[{"card": "nieuw", "id": "geen", "design": "monitoring", "sources": SOURCE}],
            Resultaten=[{"card": "nieuw", "id": "x", "study": "geen", "measure": "return-home", "statement": "Beter.",
     "result.words": "beter", "result.p": "0.1", "direction": "favourable", "sources": SOURCE}]),
     "Resultaten!G2: Resultaat: p-waarde: dit past niet bij de andere cellen hiernaast — "
     "maak deze cel leeg, of de andere; wat bij elkaar hoort, staat op het blad Kolommen"),
    (a_book(**{"Voor wie, Leeftijd": [{"card": "nieuw", "all_ages": "soms", "sources": SOURCE}]}),
     'Voor wie, Leeftijd!B2: Alle leeftijden: "soms" kan hier niet — schrijf ja of nee'),
    (a_book(**{NEW_SOURCES: [a_source()]}),
     "Nieuwe bronnen!A2: Id: dit wordt nergens gebruikt — verwijs ernaar vanuit een kaart, of haal het weg"),
    (a_book(Erkenningen=[a_recognition(sources="voorbeeldpagina")], **{NEW_SOURCES: [a_source(id="voorbeeldpagina")]}),
     'Nieuwe bronnen!A2: Id: "voorbeeldpagina" staat al in data/sources.yml, en daar staat iets anders — '
     "haal de rij weg, of geef die een ander id; wat er al staat, verandert u in dat bestand"),
]  # fmt: skip


@pytest.mark.parametrize(("book", "said"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_said_by_its_cell(book: Book, said: str, desk: Desk) -> None:
    before = desk.cards
    status, lines = desk.imports_book(book)
    assert (status, lines[0], lines[-1]) == (1, said, "er is niets geschreven")
    assert len(lines) in (2, 3)
    assert desk.cards == before


def test_two_methods_of_one_name_need_an_id(desk: Desk) -> None:
    cards = [a_row(), a_row(id="ander")]
    lines = desk.imports_book({"Kaarten": cards, "Erkenningen": [a_recognition(card="NIEUW"), a_recognition(card="ander")]})[1]
    assert not [line for line in lines if line.startswith("Erkenningen")]
    cards = [a_row(id="een"), a_row(id="twee")]
    lines = desk.imports_book({"Kaarten": cards, "Erkenningen": [a_recognition(card="Nieuw")]})[1]
    assert lines[-3] == (
        'Erkenningen!A2: Kaart (id of naam): op het blad Kaarten heten meer methoden "Nieuw" — schrijf hier het id van de methode'
    )


def test_a_mistake_in_a_new_record_is_said_there_and_once_of_each_card_that_uses_it(desk: Desk) -> None:
    rows = [a_recognition(sources="nieuwe-bron: blz. 2"), a_recognition(sources="nieuwe-bron")]
    book = {"Kaarten": [a_row(), a_row(id="ander", name="Ander")], "Erkenningen": rows, NEW_SOURCES: [a_source(voice="iemand")]}
    status, lines = desk.imports_book(book, "--valid-only")
    assert (status, lines) == (
        1,
        [
            'Erkenningen!D2: Bronnen: "nieuwe-bron" is niet goed ingevuld — verbeter eerst de rij van Nieuwe bronnen!A2',
            'Nieuwe bronnen!E2: Wie spreekt: "iemand" staat niet in data/vocabularies/voice.yml — '
            "voeg het daar toe of kies een id dat er staat",
            "2 fouten; 2 methoden gelezen",
            "1 kaart geschreven in methods/; controleer alles met: make check",
        ],
    )
    assert desk.cards >= {"ander.yml"} and "nieuw.yml" not in desk.cards
    assert desk.root.check() == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"type": "krant"}, 'Nieuwe bronnen!B2: Soort: "krant" kan hier niet — kies uit: webpagina, rapport, '
         "artikel in een krant, artikel in een vakblad, wetenschappelijk artikel, scriptie of proefschrift, "
         "bericht op een weblog, wet of regeling, boek"),
        ({"title": None}, "Nieuwe bronnen!C2: Titel: dit verplichte veld ontbreekt — vul het in"),
        ({"id": "Nieuwe Bron"}, 'Nieuwe bronnen!A2: Id: "Nieuwe Bron" kan geen id zijn — '
         "gebruik kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis"),
    ],
)  # fmt: skip
def test_a_new_source_is_checked_as_all_are(change: dict[str, Any], said: str, desk: Desk) -> None:
    book = a_book(Erkenningen=[a_recognition(sources="nieuwe-bron")]) | {NEW_SOURCES: [a_source(**change)]}
    assert said in desk.imports_book(book)[1]


def test_a_card_that_is_there_already_is_told_all_its_mistakes_at_once(desk: Desk) -> None:
    card = {path: value for path, value in a_row(id="voorbeeld-kort").items() if path != "summary"}
    assert desk.imports([card])[1][:2] == [
        'Kaarten!A2: Bestandsnaam (id): er is al een kaart "voorbeeld-kort" — '
        "kies een ander id, of vervang de kaart met --overwrite",
        "Kaarten!A2: summary: dit verplichte veld ontbreekt — vul het in",
    ]


def test_a_new_record_stands_on_one_row_only(desk: Desk) -> None:
    book = a_book(Erkenningen=[a_recognition(sources="nieuwe-bron")]) | {NEW_SOURCES: [a_source(), a_source(title="Anders")]}
    assert (
        'Nieuwe bronnen!A3: Id: "nieuwe-bron" staat ook op rij 2 — haal een van de twee rijen weg, of geef er een een ander id'
    ) in desk.imports_book(book)[1]


@pytest.mark.parametrize("name", ["card", "sheet"])
def test_with_valid_only_nothing_is_written_while_a_row_belongs_to_no_card(name: str, desk: Desk) -> None:
    book = a_book(Erkenningen=[a_recognition(card="nergens")]) if name == "card" else a_book(Erkeningen=[a_recognition()])
    before = desk.cards
    assert desk.imports_book(book, "--valid-only")[1][-1] == "er is niets geschreven"
    assert desk.cards == before


def test_a_sheet_that_is_a_drawing_is_not_read(desk: Desk, tmp_path: Path) -> None:
    file = write_book(tmp_path / "k.xlsx", a_book())
    book = xlsxwriter.Workbook(tmp_path / "leeg.xlsx")
    chart = book.add_chart({"type": "line"})
    book.add_chartsheet("Grafiek").set_chart(chart)
    chart.add_series({"values": "=Kaarten!$A$2:$A$2"})
    sheet = book.add_worksheet("Kaarten")
    for number, (path, value) in enumerate(a_row().items()):
        sheet.write(0, number, path)
        sheet.write(1, number, value)
    book.close()
    assert desk.run(file)[0] == 0
    assert desk.run(tmp_path / "leeg.xlsx", "--overwrite")[0] == 0
