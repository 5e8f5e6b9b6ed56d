"""The building blocks of every record: strict models, checked texts, ids that resolve.

All scalars arrive as text (macros/reading.py keeps what was typed); the type of a field decides what is meant.
Validation runs with an `Ids` context, so an id becomes the thing it names in the same pass that checks the rest,
and one pass reports every problem of a file.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError, core_schema

from .. import markup, privacy

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Record(BaseModel):
    """A mapping with known fields only; immutable once checked."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


@dataclass
class Ids:
    """What an id may refer to, and which ids were referred to.

    `known` maps a kind ("organisation", "source", "tool", "element", "vocabulary/<name>") to id -> record.
    Use is noted while checking because a second walk over five thousand cards would cost as much as the first.
    """

    known: Mapping[str, Mapping[str, Any]]
    used: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True)
class Ref:
    """Marks a field that is written as an id and read as the record it names."""

    kind: str

    def resolve(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        records = info.context.known[self.kind]
        if not isinstance(value, str):
            raise PydanticCustomError("id_not_text", "an id is text")
        if value not in records:
            raise PydanticCustomError("unknown_id", "unknown id", {"kind": self.kind, "value": value, "choices": sorted(records)})
        info.context.used.add((self.kind, value))
        return records[value]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self.resolve, serialization=core_schema.plain_serializer_function_ser_schema(lambda record: record.id)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$", "x-reference": self.kind}


def vocabulary(name: str) -> Ref:
    """The reference to a term of `data/vocabularies/<name>.yml`."""
    return Ref(f"vocabulary/{name}")


def _check_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError("bad_id", "not an id", {"value": value})
    return value


def _check_text(value: str) -> str:
    if found := privacy.find_personal_data(value):
        raise PydanticCustomError("personal_data", "personal data", {"what": found.what, "value": found.text})
    if found := markup.find_forbidden(value):
        raise PydanticCustomError("forbidden_markup", "markup", {"value": found})
    return value


def _limited(limit: int) -> Any:
    return Field(min_length=1, max_length=limit)


type_text = AfterValidator(_check_text)
Name = Annotated[str, _limited(90), type_text]
"""A name or a label: one line."""
Line = Annotated[str, _limited(160), type_text]
"""A short remark: part of a sentence, no full stop."""
Text = Annotated[str, _limited(700), type_text]
"""One paragraph in our own words; the inline markup of macros/markup.py may be used."""
Id = Annotated[str, AfterValidator(_check_id)]


def _check_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/@]+\.[^\s/@]+(/\S*)?", value):
        raise PydanticCustomError("bad_url", "not an address", {"value": value})
    return value


Url = Annotated[str, AfterValidator(_check_url), Field(json_schema_extra={"format": "uri"})]


def _read_flag(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("bad_flag", "not true or false", {"value": value})


Flag = Annotated[bool, BeforeValidator(_read_flag)]
"""`true` or `false`; the many other spellings of YAML are text."""

Count = Annotated[int, Field(ge=0)]
Number = Annotated[Decimal, PlainSerializer(str, return_type=str, when_used="json")]
"""A number as printed in the source: 1.10 keeps its two decimals."""
Percent = Annotated[Number, Field(ge=0, le=100)]


@dataclass(frozen=True, order=True)
class Date:
    """A day, a month or a year, as exact as the source gives it."""

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
        if self.day:
            return self.first_day
        year, month = (self.year, self.month + 1) if self.month and self.month < 12 else (self.year + 1, 1)
        return datetime.date(year, month, 1) - datetime.timedelta(days=1)


def _read_date(value: Any) -> Any:
    if isinstance(value, Date):
        return value
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("bad_date", "not a date", {"value": value})
    date = Date(*(int(part) for part in found.groups() if part))
    try:
        date.first_day  # noqa: B018 - the property raises on a day that is not in the calendar
    except ValueError as error:
        raise PydanticCustomError("bad_date", "not a date", {"value": value}) from error
    return date


class _DateSchema:
    """Tells pydantic how a Date is read, written and described."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read_date, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}


PartialDate = Annotated[Date, _DateSchema()]
