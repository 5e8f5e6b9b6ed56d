"""Write the bill of materials of `make site`, requirements/bill.cdx.json, from the lock files: `python -m scripts.bill`.

CycloneDX 1.6 (cyclonedx.org/docs/1.6/json): every package that may be installed, with the hashes of its files. `make lock`
runs it; the same lock files give the same bytes.
"""

import base64
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scripts import run

ROOT = Path(__file__).parent.parent
FILE = "requirements/bill.cdx.json"
_PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\\n]+?))?(?= \\|\n|$)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main() -> int:
    (ROOT / FILE).write_text(bill(ROOT), encoding="utf-8")
    return 0


def bill(root: Path) -> str:
    """The text of the bill, from pyproject.toml, requirements/site.txt and package-lock.json."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    python = python_parts((root / "requirements" / "site.txt").read_text(encoding="utf-8"))
    node = node_parts(json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"])
    about = {name: project[name] for name in ("name", "version", "description")}
    values = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": project["name"], **about}},
        "components": sorted([*python, *node], key=lambda part: part["bom-ref"]),
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def python_parts(lock: str) -> Iterator[dict[str, Any]]:
    """The packages of a lock file with hashes; a package for some systems only says which."""
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        found = _PACKAGE.match(entry)
        assert found, entry
        hashes = [{"alg": "SHA-256", "content": digest} for digest in _HASH.findall(entry)]
        part = _part("pypi", found["name"].lower().replace("_", "-"), found["version"], hashes)
        yield part | ({"properties": [{"name": "python:marker", "value": found["marker"]}]} if found["marker"] else {})


def node_parts(packages: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The packages of package-lock.json that are not for tests and linters only."""
    for path, about in packages.items():
        if not path or about.get("dev"):
            continue
        name = path.rpartition("node_modules/")[2]
        kind, _, digest = about["integrity"].partition("-")
        hashes = [{"alg": kind.upper().replace("SHA", "SHA-"), "content": base64.b64decode(digest).hex()}]
        licence = {"licenses": [{"expression": about["license"]}]} if about.get("license") else {}
        yield _part("npm", name, about["version"], hashes) | licence


def _part(kind: str, name: str, version: str, hashes: list[dict[str, str]]) -> dict[str, Any]:
    address = f"pkg:{kind}/{quote(name, safe='/')}@{quote(version)}"
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address, "hashes": hashes}


if __name__ == "__main__":
    run(main)
