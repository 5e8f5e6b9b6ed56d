"""Write the JSON Schemas for editors: `python -m scripts.schema`.

They go into schema/, which Git ignores: they contain the ids of all organisations and sources, so every new source would
change them as well. `make check`, `make site` and `make serve` run this command. Exit code 0: they are up to date; 1: the
data has problems, and the schemas stay as they were. With --quiet the code is 0 even then, because the check that follows
reports the problems.
"""

import argparse
import hashlib
from pathlib import Path

from macros.kept import KeptWork, key_of
from macros.validation.problems import Refused, text_report
from scripts import run
from scripts.writing.replacing import write_files

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    folder, kept, key = options.root / "schema", KeptWork(options.root), _state_of_inputs(options.root)
    if kept.get(key) == _state_of(folder):
        return _tell([], options)
    try:
        changed = _renew(options.root, folder)
    except Refused as refused:
        if options.quiet:
            return 0
        print(text_report(refused.problems))
        return 1
    if key == _state_of_inputs(options.root):  # else somebody wrote there meanwhile
        kept.keep(key, _state_of(folder))
        kept.write()
    return _tell(changed, options)


def _tell(changed: list[str], options: argparse.Namespace) -> int:
    """Say which schemas were written, unless nobody asked; returns the exit code."""
    if not options.quiet:
        folder = options.root / "schema"
        print(f"vernieuwd in {folder}: {', '.join(changed)}" if changed else f"er is niets veranderd in {folder}")
    return 0


def _renew(root: Path, folder: Path) -> list[str]:
    """Write the schemas that differ; returns their names. Raises Refused."""
    # here, because most runs find that nothing changed, and these take longer to load than all else
    from macros.contributing.editor_schemas import schema_files
    from macros.library.loader import load_library

    files = {folder / name: text for name, text in schema_files(load_library(root, cards=[]))}
    changed = {file: text for file, text in files.items() if not file.exists() or file.read_text(encoding="utf-8") != text}
    write_files(changed)  # only these, because an editor reads a changed schema again
    return [file.name for file in changed]


def _state_of_inputs(root: Path) -> str:
    """The key of the schemas among kept work: they hold what stands in data/ and the ids of the cards."""
    ids = sorted(file.name for file in (root / "methods").glob("*.yml"))
    return key_of("schema", _state_of(root / "data"), "\0".join(ids))


def _state_of(folder: Path) -> bytes:
    """Hash of all files in a folder."""
    digest = hashlib.sha256()
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(folder)}\0{len(data)}\0".encode(errors="surrogateescape") + data)
    return digest.digest()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.schema", description="Schrijf de JSON Schema's waarmee een editor velden en woorden aanvult."
    )
    parser.add_argument("--quiet", action="store_true", help="zeg niets, en laat fouten in de gegevens aan de controle over")
    parser.add_argument("--root", type=Path, default=ROOT, help="map met methods/ en data/")
    return parser


if __name__ == "__main__":
    run(main)
