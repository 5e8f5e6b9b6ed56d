"""Issues that a schedule keeps: which to open, which to renew and which to close. Decides only; scripts/issues.py acts."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple


class Issue(NamedTuple):
    """An issue as it should be."""

    title: str
    """Names what it is about; two issues never share one."""
    body: str
    """Markdown"""


class OpenIssue(NamedTuple):
    """An open issue on the forge."""

    number: int
    title: str
    body: str


class Action(NamedTuple):
    what: str
    """create, edit or close"""
    number: int | None
    issue: Issue | None


def plan_actions(wanted: Sequence[Issue], found: Sequence[OpenIssue]) -> Iterator[Action]:
    """What makes the open issues those that are wanted: one each, unchanged ones left alone, doubles and the rest closed."""
    left = {issue.title: issue for issue in wanted}
    for one in sorted(found):
        issue = left.pop(one.title, None)
        if issue is None:
            yield Action("close", one.number, None)
        elif _without_layout(issue.body) != _without_layout(one.body):
            yield Action("edit", one.number, issue)
    yield from (Action("create", None, issue) for issue in left.values())


def _without_layout(body: str) -> str:
    """Forges change line ends and the space around a text."""
    return "\n".join(body.splitlines()).strip()


def as_json(issues: Iterable[Issue]) -> str:
    return json.dumps([issue._asdict() for issue in issues], ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> list[Issue]:
    """Raises ValueError if it is not a list of issues with a title and a body each."""
    values: Any = json.loads(text)
    try:
        issues = [Issue(str(value["title"]), str(value["body"])) for value in values]
    except (TypeError, KeyError) as error:
        raise ValueError("dit is geen lijst van issues met title en body") from error
    if len({issue.title for issue in issues}) != len(issues):
        raise ValueError("twee issues hebben dezelfde titel")
    return issues
