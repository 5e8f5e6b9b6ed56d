"""What a fresh machine starts from: pinned dependencies, two commands, and nothing that names this machine."""

import json
import re
import tomllib
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from paths import ROOT, tracked

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = {
    "site": PROJECT["project"]["dependencies"],
    "serve": PROJECT["dependency-groups"]["serve"],
    "test": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["test"],
        *PROJECT["dependency-groups"]["serve"],
    ],
    "hugo": PROJECT["dependency-groups"]["hugo"],
    "mutants": PROJECT["dependency-groups"]["mutants"],
    "node": PROJECT["dependency-groups"]["node"],
}
"""Lock file -> what it must hold."""


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, list[str]]:
    """Package -> its versions; more than one if platforms differ."""
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock(name), re.MULTILINE):
        found.setdefault(canonicalize_name(package), []).append(version)
    return found


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_pinned_to_a_version_that_fits(name: str) -> None:
    versions = pinned(name)
    assert WANTED[name]
    for line in WANTED[name]:
        requirement = Requirement(line)
        found = versions.get(canonicalize_name(requirement.name))
        assert found, f"{requirement.name} is not in requirements/{name}.txt: run make lock"
        assert all(requirement.specifier.contains(version) for version in found), (line, found)


def test_what_a_pinned_package_asks_for_is_pinned_too_or_left_out_by_name() -> None:
    """Because pip installs the lock file as it stands, and asks for nothing itself."""
    left_out = set(PROJECT["tool"]["uv"]["exclude-dependencies"])
    versions = pinned("site")
    assert left_out and not left_out & versions.keys()
    asked = {
        canonicalize_name(requirement.name)
        for package in versions
        for requirement in map(Requirement, requires(package) or ())
        if not requirement.marker or requirement.marker.evaluate({"extra": ""})
    }
    assert asked - versions.keys() == left_out


@pytest.mark.parametrize("name", WANTED)
def test_every_pinned_package_has_hashes(name: str) -> None:
    entries = re.split(r"\n(?=\S)", lock(name).strip())
    assert entries
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry.split()[0]


@pytest.mark.parametrize("name", WANTED)
def test_no_lock_names_a_registry(name: str) -> None:
    assert "://" not in lock(name)
    options = {line.split()[0].split("=")[0] for line in lock(name).splitlines() if line.strip().startswith("-")}
    assert options == {"--hash"}


def test_the_site_the_server_and_the_tests_use_the_same_versions() -> None:
    test = pinned("test")
    for name in ("site", "serve"):
        assert pinned(name)
        assert {package: test.get(package) for package in pinned(name)} == pinned(name)


def test_building_the_site_installs_nothing_of_the_server() -> None:
    assert not pinned("site").keys() & {"starlette", "uvicorn", "watchfiles"}


def test_the_node_packages_are_pinned_with_hashes_and_name_no_registry() -> None:
    project = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = project["dependencies"] | project["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(package["integrity"].startswith("sha512-") for path, package in packages.items() if path)
    assert not [path for path, package in packages.items() if "resolved" in package]


def test_the_machine_that_checks_runs_what_people_run() -> None:
    commands = [
        line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "set "))
    ]
    assert commands == ["make test"]


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make site" in readme and "make test" in readme


def test_every_command_that_a_text_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        (file.name, target)
        for file in texts
        for target in re.findall(r"(?:^ *|`)make ([a-z-]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert named
    assert {target for _, target in named} <= targets, named


def test_every_file_that_a_text_in_the_root_names_is_there() -> None:
    named = {
        (text.name, name)
        for text in ROOT.glob("*.md")
        for name in re.findall(
            r"`((?:archive|docs|hosting|macros|scripts|tests|theme)/[\w./-]*)`", text.read_text(encoding="utf-8")
        )
    }
    assert len(named) > 20
    assert [(text, name) for text, name in named if not (ROOT / name).exists()] == []


def test_no_file_names_this_machine_or_a_registry() -> None:
    machine = re.compile(
        "|".join(
            ("/" + "work/", "/" + "home/[a-z]+/", "/" + "root/", "pypi\\.org/simple", "files\\.pythonhosted", "registry\\.npmjs")
        )
    )
    files = tracked()
    assert len(files) > 50
    found = []
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        if match := machine.search(text):
            found.append(f"{file.relative_to(ROOT)}: {match.group()}")
    assert found == []
