"""Write cards into the spreadsheet: `python -m scripts.sheet [ID…] --out FILE`.

The template with these cards filled in, or all cards if none are named. Change them there and import them again with
`python -m scripts.import FILE --overwrite`. Exit code 0: the file is there; 1: it cannot be made, and why.
"""

import argparse
from pathlib import Path

from macros.contributing.spreadsheet.filling import sheet_rows
from macros.contributing.spreadsheet.template import template_xlsx
from macros.library.choices import list_choices
from macros.library.loader import load_library
from macros.validation.explain import message, remedy
from macros.validation.problems import Refused
from macros.validation.yaml_reader import read_file
from macros.views.common.dutch import plural
from scripts import run
from scripts.writing.replacing import replacing

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        library = load_library(options.root)
    except Refused as refused:
        print(refused)
        return 1
    wanted = options.ids or sorted(library.methods)
    unknown = [{"value": key, "choices": sorted(library.methods)} for key in wanted if key not in library.methods]
    for details in unknown:
        print(f"{message('card_not_there', details)} — {remedy('card_not_there', details)}")
    if unknown:
        return 1
    cards = {key: read_file(options.root / "methods" / f"{key}.yml", "").value for key in wanted}
    with replacing(options.out) as file:
        file.write_bytes(template_xlsx(library, sheet_rows(cards, list_choices(library))))
    print(f"{plural(len(cards), 'kaart staat', 'kaarten staan')} in {options.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.sheet", description="Zet kaarten in de spreadsheet.")
    parser.add_argument("ids", nargs="*", metavar="ID", help="kaarten, bij hun id; alle kaarten als u er geen noemt")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="het bestand dat wordt gemaakt, een XLSX")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
