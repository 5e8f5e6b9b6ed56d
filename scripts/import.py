"""Make cards of a spreadsheet: `python -m scripts.import FILE [--valid-only] [--overwrite] [--dry-run]`.

The template is on the site, at bijdragen/sjabloon.xlsx: a sheet with one row a method, one for each list on a card, and two
for new sources and organisations. A CSV has one row a method. All problems are listed by their cell,
and nothing is written while there are any, unless --valid-only. Exit code 0: all rows are cards now; 1: there are
problems; 2: the file could not be read.
"""

import argparse
import sys
from pathlib import Path

from macros.contributing.spreadsheet.importing import Import, read_import
from macros.validation.problems import Refused
from macros.validation.system_reasons import system_reason
from macros.views.common.dutch import plural
from scripts import run
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        found = read_import(options.file, options.root, overwrite=options.overwrite)
    except Refused as refused:
        print(*(f"{problem.path}: {problem.text}" for problem in refused.problems), sep="\n")
        return 1
    except OSError as error:
        print(f"{error.filename} is niet te lezen ({system_reason(error)})", file=sys.stderr)
        return 2
    print(*found.problems, sep="\n", end="\n" if found.problems else "")
    if found.problems:
        print(f"{plural(len(found.problems), 'fout', 'fouten')}; {plural(found.rows, 'methode', 'methoden')} gelezen")
    wanted = bool(found.files) and (options.valid_only or not found.problems)
    if wanted and not options.dry_run:
        write_files({options.root / path: text for path, text in found.files.items()})
    print(_result_text(found, dry_run=options.dry_run) if wanted else "er is niets geschreven")
    return 1 if found.problems else 0


def _result_text(found: Import, *, dry_run: bool) -> str:
    what = plural(found.cards, "kaart", "kaarten")
    data = [path for path in found.files if path.startswith("data/")]
    more = f"{', '.join(data)} aangevuld; " if data else ""
    return (
        f"{what} in orde, niets geschreven"
        if dry_run
        else f"{what} geschreven in methods/; {more}controleer alles met: make check"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.import", description="Maak kaarten van een spreadsheet.")
    parser.add_argument("file", type=Path, metavar="FILE", help="XLSX volgens het sjabloon, of CSV met één methode op een rij")
    parser.add_argument("--valid-only", action="store_true", help="schrijf de rijen zonder fouten, ook als andere fouten hebben")
    parser.add_argument("--overwrite", action="store_true", help="vervang kaarten die er al zijn")
    parser.add_argument("--dry-run", action="store_true", help="controleer alleen, schrijf niets")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
