"""Carry cards over to the form of today: `python -m scripts.migrate [FILE…] [--dry-run]`.

Without files it takes all of methods/ and data/tools.yml. What is in the form of today stays byte for byte. Exit code 0:
all files are carried over; 1: a file cannot be read, and why. Nothing is written then.
"""

import argparse
import sys
from pathlib import Path

from macros.contributing.migrate.steps import carried_over
from macros.validation.problems import Refused
from macros.validation.system_reasons import reason_of
from scripts import run
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    files = options.files or [*sorted((options.root / "methods").glob("*.yml")), options.root / "data" / "tools.yml"]
    changed: dict[Path, str] = {}
    refused = False
    for file in files:
        try:
            before = file.read_bytes().decode("utf-8")
            after = carried_over(before)
        except (OSError, UnicodeDecodeError) as error:
            print(f"{file}: dit bestand is niet te lezen ({reason_of(error)})", file=sys.stderr)
            refused = True
        except Refused as error:
            print(f"{file}: {error}", file=sys.stderr)
            refused = True
        else:
            if after != before:
                changed[file] = after
    if refused:
        return 1
    if not options.dry_run:
        write_files(changed)
    for file in changed:
        print(f"{file}: {'kan worden omgezet' if options.dry_run else 'omgezet'}")
    if not changed:
        print("alles staat al zoals het nu hoort")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.migrate", description="Zet kaarten om naar de vorm van nu.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="kaart; zonder bestanden alle kaarten")
    parser.add_argument("--dry-run", action="store_true", help="zeg wat er verandert, schrijf niets")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
