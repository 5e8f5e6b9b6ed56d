"""esbuild, which makes one script of many modules: of the archive, and of each package that pages load."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

_PROGRAMS = Path(__file__).parent.parent / "node_modules" / "@esbuild"
_ALWAYS = ("--bundle", "--target=es2022", "--minify", "--log-level=error", "--color=false")


class NotBundled(Exception):
    """The modules cannot become one script; the message says why."""


def run_esbuild(options: Sequence[str], source: str, folder: Path) -> str:
    """The script that `source`, a module in `folder`, becomes with all that it imports. Raises NotBundled."""
    program = next(_PROGRAMS.glob("*/bin/esbuild"), None)
    if program is None:
        raise NotBundled("esbuild is not installed; `make site` installs it")
    command = [str(program), *_ALWAYS, *options]
    done = subprocess.run(command, input=source, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise NotBundled("\n".join(line for line in done.stderr.splitlines() if "[ERROR]" in line) or done.stderr)
    return done.stdout
