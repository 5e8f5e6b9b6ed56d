"""The building blocks of every record: strict models, checked texts, ids that resolve.

All scalars arrive as text (macros/validation/yaml_reader.py keeps what was typed); the type of a field decides how to
read them. Validation runs with an `Ids` context, so an id is replaced by the record that it names in the same pass that
checks the rest, and one pass reports every problem of a file.
"""

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError, core_schema

from macros.model import markup, privacy
from macros.model.hidden_signs import hard_space_in
from macros.model.names import id_by_name, id_like_name, labels_of

NOT_WRITTEN = {"x-not-written": True}
"""Marks, in the JSON Schema, an id that authors do not write as a field: it is the name of a file or a key in it."""
Check = TypeVar("Check", bound=Callable[..., Any])
ID_AND_MORE = re.compile(r"([a-z0-9-]+)(?:[,;:] *| +\(?)(.+?)\)?")
"""An id with something behind it that belongs elsewhere, such as the page in a source."""
NAME_LIKENESS = 0.75
"""How much a word must be like the name of a record, from 0 to 1, to be taken for it."""
ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def ported(name: str, **details: str) -> Callable[[Check], Check]:
    """Mark a rule that docs/assets/form/rules.js also has, under this name; tests check that the two agree."""

    def mark(check: Check) -> Check:
        check.ported = {"rule": name, **details}
        return check

    return mark


