"""What every page needs is one sheet; what one page needs comes with that page only."""

import re
from pathlib import Path

import pytest
from built import Site
from paths import ROOT

from macros.library.library import Library
from macros.site.style_sheet import SHEET, one_sheet
from macros.validation.yaml_reader import read_settings


def sheets(site: Site, address: str) -> list[str]:
    links = [link for link in site.page(address).elements("link") if link.get("rel") == "stylesheet"]
    names = [link.get("href", "").partition("assets/style/")[2].partition("?")[0] for link in links]
    return [name for name in names if name]


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("", []),
        ("past-het/", ["fit.css", "fit_print.css", "fit_talk.css"]),
        ("bijdragen/formulier/", ["form.css", "form_groups.css", "form_side.css", "form_notices.css"]),
    ],
)
def test_a_page_links_to_the_sheet_of_all_and_to_its_own(address: str, own: list[str], site: Site) -> None:
    assert sheets(site, address) == ["site.css", *own]
    assert all((site.path / "assets" / "style" / name).is_file() for name in own)


def test_a_card_links_to_the_sheet_of_all(site: Site, library: Library) -> None:
    assert library.methods
    for method_id in library.methods:
        assert sheets(site, f"methoden/{method_id}/") == ["site.css"]


def test_the_sheet_holds_every_rule_in_the_order_of_the_settings(site: Site) -> None:
    sheet = (site.path / SHEET).read_text(encoding="utf-8")
    places = []
    for style in read_settings(ROOT / "mkdocs.yml")["extra_css"]:
        text = re.sub(r"/\*.*?\*/", "", (ROOT / "docs" / style).read_text(encoding="utf-8"), flags=re.DOTALL)
        text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
        assert text in sheet, style
        places.append(sheet.index(text))
    assert len(places) > 20
    assert places == sorted(places)


def test_comments_and_indents_go_and_texts_stay(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("/* one\n two */\n.a {\n  color: red;\n}\n", encoding="utf-8")
    (tmp_path / "b.css").write_text('.b::before {\n  content: "  ✕ ";\n}\n', encoding="utf-8")
    assert one_sheet(tmp_path, ["a.css", "b.css"]) == '.a {\ncolor: red;\n}\n.b::before {\ncontent: "  ✕ ";\n}\n'


def test_every_style_is_asked_for_by_a_page() -> None:
    texts = [ROOT / "mkdocs.yml", *(ROOT / "docs").rglob("*.md"), *(ROOT / "macros/rendering/templates").rglob("*.html")]
    asked = " ".join(text.read_text(encoding="utf-8") for text in texts)
    assert [file.name for file in (ROOT / "docs/assets/style").glob("*.css") if not re.search(rf"\b{file.name}\b", asked)] == []
