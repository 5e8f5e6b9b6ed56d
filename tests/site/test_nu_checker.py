"""The Nu HTML checker of the W3C finds no error on any kind of page."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from accessibility import with_every_part
from built import Site
from paths import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
needs_java = pytest.mark.skipif(
    not shutil.which("java"), reason="the Nu HTML checker needs Java: install it to see what it finds"
)
"""Java is not installed for one test: it is twice as large as all that the tests need besides a browser."""


def errors(*files: Path) -> list[dict[str, Any]]:
    command = [
        "java",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--errors-only",
        "--stdout",
        "--exit-zero-always",
        *map(str, files),
    ]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["messages"]


@needs_java
def test_no_kind_of_page_has_an_error(site: Site) -> None:
    texts = {str(page.path): page.path.read_text(encoding="utf-8") for page in site.pages.values()}
    chosen = with_every_part(texts)
    assert len(chosen) > 20
    assert [(error["url"], error.get("lastLine"), error["message"]) for error in errors(*map(Path, chosen))] == []


@pytest.mark.heavy
@needs_java
def test_what_the_checker_finds_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="nl"><title>Een</title><input type="checkbox" autocomplete="off">', encoding="utf-8"
    )
    (error,) = errors(page)
    assert error["message"].startswith("Attribute “autocomplete” is only allowed when the input type is ")
