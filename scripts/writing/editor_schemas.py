"""The JSON Schemas for editors in schema/, written anew where something that they hold changed."""

import contextlib
import hashlib
from pathlib import Path

from macros.kept import KeptWork, key_of
from macros.validation.problems import Refused
from scripts.writing.replacing import write_files

FOLDER = "schema"


def renew_schemas(root: Path) -> list[str]:
    """Write those that differ; returns their names. The library is looked at only if something changed. Raises Refused if data/
    has problems; the schemas then stay as they were."""
    folder, kept, key = root / FOLDER, KeptWork(root), _state_of_inputs(root)
    if kept.get(key) == _state_of(folder):
        return []
    changed = _write(root, folder)
    if key == _state_of_inputs(root):  # else somebody wrote there meanwhile
        kept.keep(key, _state_of(folder))
        kept.write()
    return changed


def renew_schemas_if_possible(root: Path) -> None:
    """The same before a command that tells the problems itself."""
    with contextlib.suppress(Refused, FileNotFoundError):
        renew_schemas(root)


def _write(root: Path, folder: Path) -> list[str]:
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
