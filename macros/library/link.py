"""Third phase of loading: records → Library, with the past of its cards, and the problems that only the whole library
shows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

from macros.history.card_history import UNKNOWN, History, read_history
from macros.history.moved import follow_moves
from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.cards_apart import CHECKS_BETWEEN_CARDS
from macros.library.check import Records
from macros.library.cross_checks import (
    CHECKS,
    check_comparisons,
    check_former_tools,
    check_guidelines,
    check_moved,
    check_removed,
    check_themes_of_measures,
)
from macros.library.library import Library, build_date
from macros.library.methods import Methods
from macros.library.passed_cards import READ_BY_CARDS, PassedCards
from macros.library.read import Documents
from macros.library.states import card_states, data_state
from macros.library.watched import WatchedLibrary
from macros.model.data_files import file_of
from macros.model.method import Method
from macros.model.new_records import FIELD, FIELD_OF_KIND
from macros.validation.findings import Finding, place_finding
from macros.validation.problems import START, Problem
from macros.validation.yaml_reader import Document


def link_records(
    root: Path,
    documents: Documents,
    records: Records,
    *,
    whole: bool,
    history: History | None = None,
    kept: KeptWork = NOTHING_KEPT,
) -> tuple[Library, list[Problem]]:
    """The library, and the problems between its records. Without `whole` only some of the cards were loaded; then the past
    of the cards is not read, and unused records in data/ are not reported. `history` is that past if it is known already;
    `kept` may hold which cards an earlier run found in order beside the others."""
    moved = follow_moves(records.optional["moved"])
    if history is None:
        history = read_history(root, documents.card_ids, moved, records.vocabularies) if whole else UNKNOWN
    library = Library(
        methods=Methods(records.methods),
        vocabularies=MappingProxyType(records.vocabularies),
        organisations=MappingProxyType(records.known["organisation"]),
        sources=MappingProxyType(records.known["source"]),
        elements=MappingProxyType(records.known["element"]),
        tools=MappingProxyType(records.known["tool"]),
        synonyms=records.single["synonyms"],
        base_rates=records.optional["base-rate"],
        guidelines=records.optional["guideline"],
        comparisons=records.optional["comparison"],
        helplines=records.optional["helpline"],
        crosswalk=records.optional["crosswalk"],
        card_ids=documents.card_ids,
        today=build_date(),
        moved=MappingProxyType(moved),
        former_tools=records.optional["former-tool"],
        history=history,
        users=MappingProxyType(records.users),
        states=card_states(records),
        checked_states=records.states,
        data_state=data_state(documents, records),
    )
    problems = [
        *_check_between_cards(library, records, kept),
        *_check_moved(library, documents, records),
        *_check_file("former-tool", check_former_tools, library, documents),
        *_check_measures(library, documents),
        *_check_file("guideline", check_guidelines, library, documents),
        *_check_file("comparison", check_comparisons, library, documents),
    ]
    if whole and not (problems or records.problems or records.absent or documents.problems):
        problems += _find_unused(documents, records)
    return library, problems


def _check_between_cards(library: Library, records: Records, kept: KeptWork) -> Iterator[Problem]:
    passed = PassedCards(kept, library)
    in_order = passed.among({key: records.states[key] for key in library.methods})
    for key in library.methods:
        if key not in in_order:
            seen = WatchedLibrary(library, READ_BY_CARDS)
            problems = list(check_card_beside_others(library.methods[key], seen, records.cards[key]))
            yield from problems
            if not problems:
                passed.keep(records.states[key], seen)


def check_card_beside_others(method: Method, library: Library, document: Document) -> Iterator[Problem]:
    """What is wrong with a card in this library; `document` is its file."""
    for check in (*CHECKS, *CHECKS_BETWEEN_CARDS):
        yield from (place_finding(finding, document) for finding in check(method, library))


def _check_moved(library: Library, documents: Documents, records: Records) -> Iterator[Problem]:
    """Problems in the list of old ids, and cards that were removed without an entry in it."""
    document = documents.data.get("moved")
    if document:
        yield from (place_finding(finding, document) for finding in check_moved(records.optional["moved"], library.card_ids))
    written = document.value if document else {}  # an entry with a problem still counts as an entry
    for finding in check_removed(library.history.card_ids, written, library.card_ids):
        yield Problem(file_of("moved"), START, finding.keys, finding.code, finding.details)


def _check_measures(library: Library, documents: Documents) -> Iterator[Problem]:
    """Nothing if one of the two lists was refused; that problem comes first."""
    document = documents.vocabularies.get("measure")
    if document and {"measure", "theme"} <= library.vocabularies.keys():
        yield from (place_finding(finding, document) for finding in check_themes_of_measures(library))


def _check_file(
    kind: str, check: Callable[[Library], Iterator[Finding]], library: Library, documents: Documents
) -> Iterator[Problem]:
    """Problems in a file that a library may leave out."""
    document = documents.data.get(kind)
    if document:
        yield from (place_finding(finding, document) for finding in check(library))


def _find_unused(documents: Documents, records: Records) -> Iterator[Problem]:
    """Records to which nothing refers. A term of a complete vocabulary may be unused."""
    for kind, known in records.known.items():
        name = kind.removeprefix("vocabulary/")
        is_vocabulary = kind != name
        if is_vocabulary and records.vocabularies[name].complete:
            continue
        document = documents.vocabularies[name] if is_vocabulary else documents.data[kind]
        for key in known:
            if (kind, key) in records.users:
                continue
            if card := records.brought.get((kind, key)):
                yield place_finding(Finding((FIELD, FIELD_OF_KIND[kind], key), "unused", {}), card)
            else:
                yield place_finding(Finding(("terms", key) if is_vocabulary else (key,), "unused", {}), document)
