"""Say which cards are past a term: `python -m scripts.stale [--out FILE]`, as the issues that scripts.issues keeps.

Exit code 0: the list was made, also if it is empty; 1: the library does not pass the check.
"""

import argparse
import sys
from pathlib import Path

from macros.contributing.upkeep.issues import as_json
from macros.contributing.upkeep.stale_cards import stale_issues
from macros.library.loader import load_library
from macros.validation.problems import Refused
from macros.views.common.dutch import plural
from scripts import print_json, run

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        issues = list(stale_issues(load_library(options.root)))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if options.out:
        options.out.write_text(as_json(issues), encoding="utf-8")
    else:
        print_json(as_json(issues))
    print(f"{plural(len(issues), 'kaart is', 'kaarten zijn')} over een termijn heen", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.stale", description="Zoek de kaarten die over een termijn heen zijn."
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="schrijf de lijst in dit bestand; weggelaten: toon die hier")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
