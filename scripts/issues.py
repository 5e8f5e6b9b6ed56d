"""Keep the issues of a list on GitHub: `python -m scripts.issues FILE --label LABEL [--dry-run]`.

Opens what is new, renews what changed and closes what is no longer in the list, among the open issues with this label
only. Uses `gh`, which finds its token and repository in GH_TOKEN and GH_REPO. Exit code 0: all is as the list says; 1: gh
refused; 2: the list cannot be read, or there is no gh.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from macros.contributing.upkeep.issues import Action, NotIssues, OpenIssue, from_json, plan_actions
from macros.validation.system_reasons import quoted_reason, reason_of
from scripts import run

MOST = 5000
MOST_NEW = 40
"""New issues in one run: forges refuse who writes too much at once. The rest comes with the next run."""
DONE = "Dit is in orde; het bericht is vanzelf gesloten."


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        wanted = from_json(options.file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, NotIssues) as error:
        why = error if isinstance(error, NotIssues) else reason_of(error)
        print(f"de lijst {options.file} is niet te gebruiken: {why}", file=sys.stderr)
        return 2
    try:
        actions = list(plan_actions(wanted, _open_issues(options.label)))
        later = [action for action in actions if action.what == "create"][MOST_NEW:]
        for action in actions[: len(actions) - len(later)]:
            print(f"{action.what}: {action.issue.title if action.issue else action.number}")
            if not options.dry_run:
                _carry_out(action, options.label)
    except FileNotFoundError:
        print("gh staat niet op deze machine; zie https://cli.github.com/", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"gh {' '.join(error.cmd[1:3])} lukte niet: {quoted_reason('gh', error.stderr)}", file=sys.stderr)
        return 1
    if later:
        print(f"{len(later)} nieuwe komen een volgende keer: het hoogste aantal in één keer is {MOST_NEW}")
    return 0


def _open_issues(label: str) -> list[OpenIssue]:
    fields = ("issue", "list", "--state", "open", "--label", label, "--limit", str(MOST), "--json", "number,title,body")
    return [OpenIssue(issue["number"], issue["title"], issue["body"]) for issue in json.loads(_gh(*fields) or "[]")]


def _carry_out(action: Action, label: str) -> None:
    """The text goes in by standard input, so that no shell and no option ever reads it."""
    if action.what == "close":
        _gh("issue", "close", str(action.number), "--comment", DONE)
    elif action.what == "edit":
        _gh("issue", "edit", str(action.number), "--body-file", "-", given=action.issue.body)
    else:
        _gh("label", "create", label, "--force")
        _gh("issue", "create", f"--title={action.issue.title}", "--label", label, "--body-file", "-", given=action.issue.body)


def _gh(*arguments: str, given: str = "") -> str:
    return subprocess.run(["gh", *arguments], input=given, capture_output=True, text=True, check=True).stdout


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.issues", description="Houd issues bij volgens een lijst.")
    parser.add_argument("file", type=Path, metavar="FILE", help="de lijst van scripts.stale of scripts.links")
    parser.add_argument("--label", required=True, help="waaraan de issues van deze lijst te herkennen zijn")
    parser.add_argument("--dry-run", action="store_true", help="vertel wat er zou gebeuren en doe niets")
    return parser


if __name__ == "__main__":
    run(main)
