"""The same cards for other generators: plain MkDocs with a macro, and Hugo with Go templates (projects/)."""

import shutil
from pathlib import Path

from .library import card_files

_PROJECTS = Path(__file__).parent / "projects"


def write_plain(project: Path, library: Path) -> None:
    """Write the plain MkDocs project: one Markdown page for each card, which asks a macro for its content."""
    shutil.copytree(_PROJECTS / "plain", project, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("methods", "data"):
        shutil.copytree(library / name, project / name)
    pages = project / "docs" / "methoden"
    pages.mkdir(parents=True)
    ids = [file.stem for file in card_files(library)]
    for card_id in ids:
        (pages / f"{card_id}.md").write_text(f'{{{{ method_card("{card_id}") }}}}\n', encoding="utf-8")
    links = "".join(f"- [{card_id}](methoden/{card_id}.md)\n" for card_id in ids)
    (project / "docs" / "index.md").write_text(f"# Alle methoden\n\n{links}", encoding="utf-8")


def write_hugo(project: Path, library: Path) -> None:
    """Write the Hugo project; its content adapter makes a page for each card."""
    shutil.copytree(_PROJECTS / "hugo", project)
    shutil.copytree(library / "data", project / "data")
    shutil.copytree(library / "methods", project / "data" / "methods")
