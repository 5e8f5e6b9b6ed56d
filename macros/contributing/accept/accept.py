"""All files that change when somebody takes over a contribution."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from macros.contributing.accept.message import read_message
from macros.contributing.accept.new_records import move_new_records
from macros.contributing.migrate.edits import CardText
from macros.library.card_files import is_card_file, list_card_files
from macros.model.data_files import file_of
from macros.model.new_records import FIELD, KINDS


@dataclass
class TakenOver:
    """What is to be written, and what to tell about it."""

    files: dict[Path, str] = field(default_factory=dict)
    unpacked: list[str] = field(default_factory=list)
    """Ids of the cards that were in the message."""
    replaced: list[Path] = field(default_factory=list)
    added: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """File of data/ → ids of the records that came."""
    removed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """File of data/ → ids of the records that went."""

    def text_of(self, file: Path) -> str:
        """As it will be, as far as is known already."""
        return self.files[file] if file in self.files else _read(file)


def accept(root: Path, cards: Iterable[Path] | None = None, message: str | None = None) -> TakenOver:
    """The cards of a message, and of these files or else of all cards what moves to data/. Nothing is written.

    Raises Refused if a card cannot be read or brings a record along under the id of another; OSError if a file cannot be.
    """
    found = TakenOver()
    texts = _unpack(found, root, message) if message is not None else _texts(cards or _all_cards(root))
    names = [file_of(kind) for kind in KINDS.values()]
    for file, text in texts.items():
        data = {name: found.text_of(root / name) for name in names}
        path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
        if moved := move_new_records(text, path, data):
            found.files[file] = moved.card
            for name, piece in moved.pieces.items():
                found.files[root / name] = data[name].rstrip("\n") + f"\n{piece}"
                found.added[name] = (*found.added.get(name, ()), *moved.ids[name])
    return found


def _unpack(found: TakenOver, root: Path, message: str) -> dict[Path, str]:
    sent = read_message(message)
    texts = {root / "methods" / f"{card}.yml": text for card, text in sent.cards.items()}
    found.unpacked += sent.cards
    found.replaced += [file for file in texts if file.exists()]
    found.files |= texts
    for name, ids in sent.leaving.items() if sent.cards else ():
        if (root / name).is_file():
            _take_out(found, root, name, ids)
    return texts


def _take_out(found: TakenOver, root: Path, name: str, ids: Iterable[str]) -> None:
    """What no card refers to any more goes from data/; what went already is no mistake."""
    text = CardText(found.text_of(root / name))
    above = ("terms",) if "terms" in text.value and "vocabularies/" in name else ()
    there = [key for key in ids if key in (text.value["terms"] if above else text.value)]
    for key in there:
        text.cut((*above, key))
    if there:
        found.files[root / name] = text.text
        found.removed[name] = tuple(there)


def _texts(cards: Iterable[Path]) -> dict[Path, str]:
    return {card: text for card in cards if FIELD in (text := _read(card))}


def _all_cards(root: Path) -> list[Path]:
    return list(filter(is_card_file, list_card_files(root / "methods")))


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig")
