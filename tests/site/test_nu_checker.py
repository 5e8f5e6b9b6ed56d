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
def test_no_kind_of_page_has_an_error_and_one_that_has_is_seen(site: Site, tmp_path: Path) -> None:
    texts = {str(page.path): page.path.read_text(encoding="utf-8") for page in site.pages.values()}
    chosen = with_every_part(texts)
    assert len(chosen) > 20
    wrong = tmp_path / "page.html"
    wrong.write_text(
        '<!doctype html><html lang="nl"><title>Een</title><input type="checkbox" autocomplete="off">', encoding="utf-8"
    )
    found = [(error["url"], error.get("lastLine"), error["message"]) for error in errors(wrong, *map(Path, chosen))]
    assert [(url, line) for url, line, _ in found] == [(wrong.as_uri().replace("file:///", "file:/"), 1)], found
    assert found[0][2].startswith("Attribute “autocomplete” is only allowed when the input type is ")
