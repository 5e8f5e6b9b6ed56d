"""A library that follows its files while somebody writes: what is saved is read and checked, the rest is kept.

A card that changed is read and checked alone, because nothing of the other cards depends on most of it. What other cards,
or data/, do depend on is linked anew, from cards that are checked already; a change in data/ reads everything again.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.history.card_history import UNKNOWN
from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.card_files import card_key, is_card_file
from macros.library.cards_apart import seen_by_others
from macros.library.check import CheckedCard, Records, check_data
from macros.library.library import Library
from macros.library.link import check_card_beside_others, link_records
from macros.library.read import read_card_file, read_documents
from macros.model.new_records import FIELD as NEW_RECORDS
from macros.validation.problems import Problem, Refused
from macros.validation.yaml_reader import MAX_BYTES, read_bytes


class LiveLibrary:
    """The last library that was in order, and what is wrong with the files of now."""

    library: Library
    """As it last was in order; if it never was, the part of it that is."""

    def __init__(self, root: Path, kept: KeptWork = NOTHING_KEPT, *, can_wait: bool = False) -> None:
        """Read everything, but for cards that `kept` holds, whose methods are made when they are asked for if `can_wait`; such a
        library does not follow. Raises OSError if there is no library below `root`."""
        self._root, self._kept, self._can_wait = root, kept, can_wait
        self._faults: dict[str, list[Problem]] = {}
        """Id of a card → what its last change broke; empty id: what is wrong with the library as a whole."""
        self._cards: dict[str, CheckedCard] = {}
        self._load(first=True)

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong now, in the order of the check; empty if all is well."""
        return Refused(problem for problems in self._faults.values() for problem in problems).problems

    def problems_of(self, card_id: str) -> list[Problem]:
        """What is wrong with a card, or came to be wrong by its last change."""
        if found := self._faults.get(card_id):
            return Refused(found).problems
        return [problem for problem in self.problems if problem.path == f"methods/{card_id}.yml"]

    def follow(self, files: Iterable[Path]) -> None:
        """Take in that these files were changed, added or removed. What is wrong with them is then in `problems`."""
        changed = set(files)
        if "" in self._faults or not all(map(self._is_known_card, changed)):
            self._load()
            return
        broken = {self._root / "methods" / f"{card_id}.yml" for card_id in self._faults}  # a change may have mended these too
        for file in (*sorted(changed), *sorted(broken - changed)):
            if not self._take_card(file):
                self._load()
                return

    def with_cards(self, contents: Mapping[str, bytes]) -> Library | None:
        """The library with other contents of these cards, by id, and without a past; None if something is wrong with it or with
        this one, if one of them is no card here, or if a card brings records along, which only reading everything sorts out."""
        if self._faults or self._checker.records.brought or not contents.keys() <= self._cards.keys():
            return None
        cards = dict(self._cards)
        for card_id, content in contents.items():
            try:
                document = read_bytes(content, self._cards[card_id].document.path)
            except Refused:
                return None
            if NEW_RECORDS in document.value or len(content) > MAX_BYTES:
                return None
            document.key = card_key(self._cards[card_id].document.file, content)
            cards[card_id] = self._checker.check_card(document)
        records = _records(self._data.copy(), cards)
        library, problems = link_records(self._root, self._documents, records, whole=True, history=UNKNOWN, kept=self._kept)
        self._kept.write()
        return None if problems or records.problems else library

    def _is_known_card(self, file: Path) -> bool:
        return file.parent == self._root / "methods" and is_card_file(file) and file.stem in self._cards and file.exists()

    def _load(self, *, first: bool = False) -> None:
        documents = read_documents(self._root, kept=self._kept)
        checker = check_data(documents, self._kept)
        data = checker.records.copy()
        cards = {document.stem: checker.check_card(document, can_wait=self._can_wait) for document in documents.cards}
        records = _records(checker.records, cards)
        library, problems = link_records(self._root, documents, records, whole=True, kept=self._kept)
        self._kept.write()
        problems += [*documents.problems, *records.problems, *records.absent.values()]
        self._faults = {"": problems} if problems else {}
        if not problems or first:
            self.library, self._documents, self._checker, self._data, self._cards = library, documents, checker, data, cards

    def _take_card(self, file: Path) -> bool:
        """Read and check one card; False if that cannot be done without reading everything."""
        try:
            document = read_card_file(file, self._root)
        except Refused as refused:
            self._faults[file.stem] = refused.problems
            return True
        old = self._cards[file.stem]
        if NEW_RECORDS in document.value or self._checker.records.brought:
            return False
        card = self._checker.check_card(document)
        library, problems = (self.library, list(card.problems)) if card.problems else self._with(card, old)
        self._faults.pop(file.stem, None)
        if problems:
            self._faults[file.stem] = problems
        else:
            self.library, self._cards[file.stem] = library, card
        return True

    def _with(self, card: CheckedCard, old: CheckedCard) -> tuple[Library, list[Problem]]:
        """The library with this card instead of the old one, and what is wrong between them."""
        if card.uses == old.uses and seen_by_others(card.method) == seen_by_others(old.method):
            library = self.library.with_card(card.method, card.document.key)
            return library, list(check_card_beside_others(card.method, library, card.document))
        records = _records(self._data.copy(), {**self._cards, card.method.id: card})
        history = self.library.history
        library, problems = link_records(self._root, self._documents, records, whole=True, history=history)
        return library, [*records.problems, *problems]


def _records(data: Records, cards: dict[str, CheckedCard]) -> Records:
    """The records of data/ with these cards among them."""
    for card in cards.values():
        data.take(card)
    return data
