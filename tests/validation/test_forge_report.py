"""Problems on a forge: the first on their lines, all in summary and log, and no text that becomes a command or markup."""

from pathlib import Path

import pytest
from builders import Root, a_card, copy_example

from macros.validation.forge_report import MOST_IN_SUMMARY, MOST_ON_LINES, github_report, markdown_report
from macros.validation.problems import FilePosition, Problem


def problem(path: str = "methods/a.yml", line: int = 3, **details: str) -> Problem:
    return Problem(path, FilePosition(line, 5), ("name",), "bad_id", {"value": "x", **details})


def commands(text: str) -> list[str]:
    """The lines that a forge obeys: those that begin with two colons, but for what stands where commands are stopped."""
    found, end = [], ""
    for line in text.split("\n"):
        if end:
            end = "" if line == f"::{end}::" else end
        elif line.startswith("::stop-commands::"):
            end = line.removeprefix("::stop-commands::")
        elif line.startswith(("::", "##[")):
            found.append(line)
    assert not end, "commands stay stopped"
    return found


def test_the_first_stand_on_their_lines_and_all_in_the_log_with_a_total() -> None:
    many = [problem(line=number) for number in range(1, 26)]
    text = github_report(many)
    assert len(commands(text)) == MOST_ON_LINES
    assert [f"methods/a.yml:{number}:5: " in text for number in range(1, 26)] == [True] * 25
    assert "25 fouten in 1 bestand" in text


def test_paths_are_those_from_the_top_of_the_repository() -> None:
    text = github_report([problem(), problem("/elders/b.yml")], "een, twee/")
    assert [line.split(",line=")[0] for line in commands(text)] == [
        "::error file=een%2C twee/methods/a.yml",
        "::error file=/elders/b.yml",
    ]
    assert "twee&#47;methods" in markdown_report([problem()], "een, twee/")


@pytest.mark.parametrize(
    "typed",
    ["::error::x", "\n::set-output name=a::b", "\r\n::stop-commands::x", "##[error]x", "a\n##[add-path]/tmp", "::einde-0::"],
)
def test_what_was_typed_is_never_a_command(typed: str, root: Root) -> None:
    found = root.problems({**a_card(reviewed=typed), typed: "x"})
    assert len(found) == 2
    assert len(commands(github_report(found))) == 2
    assert all(line.startswith("::error file=methods/nieuw.yml,line=") for line in commands(github_report(found)))


@pytest.mark.parametrize(
    "typed", ["<img src=x>", "| a | b |", "[x](https://x.example)", "**vet**", "@iemand", "#12", "`a`", "&lt;"]
)
def test_what_was_typed_is_never_markup(typed: str) -> None:
    text = markdown_report([problem(value=typed)])
    assert typed not in text
    row = text.splitlines()[-1]
    assert row.count(" | ") == 3


def test_a_summary_is_never_too_long_and_counts_what_it_leaves_out() -> None:
    text = markdown_report([problem(line=number) for number in range(MOST_IN_SUMMARY + 7)])
    assert "nog 7; ze staan in het logboek" in text and f"**{MOST_IN_SUMMARY + 7} fouten in 1 bestand**" in text
    assert len(text) < 1_000_000
    assert markdown_report([]) == "**0 fouten in 0 bestanden**\n\n"


def test_the_check_writes_the_summary_of_a_run_and_names_the_way_from_the_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_example(tmp_path / "deel")
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "samenvatting.md"))
    root.write_card(a_card(reviewed="ooit"))
    assert root.check("--format", "github") == 1
    assert "::error file=deel/methods/nieuw.yml,line=" in capsys.readouterr().out
    assert "deel&#47;methods&#47;nieuw.yml" in (tmp_path / "samenvatting.md").read_text(encoding="utf-8")
