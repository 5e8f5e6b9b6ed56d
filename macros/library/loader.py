"""The library: all methods and what they refer to, checked and resolved. One door: load_library(root)."""

import datetime
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.history.card_history import UNKNOWN, History, read_history
from macros.history.moved import check_gone, check_moved, follow
from macros.library.card_files import Said, card_files, is_card, read_cards
from macros.library.cross_checks import CHECKS, Finding
from macros.model.base import ID_PATTERN, Ids, Record
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source, Vocabulary
from macros.model.method import Method
from macros.model.moved import Moved
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool
from macros.validation.messages import file_of
from macros.validation.problems import START, Keys, Problem, Refused
from macros.validation.validate import check_keyed, check_values
from macros.validation.yaml_reader import MAX_BYTES, MAX_DATA_BYTES, Document, read_file

_REFERRED = {"organisation": "organisations", "source": "sources", "element": "elements", "tool": "tools"}
"""Kind of id -> the file in data/ and the attribute of Library that hold it."""


@dataclass(frozen=True, repr=False)
class Library:
    """Everything that is known; immutable. Each mapping goes from id to record, in the order of the files."""

    methods: Mapping[str, Method]
    vocabularies: Mapping[str, Vocabulary]
    organisations: Mapping[str, Organisation]
    sources: Mapping[str, Source]
    elements: Mapping[str, Element]
    tools: Mapping[str, Tool]
    synonyms: Synonyms
    crosswalk: Mapping[str, Scale]
    """The scales of rating bodies; nothing refers to them."""
    card_ids: frozenset[str]
    """Ids of all cards, also of those that were refused or not asked for: a link to them is right."""
    today: datetime.date
    """The day on which the age of statements is counted."""
    moved: Mapping[str, Moved]
    """Ids of cards that are gone, each with the end of its way: `to` is a card or an id that was taken away."""
    history: History
    """What the repository knows of the past of the cards."""

    @cached_property
    def measured(self) -> frozenset[str]:
        """Ids of the measures on which there is any result."""
        with_results = [*self.methods.values(), *self.tools.values()]
        return frozenset(outcome.measure.id for one in with_results for outcome in one.outcomes)

    def __repr__(self) -> str:
        return f"<Library of {len(self.methods)} methods>"  # others print what they are given; all cards would be megabytes


def load_library(root: Path, *, cards: Iterable[Path] | None = None, said: Said | None = None) -> Library:
    """Read, check and resolve everything below `root`; with `cards`, these card files instead of `root`/methods. With
    `said`, what these say is known already (cards.begin_reading).

    Raises Refused with all problems of all files. Whether everything in data/ is used is judged over the whole
    library only.
    """
    library, problems = _load(root, cards, said)
    if problems:
        raise Refused(problems)
    return library


def load_readable(root: Path) -> tuple[Library, list[Problem]]:
    """What can be read of a library that may hold problems, and the problems: to show what a proposal changes even where
    it is not right yet. Never for publishing. Raises OSError if there is no library."""
    return _load(root, None)


def _load(root: Path, cards: Iterable[Path] | None, said: Said | None = None) -> tuple[Library, list[Problem]]:
    loader = _Loader(root)
    loader.read_data()
    loader.read_cards(card_files(root / "methods") if cards is None else list(cards), said)
    if cards is None:
        loader.read_history()
    library = loader.library()
    loader.check_together(library, whole=cards is None)
    return library, loader.problems


