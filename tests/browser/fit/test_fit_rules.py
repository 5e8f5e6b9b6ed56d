"""The rules of "Past het?", case by case and as properties, run in a real browser."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from waiting import patient_context

Judge = Callable[[dict[str, Any], str], dict[str, Any]]


@pytest.fixture(scope="module")
def judge(browser: Browser, address: str) -> Iterator[Judge]:
    """What the rules say of one invented method for an address, by running them in the browser."""
    with patient_context(browser) as context:
        page = context.new_page()
        page.goto(f"{address}past-het/")
        page.evaluate(
            """async () => {
              const [rules, state] = await Promise.all([import('../modules/fit/rules.js'), import('../modules/fit/state.js')]);
              const book = await (await fetch('methoden.json')).json();
              window.judged = (says, search) => {
                const { answers, ignored } = state.read(search, book.questions);
                const again = state.write(answers, book.questions);
                return { ...rules.judge({ id: 'x', name: 'X', says }, answers, book), ignored, again };
              };
            }"""
        )
        yield lambda says, search: page.evaluate("([says, search]) => window.judged(says, search)", [says, search])


STATED = {"leeftijd": [[0, 216, "stated", 0]]}
SMALL = {"leeftijd": [[-5, 30, "stated", 0], [-5.54, 0, "stated", 1]]}
CASES = [
    # age
    (STATED, "", "unknown"),
    (STATED, "#leeftijd=0&eenheid=jaar", "yes"),
    (STATED, "#leeftijd=17", "yes"),
    (STATED, "#leeftijd=18", "unknown"),  # on the edge
    (STATED, "#leeftijd=19", "no"),
    (STATED, "#leeftijd=30&eenheid=zwanger", "no"),
    (SMALL, "#leeftijd=16&eenheid=zwanger", "yes"),
    (SMALL, "#leeftijd=40&eenheid=zwanger", "yes"),
    (SMALL, "#leeftijd=42&eenheid=zwanger", "yes"),
    (SMALL, "#leeftijd=10&eenheid=zwanger", "no"),
    (SMALL, "#leeftijd=29&eenheid=maanden", "yes"),
    (SMALL, "#leeftijd=30&eenheid=maanden", "unknown"),
    (SMALL, "#leeftijd=2&eenheid=jaar", "unknown"),  # the first half of the year only
    (SMALL, "#leeftijd=31&eenheid=maanden", "no"),
    (SMALL, "#leeftijd=10&eenheid=jaar", "no"),  # the statement about the pregnancy ends at birth
    ({"leeftijd": [[0, 30, "stated", 0], [30, 48, "stated", 1]]}, "#leeftijd=2", "yes"),  # together
    ({"leeftijd": [[48, 144, "studied", 0]]}, "#leeftijd=6", "yes"),
    ({"leeftijd": [[48, 144, "studied", 0]]}, "#leeftijd=16", "unknown"),
    ({"leeftijd": [[0, 48, "stated", 0], [48, 144, "studied", 1]]}, "#leeftijd=6", "unknown"),
    ({"leeftijd": [[0, 48, "stated", 0], [48, 144, "studied", 1]]}, "#leeftijd=16", "no"),
    ({"leeftijd": [[48, 144, "depends", 0]]}, "#leeftijd=6", "unknown"),
    ({"leeftijd": [[48, 144, "depends", 0]]}, "#leeftijd=2", "no"),
    ({"leeftijd": [[None, None, "stated", 0]]}, "#leeftijd=16", "yes"),
    ({"leeftijd": [[None, None, "stated", 0]]}, "#leeftijd=20&eenheid=zwanger", "unknown"),
    ({}, "#leeftijd=4", "unknown"),
    # one of several
    ({"woont": [["only", ["placed"], 0]]}, "#woont=placed", "yes"),
    ({"woont": [["only", ["placed"], 0]]}, "#woont=at-home", "no"),
    ({"woont": [["only", ["placed"], 0]]}, "#veilig=safe", "unknown"),
    ({"woont": [["yes", ["placed"], 0]]}, "#woont=at-risk", "unknown"),
    ({"woont": [["yes", ["at-risk"], 0], ["only", ["placed"], 1]]}, "#woont=at-risk", "no"),  # a criterion outweighs a list
    ({"veilig": [["no", ["unsafe"], 0]]}, "#veilig=unsafe", "no"),
    ({"kader": [["unknown", ["pressure"], 0]]}, "#kader=pressure", "unknown"),
    ({"gemeente": [["unknown", ["*"], 0], ["yes", ["terphoek"], 1]]}, "#gemeente=terphoek", "yes"),
    ({"gemeente": [["unknown", ["*"], 0]]}, "#gemeente=elders", "unknown"),
    ({"gemeente": [["yes", ["*"], 0]]}, "#gemeente=elders", "yes"),
    # silence about what is ordinary
    ({**STATED}, "#leeftijd=4&veilig=safe&woont=at-home&beperking=none", "yes"),
    ({**STATED}, "#leeftijd=4&veilig=unsafe", "unknown"),
    ({**STATED}, "#leeftijd=4&beperking=child", "unknown"),
    ({}, "#veilig=safe", "unknown"),
    # several
    ({"speelt": [["yes", ["debts"], 0]]}, "#speelt=debts&speelt=divorce", "yes"),
    ({"speelt": [["yes", ["debts"], 0]]}, "#speelt=divorce", "unknown"),
    ({"speelt": [["yes", ["debts"], 0], ["no", ["divorce"], 1]]}, "#speelt=debts&speelt=divorce", "no"),
    # together
    ({**STATED, "woont": [["only", ["placed"], 1]]}, "#leeftijd=4&woont=at-home", "no"),
    ({**STATED, "wie": [["yes", ["child"], 1]]}, "#leeftijd=4&wie=child", "yes"),
    ({**STATED, "wie": [["yes", ["child"], 1]]}, "#leeftijd=4&wie=network", "unknown"),
]


@pytest.mark.parametrize("says,search,fit", CASES)
def test_a_rule_case_by_case(judge: Judge, says: Any, search: str, fit: str) -> None:
    assert judge(says, search)["fit"] == fit


def test_what_decided_stands_first_and_names_its_line_of_the_card(judge: Judge) -> None:
    found = judge({**STATED, "woont": [["only", ["placed"], 7]]}, "#leeftijd=4&woont=at-home")
    assert [(reason["question"], reason["verdict"]) for reason in found["reasons"]] == [("woont", "no"), ("leeftijd", "yes")]
    assert found["reasons"][0]["lines"] == [7]


def test_problems_that_the_card_does_not_name_are_told(judge: Judge) -> None:
    [reason] = judge({"speelt": [["yes", ["debts"], 0]]}, "#speelt=debts&speelt=divorce")["reasons"]
    assert (reason["verdict"], reason["open"]) == ("yes", ["divorce"])


LIVING, SAFETY = ["at-home", "at-risk", "placed"], ["safe", "worries", "unsafe"]
bound = st.none() | st.integers(-9, 300)
ranges = st.lists(
    st.tuples(bound, bound, st.sampled_from(["stated", "studied", "depends"])).filter(lambda r: None in r[:2] or r[0] <= r[1]),
    max_size=3,
)


def statements(answers: list[str]) -> st.SearchStrategy[list[tuple[str, list[str]]]]:
    return st.lists(
        st.tuples(st.sampled_from(["yes", "no", "only", "unknown"]), st.lists(st.sampled_from(answers), min_size=1, unique=True)),
        max_size=3,
    )


cards = st.builds(
    lambda ages, living, safety: {
        key: [[*statement, line] for line, statement in enumerate(said)]
        for key, said in (("leeftijd", ages), ("woont", living), ("veilig", safety))
        if said
    },
    ranges,
    statements(LIVING),
    statements(SAFETY),
)
answers = st.fixed_dictionaries(
    {}, optional={"leeftijd": st.integers(0, 24).map(str), "woont": st.sampled_from(LIVING), "veilig": st.sampled_from(SAFETY)}
)


def as_search(given_answers: dict[str, str]) -> str:
    return "#" + "&".join(f"{key}={value}" for key, value in given_answers.items())


@settings(max_examples=150)
@given(says=cards, given_answers=answers)
def test_the_verdict_follows_from_the_reasons_and_a_skipped_question_has_none(
    judge: Judge, says: Any, given_answers: dict[str, str]
) -> None:
    found = judge(says, as_search(given_answers))
    verdicts = [reason["verdict"] for reason in found["reasons"]]
    assert {reason["question"] for reason in found["reasons"]} == set(given_answers)
    expected = "no" if "no" in verdicts else "yes" if "yes" in verdicts and "unknown" not in verdicts else "unknown"
    assert found["fit"] == expected


@settings(max_examples=150)
@given(says=cards, given_answers=answers)
def test_a_yes_or_a_no_always_has_a_line_of_the_card(judge: Judge, says: Any, given_answers: dict[str, str]) -> None:
    for reason in judge(says, as_search(given_answers))["reasons"]:
        assert reason["lines"] or reason["verdict"] in ("unknown", "none")


@settings(max_examples=100)
@given(says=cards, given_answers=answers, more=answers)
def test_one_more_answer_never_turns_a_no_into_something_else(
    judge: Judge, says: Any, given_answers: dict[str, str], more: dict[str, str]
) -> None:
    if judge(says, as_search(given_answers))["fit"] == "no":
        assert judge(says, as_search({**more, **given_answers}))["fit"] == "no"


@settings(max_examples=100)
@given(given_answers=answers)
def test_a_card_that_says_nothing_never_fits_and_never_fails_to(judge: Judge, given_answers: dict[str, str]) -> None:
    assert judge({}, as_search(given_answers))["fit"] == "unknown"


@settings(max_examples=100)
@given(search=st.text(max_size=40) | answers.map(as_search))
def test_any_address_is_read_and_what_is_written_reads_the_same(judge: Judge, search: str) -> None:
    first = judge({}, search)
    assert judge({}, first["again"])["again"] == first["again"]
    assert judge({}, first["again"])["ignored"] == []
