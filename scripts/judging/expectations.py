"""What questions should find, and how far the answers of the search do: one by one, and as figures for a whole set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import mean
from typing import Any, NamedTuple

Question = Mapping[str, Any]
Answer = Mapping[str, Any]
"""The result of docs/assets/search/engine.js: at least `hits` and `meanings`."""


class Figures(NamedTuple):
    questions: int
    holding: int
    recall: float
    """Share of the expected methods that were found."""
    firsts: float
    """Share of the questions with an expected first method that have it first."""
    reciprocal_rank: float
    """Mean reciprocal rank: the mean of 1 / rank of the first expected method."""


def find_broken(question: Question, answer: Answer) -> list[str]:
    """The expectations of a question that its answer does not meet."""
    return list(_broken_expectations(question, answer))


def _broken_expectations(question: Question, answer: Answer) -> Iterator[str]:
    found = _ids(answer)
    if "first" in question and found[:1] != [question["first"]]:
        yield f"first is {found[:1]}, not {question['first']}"
    yield from (
        f"{method} is not among the first three: {found[:3]}" for method in question.get("top3", ()) if method not in found[:3]
    )
    yield from (f"{method} is not found" for method in question.get("finds", ()) if method not in found)
    yield from (f"{method} is found" for method in question.get("not", ()) if method in found)
    offered = [meaning["label"] for meaning in answer["meanings"]]
    yield from (f"{meaning} is not offered" for meaning in question.get("asks", ()) if meaning not in offered)
    if "nearest" in answer and "nearest" in question and answer["nearest"] != question["nearest"]:
        yield f"nearest is {answer['nearest']}"
    if question.get("nothing") and (found or not answer.get("nearest", True)):
        yield f"{found[:3]} are found, and not nothing"


def compute_figures(judged: Sequence[tuple[Question, Answer]]) -> Figures:
    """The figures of questions with their answers."""
    firsts = [_ids(answer)[:1] == [question["first"]] for question, answer in judged if "first" in question]
    return Figures(
        questions=len(judged),
        holding=sum(not find_broken(question, answer) for question, answer in judged),
        recall=mean(method in _ids(answer) for question, answer in judged for method in _wanted(question)),
        firsts=mean(firsts),
        reciprocal_rank=mean(_reciprocal_ranks(judged)),
    )


def _reciprocal_ranks(judged: Iterable[tuple[Question, Answer]]) -> Iterator[float]:
    for question, answer in judged:
        if wanted := _wanted(question):
            ranks = [rank for rank, method in enumerate(_ids(answer), 1) if method in wanted]
            yield 1 / ranks[0] if ranks else 0.0


def _wanted(question: Question) -> list[str]:
    first = [question["first"]] if "first" in question else []
    return [*first, *question.get("top3", ()), *question.get("finds", ())]


def _ids(answer: Answer) -> list[str]:
    return [hit["id"] for hit in answer["hits"]]
