"""The draft of the description form holds everything that the card holds, says what it lacks, and is a sound document."""

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from builders import EXAMPLE_DAY, SOURCES, Root, a_card
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import EXAMPLE_SITE
from tiers import first

from macros.contributing.worksheet.docx import printable, worksheet_docx
from macros.contributing.worksheet.parts import NOT_VERIFIED, SECTIONS, VERIFIED
from macros.contributing.worksheet.worksheet import (
    Worksheet,
    WorksheetEntry,
    WorksheetPart,
    WorksheetSection,
    draft_worksheet,
)
from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.fields import fields_of
from macros.model.method import Method
from macros.validation.yaml_reader import read_file
from scripts.worksheet import main

DAY = datetime.datetime.fromtimestamp(int(EXAMPLE_DAY), datetime.UTC).date()
REAL = sorted((EXAMPLE_SITE / "methods").glob("*.yml"))


def document_of(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """All text of a document, with single spaces."""
    return " ".join(" ".join(paragraph.text.split()) for paragraph in document_of(data).paragraphs)


def draft(method: Method, library: Library) -> bytes:
    return worksheet_docx(draft_worksheet(method, library), DAY)


@pytest.fixture(scope="module")
def real() -> Library:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")  # the real cards were reviewed after the day of the tests
        return load_library(EXAMPLE_SITE)


def test_every_field_of_a_card_has_its_place_in_the_form() -> None:
    placed = [path for section in SECTIONS for part in section.parts for path in part.fields]
    assert len(placed) == len(set(placed))
    assert {path.partition(".")[0] for path in placed} == {node.name for node in fields_of(Method)}
    inside = {path.partition(".")[2] for path in placed if path.startswith("target_group.")}
    target_group = next(node for node in fields_of(Method) if node.name == "target_group").records[0]
    assert inside == {node.name for node in fields_of(target_group)}


def said(value: Any, key: str = "") -> list[str]:
    """The words of a card as people wrote them: everything with a space in it, and so no ids, dates or numbers."""
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in said(inner, name)]
    if isinstance(value, list):
        return [text for inner in value for text in said(inner, key)]
    plain = re.sub(r"\[([^\[\]]+)\]\((https?://[^()\s]+)\)", r"\1 (\2)", " ".join(str(value).split())).replace("*", "")
    return [plain] if " " in plain and not re.fullmatch(r"-?\d+ (mo|wk|y)", plain) else []


@pytest.mark.heavy
@pytest.mark.parametrize("file", first(2, REAL), ids=lambda file: file.stem)
def test_everything_a_real_card_says_stands_in_the_document(file: Path, real: Library) -> None:
    text = text_of(draft(real.methods[file.stem], real))
    words = said(read_file(file, "").value)
    assert len(words) > 40
    assert [part for part in words if part not in text] == []


@pytest.mark.heavy
@pytest.mark.parametrize("file", first(2, REAL), ids=lambda file: file.stem)
def test_every_source_a_real_card_names_is_listed(file: Path, real: Library) -> None:
    text = text_of(draft(real.methods[file.stem], real))
    sources = set(re.findall(r"\{?source: ([a-z0-9-]+)", file.read_text(encoding="utf-8")))
    assert sources
    for source in sources:
        assert real.sources[source].title in text
        assert (real.sources[source].URL or "") in text


def test_every_field_of_the_full_example_stands_there_with_its_title(example: Root) -> None:
    library = example.load()
    text = text_of(draft(library.methods["voorbeeld-thuis"], library))
    values = read_file(example.path / "methods" / "voorbeeld-thuis.yml", "").value
    assert [part for part in said(values) if part not in text] == []
    for part in ("Aantal: 11", "Van hoeveel: 12", "Percentage in de bron: 92", "Verandering: minder", "Hoeveel procent: 20",
                 "Bedrag in euro: 150.000", "Gemiddelde score: 8,2", "Datum: 14 september 2017", "Prijsjaar: 2020",
                 "5 maanden vóór de geboorte tot 2½ jaar, zoals aangeboden", "Wie krijgt hulp: ouder; kind",
                 "Samenvatting: Kinderen keren met hulp van hun familie terug naar huis. "
                 "Zie de pagina (https://voorbeeld.example/pagina)."):  # fmt: skip
        assert part in text, part


def test_what_is_missing_is_marked_and_says_why(example: Root) -> None:
    gap = {"field": "costs", "state": "not-found", "note": "Op de website staat geen bedrag."}
    library = load_library(example.path, cards=[example.write_card(a_card(gaps=[gap]), "kosten-onbekend")])
    (example.path / "methods" / "kosten-onbekend.yml").unlink()
    view = draft_worksheet(library.methods["kosten-onbekend"], library)
    paragraphs = document_of(worksheet_docx(view, DAY)).paragraphs
    marked = [paragraph for paragraph in paragraphs if paragraph.text.startswith("Nog invullen: ")]
    assert len(marked) == view.missing > 10
    assert {run.font.highlight_color for paragraph in marked for run in paragraph.runs} == {WD_COLOR_INDEX.YELLOW}
    texts = [paragraph.text for paragraph in paragraphs]
    costs = texts.index("Nog invullen: Wat kost de methode aan geld en tijd, en per wat?")
    assert texts[costs + 1] == "Waarom dit leeg is: gezocht en niet gevonden (Op de website staat geen bedrag)."
    wanted = texts.index("Nog invullen: Hoe wordt bewaakt dat de methode goed wordt uitgevoerd?")
    assert texts[wanted + 1] == "Waarom dit leeg is: de kaart heeft hier geen veld voor."
    assert "Waarom dit leeg is: de kaart weet dit nog niet." in texts


