"""Say what readers will see change: `python -m scripts.diff BASE [HEAD] [--out DIR | --format text|markdown|html]`.

BASE and HEAD are revisions of Git; without HEAD the files in the working folder are taken. Exit code 0: the difference
was made, also where a side does not pass the check; 2: it could not be made.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from macros.history.checkout import NoRevision, earlier_cards, write_revision
from macros.kept import KeptWork
from macros.library.live import LiveLibrary
from macros.library.loader import load_readable
from macros.rendering.diff_output import as_html, as_markdown, as_text
from macros.views.changes.library_diff import DiffSection, Side, diff_libraries
from scripts import run
from scripts.collecting import without_collecting
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent
_NOW = "de werkmap"
FORMS = {"text": as_text, "markdown": as_markdown, "html": as_html}
FILES = {"verschil.html": as_html, "verschil.md": as_markdown}


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        with without_collecting():
            found = _diff(options.root, options.base, options.head)
    except NoRevision as error:
        print(f"het verschil is niet gemaakt: {error}", file=sys.stderr)
        return 2
    if options.out:
        write_files({options.out / name: form(found) for name, form in FILES.items()})
        print(f"het verschil staat in {options.out}/: {' en '.join(FILES)}")
    else:
        print(FORMS[options.format](found), end="")
    return 0


def _diff(root: Path, base: str, head: str | None) -> DiffSection:
    kept = KeptWork(root)
    if not head and (sides := _sides_with_much_in_common(root, base, kept)):
        return diff_libraries(*sides)
    with tempfile.TemporaryDirectory() as folder:
        before = _revision(root, base, Path(folder) / "base", kept)
        after = _revision(root, head, Path(folder) / "head", kept) if head else _side(_NOW, root, kept)
        return diff_libraries(before, after)


def _sides_with_much_in_common(root: Path, base: str, kept: KeptWork) -> tuple[Side, Side] | None:
    """A revision and the working folder, if only the contents of cards differ and all is well on both sides: most proposals. The
    first is then made from the second, which takes half the time. Raises NoRevision."""
    earlier = earlier_cards(root, base)
    if earlier is None:
        return None
    try:
        now = LiveLibrary(root, kept, can_wait=True)
    except OSError:
        return None
    before = None if now.problems else now.with_cards(earlier)
    return (Side(base, before), Side(_NOW, now.library)) if before else None


def _revision(root: Path, revision: str, folder: Path, kept: KeptWork) -> Side:
    write_revision(root, revision, folder)
    return _side(revision, folder, kept)


def _side(name: str, folder: Path, kept: KeptWork) -> Side:
    try:
        library, problems = load_readable(folder, kept)
    except OSError as error:  # an older state may have no cards yet, or not a list of today
        file = Path(error.filename or "een bestand")
        return Side(name, None, missing=str(file.relative_to(folder) if file.is_relative_to(folder) else file))
    return Side(name, library, tuple(problems))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.diff", description="Toon wat lezers zien veranderen.")
    parser.add_argument("base", metavar="BASE", help="de stand ervoor: een tak, label of commit")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="de stand erna; weggelaten: de bestanden in de werkmap")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--out", type=Path, metavar="DIR", help=f"schrijf {' en '.join(FILES)} in deze map")
    form.add_argument("--format", choices=FORMS, default="text", help="toon het hier, als tekst, Markdown of pagina")
    parser.add_argument("--root", type=Path, default=ROOT, help="de map met methods/ en data/, in een kloon van Git")
    return parser


if __name__ == "__main__":
    run(main)
