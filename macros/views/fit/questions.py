"""The questions of the page "Past het?": their texts and answers, and the answers about which a card may be silent.

The form on the page and the file for its script are both made from this list, so each question is written once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.age import Age
from macros.model.data import Term
from macros.views.common.dutch import capital

OTHER_PLACE = "elders"
PROBLEMS_WITH_OWN_QUESTION = {
    "unsafe-home": ("veilig", ("worries", "unsafe")),
    "child-maltreatment": ("veilig", ("worries", "unsafe")),
    "domestic-violence": ("veilig", ("worries", "unsafe")),
    "out-of-home-placement": ("woont", ("at-risk", "placed")),
    "disability": ("beperking", ("child", "parent", "both")),
    "parental-disability": ("beperking", ("parent", "both")),
}
"""Problem that has a question of its own → (question, answers that mean the same)."""
COVERS_OPPOSITES = frozenset({"out-of-home-placement"})
"""Problems whose word covers answers that exclude each other: a child that lives elsewhere, and one that lives at home while
that is in danger. Such a word decides neither."""
MOST_SHOWN = 10
"""A longer list of answers shows those that most cards name; the others are one step away."""


_PEOPLE = ("child", "parent", "family", "network")
"""Those in and around a family who may need support most; other words for people are no answer to that question."""
_ANSWER_TEXTS = {
    "child": "Het kind of de jongere",
    "parent": "Een ouder of verzorger",
    "family": "Het hele gezin",
    "network": "Familie, vrienden of buren van het gezin",
    "voluntary": "Het gezin kiest zelf",
    "pressure": "Er is drang, maar geen maatregel",
    "compulsory": "Er is een maatregel van de rechter, zoals een ondertoezichtstelling (OTS)",
    "safe": "Veilig",
    "worries": "Er zijn zorgen, of er is een melding bij Veilig Thuis",
    "unsafe": "Niet veilig: er is mishandeling, verwaarlozing of geweld",
    "placed": "Nee, uit huis geplaatst",
    "at-home": "Ja",
    "at-risk": "Ja, maar uithuisplaatsing dreigt",
}
"""Term → text of the answer, if the name of the term does not answer the question."""


class Answer(NamedTuple):
    id: str
    text: str


class Question(NamedTuple):
    id: str
    """Its key in the address of the page, therefore Dutch and short."""
    label: str
    """Shown before the verdict on this question."""
    legend: str
    hint: str
    kind: str
    """age; one (of several); many (of several); place (one of very many)"""
    answers: tuple[Answer, ...]
    ordinary: tuple[str, ...] = ()
    """Answers about which a card may be silent: most children live at home, safe and without a disability, and a method
    that says nothing about it fits them as well. For all other answers silence means unknown."""

    @property
    def shown(self) -> tuple[Answer, ...]:
        """The answers that stand there at once."""
        return self.answers[:MOST_SHOWN] if self._is_long else self.answers

    @property
    def folded(self) -> tuple[Answer, ...]:
        """The answers behind "Meer antwoorden"."""
        return self.answers[MOST_SHOWN:] if self._is_long else ()

    @property
    def _is_long(self) -> bool:
        return self.kind == "many" and len(self.answers) > MOST_SHOWN + 2


def list_questions(library: Library) -> tuple[Question, ...]:
    """All questions, at most eight, in the order of a conversation."""
    words = {name: vocabulary.terms for name, vocabulary in library.vocabularies.items()}
    named = _named_problems(library)
    asked = named.keys() - PROBLEMS_WITH_OWN_QUESTION.keys()
    problems = sorted((term for term in words["problem"].values() if term.id in asked), key=lambda term: -named[term.id])
    people = [term for term in words["person"].values() if term.id in _PEOPLE]
    regions = sorted((term for term in words["region"].values() if not term.covers), key=lambda term: term.nl)
    return (
        Question(
            "leeftijd",
            "Leeftijd",
            "Hoe oud is het kind?",
            "Is het kind nog niet geboren? Kies dan ‘weken zwanger’. Zijn er meer kinderen? Doorloop de vragen per kind.",
            "age",
            UNITS,
        ),
        Question("wie", "Wie steun nodig heeft", "Voor wie zoekt u hulp?", "", "one", _answers(people)),
        Question(
            "speelt",
            "Wat er speelt",
            "Wat speelt er in het gezin?",
            "U kunt meer antwoorden kiezen.",
            "many",
            _answers(problems, {}),
        ),
        Question("veilig", "Veiligheid", "Hoe veilig is het thuis?", "", "one", _answers(words["safety"].values()), ("safe",)),
        Question(
            "kader", "Kader", "Kiest het gezin zelf voor hulp, of is hulp opgelegd?", "", "one", _answers(words["frame"].values())
        ),
        Question(
            "woont", "Waar het kind woont", "Woont het kind thuis?", "", "one", _answers(words["living"].values()), ("at-home",)
        ),
        Question(
            "beperking",
            "Beperking",
            "Heeft iemand in het gezin een beperking?",
            "Een lichamelijke, verstandelijke of zintuiglijke beperking. Ook een licht verstandelijke beperking (LVB).",
            "one",
            _answers(words["family-disability"].values(), {}),
            ("none",),
        ),
        Question(
            "gemeente",
            "Gemeente",
            "Waar woont het gezin?",
            "Staat uw gemeente er niet bij? Kies dan de laatste.",
            "place",
            (*_answers(regions, {}), Answer(OTHER_PLACE, "Een andere gemeente of wijk")),
        ),
    )


def _named_problems(library: Library) -> Counter[str]:
    """The problems that cards name → how many cards: an answer about which no card says anything would only make the question
    longer."""
    named: Counter[str] = Counter()
    for group in (method.target_group for method in library.methods.values()):
        whens = [criterion.when for criterion in (*group.includes, *group.excludes) if criterion.when]
        named.update({term.id for one in (group, *whens) for term in one.problems})
    return named


UNITS = (Answer("jaar", "jaar"), Answer("maanden", "maanden"), Answer("zwanger", "weken zwanger"))


def months_of_units() -> dict[str, tuple[float, float]]:
    """Unit of age → (months since birth at 0, months in one unit), for the script."""
    names = {"jaar": "years", "maanden": "months", "zwanger": "weeks"}
    starts = {unit: (Age(0, name).months, Age(1, name).months) for unit, name in names.items()}
    return {unit: (round(nought, 4), round(one - nought, 4)) for unit, (nought, one) in starts.items()}


def as_data(asked: Iterable[Question]) -> list[dict[str, Any]]:
    """The questions as plain values, for the script."""
    return [
        {
            "id": question.id,
            "label": question.label,
            "kind": question.kind,
            "ordinary": question.ordinary,
            "answers": {answer.id: answer.text for answer in question.answers},
        }
        for question in asked
    ]


def _answers(terms: Iterable[Term], words: Mapping[str, str] = _ANSWER_TEXTS) -> tuple[Answer, ...]:
    return tuple(Answer(term.id, words.get(term.id) or capital(term.nl)) for term in terms)
