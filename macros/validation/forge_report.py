"""Problems as a forge shows them: the first on their lines, all of them in the summary of the run, and in its log.

Nothing that was written in a card, and no name of a file, can become a command of the forge.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path

from macros.validation.problems import Problem, count_text, text_report

MOST_ON_LINES = 10
"""GitHub shows no more annotations of one step (docs.github.com, "Usage limits for annotations")."""
MOST_IN_SUMMARY = 500
"""A summary may be 1 MB; a problem is 200 to 1,000 characters."""


def folder_in_repository(root: Path) -> str:
    """The way from the top of the repository to the library, with a slash at its end; empty if they are the same."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return "" if top == root else f"{root.relative_to(top).as_posix()}/"


def github_report(problems: Sequence[Problem], folder: str = "") -> str:
    """The log of a run on GitHub: workflow commands for the first problems, then everything as text that is no command.
    `folder` is the way from the top of the repository to the library, with a slash at its end."""
    if not problems:
        return count_text(problems)
    lines = [
        f"::error file={_escaped(_file(problem, folder), ',:')},line={problem.position.line},col={problem.position.column}"
        f"::{_escaped(problem.text)}"
        for problem in problems[:MOST_ON_LINES]
    ]
    end = f"einde-{secrets.token_hex(16)}"  # what nobody can foresee, so that no text can end it
    return "\n".join([*lines, f"::stop-commands::{end}", text_report(problems), f"::{end}::"])


def markdown_report(problems: Sequence[Problem], folder: str = "") -> str:
    """The summary of a run: a table with every problem, in which no text is markup."""
    rows = [
        f"| {' | '.join(map(_cell, (f'{_file(one, folder)}:{one.position.line}', one.where, one.message, one.remedy)))} |"
        for one in problems[:MOST_IN_SUMMARY]
    ]
    more = len(problems) - MOST_IN_SUMMARY
    rows += [f"| … | | nog {more}; ze staan in het logboek | |"] if more > 0 else []
    head = ["| waar | veld | wat er niet klopt | wat te doen |", "| --- | --- | --- | --- |"] if problems else []
    return "\n".join([f"**{count_text(problems)}**", "", *head, *rows, ""])


def _file(problem: Problem, folder: str) -> str:
    return problem.path if problem.path.startswith("/") else folder + problem.path


def _cell(text: str) -> str:
    """Text in a table: every sign that Markdown or HTML gives a meaning as a number."""
    return "".join(one if one.isalnum() or one in " .,;–—…" else f"&#{ord(one)};" for one in " ".join(text.split()))


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
