"""Second phase of loading: values → records, or every problem at once with its position in the file.

Vocabularies come first, then the other records, then the cards, so that each refers only to records that are checked
already.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from macros.library.kinds import OPTIONAL, REFERRED, SINGLE, VOCABULARIES
from macros.library.read import Documents
from macros.model.base import ID_PATTERN, Ids, Record
from macros.model.data import Vocabulary
from macros.model.data_files import file_of
from macros.model.method import Method
from macros.model.new_records import FIELD as NEW_RECORDS
from macros.model.new_records import KINDS, WithNewRecords
from macros.validation.findings import Finding, place_finding
from macros.validation.problems import START, Problem
from macros.validation.validate import check_keyed, check_values
from macros.validation.yaml_reader import Document


@dataclass
class Records:
    """The records that passed the check. A record with a problem is left out, and is in `problems`."""

    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Kind, also "vocabulary/<name>" → id → record."""
    optional: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Kind of kinds.OPTIONAL → id → record."""
    single: dict[str, Any] = field(default_factory=dict)
    """Kind of kinds.SINGLE → record; None if it was refused."""
    methods: dict[str, Method] = field(default_factory=dict)
    cards: dict[str, Document] = field(default_factory=dict)
    """Id of a method → the file that it was read from, without its values."""
    users: dict[tuple[str, str], str] = field(default_factory=dict)
    """(kind, id) of everything that a record refers to → the card that alone does; empty if others do too."""
    brought: dict[tuple[str, str], Document] = field(default_factory=dict)
    """(kind, id) of a record that a card brought along → the file of that card."""
    problems: list[Problem] = field(default_factory=list)
    absent: dict[str, Problem] = field(default_factory=dict)
    """Kinds whose list of words is not there → the problem of that, which an older state of a library may have."""


def check_documents(documents: Documents) -> Records:
    """Check all documents: returns the valid records, and the problems of the others."""
    checker = _Checker()
    for name, document in documents.vocabularies.items():
        checker.check_vocabulary(name, document)
    for kind in sorted(VOCABULARIES - checker.records.known.keys()):
        checker.miss_vocabulary(kind)
    for kind, record in REFERRED.items():
        checker.check_referred(kind, documents.data[kind], record)
    for kind, record in SINGLE.items():
        checker.check_single(kind, documents.data[kind], record)
    for kind, record in OPTIONAL.items():
        checker.check_optional(kind, documents.data.get(kind), record)
    for document in documents.cards:
        checker.check_card(document)
    return checker.records


_ON_WINDOWS = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices, whatever comes behind the dot
(learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


class _Checker:
    """Collects records and problems, and remembers refused records, so that a reference to one is not reported as well."""

    def __init__(self) -> None:
        self.records = Records()
        self._ids = Ids(self.records.known)
        self._unread: set[str] = set()
        """Kinds whose whole file was refused; a reference to one of its ids is then not reported."""
        self._refused: set[tuple[str, str]] = set()
        """(kind, id) of refused records; a reference to one of them is not reported."""

    def check_vocabulary(self, name: str, document: Document | None) -> None:
        kind = f"vocabulary/{name}"
        found = self._check(document, document.value, Vocabulary) if document else None
        self.records.known[kind] = dict(found.terms) if found else {}
        if found:
            self.records.vocabularies[name] = found
            self._ids.closed |= {kind} if found.closed else set()
        else:
            self._unread.add(kind)

    def miss_vocabulary(self, kind: str) -> None:
        self.records.known[kind] = {}
        self.records.absent[kind] = Problem(file_of(kind), START, (), "list_gone")
        self._unread.add(kind)

    def check_referred(self, kind: str, document: Document | None, record: type[Record]) -> None:
        """Check one record at a time, so that a mistake in one does not hide the others."""
        known = self.records.known[kind] = {}
        if not document:
            self._unread.add(kind)
            return
        for key, values in document.value.items():
            found, problems = check_keyed(document, {key: values}, record, self._ids)
            self._keep(problems)
            if found:
                known |= found
            else:
                self._refused.add((kind, key))
        self._note_uses()

    def check_single(self, kind: str, document: Document | None, record: type[Record]) -> None:
        self.records.single[kind] = self._check(document, document.value, record) if document else None
        self._note_uses()

    def check_optional(self, kind: str, document: Document | None, record: type[Record]) -> None:
        found, problems = check_keyed(document, document.value, record, self._ids) if document else (None, [])
        self._keep(problems)
        self.records.optional[kind] = found or {}
        self._note_uses()

    def check_card(self, document: Document) -> None:
        method_id = document.stem
        if not ID_PATTERN.fullmatch(method_id):
            self._add(document, (), "bad_file_name", value=f"{method_id}.yml")
        elif _ON_WINDOWS.fullmatch(method_id):
            self._add(document, (), "windows_name", value=f"{method_id}.yml", stem=method_id)
        if method_id in self.records.cards:
            self._add(document, (), "double_card", value=method_id, other=self.records.cards[method_id].path)
        if "id" in document.value:
            code = "id_in_card" if document.value["id"] == method_id else "id_differs"
            self._add(document, ("id",), code, value=document.value["id"], stem=method_id)
        values = {name: value for name, value in document.value.items() if name != NEW_RECORDS}
        if NEW_RECORDS in document.value:
            self._take_new_records(document)
        if method := self._check(document, {**values, "id": method_id}, Method):
            self.records.methods[method_id] = method
            self.records.cards[method_id] = document
            document.value = {}  # the method holds them now; keeping both would double the memory of a large library
        self._note_uses(method_id)

    def _take_new_records(self, document: Document) -> None:
        """The records that a card brings along, as if they stood in data/."""
        block = document.value[NEW_RECORDS]
        found = self._check(document, {NEW_RECORDS: block}, WithNewRecords)
        for name, kind in KINDS.items():
            if not found:  # then what refers to them is not their fault
                self._refused |= {(kind, key) for key in _keys_of(block, name)}
                continue
            for key, record in getattr(found.new_records, name).items():
                if key in self.records.known[kind]:
                    self._add(document, (NEW_RECORDS, name, key), "new_but_there", value=key, kind=kind)
                else:
                    self.records.known[kind][key] = record
                    self.records.brought[kind, key] = document

    def _note_uses(self, card: str = "") -> None:
        """What was referred to since the last time, by this card or by a file of data/."""
        users = self.records.users
        for key in self._ids.used:
            users[key] = "" if key in users else card
        self._ids.used.clear()

    def _check(self, document: Document, values: Any, record: type[Record]) -> Any:
        found, problems = check_values(document, values, record, self._ids)
        self._keep(problems)
        return found

    def _keep(self, problems: list[Problem]) -> None:
        self.records.problems += [problem for problem in problems if not self._is_aftermath(problem)]

    def _is_aftermath(self, problem: Problem) -> bool:
        """Whether the problem only follows from the refusal of another record."""
        if problem.code not in ("unknown_id", "unknown_word"):
            return False
        kind = problem.details["kind"]
        return kind in self._unread or (kind, problem.details["value"]) in self._refused

    def _add(self, document: Document, keys: tuple[str, ...], code: str, **details: Any) -> None:
        self.records.problems.append(place_finding(Finding(keys, code, details), document))


def _keys_of(block: Any, field: str) -> list[str]:
    """The ids in a block that may be anything."""
    records = block.get(field) if isinstance(block, dict) else None
    return list(records) if isinstance(records, dict) else []
