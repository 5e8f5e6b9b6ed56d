"""The judged questions of queries.yml, asked of the library in Node.

Cards come and go, and a new one may rightly come first: so not every question has to hold, but a share of them. What must
hold whatever the cards are, is in test_search.py.
"""

import pytest
from paths import ROOT, TESTS

from macros.library.library import Library
from scripts.judging.asking import ask, read_questions
from scripts.judging.expectations import Answer, Question, compute_figures, find_broken

QUESTIONS = read_questions(TESTS / "real_library" / "queries.yml")
HOLDING = 0.95
FIRSTS = 0.9
NOTHING = 15
Judged = list[tuple[Question, Answer]]


@pytest.fixture(scope="module")
def judged(library: Library) -> Judged:
    return list(zip(QUESTIONS, ask(library, [one["q"] for one in QUESTIONS]), strict=True))


def test_nearly_all_questions_hold(judged: Judged) -> None:
    broken = {question["q"]: found for question, answer in judged if (found := find_broken(question, answer))}
    figures = compute_figures(judged)
    assert figures.holding >= HOLDING * figures.questions, broken
    assert figures.firsts >= FIRSTS, broken


def test_what_is_not_there_is_not_found(judged: Judged) -> None:
    absent = [(question, answer) for question, answer in judged if question.get("nothing")]
    assert len(absent) >= NOTHING
    found = {question["q"]: answer["hits"] for question, answer in absent if answer["hits"]}
    assert len(found) <= (1 - HOLDING) * len(absent), found


def test_a_question_with_other_expectations_is_broken(judged: Judged) -> None:
    question, answer = next(one for one in judged if one[0].get("first"))
    other = {"q": question["q"], "first": "no-method", "nothing": True}
    assert len(find_broken(other, answer)) == 2


def test_a_word_on_nearly_every_card_neither_blocks_nor_decides(library: Library) -> None:
    plain, *longer = ask(library, ["spijbelen", "kind spijbelen", "spijbelen gezin hulp"])
    found = [[hit["id"] for hit in answer["hits"]] for answer in (plain, *longer)]
    assert found[0]
    assert [sorted(ids) for ids in found[1:]] == [sorted(found[0])] * 2


def test_the_page_about_the_search_tells_how_many_questions_there_are_and_what_share_must_hold() -> None:
    text = (ROOT / "docs" / "over" / "zoeken.md").read_text(encoding="utf-8")
    absent = sum(1 for question in QUESTIONS if question.get("nothing"))
    assert f"{len(QUESTIONS)} vragen; van {absent} staat vast" in text
    assert f"{HOLDING:.0%}".replace("%", " procent") in text
    assert f"{FIRSTS:.0%}".replace("%", " procent") in text
