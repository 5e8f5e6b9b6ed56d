"""Second phase of loading: values → records, or every problem at once with its position in the file.

Vocabularies come first, then the other records, then the cards, so that each refers only to records that are checked
already.
"""

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple

from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.compact import Shared
from macros.library.kept_cards import KeptCards, Use
from macros.library.kinds import OPTIONAL, REFERRED, SINGLE, VOCABULARIES
from macros.library.methods import KeptMethod, Outline, outline_of
from macros.library.read import Documents, read_again
from macros.model.base import ID_PATTERN, Ids, Record
from macros.model.data import Vocabulary
from macros.model.data_files import file_of
from macros.model.method import Method
from macros.model.new_records import FIELD as NEW_RECORDS
from macros.model.new_records import KINDS, WithNewRecords
from macros.validation.findings import Finding, place_finding
from macros.validation.problems import START, Problem, Refused
from macros.validation.validate import check_keyed, check_values
from macros.validation.yaml_reader import Document


class CheckedCard(NamedTuple):
    """What the check makes of one card."""

    document: Document
    """The file that it was read from, without its values if it passed."""
    method: Method | KeptMethod | None
    """None if the card has problems; a KeptMethod if it is kept and who checks can wait for it."""
    uses: frozenset[Use]
    problems: tuple[Problem, ...] = ()
    state: str = ""
    """As of kept_cards.Restored; empty if it is not kept."""


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
    methods: dict[str, Method | KeptMethod] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    """Id of a method → its state, as of kept_cards.Restored."""
    cards: dict[str, Document] = field(default_factory=dict)
    """Id of a method → the file that it was read from, without its values."""
    users: dict[Use, str] = field(default_factory=dict)
    """Everything that a record refers to → the card that alone does; empty if others do too."""
    brought: dict[Use, Document] = field(default_factory=dict)
    """(kind, id) of a record that a card brought along → the file of that card."""
    problems: list[Problem] = field(default_factory=list)
    absent: dict[str, Problem] = field(default_factory=dict)
    """Kinds whose list of words is not there → the problem of that, which an older state of a library may have."""

    def take(self, card: CheckedCard) -> None:
        """Add a card, with what is wrong with it."""
        card_id = card.document.stem
        if card_id in self.cards:
            details = {"value": card_id, "other": self.cards[card_id].path}
            self.problems.append(place_finding(Finding((), "double_card", details), card.document))
        self.problems += card.problems
        if card.method:
            self.methods[card_id] = card.method
            self.cards[card_id] = card.document
            self.states[card_id] = card.state
        self.note_uses(card.uses, card_id)

    def copy(self) -> "Records":
        """The same records; what either takes afterwards, the other does not have."""
        return replace(self, **{name: copy(value) for name, value in vars(self).items()})

    def note_uses(self, uses: Iterable[Use], card: str = "") -> None:
        """What this card refers to, or a file of data/."""
        for key in uses:
            self.users[key] = "" if key in self.users else card


def check_documents(documents: Documents, kept: KeptWork = NOTHING_KEPT, *, can_wait: bool = False) -> Records:
    """Check all documents: returns the valid records, and the problems of the others. `kept` may hold cards that an earlier run
    checked; with `can_wait` their methods are made when they are asked for, and all that are kept can be let go of."""
    checker = check_data(documents, kept)
    for document in documents.cards:
        checker.records.take(checker.check_card(document, can_wait=can_wait))
    return checker.records


def check_data(documents: Documents, kept: KeptWork = NOTHING_KEPT) -> "Checker":
    """Check all that cards refer to."""
    checker = Checker(documents, kept)
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
    return checker


