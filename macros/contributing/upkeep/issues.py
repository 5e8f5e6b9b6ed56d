"""Issues that a scheduled job maintains: decides which to open, update or close. scripts/issues.py carries it out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from macros.validation.system_reasons import reason_of


class Issue(NamedTuple):
    """An issue as it should be."""

    title: str
    """Identifies the issue: two issues never have the same title."""
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
    """The actions after which exactly the wanted issues are open. Unchanged issues are left alone; duplicates and issues that
    are no longer wanted are closed."""
    left = {issue.title: issue for issue in wanted}
    for one in sorted(found):
        issue = left.pop(one.title, None)
        if issue is None:
            yield Action("close", one.number, None)
        elif _without_layout(issue.body) != _without_layout(one.body):
            yield Action("edit", one.number, issue)
    yield from (Action("create", None, issue) for issue in left.values())


def _without_layout(body: str) -> str:
    """The text without the line ends and outer white space that forges change."""
    return "\n".join(body.splitlines()).strip()


class NotIssues(ValueError):
    """A text is no list of issues; the message says why."""


def as_json(issues: Iterable[Issue]) -> str:
    return json.dumps([issue._asdict() for issue in issues], ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> list[Issue]:
    """Raises NotIssues if it is not a list of issues with a title and a body each."""
    try:
        values: Any = json.loads(text)
        issues = [Issue(str(value["title"]), str(value["body"])) for value in values]
    except json.JSONDecodeError as error:
        raise NotIssues(reason_of(error)) from error
    except (TypeError, KeyError) as error:
        raise NotIssues("dit is geen lijst van issues met title en body") from error
    if len({issue.title for issue in issues}) != len(issues):
        raise NotIssues("twee issues hebben dezelfde titel")
    return issues
