"""A copy of the project to put faults in, so that the files of whoever runs the tests stay as they are."""

import compileall
import contextlib
import py_compile
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_MODULES, _PACKAGES = "node_modules", "docs/assets/packages"
"""What was installed, and what was made of it: tests that build a site need both."""


@contextlib.contextmanager
def workspace() -> Iterator[Path]:
    """A folder with the files of the project as they are now; it and what stands beside it is taken away afterwards.

    Compiled files are checked by what the source holds: a fault changes a file within the same second, and sometimes
    leaves its size alone, so that Python would not notice by the time or the size.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        to = Path(folder) / "project"
        for name in _names():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name, follow_symlinks=False)
        (to / _MODULES).symlink_to(ROOT / _MODULES)
        shutil.copytree(ROOT / _PACKAGES, to / _PACKAGES)  # Stryker copies all but node_modules, and cannot copy a link
        for folder in ("macros", "scripts", "archive"):
            compileall.compile_dir(to / folder, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
        yield to


def _names() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]
