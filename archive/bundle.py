"""The modules of the site → one classic script, with esbuild, which Hugo carries; the package for Python brings Hugo."""

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .hugo import hugo

_OFFLINE = Path(__file__).parent / "offline.js"
_DEPTH = 2
"""How many folders above a module the root of the site lies, for every module that counts on it."""
_SETTINGS = """\
disableKinds = ["page", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
"""
_OPTIONS = {
    "format": "iife",
    "target": "es2022",
    "minify": True,  # also leaves out where the modules lay, which differs between machines
    "targetPath": "site.js",
    "defines": {"fetch": "archive.fetch", "location.assign": "archive.go", "import.meta.url": "archive.module"},
}
_TEMPLATE = """\
{{{{ $options := `{options}` | transform.Unmarshal }}}}
{{{{ with resources.Get "begin.js" | js.Build $options }}}}{{{{ .Publish }}}}{{{{ end }}}}
"""


class NotBundled(Exception):
    """The modules cannot become one script; the message says why."""


def bundled(assets: Path, modules: Iterable[str]) -> str:
    """One script that starts those of `modules` (paths below `assets`) that its data-modules names. Raises NotBundled."""
    _check_depth(assets)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _write(work / "hugo.toml", _SETTINGS + _mounts({assets.resolve(): "assets/site", work / "begin": "assets"}))
        _write(work / "layouts" / "index.html", _TEMPLATE.format(options=json.dumps(_OPTIONS)))
        _write(work / "begin" / "begin.js", _begin(sorted(modules)))
        _write(work / "begin" / "offline.js", _OFFLINE.read_text(encoding="utf-8"))
        _run_hugo(work)
        return (work / "public" / "site.js").read_text(encoding="utf-8")


def _begin(modules: list[str]) -> str:
    """The first script: makes what modules miss, and starts those that the page names."""
    loads = "".join(f'  {json.dumps(name)}: () => import("./site/{name}"),\n' for name in modules)
    start = "for (const name of document.currentScript.dataset.modules.split(' ')) MODULES[name]();"
    return f'import "./offline.js";\nconst MODULES = {{\n{loads}}};\n{start}\n'


def _mounts(folders: dict[Path, str]) -> str:
    mounts = {**folders, Path("layouts"): "layouts"}
    return "".join(
        f"[[module.mounts]]\nsource = {json.dumps(str(path))}\ntarget = {json.dumps(to)}\n" for path, to in mounts.items()
    )


def _check_depth(assets: Path) -> None:
    for file in sorted(assets.rglob("*.js")):
        deep = len(file.relative_to(assets).parts) == _DEPTH
        if not deep and re.search(r"\bimport\.meta\b", file.read_text(encoding="utf-8")):
            raise NotBundled(f"{file.relative_to(assets)} asks for import.meta, which only a module in a folder of assets/ can")


def _run_hugo(work: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HUGO_")}
    try:
        command = [str(hugo()), "--noBuildLock", "--cacheDir", str(work / "cache")]
        done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True)
    except OSError as error:
        raise NotBundled(str(error)) from error
    if done.returncode:
        output = (done.stdout + done.stderr).splitlines()
        raise NotBundled("\n".join(line for line in output if line.startswith("ERROR")) or "Hugo gave no reason")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
