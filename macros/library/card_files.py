"""Find and read the files of the cards; several processes share the work in a large library."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from macros.kept import NOTHING_KEPT, KeptWork, key_of
from macros.parallel import OWN_SHARE, prefetch, processes_for
from macros.validation.problems import Refused
from macros.validation.yaml_reader import content_of, read_bytes


class ReadCard(NamedTuple):
    """What the file of a card gives: its values, or what an earlier run made of them."""

    values: dict[str, Any] | None
    """None if the file is refused, and yaml_reader.read_file then gives the problems; or if it was checked before."""
    key: str
    """Of the content, among kept work."""
    checked: bytes | None = None
    """What is kept of an earlier check, see kept_cards.py."""


CardValues = Iterator[tuple[Path, ReadCard]]


def list_card_files(folder: Path) -> list[Path]:
    """All files in a folder, so that a card with a wrong name is not overlooked; hidden files are left out."""
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))


def is_card_file(file: Path) -> bool:
    """Whether a file has the name of a card."""
    return file.suffix == ".yml" and not file.is_dir()


def card_key(file: Path, content: bytes) -> str:
    """The key of a card among kept work: its id is the name of the file."""
    return key_of("card", file.stem, content)


def read_card(file: Path, kept: KeptWork = NOTHING_KEPT) -> ReadCard:
    """Read one card, unless it was checked before in this state."""
    key = ""
    try:
        data = content_of(file, "")
        key = card_key(file, data)
        if checked := kept.get(key):
            return ReadCard(None, key, checked)
        return ReadCard(read_bytes(data, "").value, key)
    except Refused:
        return ReadCard(None, key)


def read_cards(files: Sequence[Path], kept: KeptWork = NOTHING_KEPT, *, own_share: float = OWN_SHARE) -> CardValues:
    """The cards, in the order of the files. Worker processes begin to read at once."""
    return prefetch(partial(read_card, kept=kept), files, processes=processes_for(len(files)), own_share=own_share)


def begin_reading(root: Path, kept: KeptWork = NOTHING_KEPT) -> CardValues | None:
    """Let worker processes read all cards of a library while this process does something else; None if there are no
    cards."""
    folder = root / "methods"
    if not folder.is_dir():
        return None
    files = list(filter(is_card_file, list_card_files(folder)))
    return read_cards(files, kept, own_share=0)
