"""README.md and HACKING.md say what is there: every room has its row, and every recipe leads to names that exist."""

import re

import pytest
from paths import ROOT, tracked

README = (ROOT / "README.md").read_text(encoding="utf-8")
HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")
MOST_ROWS = 15
RECIPES = {part.splitlines()[0]: part for part in HACKING.partition("## Recipes")[2].partition("\n## ")[0].split("\n### ")[1:]}


def rows() -> list[str]:
    """The table of folders in the README."""
    table = README.partition("| where | what it holds |\n| --- | --- |\n")[2].partition("\n\n")[0]
    return table.splitlines()


def test_the_table_has_a_place_for_every_folder_and_room_and_for_nothing_else() -> None:
    folders = {file.relative_to(ROOT).parts[0] for file in tracked() if len(file.relative_to(ROOT).parts) > 1}
    rooms = {f"macros/{folder.name}" for folder in (ROOT / "macros").iterdir() if (folder / "__init__.py").is_file()}
    expected = {folder for folder in folders if not folder.startswith(".")} - {"macros"} | rooms
    named = re.findall(r"`([\w/]+)/`", " ".join(row.split("|")[1] for row in rows()))
    assert sorted(named) == sorted(expected)
    assert len(rows()) <= MOST_ROWS


def test_the_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


def named(recipe: str) -> list[tuple[str, str]]:
    """(name, file) of everything that a recipe says stands in a file: `A`, `B` or `C`, all in `macros/x.py`."""
    found = re.findall(
        r"((?:`\w+`(?:,| or| and)? )+)(?:all )?(?:and its neighbours )?in\s+`([\w/]+\.py)`", " ".join(recipe.split())
    )
    return [(name, file) for names, file in found for name in re.findall(r"`(\w+)`", names)]


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_leads_to_names_that_stand_in_the_files_it_names(title: str) -> None:
    recipe = RECIPES[title]
    paths = re.findall(r"`([\w.]+(?:/[\w.]*)+|\w+\.(?:yml|json))`", recipe)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
    for name, file in named(recipe):
        text = (ROOT / file).read_text(encoding="utf-8")
        assert re.search(rf"^(?:def |class )?{name}\b", text, re.MULTILINE), f"{name} is not defined in {file}"


def test_the_recipes_name_enough_to_be_worth_reading() -> None:
    assert len(RECIPES) > 12
    assert len([one for recipe in RECIPES.values() for one in named(recipe)]) > 20


def test_a_recipe_that_names_what_is_gone_is_found() -> None:
    assert named("A line in `FACETS`, `GONE` or `B`, all in `macros/views/catalogue/facets.py`.") == [
        (name, "macros/views/catalogue/facets.py") for name in ("FACETS", "GONE", "B")
    ]
