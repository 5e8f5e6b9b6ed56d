"""esbuild, which makes one file of many: of what each kind of page uses, of the archive, and of each package that pages load."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from macros.validation.system_reasons import quoted_reason

_PROGRAMS = Path(__file__).resolve().parents[2] / "node_modules" / "@esbuild"
_ALWAYS = ("--bundle", "--target=es2022", "--minify", "--log-level=error", "--color=false")


class NotBundled(Exception):
    """The files cannot become one; the message says why."""


def run_esbuild(options: Sequence[str], folder: Path, source: str | None = None) -> str:
    """What it writes about `options`, names of files in `folder` among them; with `source`, a module in that folder, the script
    that it becomes with all that it imports. Raises NotBundled."""
    command = [str(_program()), *_ALWAYS, *options]
    done = subprocess.run(command, input=source, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        said = "\n".join(line for line in done.stderr.splitlines() if "[ERROR]" in line) or done.stderr
        raise NotBundled(quoted_reason("esbuild", said))
    return done.stdout


def version() -> str:
    """What the package says of itself, which changes with its version. Raises NotBundled."""
    return (_program().parents[1] / "package.json").read_text(encoding="utf-8")


def _program() -> Path:
    found = next(_PROGRAMS.glob("*/bin/esbuild"), None)
    if found is None:
        raise NotBundled("esbuild ontbreekt; `make site` haalt het op")
    return found
