"""Addresses of scripts and styles that change when any of them does, so that a browser may keep them for ever.

Modules import each other, so one changed module changes the address of all: the version is that of the whole folder.
"""

import hashlib
import re
from pathlib import Path

_IMPORT = re.compile(r"""(\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}/[^"?#]+\.js)\"""")


def version_of(folder: Path) -> str:
    """Twelve hexadecimal digits that change when a file in the folder is changed, added, removed or renamed."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def with_version(module: str, version: str) -> str:
    """The text of a module whose imports of other modules carry the version."""
    return _IMPORT.sub(lambda found: f'{found.group(1)}"{found.group(2)}?v={version}"', module)
