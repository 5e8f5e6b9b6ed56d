"""Damage to an XLSX, in the XML of its parts and in the archive around them: cells, rows, columns, sheets, styles, bytes.

The parts are changed as text, because a library that writes workbooks writes none that are wrong.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random
from xml.sax.saxutils import escape

from damaged_text import ODD_VALUES

_CELL = re.compile(r"<c [^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_ROW = re.compile(r"<row [^>]*?(?:/>|>.*?</row>)", re.DOTALL)
_STRING = re.compile(r"(<t(?: [^>]*)?>)(.*?)(</t>)", re.DOTALL)
_PLACES = ("A1", "B7", "XFD1048576", "A1048577", "AAAA1", "a1", "", "7", "B", "A0", "ZZ99999999")
_BAD_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Parts = dict[str, str]


def parts_of(data: bytes) -> Parts:
    """The parts of a workbook: name → XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def damaged_book(parts: Mapping[str, str], chance: Random) -> bytes:
    """The workbook with one to four faults."""
    parts = dict(parts)
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        chance.choice(_DAMAGES)(parts, chance)
    data = _packed(parts)
    if chance.random() < 0.06:
        return data[: chance.randint(0, len(data))]
    if chance.random() < 0.06:
        at = chance.randrange(len(data))
        return data[:at] + bytes(chance.choices(range(256), k=chance.choice((1, 4, 40)))) + data[at + 1 :]
    return data


def _packed(parts: Parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text.encode("utf-8", "replace"))
    return file.getvalue()


def _sheet(parts: Parts, chance: Random) -> str:
    """A sheet that holds something, most often that of the cards."""
    names = sorted(name for name in parts if "worksheets/sheet" in name and name.endswith(".xml"))
    return chance.choice([*names[:1] * 3, *names]) if names else next(iter(parts), "")


def _odd(chance: Random) -> str:
    """A value that XML can hold, most often."""
    value = chance.choice(ODD_VALUES)
    return escape(value if chance.random() < 0.05 else _BAD_IN_XML.sub("", value))


def _change_one(
    pattern: re.Pattern[str], change: Callable[[str, Random], str], parts: Parts, chance: Random, name: str = ""
) -> None:
    name = name or _sheet(parts, chance)
    found = list(pattern.finditer(parts.get(name, "")))
    if found:
        one = chance.choice(found)
        parts[name] = parts[name][: one.start()] + change(one.group(), chance) + parts[name][one.end() :]


def _other_cell(cell: str, chance: Random) -> str:
    """The same place with something else in it."""
    place = f'r="{found[1]}"' if (found := re.search(r'\br="([^"]*)"', cell)) else ""
    style = chance.choice(("", f' s="{chance.choice((0, 1, 2, 9, 99, -1, "x", "9" * 30))}"'))
    value = chance.choice(
        (_odd(chance), str(chance.randint(-9, 60_000)), "0.5", "1.2", "45000.5", "1E+400", "9" * 400, "-0", "99999999999")
    )
    bodies = (
        f'<c {place}{style}><v>{value}</v></c>',
        f'<c {place}{style} t="n"><v>{value}</v></c>',
        f'<c {place}{style} t="b"><v>{chance.choice((0, 1, 2, "x"))}</v></c>',
        f'<c {place}{style} t="s"><v>{chance.choice((0, 1, 7, -1, 99_999, "x", ""))}</v></c>',
        f'<c {place}{style} t="e"><v>{chance.choice(("#DIV/0!", "#N/A", "#ONBEKEND!", ""))}</v></c>',
        f'<c {place}{style} t="d"><v>{chance.choice(("2019-05-01", "2019-05-14T10:00:00", "x", "9999-99-99"))}</v></c>',
        f'<c {place}{style} t="str"><f>A1&amp;"x"</f><v>{value}</v></c>',
        f"<c {place}{style}><f>1/0</f></c>",
        f'<c {place}{style} t="inlineStr"><is><t>{_odd(chance)}</t></is></c>',
        f'<c {place}{style} t="{chance.choice(("x", "", "S"))}"><v>{value}</v></c>',
        f"<c {place}/>",
        "",
    )  # fmt: skip
    return chance.choice(bodies)


def _cell(parts: Parts, chance: Random) -> None:
    _change_one(_CELL, _other_cell, parts, chance)


def _place(parts: Parts, chance: Random) -> None:
    """A cell or a row that says to be somewhere else."""
    pattern = chance.choice((_CELL, _ROW))
    _change_one(pattern, lambda one, by: re.sub(r'\br="[^"]*"', f'r="{by.choice(_PLACES)}"', one, count=1), parts, chance)


def _rows(parts: Parts, chance: Random) -> None:
    _change_one(_ROW, lambda row, by: row * by.choice((0, 0, 2)), parts, chance)


def _hidden(parts: Parts, chance: Random) -> None:
    _change_one(_ROW, lambda row, by: row.replace("<row ", f'<row hidden="{by.choice((1, "true", "x"))}" ', 1), parts, chance)


def _column(parts: Parts, chance: Random) -> None:
    """All cells of a column left out, as when it is removed without the others moving."""
    name = _sheet(parts, chance)
    letter = chance.choice("ABCDEFGHIJKLM")
    parts[name] = re.sub(rf'<c r="{letter}[0-9]+"[^>]*?(?:/>|>.*?</c>)', "", parts.get(name, ""), flags=re.DOTALL)


def _heading(parts: Parts, chance: Random) -> None:
    """Another text where texts are shared: a heading, an id, a sentence."""
    _change_one(
        _STRING,
        lambda one, by: _STRING.sub(lambda found: f"{found[1]}{_odd(by)}{found[3]}", one),
        parts,
        chance,
        "xl/sharedStrings.xml",
    )


def _merge(parts: Parts, chance: Random) -> None:
    name = _sheet(parts, chance)
    merged = f'<mergeCells><mergeCell ref="{chance.choice(_PLACES)}:{chance.choice(_PLACES)}"/></mergeCells>'
    parts[name] = parts.get(name, "").replace("</sheetData>", f"</sheetData>{merged}", 1)


def _names(parts: Parts, chance: Random) -> None:
    """Sheets left out, twice there, or under another name."""
    text = parts.get("xl/workbook.xml", "")
    found = re.findall(r"<sheet [^>]*/>", text)
    if not found:
        return
    one = chance.choice(found)
    name = _odd(chance).replace('"', "")[: chance.choice((5, 40))]
    renamed = re.sub(r'name="[^"]*"', lambda _: f'name="{name}"', one)
    parts["xl/workbook.xml"] = text.replace(one, chance.choice(("", one * 2, renamed, renamed)), 1)


def _part(parts: Parts, chance: Random) -> None:
    """A part that is gone, empty, cut off, or that of another."""
    name = chance.choice(list(parts))
    text = parts.pop(name)
    new = chance.choice((None, "", text[: chance.randint(0, len(text))], chance.choice([*parts.values(), ""]), "<a>" * 3_000))
    if new is not None:
        parts[name] = new
    parts.setdefault("leeg", "")


def _attribute(parts: Parts, chance: Random) -> None:
    """Another value for one attribute of any part."""
    name = chance.choice(list(parts))
    _change_one(re.compile(r'="[^"]*"'), lambda _, by: f'="{_odd(by).replace(chr(34), "")}"', parts, chance, name)


_DAMAGES = (
    _cell,
    _cell,
    _cell,
    _cell,
    _heading,
    _heading,
    _heading,
    _place,
    _rows,
    _hidden,
    _column,
    _merge,
    _names,
    _part,
    _attribute,
)
