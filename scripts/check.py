"""Check cards: `python -m scripts.check [PATH…] [--format text|github|json]`.

Without PATH the whole library is checked. Exit code 0: all is well; 1: there are problems; 2: the check itself could
not run.
"""

import argparse
import sys
from pathlib import Path

from macros.library import load_library
from macros.problems import Refused, github_report, json_report, text_report

ROOT = Path(__file__).parent.parent
REPORTS = {"text": text_report, "github": github_report, "json": json_report}


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    cards = _cards(options.paths) if options.paths else None
    try:
        library = load_library(options.root, cards=cards)
    except Refused as refused:
        print(REPORTS[options.format](refused.problems))
        return 1
    except OSError as error:
        print(f"de controle kon niet beginnen: {error}", file=sys.stderr)
        return 2
    print(REPORTS["json"]([]) if options.format == "json" else f"{len(library.methods)} kaarten, geen fouten")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.check", description="Controleer de kaarten.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="kaarten of mappen met kaarten; weggelaten: alles")
    parser.add_argument("--format", choices=REPORTS, default="text", help="text voor mensen, github voor een pull request, json voor programma's")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


def _cards(paths: list[Path]) -> list[Path]:
    """Card files named by files and folders; raises SystemExit(2) if there are none, because nothing would be checked."""
    cards = [card for path in paths for card in (sorted(path.glob("*.yml")) if path.is_dir() else [path])]
    if not cards:
        print("geen kaarten gevonden in " + ", ".join(map(str, paths)), file=sys.stderr)
        raise SystemExit(2)
    return cards


if __name__ == "__main__":
    sys.exit(main())
