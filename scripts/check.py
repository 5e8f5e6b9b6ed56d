"""Check cards: `python -m scripts.check [PATH…] [--format text|github|json]`.

Without PATH the whole library is checked. Exit code 0: all is well; 1: there are problems; 2: the check itself could
not run.
"""

import argparse
import sys
from pathlib import Path

from macros.library.card_files import list_card_files
from macros.library.loader import load_library
from macros.validation.problems import Refused, github_report, json_report, text_report
from macros.validation.system_reasons import system_report
from macros.views.common.dutch import plural

ROOT = Path(__file__).parent.parent
REPORTS = {"text": text_report, "github": github_report, "json": json_report}


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        cards = _card_files(options.paths or [options.root / "methods"])
        if not cards:
            return _fail_to_run("er zijn geen kaarten gevonden")
        library = load_library(options.root, cards=cards if options.paths else None)
    except Refused as refused:
        print(REPORTS[options.format](refused.problems))
        return 1
    except OSError as error:
        return _fail_to_run(system_report(error))
    for remark in library.history.remarks:
        print(f"let op: {remark}", file=sys.stderr)
    if not (options.paths or library.history.is_whole):
        print("niet nagegaan: of er kaarten zijn verdwenen; daarvoor is de hele geschiedenis van Git nodig", file=sys.stderr)
    print(REPORTS["json"]([]) if options.format == "json" else _success_text(len(library.methods)))
    return 0


def _fail_to_run(why: str) -> int:
    """Nothing was checked, which is not the same as no problems."""
    print(f"de controle kon niet beginnen: {why}", file=sys.stderr)
    return 2


def _success_text(cards: int) -> str:
    return f"{plural(cards, 'kaart', 'kaarten')}, geen fouten"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.check", description="Controleer de kaarten.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="kaarten of mappen met kaarten; weggelaten: alles")
    parser.add_argument(
        "--format", choices=REPORTS, default="text", help="text voor mensen, github voor een pull request, json voor programma's"
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


def _card_files(paths: list[Path]) -> list[Path]:
    """The card files named by files and folders, each once."""
    cards = [card for path in paths for card in (list_card_files(path) if path.is_dir() else [path])]
    return list({card.resolve(): card for card in cards}.values())


if __name__ == "__main__":
    sys.exit(main())
