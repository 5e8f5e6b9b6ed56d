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
_set = object.__setattr__  # a record has one that refuses


class Shared:
    """What the cards of one library have in common."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, ...], set[str]] = {}
        self._citations: dict[Any, Any] = {}

    def compact(self, method: Method) -> None:
        """Let a card, with all that it consists of, share what others have too."""
        todo: list[Any] = [method]
        while todo:
            record = todo.pop()
            self._pack(record)
            values = vars(record)
            for name, value in values.items():
                if type(value) is not tuple:
                    todo += [value] if _is_part(value) else ()
                elif value and type(value[0]) is Citation:
                    values[name] = self._shared_citations(value)
                else:
                    todo += filter(_is_part, value)

    def _shared_citations(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        found = tuple(self._citations.setdefault(_key_of(one), one) for one in citations)
        for one, given in zip(found, citations, strict=True):
            if one is given:
                self._pack(one)
        return self._citations.setdefault(tuple(map(id, found)), found)

    def _pack(self, record: Record) -> None:
        """Let it share the names of its fields with all of its class: what stands in a record one by one does
        (peps.python.org/pep-0412)."""
        values, written = vars(record), record.model_fields_set
        _set(record, _WRITTEN, self._written.setdefault(tuple(sorted(written)), written))
        object.__delattr__(record, "__dict__")
        for name, value in values.items():
            _set(record, name, value)

    def make(self, kind: type[Record], written: tuple[str, ...], *values: Any) -> Record:
        """A compact record, from what `parts_of` gave. Raises UnpicklingError for what is no record."""
        names = _names_in(kind)
        record = object.__new__(kind)
        for name, value in zip(names, values, strict=True):
            _set(record, name, value)
        _set(record, _WRITTEN, self._written.get(written) or self._written.setdefault(written, set(written)))
        _set(record, _EXTRA, None)
        _set(record, _PRIVATE, None)
        return record


def parts_of(record: Record, names: dict[int, tuple[str, ...]]) -> tuple[Any, ...]:
    """All that makes a compact record what it is; `names` remembers the names of written fields for records that share them."""
    written = record.model_fields_set
    values = vars(record)
    if id(written) not in names:
        names[id(written)] = tuple(sorted(written))
    return type(record), names[id(written)], *(values[name] for name in _names_in(type(record)))


@cache
def _names_in(kind: type[Record]) -> tuple[str, ...]:
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        raise UnpicklingError(kind)
    return tuple(kind.model_fields)


def _is_part(value: Any) -> bool:
    return isinstance(value, Record) and not isinstance(value, _REFERRED)


def _key_of(citation: Citation) -> tuple[Any, ...]:
    """The same for equal ones. The source lives as long as the citation that is kept, so its number is of no other."""
    return id(citation.source), citation.locator, len(citation.model_fields_set)