def build_date() -> datetime.date:
    """Today, or the day of SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch else datetime.date.today()


class _Loader:
    """Gathers records and problems file by file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._name_of_folder = cache(self._named_folder)  # asks the file system for every part of the way
        self.problems: list[Problem] = []
        self.known: dict[str, dict[str, Any]] = {}
        self.ids = Ids(self.known)
        self.documents: dict[str, Document] = {}
        self.methods: dict[str, Method] = {}
        self.cards: dict[str, Document] = {}
        self.vocabularies: dict[str, Vocabulary] = {}
        self.synonyms: Synonyms | None = None
        self.crosswalk: dict[str, Scale] = {}
        self.moved: dict[str, Moved] = {}
        self.history = UNKNOWN
        self.unread: set[str] = set()
        """Kinds of which the whole file was refused; who refers to one of its ids is not to blame."""
        self.refused: set[tuple[str, str]] = set()
        """Ids whose own record was refused; who refers to them is not to blame."""
        self.card_ids: set[str] = set()

    def read_data(self) -> None:
        for file in sorted((self.root / "data" / "vocabularies").glob("*.yml")):
            self._read_vocabulary(file)
        records = {"organisation": Organisation, "source": Source, "element": Element, "tool": Tool}
        for kind, record in records.items():
            self._read_keyed(kind, record)
        document = self._read(self.root / "data" / "synonyms.yml")
        self.synonyms = self._check(document, document.value, Synonyms) if document else None
        self.crosswalk = self._read_optional("crosswalk.yml", Scale)
        self.moved = self._read_optional("moved.yml", Moved)

    def _read_optional(self, name: str, record: type[Record]) -> dict[str, Any]:
        """The records of a file that a library can do without."""
        file = self.root / "data" / name
        document = self._read(file) if file.exists() else None
        if not document:
            return {}
        found, problems = check_keyed(document, document.value, record, self.ids)
        self._keep(problems)
        return found or {}

    def _read_vocabulary(self, file: Path) -> None:
        kind = f"vocabulary/{file.stem}"
        document = self._read(file)
        found = self._check(document, document.value, Vocabulary) if document else None
        self.known[kind] = dict(found.terms) if found else {}
        if found:
            self.vocabularies[file.stem] = found
        else:
            self.unread.add(kind)

    def _read_keyed(self, kind: str, record: type[Record]) -> None:
        document = self._read(self.root / file_of(kind))
        self.known[kind] = {}
        if not document:
            self.unread.add(kind)
            return
        for key, values in document.value.items():
            found, problems = check_keyed(document, {key: values}, record, self.ids)
            self._keep(problems)
            if found:
                self.known[kind] |= found
            else:
                self.refused.add((kind, key))

    def read_cards(self, files: list[Path], said: Said | None = None) -> None:
        self.card_ids = {file.stem for file in [*(self.root / "methods").glob("*.yml"), *files]}
        cards = []
        for file in files:
            if is_card(file):
                cards.append(file)
            else:
                self.problems.append(Problem(self._name(file), START, (), "bad_file_name", {"value": file.name}))
        for file, value in said or read_cards(cards):
            document = self._read(file, MAX_BYTES) if value is None else Document(self._name(file), file, value)
            if document:
                self._read_card(document, file.stem)

    def read_history(self) -> None:
        self.history = read_history(self.root, self.card_ids, follow(self.moved), self.vocabularies)

    def _read_card(self, document: Document, stem: str) -> None:
        if not ID_PATTERN.fullmatch(stem):
            self._add(document, (), "bad_file_name", value=f"{stem}.yml")
        if stem in self.cards:
            self._add(document, (), "double_card", value=stem, other=self.cards[stem].path)
        if "id" in document.value:
            code = "id_in_card" if document.value["id"] == stem else "id_differs"
            self._add(document, ("id",), code, value=document.value["id"], stem=stem)
        method = self._check(document, {**document.value, "id": stem}, Method)
        if method:
            self.methods[stem] = method
            self.cards[stem] = document
            document.value = {}  # the method holds it now; keeping both would double the memory of five thousand cards

    def check_together(self, library: Library, *, whole: bool) -> None:
        for method in library.methods.values():
            for check in CHECKS:
                self.problems += [self._placed(self.cards[method.id], finding) for finding in check(method, library)]
        self._check_moved()
        if whole and not self.problems:
            self._check_use()

    def _check_moved(self) -> None:
        path = file_of("moved")
        if document := self.documents.get(path):
            self.problems += [self._placed(document, finding) for finding in check_moved(self.moved, self.card_ids)]
        written = document.value if document else {}  # an entry with a problem is an entry
        for finding in check_gone(self.history.card_ids, written, self.card_ids):
            self.problems.append(Problem(path, START, finding.keys, finding.code, finding.details))

    def _check_use(self) -> None:
        for kind, records in self.known.items():
            name = kind.removeprefix("vocabulary/")
            is_vocabulary = kind != name
            if is_vocabulary and self.vocabularies[name].complete:
                continue
            document = self.documents[file_of(kind)]
            for key in records:
                if (kind, key) not in self.ids.used:
                    self._add(document, ("terms", key) if is_vocabulary else (key,), "unused")

    def library(self) -> Library:
        data = {name: MappingProxyType(self.known.get(kind, {})) for kind, name in _REFERRED.items()}
        return Library(
            methods=MappingProxyType(self.methods),
            vocabularies=MappingProxyType(self.vocabularies),
            synonyms=self.synonyms,
            crosswalk=MappingProxyType(self.crosswalk),
            card_ids=frozenset(self.card_ids),
            today=build_date(),
            moved=MappingProxyType(follow(self.moved)),
            history=self.history,
            **data,
        )

    def _read(self, file: Path, limit: int = MAX_DATA_BYTES) -> Document | None:
        path = self._name(file)
        try:
            document = read_file(file, path, limit)
        except Refused as refused:
            self.problems += refused.problems
            return None
        self.documents[path] = document
        return document

    def _check(self, document: Document, values: Any, model: type[Record]) -> Any:
        record, problems = check_values(document, values, model, self.ids)
        self._keep(problems)
        return record

    def _keep(self, problems: list[Problem]) -> None:
        self.problems += [problem for problem in problems if not self._is_aftermath(problem)]

    def _is_aftermath(self, problem: Problem) -> bool:
        if problem.code != "unknown_id":
            return False
        kind = problem.details["kind"]
        return kind in self.unread or (kind, problem.details["value"]) in self.refused

    def _add(self, document: Document, keys: Keys, code: str, **details: Any) -> None:
        self.problems.append(self._placed(document, Finding(keys, code, details)))

    def _placed(self, document: Document, finding: Finding) -> Problem:
        return Problem(document.path, document.position(finding.keys), finding.keys, finding.code, finding.details)

    def _name(self, file: Path) -> str:
        """How messages name a file: from the root of the project where it lies below it."""
        return f"{self._name_of_folder(file.parent)}/{file.name}".removeprefix("./")

    def _named_folder(self, folder: Path) -> str:
        folder, root = folder.resolve(), self.root.resolve()
        return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)
