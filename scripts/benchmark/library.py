"""A complete project with many cards: the repository as it is, with synthetic cards beside the real ones.

The real cards stay, because the hand-written pages refer to them and because they use every term of the vocabularies.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from macros.contributing.yaml_writer import yaml_text

from .cards import Stock, card_id, make_card

REPOSITORY = Path(__file__).parent.parent.parent
SMALL = REPOSITORY / "tests" / "example_site"
"""A library of a few invented cards, with the pages that name cards."""
_COPIED = ("mkdocs.yml", "hooks.py", "macros", "theme", "docs", "CONTRIBUTING.md", "methods", "data")
_NOBODY = ("-c", "user.name=meting", "-c", "user.email=meting@voorbeeld.example", "-c", "commit.gpgsign=false")
_CARDS_PER_ORGANISATION = 5
_MOST_SOURCES = 500
"""A real card has about ten sources of its own, but with so many reading data/ would hide what cards cost."""


def write_library(root: Path, cards: int) -> None:
    """Write a project with this many cards in all, into a folder that does not exist yet. As many as SMALL has are those."""
    _copy_project(root)
    if cards == len(card_files(SMALL)):
        for name in ("methods", "data"):
            shutil.rmtree(root / name)
        shutil.copytree(SMALL, root, dirs_exist_ok=True)
        return
    synthetic = cards - len(real_cards(root))
    if synthetic < 1:
        raise ValueError(f"{cards} kaarten is minder dan er echte zijn")
    stock = _make_stock(root, synthetic)
    _write_data(root, stock)
    for number in range(synthetic):
        text = yaml_text(make_card(number, stock))
        (root / "methods" / f"{card_id(number)}.yml").write_text(text, encoding="utf-8")


def _copy_project(root: Path) -> None:
    for name in _COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            root.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, root / name)


def begin_history(root: Path) -> None:
    """Make the project a repository with one commit, as a proposal is compared with one."""
    for arguments in (("init", "--quiet"), ("add", "--all"), (*_NOBODY, "commit", "--quiet", "--message", "Begin")):
        subprocess.run(("git", *arguments), cwd=root, check=True, capture_output=True)


def real_cards(root: Path) -> list[Path]:
    return [file for file in card_files(root) if not file.name.startswith("kunstmatig")]


def card_files(root: Path) -> list[Path]:
    return sorted((root / "methods").glob("*.yml"))


def _make_stock(root: Path, synthetic: int) -> Stock:
    vocabularies = {file.stem: _read(file)["terms"] for file in (root / "data" / "vocabularies").glob("*.yml")}
    return Stock(
        terms={name: tuple(terms) for name, terms in vocabularies.items()},
        organisations=[f"kunstmatige-organisatie-{number:04d}" for number in range(max(4, synthetic // _CARDS_PER_ORGANISATION))],
        sources=[f"kunstmatige-bron-{number:04d}" for number in range(min(_MOST_SOURCES, 9 * synthetic))],
        elements=tuple(_read(root / "data" / "elements.yml")),
        tools=tuple(_read(root / "data" / "tools.yml")),
        cards=synthetic,
    )


def _read(file: Path) -> dict[str, Any]:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _write_data(root: Path, stock: Stock) -> None:
    """Add the organisations and sources of the synthetic cards to those of the real ones."""
    additions = {
        "organisations": _organisations(stock.organisations, stock.terms["organisation-kind"]),
        "sources": _sources(stock.sources, stock.terms["voice"]),
    }
    for name, records in additions.items():
        with (root / "data" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write("\n# Kunstmatig, alleen om mee te meten.\n")
            file.write(yaml_text(dict(records)))


def _organisations(ids: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, key in enumerate(ids):
        yield key, {"name": f"Kunstmatige organisatie {number:04d}", "kind": kinds[number % len(kinds)]}


def _sources(ids: Sequence[str], voices: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, key in enumerate(ids):
        yield (
            key,
            {
                "type": "report",
                "title": f"Kunstmatig document {number:04d} dat niet bestaat",
                "publisher": f"Kunstmatige uitgever {number % 50:02d}",
                "URL": f"https://kunstmatig.example/document/{number:04d}/",
                "accessed": "2024-05-06",
                "voice": voices[number % len(voices)],
            },
        )
