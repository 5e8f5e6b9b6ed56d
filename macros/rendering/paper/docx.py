"""A text to take along as a Word document: real headings, a table whose head repeats, and a link from every mark to its note.

docs/assets/lib/docx.js does the same in a browser.
"""

import datetime
from collections.abc import Callable
from typing import Any

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from macros.rendering.paper.word import document_bytes, new_document, printable
from macros.views.common.paper import EndNotes, Heading, Items, Paper, PaperTable, Paragraph, Run, Runs

_WIDTH = Cm(17)
"""Between the margins of A4."""
_WIDTH_OF_HEADS = Cm(3)
_LINK_COLOUR = "0B5394"


def paper_docx(paper: Paper, day: datetime.date) -> bytes:
    """The document; the same bytes for the same text and day."""
    document = new_document(paper.title, day)
    _set_page(document)
    _write_heading(document, Heading(1, paper.title))
    for block in paper.blocks:
        _WRITERS[type(block)](document, block)
    return document_bytes(document)


def _set_page(document: Docx) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = (
            "Calibri",
            Pt((17, 13, 11)[level - 1]),
            RGBColor(0x15, 0x32, 0x4B),
        )
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), "Calibri")
        style.element.rPr.rFonts.set(qn("w:hAnsi"), "Calibri")


def _write_heading(document: Docx, block: Heading) -> None:
    _styled(document, f"Heading{block.level}").add_run(printable(block.text))


def _styled(document: Docx, style: str) -> DocxParagraph:
    """A new paragraph with the style of this id. By its name python-docx looks through all styles, which takes half the time of
    a document."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _write_paragraph(document: Docx, block: Paragraph) -> None:
    _write_runs(document.add_paragraph(), block.runs)


def _write_items(document: Docx, block: Items) -> None:
    for runs in block.items:
        _write_runs(_styled(document, "ListBullet"), runs)


def _write_notes(document: Docx, block: EndNotes) -> None:
    for number, runs in enumerate(block.items, start=1):
        paragraph = _styled(document, "ListNumber")
        paragraph._p.append(_element("bookmarkStart", id=str(number), name=f"bron-{number}"))
        _write_runs(paragraph, runs)
        paragraph._p.append(_element("bookmarkEnd", id=str(number)))


def _write_table(document: Docx, block: PaperTable) -> None:
    caption = document.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    caption.add_run(printable(block.caption)).italic = True
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")
    _describe(table, block.caption)
    _write_row(table, [(Run(text, strong=True),) for text in block.head], is_head=True)
    for cells in block.rows:
        _write_row(table, list(cells), is_head=False)
    document.add_paragraph().paragraph_format.space_after = Pt(3)


def _describe(table: DocxTable, caption: str) -> None:
    """The text for who cannot see the table, and which cells are heads."""
    properties = table._tbl.tblPr
    properties.append(_element("tblCaption", val=printable(caption)))
    properties.append(_element("tblDescription", val=printable(caption)))
    look = properties.find(qn("w:tblLook"))
    properties.remove(look)
    look = _element("tblLook", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1")
    properties.insert_element_before(look, "w:tblCaption", "w:tblDescription")


def _write_row(table: DocxTable, cells: list[Runs], *, is_head: bool) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("cantSplit"))
    if is_head:
        properties.append(_element("tblHeader"))
    for place, runs in enumerate(cells):
        cell = row.cells[place]
        cell.width = _WIDTH_OF_HEADS if place == 0 else (_WIDTH - _WIDTH_OF_HEADS) // (len(cells) - 1)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        _write_runs(paragraph, runs)


def _write_runs(paragraph: DocxParagraph, runs: Runs) -> None:
    for run in runs:
        if run.link:
            place = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            paragraph._p.append(_link(run.text, qn("r:id"), place))
        else:
            paragraph.add_run(printable(run.text)).bold = run.strong or None
        for number in run.notes:
            paragraph.add_run(" ")
            paragraph._p.append(_link(f"[{number}]", qn("w:anchor"), f"bron-{number}"))


def _link(text: str, attribute: str, value: str) -> Any:
    link = OxmlElement("w:hyperlink")
    link.set(attribute, value)
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    look.append(_element("color", val=_LINK_COLOUR))
    look.append(_element("u", val="single"))
    words = OxmlElement("w:t")
    words.text = printable(text)
    run.extend((look, words))
    link.append(run)
    return link


def _element(name: str, /, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


_WRITERS: dict[type, Callable[[Docx, Any], None]] = {
    Heading: _write_heading,
    Paragraph: _write_paragraph,
    Items: _write_items,
    PaperTable: _write_table,
    EndNotes: _write_notes,
}
