"""The flow goes one way: read → check → model → views → templates → pages; each thing is known in one place."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from paths import ROOT, TESTS

FOLDERS = ("macros", "scripts", "archive")
CODE = [ROOT / "hooks.py", *(file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))]
TEST_FILES = sorted(TESTS.rglob("*.py"))
LAYERS = (
    {"parallel", "model", "validation", "history", "library", "views"},
    {"rendering"},
    {"search", "open_data"},
    {"contributing"},
    {"site"},
    {"__init__"},
)
"""A module of macros/ may import from its own layer and from those before it."""
MOST_LINES = 300
TEMPLATES = sorted((ROOT / "macros" / "rendering" / "templates").iterdir())


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def imported(file: Path) -> set[str]:
    """The modules that a file imports, as absolute names; those used only to name types are left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    package = file.relative_to(ROOT).with_suffix("").parts[:-1]
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            base = ".".join(filter(None, (start, node.module)))
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return found


def tops(file: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(file)}


def part_of(module: str) -> str | None:
    """The part of macros/ that a module name belongs to: macros.views.card → views."""
    parts = module.split(".")
    if parts[0] != "macros" or len(parts) < 2:
        return None
    return parts[1] if any(parts[1] in layer for layer in LAYERS) else None


def in_part(part: str) -> list[Path]:
    found = [file for file in CODE if name_of(file).startswith(f"macros/{part}/") or name_of(file) == f"macros/{part}.py"]
    assert found
    return found


GENERATORS = {"mkdocs", "material", "mkdocs_macros", "properdocs", "zensical"}


def test_only_the_hooks_the_macros_and_the_build_know_mkdocs() -> None:
    knowing = {name_of(file) for file in CODE if tops(file) & GENERATORS}
    allowed = {"hooks.py", "macros/__init__.py", "scripts/site.py"}
    assert "hooks.py" in knowing
    assert {name for name in knowing if not name.startswith("scripts/bench")} <= allowed


def test_what_outlives_mkdocs_reaches_none_of_the_code_that_knows_it() -> None:
    reached = {name_of(file) for file in reach(ROOT / "scripts" / "export.py")}
    assert {
        "macros/site/export.py",
        "macros/site/author_macros/markdown_pages.py",
        "macros/library/loader.py",
        "macros/views/card/card.py",
    } <= reached
    assert reached & {"hooks.py", "scripts/site.py"} == set()
    assert [name for name in reached if tops(ROOT / name) & GENERATORS] == []


def reach(file: Path) -> set[Path]:
    """The file and all code of the project that it imports, and what that imports."""
    found, todo = set(), [file]
    while todo:
        if (file := todo.pop()) not in found:
            found.add(file)
            todo += [other for other in CODE if module_of(other) in imported(file)]
    return found


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_only_the_reader_knows_yaml() -> None:
    knowing = {name_of(file) for file in CODE if "yaml" in tops(file)}
    assert {name for name in knowing if not name.startswith("scripts/bench")} == {"macros/validation/yaml_reader.py"}


def test_views_know_no_markup() -> None:
    for file in in_part("views"):
        assert not tops(file) & {"jinja2", "markupsafe", "markdown", "html"}, name_of(file)
        assert not re.search(r"</?[a-z]+[ >]", file.read_text(encoding="utf-8")), name_of(file)


def test_only_the_model_and_what_checks_with_it_know_pydantic() -> None:
    allowed = {name_of(file) for part in ("model", "validation") for file in in_part(part)}
    assert {name_of(file) for file in CODE if tops(file) & {"pydantic", "pydantic_core"}} <= allowed


def test_every_part_of_the_library_has_its_place_in_the_flow() -> None:
    parts = {
        file.stem if file.suffix == ".py" else file.name
        for file in (ROOT / "macros").iterdir()
        if file.suffix == ".py" or (file / "__init__.py").exists()
    }
    assert parts == set().union(*LAYERS)


@pytest.mark.parametrize("file", [file for file in CODE if name_of(file).startswith("macros/")], ids=name_of)
def test_a_module_imports_only_from_its_own_layer_and_those_before_it(file: Path) -> None:
    parts = file.relative_to(ROOT / "macros").with_suffix("").parts
    place = next(number for number, layer in enumerate(LAYERS) if parts[0] in layer)
    allowed = set().union(*LAYERS[: place + 1])
    used = {part for module in imported(file) if (part := part_of(module))}
    assert used <= allowed, used - allowed


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_only_shows_what_it_is_given(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    pieces = set(re.findall(r'{%-?\s*(?:import|include|extends|from)\s+"([^"]+)"', text))
    assert pieces <= {other.name for other in TEMPLATES}
    assert "|safe" not in text.replace(" ", ""), "text is escaped or rendered by the filter text"
    assert not re.search(r"\bstyle=|\bon[a-z]+=|<script(?! src=)|<style", text)


def test_commands_are_thin() -> None:
    commands = [
        file for file in (ROOT / "scripts").glob("*.py") if file.name not in ("__init__.py", "bench.py", "measure_search.py")
    ]
    assert len(commands) > 3
    for file in commands:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 100, name_of(file)


def test_the_archive_knows_the_built_site_and_nothing_of_how_it_is_made() -> None:
    files = [file for file in CODE if name_of(file).startswith("archive/")]
    assert files
    assert [name_of(file) for file in files if tops(file) & {"macros", "hooks", "scripts", *GENERATORS}] == []


@pytest.mark.parametrize("file", [file for file in CODE if name_of(file).startswith("macros/")], ids=name_of)
def test_a_module_is_small_enough_to_hold_in_the_head(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_every_module_says_what_it_is_for() -> None:
    files = [file for file in [*CODE, *TEST_FILES] if file.read_text(encoding="utf-8").strip()]
    assert len(files) > 40
    assert [name_of(file) for file in files if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))] == []
