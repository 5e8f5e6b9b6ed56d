"""A spreadsheet becomes cards, and whatever is wrong is said by its cell."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from builders import Root
from hypothesis import given, settings
from hypothesis import strategies as st
from spreadsheets import LEAST, Desk, a_row, import_main, table, write_csv, write_xlsx

from macros.contributing.spreadsheet.columns import SheetColumn, every_column, find_column
from macros.contributing.spreadsheet.sheets import cell_name
from macros.model.fields import fields_of
from macros.model.method import Method
from macros.validation.yaml_reader import read_file
from macros.validation.yaml_typing import UNSEEN

# columns


def test_every_field_of_a_card_has_a_column() -> None:
    columns = list(every_column())
    assert len(columns) > 150
    assert {node.name for node in fields_of(Method)} == {column.keys[0] for column in columns[1:]}


@pytest.mark.parametrize("column", list(every_column()), ids=lambda column: column.path)
def test_a_column_is_known_by_its_path_and_by_its_heading(column: SheetColumn) -> None:
    assert find_column(column.path) == column
    assert find_column(f"  {column.heading.upper()} ") == column


def test_no_two_columns_have_one_heading() -> None:
    headings = [column.heading for column in every_column()]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize(
    "name", ["", "goals", "goals.text", "goals.0.text", "goals.1", "name.1", "Doelen: Doel", "doelen 1", "x", "."]
)
def test_what_is_no_column_is_none(name: str) -> None:
    assert find_column(name) is None


def test_a_list_may_be_as_long_as_it_needs_to_be() -> None:
    assert find_column("Doelen 12: Doel").keys == ("goals", 11, "text")
    assert find_column("goals.12.text").heading == "Doelen 12: Doel"


def test_a_cell_is_named_as_spreadsheets_do() -> None:
    assert [cell_name(6, 1), cell_name(0, 25), cell_name(0, 26), cell_name(9, 701), cell_name(9, 702)] == [
        "B7",
        "Z1",
        "AA1",
        "ZZ10",
        "AAA10",
    ]


# good rows


@pytest.mark.parametrize(
    ("former", "column"), [("owner.organisation", "owners.1.organisation"), ("Eigenaar: Bronnen", "owners.1.sources")]
)
def test_a_spreadsheet_from_before_a_method_could_have_several_owners_still_works(desk: Desk, former: str, column: str) -> None:
    row = {former if name == column else name: value for name, value in a_row().items()}
    assert desk.imports([row])[0] == 0
    assert [owner["organisation"] for owner in desk.value()["owners"]] == ["voorbeeldorganisatie"]


def test_a_row_becomes_a_card(desk: Desk) -> None:
    assert desk.imports([a_row()]) == (0, ["1 kaart geschreven in methods/; controleer alles met: make check"])
    assert desk.root.load().methods["nieuw"].owners[0].organisation.id == "voorbeeldorganisatie"
    assert desk.value()["owners"][0]["sources"] == [
        {"source": "voorbeeldrapport", "locator": "blz. 2"},
        {"source": "voorbeeldpagina"},
    ]
    assert desk.value()["status"]["phase"] == "running"
    assert desk.root.check() == 0


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("dutch", [False, True])
def test_a_csv_of_any_kind_says_the_same(delimiter: str, mark: str, dutch: bool, desk: Desk) -> None:
    row = a_row(summary="Een; korte, samenvatting.\nMet een regel meer.", aliases="Een; Twee")
    file = write_csv(desk.root.path / "k.csv", table([row], dutch=dutch), delimiter=delimiter, mark=mark)
    assert desk.run(file)[0] == 0
    assert desk.value()["summary"] == "Een; korte, samenvatting.\nMet een regel meer."
    assert desk.value()["aliases"] == ["Een", "Twee"]


def test_the_line_by_which_excel_names_the_separator_is_no_row(desk: Desk) -> None:
    file = write_csv(desk.root.path / "k.csv", table([a_row(name=None)]), delimiter="|", before="sep=|\r\n")
    assert desk.run(file)[1][0] == "B2: Naam: dit verplichte veld ontbreekt — vul het in"


def test_the_row_that_names_the_columns_again_is_no_method(desk: Desk) -> None:
    cells = table([a_row()], dutch=True)
    cells.insert(1, table([a_row()])[0])
    assert desk.run(write_xlsx(desk.root.path / "k.xlsx", cells))[0] == 0
    assert desk.cards >= {"nieuw.yml"}


def test_the_sheet_with_cards_is_taken_whatever_its_place(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "boek.xlsx"
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Uitleg").write_string(0, 0, "lees dit")
    sheet = book.add_worksheet("Kaarten")
    for row, values in enumerate(table([a_row()])):
        sheet.write_row(row, 0, values)
    book.close()
    assert desk.run(file)[0] == 0


def test_empty_rows_and_numbers_that_are_left_out_leave_no_holes(desk: Desk) -> None:
    goal = {
        "goals.4.text": "Ouders staan er niet alleen voor.",
        "goals.4.theme": "return-home",
        "goals.4.sources": "voorbeeldpagina",
    }
    status, _ = desk.imports([{}, a_row(goals__1__text=None, goals__1__theme=None, goals__1__sources=None) | goal, {}])
    assert status == 0
    assert [part["text"] for part in desk.value()["goals"]] == ["Ouders staan er niet alleen voor."]


@pytest.mark.parametrize(
    ("path", "typed", "written"),
    [
        ("status.from", 2019.0, "2019"),
        ("status.from", "2019-05", "2019-05"),
        ("status.from", datetime.date(2019, 5, 14), "2019-05-14"),
        ("target_group.recipients", "ouder; Child\nfamily", ["parent", "child", "family"]),
        ("classification.frame_incomplete", True, "true"),
        ("classification.frame_incomplete", "WAAR", "true"),
        ("classification.frame_incomplete", "nee", "false"),
        ("owners.1.organisation", "VOORBEELDORGANISATIE", "voorbeeldorganisatie"),
    ],
)
def test_a_cell_is_read_as_people_fill_it_in(path: str, typed: Any, written: Any, desk: Desk) -> None:
    division = {"classification.frame": "voluntary", "classification.sources": "voorbeeldpagina"}
    assert desk.imports([LEAST | division | {path: typed}])[0] == 0
    value: Any = desk.value()
    for key in path.split("."):
        value = value[int(key) - 1 if key.isdigit() else key]
    assert value == written


RESULT = {
    "studies.1.id": "meting",
    "studies.1.design": "monitoring",
    "studies.1.sources": "voorbeeldpagina",
    "outcomes.1.id": "uitkomst",
    "outcomes.1.measure": "return-home",
    "outcomes.1.statement": "Het ging beter.",
    "outcomes.1.direction": "favourable",
    "outcomes.1.study": "meting",
    "outcomes.1.result.unit": "parent",
    "outcomes.1.sources": "voorbeeldpagina",
}


@pytest.mark.parametrize(("typed", "written"), [(8.2, "8.2"), ("8,20", "8.20"), ("8.20", "8.20"), (8.0, "8")])
def test_a_number_has_a_comma_or_a_point(typed: Any, written: str, desk: Desk) -> None:
    score = {"outcomes.1.result.score": typed, "outcomes.1.result.lowest": 1, "outcomes.1.result.highest": "10"}
    assert desk.imports([LEAST | RESULT | score])[0] == 0
    assert desk.value()["outcomes"][0]["result"] == {"unit": "parent", "score": written, "lowest": "1", "highest": "10"}


def test_cards_of_one_sheet_may_name_each_other(desk: Desk) -> None:
    link = {"chain.after.1.method": "tweede", "chain.after.1.sources": "voorbeeldpagina"}
    assert desk.imports([LEAST | link, a_row(id="tweede", name="Tweede")])[0] == 0


@settings(max_examples=30)  # each reads a library
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_whatever_is_typed_is_either_written_as_it_was_or_refused(example: Root, text: str) -> None:
    file = write_csv(example.path / "k.csv", table([a_row(summary=text)]))
    try:
        status = import_main([str(file), "--root", str(example.path), "--overwrite"])
        if status == 0:
            assert read_file(example.path / "methods" / "nieuw.yml", "").value["summary"] == text.translate(UNSEEN).strip()
    finally:
        (example.path / "methods" / "nieuw.yml").unlink(missing_ok=True)


# faults, by cell

FAULTS = [
    ({"name": None}, "B2: Naam: dit verplichte veld ontbreekt — vul het in"),
    ({"name": "x" * 91}, "B2: Naam: de tekst is 91 tekens lang; hoogstens 90 mag — maak hem 1 tekens korter"),
    ({"status__phase": "loop"}, 'D2: Stand: Stand: "loop" staat niet in data/vocabularies/phase.yml — bedoelde u "loopt"?'),
    (
        {"sources": "voorbeeldraport: blz. 3"},
        'M2: Bronnen: "voorbeeldraport" staat niet in data/sources.yml — bedoelde u "voorbeeldrapport"?',
    ),
    ({"goals__1__theme": None}, "K2: Doelen 1: Thema: dit verplichte veld ontbreekt — vul het in"),
    ({"target_group__description": None}, "H2: Voor wie: Omschrijving: dit verplichte veld ontbreekt — vul het in"),
    ({"reviewed": "14 mei"}, 'N2: Nagekeken op: "14 mei" is geen datum — schrijf 2019, 2019-05 of 2019-05-14'),
    (
        {"reviewed": datetime.date(2019, 5, 1)},
        "N2: Nagekeken op: de spreadsheet heeft hier een datum van gemaakt (2019-05-01) — "
        "maak van de cel tekst en schrijf die opnieuw, bijvoorbeeld 2019, 2019-05 of 2019-05-01",
    ),
    (
        {"aliases": datetime.date(2019, 5, 2)},
        "N2: Andere namen: de spreadsheet heeft hier een datum van gemaakt (2019-05-02) — "
        "maak van de cel tekst en schrijf die opnieuw, bijvoorbeeld 2019, 2019-05 of 2019-05-01",
    ),
    ({"contact__organisation": "iemand"}, 'N2: Contact: Organisatie: "iemand" staat niet in data/organisations.yml — '
     "voeg het daar toe of kies een id dat er staat"),
    ({"summary": "Bel 06-12345678."}, "C2: Samenvatting: dit lijkt op een telefoonnummer: 06-12345678 — "
     "haal het weg; noem een organisatie of een rol"),
    ({"summary": "Een\u202ewoord"}, "C2: Samenvatting: hier staat een onzichtbaar teken dat niet mag (U+202E) — "
     "typ de tekst opnieuw in plaats van hem te plakken"),
    ({"id": None}, "A2: Bestandsnaam (id): dit verplichte veld ontbreekt — vul het in"),
    ({"id": "Nieuwe Methode"}, 'A2: Bestandsnaam (id): "Nieuwe Methode" kan geen id zijn — '
     "gebruik kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis"),
    ({"id": "voorbeeld-kort"}, 'A2: Bestandsnaam (id): er is al een kaart "voorbeeld-kort" — '
     "kies een ander id, of vervang de kaart met --overwrite"),
    ({"chain__after__1__method": "ergens", "chain__after__1__sources": "voorbeeldpagina"},
     'N2: Plaats in de keten: Erna 1: Methode: er is geen kaart "ergens" — '
     "schrijf het in woorden, met text: in plaats van method:"),
    ({"reach__1__count": "12,5", "reach__1__unit": "gezin", "reach__1__sources": "voorbeeldpagina"},
     'N2: Bereik 1: Aantal: "12,5" is geen heel getal — schrijf alleen cijfers, bijvoorbeeld 12'),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "said"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_said_by_its_cell(changes: dict[str, Any], said: str, desk: Desk) -> None:
    assert desk.fault(**changes) == f"Kaarten!{said}"


def test_a_share_where_a_percentage_belongs_is_not_guessed(desk: Desk) -> None:
    share = {name.replace(".", "__"): value for name, value in (RESULT | {"outcomes.1.result.percent": 0.75}).items()}
    assert desk.fault(**share) == (
        "Kaarten!X2: Resultaten 1: Resultaat: Percentage: 0.75 kan 0.75% zijn, of 75% — "
        "schrijf 75 zonder procentteken; bedoelt u 0.75%, maak van de cel dan tekst"
    )


def test_a_rule_about_several_cells_points_at_one_of_them(desk: Desk) -> None:
    numbers = RESULT | {"outcomes.1.result.count": 13, "outcomes.1.result.of": 12}
    said = desk.fault(**{name.replace(".", "__"): value for name, value in numbers.items()})
    assert said == "Kaarten!X2: Resultaten 1: Resultaat: Aantal: 13 van 12 kan niet — kijk de aantallen na in de bron"


def test_a_method_that_stands_there_twice_is_refused(desk: Desk) -> None:
    status, lines = desk.imports([a_row(), a_row(name="Nog eens")])
    assert (status, lines[0]) == (
        1,
        'Kaarten!A3: Bestandsnaam (id): "nieuw" staat ook op rij 2 — haal een van de twee rijen weg, of geef er een een ander id',
    )


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Samenvating", 'Kaarten!N1: kopregel: een kolom "Samenvating" bestaat niet — bedoelde u "Samenvatting"?'),
        (
            "Kleur",
            'Kaarten!N1: kopregel: een kolom "Kleur" bestaat niet — '
            "kies een naam van het blad Kolommen in het sjabloon, of haal de kolom weg",
        ),
        ("", "Kaarten!N1: kopregel: deze kolom heeft geen naam — zet de naam in de kopregel, of haal de kolom weg"),
        ("Naam", 'Kaarten!N1: kopregel: de kolom "Naam" staat er twee keer — haal een van de twee weg'),
    ],
)
def test_a_column_that_cannot_be_read_stops_everything(heading: str, said: str, desk: Desk) -> None:
    cells = table([a_row()])
    cells = [[*cells[0], heading], [*cells[1], "iets"]]
    status, lines = desk.run(write_xlsx(desk.root.path / "k.xlsx", cells), "--valid-only")
    assert (status, lines[0], lines[-1]) == (1, said, "er is niets geschreven")


def test_a_sheet_without_ids_or_without_methods_is_refused(desk: Desk) -> None:
    file = write_xlsx(desk.root.path / "k.xlsx", [["name"], ["Nieuw"]])
    assert desk.run(file)[1][0] == (
        'Kaarten!A1: Naam: de kolom "Bestandsnaam (id)" ontbreekt — begin met het sjabloon, of zet id in de kopregel'
    )
    assert desk.run(write_csv(desk.root.path / "k.csv", []))[0] == 1
    for cells in ([["id"]], [["id", "name"], ["", " "]]):
        status, lines = desk.run(write_csv(desk.root.path / "k.csv", cells))
        empty = "hier staat geen enkele methode — zet elke methode op een eigen rij onder de kopregel"
        assert (status, lines[0]) == (1, f"A2: Bestandsnaam (id): {empty}")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("k.xlsx", b"PK\x03\x04", "dit bestand is niet als spreadsheet te lezen — "
         "open het in Excel of LibreOffice en sla het opnieuw op"),
        ("k.ods", b"x", '"k.ods" is geen XLSX en geen CSV — sla het op als XLSX, of als CSV UTF-8'),
        ("k.csv", "naam;één".encode("cp1252"), "deze CSV is geen UTF-8 — "
         "kies bij opslaan: CSV UTF-8 (door komma's of puntkomma's gescheiden)"),
        ("k.csv", b'id;name\r\n"a;b', "dit is geen geldige CSV; regel 2: een aanhalingsteken gaat open en niet meer dicht — "
         "open het in Excel of LibreOffice en sla het op als CSV UTF-8"),
        ("k.csv", b'id;name\r\na;b\r\n"c" d;e', "dit is geen geldige CSV; regel 3: "
         "na een aanhalingsteken dat sluit, staat nog tekst in dezelfde cel — "
         "open het in Excel of LibreOffice en sla het op als CSV UTF-8"),
        ("k.csv", b'id;name\r\na;"' + b"b" * 140_000, "dit is geen geldige CSV; regel 2: een cel is te lang; "
         "waarschijnlijk gaat een aanhalingsteken niet dicht — "
         "open het in Excel of LibreOffice en sla het op als CSV UTF-8"),
        ("k.csv", b" " * 20_000_001, "het bestand is 20000001 bytes; 20000000 is het hoogste — "
         "verdeel de methoden over meer bestanden"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes, said: str, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    status, lines = desk.run(file)
    assert (status, lines) == (1, [f"{file}: {said}"])


def test_a_file_that_is_not_there_is_a_different_failure(desk: Desk, tmp_path: Path) -> None:
    assert import_main([str(tmp_path / "weg.xlsx"), "--root", str(desk.root.path)]) == 2


# two hundred rows, twenty faults


def twenty_faults() -> tuple[list[dict[str, Any]], list[str]]:
    """Two hundred rows, and the cells of the twenty faults in them."""
    rows = [a_row(id=f"methode-{number}", name=f"Methode {number}") for number in range(200)]
    changes: list[tuple[str, Any]] = [
        ("name", None),
        ("summary", "x" * 401),
        ("status.phase", "soms"),
        ("status.sources", None),
        ("owners.1.organisation", "niemand"),
        ("owners.1.sources", "geen-bron"),
        ("target_group.description", "<b>vet</b>"),
        ("goals.1.theme", "thema"),
        ("sources", "geen-bron: blz. 2"),
        ("id", "Met Hoofdletters"),
    ]
    paths = list(LEAST)
    cells = []
    for number, (path, value) in enumerate([*changes, *changes]):
        row = 7 * number + 3
        rows[row] = rows[row] | {path: value}
        cells.append(f"Kaarten!{cell_name(row + 1, paths.index(path))}")
    return rows, cells


def test_twenty_faults_in_two_hundred_rows_are_twenty_problems_and_nothing_is_written(desk: Desk) -> None:
    rows, cells = twenty_faults()
    before = desk.cards
    status, lines = desk.imports(rows)
    assert status == 1
    assert [line.split(":")[0] for line in lines[:-2]] == cells
    assert lines[-2:] == ["20 fouten; 200 methoden gelezen", "er is niets geschreven"]
    assert desk.cards == before


def test_with_valid_only_the_other_rows_are_written(desk: Desk) -> None:
    rows, _ = twenty_faults()
    before = desk.cards
    status, lines = desk.imports(rows, "--valid-only")
    assert status == 1
    assert lines[-2:] == [
        "20 fouten; 200 methoden gelezen",
        "180 kaarten geschreven in methods/; controleer alles met: make check",
    ]
    assert len(desk.cards - before) == 180
    assert desk.root.check() == 0


def test_with_dry_run_nothing_is_written(desk: Desk) -> None:
    before = desk.cards
    assert desk.imports([a_row()], "--dry-run") == (0, ["1 kaart in orde, niets geschreven"])
    assert desk.cards == before


def test_a_card_that_names_a_refused_one_is_refused_with_it(desk: Desk) -> None:
    link = {"chain.after.1.method": "tweede", "chain.after.1.sources": "voorbeeldpagina"}
    rows = [LEAST | link, a_row(id="tweede", name=None), a_row(id="derde", name="Derde")]
    before = desk.cards
    status, lines = desk.imports(rows, "--valid-only")
    assert (status, len(lines)) == (1, 4)
    assert desk.cards - before == {"derde.yml"}


def test_a_card_is_replaced_only_when_told(desk: Desk) -> None:
    before = desk.card("voorbeeld-kort").read_bytes()
    assert desk.imports([a_row(id="voorbeeld-kort")])[0] == 1
    assert desk.card("voorbeeld-kort").read_bytes() == before
    assert desk.imports([a_row(id="voorbeeld-kort")], "--overwrite")[0] == 0
    assert desk.value("voorbeeld-kort")["name"] == "Nieuw"


def test_data_with_a_problem_stops_the_import(desk: Desk) -> None:
    before = (desk.root.path / "data/organisations.yml").read_text(encoding="utf-8")
    desk.root.write("data/organisations.yml", f"{before}\nvoorbeeld: {{naam: X}}\n")
    status, lines = desk.imports([a_row()])
    assert status == 1
    assert lines[0].startswith("data/organisations.yml: voorbeeld")


def test_no_percentage_is_overlooked() -> None:
    """A column is a percentage by the name of its field; in the model it is one by its highest value."""
    columns = [column for column in every_column() if column.kind == "percent"]
    limited = {path for path, node in _fields(Method) if node.get("maximum") == 100}
    assert len(columns) == 6
    assert {column.keys[-1] for column in columns} == limited


def _fields(record: type[Method]) -> Iterator[tuple[str, dict[str, Any]]]:
    schema = record.model_json_schema()
    for inner in schema["$defs"].values():
        for name, field in inner.get("properties", {}).items():
            yield name, next((part for part in field.get("anyOf", []) if "maximum" in part), field)


# words that are in no list yet


@pytest.mark.parametrize(
    ("changes", "lines", "left"),
    [
        ({"target_group__problems": "nieuw: eenzaamheid"}, ["Voor wie: Wat er speelt ontbreekt “eenzaamheid”."], None),
        (
            {"target_group__problems": "schulden; Nieuw:  rouw  en verlies; nieuw woord: pesten"},
            ["Voor wie: Wat er speelt ontbreekt “rouw en verlies”.", "Voor wie: Wat er speelt ontbreekt “pesten”."],
            ["debts"],
        ),
        ({"target_group__problems": "NIEUW: iets: dat # nieuw is"},
         ["Voor wie: Wat er speelt ontbreekt “iets: dat # nieuw is”."], None),
        ({"aliases": "nieuw: begin"}, [], None),
    ],
)  # fmt: skip
def test_a_word_that_is_missing_comes_with_the_card_for_whoever_reads_along(
    changes: dict[str, Any], lines: list[str], left: list[str] | None, desk: Desk
) -> None:
    assert desk.imports([a_row(**changes)])[0] == 0
    schema, *text = (desk.root.path / "methods" / "nieuw.yml").read_text(encoding="utf-8").splitlines()
    remarks = [line.removeprefix("# Voor wie meeleest: bij ") for line in text if line.startswith("#")]
    assert schema.startswith("# yaml-language-server:") and remarks == lines
    assert desk.value()["target_group"].get("problems") == left


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"target_group__problems": "eenzaamheid"},
         '"eenzaamheid" staat niet in data/vocabularies/problem.yml — '
         "kies een woord uit de lijst, of schrijf er nieuw: voor, dan vult wie meeleest de lijst aan"),
        ({"target_group__problems": "schuldn"},
         '"schuldn" staat niet in data/vocabularies/problem.yml — bedoelde u "schulden"?'),
        ({"status__phase": "nieuw: slaapt"}, '"nieuw: slaapt" staat niet in data/vocabularies/phase.yml — '),
    ],
)  # fmt: skip
def test_an_unknown_word_can_be_proposed_unless_its_list_is_closed(changes: dict[str, Any], said: str, desk: Desk) -> None:
    assert said in desk.fault(**changes)
