"""What MkDocs finds in hand-written pages, the menu and mkdocs.yml is told in Dutch, with the file and what to do."""

from pathlib import Path

import pytest
from builders import Root
from built import make_site_root

from scripts.site import main
from scripts.writing.mkdocs_says import in_dutch, mkdocs_said

GONE = "leidt naar een bestand dat er niet is; kijk de naam na, en begin bij de map van deze pagina"
NO_HEADING = "leidt naar een kopje dat {} niet staat; kijk na hoe het kopje heet"
WHOLE = "begint bij de hele website; begin bij de map van deze pagina en noem het bestand, met .md"
NO_FILE = "noemt geen bestand; noem het bestand in docs/, met .md"
FOUND = {
    "[weg](bestaat-niet.md)": f"de link bestaat-niet.md {GONE}",
    "[weg](map/bestaat-niet.md)": f"de link map/bestaat-niet.md {GONE}",
    "![beeld](nergens.png)": f"de link nergens.png {GONE}",
    "[kopje](#nergens)": f"de link #nergens {NO_HEADING.format('op deze pagina')}",
    "[kopje](twee.md#nergens)": f"de link twee.md#nergens {NO_HEADING.format('in docs/twee.md')}",
    "[heel](/twee/)": f"de link /twee/ {WHOLE}; bedoelt u twee.md?",
    "[heel](/nergens/)": f"de link /nergens/ {WHOLE}",
    "[los](zomaar)": f"de link zomaar {NO_FILE}",
    "[los](twee)": f"de link twee {NO_FILE}; bedoelt u twee.md?",
}
"""Text of a page → what is told of it."""


@pytest.fixture
def site_root(root: Root) -> Path:
    return make_site_root(root, {"twee.md": "# Twee\n"}).parent


def said(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["--root", str(root), "--to", str(root / "site")]) == 1
    return capsys.readouterr().err.splitlines()


@pytest.mark.heavy
def test_all_that_is_wrong_on_a_page_is_told_at_once(site_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site_root / "docs" / "index.md").write_text("# Begin\n\n" + "\n\n".join(FOUND), encoding="utf-8")
    told = said(site_root, capsys)
    assert sorted(line for line in told if line.startswith("docs/")) == sorted(
        f"docs/index.md: {line}" for line in FOUND.values()
    )
    assert told[-1] == "de site is niet gebouwd"


@pytest.mark.heavy
def test_what_the_menu_lacks_and_what_it_names_wrongly_is_told(site_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = site_root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("nav: [", "nav: [weg.md, /heel/, ")
    settings.write_text(text, encoding="utf-8")
    (site_root / "docs" / "los.md").write_text("# Los\n", encoding="utf-8")
    told = said(site_root, capsys)
    assert "mkdocs.yml: het menu (nav) noemt weg.md, en dat staat niet in docs/; kijk de naam na" in told
    assert "mkdocs.yml: in het menu (nav) begint /heel/ bij de hele website; noem het bestand in docs/, met .md" in told
    at = told.index("mkdocs.yml: in het menu (nav) ontbreekt wat wel in docs/ staat; zet het erbij:")
    assert told[at + 1] == "  - los.md"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sitename: x", "mkdocs.yml: sitename is geen naam van een instelling; kijk de naam na"),
        ("site_naam: x", "mkdocs.yml: site_naam is geen naam van een instelling; kijk de naam na"),
        (
            "use_directory_urls: ja",
            "mkdocs.yml: use_directory_urls is niet in orde; MkDocs meldt “Expected type: <class 'bool'> but received: ",
        ),
    ],
)
def test_what_is_wrong_in_the_settings_is_told(line: str, told: str, site_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (site_root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert any(found.startswith(told) for found in said(site_root, capsys))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("File not found: over/weg.md", "docs/over/weg.md: dat bestand is er niet meer"),
        ("Encoding error reading file: a.md", "docs/a.md: is geen UTF-8; bewaar het bestand als UTF-8"),
        ("Config value 'docs_dir': Required configuration not provided.", "mkdocs.yml: docs_dir ontbreekt; vul het in"),
        (
            "Doc file 'a.md' contains a link '#fnref:1', but there is no such anchor on this page. "
            "This seems to be a footnote that is never referenced.",
            "docs/a.md: de link #fnref:1 leidt naar een kopje dat op deze pagina niet staat; kijk na hoe het kopje heet",
        ),
        ("Error reading page 'a.md':", "docs/a.md is niet te maken:"),
        ("Error building page 'a.md': division by zero", "docs/a.md is niet te maken: division by zero"),
        (
            "Excluding 'README.md' from the site because it conflicts with 'index.md'.",
            "docs/README.md: komt op hetzelfde adres als docs/index.md; geef een van beide een andere naam",
        ),
    ],
)
def test_what_it_seldom_says_is_known_too(message: str, told: str) -> None:
    assert in_dutch(message) == told


def test_what_is_not_known_is_quoted() -> None:
    assert in_dutch("Something new.") is None
    assert in_dutch("Something new. Did you mean 'x'?") is None
    assert mkdocs_said("Something new.") == "MkDocs meldt “Something new.”"