_ON_WINDOWS = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices, whatever comes behind the dot
(learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


class Checker:
    """Collects records and problems, and remembers refused records, so that a reference to one is not reported as well."""

    def __init__(self, documents: Documents, kept: KeptWork) -> None:
        self.records = Records()
        self._ids = Ids(self.records.known)
        self._shared = Shared()
        self._kept = KeptCards(kept, documents, self.records.known, self._shared)
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

    def check_card(self, document: Document, *, can_wait: bool = False) -> CheckedCard:
        """Check one card; it is not among the records until they take it, but what it brings along is."""
        if document.checked:
            content, document.checked = document.checked, None
            if restored := self._kept.restore(document.key, content):
                method = (
                    self._can_be_made(document, restored.state, restored.outline) if can_wait else self._kept.method_in(content)
                )
                if method:
                    return CheckedCard(document, method, restored.uses, state=restored.state)
            return self._check_again(document)
        method_id, values = document.stem, document.value
        problems: list[Problem] = []
        if not ID_PATTERN.fullmatch(method_id):
            problems.append(_problem(document, (), "bad_file_name", value=f"{method_id}.yml"))
        elif _ON_WINDOWS.fullmatch(method_id):
            problems.append(_problem(document, (), "windows_name", value=f"{method_id}.yml", stem=method_id))
        if "id" in values:
            code = "id_in_card" if values["id"] == method_id else "id_differs"
            problems.append(_problem(document, ("id",), code, value=values["id"], stem=method_id))
        if NEW_RECORDS in values:
            problems += self._take_new_records(document)
        brings = NEW_RECORDS in values
        values = {name: value for name, value in values.items() if name != NEW_RECORDS}
        method, found = check_values(document, {**values, "id": method_id}, Method, self._ids)
        problems += self._worth_telling(found)
        uses = frozenset(self._ids.used)
        self._ids.used.clear()
        state = ""
        if method:
            method = self._shared.compact(method)
            document.value = {}  # the method holds them now; keeping both would double the memory of a large library
            if document.key and not (problems or brings):
                state = self._kept.keep(document.key, method, uses)
        if state and can_wait:
            method = self._can_be_made(document, state, outline_of(method), method)
        return CheckedCard(document, method, uses, tuple(problems), state)

    def _check_again(self, document: Document) -> CheckedCard:
        """Of a card of which nothing that is kept holds."""
        try:
            return self.check_card(read_again(document))
        except Refused as refused:  # it was changed meanwhile
            return CheckedCard(document, None, frozenset(), tuple(refused.problems))

    def _can_be_made(self, document: Document, state: str, outline: Outline, at_hand: Method | None = None) -> KeptMethod:
        return KeptMethod(outline, partial(self._made_of, document, state), at_hand)

    def _made_of(self, document: Document, state: str) -> Method:
        """Raises Refused if it is not kept any more and its file has come to have problems."""
        method = self._kept.method(document.key, state) or (again := self._check_again(document)).method
        if method is None:
            raise Refused(again.problems)
        return method

    def _take_new_records(self, document: Document) -> list[Problem]:
        """The records that a card brings along, as if they stood in data/; returns what is wrong with them."""
        block = document.value[NEW_RECORDS]
        found, problems = check_values(document, {NEW_RECORDS: block}, WithNewRecords, self._ids)
        problems = self._worth_telling(problems)
        for name, kind in KINDS.items():
            if not found:  # then what refers to them is not their fault
                self._refused |= {(kind, key) for key in _keys_of(block, name)}
                continue
            for key, record in getattr(found.new_records, name).items():
                if key in self.records.known[kind]:
                    problems.append(_problem(document, (NEW_RECORDS, name, key), "new_but_there", value=key, kind=kind))
                else:
                    self.records.known[kind][key] = record
                    self.records.brought[kind, key] = document
        return problems

    def _note_uses(self) -> None:
        """What a file of data/ referred to."""
        self.records.note_uses(self._ids.used)
        self._ids.used.clear()

    def _check(self, document: Document, values: Any, record: type[Record]) -> Any:
        found, problems = check_values(document, values, record, self._ids)
        self._keep(problems)
        return found

    def _keep(self, problems: list[Problem]) -> None:
        self.records.problems += self._worth_telling(problems)

    def _worth_telling(self, problems: list[Problem]) -> list[Problem]:
        return [problem for problem in problems if not self._is_aftermath(problem)]

    def _is_aftermath(self, problem: Problem) -> bool:
        """Whether the problem only follows from the refusal of another record."""
        if problem.code not in ("unknown_id", "unknown_word"):
            return False
        kind = problem.details["kind"]
        return kind in self._unread or (kind, problem.details["value"]) in self._refused


def _problem(document: Document, keys: tuple[str, ...], code: str, **details: Any) -> Problem:
    return place_finding(Finding(keys, code, details), document)


def _keys_of(block: Any, field: str) -> list[str]:
    """The ids in a block that may be anything."""
    records = block.get(field) if isinstance(block, dict) else None
    return list(records) if isinstance(records, dict) else []
