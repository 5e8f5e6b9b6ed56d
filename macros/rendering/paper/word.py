"""What every Word document of this project shares: its language, its look, and what can be printed in it."""

import datetime
import io
import re
import zipfile

from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Pt

AUTHOR = "Methodebibliotheek gezin"
LANGUAGE = "nl-NL"
_UNPRINTABLE_SIGNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff]"
)
"""Characters that XML does not allow, that are invisible, or that change the direction of text."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOST_LETTERS = 255
"""Of a title in the properties of a document."""


def printable(text: str) -> str:
    """Text that can be put into the document: a character of _UNPRINTABLE_SIGNS is replaced by its number, [U+202E]."""
    return _UNPRINTABLE_SIGNS.sub(lambda found: f"[U+{ord(found.group()):04X}]", text.replace("\r\n", "\n").replace("\r", "\n"))


def new_document(title: str, day: datetime.date) -> Docx:
    """An empty document in Dutch."""
    document = Document()
    properties = document.core_properties
    properties.title = printable(title)[:_MOST_LETTERS]
    properties.author = AUTHOR
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime.datetime.combine(day, datetime.time())
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}")
    defaults.set(qn("w:val"), LANGUAGE)
    return document


def document_bytes(document: Docx) -> bytes:
    """The file, with fixed times in its archive, so that the same content gives the same bytes."""
    data, target = io.BytesIO(), io.BytesIO()
    document.save(data)
    with zipfile.ZipFile(data) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            fixed.writestr(zipfile.ZipInfo(name, _EPOCH), made.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
