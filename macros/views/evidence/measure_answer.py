"""What is known of a measure, in sentences that a reader may quote; and who wants to reach it without a result."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.model.results import NoneYet, Proportion
from macros.views.common.comparability import INDEPENDENCE, independence_of
from macros.views.common.dutch import by_name, listed, number, plural
from macros.views.common.subjects import Subject, SubjectOutcome, method_subject
from macros.views.evidence.number_text import number_of
from macros.views.evidence.weighing import INDEPENDENTLY, NONE_INDEPENDENT, YES, four_facts, whole_or_part

MOST_NAMED = 4
"""Of more methods than this the sentence gives the number and not the names."""
MOST_AIMING = 24
"""As many methods without a result are named; of more, the map of the theme has the rest."""


def measure_answer(results: Sequence[SubjectOutcome]) -> tuple[str, ...]:
    """Sentences about all results of one measure: how many, compared with whom, counted how, and measured by whom."""
    found = [(subject, outcome) for subject, outcome in results if not isinstance(outcome.result, NoneYet)]
    if not found:
        return ("Er is nog geen resultaat over bekend.",)
    return _how_many(results, found), _compared(found), _counted(found), _independent(found)


def _subjects(results: Sequence[SubjectOutcome]) -> list[Subject]:
    return list(dict.fromkeys(subject for subject, _ in results))


def _how_many(results: Sequence[SubjectOutcome], found: Sequence[SubjectOutcome]) -> str:
    subjects = _subjects(found)
    tools = sum(subject.is_tool for subject in subjects)
    kinds = [plural(len(subjects) - tools, "methode", "methoden")] if len(subjects) > tools else []
    kinds += [plural(tools, "werkvorm", "werkvormen")] if tools else []
    waiting = [subject.name for subject in _subjects(results) if subject not in subjects]
    rest = f" Van {_names_or_number(waiting)} moet het nog komen." if waiting else ""
    return f"Er {'is' if len(found) == 1 else 'zijn'} {plural(len(found), 'resultaat', 'resultaten')}, van {listed(kinds)}.{rest}"


def _names_or_number(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= MOST_NAMED else f"{number(len(names))} methoden"


def _those(found: Sequence[SubjectOutcome], fact: int) -> list[SubjectOutcome]:
    """The results of which one of the four facts is a yes."""
    return [one for one in found if four_facts(one[1])[fact].answer == YES]


def _named(found: Sequence[SubjectOutcome], say: Callable[[Outcome], str]) -> str:
    """Each subject once, with what is said of its results."""
    said: dict[Subject, dict[str, None]] = {}
    for subject, outcome in found:
        said.setdefault(subject, {})[say(outcome)] = None
    if len(said) > MOST_NAMED:
        return f"{number(len(said))} methoden"
    return listed([f"{subject.name} ({', '.join(texts)})" for subject, texts in said.items()])


def _compared(found: Sequence[SubjectOutcome]) -> str:
    """Whether anybody looked at what happens without the method; the first that a buyer has to know."""
    compared = _those(found, 1)
    if not compared:
        return "Bij geen enkel resultaat staat hoe het met een andere groep ging. Of het door de hulp komt, is dus onbekend."
    return f"Vergeleken met een andere groep: {_named(compared, lambda outcome: outcome.direction.nl)}."


def _counted(found: Sequence[SubjectOutcome]) -> str:
    counted = [one for one in found if isinstance(one[1].result, Proportion)]
    if not counted:
        return "Geen enkele bron noemt een aantal met een totaal."
    return f"Met aantal en totaal: {_named(counted, _count_text)}."


def _count_text(outcome: Outcome) -> str:
    """The count with its interval, and whether those who counted had an interest: they never stand apart."""
    text = number_of(outcome)
    return f"{text.headline}; {text.remark}; {INDEPENDENCE[independence_of(outcome)]}"


def _independent(found: Sequence[SubjectOutcome]) -> str:
    kinds: dict[str, set[str]] = {}
    for subject, outcome in found:
        kinds.setdefault(subject.name, set()).add(independence_of(outcome))
    return " ".join(whole_or_part(kinds, "independent", INDEPENDENTLY, _names_or_number)) or NONE_INDEPENDENT


class Aiming(NamedTuple):
    """Methods that want to reach what is measured, of which no result on it is known."""

    methods: tuple[Subject, ...]
    """By name, at most MOST_AIMING."""
    total: int
    themes: tuple[Term, ...]


def aiming_without_result(measure: Term, results: Sequence[SubjectOutcome], library: Library) -> Aiming | None:
    """None for a measure that answers no theme, or if every method with such a goal has a result."""
    known = {subject.id for subject, outcome in results if not isinstance(outcome.result, NoneYet)}
    aiming = {method.id: method for theme in measure.themes for method in library.methods_by_theme.get(theme, ())}
    found = [method_subject(method) for method in by_name(aiming.values()) if method.id not in known]
    terms = library.vocabularies["theme"].terms if found else {}
    themes = tuple(terms[theme] for theme in measure.themes if theme in terms)
    return Aiming(tuple(found[:MOST_AIMING]), len(found), themes) if found else None
