"""Write the JSON Schemas for editors: `python -m scripts.schema`.

They go into schema/, which Git ignores: they contain the ids of all organisations and sources, so every new source would
change them as well. `make check`, `make site` and `make serve` do it too. Exit code 0: they are up to date; 1: the data has
problems, and the schemas stay as they were.
"""

import argparse
from pathlib import Path

from macros.validation.problems import Refused, text_report
from scripts import run
from scripts.writing.editor_schemas import FOLDER, renew_schemas

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    root = _parser().parse_args(arguments).root
    try:
        changed = renew_schemas(root)
    except Refused as refused:
        print(text_report(refused.problems))
        return 1
    folder = root / FOLDER
    print(f"vernieuwd in {folder}: {', '.join(changed)}" if changed else f"er is niets veranderd in {folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.schema", description="Schrijf de JSON Schema's waarmee een editor velden en woorden aanvult."
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
