"""The draft of the description form as a Word document."""

import datetime

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm, Pt, RGBColor

from macros.contributing.worksheet.worksheet import Worksheet, WorksheetEntry, WorksheetPart, reference_text
from macros.rendering.paper.word import document_bytes, new_document, printable
from macros.views.common.dutch import plural


def worksheet_docx(view: Worksheet, day: datetime.date) -> bytes:
    """The document; the same bytes for the same card and day."""
    title = f"Concept werkblad: {view.name}"
    document = new_document(title, day)
    _add_style_of_remarks(document)
    document.add_heading(printable(title), level=0)
    for line in _introduction(view):
        document.add_paragraph(printable(line))
    for number, section in enumerate(view.sections, start=1):
        document.add_heading(f"{number}. {section.title}", level=1)
        document.add_paragraph(section.basis, style="Uitleg")
        for place, part in enumerate(section.parts, start=1):
            document.add_heading(f"{number}.{place} {part.title}", level=2)
            _write_part(document, part)
    document.add_heading("Bronnen", level=1)
    for reference in view.references:
        document.add_paragraph(printable(f"[{reference.number}] {reference_text(reference)}"))
    return document_bytes(document)


def _introduction(view: Worksheet) -> tuple[str, ...]:
    return (
        f"Gemaakt op {view.made} uit de kaart methods/{view.id}.yml van de Methodebibliotheek gezin.",
        "Dit is een concept om mee te beginnen, geen aanvraag en geen oordeel. De databanken hebben een eigen werkblad; "
        "gebruik de laatste versie daarvan en neem over wat hier staat. Bij elk onderdeel staat of de indeling is nagegaan.",
        f"Wat nog ontbreekt, is gemarkeerd en begint met “Nog invullen”: "
        f"{plural(view.missing, 'onderdeel is', 'onderdelen zijn')} nog leeg. "
        "Getallen tussen haken verwijzen naar de bronnen aan het eind.",
    )


def _write_part(document: Docx, part: WorksheetPart) -> None:
    if part.missing is not None:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(printable(f"Nog invullen: {part.asks}"))
        run.bold = True
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        document.add_paragraph(printable(f"Waarom dit leeg is: {part.missing}."), style="Uitleg")
        return
    document.add_paragraph(printable(f"Gevraagd: {part.asks}"), style="Uitleg")
    for entry in part.entries:
        _write_entry(document, entry, 0)


def _write_entry(document: Docx, entry: WorksheetEntry, depth: int) -> None:
    paragraph = document.add_paragraph(style="List Bullet" if depth else None)
    paragraph.paragraph_format.left_indent = Cm(0.6 * depth) if depth else None
    if entry.label:
        paragraph.add_run(printable(f"{entry.label}: " if entry.text else entry.label)).bold = True
    paragraph.add_run(printable(entry.text))
    if entry.marks:
        paragraph.add_run(f" [{', '.join(entry.marks)}]")
    for inner in entry.inner:
        _write_entry(document, inner, depth + 1)


def _add_style_of_remarks(document: Docx) -> None:
    remark = document.styles.add_style("Uitleg", WD_STYLE_TYPE.PARAGRAPH)
    remark.base_style = document.styles["Normal"]
    remark.font.size, remark.font.italic, remark.font.color.rgb = Pt(9.5), True, RGBColor(0x40, 0x40, 0x40)