class Record(BaseModel):
    """A mapping with known fields only; immutable once checked."""

    former_fields: ClassVar[frozenset[str]] = frozenset()
    """Fields of an earlier form of the card; `scripts.migrate` carries them over."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=False,
        str_strip_whitespace=True,
        defer_build=True,  # by who validates: all hundred take a third of the start of a check
    )


def fault(code: str, *at: str | int, **details: Any) -> PydanticCustomError:
    """An error about a record as a whole; `at` is the path to the value that the author should look at first."""
    return PydanticCustomError(code, code, {**details, "at": at})


@dataclass
class Ids:
    """What an id may refer to, and which ids were referred to.

    `known` maps a kind ("organisation", "source", "tool", "element", "vocabulary/<name>") to id -> record.
    Uses are recorded during the check, because a second pass over five thousand cards would take as long as the first.
    """

    known: Mapping[str, Mapping[str, Any]]
    used: set[tuple[str, str]] = field(default_factory=set)
    own: dict[tuple[str, str], Any] = field(default_factory=dict)
    """(kind, id) → record that the file which is now checked defines itself; None if it was refused."""
    closed: set[str] = field(default_factory=set)
    """Kinds to which a card cannot add."""


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds an id in the file, and the record that the id names once it is checked."""

    kind: str

    def resolve(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        ids: Ids = info.context
        records = ids.known[self.kind]
        if not isinstance(value, str):
            raise fault("id_not_text", kind=self.kind)
        record = records.get(value)
        if record is None:
            if sign := hard_space_in(value):
                raise fault("hard_space", value=sign)
            if (found := ID_AND_MORE.fullmatch(value)) and found[1] in records:
                raise fault("id_and_more", kind=self.kind, value=value, id=found[1], rest=found[2])
            code = "unknown_word" if self.kind in ids.closed else "unknown_id"
            like = id_by_name(records, value) or id_like_name(records, value, NAME_LIKENESS)
            meant = {"meant": like} if like else {}
            raise fault(code, kind=self.kind, value=value, choices=sorted(records), labels=labels_of(records), **meant)
        ids.used.add((self.kind, value))
        return record

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self.resolve, serialization=core_schema.plain_serializer_function_ser_schema(lambda record: record.id)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$", "x-reference": self.kind}


def vocabulary(name: str) -> Ref:
    """The reference to a term of `data/vocabularies/<name>.yml`."""
    return Ref(f"vocabulary/{name}")


@ported("id")
def _check_id(value: Any) -> Any:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise fault("bad_id", value=value)
    return value


INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Characters that break HTML or change the direction of text; an escape sequence in YAML can contain them."""


@ported("text")
def _check_text(value: str) -> str:
    if found := INVISIBLE.search(value):
        raise fault("control_character", value=f"U+{ord(found.group()):04X}")
    if found := privacy.find_personal_data(value):
        raise fault("personal_data", what=found.what, value=found.text)
    if found := markup.find_forbidden(value):
        raise fault("forbidden_markup", value=found)
    return value


@ported("line")
def _check_line(value: str) -> str:
    if "\n" in value:
        raise fault("not_one_line")
    return value


def limited(limit: int) -> Any:
    """Limit the length of a text. Comes before `checked`, so that a text that is far too long is not searched."""
    return Field(min_length=1, max_length=limit)


checked = AfterValidator(_check_text)
one_line = AfterValidator(_check_line)
Name = Annotated[str, limited(90), checked, one_line]
"""A name or a label: one line."""
Line = Annotated[str, limited(160), checked, one_line]
"""A short remark: part of a sentence, no full stop."""
Text = Annotated[str, limited(700), checked]
"""One paragraph in our own words; the inline markup of macros/model/markup.py may be used."""
Id = Annotated[str, BeforeValidator(_check_id), Field(json_schema_extra={"pattern": f"^{ID_PATTERN.pattern}$"})]

ClaimId = Annotated[
    Id | None,
    Field(
        title="Id",
        description="Vaste naam voor het adres van dit gegeven; "
        "alleen nodig als een ander gegeven anders hetzelfde adres krijgt.",
    ),
]

URL_PATTERN = re.compile(r"""https?://[^\s/@<>"]+\.[^\s/@<>"]+(/[^\s<>"\x00-\x1f\x7f-\x9f]*)?""")


@ported("url")
def _check_url(value: str) -> str:
    if not URL_PATTERN.fullmatch(value):
        raise fault("bad_url", value=value)
    return value


Url = Annotated[
    str, AfterValidator(_check_url), Field(json_schema_extra={"format": "uri", "pattern": f"^(?:{URL_PATTERN.pattern})$"})
]


@ported("flag")
def _read_flag(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise fault("bad_flag", value=value)


Flag = Annotated[bool, BeforeValidator(_read_flag)]
"""`true` or `false`; the other spellings of a boolean in YAML are refused."""


@dataclass(frozen=True, slots=True)
class _SpelledNumber(BeforeValidator):
    """Accepts only one spelling of a number."""

    pattern: str = ""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        number = handler(schema)
        number = number.get("anyOf", [number])[0]  # pydantic also describes how it would read a decimal from text
        return {**number, "type": [number["type"], "string"], "pattern": f"^(?:{self.pattern})$"}


def _spelled_as(pattern: str, code: str) -> BeforeValidator:
    """Refuse spellings that Python reads differently from what people mean: `1.000` would be one, `1_0` ten, `NaN` a number."""

    @ported("spelling", pattern=pattern, code=code)
    def read(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise fault(code, value=value)
        return value

    return _SpelledNumber(read, pattern=pattern)


digits = _spelled_as(r"-?[0-9]{1,12}", "int_parsing")
decimals = _spelled_as(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", "decimal_parsing")
printed = PlainSerializer(str, return_type=str, when_used="json")

Count = Annotated[int, Field(ge=0), digits]
Total = Annotated[int, Field(ge=1), digits]
"""At least one. A type of its own, because a limit added to Count would not replace the limit of Count."""
Number = Annotated[Decimal, decimals, printed]
"""A number as printed in the source: 1.10 keeps its two decimals."""
Percent = Annotated[Decimal, Field(ge=0, le=100), decimals, printed]
Money = Annotated[Decimal, Field(ge=0), _spelled_as(r"-?[0-9]{1,12}(\.[0-9]{2})?", "bad_amount"), printed]
"""Euro. Three digits after a point are refused: in Dutch `1.000` is a thousand, but it would be read as one."""


@dataclass(frozen=True, order=True)
class Date:
    """A day, a month or a year, as precise as the source gives it."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def first_day(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


_DATE = r"[0-9]{4}(-[0-9]{2}){0,2}"


@ported("date", pattern=_DATE)
def _read_date(value: Any) -> Any:
    if isinstance(value, Date):
        return value
    if not (isinstance(value, str) and re.fullmatch(_DATE, value)):
        raise fault("bad_date", value=value)
    parts = [int(part) for part in value.split("-")]
    try:
        datetime.date(*[*parts, 1, 1][:3])  # raises ValueError for a day that does not exist
    except ValueError as error:
        raise fault("no_such_day", value=value) from error
    return Date(*parts)


def check_order(first: Date | None, last: Date | None) -> None:
    """Refuse a period that ends before it begins. "2019-05 to 2019" is accepted, because 2019 ends in December."""
    if first and last and first.first_day > last.last_day:
        raise fault("out_of_order", "to", first=str(first), second=str(last))


def check_says(record: Record, *beside: str) -> None:
    """Refuse a record that says nothing: these fields tell no reader anything by themselves, and all others are empty."""
    if not any(getattr(record, name) for name in type(record).model_fields if name not in beside):
        raise fault("says_nothing")


class _DateSchema:
    """Tells pydantic how a Date is read, written and described."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read_date, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$", "minimum": 1000, "maximum": 9999}


PartialDate = Annotated[Date, _DateSchema()]
