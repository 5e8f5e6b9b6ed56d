"""Write the whole site so that it needs neither MkDocs nor this project: `python -m scripts.export --out DIR`.

A folder that an earlier export made is replaced once the new one is whole; any other folder with something in it is
left alone. Exit code 1: the library or a page has problems; 2: the export could not begin.
"""

import argparse
import sys
from pathlib import Path

from macros.library.loader import load_library
from macros.site.author_macros.call import Misused
from macros.site.export import write_export
from macros.validation.problems import Refused, text_report
from scripts.replacing import replacing

ROOT = Path(__file__).parent.parent
MARK = ".methodebibliotheek-export"
"""The file by which an export knows that a folder is its own."""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if why := _find_obstacle(options.root, options.out):
        print(f"de export kon niet beginnen: {why}", file=sys.stderr)
        return 2
    try:
        library = load_library(options.root)
        with replacing(options.out) as new:
            count = write_export(library, options.root, new)
            (new / MARK).touch()
    except Refused as refused:
        print(text_report(refused.problems), file=sys.stderr)
        return 1
    except Misused as error:
        print(f"een geschreven pagina klopt niet: {error}", file=sys.stderr)
        return 1
    print(f"{count} pagina's staan in {options.out}/; {options.out}/README.md zegt wat u ermee kunt")
    return 0


def _find_obstacle(root: Path, out: Path) -> str:
    if not (root / "mkdocs.yml").is_file():
        return f"in {root} staat geen mkdocs.yml; geef met --root de map van de bibliotheek"
    if out.exists() and not out.is_dir():
        return f"{out} is een bestand; kies een map"
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        return f"{out} is niet leeg en niet door een export gemaakt; kies een andere map"
    if root.resolve().is_relative_to(out.resolve()):
        return f"{out} bevat de bibliotheek zelf; kies een andere map"
    return ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.export", description="Schrijf de site als Markdown, HTML en gegevens, zonder MkDocs."
    )
    parser.add_argument("--out", type=Path, required=True, help="map waarin de export komt")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met mkdocs.yml, docs/, methods/ en data/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