def test_what_was_not_looked_up_about_the_form_is_not_told_as_a_fact(example: Root) -> None:
    library = example.load()
    paragraphs = [paragraph.text for paragraph in document_of(draft(library.methods["voorbeeld-kort"], library)).paragraphs]
    headings = [text for text in paragraphs if re.fullmatch(r"\d+\. .*", text)]
    assert [heading.split(". ", 1)[1] for heading in headings] == [section.title for section in SECTIONS]
    for heading, section in zip(headings, SECTIONS, strict=True):
        assert paragraphs[paragraphs.index(heading) + 1] == (VERIFIED if section.verified else NOT_VERIFIED)
    verified = {section.title for section in SECTIONS if section.verified}
    assert verified == {"Doelgroep", "Doel", "Aanpak", "Probleemanalyse"}, "shared research: clearinghouses, section 2"


@pytest.mark.heavy
def test_the_same_card_and_day_give_the_same_bytes(example: Root) -> None:
    library = example.load()
    method = library.methods["voorbeeld-thuis"]
    assert draft(method, library) == draft(method, library)
    archive = zipfile.ZipFile(io.BytesIO(draft(method, library)))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"python-docx" not in archive.read("docProps/core.xml")


def test_the_document_says_what_it_is_and_in_which_language(example: Root) -> None:
    library = example.load()
    data = draft(library.methods["voorbeeld-kort"], library)
    document = document_of(data)
    assert document.core_properties.title == "Concept werkblad: Voorbeeld Kort"
    assert document.core_properties.language == "nl-NL"
    assert b'w:lang w:val="nl-NL"' in zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml")
    levels = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith(("Heading", "Title"))]
    assert levels[0] == "Title"
    assert set(levels[1:]) == {"Heading 1", "Heading 2"}


# text that tries to break out

DANGEROUS = [
    "<script>alert(1)</script>",
    "</w:t><w:br/>",
    "{{ 7 * 7 }} {% raw %}",
    "!!python/object:os.system",
    "javascript:alert(1)",
    "=HYPERLINK(1)",
    "x" * 40_000,
    "&amp; & ]]>",
]
UNSEEN = {
    "a\x00b": "a[U+0000]b",
    "a\u202eb": "a[U+202E]b",
    "a\u200fb": "a[U+200F]b",
    "a\x1b[31m": "a[U+001B][31m",
    "\ufffe": "[U+FFFE]",
}


def with_text(text: str) -> bytes:
    """A document that holds a text in every place where a card can bring one."""
    entry = WorksheetEntry(text, text, ("1a",), (WorksheetEntry("", text, (), ()),))
    parts = (WorksheetPart("Deel", "Wat?", (entry,), None), WorksheetPart("Leeg", "Wat?", (), text))
    return worksheet_docx(Worksheet(text, "id", "vandaag", 1, (WorksheetSection("Titel", VERIFIED, parts),), ()), DAY)


@pytest.mark.parametrize("text", DANGEROUS, ids=lambda text: text[:20])
def test_text_that_tries_to_break_out_stays_text(text: str) -> None:
    data = with_text(text)
    assert [paragraph.text for paragraph in document_of(data).paragraphs].count(text) == 1
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert "hyperlink" not in archive.read("word/_rels/document.xml.rels").decode()
    assert archive.read("word/document.xml").count(b"<w:hyperlink") == 0


@pytest.mark.parametrize(("text", "seen"), UNSEEN.items())
def test_a_character_that_nobody_sees_is_shown_by_its_number(text: str, seen: str) -> None:
    assert printable(text) == seen
    assert seen in text_of(with_text(text))


@pytest.mark.heavy
@settings(max_examples=30)
@given(st.text(max_size=80))
def test_whatever_a_text_holds_the_document_opens(text: str) -> None:
    assert printable(" ".join(text.split())) == printable(printable(" ".join(text.split())))
    assert document_of(with_text(text)).paragraphs


def test_a_source_with_markup_in_its_title_is_text(example: Root) -> None:
    library = example.load()
    method = library.methods["voorbeeld-kort"]
    view = draft_worksheet(method, library)
    reference = view.references[0]._replace(source=view.references[0].source.model_copy(update={"title": "<b>\x07"}))
    assert "<b>[U+0007]" in text_of(worksheet_docx(view._replace(references=(reference,)), DAY))


# the command


def test_the_command_writes_the_document(example: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "werkbladen"
    assert main(["voorbeeld-kort", "--out", str(out), "--root", str(example.path)]) == 0
    assert re.fullmatch(
        r".*werkblad-voorbeeld-kort\.docx geschreven; \d+ onderdelen zijn nog in te vullen\n", capsys.readouterr().out
    )
    assert "Voorbeeld Kort" in text_of((out / "werkblad-voorbeeld-kort.docx").read_bytes())


def test_a_card_that_is_not_there_is_said(example: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voorbeeld-kor", "--out", str(tmp_path), "--root", str(example.path)]) == 2
    assert capsys.readouterr().err == 'er is geen kaart "voorbeeld-kor" om van uit te gaan — bedoelde u "voorbeeld-kort"?\n'


def test_a_card_with_problems_gives_no_document(root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root.write_card(a_card(summary="", sources=SOURCES), "kapot")
    assert main(["kapot", "--out", str(tmp_path / "uit"), "--root", str(root.path)]) == 1
    assert "methods/kapot.yml" in capsys.readouterr().out
    assert not (tmp_path / "uit").exists()
