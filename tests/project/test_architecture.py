"""The flow goes one way: read → check → model → views → templates → pages; each thing is known in one place.

The rooms and their floors stand in pyproject.toml, where import-linter reads them.
"""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT, TESTS

FOLDERS = ("macros", "scripts", "archive")
CODE = [ROOT / "hooks.py", *(file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))]
TEST_FILES = sorted(TESTS.rglob("*.py"))
MOST_ENTRIES = 15
MOST_LINES = 300
FOLDER = ROOT / "macros" / "rendering" / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
GENERATORS = {"mkdocs", "material", "mkdocs_macros", "properdocs", "zensical"}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def top_packages(file: Path) -> set[str]:
    """The packages that a file imports from anywhere in it: {"pathlib", "macros"}"""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.split(".")[0] for name in names}


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", root / "pyproject.toml"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def test_a_room_imports_only_from_the_rooms_below_it() -> None:
    found = lint_imports(ROOT)
    assert found.returncode == 0, found.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code of the project, to break."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("macros/model/audience.py", "from macros.views.common.lines import Line", "Rooms: one direction"),
        ("macros/views/common/lines.py", "from macros.views.card.card import card_view", "Features of views: one direction"),
        ("macros/library/library.py", "from macros.library import loader", "No circles, in any folder"),
        ("macros/site/site_settings.py", "import mkdocs", "Only the adapter knows the generator"),
        ("macros/site/site_settings.py", "import yaml", "Only the reader knows YAML"),
        ("macros/site/site_settings.py", "import pydantic", "Only the model and the check know pydantic"),
        ("macros/views/common/lines.py", "import markupsafe", "Views know no markup"),
        ("archive/files.py", "import macros.parallel", "The archive knows the built site, and nothing of how it is made"),
    ],
    ids=lambda value: str(value).replace("/", "."),
)
def test_an_import_the_wrong_way_is_refused_also_if_it_is_of_types_only(copy: Path, file: str, line: str, broken: str) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    (copy / file).write_text(f"{text}\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    {line}\n", encoding="utf-8")
    found = lint_imports(copy)
    assert found.returncode == 1
    assert f"{broken} BROKEN" in found.stdout


def test_a_new_room_has_to_get_its_floor(copy: Path) -> None:
    (copy / "macros" / "keuken").mkdir()
    (copy / "macros" / "keuken" / "__init__.py").touch()
    found = lint_imports(copy)
    assert found.returncode == 1
    assert "macros.keuken" in found.stdout


def test_the_rooms_can_be_counted_on_the_fingers() -> None:
    entries = [entry for entry in (ROOT / "macros").iterdir() if entry.name != "__pycache__"]
    assert len(entries) <= MOST_ENTRIES


def test_only_the_hooks_the_macros_and_the_build_know_mkdocs() -> None:
    knowing = {name_of(file) for file in CODE if top_packages(file) & GENERATORS}
    adapter = {"hooks.py", "scripts/writing/mkdocs_site.py", "scripts/serving/mkdocs_frame.py"}
    assert {name for name in knowing if not name.startswith("scripts/bench")} == adapter


def test_what_outlives_mkdocs_reaches_none_of_the_code_that_knows_it() -> None:
    code = "import sys, scripts.export; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert "macros.views.card.card" in loaded
    assert {name.split(".")[0] for name in loaded} & {*GENERATORS, "hooks"} == set()


def test_views_write_no_markup() -> None:
    files = [file for file in CODE if name_of(file).startswith("macros/views/")]
    assert files
    assert [name_of(file) for file in files if re.search(r"</?[a-z]+[ >]", file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_a_template_only_shows_what_it_is_given(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    pieces = set(re.findall(r'{%-?\s*(?:import|include|extends|from)\s+"([^"]+)"', text))
    assert pieces <= {other.relative_to(FOLDER).as_posix() for other in TEMPLATES}
    assert "|safe" not in text.replace(" ", ""), "text is escaped or rendered by the filter text"
    assert not re.search(r"\bstyle=|\bon[a-z]+=|<script(?! src=)|<style", text)


def test_commands_are_thin() -> None:
    commands = [
        file
        for file in (ROOT / "scripts").glob("*.py")
        if file.name not in ("__init__.py", "bench.py", "measure_search.py", "measure_serve.py")
    ]
    assert len(commands) > 3
    for file in commands:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 100, name_of(file)


def test_a_class_name_has_one_meaning() -> None:
    places: dict[str, list[str]] = {}
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(name_of(file))
    assert "Method" in places
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


@pytest.mark.parametrize("file", CODE, ids=name_of)
def test_a_module_is_small_enough_to_hold_in_the_head(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_every_module_says_what_it_is_for() -> None:
    files = [file for file in [*CODE, *TEST_FILES] if file.read_text(encoding="utf-8").strip()]
    assert len(files) > 40
    assert [name_of(file) for file in files if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))] == []


def folders(*parts: str) -> set[str]:
    return {entry.name for entry in ROOT.joinpath(*parts).iterdir() if entry.is_dir() and entry.name != "__pycache__"}


FEATURES = folders("macros", "views")
ROOMS = folders("macros")


@pytest.mark.parametrize(
    ("where", "more"),
    [
        (("macros", "rendering", "templates"), {"form"}),
        (("docs", "assets"), {"form", "lazy", "lib", "packages", "pages", "style"}),
        (("tests", "views"), set()),
        (("tests", "browser"), {"form", "archive"}),
    ],
    ids=lambda value: "/".join(value) if isinstance(value, tuple) else "",
)
def test_a_feature_has_one_name_everywhere(where: tuple[str, ...], more: set[str]) -> None:
    assert folders(*where) <= FEATURES | ROOMS | more
    assert folders(*where) & FEATURES


READ_THE_REAL_LIBRARY = {
    "contributing/test_contributing_text.py": "what contributors are shown must pass the check with the words of today",
    "scripts/test_bench.py": "the benchmark adds artificial cards to the real ones",
    "support/site_fixtures.py": "copies the project, for the tests of real_library/",
}
"""Tests outside real_library/ that read real cards or data, and why a change of those cannot turn them red."""


def test_tests_of_code_do_not_know_the_real_cards() -> None:
    others = [file for file in TEST_FILES if TESTS / "real_library" not in file.parents and file != Path(__file__)]
    real = re.compile(r"""ROOT ?/ ?f?["'](?:methods|data)\b|ROOT\.r?glob\(["'](?:methods|data)\b|load_library\(ROOT\)""")
    found = {file.relative_to(TESTS).as_posix() for file in others if real.search(file.read_text(encoding="utf-8"))}
    assert found <= set(READ_THE_REAL_LIBRARY), found - set(READ_THE_REAL_LIBRARY)
    asked_for = (TESTS / "real_library" / "queries.yml").read_text(
        encoding="utf-8"
    )  # so a new card, whatever its name, is no matter
    cards = [file.stem for file in (ROOT / "methods").glob("*.yml") if "-" in file.stem and file.stem in asked_for]
    assert len(cards) > 10
    names = "|".join(cards)
    named = {file.relative_to(TESTS).as_posix() for file in others if re.search(names, file.read_text(encoding="utf-8"))}
    assert named == set()
