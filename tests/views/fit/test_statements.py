"""What a card says on the questions of "Past het?", and the files that the page fetches."""

import json
from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.library.library import Library
from macros.model.method import Method
from macros.site.files.fit import fit_files
from macros.views.common.availability import availability_of
from macros.views.fit.questions import MOST_SHOWN, PROBLEMS_WITH_OWN_QUESTION, list_questions, months_of_units
from macros.views.fit.statements import age_facts, fit_facts, method_fit


def a_method(root: Root, **changes: Any) -> Method:
    group = {"description": "Gezinnen.", "sources": SOURCES, **changes.pop("target_group", {})}
    return root.method(a_card(target_group=group, **changes))


def said(method: Method, question: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(fact.verdict, fact.answers) for fact in fit_facts(method) if fact.question == question}


def an_age(**changes: Any) -> dict[str, Any]:
    return {"ages": [{"sources": SOURCES, **changes}]}


def a_criterion(**when: Any) -> dict[str, Any]:
    return {"criterion": "Zo is het.", "about": "child", "when": when, "sources": SOURCES}


AGES = [
    ({"from": 0, "to": 18}, (0, 216, "stated")),
    ({"from": "-5mo", "to": "30mo", "basis": "offered"}, (-5, 30, "stated")),
    ({"to": 4}, (None, 48, "stated")),
    ({"all_ages": "true"}, (None, None, "stated")),
    ({"from": 2, "to": 7}, (24, 84, "stated")),
    ({"from": 2, "through": 6}, (24, 84, "stated")),  # the same, as another source writes it
    ({"through": "30mo"}, (None, 31, "stated")),
    ({"school": {"from": "groep-3", "to": "groep-4"}}, (72, 96, "stated")),
    ({"words": "schoolgaand"}, (None, None, "depends")),
    ({"from": 4, "to": 12, "basis": "evaluated"}, (48, 144, "studied")),
    ({"from": 4, "to": 12, "basis": "recognised"}, (48, 144, "studied")),
    ({"from": 4, "to": 12, "condition": "met toestemming"}, (48, 144, "depends")),
    ({"from": "16wk", "whose": "parent"}, (-5.54, 0, "stated")),  # a moment in the pregnancy, which ends at birth
]


@pytest.mark.parametrize("written,expected", AGES)
def test_an_age_becomes_months_since_birth_and_keeps_on_what_it_rests(example: Root, written: Any, expected: Any) -> None:
    [found] = age_facts(a_method(example, target_group=an_age(**written)))
    assert found[:3] == expected


def test_the_age_of_a_parent_says_nothing_of_the_child(example: Root) -> None:
    assert list(age_facts(a_method(example, target_group=an_age(to=25, whose="parent")))) == []


def test_lists_confirm_what_they_name_and_rule_nothing_out(example: Root) -> None:
    method = a_method(
        example,
        target_group={"recipients": ["parent", "child"], "problems": ["debts"]},
        regions=[{"region": "voorbeeldstad", "sources": SOURCES}],
    )
    assert said(method, "wie") == {("yes", ("child", "family", "parent"))}
    assert said(method, "speelt") == {("yes", ("debts",))}
    assert said(method, "gemeente") == {("yes", ("voorbeeldstad",))}


FRAMES = [
    (["voluntary"], False, {("yes", ("voluntary",)), ("unknown", ("pressure",)), ("no", ("compulsory",))}),
    (["compulsory"], False, {("yes", ("compulsory",)), ("no", ("pressure",)), ("no", ("voluntary",))}),
    (["voluntary", "compulsory"], False, {("yes", ("voluntary", "compulsory")), ("unknown", ("pressure",))}),
    (["voluntary"], True, {("yes", ("voluntary",))}),
]


@pytest.mark.parametrize("frame,incomplete,expected", FRAMES)
def test_a_stated_frame_rules_out_the_others_unless_the_card_says_it_is_not_all(
    example: Root, frame: Any, incomplete: bool, expected: Any
) -> None:
    division = {"frame": frame, "frame_incomplete": str(incomplete).lower(), "sources": SOURCES}
    assert said(a_method(example, classification=division), "kader") == expected


def test_who_is_included_must_meet_a_criterion_and_who_is_excluded_must_not(example: Root) -> None:
    group = {"includes": [a_criterion(living=["placed"], safety=["unsafe"])], "excludes": [a_criterion(disability=["child"])]}
    method = a_method(example, target_group=group)
    assert ("only", ("placed",)) in said(method, "woont")
    assert said(method, "veilig") == {("only", ("unsafe",))}
    assert said(method, "beperking") == {("no", ("child",))}


def test_a_problem_that_is_not_ticked_may_still_be_there(example: Root) -> None:
    group = {"includes": [a_criterion(problems=["debts"])], "excludes": [a_criterion(problems=["divorce"])]}
    assert said(a_method(example, target_group=group), "speelt") == {("yes", ("debts",)), ("no", ("divorce",))}


def test_a_criterion_without_answers_decides_nothing(example: Root) -> None:
    group = {"includes": [{"criterion": "Zo is het.", "about": "child", "sources": SOURCES}]}
    assert [fact for fact in fit_facts(a_method(example, target_group=group)) if fact.line.section == "past"] == []


PLACES = [
    ({}, "running", "yes"),
    ({}, "completed", "unknown"),
    ({}, "unknown", "unknown"),
    ({"period": {"from": 2020}}, "running", "yes"),
    ({"period": {"from": 2017, "to": 2017}}, "running", "unknown"),
    ({"period": {"from": 2020, "note": "daarna niet bekend"}}, "running", "unknown"),
]


