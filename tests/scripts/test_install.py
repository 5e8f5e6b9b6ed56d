"""The first `make site` tells what it does and how far it is, and says pip's own reason if it fails."""

import sys
from pathlib import Path

import pytest

from scripts.install import main, progress

PIP = """\
Ignoring colorama: markers 'sys_platform == "win32"' don't match your environment
Collecting jinja2==3.1.6 (from -r requirements/site.txt (line 4))
  Downloading jinja2-3.1.6-py3-none-any.whl (134 kB)
Requirement already satisfied: PyYAML==6.0.3 in ./.venv/lib
Installing collected packages: jinja2, mkdocs, ruff
Successfully installed jinja2-3.1.6
"""


def test_each_package_is_counted_once_whatever_pip_does_with_it() -> None:
    assert list(progress(PIP.splitlines(keepends=True), 48)) == [
        "Python-pakketten ophalen: 1 van 48 (colorama)",
        "Python-pakketten ophalen: 2 van 48 (jinja2)",
        "Python-pakketten ophalen: 3 van 48 (PyYAML)",
        "Python-pakketten neerzetten: 3 …",
    ]


@pytest.fixture
def pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of Python, that says what pip says; then it ends with the number in `code`."""
    said, program, code = tmp_path / "said", tmp_path / "python", tmp_path / "code"
    said.write_text(PIP, encoding="utf-8")
    code.write_text("0", encoding="utf-8")
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat {said}\nexit $(cat {code})\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    return tmp_path


def lock_file(folder: Path) -> str:
    file = folder / "site.txt"
    file.write_text("jinja2==3.1.6 \\\n    --hash=sha256:0\npyyaml==6.0.3 ; x\ncolorama==0.4\n", encoding="utf-8")
    return str(file)


def test_the_count_is_that_of_the_lock_file_and_hashes_are_asked_for(pip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([lock_file(pip)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[1] == "Python-pakketten ophalen: 2 van 3 (jinja2)"
    assert said.err == ""
    assert "--require-hashes --requirement" in (pip / "asked").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [1, 2])
def test_a_failure_is_told_with_what_pip_said_and_its_code(code: int, pip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pip / "code").write_text(str(code), encoding="utf-8")
    (pip / "said").write_text("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n", encoding="utf-8")
    assert main([lock_file(pip)]) == code
    error = capsys.readouterr().err
    assert "zijn niet geïnstalleerd" in error and error.endswith("DO NOT MATCH THE HASHES\n")
