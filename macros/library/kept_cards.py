"""Checked cards of earlier runs: a method as bytes, in which every record of data/ is a reference by kind and id.

So a method that is taken from there holds the very records of this run, as one that was checked now does: views compare
words by identity. It holds only as long as all that the check looked at is the same: the file of the card and our code, which
the key covers, and the records that the card refers to, whose hash stands before the bytes.
"""

import hashlib
import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from importlib import import_module
from typing import Any, NamedTuple

import orjson

from macros.kept import KeptWork
from macros.library.compact import Shared, parts_of
from macros.library.kinds import REFERRED
from macros.library.methods import Outline, outline_of
from macros.library.read import Documents
from macros.model.base import Record
from macros.model.method import Method

Use = tuple[str, str]
"""(kind, id) of something that a record refers to."""
Known = Mapping[str, Mapping[str, Any]]
_GROWING = ("organisation", "source")
"""Kinds of records that grow with the cards, which are compared one by one; of all others a change touches every card."""
_HASH, _LENGTH = 32, 4
_START = _HASH + _LENGTH
"""Bytes: the hash, the length of the outline, the outline, and the method."""
_MODULES = "macros.model."
_OTHERS = {("decimal", "Decimal")}


class Restored(NamedTuple):
    """What is known of a card that was checked before, without its method."""

    outline: Outline
    uses: frozenset[Use]
    state: str
    """The same as long as its file, our code, and the records that it refers to are."""


class KeptCards:
    """Gives and takes checked cards, for one state of data/."""

    def __init__(self, kept: KeptWork, documents: Documents, known: Known, shared: Shared | None = None) -> None:
        """`known` holds the checked records: kind → id → record."""
        self._kept, self._documents, self._known, self._shared = kept, documents, known, shared or Shared()
        self._hashes: dict[Use, bytes] = {}

    def restore(self, key: str, content: bytes) -> Restored | None:
        """What is kept of a card; None if that does not hold any more."""
        try:
            uses, outline = orjson.loads(content[_START : _START + _length_of(content)])
            uses = list(map(tuple, uses))
            if self._hash_of(uses) != content[:_HASH]:
                return None
            outline = Outline(*map(tuple, outline))
        except (KeyError, ValueError, TypeError):
            return None  # a record is gone, or what is kept is not ours
        self._kept.use(key)
        return Restored(outline, frozenset(uses), self._key_of(key, content))

    def method_in(self, content: bytes) -> Method | None:
        """The method of what `restore` takes; None if it is not ours."""
        file = io.BytesIO(content[_START + _length_of(content) :])
        try:
            return _Unpickler(file, self._known, self._shared).load()
        except (KeyError, TypeError, ValueError, pickle.UnpicklingError):
            return None

    def method(self, key: str, state: str) -> Method | None:
        """The method that is kept under a key, in this state; None if that is gone."""
        content = self._kept.get(key)
        return self.method_in(content) if content and self._key_of(key, content) == state else None

    def keep(self, key: str, method: Method, uses: Iterable[Use]) -> str:
        """Keep a method that has no problems, unless it refers to a record that a card brought along. Returns its state, as
        in Restored; empty if it is not kept."""
        if not self._kept.is_open:
            return ""
        uses = sorted(uses)
        try:
            hashed = self._hash_of(uses)
        except KeyError:
            return ""
        head, content = orjson.dumps((uses, tuple(outline_of(method)))), io.BytesIO()
        _Pickler(content, self._references).dump(method)
        self._kept.keep(key, hashed + len(head).to_bytes(_LENGTH, "big") + head + content.getvalue())
        return self._key_of(key, hashed)

    def _key_of(self, key: str, content: bytes) -> str:
        return f"{key} {content[:_HASH].hex()}"

    @cached_property
    def _references(self) -> Callable[[int], Use | None]:
        return {id(record): (kind, key) for kind, records in self._known.items() for key, record in records.items()}.get

    def _hash_of(self, uses: Iterable[Use]) -> bytes:
        """Of these records, in their order, and of all that every card may depend on. Raises KeyError if one is not in data/."""
        digest = hashlib.sha256(self._hash_of_rest)
        for use in uses:
            if use[0] in _GROWING:
                if use not in self._hashes:
                    self._hashes[use] = _hash(self._written(*use))
                digest.update(self._hashes[use])
        return digest.digest()

    def _written(self, kind: str, key: str) -> Any:
        """A record as it stands in data/. Raises KeyError if it does not."""
        document = self._documents.data.get(kind)
        return (document.value if document else {})[key]

    @cached_property
    def _hash_of_rest(self) -> bytes:
        documents = [self._documents.data.get(kind) for kind in REFERRED if kind not in _GROWING]
        words = [(name, document and document.value) for name, document in self._documents.vocabularies.items()]
        return _hash([words, [document and document.value for document in documents]])


def _length_of(content: bytes) -> int:
    return int.from_bytes(content[_HASH:_START], "big")


def _hash(values: Any) -> bytes:
    return hashlib.sha256(orjson.dumps(values)).digest()


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, references: Callable[[int], Use | None]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._references = references
        self._names: dict[int, tuple[str, ...]] = {}

    def persistent_id(self, value: Any) -> Use | None:
        return self._references(id(value))

    def reducer_override(self, value: Any) -> Any:
        """A record as its parts; all else as always."""
        return (_make, parts_of(value, self._names)) if isinstance(value, Record) else NotImplemented


def _make(*parts: Any) -> Record:
    """Stands for the maker of records in what is kept; who reads it has one of his own."""
    raise NotImplementedError


class _Unpickler(pickle.Unpickler):
    """Makes records of our own and nothing else, whoever wrote the bytes."""

    def __init__(self, file: io.BytesIO, known: Known, shared: Shared) -> None:
        super().__init__(file)
        self._known, self._shared = known, shared

    def persistent_load(self, reference: Use) -> Any:
        kind, key = reference
        return self._known[kind][key]

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _make.__name__):
            return self._shared.make
        return _class_of(module, name)


@cache
def _class_of(module: str, name: str) -> type:
    found = None
    if module.startswith(_MODULES) or (module, name) in _OTHERS:
        found = getattr(import_module(module), name, None)
    if not isinstance(found, type) or found.__module__ != module:  # what our modules import is not ours
        raise pickle.UnpicklingError(f"{module}.{name}")
    return found
