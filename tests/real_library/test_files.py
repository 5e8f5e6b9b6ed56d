"""The files of every library: right to an editor, written back as they were, and drafted as a form without loss."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.contributing.editor_schemas import FILES
from macros.contributing.new_card import card_scaffold
from macros.contributing.yaml_writer import card_text
from macros.library.choices import list_choices
from macros.library.library import Library
from macros.model.method import Method
from macros.validation.yaml_reader import read_file, read_text
from tests.contributing.test_editor_schemas import as_editor, schemas_of
from tests.contributing.test_new_card import opened_shape, shape
from tests.contributing.worksheet.test_worksheet import draft, said, text_of
from tests.javascript.test_read_cards import test_the_form_reads_every_card_as_the_check_does

Run = Callable[[str, Any], Any]


@pytest.fixture
def written(project: Path) -> dict[Path, Any]:
    """Each card as it was written."""
    found = {file: read_file(file, file.name).value for file in sorted((project / "methods").glob("*.yml"))}
    assert found
    return found


def test_every_file_is_right_to_an_editor(project: Path) -> None:
    schemas = schemas_of(project)
    faults = {
        (file.name, error.message)
        for name, pattern in FILES.items()
        for file in project.glob(pattern)
        for error in schemas[name].iter_errors(as_editor(file))
    }
    assert faults == set()


def test_every_file_of_cards_and_data_has_a_schema(project: Path) -> None:
    known = {file for pattern in FILES.values() for file in project.glob(pattern)}
    assert known == {file for folder in ("methods", "data") for file in (project / folder).rglob("*.yml")}


def test_every_card_that_is_written_is_read_back_as_it_was(written: dict[Path, Any]) -> None:
    for file, card in written.items():
        assert read_text(card_text(card), file.name).value == card


def test_a_new_card_after_any_other_has_the_same_fields_open_and_nothing_filled_in(
    written: dict[Path, Any], library: Library
) -> None:
    for file, card in written.items():
        assert opened_shape(read_text(card_scaffold(list_choices(library), card), file.name).value) == shape(card)


def test_everything_a_card_says_and_every_source_stands_in_the_draft_of_its_worksheet(
    project: Path, written: dict[Path, Any], library: Library, cards: list[Method]
) -> None:
    for method in cards:
        text = text_of(draft(method, library))
        assert [part for part in said(written[project / "methods" / f"{method.id}.yml"]) if part not in text] == []
        assert [citation.source.id for citation in method.sources if citation.source.title not in text] == []


def test_every_card_that_is_only_opened_in_the_form_stays_the_same_to_the_last_byte(written: dict[Path, Any], run: Run) -> None:
    for file, card in written.items():
        text = file.read_text(encoding="utf-8")
        values = json.loads(json.dumps(card, default=str))
        assert run("form.writeMended(given.values, given)", {"text": text, "values": values}) == text, file.name
