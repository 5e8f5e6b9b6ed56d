"""Ask whether the addresses of sources and organisations still work: `python -m scripts.links [--out FILE]`.

Prints the issue that scripts.issues keeps, or an empty list. It takes minutes, because each site is asked one page at a
time; the number of addresses on one site decides how long. Exit code 0: all were asked; 1: the library does not pass the check.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from macros.contributing.upkeep.broken_links import broken_link_issues, external_addresses
from macros.contributing.upkeep.issues import as_json
from macros.contributing.upkeep.link_check import Politeness, check_links
from macros.library.loader import load_library
from macros.validation.problems import Refused
from scripts import print_json, run

ROOT = Path(__file__).parent.parent
STATES = {"works": "werken", "gone": "verdwenen", "blocked": "niet na te gaan", "unreachable": "onbereikbaar"}


def main(arguments: list[str] | None = None, politeness: Politeness | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        mentions = external_addresses(load_library(options.root))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    found = list(check_links(mentions, politeness))
    text = as_json(broken_link_issues(found, mentions))
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print_json(text)
    counts = Counter(one.state for one in found)
    counted = ", ".join(f"{counts[state]} {words}" for state, words in STATES.items())
    print(f"{len(found)} adressen: {counted}", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.links", description="Ga na of verwijzingen nog werken.")
    parser.add_argument("--out", type=Path, metavar="FILE", help="schrijf de lijst in dit bestand; weggelaten: toon die hier")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
