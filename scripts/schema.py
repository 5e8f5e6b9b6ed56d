"""Write the JSON Schemas for editors: `python -m scripts.schema`.

They go into schema/, which Git ignores: they contain the ids of all organisations and sources, so every new source would
change them as well. `make check`, `make site` and `make serve` run this command. Exit code 0: they are up to date; 1: the
data has problems, and the schemas stay as they were. With --quiet the code is 0 even then, because the check that follows
reports the problems.
"""

import argparse
from pathlib import Path

from macros.contributing.editor_schemas import schema_files
from macros.library.loader import load_library
from macros.validation.problems import Refused, text_report
from scripts import run
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        library = load_library(options.root, cards=[])
    except Refused as refused:
        if options.quiet:
            return 0
        print(text_report(refused.problems))
        return 1
    folder = options.root / "schema"
    files = {folder / name: text for name, text in schema_files(library)}
    changed = {file: text for file, text in files.items() if not file.exists() or file.read_text(encoding="utf-8") != text}
    write_files(changed)  # only these, because an editor reads a changed schema again
    if not options.quiet:
        names = ", ".join(file.name for file in changed)
        print(f"vernieuwd in {folder}: {names}" if names else f"er is niets veranderd in {folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.schema", description="Schrijf de JSON Schema's waarmee een editor velden en woorden aanvult."
    )
    parser.add_argument("--quiet", action="store_true", help="zeg niets, en laat fouten in de gegevens aan de controle over")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
