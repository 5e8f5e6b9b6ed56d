"""What an editor shows while somebody types a card, asked of the YAML server that VS Code and other editors use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor import CURSOR, Editor, open_editor
from paths import EXAMPLE_SITE

from macros.contributing.editor_schemas import schema_files
from macros.library.loader import load_library
from macros.model.results import LED_BY

pytestmark = pytest.mark.heavy

SCHEMA = "# yaml-language-server: $schema=../schema/card.schema.json\n"
SOURCE = "{source: ambrea-terug-naar-huis}"
CARD = f"""{SCHEMA}name: Proef
summary: Een proef.
status: {{phase: stopped, sources: [{SOURCE}]}}
target_group: {{description: Gezinnen, sources: [{SOURCE}]}}
sources: [{SOURCE}]
"""
OUTCOME = f"""{CARD}outcomes:
  - id: rust
    study: proef
    measure: calm
    statement: Het werd rustiger.
    direction: favourable
    sources: [{SOURCE}]
    result: """
LINE = OUTCOME.count("\n") + 1
"""The line of the result."""
ALL_KEYS = {key for (*_, key), _ in LED_BY[1:]}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with open_editor(tmp_path_factory.mktemp("editor"), dict(schema_files(load_library(EXAMPLE_SITE, cards=[])))) as opened:
        yield opened


@pytest.mark.parametrize("card", sorted((EXAMPLE_SITE / "methods").glob("*.yml")), ids=lambda card: card.stem)
def test_a_card_that_is_right_is_not_underlined(card: Path, editor: Editor) -> None:
    text = card.read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    assert editor.underlined(SCHEMA + (rest if first.startswith("#") else text)) == []


@pytest.mark.parametrize(
    ("begun", "missing"),
    [
        ("{count: 3}", ["unit"]),
        ("{count: 3, of: 4}", ["unit"]),
        ("{percent: 12}", ["unit"]),
        ("{change: up, by_count: 2}", ["unit"]),
        ("{score: 4, unit: family}", ["highest", "lowest"]),
        ("{effect: cohens-d, value: 0.4}", ["against", "favours"]),
        ("{amount: 12}", []),
        ("{words: rustiger}", []),
        ("{none_yet: het loopt nog}", []),
    ],
)
@pytest.mark.parametrize("is_block", [False, True], ids=["in braces", "in lines"])
def test_of_a_result_that_was_begun_only_what_its_own_kind_needs_is_missing(
    begun: str, missing: list[str], is_block: bool, editor: Editor
) -> None:
    result = "".join(f"\n      {field}" for field in begun.strip("{}").split(", ")) if is_block else begun
    said = editor.underlined(OUTCOME + result + "\n")
    assert [one.line for one in said] == [LINE] * len(missing)
    assert [one.message.partition(" (")[0] for one in said] == [f"hier ontbreekt {name}" for name in missing]


@pytest.mark.parametrize("empty", ["{}", "{ }", "{unit: family}", "{of: 12}"])
def test_a_result_of_no_kind_yet_is_told_how_to_begin(empty: str, editor: Editor) -> None:
    said = editor.underlined(OUTCOME + empty + "\n")
    assert [(one.line, one.message.partition(":")[0]) for one in said] == [
        (LINE, "hieraan is niet te zien wat voor resultaat het is")
    ]
    assert all(key in said[0].message for key in ALL_KEYS)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("phase: stopped", "phase: gestopt", "kies uit: running (loopt), pilot (pilot)"),
        ("direction: favourable", "direction: gunstig", "kies uit: favourable (gunstig), none (geen verschil)"),
        ("measure: calm", "measure: rust", "Kies uit `data/vocabularies/measure.yml`."),
        ("[{source: ambrea-terug-naar-huis}]", "[{source: ambrea}]", "Kies uit `data/sources.yml`."),
        ("id: rust", "id: Rust in huis", "gebruik kleine letters, cijfers en streepjes"),
        ("percent: 12", "percent: 12%", "schrijf cijfers met een punt voor de decimalen"),
        ("sources: [{source: ambrea-terug-naar-huis}]\n    result", "sources: ambrea\n    result", "hier hoort een lijst"),
        ("name: Proef", "name:", "hier hoort tekst"),
        ("summary: Een proef.\n", "", "hier ontbreekt summary (Samenvatting)"),
        (
            "direction: favourable\n",
            "dierction: favourable\n    direction: mixed\n",
            "hier horen velden: kies uit de namen op",
        ),
        ("phase: stopped,", "phase: stopped, fase: x,", "hier horen velden: kies uit phase, "),
    ],
)
def test_a_value_that_cannot_be_is_told_in_dutch_what_can(right: str, wrong: str, message: str, editor: Editor) -> None:
    text = OUTCOME + "{percent: 12, unit: family}\n"
    assert right in text and editor.underlined(text) == []
    (said,) = editor.underlined(text.replace(right, wrong, 1))
    assert said.message.startswith(message)


@pytest.mark.parametrize(
    ("card", "fields"),
    [
        (OUTCOME + "\n      ¦\n", ALL_KEYS),
        (OUTCOME + "{c¦}\n", ALL_KEYS),
        (OUTCOME + "{count: 3, u¦}\n", {"of", "unit", "precision"}),
        (OUTCOME + "{count: 3, of: 4, p¦}\n", {"unit", "printed_percent", "compared"}),
        (OUTCOME + "{words: rust, ¦}\n", set()),
        (CARD + "owners:\n  - {organisation: ambrea, s¦}\n", {"sources", "until", "note"}),
        (CARD + "owners:\n  - {organisation: ambrea, sources: [{s¦}]}\n", {"source", "locator"}),
        (CARD + "owners:\n  - organisation: ambrea\n    ¦\n", {"sources", "until", "note"}),
        (CARD + "studies:\n  - {id: proef, period: {f¦}}\n", {"from", "to", "note"}),
    ],
)
def test_fields_that_can_still_come_are_offered_in_lines_and_in_braces(card: str, fields: set[str], editor: Editor) -> None:
    offered = {label for label in editor.offered(card) if " " not in label}
    assert offered == fields


@pytest.mark.parametrize(
    ("card", "word", "help"),
    [
        (OUTCOME + "{percent: 12, unit: ¦}\n", "family", "gezin"),
        (OUTCOME.replace("favourable", CURSOR) + "{words: rust}\n", "mixed", "gemengd"),
        (OUTCOME.replace("calm", CURSOR) + "{words: rust}\n", "calm", "rust"),
        (CARD.replace("stopped", CURSOR), "running", "loopt"),
        (CARD.replace("ambrea-terug-naar-huis", CURSOR, 1), "ambrea-terug-naar-huis", "Bedachte bron 1"),
        (CARD + "owners:\n  - organisation: ¦\n", "sos-kinderhoven", "SOS Kinderhoven"),
    ],
)
def test_words_and_ids_are_offered_with_their_dutch_name(card: str, word: str, help: str, editor: Editor) -> None:
    assert help in editor.offered(card)[word].help


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (CARD.replace("name: ", "na¦me: "), ["#### Naam"]),
        (OUTCOME.replace("    direction", "    direc¦tion") + "{words: rust}\n", ["Richting", "Gunstig, geen", "gemengd"]),
        (OUTCOME + "{cou¦nt: 3, unit: family}\n", ["Aantal"]),
        (OUTCOME + "{percent: 3, un¦it: family}\n", ["Eenheid", "Wat er geteld is", "gezin"]),
    ],
)
def test_pointing_at_a_field_explains_it_in_dutch(card: str, words: list[str], editor: Editor) -> None:
    text = editor.explained(card)
    assert all(word in text for word in words), text


@pytest.mark.parametrize(
    ("card", "written"),
    [
        (CARD + "owners:\n  - ¦\n", ["organisation: $1", "sources:", "- source: $2"]),
        (CARD + "outcomes:\n  - ¦\n", ["id: $1", "measure: $3", "result: $5", "- source: $7"]),
        (SCHEMA + "¦\n", ["name: $1", "phase: $3", "description: $5", "- source: $7"]),
    ],
)
def test_all_that_is_needed_can_be_had_at_once(card: str, written: list[str], editor: Editor) -> None:
    text = editor.offered(card)["alle velden die hier nodig zijn"].insert
    assert [line for line in written if line not in text] == [], text


@pytest.mark.parametrize("card", [CARD + CURSOR, CARD + "outcomes:\n  - ¦\n", CARD + "owners:\n  - ¦\n", OUTCOME + "\n      ¦\n"])
def test_nothing_is_offered_by_the_name_of_a_class(card: str, editor: Editor) -> None:
    names = [kind.__name__ for _, kind in LED_BY] + ["Outcome", "Owner", "Method", "CardFile"]
    offered = editor.offered(card)
    assert offered
    assert not [label for label in offered if label in names]
