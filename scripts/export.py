"""Write the whole site so that it needs neither MkDocs nor this project: `python -m scripts.export --out DIR`.

A folder that an earlier export made is replaced once the new one is whole; any other folder with something in it is
left alone. Exit code 1: the library or a page has problems; 2: the export could not begin.
"""

import argparse
import sys
from pathlib import Path

from macros.library.loader import load_library
from macros.parallel import WorkerFailed
from macros.site.author_macros.call import Misused
from macros.site.bundles import NotBundled, UnknownKind
from macros.site.export import write_export
from macros.validation.problems import Refused, text_report
from macros.validation.system_reasons import system_report
from scripts import run
from scripts.writing.replacing_folder import Maker, NotReplaced, replacing_folder

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
        with replacing_folder(options.out, Maker(MARK, "een export")) as new:
            count = write_export(library, options.root, new)
    except NotReplaced as refused:
        print(f"de export kon niet beginnen: {refused}", file=sys.stderr)
        return 2
    except Refused as refused:
        print(text_report(refused.problems), file=sys.stderr)
        return 1
    except (Misused, UnknownKind) as error:
        print(f"een geschreven pagina klopt niet: {error}", file=sys.stderr)
        return 1
    except (NotBundled, WorkerFailed, OSError) as error:
        why = system_report(error) if isinstance(error, OSError) else error
        print(f"de export is niet gemaakt: {why}", file=sys.stderr)
        return 1
    print(f"{count} pagina's staan in {options.out}/; {options.out}/README.md zegt wat u ermee kunt")
    return 0


def _find_obstacle(root: Path, out: Path) -> str:
    if not (root / "mkdocs.yml").is_file():
        return f"in {root} staat geen mkdocs.yml; geef met --root de map van de bibliotheek"
    if (out / MARK).exists() and root.resolve().is_relative_to(out.resolve()):
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
    run(main)
