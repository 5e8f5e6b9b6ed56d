"""The command that contributors and pull requests run: what it prints and how it ends."""

import json
import shutil
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, as_yaml
from paths import BROKEN

from macros.validation.forge_report import github_report
from macros.validation.problems import FilePosition, Problem
from scripts.check import main

Capture = pytest.CaptureFixture[str]
ONE_FAULT = "reviewed: ooit\n" + as_yaml(a_card())


def printed(capsys: Capture) -> list[str]:
    return capsys.readouterr().out.splitlines()


# how it ends


def test_a_library_without_faults_ends_with_0_and_says_how_many_cards(root: Root, capsys: Capture) -> None:
    assert root.check() == 0
    assert printed(capsys) == ["3 kaarten, geen fouten"]


def test_one_card_without_faults_ends_with_0(root: Root, capsys: Capture) -> None:
    assert root.check(root.path / "methods" / "voorbeeld-kort.yml") == 0
    assert printed(capsys) == ["1 kaart, geen fouten"]


def test_a_fault_ends_with_1(root: Root) -> None:
    root.write_card(a_card(reviewed="ooit"))
    assert root.check() == 1


def test_a_folder_without_cards_ends_with_2_because_nothing_was_checked(root: Root, capsys: Capture) -> None:
    (root.path / "leeg").mkdir()
    assert root.check(root.path / "leeg") == 2
    assert "geen kaarten gevonden" in capsys.readouterr().err


def test_a_library_without_cards_ends_with_2(root: Root) -> None:
    shutil.rmtree(root.path / "methods")
    (root.path / "methods").mkdir()
    assert root.check() == 2


@pytest.mark.parametrize(
    "missing",
    ["methods", "data", "data/organisations.yml", "data/synonyms.yml"],
)
def test_a_library_with_a_missing_part_ends_with_2_and_names_it(missing: str, root: Root, capsys: Capture) -> None:
    part = root.path / missing
    if part.is_dir():
        shutil.rmtree(part)
    else:
        part.unlink()
    assert root.check() == 2
    assert missing in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["data/vocabularies", "data/vocabularies/theme.yml"])
def test_a_list_of_words_that_is_not_there_is_a_problem_with_a_remedy(missing: str, root: Root, capsys: Capture) -> None:
    part = root.path / missing
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    assert root.check() == 1
    assert "data/vocabularies/theme.yml:1:1: deze woordenlijst ontbreekt — zet het bestand terug" in capsys.readouterr().out


def test_a_card_that_does_not_exist_ends_with_2_and_is_named(root: Root, capsys: Capture) -> None:
    assert root.check(root.path / "methods" / "verdwenen.yml") == 2
    assert "verdwenen.yml" in capsys.readouterr().err


def test_an_unknown_option_ends_with_2(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--formaat", "text"])
    assert end.value.code == 2


# what it prints


def test_text_is_a_line_for_each_fault_and_a_count(root: Root, capsys: Capture) -> None:
    root.write_card(ONE_FAULT)
    root.check()
    assert printed(capsys) == [
        'methods/nieuw.yml:1:1: reviewed: "ooit" is geen datum — schrijf 2019, 2019-05 of 2019-05-14',
        "1 fout in 1 bestand",
    ]


def test_json_is_a_list_with_everything_apart(root: Root, capsys: Capture) -> None:
    root.write_card(ONE_FAULT)
    root.check("--format", "json")
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": "methods/nieuw.yml",
            "line": 1,
            "column": 1,
            "field": "reviewed",
            "code": "bad_date",
            "message": '"ooit" is geen datum',
            "remedy": "schrijf 2019, 2019-05 of 2019-05-14",
        }
    ]


