"""Measure a command: seconds, peak memory, and the pages that it wrote.

This process must stay small: on Linux a child starts with the peak memory of the process that started it.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from macros.validation.system_reasons import system_report

_MEBIBYTE = 1024 * (1024 if sys.platform == "darwin" else 1)
"""In the unit of ru_maxrss: kibibytes on Linux, bytes on macOS."""
_SCRIPTS = re.compile(r"<(script|style|head)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class MeasurementFailed(Exception):
    """The measured command failed, so its time has no meaning."""


def failure_text(error: Exception) -> str:
    """Why a measurement stopped: our own words, or the reason of the system."""
    return system_report(error) if isinstance(error, OSError) else str(error)


class RunCost(NamedTuple):
    """The costs of one run."""

    seconds: float
    cpu: float
    """User and system seconds of all processors together; comparable even if the machine does other work."""
    mebibytes: float


class BuiltCards(NamedTuple):
    """What a build wrote for its cards."""

    pages: int
    bytes: float
    """Mean of the card pages."""
    words: float
    """Mean number of visible words on a card page."""


def measure_run(command: Sequence[object], folder: Path) -> RunCost:
    """Run a command in a folder, in a new process. Raises MeasurementFailed with the end of its output."""
    os.sync()  # so that this run does not pay for writing what an earlier one left in the cache
    with tempfile.TemporaryFile("w+") as output:
        started = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=output, stderr=output, env=environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise MeasurementFailed(f"{' '.join(map(str, command))} eindigde met {process.returncode}:\n{output.read()[-4000:]}")
    return RunCost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MEBIBYTE)


def environment() -> dict[str, str]:
    """The environment of an ordinary machine, on which Python caches compiled code."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def measure_output(site: Path, ids: Sequence[str]) -> BuiltCards:
    """Read the card pages of a site. Raises MeasurementFailed if one is missing."""
    files = [site / "methoden" / card_id / "index.html" for card_id in ids]
    if missing := [file for file in files if not file.is_file()]:
        raise MeasurementFailed(f"{len(missing)} van {len(files)} kaartpagina's zijn niet geschreven, zoals {missing[0]}")
    sample = files[:: max(1, len(files) // 100)]
    return BuiltCards(len(files), mean(file.stat().st_size for file in files), mean(map(_words, sample)))


def _words(file: Path) -> int:
    return len(_TAG.sub(" ", _SCRIPTS.sub(" ", file.read_text(encoding="utf-8"))).split())
