"""What `make site` installs is told in HACKING.md, and does not grow unseen."""

import json
import re
import sys
from pathlib import Path

import pytest
from paths import ROOT

from scripts.weight import Weight, main, node_weight, python_weight

pytestmark = pytest.mark.heavy

TOLD = re.search(
    r"installs (?P<python>\d+) Python packages of (?P<python_mb>\d+) MB and (?P<node>\d+) Node packages of (?P<node_mb>\d+) MB",
    " ".join((ROOT / "HACKING.md").read_text(encoding="utf-8").split()),
)


def told(what: str) -> int:
    return int(TOLD[what])


def test_no_more_packages_are_installed_than_is_told() -> None:
    python, node = python_weight(ROOT), node_weight(ROOT)
    assert python.packages <= told("python") and node.packages <= told("node")
    if sys.platform == "linux":
        assert (python.packages, node.packages) == (told("python"), told("node"))


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers are those of Linux: other systems have other compiled files")
def test_they_are_as_large_as_is_told() -> None:
    for weight, size in ((python_weight(ROOT), told("python_mb")), (node_weight(ROOT), told("node_mb"))):
        assert 0.9 * size < weight.megabytes < 1.1 * size, (weight.megabytes, size)


def test_the_bill_names_as_many() -> None:
    """Of a package that has a version for each Python one is installed, and of esbuild one of its programs."""
    parts = json.loads((ROOT / "requirements" / "bill.cdx.json").read_text(encoding="utf-8"))["components"]
    names = {part["name"] for part in parts if part["purl"].startswith("pkg:pypi/")}
    assert len(names) == told("python")
    node = {part["name"] for part in parts if part["purl"].startswith("pkg:npm/")}
    assert len([name for name in node if not name.startswith("@esbuild/")]) + 1 == told("node")


def test_the_command_tells_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert re.fullmatch(r"Python: \d+ pakketten, \d+ MB\nNode: \d+ pakketten, \d+ MB\n", capsys.readouterr().out)


def test_what_is_not_installed_weighs_nothing(tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    parts = [{"purl": "pkg:pypi/no-such-package@1", "name": "no-such-package"}, {"purl": "pkg:npm/weg@1", "name": "weg"}]
    (tmp_path / "requirements" / "bill.cdx.json").write_text(json.dumps({"components": parts}))
    assert python_weight(tmp_path) == node_weight(tmp_path) == Weight(0, 0)
