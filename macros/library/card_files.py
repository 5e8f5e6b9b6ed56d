"""Find and read the files of the cards; several processes share the work in a large library."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from macros.parallel import OWN_SHARE, prefetch, processes_for
from macros.validation.yaml_reader import read_card

CardValues = Iterator[tuple[Path, dict[str, Any] | None]]
"""(file of a card, its values); None if the file is refused, and yaml_reader.read_file then gives the problems."""


def list_card_files(folder: Path) -> list[Path]:
    """All files in a folder, so that a card with a wrong name is not overlooked; hidden files are left out."""
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))


def is_card_file(file: Path) -> bool:
    """Whether a file has the name of a card."""
    return file.suffix == ".yml" and not file.is_dir()


def read_cards(files: Sequence[Path], *, own_share: float = OWN_SHARE) -> CardValues:
    """The values of the cards, in the order of the files. Worker processes begin to read at once."""
    return prefetch(read_card, files, processes=processes_for(len(files)), own_share=own_share)


def begin_reading(root: Path) -> CardValues | None:
    """Let worker processes read all cards of a library while this process does something else; None if there are no
    cards."""
    folder = root / "methods"
    return read_cards(list(filter(is_card_file, list_card_files(folder))), own_share=0) if folder.is_dir() else None