@pytest.mark.parametrize("changes,phase,verdict", PLACES)
def test_a_place_is_certain_only_while_the_method_is_there(example: Root, changes: Any, phase: str, verdict: str) -> None:
    place = {"region": "voorbeeldstad", "sources": SOURCES, **changes}
    method = a_method(example, regions=[place], status={"phase": phase, "sources": SOURCES})
    assert said(method, "gemeente") == {(verdict, ("voorbeeldstad",))}


def test_the_whole_country_is_every_place_but_not_with_a_reservation(example: Root) -> None:
    country = {"region": "nederland", "sources": SOURCES}
    assert said(a_method(example, regions=[country]), "gemeente") == {("yes", ("*",))}
    assert said(a_method(example, regions=[{**country, "note": "niet overal"}]), "gemeente") == {("unknown", ("*",))}


STANDS: list[tuple[Any, Any, str]] = [
    ("running", None, "unknown"),
    ("running", "yes", "yes"),
    ("running", "no", "no"),
    ("stopped", None, "no"),
    ("stopped", "yes", "no"),
    ("unknown", None, "unknown"),
]


@pytest.mark.parametrize(("phase", "intake", "now"), STANDS)
def test_whether_a_family_can_go_there_now_is_what_the_card_says_on_top(
    example: Root, phase: str, intake: str | None, now: str
) -> None:
    reasons = [{"reason": "Geen geld.", "sources": SOURCES}] if phase == "stopped" else []
    changes: dict[str, Any] = {"status": {"phase": phase, "reasons": reasons, "sources": SOURCES}}
    if intake:
        changes["intake"] = {"open": intake, "as_of": "2024-03", "sources": SOURCES}
    method = a_method(example, **changes)
    found, on_card = method_fit(method), availability_of(method)
    assert found.compact["now"] == on_card.answer == now
    assert found.words["now"] == {"text": on_card.text, "detail": on_card.detail}


def test_whom_to_ask_is_whom_the_card_names(example: Root) -> None:
    contact = {"organisation": "voorbeeldgemeente", "url": "https://voorbeeld.example/vraag"}
    door = method_fit(a_method(example, contact=contact)).words["door"]
    assert (door["label"], door["link"]) == ("Contact", "https://voorbeeld.example/vraag")
    assert method_fit(a_method(example)).words["door"]["label"] == "Eigenaar"
    assert method_fit(a_method(example, owners=...)).words["door"] is None


def test_a_word_that_covers_a_child_at_home_and_one_elsewhere_decides_neither(example: Root) -> None:
    method = a_method(example, goals=..., target_group={"problems": ["out-of-home-placement"]})
    assert said(method, "woont") == {("unknown", ("at-risk", "placed"))}


def test_a_criterion_must_name_an_answer(example: Root) -> None:
    problems = example.problems(a_card(target_group={"description": "x", "includes": [a_criterion()], "sources": SOURCES}))
    assert [problem.code for problem in problems] == ["when_empty"]


# the real library


def test_at_most_eight_questions_with_answers_and_nothing_asked_twice(library: Library) -> None:
    asked = list_questions(library)
    assert len(asked) <= 8
    assert all(question.answers for question in asked)
    answers = {question.id: {answer.id for answer in question.answers} for question in asked}
    assert len(answers) == len(asked)
    assert not answers["speelt"] & PROBLEMS_WITH_OWN_QUESTION.keys()
    for question, same in PROBLEMS_WITH_OWN_QUESTION.values():
        assert set(same) <= answers[question]
    for question in asked:
        assert set(question.ordinary) <= answers[question.id]


def test_a_long_list_of_answers_shows_what_most_cards_name_and_folds_the_rest(library: Library) -> None:
    problems = next(question for question in list_questions(library) if question.id == "speelt")
    named = [
        sum(any(one.id == answer.id for one in method.target_group.problems) for method in library.methods.values())
        for answer in problems.answers
    ]
    assert problems.shown + problems.folded == problems.answers
    assert not problems.folded or len(problems.shown) == MOST_SHOWN
    assert all(named[at] >= 1 for at in range(len(problems.shown)))
    for question in list_questions(library):
        if question.kind != "many":
            assert question.shown == question.answers and not question.folded


def test_units_of_age_count_as_the_model_does() -> None:
    units = months_of_units()
    assert units["jaar"] == (0, 12) and units["maanden"] == (0, 1)
    nought, one = units["zwanger"]
    assert nought + 40 * one == pytest.approx(0, abs=0.01)


def test_everything_a_card_says_is_an_answer_to_a_question(library: Library) -> None:
    answers = {question.id: {answer.id for answer in question.answers} for question in list_questions(library)}
    for method in library.methods.values():
        for fact in fit_facts(method):
            unknown = set(fact.answers) - answers[fact.question] - {"*", "aruba"}
            assert not unknown, (method.id, fact)


def test_every_statement_stands_on_the_card_with_a_source(library: Library) -> None:
    sections = {"past", "indeling", "doelen", "waar", "kern"}
    for method in library.methods.values():
        words = method_fit(method).words
        assert bool(words["lines"]) == bool([*age_facts(method), *fit_facts(method)]), method.id
        for line in words["lines"]:
            assert line["text"] and line["sources"] and line["section"] in sections, (method.id, line)


def test_one_file_judges_all_methods_and_each_has_its_words(library: Library) -> None:
    files = dict(fit_files(library))
    book = json.loads(files["past-het/methoden.json"])
    assert {method["id"] for method in book["methods"]} == set(library.methods)
    assert {f"past-het/methoden/{method_id}.json" for method_id in library.methods} == files.keys() - {"past-het/methoden.json"}
    for method in book["methods"]:
        lines = json.loads(files[f"past-het/methoden/{method['id']}.json"])["lines"]
        used = {statement[-1] for statements in method["says"].values() for statement in statements}
        assert used == set(range(len(lines)))
