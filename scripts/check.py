"""Check cards: `python -m scripts.check [PATH…] [--format text|github|json]`.

Without PATH the whole library is checked. Exit code 0: all is well; 1: there are problems; 2: the check itself could
not run.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.kept import KeptWork
from macros.library.card_files import list_card_files
from macros.library.loader import load_library
from macros.validation.forge_report import folder_in_repository, github_report, markdown_report
from macros.validation.problems import Problem, Refused, json_report, text_report
from macros.validation.system_reasons import system_report
from macros.views.common.dutch import plural
from scripts import print_json, run
from scripts.collecting import without_collecting
from scripts.writing.editor_schemas import renew_schemas_if_possible

ROOT = Path(__file__).parent.parent
FORMATS = ("text", "github", "json")
SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file whose Markdown a run on GitHub shows."""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.schemas:
        renew_schemas_if_possible(options.root)
    try:
        cards = _card_files(options.paths) if options.paths else _listed(options.root / "methods")
        if not cards:
            return _fail_to_run("er zijn geen kaarten gevonden")
        with without_collecting():
            some = cards if options.paths else None
            library = load_library(options.root, cards=some, kept=KeptWork(options.root), can_wait=True)
    except Refused as refused:
        _report(refused.problems, options.format, options.root)
        return 1
    except OSError as error:
        return _fail_to_run(system_report(error))
    for remark in library.history.remarks:
        print(f"let op: {remark}", file=sys.stderr)
    if not (options.paths or library.history.is_whole):
        print("niet nagegaan: of er kaarten zijn verdwenen; daarvoor is de hele geschiedenis van Git nodig", file=sys.stderr)
    if options.format == "json":
        print_json(json_report([]))
    else:
        print(f"{plural(len(library.methods), 'kaart', 'kaarten')}, geen fouten")
    return 0


def _report(problems: Sequence[Problem], form: str, root: Path) -> None:
    if form == "json":
        print_json(json_report(problems))
        return
    if form == "text":
        print(text_report(problems))
        return
    folder = folder_in_repository(root.resolve())
    print(github_report(problems, folder))
    if summary := os.environ.get(SUMMARY):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown_report(problems, folder))


def _fail_to_run(why: str) -> int:
    """Nothing was checked, which is not the same as no problems."""
    print(f"de controle kon niet beginnen: {why}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.check", description="Controleer de kaarten.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="kaarten of mappen met kaarten; weggelaten: alles")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="text voor mensen, github voor een pull request, json voor programma's"
    )
    parser.add_argument("--schemas", action="store_true", help="werk ook bij waarmee een editor aanvult, in schema/")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


def _card_files(paths: list[Path]) -> list[Path]:
    """The card files named by files and folders, each once."""
    return list({os.path.realpath(card): card for path in paths for card in _listed(path)}.values())


def _listed(path: Path) -> list[Path]:
    return list_card_files(path) if path.is_dir() else [path]


if __name__ == "__main__":
    run(main)
