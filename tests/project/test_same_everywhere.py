"""The same library gives the same pages, whatever the machine is set to: what the page about open data and HOSTING.md rest on."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from builders import Root, a_card, an_outcome
from built import Site, make_site_root, python_environment
from paths import ROOT

DAY = {"SOURCE_DATE_EPOCH": "1796083200", "SITE_URL": "https://voorbeeld.example/", "REPOSITORY_URL": ""}
USUAL = {"PYTHONHASHSEED": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "TZ": "Europe/Amsterdam", "LANG": "C.UTF-8"}
ODD = {
    "PYTHONHASHSEED": "4021",
    "PYTHONUTF8": "0",  # the encoding of files that name none is then that of the locale
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "TZ": "Pacific/Kiritimati",
    "PYTHONOPTIMIZE": "2",  # as -OO: no assert, no docstring
    "PYTHONPATH": str(ROOT),
}


@pytest.fixture
def project(root: Root) -> Path:
    """A small library with signs outside ASCII, and a page that calls what explains itself."""
    root.write_card(a_card(name="Één × “proef” – ĳsje", outcomes=[an_outcome({"percent": "12.5", "unit": "family"})]), "proef")
    pages = {"uitleg.md": "---\nrender_macros: true\n---\n# Uitleg\n\n{{ macro_reference() }}\n\n{{ field_reference() }}\n"}
    return make_site_root(root, pages).parent


def site_files(project: Path, to: Path, folder: Path, settings: Mapping[str, str]) -> dict[str, bytes]:
    """All files of the site that is built in such an environment, with nothing kept from another build."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    command = [sys.executable, "-m", "scripts.site", "--root", str(project), "--to", str(to)]
    done = subprocess.run(command, cwd=folder, env=python_environment(**DAY, **settings), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return Site(to).files()


def test_optimised_elsewhere_in_another_language_zone_and_order_the_site_is_the_same(project: Path, tmp_path: Path) -> None:
    one = site_files(project, tmp_path / "one", ROOT, USUAL)
    other = site_files(project, tmp_path / "other", tmp_path, ODD)
    assert sorted(one) == sorted(other) and len(one) > 100
    assert [name for name, content in one.items() if other[name] != content] == []


SETTINGS = {
    "no docstrings and no asserts": {"PYTHONOPTIMIZE": "2"},
    "another encoding": {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    "Turkish, if the machine has it": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "another zone": {"TZ": "America/St_Johns"},
    "another order of sets": {"PYTHONHASHSEED": "99"},
}


def test_the_check_says_the_same_of_a_broken_card(root: Root) -> None:
    root.write_card(a_card(name="Één", kind="programma", reviewed="één"))
    usual = said_by_check(root, ROOT, {})
    assert "reviewed" in [problem["field"] for problem in usual]
    for name, settings in SETTINGS.items():
        assert said_by_check(root, root.path, {"PYTHONPATH": str(ROOT), **settings}) == usual, name


def said_by_check(root: Root, folder: Path, settings: Mapping[str, str]) -> Any:
    command = [sys.executable, "-m", "scripts.check", "--root", str(root.path), "--format", "json"]
    done = subprocess.run(command, cwd=folder, env=python_environment(**DAY, **USUAL | dict(settings)), capture_output=True)
    return json.loads(done.stdout)
