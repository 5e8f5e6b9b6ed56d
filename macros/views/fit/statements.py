"""What a card says on each question of the page "Past het?", and where it says so.

This module decides what the card *says*; docs/assets/fit/rules.js alone decides what that means for the answers of a
family. A statement has one of four meanings:

yes      the card names this answer
no       the card rules this answer out
only     the card asks for one of these answers, so it rules out all others
unknown  the card touches on this answer without deciding it

A list on a card (who gets help, which problems, which regions) names what belongs and says nothing about the rest, so a
list gives a yes and never a no. Only an age, a criterion with `when` and the legal frame give a no.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.age import AgeRange
from macros.model.audience import Criterion
from macros.model.method import Method, Place
from macros.model.sources import Citation
from macros.views.common.availability import availability_of, door_of
from macros.views.common.dutch import ages, by_name, listed, period
from macros.views.common.short import line_of
from macros.views.common.wording import GOING_ON, citation_text
from macros.views.fit.questions import COVERS_OPPOSITES, PROBLEMS_WITH_OWN_QUESTION

ANYWHERE = "*"
_QUESTION_OF_FIELD = {
    "safety": "veilig",
    "living": "woont",
    "disability": "beperking",
    "frame": "kader",
    "problems": "speelt",
    "regions": "gemeente",
}
"""Fields of `when` → the question they answer."""
_ANSWERS_OF_CARE_FORM = {
    "without-stay": ("at-home", "at-risk"),
    "with-stay-foster": ("placed",),
    "with-stay-family": ("placed",),
    "with-stay-closed": ("placed",),
    "with-stay-other": ("placed",),
}
_ANSWERS_OF_THEME = {"prevent-placement": ("at-risk",), "return-home": ("placed",)}


class FitLine(NamedTuple):
    """A sentence of the card with its place."""

    text: str
    section: str
    """Anchor on the card page."""
    sources: tuple[Citation, ...]
    label: str = ""
    """The row of the card that contains it, if the text alone does not make that clear."""
    detail: str = ""


class FitFact(NamedTuple):
    question: str
    verdict: str
    answers: tuple[str, ...]
    line: FitLine


class AgeFact(NamedTuple):
    from_: float | None
    """In months since birth; None if the card names no lower age."""
    to: float | None
    meaning: str
    """stated; studied: only research or a recognition covers it; depends: on a condition or words that no question asks"""
    line: FitLine


def age_facts(method: Method) -> Iterator[AgeFact]:
    """Statements about the age of the child. An age of a parent in weeks of pregnancy means the moment in the pregnancy, so
    it ends at birth; other ages of parents are not about this question."""
    for statement in method.target_group.ages:
        of_child = statement.whose is None or statement.whose.id == "child"
        in_pregnancy = any(age and age.unit == "weeks" for age in (statement.first, statement.end))
        if of_child or in_pregnancy:
            to = statement.end.months if statement.end else None if of_child else 0
            yield AgeFact(
                _rounded(statement.first.months if statement.first else None),
                _rounded(to),
                _meaning(statement),
                FitLine(ages(statement), "past", statement.sources, "Leeftijd"),
            )


def _meaning(statement: AgeRange) -> str:
    if statement.condition or statement.words:
        return "depends"
    return "stated" if statement.basis is None or statement.basis.id == "offered" else "studied"


def _rounded(months: float | None) -> float | None:
    return None if months is None else round(months, 2)


def fit_facts(method: Method) -> Iterator[FitFact]:
    """Everything the card says on the other questions."""
    for criterion in method.target_group.includes:
        yield from _criterion_facts(criterion, included=True)
    for criterion in method.target_group.excludes:
        yield from _criterion_facts(criterion, included=False)
    yield from _recipient_facts(method)
    yield from _problem_facts(method)
    yield from _division_facts(method)
    yield from _theme_facts(method)
    for place in method.regions:
        yield _place_fact(place, method)


def _criterion_facts(criterion: Criterion, *, included: bool) -> Iterator[FitFact]:
    """A criterion for inclusion must be met, one for exclusion must not. A problem that was not ticked may still exist, so a
    criterion that asks for a problem gives a yes and rules nothing out."""
    line = FitLine(criterion.criterion, "past", criterion.sources, "" if included else "Niet voor")
    for field, question in _QUESTION_OF_FIELD.items() if criterion.when else ():
        if terms := getattr(criterion.when, field):
            verdict = "no" if not included else "yes" if field == "problems" else "only"
            yield FitFact(question, verdict, tuple(term.id for term in terms), line)


def _recipient_facts(method: Method) -> Iterator[FitFact]:
    people = {person.id: person.nl for person in method.target_group.recipients}
    if people:
        found = set(people)
        if "family" in found:
            found |= {"child", "parent"}
        elif {"child", "parent"} <= found:
            found.add("family")
        yield FitFact(
            "wie",
            "yes",
            tuple(sorted(found)),
            FitLine(listed(list(people.values())), "past", method.target_group.sources, "Wie krijgt hulp"),
        )


def _problem_facts(method: Method) -> Iterator[FitFact]:
    problems = {problem.id: problem.nl for problem in method.target_group.problems}
    if not problems:
        return
    line = FitLine(listed(list(problems.values())), "past", method.target_group.sources, "Wat er speelt")
    yield FitFact("speelt", "yes", tuple(problem for problem in problems if problem not in PROBLEMS_WITH_OWN_QUESTION), line)
    for problem in problems:
        if problem in PROBLEMS_WITH_OWN_QUESTION:
            question, answers = PROBLEMS_WITH_OWN_QUESTION[problem]
            yield FitFact(question, "unknown" if problem in COVERS_OPPOSITES else "yes", answers, line)


def _division_facts(method: Method) -> Iterator[FitFact]:
    """The named frames are the only ones, unless the card says that its list is incomplete. Pressure is between voluntary and
    compulsory, so a card that names voluntary help decides nothing about it."""
    division = method.classification
    if division is None:
        return
    frame = {term.id: term.nl for term in division.frame}
    if frame:
        line = FitLine(listed(list(frame.values())), "indeling", division.sources, "Kader", division.note or "")
        yield FitFact("kader", "yes", tuple(frame), line)
        if not division.frame_incomplete:
            yield from (FitFact("kader", verdict, (answer,), line) for answer, verdict in _other_frames(set(frame)))
    for form in division.care_form:
        if form.id in _ANSWERS_OF_CARE_FORM:
            yield FitFact(
                "woont", "yes", _ANSWERS_OF_CARE_FORM[form.id], FitLine(form.nl, "indeling", division.sources, "Hulpvorm")
            )


def _other_frames(named: set[str]) -> Iterator[tuple[str, str]]:
    for answer in ("voluntary", "pressure", "compulsory"):
        if answer not in named:
            yield answer, "unknown" if answer == "pressure" and "voluntary" in named else "no"


def _theme_facts(method: Method) -> Iterator[FitFact]:
    for goal in method.goals:
        if goal.theme.id in _ANSWERS_OF_THEME:
            yield FitFact("woont", "yes", _ANSWERS_OF_THEME[goal.theme.id], FitLine(goal.text, "doelen", goal.sources, "Doel"))


def _place_fact(place: Place, method: Method) -> FitFact:
    """A place is a yes only if, as far as the card knows, the method is still offered there; the whole country only if there
    is no remark."""
    ended = place.period is not None and (place.period.to is not None or place.period.note is not None)
    national = place.region.covers == "everywhere"
    is_there = _is_offered(method) and not ended and not (national and place.note)
    remarks = [period(place.period) if place.period else "", place.note or ""]
    line = FitLine(place.region.nl, "waar", place.sources, "Waar", "; ".join(filter(None, remarks)))
    return FitFact("gemeente", "yes" if is_there else "unknown", (ANYWHERE if national else place.region.id,), line)


def _is_offered(method: Method) -> bool:
    """Whether the method may be there for a family, as far as the card knows."""
    return method.status.phase.id in GOING_ON and availability_of(method).answer != "no"


class MethodFit(NamedTuple):
    """One method in two parts: `compact` decides and is loaded for all methods; `words` is loaded for those shown."""

    compact: dict[str, Any]
    words: dict[str, Any]


def method_fit(method: Method) -> MethodFit:
    lines: dict[FitLine, int] = {}
    available, door = availability_of(method), door_of(method)

    def at(line: FitLine) -> int:
        return lines.setdefault(line, len(lines))

    says: dict[str, list[Any]] = {}
    if stated := [[fact.from_, fact.to, fact.meaning, at(fact.line)] for fact in age_facts(method)]:
        says["leeftijd"] = stated
    for fact in fit_facts(method):
        says.setdefault(fact.question, []).append([fact.verdict, fact.answers, at(fact.line)])
    compact = {"id": method.id, "name": method.name, "now": available.answer, "says": says}
    words = {
        "line": line_of(method),
        "now": {"text": available.text, "detail": available.detail},
        "door": door._asdict() if door else None,
        "lines": [_line_data(line) for line in lines],
    }
    return MethodFit(compact, words)


def _line_data(line: FitLine) -> dict[str, Any]:
    return {
        "label": line.label,
        "text": line.text,
        "detail": line.detail,
        "section": line.section,
        "sources": list(map(citation_text, line.sources)),
    }


def method_fits(library: Library) -> Iterator[tuple[str, MethodFit]]:
    """Every method by name."""
    for method in by_name(library.methods.values()):
        yield method.id, method_fit(method)
