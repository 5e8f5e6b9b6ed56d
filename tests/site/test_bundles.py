"""Styles and scripts become one file each, from what docs/assets/ has, and what is wrong with one stops the build."""

from pathlib import Path

import pytest
from builders import Root
from built import make_site_root

from macros.kept import KeptWork
from macros.site.asset_versions import version_of
from macros.site.bundles import NotBundled, UnknownKind, bundles, is_source, kind_of
from scripts.site import main


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name, text in {
        "pages/card.css": '@import "../style/one.css";\n@import "../style/two.css";\n',
        "pages/card.js": 'import { a } from "../lib/a.js";\nconsole.log(a);\nimport("../lazy/late.js");\n',
        "lazy/late.js": 'import { a } from "../lib/a.js";\nexport const late = a + 1;\n',
        "lib/a.js": "export const a = 41;\n",
        "style/one.css": "/* told */\n.one {\n  color: red;\n}\n",
        "style/two.css": '.two::before {\n  content: "  ✕ ";\n}\n',
    }.items():
        file = tmp_path / "docs" / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def test_an_entry_becomes_all_that_it_names_in_its_order(docs: Path) -> None:
    made = bundles(docs, "")
    assert set(made) == {"assets/pages/card.css", "assets/pages/card.js", "assets/lazy/late.js"}
    assert made["assets/pages/card.css"].strip() == '.one{color:red}.two:before{content:"  \\2715  "}'
    assert "41" in made["assets/pages/card.js"] and 'import("../lazy/late.js")' in made["assets/pages/card.js"]
    assert "42" in made["assets/lazy/late.js"], "41 + 1, so what it imports is in it"


def test_what_is_fetched_later_has_the_version_in_its_address(docs: Path) -> None:
    assert 'import("../lazy/late.js?v=12ab")' in bundles(docs, "12ab")["assets/pages/card.js"]


def test_what_was_made_is_kept_until_a_file_changes(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptWork(docs.parent)
    first = bundles(docs, version_of(docs / "assets"), kept)
    with monkeypatch.context() as without:
        without.setattr("macros.site.bundles._made", lambda *_: pytest.fail("made again"))
        assert bundles(docs, version_of(docs / "assets"), kept) == first
    (docs / "assets" / "lib" / "a.js").write_text("export const a = 42;\n", encoding="utf-8")
    assert "42" in bundles(docs, version_of(docs / "assets"), kept)["assets/pages/card.js"]


@pytest.mark.parametrize("version", ["", "12ab"])
def test_a_file_that_is_not_there_is_told(docs: Path, version: str) -> None:
    (docs / "assets" / "style" / "two.css").unlink()
    with pytest.raises(NotBundled, match=r'Could not resolve "\.\./style/two\.css"'):
        bundles(docs, version)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("assets/lib/dutch.js", True),
        ("assets/style/base.css", True),
        ("assets/stylesheets/main.1234.min.css.map", True),
        ("assets/favicon.svg", False),
        ("assets/packages/licences.txt", False),
        ("over/index.md", False),
    ],
)
def test_sources_of_sheets_and_scripts_are_no_files_of_the_site(path: str, expected: bool) -> None:
    assert is_source(path) is expected


@pytest.mark.parametrize(
    ("meta", "has_macros", "kind"), [({}, False, "text"), ({}, True, "mixed"), ({"kind": "card"}, True, "card")]
)
def test_a_page_without_a_kind_is_text_or_whatever_macros_show(docs: Path, meta, has_macros: bool, kind: str) -> None:
    for name in ("text", "mixed"):
        (docs / "assets" / "pages" / f"{name}.css").write_text("", encoding="utf-8")
    assert kind_of("over.md", meta, docs, has_macros=has_macros) == kind


def test_a_kind_that_is_not_there_is_told_with_those_that_are(docs: Path) -> None:
    with pytest.raises(UnknownKind) as told:
        kind_of("over.md", {"kind": "kaart"}, docs, has_macros=False)
    assert str(told.value) == 'over.md: kind: er is geen soort pagina "kaart"; kies uit card, of laat kind weg'


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("page", "style", "said"),
    [
        ("---\nkind: kaart\n---\n# Begin\n", "", 'index.md: kind: er is geen soort pagina "kaart"; kies uit card, '),
        ("# Begin\n", '@import "../style/weg.css";\n', "de stijlen en scripts zijn niet samen te voegen: "),
    ],
    ids=["kind", "style"],
)
def test_a_build_that_has_no_sheet_for_a_page_stops(
    root: Root, tmp_path: Path, caplog: pytest.LogCaptureFixture, page: str, style: str, said: str
) -> None:
    make_site_root(root, {"index.md": page})
    if style:
        root.write("docs/assets/pages/card.css", style)
    assert main(["--root", str(root.path), "--to", str(tmp_path / "site")]) == 1
    assert said in caplog.text
    assert not (tmp_path / "site").exists()
