"""Ages as sources state them: in years, months, or weeks of pregnancy."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import core_schema

from macros.model.base import Flag, Line, Record, fault, ported, vocabulary
from macros.model.data import Term
from macros.model.sources import Citations

WEEKS_OF_PREGNANCY = 40
MONTHS_IN_YEAR = 12
_WEEKS_IN_MONTH = 52 / MONTHS_IN_YEAR
SPELLING = re.compile(r"(?P<years>[0-9]{1,3})(?: ?y)?|(?P<months>-?[0-9]{1,3}) ?mo|(?P<weeks>[0-9]{1,2}) ?wk")


@dataclass(frozen=True)
class Age:
    """An age in the unit of its source: `18` years, `30mo` months (`-5mo` before birth), `16wk` weeks of pregnancy."""

    number: int
    unit: str
    """years, months or weeks (of pregnancy)"""

    def __str__(self) -> str:
        return f"{self.number}{ {'years': '', 'months': 'mo', 'weeks': 'wk'}[self.unit] }"

    @property
    def months(self) -> float:
        """Months since birth, negative before it; a pregnancy counts 40 weeks."""
        if self.unit == "years":
            return self.number * MONTHS_IN_YEAR
        return self.number if self.unit == "months" else (self.number - WEEKS_OF_PREGNANCY) / _WEEKS_IN_MONTH


@ported("age")
def _read_age(value: Any) -> Any:
    found = SPELLING.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise fault("bad_age", value=value)
    return next(Age(int(text), unit) for unit, text in found.groupdict().items() if text is not None)


class _AgeSchema:
    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read_age, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        pattern = re.sub(r"\?P<\w+>", "?:", SPELLING.pattern)  # JSON Schema uses the regular expressions of JavaScript
        return {"type": ["string", "integer"], "pattern": f"^(?:{pattern})$", "minimum": 0, "maximum": 999}


AnyAge = Annotated[Age, _AgeSchema()]


class AgeRange(Record):
    """One statement about age; leave out `to` for "and older", `from` for "until"."""

    from_: AnyAge | None = Field(
        None,
        alias="from",
        title="Vanaf",
        description="`4` jaar, `30mo` maanden, `-5mo` vóór de geboorte, `16wk` weken zwangerschap.",
    )
    to: AnyAge | None = Field(None, title="Tot", description="Zelfde schrijfwijze; weglaten als er geen bovengrens is.")
    all_ages: Flag = Field(False, title="Alle leeftijden", description="`true` als de bron zegt dat leeftijd geen rol speelt.")
    whose: Annotated[Term, vocabulary("person")] | None = Field(
        None, title="Van wie", description="Over wiens leeftijd het gaat; weglaten betekent: het kind."
    )
    basis: Annotated[Term, vocabulary("age-basis")] | None = Field(
        None, title="Waarop dit berust", description="Zoals aangeboden, zoals onderzocht of zoals erkend."
    )
    condition: Line | None = Field(None, title="Voorwaarde", description="Waar de leeftijd van afhangt.")
    sources: Citations

    @model_validator(mode="after")
    def _says_something(self) -> "AgeRange":
        if self.all_ages and (self.from_ or self.to):
            raise fault("age_all_and_range", "all_ages")
        if not (self.all_ages or self.from_ or self.to):
            raise fault("age_empty")
        if self.from_ and self.to and self.from_.months > self.to.months:
            raise fault("out_of_order", "to", first=str(self.from_), second=str(self.to))
        return self
