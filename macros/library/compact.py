"""Let checked cards take less memory: what is equal in them becomes one and the same.

Records never change, so nobody can tell. Half of the records of a card are citations, most of them equal to others; and
pydantic gives each record a set of its own with the names of the fields that were written, which takes more than its values.
"""

from functools import cache
from pickle import UnpicklingError
from typing import Any

from macros.library.kinds import REFERRED
from macros.model.base import Record
from macros.model.data import Term
from macros.model.method import Method
from macros.model.sources import Citation

_REFERRED = (Term, *REFERRED.values())
"""What is no part of a card: all cards share it already."""
_WRITTEN, _EXTRA, _PRIVATE = "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"
"""What pydantic keeps in a record beside its values; the last are of no use to a record with known fields only."""
_MOST_CITATIONS = 1_000
"""Of some cards. Equal ones stand on the same card; to remember those of all cards would take more than it saves."""
_set = object.__setattr__  # a record has one that refuses


class Shared:
    """What the cards of one library have in common."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, ...], set[str]] = {}
        self._citations: dict[Any, Any] = {}
        _let_records_share_the_names_of_their_fields()

    def compact(self, method: Method) -> Method:
        """An equal card that shares, with all that it consists of, what others have too."""
        return self._compact(method, {}, {})

    def _compact(self, value: Any, made: dict[int, Record], names: dict[int, tuple[str, ...]]) -> Any:
        """`made` holds what was made of a record by the number of that record: one part of a card can refer to another."""
        if type(value) is tuple:
            parts = tuple(self._compact(one, made, names) for one in value)
            return self._shared(parts) if parts and type(parts[0]) is Citation else parts
        if not isinstance(value, Record) or isinstance(value, _REFERRED):
            return value
        if id(value) not in made:
            kind, written, *values = parts_of(value, names)
            made[id(value)] = self.make(kind, written, *(self._compact(one, made, names) for one in values))
        return made[id(value)]

    def _shared(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return self._citations.setdefault(tuple(map(id, citations)), citations)

    def make(self, kind: type[Record], written: tuple[str, ...], *values: Any) -> Record:
        """A compact record, from what `parts_of` gave. Raises UnpicklingError for what is no record."""
        names, key = _names_in(kind), None
        if kind is Citation:  # the source lives as long as the citation that is kept, so its number is of no other
            source, locator = values
            key = id(source), locator, len(written)
            if key in self._citations:
                return self._citations[key]
            if len(self._citations) >= _MOST_CITATIONS:
                self._citations.clear()
        record = object.__new__(kind)
        for name, value in zip(names, values, strict=True):
            _set(record, name, value)
        _set(record, _WRITTEN, self._written.get(written) or self._written.setdefault(written, set(written)))
        _set(record, _EXTRA, None)
        _set(record, _PRIVATE, None)
        if key:
            self._citations[key] = record
        return record


@cache
def _let_records_share_the_names_of_their_fields() -> None:
    """Python keeps these once for a class if they are set one by one in one of its first records (peps.python.org/pep-0412), and
    pydantic never does so: a card takes a seventh less."""
    todo: list[type[Record]] = [Record]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        record = object.__new__(kind)
        for name in _names_in(kind):
            _set(record, name, None)


def parts_of(record: Record, names: dict[int, tuple[str, ...]]) -> tuple[Any, ...]:
    """All that makes a compact record what it is; `names` remembers the names of written fields for records that share them."""
    written = record.model_fields_set
    if id(written) not in names:
        names[id(written)] = tuple(sorted(written))
    return type(record), names[id(written)], *(getattr(record, name) for name in _names_in(type(record)))


@cache
def _names_in(kind: type[Record]) -> tuple[str, ...]:
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        raise UnpicklingError(kind)
    return tuple(kind.model_fields)
