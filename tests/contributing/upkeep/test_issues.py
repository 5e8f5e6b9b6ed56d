"""Issues that a schedule keeps: stale cards as a list, and the list on a forge (a stand-in for gh that remembers)."""

import json
import os
import sys
from pathlib import Path

import pytest
from builders import Root, a_card
from hypothesis import given
from hypothesis import strategies as st

from macros.contributing.upkeep.issues import Action, Issue, OpenIssue, as_json, from_json, plan_actions
from macros.contributing.upkeep.stale_cards import stale_issues
from scripts import issues as command
from scripts.stale import main as stale

# what is stale


def stale_of(root: Root) -> dict[str, str]:
    return {issue.title: issue.body for issue in stale_issues(root.load())}


def test_a_card_past_its_term_gets_one_issue_that_says_why_and_what_to_do(root: Root) -> None:
    root.write_card(a_card(name="Oud *en* grijs", reviewed="2020-01-01"))
    body = stale_of(root)["Nakijken: nieuw"]
    assert body.startswith("De kaart **Oud \\*en\\* grijs** (`methods/nieuw.yml`) bevat iets dat ouder is dan zijn termijn.\n")
    assert "- [ ] De kaart is nagekeken op 1 januari 2020\\; dat is langer dan twee jaar geleden\\." in body
    assert "zet bij `reviewed` de dag" in body


def test_a_card_within_its_terms_gets_none(root: Root) -> None:
    root.write_card(a_card(reviewed="2024-12-01"))
    assert "Nakijken: nieuw" not in stale_of(root)


