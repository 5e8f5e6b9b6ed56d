"""Begin a new card: `python -m scripts.new ID [--from NAME] [--dry-run]`.

Writes methods/ID.yml with every field and its explanation, to be filled in. With --from the same fields stand open as
on another card, named by its id or by any of its names. Exit code 0: the file is there; 1: it cannot be made, and why.
"""

import argparse
import sys
from pathlib import Path

from macros.contributing.new_card import card_scaffold, find_similar, names_of_cards
from macros.library.choices import list_choices
from macros.library.loader import load_library
from macros.model.base import ID_PATTERN
from macros.validation.explain import message, remedy
from macros.validation.problems import Refused
from macros.validation.yaml_reader import read_file
from scripts import run
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    file = options.root / "methods" / f"{options.id}.yml"
    names = names_of_cards(options.root)
    example = next((key for key, known in names.items() if _is_named(options.example, known)), None)
    if not ID_PATTERN.fullmatch(options.id):
        return _refuse("bad_id", value=options.id)
    if file.exists():
        return _refuse("card_is_there", value=options.id)
    if options.example and not example:
        return _refuse("card_not_there", value=options.example, choices=[name for known in names.values() for name in known])
    try:
        choices = list_choices(load_library(options.root, cards=[]))
        values = read_file(options.root / "methods" / f"{example}.yml", "").value if example else None
    except Refused as refused:
        print(refused)
        return 1
    if near := find_similar(options.id, names):
        details = {"value": options.id, "names": ", ".join(f"{key} ({names[key][1]})" for key in near)}
        print(_error_text("card_looks_like", details), file=sys.stderr)
    text = card_scaffold(choices, values)
    if options.dry_run:
        print(text, end="")
        return 0
    write_files({file: text})
    print(f"methods/{options.id}.yml staat klaar; vul hem in en controleer met: make check")
    return 0


def _is_named(wanted: str | None, names: tuple[str, ...]) -> bool:
    return wanted is not None and wanted.casefold() in (name.casefold() for name in names)


def _error_text(code: str, details: dict[str, object]) -> str:
    return f"{message(code, details)} — {remedy(code, details)}"


def _refuse(code: str, **details: object) -> int:
    print(_error_text(code, details))
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.new", description="Begin een nieuwe kaart.")
    parser.add_argument("id", metavar="ID", help="naam van het bestand: kleine letters, cijfers en streepjes")
    parser.add_argument("--from", dest="example", metavar="NAME", help="kaart met de velden die u ook wilt, bij id of naam")
    parser.add_argument("--dry-run", action="store_true", help="toon de kaart, schrijf niets")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
