"""Synthetic cards: as rich as the median real card, the same for the same number, and clearly artificial.

Each field is filled about as often, and with about as many items, as in the seven real cards; every kind of result
occurs. The words mean nothing, so that no sentence can be taken for knowledge.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from scripts.benchmark.words import WORDS

_SOURCES_PER_CARD = 9
_ORGANISATIONS_PER_CARD = 3
_DESIGNS = ("monitoring", "own-report", "pre-post", "process-evaluation", "quasi-experiment")

Values = dict[str, Any]


@dataclass(frozen=True)
class Stock:
    """The ids that synthetic cards refer to."""

    terms: Mapping[str, Sequence[str]]
    """Name of a vocabulary → ids of its terms."""
    organisations: Sequence[str]
    sources: Sequence[str]
    elements: Sequence[str]
    tools: Sequence[str]
    cards: int
    """How many synthetic cards there are, because cards point at each other."""


def card_id(number: int) -> str:
    return f"kunstmatige-methode-{number:05d}"


def make_card(number: int, stock: Stock) -> Values:
    """The card with this number."""
    return _CardGenerator(number, stock).card()


def _in_turn(items: Sequence[str], number: int, most: int) -> list[str]:
    """The next items for each number, so that all of them are used."""
    return [items[(number * most + index) % len(items)] for index in range(min(most, len(items)))]


class _CardGenerator:
    """Makes one card."""

    def __init__(self, number: int, stock: Stock) -> None:
        self.number = number
        self.stock = stock
        self.random = Random(number)
        self.sources = _in_turn(stock.sources, number, _SOURCES_PER_CARD)
        self.organisations = _in_turn(stock.organisations, number, _ORGANISATIONS_PER_CARD)

    def card(self) -> Values:
        values = {**self._core(), **self._for_whom(), **self._workings(), **self._evidence(), **self._surroundings()}
        return {name: value for name, value in values.items() if value}

    def _core(self) -> Values:
        phase = self._term("phase")
        return {
            "name": f"Kunstmatige methode {self.number:05d}",
            "aliases": [f"{word}-{self.number}" for word in self._some(WORDS, 3)],
            "summary": f"Deze kaart is kunstmatig en beschrijft niets. {self._text(4)}"[:390],
            "plain_summary": f"Deze kaart is niet echt. {self._text(7)}"[:590],
            "status": {
                "phase": phase,
                "from": self.random.randint(2008, 2022),
                "note": self._text(2),
                "reasons": [self._cited(reason=self._text(1))] if phase == "stopped" else None,
                "sources": self._citations(),
            },
            "owners": [self._cited(organisation=self.organisations[0], note=self._text(2))],
            "partners": self._list(2, 3, self._partner),
            "regions": self._list(1, 3, lambda: self._cited(region=self._term("region"), note=self._line())),
        }

    def _partner(self) -> Values:
        return self._cited(organisation=self._one(self.organisations[1:]), role=self._term("role"), note=self._line())

    def _for_whom(self) -> Values:
        first = self.random.randint(0, 10)
        group = {
            "description": self._text(2),
            "recipients": self._some(self.stock.terms["person"], 2),
            "ages": [self._cited(**{"from": first, "to": first + self.random.randint(2, 8), "basis": "offered"})],
            "problems": self._some(self.stock.terms["problem"], 4),
            "includes": self._list(1, 3, self._criterion),
            "excludes": self._list(0, 1, self._criterion),
            "sources": self._citations(),
        }
        goals = self._list(2, 4, lambda: self._cited(text=self._text(1), theme=self._term("theme")))
        division = {name: [self._term(name.replace("_", "-"))] for name in ("prevention", "frame", "care_form", "setting")}
        return {"target_group": group, "goals": goals, "classification": self._cited(**division, note=self._text(2))}

    def _criterion(self) -> Values:
        return self._cited(criterion=self._text(1), about=self._term("person"))

    def _workings(self) -> Values:
        elements = self._some(self.stock.elements, self.random.randint(3, 5))
        tools = self._some(self.stock.tools, self.random.randint(0, 2))
        return {
            "approach": self._list(4, 5, lambda: self._cited(step=self._line(4), text=self._text(2))),
            "elements": [self._cited(element=element, note=self._line()) for element in elements],
            "tools": [self._cited(tool=tool, note=self._line()) for tool in tools],
            "intensity": self._list(1, 2, lambda: self._cited(duration=self._line(), contact=self._line())),
            "caseload": self._list(0, 1, self._caseload),
            "delivery": self._list(1, 3, lambda: self._cited(kind=self._term("deliverer"), role=self._line())),
            "conditions": self._list(1, 3, self._statement),
            "licence": self._one((None, self._cited(needed="yes", licensor=self.organisations[0], note=self._line()))),
            "referral": self._list(1, 2, self._statement),
        }

    def _caseload(self) -> Values:
        first = self.random.randint(2, 9)
        return self._cited(count=first, to=first + 2, unit="family", per=self._term("caseload-per"))

    def _evidence(self) -> Values:
        numbers = self.random.sample(range(100), self.random.randint(3, 4))
        studies = [self._study(f"onderzoek-{number}") for number in range(self.random.randint(1, 2))]
        return {
            "studies": studies,
            "reach": self._named(self._list(1, 3, self._reach)),
            "outcomes": [
                self._outcome(index, f"uitkomst-{number}", self._one(studies)["id"]) for index, number in enumerate(numbers)
            ],
            "costs": self._named(self._list(0, 2, self._cost)),
            "cost_statements": self._named(self._list(1, 2, self._statement)),
            "recognitions": self._list(0, 1, self._recognition),
            "recognition_claims": self._list(0, 1, self._statement),
            "effect_ladder": self._list(0, 1, self._step),
        }

    def _reach(self) -> Values:
        return self._cited(count=self.random.randint(5, 900), unit=self._term("unit"), period=self._period(), note=self._line())

    def _study(self, study_id: str) -> Values:
        return self._cited(
            id=study_id,
            design=self._one(_DESIGNS),
            period=self._period(),
            participants={"count": self.random.randint(10, 400), "unit": "family"},
            evaluator=self.organisations[-1],
            independent=self._term("yes-no"),
        )

    def _outcome(self, index: int, outcome_id: str, study: str) -> Values:
        kind = _RESULTS[(self.number * 3 + index) % len(_RESULTS)]
        return self._cited(
            id=outcome_id,
            study=study,
            measure=self._term("measure"),
            statement=self._text(2),
            population=self._line(),
            result=kind(self),
            direction=self._term("direction"),
            follow_up={"months": self.random.choice((0, 6, 12)), "since": "end"},
            basic_set=self._term("outcome-basis") if self.random.random() < 0.2 else None,
            caveat=self._text(3),
            conflicts=self._list(0, 1, self._statement),
        )

    def _cost(self) -> Values:
        return self._cited(
            amount=self.random.randint(50, 9000),
            per=self._term("cost-unit"),
            price_year=self._year(),
            covers=self._line(),
            note=self._text(1),
        )

    def _recognition(self) -> Values:
        verdict = {"level": self._line(3), "step": self._term("recognition-level")}
        return self._cited(body=self.organisations[-1], date=f"{self._year()}-06-15", verdicts=[verdict])

    def _step(self) -> Values:
        return self._cited(step=self._term("effect-ladder"), body=self.organisations[-1], basis="assessed")

    def _surroundings(self) -> Values:
        neighbour = card_id(self.random.randrange(self.stock.cards))
        return {
            "chain": {"before": [self._cited(text=self._line())], "after": [self._cited(method=neighbour)]},
            "next_steps": self._list(1, 2, self._statement),
            "conflicts": self._list(0, 1, self._conflict),
            "context": self._list(3, 5, lambda: self._cited(about=self._line(), says=self._text(2))),
            "contact": {"organisation": self.organisations[0], "note": self._line()},
            "gaps": [
                {"field": "former_names", "state": "not-found", "note": self._text(1)},
                {"field": "variants", "state": "not-applicable"},
            ],
            "reviewed": f"{self._year()}-03-14",
            "sources": [{"source": source} for source in self.sources],
        }

    def _conflict(self) -> Values:
        return {"about": self._line(), "statements": self._named(self._list(2, 3, self._statement))}

    def _named(self, claims: list[Values]) -> list[Values]:
        """Two claims of a list may happen to have the same source, and then need an id; so all but the first get one."""
        return [claim if index == 0 else {"id": f"nummer-{index + 1}", **claim} for index, claim in enumerate(claims)]

    def _cited(self, **values: Any) -> Values:
        return {name: value for name, value in values.items() if value not in (None, [])} | {"sources": self._citations()}

    def _statement(self) -> Values:
        return self._cited(says=self._text(2))

    def _citations(self) -> list[Values]:
        return [self._citation(source) for source in self._some(self.sources, 1 + (self.random.random() < 0.3))]

    def _citation(self, source: str) -> Values:
        return {"source": source, "locator": self._line(4)} if self.random.random() < 0.35 else {"source": source}

    def _period(self) -> Values:
        first = self._year()
        return {"from": first, "to": first + self.random.randint(0, 3)}

    def _year(self) -> int:
        return self.random.randint(2012, 2022)

    def _list(self, least: int, most: int, make: Callable[[], Values]) -> list[Values]:
        return [make() for _ in range(self.random.randint(least, most))]

    def _some(self, items: Sequence[str], many: int) -> list[str]:
        return self.random.sample(items, min(many, len(items)))

    def _one(self, items: Sequence[Any]) -> Any:
        return self.random.choice(items)

    def _term(self, vocabulary: str) -> str:
        return self._one(self.stock.terms[vocabulary])

    def _line(self, words: int = 6) -> str:
        return " ".join(self.random.choices(WORDS, k=words))

    def _text(self, sentences: int) -> str:
        return " ".join(f"{self._line(self.random.randint(8, 14)).capitalize()}." for _ in range(sentences))


def _proportion(generator: _CardGenerator) -> Values:
    of = generator.random.randint(10, 400)
    return {"count": generator.random.randint(0, of), "of": of, "unit": "family"}


def _change(generator: _CardGenerator) -> Values:
    return {"change": generator._one(("up", "down")), "by_percent": generator.random.randint(1, 60), "unit": "child"}


_RESULTS: tuple[Callable[[_CardGenerator], Values], ...] = (
    _proportion,
    lambda maker: {"count": maker.random.randint(2, 300), "unit": "parent", "precision": "about"},
    lambda maker: {"percent": maker.random.randint(1, 99), "unit": "family"},
    _change,
    lambda maker: {"amount": maker.random.randint(1000, 900000), "precision": "about"},
    lambda maker: {"score": "7.4", "lowest": 1, "highest": 10, "unit": "parent"},
    lambda maker: {"words": maker._line()},
    lambda maker: {"none_yet": maker._line()},
)
"""A function for each kind of result."""
