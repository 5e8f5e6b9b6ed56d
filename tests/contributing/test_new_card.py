"""A new card begins as a file to fill in: filled in it is a card, and as it is it says what is missing."""

import re
from pathlib import Path
from typing import Any

import pytest
from builders import Root
from paths import EXAMPLE, EXAMPLE_SITE

from macros.contributing.new_card import card_scaffold
from macros.contributing.spreadsheet.columns import every_column
from macros.library.choices import list_choices
from macros.library.loader import load_library
from macros.model.fields import fields_of
from macros.model.method import Method
from macros.validation.problems import Problem, Refused
from macros.validation.yaml_reader import read_file, read_text
from scripts.new import main

FILLED = {
    "name": "Samen Verder",
    "summary": "Een korte samenvatting.",
    "phase": "running",
    "source": "voorbeeldrapport",
    "organisation": "voorbeeldorganisatie",
    "description": "Gezinnen in het voorbeeld.",
    "text": "Kinderen wonen thuis.",
    "theme": "return-home",
}
"""What a person fills in where the new card stands open."""
REQUIRED = [
    "name",
    "summary",
    "status.phase",
    "status.sources[0].source",
    "target_group.description",
    "target_group.sources[0].source",
    "sources[0].source",
]
REAL = sorted((EXAMPLE_SITE / "methods").glob("*.yml"))


def run(root: Root, *arguments: str) -> int:
    return main([*arguments, "--root", str(root.path)])


def begun(root: Root, *arguments: str) -> Path:
    assert run(root, "samen-verder", *arguments) == 0
    return root.path / "methods" / "samen-verder.yml"


def problems(root: Root, file: Path) -> list[Problem]:
    try:
        load_library(root.path, cards=[file])
    except Refused as refused:
        return refused.problems
    return []


def fill_in(text: str) -> str:
    """Every open line filled in, by the name of its field."""
    return re.sub(r"^( *(?:- )?)([a-z_]+):$", lambda found: _filled(*found.groups()), text, flags=re.MULTILINE)


def _filled(before: str, name: str) -> str:
    return f"{before}{name}: {FILLED[name]}" if name in FILLED else f"{before}{name}:"


def opened(text: str) -> str:
    """The same with every optional field taken from behind its #, as often as it takes."""
    while (fewer := re.sub(r"^( *)# (?!#|yaml)", r"\1", text, flags=re.MULTILINE)) != text:
        text = fewer
    return text


def test_an_unfilled_card_says_of_every_required_field_that_it_is_empty(root: Root) -> None:
    found = problems(root, begun(root))
    assert sorted(problem.where for problem in found) == sorted(REQUIRED)
    assert {problem.text.split(": ", 1)[1] for problem in found} == {
        "dit veld is leeg — vul het in, of haal de regel weg als het veld niet verplicht is"
    }


