"""Tools (werkvormen): what they are, which methods use them, what research says about them."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.tool import Tool
from macros.views.common.dutch import by_name
from macros.views.common.figure import Figure
from macros.views.common.lines import Line, Notes, Reference
from macros.views.common.subjects import tool_subject
from macros.views.evidence.result_chart import subject_figure
from macros.views.evidence.results_by_study import StudyResults, results_by_study


class ToolView(NamedTuple):
    id: str
    name: str
    link: str
    other_names: str
    summary: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    """(heading, statements)"""
    studies: tuple[StudyResults, ...]
    figure: Figure | None
    """The results as a chart; None if there is nothing to draw."""
    findings: tuple[Line, ...]
    """What else is known about it"""
    used_in: tuple[Line, ...]
    references: tuple[Reference, ...]


def tool_views(library: Library) -> tuple[ToolView, ...]:
    """All tools by name."""
    return tuple(tool_view(tool, library) for tool in by_name(library.tools.values()))


def tool_view(tool: Tool, library: Library) -> ToolView:
    """One tool with the methods that use it."""
    notes = Notes()
    headings = (("Hoe het gaat", tool.how), ("Herkomst", tool.origin), ("Niet hetzelfde als", tool.differs_from))
    sections = tuple((heading, _statement_lines(statements, notes)) for heading, statements in headings if statements)
    studies = results_by_study(tool.studies, tool.outcomes, notes)
    findings = _statement_lines(tool.findings, notes)
    used_in = tuple(
        Line(method.name, link=f"methoden/{method.id}/", detail=used.note)
        for method in by_name(library.methods_by_tool.get(tool.id, ()))
        for used in method.tools
        if used.tool.id == tool.id
    )
    notes.of(tool.sources)
    return ToolView(
        id=tool.id,
        name=tool.name,
        link=f"werkvormen/{tool.id}/",
        other_names=", ".join(tool.aliases),
        summary=tool.summary,
        sections=sections,
        studies=studies,
        figure=subject_figure(tool_subject(tool), tool.outcomes, library),
        findings=findings,
        used_in=used_in,
        references=notes.references(),
    )


def _statement_lines(statements: tuple, notes: Notes) -> tuple[Line, ...]:
    return tuple(Line(statement.says, notes.of(statement.sources)) for statement in statements)
