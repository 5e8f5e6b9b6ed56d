"""Addresses and days → sitemap.xml (sitemaps.org), cut into several files where one would be too long."""

import datetime
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

MOST = 50_000
"""More addresses than this may not stand in one file."""
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

Entry = tuple[str, datetime.datetime | None]
"""An address from the root of the site, and when its content changed last; None if that is not known."""


def sitemap_files(entries: Sequence[Entry], url: str, most: int = MOST) -> Iterator[tuple[str, str]]:
    """sitemap.xml; with more than `most` entries a list of sitemap-1.xml and so on. `url` is the root of the site."""
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    if len(parts) <= 1:
        yield "sitemap.xml", _list("urlset", "url", entries, url)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _list("urlset", "url", part, url)
    latest = [max((moment for _, moment in part if moment), default=None) for part in parts]
    yield "sitemap.xml", _list("sitemapindex", "sitemap", list(zip(names, latest, strict=True)), url)


def _list(whole: str, one: str, entries: Sequence[Entry], url: str) -> str:
    lines = [_HEAD, f'<{whole} xmlns="{_SPACE}">', *(_line(one, entry, url) for entry in entries), f"</{whole}>", ""]
    return "\n".join(lines)


def _line(one: str, entry: Entry, url: str) -> str:
    address, moment = entry
    day = f"<lastmod>{moment.date().isoformat()}</lastmod>" if moment else ""
    return f"<{one}><loc>{escape(url + address)}</loc>{day}</{one}>"
