"""The modules of the site → one classic script, which a page from disk may load."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from macros.site.esbuild import NotBundled, run_esbuild

_HERE = Path(__file__).parent
_DEPTH = 2
"""How many folders above a module the root of the site lies, for every module that counts on it."""
_OPTIONS = (
    "--format=iife",
    "--define:fetch=archive.fetch",
    "--define:location.assign=archive.go",
    "--define:import.meta.url=archive.module",
)


def bundled(assets: Path, modules: Iterable[str]) -> str:
    """One script that starts those of `modules` (paths below `assets`) that its data-modules names. Raises NotBundled."""
    _check_depth(assets)
    return run_esbuild(_OPTIONS, _HERE, _begin(assets.resolve(), sorted(modules)))


def _begin(assets: Path, modules: list[str]) -> str:
    """The first module: makes what the others miss, and starts those that the page names."""
    loads = "".join(f"  {json.dumps(name)}: () => import({json.dumps(str(assets / name))}),\n" for name in modules)
    start = "for (const name of document.currentScript.dataset.modules.split(' ')) MODULES[name]();"
    return f'import "./offline.js";\nconst MODULES = {{\n{loads}}};\n{start}\n'


def _check_depth(assets: Path) -> None:
    for file in sorted(assets.rglob("*.js")):
        deep = len(file.relative_to(assets).parts) == _DEPTH
        if not deep and re.search(r"\bimport\.meta\b", file.read_text(encoding="utf-8")):
            raise NotBundled(f"{file.relative_to(assets)} asks for import.meta, which only a module in a folder of assets/ can")
