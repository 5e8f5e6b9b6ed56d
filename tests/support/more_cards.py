"""Three cards more in a copy of a library: a minimal one, a stopped one, and one that comes from a spreadsheet."""

import importlib
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml
from builders import Root, as_yaml

import_main = importlib.import_module("scripts.import").main  # its name is a word of the language
SOURCE, ORGANISATION = "nieuwe-bron", "nieuwe-organisatie"
DATA = {
    "sources": {SOURCE: {"type": "webpage", "title": "Nieuwe bron", "publisher": "Nieuwe organisatie", "voice": "owner"}},
    "organisations": {ORGANISATION: {"name": "Nieuwe organisatie", "kind": "organisation-kind"}},
}
"""File of data/ -> the record that the new cards need; a kind is filled in from the vocabulary."""
MINIMAL, STOPPED, IMPORTED = "aa-nieuwe-kaart", "nieuwe-gestopte-kaart", "zz-kaart-van-een-spreadsheet"


def add_cards(project: Path) -> None:
    root = Root(project)
    for name, records in DATA.items():
        with (project / "data" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write("\n" + as_yaml({key: _with_words(project, record) for key, record in records.items()}))
    root.write_card(_minimal(project), MINIMAL)
    root.write_card(_stopped(project), STOPPED)
    sheet = project / "kaarten.xlsx"
    _write_row(sheet, _row(project))
    assert import_main([str(sheet), "--root", str(project)]) == 0
    assert (project / "methods" / f"{IMPORTED}.yml").is_file()


def _word(project: Path, vocabulary: str) -> str:
    """The first word of a vocabulary: which words there are is up to the library."""
    text = (project / "data" / "vocabularies" / f"{vocabulary}.yml").read_text(encoding="utf-8")
    return next(iter(yaml.safe_load(text)["terms"]))


def _with_words(project: Path, record: dict[str, str]) -> dict[str, str]:
    return {name: _word(project, value) if name == "kind" else value for name, value in record.items()}


def _minimal(project: Path) -> dict[str, Any]:
    sources = [{"source": SOURCE}]
    return {
        "name": "Aa nieuwe kaart",
        "summary": "De kortste kaart die kan.",
        "status": {"phase": "running", "sources": sources},
        "target_group": {"description": "Gezinnen.", "sources": sources},
        "sources": sources,
    }


def _stopped(project: Path) -> dict[str, Any]:
    sources = [{"source": SOURCE, "locator": "bladzijde 1"}]
    outcome = {
        "measure": _word(project, "measure"),
        "direction": "favourable",
        "study": "verslag",
        "sources": sources,
    }
    study = {"id": "verslag", "design": "own-report", "sources": sources}
    return _minimal(project) | {
        "name": "Nieuwe gestopte kaart",
        "summary": "Een kaart van een methode die is gestopt.",
        "status": {
            "phase": "stopped",
            "to": 2020,
            "reasons": [{"reason": "Er waren te weinig vrijwilligers.", "sources": sources}],
            "sources": sources,
        },
        "owners": [{"organisation": ORGANISATION, "sources": sources}],
        "goals": [{"text": "Het gaat beter.", "theme": _word(project, "theme"), "sources": sources}],
        "costs": [{"amount": 1234, "per": "family", "price_year": 2019, "sources": sources}],
        "studies": [study],
        "outcomes": [
            outcome | {"id": "deel", "statement": "Van 40 gezinnen 20.", "result": {"count": 20, "of": 40, "unit": "family"}},
            outcome | {"id": "woorden", "statement": "Het ging beter.", "result": {"words": "beter"}, "traceable": True},
        ],
    }


def _row(project: Path) -> dict[str, Any]:
    """Heading of the template -> what stands below it."""
    return {
        "id": IMPORTED,
        "name": "Zz kaart van een spreadsheet",
        "summary": "Deze kaart komt van een spreadsheet.",
        "status.phase": "running",
        "status.sources": SOURCE,
        "owners.1.organisation": ORGANISATION,
        "owners.1.sources": SOURCE,
        "target_group.description": "Gezinnen met jonge kinderen.",
        "target_group.sources": SOURCE,
        "goals.1.text": "Ouders hebben steun.",
        "goals.1.theme": _word(project, "theme"),
        "goals.1.sources": SOURCE,
        "sources": SOURCE,
    }


def _write_row(file: Path, row: dict[str, Any]) -> None:
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Kaarten")
    for column, (heading, value) in enumerate(row.items()):
        sheet.write(0, column, heading)
        sheet.write(1, column, value)
    book.close()
