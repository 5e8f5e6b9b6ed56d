"""The form reads a published card as the check does."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from builders import Root, a_card
from built import Site
from paths import ROOT

from macros.library.library import Library
from macros.model.new_records import FIELD
from macros.model.shape import yaml_values
from macros.validation.yaml_reader import read_text

SCRIPT = ROOT / "tests" / "javascript" / "read_cards.mjs"


def read(*files: Path) -> list[Any]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not on this machine")
    done = subprocess.run([node, str(SCRIPT), *map(str, files)], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def test_the_form_reads_every_card_as_the_check_does(library: Library, site: Site) -> None:
    files = [site.path / "methoden" / name / f"{name}.yml" for name in library.methods]
    for method, (values, beside) in zip(library.methods.values(), read(*files), strict=True):
        assert values == yaml_values(method), method.id
        assert set(beside) <= {FIELD}


def test_what_is_nothing_to_the_check_is_nothing_to_the_form(tmp_path: Path) -> None:
    text = "a:\nb: ~\nc: null\nd: Null\ne: 'null'\nf: [x, ~]\ng: no\nh: 1.10\ni: 2019-05-14\nj: 0o7\nk: >-\n  een\n  twee\n"
    file = tmp_path / "card.yml"
    file.write_text(text, encoding="utf-8")
    ((values, _),) = read(file)
    assert values == read_text(text, "card.yml").value


def test_space_around_a_text_does_not_count_and_new_records_are_no_part_of_the_card(root: Root) -> None:
    root.write_card(a_card(summary="  Kort.\n"), "ruim")
    (method,) = [one for one in root.load().methods.values() if one.id == "ruim"]
    root.write_card({**a_card(summary="  Kort.\n"), FIELD: {"sources": {}}}, "ruim")
    ((values, beside),) = read(root.path / "methods" / "ruim.yml")
    assert values == yaml_values(method) and values["summary"] == "Kort."
    assert beside == {FIELD: {"sources": {}}}
