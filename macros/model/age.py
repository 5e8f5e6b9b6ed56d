"""Ages as sources state them: in years, months, weeks of pregnancy, school years, or only in words."""

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
    def next(self) -> "Age":
        """The age that ends this one: 7 ends "up to and including 6"."""
        return Age(self.number + 1, self.unit)

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


_YEAR = Annotated[Term, vocabulary("school-year")]


class SchoolYears(Record):
    """School years as the source names them; the ages that children in them usually have stand beside the words."""

    from_: _YEAR = Field(alias="from", title="Van")
    to: _YEAR | None = Field(None, title="Tot en met", description="Weglaten bij één schooljaar.")

    @property
    def last(self) -> Term:
        return self.to or self.from_

    @model_validator(mode="after")
    def _in_order(self) -> "SchoolYears":
        if (self.from_.years or 0) > (self.last.years or 0):
            raise fault("out_of_order", "to", first=self.from_.id, second=self.last.id)
        return self


class AgeRange(Record):
    """One statement about age, in the form that its source uses. Without an upper limit it means "and older"."""

    from_: AnyAge | None = Field(
        None,
        alias="from",
        title="Vanaf",
        description="`4` jaar, `30mo` maanden, `-5mo` vóór de geboorte, `16wk` weken zwangerschap.",
    )
    to: AnyAge | None = Field(
        None, title="Tot", description="Deze leeftijd hoort er niet meer bij: `7` voor 2 tot 7 jaar. Weglaten zonder bovengrens."
    )
    through: AnyAge | None = Field(
        None, title="Tot en met", description="Deze leeftijd hoort er nog bij: `6` voor 2 tot en met 6 jaar. In plaats van `to`."
    )
    school: SchoolYears | None = Field(None, title="Schooljaren", description="Als de bron groepen of klassen noemt.")
    words: Line | None = Field(
        None, title="Alleen in woorden", description="Als de bron geen getal noemt, bijvoorbeeld: vruchtbare leeftijd."
    )
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
        limited = bool(self.from_ or self.to or self.through)
        if self.all_ages and (limited or self.school or self.words):
            raise fault("age_all_and_range", "all_ages")
        if not (self.all_ages or limited or self.school or self.words):
            raise fault("age_empty")
        if self.to and self.through:
            raise fault("age_two_ends", "through", first=str(self.to), second=str(self.through))
        if limited + bool(self.school) + bool(self.words) > 1:
            raise fault("age_two_forms", "school" if self.school else "words")
        name, last = ("through", self.through) if self.through else ("to", self.to)
        if self.from_ and last and self.from_.months > last.months:
            raise fault("out_of_order", name, first=str(self.from_), second=str(last))
        return self

    @property
    def first(self) -> Age | None:
        """The lower age, or the usual age at the start of a school year."""
        return _usual_age(self.school.from_) if self.school else self.from_

    @property
    def end(self) -> Age | None:
        """The age that no longer belongs to it, whichever way it is written."""
        last = _usual_age(self.school.last) if self.school else self.through
        return last.next if last else self.to


def _usual_age(year: Term) -> Age | None:
    return None if year.years is None else Age(year.years, "years")
