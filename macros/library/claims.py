"""Every claim of a card, and the permanent address at which it can be cited.

An address must stay the same when somebody adds, removes or reorders claims, updates a number or improves a sentence. So
it is not made from the position in a list or from the wording, but from the subject of the claim and its source: the unit
and years of a reach, the denominator of an amount, the body, year and level of a verdict, the first source of a
statement, and what a contradiction is about. Only the claim itself counts, never the claims beside it: two claims of one
card with the same address are refused (macros/library/cross_checks.py), and the author then gives the new one an `id`. An
`id` on the card always has priority; a result must have one.

An address does change with another first source, another unit or denominator, another year or another subject. An author
who corrects one of these can keep the old address by writing it as `id`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from macros.model.evidence import Outcome
from macros.model.ladder import LadderStep
from macros.model.method import Method
from macros.model.practice import Cost, Reach
from macros.model.recognition import PrizeOrListing, Recognition, Verdict
from macros.model.sources import AddressedStatement, Citation, Conflict, Period

PREFIXES = {
    "outcome": "uitkomst",
    "reach": "bereik",
    "cost": "bedrag",
    "cost-statement": "over-kosten",
    "recognition": "erkenning",
    "prize-or-listing": "vermelding",
    "effect-ladder": "effectladder",
    "recognition-claim": "over-erkenning",
    "conflict": "tegenspraak",
}
"""Kind of claim → how its address on the card begins."""


class CardClaim(NamedTuple):
    """A claim of a card with its kind and its path."""

    kind: str
    """A key of PREFIXES"""
    keys: tuple[str | int, ...]
    """The path to it from the top of the card."""
    about: Any
    """The record that contains it: the recognition of a verdict, the conflict of a statement; None for other kinds."""
    record: Any

    @property
    def key(self) -> str:
        """Unique among the claims of this kind on the card."""
        return key_of(self.kind, self.record, self.about)

    @property
    def id(self) -> str:
        """Unique among all claims on the card."""
        return self.key if self.kind == "outcome" else f"{self.kind}.{self.key}"

    @property
    def anchor(self) -> str:
        return anchor_of(self.kind, self.record, self.about)


def claims_of(method: Method) -> Iterator[CardClaim]:
    """All claims about results, reach, money and recognition, in the order of the ledger."""
    yield from _claims_in_field("outcome", "outcomes", method.outcomes)
    yield from _claims_in_field("reach", "reach", method.reach)
    yield from _claims_in_field("cost", "costs", method.costs)
    yield from _claims_in_field("cost-statement", "cost_statements", method.cost_statements)
    yield from _claims_in_records("recognition", "recognitions", method.recognitions, "verdicts")
    yield from _claims_in_field("prize-or-listing", "prizes_and_listings", method.prizes_and_listings)
    yield from _claims_in_field("effect-ladder", "effect_ladder", method.effect_ladder)
    yield from _claims_in_field("recognition-claim", "recognition_claims", method.recognition_claims)
    yield from _claims_in_records("conflict", "conflicts", method.conflicts, "statements")


def _claims_in_field(kind: str, field: str, records: tuple[Any, ...]) -> Iterator[CardClaim]:
    yield from (CardClaim(kind, (field, index), None, record) for index, record in enumerate(records))


def _claims_in_records(kind: str, field: str, outer: tuple[Any, ...], name: str) -> Iterator[CardClaim]:
    for index, about in enumerate(outer):
        for place, record in enumerate(getattr(about, name)):
            yield CardClaim(kind, (field, index, name, place), about, record)


def key_of(kind: str, record: Any, about: Any = None) -> str:
    """The key of a claim among those of its kind on the card: its own `id`, or else the parts of it that do not change."""
    return record.id or "-".join(filter(None, _KEY_PARTS[kind](record, about)))


def anchor_of(kind: str, record: Any, about: Any = None) -> str:
    """The address of a claim within the page of its card."""
    return f"{PREFIXES[kind]}-{key_of(kind, record, about)}"


def _outcome_key(outcome: Outcome, about: None) -> Iterator[str]:
    yield outcome.id


def _reach_key(reach: Reach, about: None) -> Iterator[str]:
    yield reach.unit.id
    yield _years(reach.period)
    yield _first_source(reach.sources)


def _years(period: Period | None) -> str:
    """Only the years, so that a day that becomes known later does not change the address."""
    dates = [date for date in (period.from_, period.to) if date] if period else []
    return "-".join(dict.fromkeys(str(date.year) for date in dates))


def _cost_key(cost: Cost, about: None) -> Iterator[str]:
    yield cost.per.id
    yield _first_source(cost.sources)


def _statement_key(statement: AddressedStatement, about: Any) -> Iterator[str]:
    yield _first_source(statement.sources)


def _conflict_key(statement: AddressedStatement, conflict: Conflict) -> Iterator[str]:
    """One source often contradicts others about several things, so what it is about belongs in the address."""
    yield _short_slug(conflict.about)
    yield _first_source(statement.sources)


def _verdict_key(verdict: Verdict, recognition: Recognition) -> Iterator[str]:
    yield recognition.body.id
    yield str(recognition.date.year) if recognition.date else ""
    yield _slug(verdict.level)


def _prize_key(one: PrizeOrListing, about: None) -> Iterator[str]:
    yield one.body.id
    yield str(one.date.year) if one.date else ""
    yield _slug(one.name)


def _ladder_step_key(step: LadderStep, about: None) -> Iterator[str]:
    yield step.step.id
    yield step.body.id


def _first_source(citations: tuple[Citation, ...]) -> str:
    return citations[0].source.id


def _slug(words: str) -> str:
    """A level as part of an id; the card quotes it word for word, so it does not change."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


LONGEST_SUBJECT = 40
"""Letters of what a contradiction is about, in its address; whole words only."""


def _short_slug(words: str) -> str:
    slug = _slug(words)
    return slug if len(slug) <= LONGEST_SUBJECT else slug[: LONGEST_SUBJECT + 1].rpartition("-")[0] or slug[:LONGEST_SUBJECT]


_KEY_PARTS: dict[str, Callable[[Any, Any], Iterator[str]]] = {
    "outcome": _outcome_key,
    "reach": _reach_key,
    "cost": _cost_key,
    "cost-statement": _statement_key,
    "recognition": _verdict_key,
    "prize-or-listing": _prize_key,
    "effect-ladder": _ladder_step_key,
    "recognition-claim": _statement_key,
    "conflict": _conflict_key,
}


def outcome_anchor(outcome: Outcome) -> str:
    """The address of a claim within its card page."""
    return anchor_of("outcome", outcome)
