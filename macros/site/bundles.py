"""The styles and scripts of each kind of page → one sheet and one script, which hold what that kind uses.

Each of these files of docs/ names what goes into it; the site has it under the same address, with all of that in it:

    assets/pages/   the sheet and the script of a kind of page: card.css, card.js
    assets/lazy/    what a script fetches when a reader asks for it, such as the search engine

Each is whole by itself: what two of them import is in both. So a module that remembers something belongs in one of those
that a page can load; a test holds that.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.kept import NOTHING_KEPT, KeptWork, key_of
from macros.site import esbuild
from macros.site.asset_versions import with_version
from macros.site.esbuild import NotBundled, run_esbuild

__all__ = ["NotBundled", "UnknownKind", "bundles", "is_source", "kind_of", "kinds_in"]

_PAGES = "assets/pages"
_ENTRIES = (f"{_PAGES}/*.css", f"{_PAGES}/*.js", "assets/lazy/*.js", "assets/style/bare.css", "assets/common/redirect.js")
"""In docs/. The last two belong to pages without the frame of the site."""
_OPTIONS = ("--format=esm", "--outbase=.", "--external:../lazy/*")
_PLAIN, _WITH_MACROS = "text", "mixed"
"""The kinds of hand-written pages that name none: prose, and whatever a macro can show."""


class UnknownKind(Exception):
    """A page names a kind that is not there: a Dutch sentence."""


def kinds_in(docs: Path) -> list[str]:
    """The kinds of pages that have a sheet and a script."""
    return sorted(sheet.stem for sheet in (docs / _PAGES).glob("*.css"))


def kind_of(file: str, meta: Mapping[str, object], docs: Path, *, has_macros: bool) -> str:
    """Of a hand-written page, by its front matter. Raises UnknownKind."""
    kind = meta.get("kind", _WITH_MACROS if has_macros else _PLAIN)
    if kind not in (known := kinds_in(docs)):
        raise UnknownKind(f'{file}: kind: er is geen soort pagina "{kind}"; kies uit {", ".join(known)}, of laat kind weg')
    return kind


def is_source(path: str) -> bool:
    """Whether a file is no part of the site but at most of a sheet or a script; by its path in docs/ or in the theme."""
    return path.startswith("assets/") and path.endswith((".css", ".js", ".map"))


def bundles(docs: Path, version: str, kept: KeptWork = NOTHING_KEPT) -> dict[str, str]:
    """Path from the root of the site → what stands there. `version`, which changes with the files of docs/assets/, is named
    where scripts fetch others; if it is empty none is. Raises NotBundled."""
    if not version:
        return _made(docs)
    key = key_of("bundles", version, esbuild.version())
    made = json.loads(kept.once(key, lambda: json.dumps(_made(docs)).encode()))
    return {path: with_version(text, version) if path.endswith(".js") else text for path, text in made.items()}


def _made(docs: Path) -> dict[str, str]:
    entries = sorted(file.relative_to(docs).as_posix() for pattern in _ENTRIES for file in docs.glob(pattern))
    if not entries:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        run_esbuild([*_OPTIONS, f"--outdir={folder}", *entries], docs)
        return {entry: (Path(folder) / entry).read_text(encoding="utf-8") for entry in entries}