def test_a_filled_in_card_passes_the_check(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    file = begun(root)
    assert "samen-verder.yml staat klaar" in capsys.readouterr().out
    file.write_text(fill_in(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert problems(root, file) == []
    assert root.check() == 0


def test_what_is_open_is_what_the_model_requires(root: Root) -> None:
    required = {column.path for column in every_column() if column.required}
    paths = {re.sub(r"\[(\d+)\]", lambda found: f".{int(found[1]) + 1}", where) for where in REQUIRED}
    assert {re.sub(r"\.1\.source$", "", path) for path in paths} == required - {"id"}


def test_every_field_is_there_and_stands_where_it_belongs(root: Root) -> None:
    text = begun(root).read_text(encoding="utf-8")
    whole = opened(text)
    names = set(re.findall(r"([a-z_]+):", whole))
    assert {key for column in every_column() for key in column.keys if isinstance(key, str)} - {"id"} <= names
    without_kinds = re.sub(r"(?s)^( *)result:\n.*?(?=^\1[a-z])", r"\1result:\n", whole, flags=re.MULTILINE)
    value = read_text(without_kinds, "samen-verder.yml").value
    assert list(value) == sorted(value, key=lambda name: (name not in dict.fromkeys(REQUIRED_NAMES), ORDER.index(name)))
    found = problems(root, root.write_card(without_kinds, "samen-verder"))
    assert found
    assert {problem.code for problem in found} <= {"empty", "age_empty", "range_empty", "when_empty", "says_nothing", "too_short"}


ORDER = [node.name for node in fields_of(Method)]
REQUIRED_NAMES = [node.name for node in fields_of(Method) if node.required]


def test_every_field_is_explained_in_dutch_with_its_limits_and_words(root: Root) -> None:
    text = begun(root).read_text(encoding="utf-8")
    assert "## Naam (tekst, ten hoogste 90 tekens). De naam waaronder de methode nu bekend is.\nname:\n" in text
    joined = re.sub(r"\n *#? *## ", " ", text)
    assert "Kies uit: running (loopt); pilot (pilot); completed (afgerond)" in joined
    assert "Kies een id uit data/organisations.yml." in joined
    assert len([line for line in text.splitlines() if len(line) > 120]) == 0


def test_the_first_line_leads_editors_to_the_schema(root: Root) -> None:
    assert begun(root).read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema/card.schema.json\n")


def test_nothing_is_written_on_a_dry_run(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "samen-verder", "--dry-run") == 0
    assert "\nname:\n" in capsys.readouterr().out
    assert not (root.path / "methods" / "samen-verder.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["voorbeeld-kort"], 'er is al een kaart "voorbeeld-kort" — vul methods/voorbeeld-kort.yml aan, of kies een ander id'),
        (
            ["Samen Verder"],
            '"Samen Verder" kan geen id zijn — gebruik kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis',
        ),
        (
            ["../elders"],
            '"../elders" kan geen id zijn — gebruik kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis',
        ),
        (
            ["nieuw", "--from", "Voorbeeld Tuis"],
            'er is geen kaart "Voorbeeld Tuis" om van uit te gaan — bedoelde u "Voorbeeld Thuis"?',
        ),
        (["nieuw", "--from", "x"], 'er is geen kaart "x" om van uit te gaan — kies het id of de naam van een kaart in methods/'),
    ],
)
def test_what_cannot_be_made_is_refused(arguments: list[str], said: str, root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file.name: file.read_bytes() for file in (root.path / "methods").iterdir()}
    assert run(root, *arguments) == 1
    assert capsys.readouterr().out == f"{said}\n"
    assert {file.name: file.read_bytes() for file in (root.path / "methods").iterdir()} == before


@pytest.mark.parametrize("key", ["voorbeeldthuis", "voorbeeld-thuys", "thuisvoorbeeld", "voorbeeld-vroeger"])
def test_a_card_under_another_name_is_pointed_out(key: str, root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, key, "--dry-run") == 0
    assert capsys.readouterr().err == (
        f'"{key}" lijkt op voorbeeld-thuis (Voorbeeld Thuis) — is het dezelfde methode, vul dan die kaart aan\n'
    )


def test_a_name_that_is_like_no_other_is_not_remarked_upon(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "samen-verder", "--dry-run") == 0
    assert capsys.readouterr().err == ""


def test_a_broken_card_beside_it_is_no_hindrance(root: Root) -> None:
    root.write("methods/kapot.yml", "name: [\n")
    assert begun(root).exists()


# from another card


def shape(value: Any) -> Any:
    """The fields and the lengths of the lists, without what is said."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value] if any(isinstance(inner, dict) for inner in value) else None
    return None


def opened_shape(value: Any) -> Any:
    """As shape, with empty lists of words as one cell."""
    if isinstance(value, dict):
        return {key: opened_shape(inner) for key, inner in value.items()}
    return [opened_shape(inner) for inner in value] if value else None


@pytest.mark.parametrize("file", [*REAL, *sorted((EXAMPLE / "methods").glob("*.yml"))], ids=lambda file: file.stem)
def test_from_a_card_the_same_fields_stand_open_and_nothing_is_filled_in(file: Path, example: Root) -> None:
    card = read_file(file, "").value
    text = card_scaffold(list_choices(load_library(example.path, cards=[])), card)
    begun = read_text(text, "nieuw.yml").value
    assert opened_shape(begun) == shape(card)
    remarks = re.sub(r"\n *## ", " ", text)
    assert f"\n## {card['name']}: {card['name']}\nname:\n" in text
    assert " ".join(card["summary"].split()) in remarks


def test_a_card_is_found_by_any_of_its_names(root: Root) -> None:
    text = begun(root, "--from", "thuisvoorbeeld").read_text(encoding="utf-8")
    assert "## Voorbeeld Thuis: Kinderen keren met hulp van hun familie terug naar huis." in text
    found = problems(root, root.path / "methods" / "samen-verder.yml")
    assert {"outcomes[0].statement", "costs[0].amount"} <= {problem.where for problem in found}


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\n", "\r"])
def test_what_another_card_says_stays_a_remark(sign: str, example: Root) -> None:
    text = card_scaffold(
        list_choices(load_library(example.path, cards=[])), {"name": f"Een{sign}owner: kwaad{sign}# x", "summary": "x"}
    )
    assert read_text(text, "nieuw.yml").value["name"] is None
    assert "kwaad" not in str(read_text(text, "nieuw.yml").value)
