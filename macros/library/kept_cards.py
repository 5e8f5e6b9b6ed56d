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
from typing import Any

import orjson

from macros.kept import KeptWork
from macros.library.kinds import REFERRED
from macros.library.read import Documents
from macros.model.method import Method

Use = tuple[str, str]
"""(kind, id) of something that a record refers to."""
Known = Mapping[str, Mapping[str, Any]]
_GROWING = ("organisation", "source")
"""Kinds of records that grow with the cards, which are compared one by one; of all others a change touches every card."""
_HASH = 32
"""Bytes."""
_MODULES = "macros.model."
_OTHERS = {("decimal", "Decimal")}


class KeptCards:
    """Gives and takes checked cards, for one state of data/."""

    def __init__(self, kept: KeptWork, documents: Documents, known: Known) -> None:
        """`known` holds the checked records: kind → id → record."""
        self._kept, self._documents, self._known = kept, documents, known
        self._hashes: dict[Use, bytes] = {}

    def restore(self, key: str, content: bytes) -> tuple[Method, frozenset[Use]] | None:
        """The method that is kept, and what it refers to; None if that does not hold any more."""
        try:
            uses, method = _Unpickler(io.BytesIO(content[_HASH:]), self._known).load()
            if self._hash_of(uses) != content[:_HASH]:
                return None
        except (KeyError, pickle.UnpicklingError):
            return None  # a record is gone, or what is kept is not ours
        self._kept.use(key)
        return method, frozenset(uses)

    def keep(self, key: str, method: Method, uses: Iterable[Use]) -> None:
        """Keep a method that has no problems, unless it refers to a record that a card brought along."""
        try:
            hashed = self._hash_of(uses)
        except KeyError:
            return
        content = io.BytesIO()
        _Pickler(content, self._references).dump((sorted(uses), method))
        self._kept.keep(key, hashed + content.getvalue())

    @cached_property
    def _references(self) -> Callable[[int], Use | None]:
        return {id(record): (kind, key) for kind, records in self._known.items() for key, record in records.items()}.get

    def _hash_of(self, uses: Iterable[Use]) -> bytes:
        """Of these records and of all that every card may depend on. Raises KeyError if one is not in data/."""
        digest = hashlib.sha256(self._hash_of_rest)
        for use in sorted(uses):
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


def _hash(values: Any) -> bytes:
    return hashlib.sha256(orjson.dumps(values)).digest()


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, references: Callable[[int], Use | None]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._references = references

    def persistent_id(self, value: Any) -> Use | None:
        return self._references(id(value))


class _Unpickler(pickle.Unpickler):
    """Makes records of our own and nothing else, whoever wrote the bytes."""

    def __init__(self, file: io.BytesIO, known: Known) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, reference: Use) -> Any:
        kind, key = reference
        return self._known[kind][key]

    def find_class(self, module: str, name: str) -> Any:
        return _class_of(module, name)


@cache
def _class_of(module: str, name: str) -> type:
    found = None
    if module.startswith(_MODULES) or (module, name) in _OTHERS:
        found = getattr(import_module(module), name, None)
    if not isinstance(found, type) or found.__module__ != module:  # what our modules import is not ours
        raise pickle.UnpicklingError(f"{module}.{name}")
    return found
