"""The short answers of a method: what the first screen of its card, a row of a list and the nine rows of a comparison show.

Each answer is made once here, from the words of the lists and from numbers, so that no two pages say it differently.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.library.library import Library
from macros.model.data import Term
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.results import Proportion
from macros.model.sources import Citation
from macros.views.common.availability import Availability, Door, availability_of, door_of
from macros.views.common.comparability import NO_LONGER
from macros.views.common.dose import duration_text
from macros.views.common.dutch import age_range, listed
from macros.views.common.lines import RowContext, join_remarks, row_context
from macros.views.common.short import LONGEST, first_sentence, line_of, sentence, shortened
from macros.views.common.wording import cost_conditions, cost_text, level_text, price_year, recognition_age, state_text
from macros.views.evidence.main_result import main_outcome
from macros.views.evidence.number_text import NumberText, number_of
from macros.views.evidence.outcomes import compared_with
from macros.views.evidence.plots import EffectPlot, Plot, effect_plot_of, plot_of
from macros.views.evidence.result_chart import MOST_ICONS
from macros.views.evidence.studies import is_of_this_method, subject_of
from macros.views.evidence.verdicts import in_time
from macros.views.evidence.weighing import Fact, four_facts
from macros.views.missing.why_empty import empty_lines

DIRECTION_GLYPHS = {"favourable": "▲", "none": "=", "unfavourable": "▼", "mixed": "◆"}
"""Direction → a plain glyph in the colour of the text; never without its word."""
NO_RESULT = "nog geen resultaat bekend"
MOST_PROBLEMS = 4
"""With more words than this for what is going on the first are named."""
MOST_STATEMENTS = 2
"""Ages or durations of one card in a short answer; the others stand on the card."""


class ShortAnswer(NamedTuple):
    """A short answer."""

    text: str
    detail: str | None
    is_known: bool
    sources: tuple[Citation, ...] = ()
    """Who says so; none for what is not known."""


class MainResult(NamedTuple):
    """The result on top, with what weighs it."""

    anchor: str
    measure: Term
    number: NumberText
    is_worded: bool
    population: str | None
    sentence: str
    """The first sentence of what was found."""
    compared: str | None
    """What the group to compare with reached."""
    subject: str | None
    """What the study is about and where it was done, if that is not this method in the Netherlands."""
    icons: tuple[int, int] | None
    """(how many, of how many) for a small group"""
    plot: Plot | None
    effect: EffectPlot | None
    direction: Term
    glyph: str
    facts: tuple[Fact, ...]
    caveat: str | None
    is_of_this_method: bool
    sources: tuple[Citation, ...]
    study_sources: tuple[Citation, ...]
    """Who says how it was measured."""


class KeyFacts(NamedTuple):
    line: str
    """What the method is, in one sentence."""
    availability: Availability
    door: Door | None
    main: MainResult | None
    result: ShortAnswer
    """The same in one line, with all that weighs it: a list never shows less of a number than the card."""
    not_to_conclude: str
    """What a reader may not take from the result on top."""
    more_results: int
    """How many results there are beside the one on top."""
    whom: ShortAnswer
    ages: ShortAnswer
    frame: ShortAnswer
    duration: ShortAnswer
    cost: ShortAnswer
    recognition: ShortAnswer


def key_facts(method: Method, library: Library) -> KeyFacts:
    """The short answers of one method."""
    context = row_context(library)
    outcome = main_outcome(method)
    main = main_result(outcome) if outcome else None
    return KeyFacts(
        line=line_of(method),
        availability=availability_of(method),
        door=door_of(method),
        main=main,
        result=_result(main),
        not_to_conclude=not_to_conclude(method, main),
        more_results=max(0, len(method.outcomes) - 1),
        whom=_whom(method),
        ages=_ages(method),
        frame=_frame(method),
        duration=_duration(method),
        cost=_cost(method),
        recognition=_recognition(method, context),
    )


def main_result(outcome: Outcome) -> MainResult:
    """A result as it stands on top of a card."""
    result = outcome.result
    small = isinstance(result, Proportion) and result.of <= MOST_ICONS
    return MainResult(
        anchor=outcome_anchor(outcome),
        measure=outcome.measure,
        number=number_of(outcome),
        is_worded=result.kind in ("words", "none-yet"),
        population=outcome.population,
        sentence=sentence(first_sentence(outcome.statement, LONGEST)),
        compared=compared_with(outcome),
        subject=join_remarks(*subject_of(outcome.study)),
        icons=(result.count, result.of) if small else None,
        plot=None if small else plot_of(outcome),
        effect=effect_plot_of(outcome),
        direction=outcome.direction,
        glyph=DIRECTION_GLYPHS.get(outcome.direction.id, "?"),
        facts=four_facts(outcome),
        caveat=outcome.caveat,
        is_of_this_method=is_of_this_method(outcome.study),
        sources=outcome.sources,
        study_sources=outcome.study.sources,
    )


def _result(main: MainResult | None) -> ShortAnswer:
    if main is None:
        return ShortAnswer(NO_RESULT, None, False)
    compared = f"vergelijkingsgroep: {main.compared}" if main.compared else None
    about = f"{main.measure.nl}: {main.direction.nl}"
    people = f"bij: {main.population}" if main.population else None
    subject = f"het onderzoek: {main.subject}" if main.subject else None
    return ShortAnswer(
        main.number.headline, join_remarks(main.number.remark, compared, about, people, subject), True, main.sources
    )


def empty_answer(method: Method, field: str) -> ShortAnswer:
    """Why there is no answer: onbekend, looked for and not found, or does not apply."""
    line = empty_lines(method, field)[0]
    return ShortAnswer(line.text, line.detail, False)


def _known(texts: Sequence[str], sources: tuple[Citation, ...], method: Method, field: str) -> ShortAnswer:
    return ShortAnswer(shortened("; ".join(texts), LONGEST), None, True, sources) if texts else empty_answer(method, field)


def _all_of(many: Iterable[tuple[Citation, ...]]) -> tuple[Citation, ...]:
    return tuple(chain.from_iterable(many))


def _whom(method: Method) -> ShortAnswer:
    """The words for what is going on, else the first sentence of the description."""
    problems = [problem.nl for problem in method.target_group.problems]
    if len(problems) > MOST_PROBLEMS:
        return ShortAnswer(f"{', '.join(problems[: MOST_PROBLEMS - 1])} en meer", None, True, method.target_group.sources)
    text = listed(problems) or first_sentence(method.target_group.description, LONGEST)
    return ShortAnswer(text, None, True, method.target_group.sources)


def _ages(method: Method) -> ShortAnswer:
    """Of the child; other ages stand on the card."""
    of_child = [one for one in method.target_group.ages if one.whose is None or one.whose.id == "child"]
    texts: dict[str, tuple[Citation, ...]] = {}
    for one in of_child or method.target_group.ages:
        texts[age_range(one)] = (*texts.get(age_range(one), ()), *one.sources)
    shown = list(texts)[:MOST_STATEMENTS]
    return _known(shown, _all_of(texts[text] for text in shown), method, "target_group.ages")


def _frame(method: Method) -> ShortAnswer:
    division = method.classification
    if division is None or not division.frame:
        return empty_answer(method, "classification.frame")
    return ShortAnswer(shortened(listed([term.nl for term in division.frame]), LONGEST), None, True, division.sources)


def _duration(method: Method) -> ShortAnswer:
    found = [(text[0], one.sources) for one in method.intensity if (text := duration_text(one))][:MOST_STATEMENTS]
    return _known([text for text, _ in found], _all_of(sources for _, sources in found), method, "intensity")


def _cost(method: Method) -> ShortAnswer:
    """The first amount with its price year; that there are more, or only words, is said."""
    if method.costs:
        first, more = method.costs[0], len(method.costs) - 1
        others = f"nog {more} {'bedrag' if more == 1 else 'bedragen'} op de kaart" if more else None
        detail = join_remarks(first.covers, cost_conditions(first), price_year(first), others)
        return ShortAnswer(cost_text(first), detail, True, first.sources)
    if method.cost_statements:
        first_said = method.cost_statements[0]
        said = shortened(first_sentence(first_said.says, LONGEST), LONGEST)
        return ShortAnswer("geen bedrag bekend", said, False, first_said.sources)
    return empty_answer(method, "costs")


def _recognition(method: Method, context: RowContext) -> ShortAnswer:
    """The latest decision: each level with what it is about, how old it is and whether it still holds. One that does not hold, or
    no longer, is shown only if there is no other, and its state comes first."""
    decisions = in_time(method.recognitions)
    if not decisions:
        return empty_answer(method, "recognitions")
    standing = [one for one in decisions if not (one.state and one.state.id in NO_LONGER)]
    last = (standing or decisions)[-1]
    levels = listed([level_text(verdict) for verdict in last.verdicts]) or last.body.name
    text = levels if standing else f"{state_text(last)}: {levels}"
    others = len(decisions) - 1
    more = f"nog {others} {'besluit' if others == 1 else 'besluiten'} op de kaart" if others else None
    by = f"{last.body.name}, {recognition_age(last, context.today)}"
    return ShortAnswer(text, join_remarks(by, state_text(last) if standing else None, more), True, last.sources)


def not_to_conclude(method: Method, main: MainResult | None) -> str:
    """What a reader may not take from the result on top: the sentence of the card, else what the four facts say."""
    if method.not_to_conclude:
        return method.not_to_conclude
    if main is None:
        return "dat de methode niet werkt. Geen resultaat gevonden is iets anders dan geen effect."
    if not main.is_of_this_method:
        return f"dat dit ook voor deze methode geldt: het onderzoek {main.subject}."
    numbers, comparison = main.facts[:2]
    if comparison.answer != "yes":
        missing = (
            "er is geen andere groep genoemd" if comparison.answer == "no" else "wat een andere groep bereikte, is niet bekend"
        )
        return f"dat dit door de methode komt: {missing}."
    if numbers.answer != "yes":
        return f"hoe groot of hoe zeker dit is: {numbers.text}."
    return "dat het in elk gezin zo gaat. Dit zegt iets over de hele groep, en alleen over wat er is gemeten."
