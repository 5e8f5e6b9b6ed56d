"""Write a draft of the joint description form: `python -m scripts.worksheet ID [--out DIR]`.

A Word document with what the card knows, and what it lacks marked. Exit code 0: it is written; 1: the card has problems;
2: there is no such card.
"""

import argparse
import sys
from pathlib import Path

from macros.contributing.worksheet.docx import worksheet_docx
from macros.contributing.worksheet.worksheet import draft_worksheet
from macros.library.loader import load_library
from macros.validation.explain import message, remedy
from macros.validation.problems import Refused
from macros.views.common.dutch import plural
from scripts import run

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    card = options.root / "methods" / f"{options.id}.yml"
    if not card.exists():
        known = {"value": options.id, "choices": [file.stem for file in card.parent.glob("*.yml")]}
        print(f"{message('card_not_there', known)} — {remedy('card_not_there', known)}", file=sys.stderr)
        return 2
    try:
        library = load_library(options.root, cards=[card])
    except Refused as refused:
        print(refused)
        return 1
    view = draft_worksheet(library.methods[options.id], library)
    file = options.out / f"werkblad-{options.id}.docx"
    options.out.mkdir(parents=True, exist_ok=True)
    file.write_bytes(worksheet_docx(view, library.today))
    print(f"{file} geschreven; {plural(view.missing, 'onderdeel is', 'onderdelen zijn')} nog in te vullen")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.worksheet", description="Schrijf een concept van het werkblad.")
    parser.add_argument("id", metavar="ID", help="id van de kaart")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="map voor het document; weglaten betekent: hier")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
