"""Where things lie, and which files belong to the project."""

import subprocess
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
"""The project: the real cards, pages and theme."""
EXAMPLE = TESTS / "example"
"""A library of invented cards that stays as it is while the real cards change."""
EXAMPLE_SITE = TESTS / "example_site"
"""A whole invented library, as rich as the real one, and the pages that name its cards."""
PAGE_KINDS = sorted(file.stem for file in (ROOT / "docs" / "assets" / "pages").glob("*.css"))
"""Each has one sheet and one script."""
BROKEN = TESTS / "validation" / "broken"
"""Cards with one fault each, and what the check must answer."""


def tracked() -> list[Path]:
    """The files of the project: those in Git and those about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a clone: which files belong to the project is not known")
    return [file for name in names.split("\0") if name and (file := ROOT / name).is_file()]
