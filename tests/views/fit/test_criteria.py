"""What a criterion means for an answer: whom a method is for must meet it, whom it is not for must not."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.views.fit.statements import FitFact, fit_facts

WHEN: dict[str, Any] = {"criterion": "Zo is het.", "about": "child", "sources": SOURCES}


def facts(root: Root, **group: Any) -> list[FitFact]:
    method = root.method(a_card(target_group={"description": "Gezinnen.", "sources": SOURCES, **group}))
    return [fact for fact in fit_facts(method) if fact.line.text == "Zo is het."]


@pytest.mark.parametrize(
    ("field", "when", "verdict", "label"),
    [
        ("includes", {"safety": ["unsafe"]}, "only", ""),
        ("excludes", {"safety": ["unsafe"]}, "no", "Niet voor"),
        ("includes", {"problems": ["debts"]}, "yes", ""),
        ("excludes", {"problems": ["debts"]}, "no", "Niet voor"),
    ],
)
def test_a_criterion_decides_by_whether_it_lets_in_or_keeps_out(
    root: Root, field: str, when: dict[str, Any], verdict: str, label: str
) -> None:
    (fact,) = facts(root, **{field: [{**WHEN, "when": when}]})
    assert (fact.verdict, fact.line.label, fact.line.section) == (verdict, label, "past")


@pytest.mark.parametrize("field", ["includes", "excludes"])
def test_a_criterion_without_answers_decides_nothing(root: Root, field: str) -> None:
    assert facts(root, **{field: [WHEN]}) == []
