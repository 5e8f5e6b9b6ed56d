"""The words that the code names stand in the lists: one that is taken away there would change what pages say unseen."""

from macros.library.library import Library
from macros.model.dose import DAYS
from macros.model.results import RATIO_METRICS
from macros.views.common.availability import ENDED
from macros.views.common.comparability import COUNTABLE, MULTIPLIED_BY, NO_LONGER
from macros.views.common.wording import GOING_ON
from macros.views.evidence.evidence_map import STATES
from macros.views.evidence.measures import ASKED_FIRST
from macros.views.evidence.studies import DONE, HERE, THIS_METHOD
from macros.views.fit.questions import _ANSWER_TEXTS, _PEOPLE, PROBLEMS_WITH_OWN_QUESTION
from macros.views.fit.statements import _ANSWERS_OF_CARE_FORM, _ANSWERS_OF_THEME
from macros.views.missing.missing import _NEEDED_FOR_STEP

NAMED = {
    "care-form": _ANSWERS_OF_CARE_FORM,
    "cost-unit": (*COUNTABLE, *MULTIPLIED_BY),
    "direction": STATES,
    "effect-ladder": _NEEDED_FOR_STEP,
    "effect-metric": RATIO_METRICS,
    "measure": ASKED_FIRST,
    "person": _PEOPLE,
    "phase": (*GOING_ON, *ENDED),
    "problem": PROBLEMS_WITH_OWN_QUESTION,
    "recognition-state": NO_LONGER,
    "country": (HERE,),
    "study-about": (THIS_METHOD,),
    "study-state": (DONE,),
    "theme": _ANSWERS_OF_THEME,
    "time-unit": DAYS,
    "unit": ("unknown",),
    "yes-no": ("yes", "no", "unknown"),
}
"""Name of a list → its words that the code names."""


def test_every_word_that_the_code_names_stands_in_its_list(library: Library) -> None:
    for name, words in NAMED.items():
        assert set(words) <= set(library.vocabularies[name].terms), name


def test_every_text_of_an_answer_belongs_to_a_word(library: Library) -> None:
    words = {term for name in ("person", "frame", "safety", "living") for term in library.vocabularies[name].terms}
    assert set(_ANSWER_TEXTS) <= words
