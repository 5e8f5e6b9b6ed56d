"""A built site → the files of its archive, and those files → one zip that is the same byte for byte every time."""

import datetime
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from .bundle import bundled
from .pages import SCRIPT, OnDisk, on_disk

TOP = "methodebibliotheek/"
"""Everything lies in one folder, so that unpacking makes no mess."""
README = """\
Methodebibliotheek gezin, om zonder internet te gebruiken.

1. Pak het zip-bestand eerst uit. In de meeste programma's: rechtermuisknop, "Alles uitpakken".
2. Open in de uitgepakte map het bestand index.html met een browser.

Zoeken, vergelijken en "Past het?" werken. Er wordt niets verstuurd en niets opgehaald.
Links naar bronnen hebben wel internet nodig.

Stand van {day}. De gegevens mogen vrij gebruikt worden (CC0 1.0); voor de teksten geldt CC BY 4.0.
"""
_NEEDS_A_SERVER = (".methodebibliotheek-site", "404.html", "sitemap.xml.gz", "assets/javascripts/")
_OPEN_DATA = "api/"
_CHARTS = "embed/beeld/"
"""Scripts make a PNG and a table of them."""


def pack(site: Path, assets: Path, to: Path, day: datetime.date) -> int:
    """Write the zip of a built site, whose scripts lie in `assets`; returns the number of pages. Raises NotBundled."""
    pages = 0
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in archive_files(site, assets, day):
            pages += name.endswith(".html")
            entry = zipfile.ZipInfo(TOP + name, date_time=(day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return pages


def archive_files(site: Path, assets: Path, day: datetime.date) -> Iterator[tuple[str, bytes]]:
    """(path, content) of all files, always in the same order; each is made when it is its turn."""
    found = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    kept = [name for name in found if not name.startswith(_NEEDS_A_SERVER) and not name.endswith(".map")]
    modules: set[str] = set()
    links: set[str] = set()
    sheets: set[str] = set()
    for name in kept:
        if name.endswith(".html"):
            page = _page(site, name)
            modules.update(page.modules)
            links.update(link for link in page.links if link.endswith((".json", ".js")))
            sheets.update(page.sheets)
    yield "LEESMIJ.txt", README.format(day=f"{day:%d-%m-%Y}").encode()
    yield SCRIPT, bundled(assets, modules).encode()
    for name in kept:
        if not _is_module(name) or name in links:
            yield from _made(site, name, links, sheets)


def _made(site: Path, name: str, links: set[str], sheets: set[str]) -> Iterator[tuple[str, bytes]]:
    """What one file of the site becomes: itself, and a script that hands it over if scripts fetch it."""
    content = _page(site, name).html.encode() if name.endswith(".html") else (site / name).read_bytes()
    is_data = name.endswith(".json") and not name.startswith(_OPEN_DATA)
    is_fetched = name in sheets or is_data or name.startswith(_CHARTS)
    if is_fetched:
        yield f"{name}.js", f"archive.put({json.dumps(name)}, {json.dumps(content.decode(), ensure_ascii=False)});\n".encode()
    if not (is_fetched and name.endswith(".json")) or name in links:
        yield name, content


def _page(site: Path, name: str) -> OnDisk:
    return on_disk((site / name).read_text(encoding="utf-8"), name)


def _is_module(name: str) -> bool:
    return name.startswith("assets/") and name.endswith(".js")
