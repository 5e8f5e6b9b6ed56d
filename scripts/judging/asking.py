"""Questions → the answers of the search of a library, in Node and without a browser."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from macros.library.library import Library
from macros.search.index import search_files


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The questions of a file, each with what it should find."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))["queries"]


def ask(library: Library, questions: Sequence[str]) -> list[dict[str, Any]]:
    """An answer for each question; hand-written pages are not searched. Raises CalledProcessError if Node cannot."""
    given = json.dumps({"files": dict(search_files(library)), "questions": questions})
    script = Path(__file__).with_name("ask.mjs")
    run = subprocess.run(["node", str(script)], input=given, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)
