"""Ruff and Biome find nothing to mend, and every script is as narrow as its neighbours."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

MOST_LINES = 300
WIDEST = 130
RUFF = (sys.executable, "-m", "ruff")


def biome() -> Path:
    found = next((ROOT / "node_modules" / "@biomejs").glob("cli-*/biome"), None)
    assert found, "biome is not installed: run make test"
    return found


def linted(*command: object) -> tuple[int, str]:
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_ruff_finds_nothing_in_python() -> None:
    assert linted(*RUFF, "check") == (0, "All checks passed!\n")


def test_python_is_written_as_ruff_formats_it() -> None:
    code, said = linted(*RUFF, "format", "--check")
    assert code == 0, said


def test_biome_finds_nothing_in_scripts_and_styles_and_would_not_format_them_otherwise() -> None:
    code, said = linted(biome(), "check", "--error-on-warnings")
    assert code == 0, said


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.js", "export const a  = 1;\n", "format"),
        ("b.js", "export const b = (c) => 1;\n", "noUnusedFunctionParameters"),
        ("c.css", ".c {\n  color: red !important;\n}\n", "noImportantStyles"),
    ],
)
def test_biome_would_find_a_mistake(name: str, text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "biome.jsonc", tmp_path)
    code, said = linted(
        biome(), "check", "--error-on-warnings", "--vcs-enabled=false", f"--config-path={tmp_path}", tmp_path / name
    )
    assert code == 1 and why in said


def scripts_and_styles() -> list[Path]:
    files = [file for folder in ("archive", "docs/assets") for file in (ROOT / folder).rglob("*.[jc]s*")]
    return [file for file in files if "packages" not in file.parts]


def test_a_script_is_small_enough_to_hold_in_the_head() -> None:
    lengths = {file.name: len(file.read_text("utf-8").splitlines()) for file in scripts_and_styles() if file.suffix == ".js"}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_line_of_a_script_or_style_is_wider_than_the_eye() -> None:
    ours = scripts_and_styles()
    assert len(ours) > 80
    wide = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in ours
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > WIDEST
    ]
    assert wide == []
