"""What an author sees who has just saved a mistake: all that is wrong, where, and what to do."""

from collections.abc import Sequence

from macros.rendering.render import render
from macros.site.page_shell import Shell
from macros.validation.problems import Problem, count_text

_REST = "De rest van de site toont wat het laatst wel in orde was. Verbeter het bestand en bewaar het; dan ververst deze pagina."


def problem_page(problems: Sequence[Problem], shell: Shell) -> str:
    """The page that lists problems in cards and data."""
    return _page(shell, title=count_text(problems), lead=_REST, problems=problems)


def mistake_page(mistake: str, shell: Shell) -> str:
    """The page that says why a page, or all of them, cannot be made; `mistake` is what the generator says of it."""
    return _page(shell, title="Deze pagina kan nog niet gemaakt worden", lead=_REST, mistake=mistake)


def _page(shell: Shell, *, title: str, lead: str, problems: Sequence[Problem] = (), mistake: str = "") -> str:
    view = {"title": title, "lead": lead, "problems": problems, "mistake": mistake}
    html = render("site/problems.html", root="", view=view)
    return shell.fill({"title": title, "description": lead, "canonical": "", "content": html})
