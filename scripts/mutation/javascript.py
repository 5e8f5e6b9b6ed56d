"""The mutants of the rules in JavaScript: Stryker makes them and runs tests/javascript, which compares with Python."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.mutation.accepted import Key
from scripts.mutation.workspace import ROOT

HOME = ROOT / "tests" / "mutants"
CONFIG = HOME / "stryker.config.json"
STRYKER = HOME / "node_modules" / "@stryker-mutator" / "core" / "bin" / "stryker.js"
CAUGHT = {"Killed", "Timeout"}
NOT_MADE = {"CompileError", "Ignored", "Pending"}


def run_stryker(folder: Path, jobs: int, sample: int | None = None) -> Iterator[tuple[Key, int, bool]]:
    """Each mutant as its key, its line, and whether a test failed on it; with `sample`, of so many lines. Raises
    CalledProcessError if a tool fails."""
    environment = os.environ | {"EXPECTED": str(folder / "expected.json")}
    answers = [sys.executable, "-m", "pytest", "--quiet", "tests/javascript"]
    subprocess.run(answers, cwd=folder, env=environment, check=True, capture_output=True)
    command = ["node", str(STRYKER), "run", str(CONFIG), "--concurrency", str(jobs)]
    if sample:
        command += ["--mutate", ",".join(f"{file}:{line}-{line}" for file, line in lines_of(folder)[:sample])]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    report = json.loads((folder / ".mutants" / "report.json").read_text(encoding="utf-8"))
    for file, found in report["files"].items():
        lines = found["source"].splitlines()
        for mutant in found["mutants"]:
            if mutant["status"] not in NOT_MADE:
                before, after = _change(lines, mutant)
                yield (file, before, after), mutant["location"]["start"]["line"], mutant["status"] in CAUGHT


def _change(lines: list[str], mutant: dict[str, Any]) -> tuple[str, str]:
    """The lines that a mutant changes, before and after, on one line each and without the space around them."""
    start, end = mutant["location"]["start"], mutant["location"]["end"]
    before = lines[start["line"] - 1 : end["line"]]
    after = before[0][: start["column"] - 1] + mutant["replacement"] + before[-1][end["column"] - 1 :]
    return tuple(" ".join(line.strip() for line in text) for text in (before, after.splitlines()))


def lines_of(folder: Path) -> list[tuple[str, int]]:
    """Every line of the rules that says something, as file and number, in an order that says nothing and is always the same: the
    first so many are a fair sample."""
    found = []
    for file in json.loads(CONFIG.read_text(encoding="utf-8"))["mutate"]:
        for number, line in enumerate((folder / file).read_text(encoding="utf-8").splitlines(), 1):
            if any(map(str.isalnum, line)) and not line.lstrip().startswith(("//", "*", "/*", "import ")):
                found.append((hashlib.sha256(f"{file} {line} {number % 2}".encode()).digest(), file, number))
    return [(file, number) for _, file, number in sorted(found)]
