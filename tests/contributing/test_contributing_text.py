"""What contributors are told is true: the examples pass the check, the commands exist, and the site says the same."""

import argparse
import importlib
import re
import shutil
from pathlib import Path

import pytest
from builders import Root
from built import Site
from paths import ROOT

from macros.library.library import Library
from macros.site.author_macros.contributing_text import FILE, LINE, included
from macros.site.author_macros.markdown_pages import written_pages
from macros.validation.problems import text_report

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
YAML = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
SHOWN = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)


def block(start: str) -> str:
    """The example that begins with this."""
    return next(text for text in YAML if text.startswith(start))


@pytest.fixture
def described(tmp_path: Path) -> Root:
    """The real data with the source and the organisation that contributors are shown."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for names_cards in ("guidelines.yml", "comparisons.yml", "former_tools.yml"):  # none of which is here
        (tmp_path / "data" / names_cards).unlink()
    for name, start in (("sources", "stichting-voorbeeld-werkwijze:"), ("organisations", "stichting-voorbeeld:")):
        with (tmp_path / "data" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write("\n" + block(start))
    return Root(tmp_path)


def test_the_card_that_contributors_are_shown_passes_the_check(described: Root) -> None:
    assert described.problems(block("name: Samen Verder"), "samen-verder") == []
    assert described.problems(block("name: Samen Verder") + block("gaps:") + block("studies:"), "samen-verder") == []


def test_the_report_that_contributors_are_shown_is_what_the_check_says(described: Root) -> None:
    outcomes = block("studies:").replace("social-support", "social-suport").replace("count: 18, of: 24", "count: 28, of: 24")
    problems = described.problems(block("name: Samen Verder") + outcomes, "samen-verder")
    assert text_report(problems) + "\n" in SHOWN


def test_every_command_that_is_shown_exists_with_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"-m scripts\.(\w+)", TEXT)
    assert {"new", "import", "worksheet", "check"} <= set(shown)
    options = {name: importlib.import_module(f"scripts.{name}")._parser() for name in set(shown)}
    assert all(isinstance(parser, argparse.ArgumentParser) for parser in options.values())
    known = "".join(parser.format_help() for parser in options.values())
    named = set(re.findall(r"`(--[a-z-]+)", TEXT))
    assert named >= {"--from", "--valid-only", "--overwrite", "--dry-run"}
    assert [option for option in named if option not in known] == []


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", TEXT)
    assert len(links) > 4
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_the_list_of_fields_is_not_copied() -> None:
    assert "docs/bijdragen/velden.md" in TEXT
    assert "| Veld |" not in TEXT


def test_the_page_says_what_the_file_says_with_links_of_its_own() -> None:
    text = "# Titel\n\nAlleen hier.\n\n## Eerst\n\n[Velden](docs/bijdragen/velden.md), [weging](docs/over/weging.md#x), "
    text += "[LICENSE](LICENSE), [elders](https://voorbeeld.example/a) en [verder](#eerst).\n"
    page = included(f"Begin.\n\n{LINE}\n\n## Slot\n", text, "bijdragen")
    assert page == (
        "Begin.\n\n## Eerst\n\n[Velden](velden.md), [weging](../over/weging.md#x), LICENSE, "
        "[elders](https://voorbeeld.example/a) en [verder](#eerst).\n\n## Slot\n"
    )


def test_the_export_for_other_generators_has_the_text_too(library: Library) -> None:
    (page,) = written_pages(ROOT / "docs", ["bijdragen/index.md"], ["tables", "toc"], library)
    assert LINE not in page.markdown
    assert "Een methode in vijf stappen" in page.html


def test_one_page_asks_for_it_and_repeats_none_of_it() -> None:
    pages = [file for file in sorted((ROOT / "docs").rglob("*.md")) if LINE in file.read_text(encoding="utf-8")]
    assert [file.relative_to(ROOT).as_posix() for file in pages] == ["docs/bijdragen/index.md"]
    assert FILE == "CONTRIBUTING.md"
    own = pages[0].read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    assert len(headings) > 7
    assert [heading for heading in headings if f"## {heading}\n" in own] == []


def test_the_site_has_the_text_and_the_templates(site: Site) -> None:
    html = (site.path / "bijdragen" / "index.html").read_text(encoding="utf-8")
    assert 'id="een-methode-in-vijf-stappen"' in html
    assert 'href="velden/"' in html
    assert "docs/bijdragen" not in html
    for name in ("sjabloon.xlsx", "sjabloon.csv"):
        assert f'href="{name}"' in html
        assert (site.path / "bijdragen" / name).stat().st_size > 1000
