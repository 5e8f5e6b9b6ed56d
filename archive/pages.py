"""A page of the site → the same page for a disk: links to files, one classic script, a policy that knows no network."""

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

SCRIPT = "assets/archive/site.js"
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "frame-src 'self' file:; form-action 'self' file:; base-uri 'none'"
)
"""Some browsers take 'self' for the files of a disk, others want the scheme; none of the two reaches a network."""
_TAG = re.compile(r"<[a-z][^<>]*>")
_LINK = re.compile(r'(?<=\s)((?:href|action|src|data-to)="|content="\d+; url=)([^"]*)"')
_SCRIPT = re.compile(r'<script src="([^"]+)"(?: type="module"| defer)?></script>\n?')
"""Of the site's own frame; a script with data of its own stays as it is."""
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_FURTHER_SHEETS = re.compile(r'\sdata-sheets="(\d+)"')


class OnDisk(NamedTuple):
    """A page as it lies in the archive."""

    html: str
    modules: tuple[str, ...]
    """What the script must start on this page, from assets/: search/start.js"""
    links: frozenset[str]
    """The files it leads to, from the root of the site."""
    sheets: tuple[str, ...]
    """Further pages of the same list, which its script fetches, from the root of the site."""


def on_disk(html: str, file: str) -> OnDisk:
    """`file` from the root of the site: methoden/index.html"""
    folder = posixpath.dirname(file)
    links: set[str] = set()

    def in_tag(tag: re.Match[str]) -> str:
        return _LINK.sub(in_attribute, tag.group())

    def in_attribute(found: re.Match[str]) -> str:
        address = to_file(found.group(2))
        links.add(_resolved(address, folder))
        return f'{found.group(1)}{address}"'

    scripts = [_resolved(address, folder) for address in _SCRIPT.findall(html)]
    modules = tuple(script.removeprefix("assets/") for script in scripts)
    text = _POLICY.sub(lambda found: found.group(1) + POLICY, _TAG.sub(in_tag, _SCRIPT.sub("", html)))
    if modules:
        source = posixpath.relpath(SCRIPT, folder or ".")
        text = text.replace("</body>", f'<script src="{source}" data-modules="{" ".join(modules)}" defer></script>\n</body>')
    many = max(map(int, _FURTHER_SHEETS.findall(html)), default=1)
    sheets = tuple(posixpath.join(folder, str(number), "index.html") for number in range(2, many + 1))
    return OnDisk(text, modules, frozenset(links), sheets)


def to_file(address: str) -> str:
    """A link within the site, leading to the file that a server shows for a folder; other links stay as they are."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.rsplit("/", 1)[-1] not in ("", ".", ".."):
        return address
    return parts._replace(path=posixpath.join(parts.path, "index.html")).geturl()


def _resolved(address: str, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(address).path)))
