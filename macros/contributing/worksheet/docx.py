"""The draft of the description form as a Word document. The only module that writes DOCX."""

import datetime
import io
import re
import zipfile

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from macros.contributing.worksheet.worksheet import Worksheet, WorksheetEntry, WorksheetPart, reference_text
from macros.views.common.dutch import plural

_UNPRINTABLE_SIGNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff]"
)
"""Characters that XML does not allow, that are invisible, or that change the direction of text."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def printable(text: str) -> str:
    """Text that can be put into the document: a character of _UNPRINTABLE_SIGNS is replaced by its number, [U+202E]."""
    return _UNPRINTABLE_SIGNS.sub(lambda found: f"[U+{ord(found.group()):04X}]", text.replace("\r\n", "\n").replace("\r", "\n"))


def worksheet_docx(view: Worksheet, day: datetime.date) -> bytes:
    """The document; the same bytes for the same card and day."""
    document = Document()
    _prepare(document, view, day)
    document.add_heading(printable(f"Concept werkblad: {view.name}"), level=0)
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
    data = io.BytesIO()
    document.save(data)
    return _reproducible(data.getvalue())


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


def _prepare(document: Docx, view: Worksheet, day: datetime.date) -> None:
    properties = document.core_properties
    properties.title = printable(f"Concept werkblad: {view.name}")[:255]
    properties.author = "Methodebibliotheek gezin"
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = "nl-NL"
    properties.created = properties.modified = datetime.datetime.combine(day, datetime.time())
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}")
    defaults.set(qn("w:val"), "nl-NL")
    remark = document.styles.add_style("Uitleg", WD_STYLE_TYPE.PARAGRAPH)
    remark.base_style = normal
    remark.font.size, remark.font.italic, remark.font.color.rgb = Pt(9.5), True, RGBColor(0x40, 0x40, 0x40)


def _reproducible(data: bytes) -> bytes:
    """The same archive with fixed times, so that the same content gives the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            fixed.writestr(zipfile.ZipInfo(name, _EPOCH), made.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