def test_the_command_writes_the_list_that_the_other_command_reads(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.write_card(a_card())
    to = root.path / "lijst.json"
    assert stale(["--root", str(root.path), "--out", str(to)]) == 0
    assert "Nakijken: nieuw" in [issue.title for issue in from_json(to.read_text(encoding="utf-8"))]
    assert stale(["--root", str(root.path)]) == 0
    assert capsys.readouterr().out == to.read_text(encoding="utf-8")


def test_a_library_with_faults_gives_no_list(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.write_card(a_card(summary=...))
    assert stale(["--root", str(root.path)]) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and "summary" in shown.err


# which issues to open, renew and close


def test_what_is_new_is_opened_what_changed_is_renewed_and_the_rest_is_closed() -> None:
    wanted = [Issue("a", "nieuw"), Issue("b", "anders"), Issue("c", "zelfde\n")]
    found = [OpenIssue(7, "c", "zelfde\r\n"), OpenIssue(5, "b", "eerst"), OpenIssue(6, "d", "weg")]
    assert list(plan_actions(wanted, found)) == [
        Action("edit", 5, wanted[1]),
        Action("close", 6, None),
        Action("create", None, wanted[0]),
    ]


def test_of_two_issues_about_one_card_the_first_stays() -> None:
    assert list(plan_actions([Issue("a", "x")], [OpenIssue(9, "a", "x"), OpenIssue(3, "a", "x")])) == [Action("close", 9, None)]


titles = st.sampled_from("abcd")
wanted_lists = st.dictionaries(titles, st.sampled_from("xy"), max_size=4).map(
    lambda found: [Issue(title, body) for title, body in found.items()]
)
found_lists = st.lists(st.tuples(titles, st.sampled_from("xy")), max_size=6).map(
    lambda found: [OpenIssue(number, title, body) for number, (title, body) in enumerate(found, start=1)]
)


@given(wanted_lists, found_lists)
def test_after_the_plan_the_forge_holds_what_is_wanted_and_a_second_plan_does_nothing(
    wanted: list[Issue], found: list[OpenIssue]
) -> None:
    forge = {one.number: one for one in found}
    for action in plan_actions(wanted, found):
        if action.what == "close":
            del forge[action.number]
        elif action.what == "edit":
            forge[action.number] = forge[action.number]._replace(body=action.issue.body)
        else:
            forge[1000 + len(forge)] = OpenIssue(1000 + len(forge), *action.issue)
    assert sorted((one.title, one.body) for one in forge.values()) == sorted(map(tuple, wanted))
    assert list(plan_actions(wanted, list(forge.values()))) == []


DOUBLE = '[{"title": "a", "body": ""}, {"title": "a", "body": ""}]'


@pytest.mark.parametrize("text", ["geen json", '[{"title": "a"}]', '["a"]', "3", DOUBLE])
def test_a_list_that_is_none_is_refused(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lijst.json"
    file.write_text(text, encoding="utf-8")
    assert command.main([str(file), "--label", "x"]) == 2
    assert "is niet te gebruiken" in capsys.readouterr().err


# on the forge

GH = """\
#!{python}
import json, pathlib, sys
store = pathlib.Path({store!r})
issues = json.loads(store.read_text())
arguments = sys.argv[1:]
with pathlib.Path({log!r}).open("a") as log:
    log.write(json.dumps(arguments) + "\\n")
def option(name):
    return arguments[arguments.index(name) + 1]
what = arguments[:2]
if what == ["issue", "list"]:
    print(json.dumps([one for one in issues if one["state"] == "open" and one["label"] == option("--label")]))
elif what == ["issue", "create"]:
    title = next(one.removeprefix("--title=") for one in arguments if one.startswith("--title="))
    issues.append(dict(number=len(issues) + 1, title=title, body=sys.stdin.read(), label=option("--label"), state="open"))
elif what == ["issue", "edit"]:
    next(one for one in issues if one["number"] == int(arguments[2]))["body"] = sys.stdin.read()
elif what == ["issue", "close"]:
    next(one for one in issues if one["number"] == int(arguments[2]))["state"] = "closed"
elif what != ["label", "create"]:
    sys.exit("onbekende opdracht")
store.write_text(json.dumps(issues))
"""


class Forge:
    def __init__(self, folder: Path) -> None:
        self.folder, self.store, self.log = folder, folder / "issues.json", folder / "log"
        self.store.write_text("[]", encoding="utf-8")

    @property
    def open(self) -> dict[str, str]:
        return {one["title"]: one["body"] for one in json.loads(self.store.read_text()) if one["state"] == "open"}

    def keep(self, *wanted: Issue, options: tuple[str, ...] = ()) -> int:
        file = self.folder / "lijst.json"
        file.write_text(as_json(wanted), encoding="utf-8")
        return command.main([str(file), "--label", "verouderde kaart", *options])


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    found = Forge(tmp_path)
    program = tmp_path / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(GH.format(python=sys.executable, store=str(found.store), log=str(found.log)), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return found


def test_an_issue_is_opened_once_renewed_and_closed(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    assert forge.keep(Issue("Nakijken: a", "eerst")) == 0
    assert forge.keep(Issue("Nakijken: a", "eerst")) == 0
    assert forge.open == {"Nakijken: a": "eerst"}
    assert capsys.readouterr().out == "create: Nakijken: a\n"
    assert forge.keep(Issue("Nakijken: a", "nu")) == 0
    assert forge.open == {"Nakijken: a": "nu"}
    assert forge.keep() == 0
    assert forge.open == {}
    assert len(json.loads(forge.store.read_text())) == 1


def test_text_that_looks_like_an_option_or_a_command_is_text(forge: Forge) -> None:
    issue = Issue("--web $(touch x) `id`", "--body-file /etc/passwd\n$(id)")
    assert forge.keep(issue) == 0
    assert forge.open == {issue.title: issue.body}


def test_a_dry_run_changes_nothing(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    assert forge.keep(Issue("a", "x"), options=("--dry-run",)) == 0
    assert forge.open == {}
    assert capsys.readouterr().out == "create: a\n"


def test_too_many_new_issues_come_in_several_runs(
    forge: Forge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "MOST_NEW", 2)
    three = [Issue(name, "x") for name in "abc"]
    assert forge.keep(*three) == 0
    assert set(forge.open) == {"a", "b"}
    assert "1 nieuwe komen een volgende keer" in capsys.readouterr().out
    assert forge.keep(*three) == 0
    assert set(forge.open) == {"a", "b", "c"}


def test_a_forge_that_refuses_is_told(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    (forge.folder / "bin" / "gh").write_text("#!/bin/sh\necho geen rechten >&2\nexit 4\n", encoding="utf-8")
    assert forge.keep(Issue("a", "x")) == 1
    assert capsys.readouterr().err == "gh issue list lukte niet: gh meldt “geen rechten”\n"


def test_without_gh_the_command_says_what_is_missing(
    forge: Forge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(forge.folder))
    assert forge.keep(Issue("a", "x")) == 2
    assert capsys.readouterr().err == "gh staat niet op deze machine; zie https://cli.github.com/\n"
