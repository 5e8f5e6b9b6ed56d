"""Active elements: which method names which element, where, and what research says about the element itself."""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.common.dutch import by_name
from macros.views.common.lines import Line, Notes
from macros.views.common.subjects import methods_by_name, tool_subject, tools_by_name
from macros.views.evidence.number_text import number_of

METHODS_PER_PAGE = 60
"""Methods on one page of the table."""
NAMED = 25
"""Methods named under an element; the table has all of them."""


class ElementColumn(NamedTuple):
    anchor: str
    name: str


class ElementRow(NamedTuple):
    name: str
    link: str
    marks: tuple[tuple[str, str] | None, ...]
    """For each element (link to the card, how the method does it), or None if the card does not name it."""
    named: int


class ElementView(NamedTuple):
    anchor: str
    name: str
    description: str
    findings: tuple[Line, ...]
    used_in: tuple[Line, ...]
    more: int
    """Number of further methods that are not named here."""


class ToolFinding(NamedTuple):
    name: str
    link: str
    lines: tuple[Line, ...]


def element_columns(library: Library) -> tuple[ElementColumn, ...]:
    return tuple(ElementColumn(f"element-{element.id}", element.name) for element in by_name(library.elements.values()))


def element_rows(methods: Sequence[Method], library: Library) -> tuple[ElementRow, ...]:
    return tuple(_row(method, [element.id for element in by_name(library.elements.values())]) for method in methods)


def _row(method: Method, elements: list[str]) -> ElementRow:
    used = {part.element.id: part for part in method.elements}
    link = f"methoden/{method.id}/"
    marks = tuple((f"{link}#aanpak", used[element].note or "genoemd") if element in used else None for element in elements)
    return ElementRow(method.name, link, marks, len(used))


def element_views(library: Library, notes: Notes) -> tuple[ElementView, ...]:
    """Every element by name, with its sources in these notes."""
    used: dict[str, list[Line]] = {}
    for method in methods_by_name(library):
        for part in method.elements:
            lines = used.setdefault(part.element.id, [])
            marks = notes.of(part.sources) if len(lines) < NAMED else ()
            lines.append(Line(method.name, marks, f"methoden/{method.id}/#aanpak", part.note))
    return tuple(
        ElementView(
            anchor=f"element-{element.id}",
            name=element.name,
            description=element.description,
            findings=tuple(Line(finding.says, notes.of(finding.sources)) for finding in element.findings),
            used_in=tuple(used.get(element.id, ())[:NAMED]),
            more=max(0, len(used.get(element.id, ())) - NAMED),
        )
        for element in by_name(library.elements.values())
    )


def tool_findings(library: Library, notes: Notes) -> tuple[ToolFinding, ...]:
    """What research found of tools, which are often an element made concrete."""
    found = []
    for tool in tools_by_name(library):
        subject = tool_subject(tool)
        lines = tuple(
            Line(
                outcome.statement,
                notes.of(outcome.sources),
                detail=f"{number_of(outcome).headline}; {outcome.direction.nl}; {outcome.study.design.nl}",
            )
            for outcome in tool.outcomes
        )
        if lines:
            found.append(ToolFinding(tool.name, subject.link, lines))
    return tuple(found)
