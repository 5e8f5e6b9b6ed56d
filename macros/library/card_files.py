"""Find and read the files of the cards; several processes share the work in a large library."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from macros.kept import NOTHING_KEPT, KeptWork, key_of
from macros.parallel import BATCH_SIZE, prefetch, processes_for
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
    return sorted((file for file in folder.iterdir() if not file.name.startswith(".")), key=attrgetter("name"))


def is_card_file(file: Path) -> bool:
    """Whether a file has the name of a card."""
    return file.suffix == ".yml" and not file.is_dir()


def card_key(file: Path, content: bytes) -> str:
    """The key of a card among kept work: its id is the name of the file."""
    return key_of("card", file.stem, content)


def read_card(file: Path) -> ReadCard:
    """Read one card."""
    key = ""
    try:
        data = content_of(file, "")
        key = card_key(file, data)
        return ReadCard(read_bytes(data, "").value, key)
    except Refused:
        return ReadCard(None, key)


def read_cards(files: Sequence[Path], kept: KeptWork = NOTHING_KEPT) -> CardValues:
    """The cards, in the order of the files. Worker processes begin at once to read those that were not checked before; the
    others are not worth a process."""
    keys = _keys_held(files, kept)
    new = [file for file in files if file not in keys]
    return _in_order(files, keys, kept, prefetch(read_card, new, processes=processes_for(len(new))))


def _in_order(files: Sequence[Path], keys: Mapping[Path, str], kept: KeptWork, new: CardValues) -> CardValues:
    for start in range(0, len(files), BATCH_SIZE):
        some = files[start : start + BATCH_SIZE]
        found = kept.several(keys[file] for file in some if file in keys)
        for file in some:
            if file not in keys:
                yield next(new)
            elif checked := found.get(keys[file]):
                yield file, ReadCard(None, keys[file], checked)
            else:  # another run made room meanwhile
                yield file, read_card(file)
    yield from new  # nothing more, but how the processes ended


def _keys_held(files: Sequence[Path], kept: KeptWork) -> dict[Path, str]:
    """The keys of the cards that were checked before in the state of their files."""
    if not kept.is_there:
        return {}
    keys = {file: _key_now(file) for file in files}
    held = kept.held(keys.values())
    return {file: key for file, key in keys.items() if key in held}


def _key_now(file: Path) -> str:
    """Empty for a file that cannot be read; who reads it next tells why."""
    try:
        return card_key(file, content_of(file, ""))
    except (Refused, OSError):
        return ""


def count_new(root: Path, kept: KeptWork) -> int:
    """How many cards of a library were not checked before in the state of their files."""
    folder = root / "methods"
    files = list(filter(is_card_file, list_card_files(folder))) if folder.is_dir() else []
    return len(files) - len(_keys_held(files, kept))
