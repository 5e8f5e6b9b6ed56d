"""Texts to take along: what a reader's program finds in the Word documents of the build and of the browser, and the Markdown."""

import base64
import datetime
import io
import json
import shutil
import subprocess
import zlib
from struct import pack

import pytest
from docx import Document
from docx.oxml.ns import qn
from paths import ROOT

from macros.rendering.paper.docx import paper_docx
from macros.rendering.paper.markdown import paper_markdown
from macros.views.common.paper import EndNotes, Heading, Items, Paper, PaperTable, Paragraph, Run, as_data

DAY = datetime.date(2026, 11, 28)
PAPER = Paper(
    "Proef | met *tekens*",
    (
        Heading(2, "Vraag"),
        Paragraph((Run("Zie "), Run("het adres", link="https://example.org/?m=a,b"), Run("."))),
        Items(((Run("een"),), (Run("twee", strong=True),))),
        PaperTable("Twee methoden", ("", "A", "B"), (((Run("Nu?"),), (Run("Ja", notes=(1, 2)),), (Run("Nee", notes=(2,)),)),)),
        EndNotes(((Run("Bron een"),), (Run("Bron twee, "), Run("https://example.org/2", link="https://example.org/2")))),
    ),
)


PICTURE = {"kind": "picture", "width": 20, "height": 10, "alt": "5 van 10"}


def png() -> bytes:
    """A picture of one white point."""

    def part(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head = pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0\xff")) + part(b"IEND", b"")


@pytest.fixture(scope="module")
def of_the_browser(tmp_path_factory: pytest.TempPathFactory) -> Document:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not on this machine")
    folder = tmp_path_factory.mktemp("paper")
    data = as_data(PAPER) | {"picture": PICTURE | {"png": base64.b64encode(png()).decode()}}
    (folder / "paper.json").write_text(json.dumps(data), encoding="utf-8")
    made = folder / "paper.docx"
    script = ROOT / "tests" / "javascript" / "paper_to_docx.mjs"
    subprocess.run([node, str(script), str(folder / "paper.json"), str(made)], check=True, cwd=ROOT)
    return Document(str(made))


@pytest.fixture(params=["build", "browser"])
def document(request: pytest.FixtureRequest) -> Document:
    """The same text, written by each of the two writers."""
    if request.param == "browser":
        return request.getfixturevalue("of_the_browser")
    return Document(io.BytesIO(paper_docx(PAPER, DAY)))


def test_the_headings_are_headings_and_the_title_is_the_first(document: Document) -> None:
    headings = [(one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [("Heading 1", PAPER.title), ("Heading 2", "Vraag")]


def test_the_document_says_its_language_and_title(document: Document) -> None:
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val"))
    assert (language, document.core_properties.title) == ("nl-NL", PAPER.title)


def test_the_head_of_a_table_repeats_and_rows_stay_whole(document: Document) -> None:
    table = document.tables[0]
    assert [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows] == [True, False]
    assert all(row._tr.findall(f".//{qn('w:cantSplit')}") for row in table.rows)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert {look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))} <= {"1", "true"}
    assert [cell.text for cell in table.rows[1].cells] == ["Nu?", "Ja [1] [2]", "Nee [2]"]
    assert "Twee methoden" in [one.text for one in document.paragraphs]


def test_the_table_of_the_build_has_an_alternative_text() -> None:
    made = Document(io.BytesIO(paper_docx(PAPER, DAY)))
    assert made.tables[0]._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Twee methoden"


def test_a_picture_has_an_alternative_text(of_the_browser: Document) -> None:
    pictures = list(of_the_browser.element.body.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in pictures] == ["5 van 10"]


def test_every_mark_leads_to_its_note_and_links_leave_the_document(document: Document) -> None:
    body = document.element.body
    links = list(body.iter(qn("w:hyperlink")))
    marks = {link.get(qn("w:anchor")) for link in links} - {None}
    assert marks == {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))} == {"bron-1", "bron-2"}
    relations = document.part.rels
    away = [relations[link.get(qn("r:id"))].target_ref for link in links if link.get(qn("r:id"))]
    assert away == ["https://example.org/?m=a,b", "https://example.org/2"]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert paper_docx(PAPER, DAY) == paper_docx(PAPER, DAY)


def test_markdown_keeps_what_looks_like_markup_as_text() -> None:
    assert paper_markdown(PAPER).splitlines() == [
        r"# Proef \| met \*tekens\*",
        "",
        "## Vraag",
        "",
        "Zie [het adres](<https://example.org/?m=a,b>).",
        "",
        "- een",
        "- **twee**",
        "",
        "*Twee methoden*",
        "",
        "|  | A | B |",
        "| --- | --- | --- |",
        "| Nu? | Ja[^1][^2] | Nee[^2] |",
        "",
        "[^1]: Bron een",
        "[^2]: Bron twee, [https://example.org/2](<https://example.org/2>)",
    ]


def test_as_data_the_blocks_have_names_and_all_else_is_plain() -> None:
    data = as_data(PAPER)
    assert [block["kind"] for block in data["blocks"]] == ["heading", "paragraph", "list", "table", "notes"]
    assert data["blocks"][2]["items"][1] == [{"text": "twee", "strong": True, "link": None, "notes": []}]