def test_json_of_a_library_without_faults_is_an_empty_list(root: Root, capsys: Capture) -> None:
    assert root.check("--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_is_a_command_for_each_fault(root: Root, capsys: Capture) -> None:
    root.write_card(ONE_FAULT)
    root.check("--format", "github")
    said = 'reviewed: "ooit" is geen datum — schrijf 2019, 2019-05 of 2019-05-14'
    command, _, *log, _ = printed(capsys)
    assert command == f"::error file=methods/nieuw.yml,line=1,col=1::{said}"
    assert log == [f"methods/nieuw.yml:1:1: {said}", "1 fout in 1 bestand"]


def test_github_commands_escape_what_would_end_them_or_start_another() -> None:
    problem = Problem("a:b,c%.yml", FilePosition(1, 2), ("100%\r\n::error::x",), "missing")
    assert github_report([problem]).split("\n")[0] == (
        "::error file=a%3Ab%2Cc%25.yml,line=1,col=2::100%25 ::error::x: dit verplichte veld ontbreekt — vul het in"
    )


def test_what_was_typed_cannot_start_a_line_of_its_own(root: Root, capsys: Capture) -> None:
    root.write_card(a_card(reviewed="ooit\n::error file=x::y"))
    root.check("--format", "github")
    assert len(printed(capsys)) == 5  # the command, and the log with its count between two lines that stop commands


def test_what_was_typed_cannot_command_a_terminal(root: Root, capsys: Capture) -> None:
    root.write_card(a_card(reviewed="\x1b[31mrood"))
    root.check()
    assert "\x1b" not in capsys.readouterr().out


def test_a_long_text_is_quoted_in_part(root: Root, capsys: Capture) -> None:
    root.write_card(a_card(reviewed="ooit " * 1000))
    root.check()
    assert len(printed(capsys)[0]) < 300


# all at once, nothing twice


def test_all_faults_of_all_cards_are_reported_at_once(root: Root, capsys: Capture) -> None:
    root.write_card(a_card(reviewed="ooit", name=...), "een")
    root.write_card("name: 'open", "twee")
    root.write_card(a_card(chain={"after": [{"method": "nergens", "sources": SOURCES}]}), "drie")
    root.check()
    *lines, count = printed(capsys)
    assert [line.split(":")[0] for line in lines] == [
        "methods/drie.yml",
        "methods/een.yml",
        "methods/een.yml",
        "methods/twee.yml",
    ]
    assert count == "4 fouten in 3 bestanden"


def test_faults_stand_in_the_order_of_the_file(root: Root, capsys: Capture) -> None:
    goals = [{"text": "x", "theme": "x", "sources": SOURCES}, {"text": "", "theme": "x", "sources": []}]
    root.write_card(a_card(reviewed="ooit", summary="<b>", goals=goals))
    root.check()
    lines = [int(line.split(":")[1]) for line in printed(capsys)[:-1]]
    assert lines == sorted(lines)
    assert len(lines) == 6


def test_nothing_is_printed_twice(capsys: Capture, root: Root) -> None:
    root.check(BROKEN, BROKEN / "phone.yml", BROKEN / ".." / "broken" / "phone.yml")
    lines = printed(capsys)
    assert len(lines) > 30
    assert len(set(lines)) == len(lines)


def test_a_card_with_a_wrong_name_is_not_overlooked(root: Root, capsys: Capture) -> None:
    for name in ("methods/kaart.yaml", "methods/lees.txt"):
        root.write(name, a_card())
    (root.path / "methods" / "map").mkdir()
    root.check()
    assert [line.split('"')[1] for line in printed(capsys)[:-1]] == ["kaart.yaml", "lees.txt", "map"]


def test_a_hidden_file_is_not_a_card(root: Root) -> None:
    root.write("methods/.gitkeep", "")
    root.write("methods/.voorbeeld.yml.swp", "\x00")
    assert root.check() == 0


def test_two_cards_of_one_name_are_refused(root: Root, capsys: Capture) -> None:
    root.write("elders/voorbeeld-kort.yml", a_card())
    assert root.check(root.path / "methods", root.path / "elders") == 1
    assert printed(capsys)[0] == (
        'elders/voorbeeld-kort.yml:1:1: er is al een kaart "voorbeeld-kort": methods/voorbeeld-kort.yml'
        " — geef een van de twee bestanden een andere naam"
    )


# who is to blame


def test_a_link_to_a_card_that_was_not_asked_for_is_right(root: Root) -> None:
    card = root.write_card(a_card(chain={"after": [{"method": "voorbeeld-kort", "sources": SOURCES}]}))
    assert root.check(card) == 0


def test_a_link_to_a_card_that_is_refused_itself_is_right(root: Root, capsys: Capture) -> None:
    root.write_card(a_card(reviewed="ooit"), "voorbeeld-kort")
    root.check()
    assert [line.split(":")[0] for line in printed(capsys)[:-1]] == ["methods/voorbeeld-kort.yml"]


@pytest.mark.parametrize(
    ("file", "values"),
    [
        ("data/elements.yml", {"voorbeeldelement": {"name": "Zonder uitleg", "name_en": "Without"}}),
        ("data/elements.yml", "voorbeeldelement: 'open"),
        ("data/vocabularies/theme.yml", "label: 'open"),
        (
            "data/vocabularies/theme.yml",
            {"label": "Thema", "label_en": "Theme", "description": "x", "origin": "x", "terms": ["x"]},
        ),
    ],
)
def test_a_broken_record_is_reported_once_and_who_refers_to_it_is_not_blamed(
    file: str, values: Any, root: Root, capsys: Capture
) -> None:
    root.write(file, values)
    root.check()
    (line,) = printed(capsys)[:-1]
    assert line.startswith(f"{file}:")


def test_a_broken_organisation_is_reported_beside_the_faults_of_a_card(root: Root, capsys: Capture) -> None:
    text = (root.path / "data" / "organisations.yml").read_text(encoding="utf-8")
    root.write("data/organisations.yml", text.replace("https://voorbeeld.example/", "geen adres"))
    root.write_card(a_card(reviewed="ooit"))
    root.check()
    assert [line.split(": ")[1] for line in printed(capsys)[:-1]] == ["voorbeeldorganisatie.url", "reviewed"]


# what nobody uses


@pytest.mark.parametrize(
    ("file", "addition", "where"),
    [
        ("data/organisations.yml", "club: {name: Club, kind: charity}\n", "club"),
        ("data/sources.yml", "stuk: {type: report, title: Stuk, publisher: Club, voice: press}\n", "stuk"),
        ("data/elements.yml", "nieuw: {name: Nieuw, name_en: New, description: Iets nieuws.}\n", "nieuw"),
        ("data/tools.yml", "nieuw: {name: Nieuw, summary: Iets nieuws., sources: [{source: voorbeeldrapport}]}\n", "nieuw"),
    ],
)
def test_a_record_that_nothing_refers_to_is_reported(file: str, addition: str, where: str, root: Root, capsys: Capture) -> None:
    before = (root.path / file).read_text(encoding="utf-8")
    root.write(file, before + addition)
    assert root.check() == 1
    line = before.count("\n") + 1
    assert (
        printed(capsys)[0]
        == f"{file}:{line}:1: {where}: dit wordt nergens gebruikt — verwijs ernaar vanuit een kaart, of haal het weg"
    )


def test_an_unused_word_of_an_own_list_is_reported(root: Root, capsys: Capture) -> None:
    file = root.path / "data" / "vocabularies" / "region.yml"
    root.write("data/vocabularies/region.yml", file.read_text(encoding="utf-8").replace("complete: true\n", ""))
    assert root.check() == 1
    assert [line.split(": ")[1] for line in printed(capsys)[:-1]] == ["terms.nederland"]


def test_an_unused_word_of_a_complete_scale_is_no_fault(root: Root) -> None:
    file = root.path / "data" / "vocabularies" / "region.yml"
    assert "complete: true" in file.read_text(encoding="utf-8")
    assert root.check() == 0


def test_what_is_unused_is_not_judged_from_a_part_of_the_cards(root: Root) -> None:
    assert root.check(root.path / "methods" / "voorbeeld-kort.yml") == 0


def test_what_is_unused_is_not_judged_while_a_card_is_refused(root: Root, capsys: Capture) -> None:
    root.write(
        "data/organisations.yml",
        (root.path / "data" / "organisations.yml").read_text(encoding="utf-8") + "club: {name: Club, kind: charity}\n",
    )
    root.write_card(a_card(reviewed="ooit"))
    root.check()
    assert len(printed(capsys)) == 2
