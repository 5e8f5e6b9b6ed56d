"""The subjects of results: a method, or a tool that methods use."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.study import Study
from macros.model.tool import Tool
from macros.views.common.dutch import by_name


class Subject(NamedTuple):
    id: str
    name: str
    link: str
    """Its page, from the root of the site."""
    is_tool: bool

    def claim_link(self, outcome: Outcome) -> str:
        """The permanent address of a result."""
        return f"{self.link}#{outcome_anchor(outcome)}"


SubjectOutcome = tuple[Subject, Outcome]
"""A result with whose it is."""


def method_subject(method: Method) -> Subject:
    return Subject(method.id, method.name, f"methoden/{method.id}/", False)


def tool_subject(tool: Tool) -> Subject:
    return Subject(tool.id, tool.name, f"werkvormen/{tool.id}/", True)


def methods_by_name(library: Library) -> list[Method]:
    return by_name(library.methods.values())


def tools_by_name(library: Library) -> list[Tool]:
    return by_name(library.tools.values())


def all_studies(library: Library) -> Iterator[tuple[Subject, Study]]:
    """Every study in the library, methods before tools, by name and then in the order of the card."""
    for method in methods_by_name(library):
        yield from ((method_subject(method), study) for study in method.studies)
    for tool in tools_by_name(library):
        yield from ((tool_subject(tool), study) for study in tool.studies)


def all_results(library: Library) -> Iterator[tuple[Subject, Outcome]]:
    """Every result in the library, methods before tools, by name and then in the order of the card."""
    for method in methods_by_name(library):
        yield from ((method_subject(method), outcome) for outcome in method.outcomes)
    for tool in tools_by_name(library):
        yield from ((tool_subject(tool), outcome) for outcome in tool.outcomes)
