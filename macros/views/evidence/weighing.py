"""The four facts that weigh a result: how many, compared with whom, measured by whom, and whether the report itself was read.
They stand where other registries show stars, and they are facts, not a rating."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from macros.model.evidence import Outcome
from macros.model.results import Effect, NoneYet, Percentage, Proportion, Tally, Words
from macros.model.study import Study
from macros.views.common.comparability import independence_of_study
from macros.views.common.dutch import capital, listed

YES, NO, UNKNOWN = "yes", "no", "unknown"
INDEPENDENTLY = "onafhankelijk gemeten"
NONE_INDEPENDENT = "Van geen enkel resultaat staat vast dat een onafhankelijke partij het mat."
FACTS = ("aantal en totaal", "vergelijkingsgroep", INDEPENDENTLY, "rapport gelezen")
"""What each of the four is about, for a list that has room for no more."""


class Fact(NamedTuple):
    answer: str
    """yes, no or unknown"""
    text: str


def four_facts(outcome: Outcome) -> tuple[Fact, ...]:
    """Always four, in this order: number and total, comparison group, independence, report."""
    study = outcome.study
    return (_numbers(outcome), _comparison(outcome), _independence(study), _report(study))


def _numbers(outcome: Outcome) -> Fact:
    result = outcome.result
    if isinstance(result, NoneYet):
        return Fact(UNKNOWN, "nog geen getal bekend")
    if isinstance(result, Words):
        return Fact(NO, "geen getal, alleen woorden")
    if isinstance(result, Proportion):
        return Fact(YES, "aantal en totaal bekend")
    if isinstance(result, Percentage):
        return Fact(
            NO, "percentage en totaal, geen aantal" if result.of is not None else "percentage, de bron zegt niet van hoeveel"
        )
    if isinstance(result, Tally):
        return Fact(NO, "aantal bekend, totaal niet")
    participants = outcome.study.participants
    if (isinstance(result, Effect) and result.participants is not None) or (participants and participants.total):
        return Fact(YES, "aantal deelnemers bekend")
    return Fact(NO, "aantal deelnemers niet gegeven")


def _comparison(outcome: Outcome) -> Fact:
    shape = outcome.study.design.shape
    if shape in ("lot", "compared") and not says_difference(outcome):
        return Fact(UNKNOWN, "vergelijkingsgroep; wat die bereikte, is niet gegeven")
    if shape == "lot":
        return Fact(YES, "vergelijkingsgroep, door loting")
    if shape == "compared" or has_comparison(outcome):
        return Fact(YES, "vergelijkingsgroep" if shape == "gathered" else "vergelijkingsgroep, zonder loting")
    if shape == "gathered" or shape is None or outcome.study.design.id == "unknown":
        return Fact(UNKNOWN, "vergelijkingsgroep: onbekend")
    return Fact(NO, "geen vergelijkingsgroep genoemd")


def has_comparison(outcome: Outcome) -> bool:
    """Whether the result itself says with whom it was compared."""
    return isinstance(outcome.result, Effect) or getattr(outcome.result, "compared", None) is not None


def says_difference(outcome: Outcome) -> bool:
    """Whether a reader learns how the other group did: a bare number of one group says nothing of that, and words may."""
    return isinstance(outcome.result, Words | NoneYet) or has_comparison(outcome)


def _independence(study: Study) -> Fact:
    by = f" door {study.evaluator.name}" if study.evaluator else ""
    who = independence_of_study(study)
    if who == "independent":
        return Fact(YES, f"{INDEPENDENTLY}{by}")
    if who == "own":
        return Fact(NO, f"niet {INDEPENDENTLY}{by}" if by else f"eigen opgave, niet {INDEPENDENTLY}")
    return Fact(UNKNOWN, f"gemeten{by}; onafhankelijk: onbekend" if by else "wie er mat, is niet genoemd")


def _report(study: Study) -> Fact:
    if study.state and study.state.id == "not-found":
        return Fact(NO, "onderzoeksrapport niet gevonden")
    answer = study.report_read.id if study.report_read else UNKNOWN
    texts = {YES: "rapport zelf gelezen", NO: "rapport niet zelf gelezen"}
    return Fact(answer, texts[answer]) if answer in texts else Fact(UNKNOWN, "rapport zelf gelezen: onbekend")


def whole_or_part(
    kinds: Mapping[str, Set[str]], kind: str, words: str, names: Callable[[Sequence[str]], str] = listed
) -> Iterator[str]:
    """A sentence on those of which all results are of a kind, and one on those of which some are; `kinds` goes from a name to the
    kinds of its results."""
    whole = [name for name, found in kinds.items() if found == {kind}]
    partly = [name for name, found in kinds.items() if kind in found and name not in whole]
    yield from (
        f"{capital(said)} bij {names(them)}." for said, them in ((words, whole), (f"voor een deel {words}", partly)) if them
    )
