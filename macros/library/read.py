"""First phase of loading: every file of the library as plain values. The only problems here are files that cannot be read."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

from macros.kept import NOTHING_KEPT, KeptWork, key_of
from macros.library.card_files import card_key, is_card_file, list_card_files, read_cards
from macros.library.kinds import OPTIONAL, REFERRED, SINGLE
from macros.model.data_files import file_of
from macros.validation.problems import START, Problem, Refused
from macros.validation.yaml_reader import MAX_BYTES, MAX_DATA_BYTES, Document, content_of, read_bytes


@dataclass
class Documents:
    """The files as read. A file that could not be read is in `problems` and has no document."""

    vocabularies: Mapping[str, Document | None]
    """Name of a vocabulary → its file; None if it could not be read."""
    data: Mapping[str, Document | None]
    """Kind of record ("organisation", "synonyms", "moved", …) → its file; an optional file that does not exist is left out."""
    cards: Iterator[Document]
    """Yielded one at a time, because the values of all cards beside their methods would double the memory."""
    card_ids: frozenset[str]
    """Ids of all cards, including those that could not be read or were not asked for."""
    problems: list[Problem]
    """Grows while `cards` is consumed."""


def read_documents(
    root: Path,
    cards: Iterable[Path] | None = None,
    instead: Mapping[str, Path] | None = None,
    kept: KeptWork = NOTHING_KEPT,
) -> Documents:
    """Read data/ below `root`, and these card files or else all of `root`/methods. `instead` says for a kind of record to
    read another file; `kept` may hold what an earlier run made of a card."""
    instead = instead or {}
    reader = _Reader(root, kept)
    vocabularies = {file.stem: reader.read(file) for file in sorted((root / "data" / "vocabularies").glob("*.yml"))}
    data = {kind: reader.read(instead.get(kind, root / file_of(kind))) for kind in (*REFERRED, *SINGLE)}
    data |= {kind: reader.read(file) for kind in OPTIONAL if (file := root / file_of(kind)).exists()}
    files = list_card_files(root / "methods") if cards is None else list(cards)
    return Documents(
        vocabularies=vocabularies,
        data=data,
        cards=reader.cards(files),
        card_ids=frozenset(file.stem for file in [*(root / "methods").glob("*.yml"), *files]),
        problems=reader.problems,
    )


def read_card_file(file: Path, root: Path) -> Document:
    """One card of the library below `root`, whatever is kept of it. Raises Refused."""
    return _read_now(file, _Reader(root).name(file))


def read_again(document: Document) -> Document:
    """A card of which nothing that is kept holds any more. Raises Refused."""
    return _read_now(document.file, document.path)


def _read_now(file: Path, path: str) -> Document:
    data = content_of(file, path)
    return Document(path, file, read_bytes(data, path).value, card_key(file, data))


class _Reader:
    """Reads files and collects the problems of those that cannot be read."""

    def __init__(self, root: Path, kept: KeptWork = NOTHING_KEPT) -> None:
        self._root, self._kept = root.resolve(), kept
        self._name_of_folder = cache(self._named_folder)  # resolving a path asks the file system about every part of it
        self.problems: list[Problem] = []

    def read(self, file: Path, limit: int = MAX_DATA_BYTES) -> Document | None:
        if self._leads_outside(file):
            self.problems.append(Problem(self.name(file), START, (), "link_outside"))
            return None
        try:
            return self._read(file, content_of(file, self.name(file), limit))
        except Refused as refused:
            self.problems += refused.problems
            return None

    def _read(self, file: Path, content: bytes) -> Document:
        """What YAML says is kept as JSON, which is read twenty times as fast."""
        key = key_of("values", content)
        if found := self._kept.get(key):
            self._kept.use(key)
            return Document(self.name(file), file, orjson.loads(found))
        document = read_bytes(content, self.name(file))
        if self._kept.is_open:
            self._kept.keep(key, orjson.dumps(document.value))
        return document

    def cards(self, files: list[Path]) -> Iterator[Document]:
        cards = list(filter(is_card_file, files))
        for file in files:
            if not is_card_file(file):
                self.problems.append(Problem(self.name(file), START, (), "bad_file_name", {"value": file.name}))
        for file, (value, key, checked) in read_cards(cards, self._kept):
            if (value is None and checked is None) or self._leads_outside(file):
                document = self.read(file, MAX_BYTES)
            else:
                document = Document(self.name(file), file, value or {}, key, checked)
            if document:
                yield document

    def _leads_outside(self, file: Path) -> bool:
        """Whether a file of the library is a link to a file outside it, which nobody meant to publish."""
        if not file.is_symlink() or not file.parent.resolve().is_relative_to(self._root):
            return False
        return not Path(os.path.realpath(file)).is_relative_to(self._root)

    def name(self, file: Path) -> str:
        """The name of a file in messages: relative to the root of the project, if it is below it."""
        name = f"{self._name_of_folder(file.parent)}/{file.name}".removeprefix("./")
        return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")

    def _named_folder(self, folder: Path) -> str:
        folder = folder.resolve()
        return folder.relative_to(self._root).as_posix() if folder.is_relative_to(self._root) else str(folder)
