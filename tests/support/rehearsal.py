"""A run of a workflow without its forge: the same commands, in a clone as the forge makes it, up to what it would keep.

What a forge does itself stands here in a small table for each: how it clones, what its actions leave behind, what its
expressions become. An action or an expression that is not in the table fails the test, so that nothing is skipped unseen.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from paths import ROOT

OWNER_ADDRESS = "https://voorbeeld.github.io/bibliotheek"
EXPRESSIONS = {
    "${{ steps.pages.outputs.base_url }}": OWNER_ADDRESS,
    "${{ github.server_url }}/${{ github.repository }}": "https://github.com/voorbeeld/bibliotheek",
    "$CI_PAGES_URL": OWNER_ADDRESS,
    "$CI_PROJECT_URL": "https://gitlab.com/voorbeeld/bibliotheek",
}
"""What the forge fills in, in the project of another owner than the first."""
CONDITIONS = {
    None: True,
    "${{ github.event_name == 'pull_request' }}": True,
    "${{ !cancelled() && github.event_name == 'pull_request' }}": True,
}
"""Whether a step runs for a proposal; the jobs that are rehearsed have no other conditions."""
NOT_REHEARSED = {"make test-cards": "the tests of the real library run beside this one, in the same run"}


class Run(NamedTuple):
    """What a job left: what it printed, and the folders that it keeps, by name."""

    folder: Path
    said: str
    kept: dict[str, Path]
    ran: list[str]


class Rehearsal:
    """One job, in an empty folder, with nothing of this machine but the programs and what an earlier job installed."""

    def __init__(self, origin: Path, folder: Path, branch: str = "main") -> None:
        self.branch = branch
        self.origin, self.clone, self.home = origin, folder / "clone", folder / "home"
        self.uploads, self.summary = folder / "kept", folder / "summary.md"
        self.home.mkdir(parents=True)
        self.said: list[str] = []
        self.ran: list[str] = []
        self.kept: dict[str, Path] = {}

    def github(self, job: dict[str, Any]) -> Run:
        """Run the steps of a job of GitHub."""
        for step in job["steps"]:
            assert "secrets." not in str(step)
            if not CONDITIONS[step.get("if")]:
                continue
            if "uses" in step:
                self._action(step["uses"].partition("@")[0], step.get("with", {}))
            else:
                self._command(step["run"], self._filled_in(step.get("env", {})))
        return self._run()

    def gitlab(self, job: dict[str, Any]) -> Run:
        """Run the script of a job of GitLab, which always keeps hidden files."""
        settings = {name: str(value) for name, value in job["variables"].items()}
        self._clone(settings.pop("GIT_DEPTH"))
        self._bring_what_is_installed()
        for line in job["script"]:
            self._command(line, self._filled_in(settings))
        for path in job["artifacts"]["paths"]:
            self._keep(path.rstrip("/"), path, hidden=True)
        return self._run()

    def _run(self) -> Run:
        return Run(self.clone, "\n".join(self.said), self.kept, self.ran)

    def _action(self, name: str, given: dict[str, str]) -> None:
        match name:
            case "actions/checkout":
                self._clone(given.get("fetch-depth", "1"))
                # the runner is not always the owner of the folder; the action tells Git that it may be read all the same
                self._git("config", "--global", "--add", "safe.directory", str(self.clone))
                self._bring_what_is_installed()
            case "actions/setup-python" | "actions/cache" | "actions/configure-pages":
                pass  # Python is there, what was installed is brought along, and the address stands in EXPRESSIONS
            case "actions/upload-artifact" | "actions/upload-pages-artifact":
                self._keep(given.get("name", "pages"), given["path"], given.get("include-hidden-files") == "true")
            case _:
                raise AssertionError(f"what does {name} do? Tell it here")

    def _clone(self, depth: str) -> None:
        how = [] if depth == "0" else ["--depth", depth]
        self._git("clone", "--quiet", "--branch", self.branch, *how, self.origin.as_uri(), str(self.clone), cwd=self.home)

    def _git(self, *arguments: str, cwd: Path | None = None) -> None:
        subprocess.run(["git", *arguments], cwd=cwd or self.clone, env=self._environment(), check=True, capture_output=True)

    def _bring_what_is_installed(self) -> None:
        """As the cache of the forge, or its network, does: the packages, with markers of their own."""
        for name in (".venv", "node_modules"):
            (self.clone / name).mkdir()
            for part in (ROOT / name).iterdir():
                if part.suffix != ".ready":
                    (self.clone / name / part.name).symlink_to(part)
                else:
                    shutil.copy(part, self.clone / name / part.name)
        self._command("make installed", {})

    def _command(self, line: str, settings: dict[str, str]) -> None:
        if line in NOT_REHEARSED:
            return
        environment = self._environment() | settings | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
        done = subprocess.run(["bash", "-eo", "pipefail", "-c", line], cwd=self.clone, env=environment, capture_output=True)
        said = (done.stdout + done.stderr).decode()
        assert done.returncode == 0, f"{line} ended with {done.returncode}:\n{said}"
        self.said.append(said)
        self.ran.append(line)

    def _filled_in(self, settings: dict[str, str]) -> dict[str, str]:
        """Every expression as the forge fills it in; a text without one stays."""
        known = EXPRESSIONS | {"$CI_PROJECT_DIR": str(self.clone)}
        return {name: known[value] if "$" in value else value for name, value in settings.items()}

    def _environment(self) -> dict[str, str]:
        """Nothing of this machine but where its programs are; no network, no secret, no settings of Git."""
        nowhere = "http://127.0.0.1:9"
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PIP_NO_INDEX": "1",
            "npm_config_offline": "true",
            "http_proxy": nowhere,
            "https_proxy": nowhere,
        }

    def _keep(self, name: str, path: str, hidden: bool) -> None:
        """As the forge uploads a folder: on GitHub without what begins with a dot, unless it is asked for."""
        ignored = None if hidden else shutil.ignore_patterns(".*")
        self.kept[name] = self.uploads / name
        shutil.copytree(self.clone / path, self.kept[name], ignore=ignored, symlinks=True)


def github_job(file: str, name: str) -> dict[str, Any]:
    text = (ROOT / ".github" / "workflows" / file).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)["jobs"][name]


def gitlab_job(name: str) -> dict[str, Any]:
    """With what is taken over from elsewhere in the file, and the settings of all jobs."""
    file = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return {**file[name], "variables": {**file.get("variables", {}), **file[name].get("variables", {})}}
