"""The files of the cards, and what they say; of a large library several processes read a part each."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from macros.parallel import OWN_SHARE, prefetch, processes_for
from macros.validation.yaml_reader import read_card

CardValues = Iterator[tuple[Path, dict[str, Any] | None]]
"""Files of cards with what they say; None if a file is refused, and read_file tells why."""


def list_card_files(folder: Path) -> list[Path]:
    """Everything in a folder, because a card with a wrong name must not be overlooked; hidden files are not cards."""
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))


def is_card_file(file: Path) -> bool:
    """Whether a file can be read as a card."""
    return file.suffix == ".yml" and not file.is_dir()


def read_cards(files: Sequence[Path], *, own_share: float = OWN_SHARE) -> CardValues:
    """What the cards say, in the order of the files. Other processes begin at once."""
    return prefetch(read_card, files, processes=processes_for(len(files)), own_share=own_share)


def begin_reading(root: Path) -> CardValues | None:
    """The same of all cards of a library, for whoever has something else to do before they are asked for; None if there
    is no library."""
    folder = root / "methods"
    return read_cards(list(filter(is_card_file, list_card_files(folder))), own_share=0) if folder.is_dir() else None
