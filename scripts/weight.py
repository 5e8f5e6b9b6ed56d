"""Tell what `make site` installs: `python -m scripts.weight`. HACKING.md says so too, and a test holds it to that."""

import importlib.metadata
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts import run
from scripts.bill import FILE, ROOT


class Weight(NamedTuple):
    """Of what is installed here; other systems have other compiled files."""

    packages: int
    bytes: int

    @property
    def megabytes(self) -> int:
        return round(self.bytes / 1e6)


def main() -> int:
    for title, weight in (("Python", python_weight(ROOT)), ("Node", node_weight(ROOT))):
        print(f"{title}: {weight.packages} pakketten, {weight.megabytes} MB")
    return 0


def python_weight(root: Path) -> Weight:
    """The packages of the bill that are installed where this runs."""
    weights = [_size_of(name) for name in sorted({name for kind, name in _listed(root) if kind == "pypi"})]
    found = [weight for weight in weights if weight is not None]
    return Weight(len(found), sum(found))


def node_weight(root: Path) -> Weight:
    folders = [root / "node_modules" / name for kind, name in _listed(root) if kind == "npm"]
    found = [folder for folder in folders if folder.is_dir()]
    return Weight(len(found), sum(_on_disk(file) for folder in found for file in folder.rglob("*")))


def _listed(root: Path) -> Iterator[tuple[str, str]]:
    """Registry and name of each package of the bill."""
    for part in json.loads((root / FILE).read_text(encoding="utf-8"))["components"]:
        yield part["purl"].removeprefix("pkg:").partition("/")[0], part["name"]


def _size_of(name: str) -> int | None:
    """Bytes on the disk of the files of a package, also what pip compiled of them; None if it is not installed."""
    try:
        files = importlib.metadata.distribution(name).files or ()
    except importlib.metadata.PackageNotFoundError:
        return None
    places = {Path(str(file.locate())) for file in files}
    return sum(map(_on_disk, places))


def _on_disk(file: Path) -> int:
    """A disk gives room in blocks, which counts: a theme has twelve thousand small icons."""
    if not file.is_file() or file.is_symlink():
        return 0
    state = file.stat()
    return getattr(state, "st_blocks", -(-state.st_size // 512)) * 512


if __name__ == "__main__":
    run(main)
