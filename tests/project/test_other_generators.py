"""The whole site without MkDocs: what an export holds, and that other generators make the same site of it."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from builders import Root, a_card
from built import ADDRESS, REPOSITORY, Page, Site, check_links, environment, make_site_root, python_environment, text_of
from paths import ROOT
from shared import shared
from tiers import first

from macros.library.library import Library
from macros.site.author_macros.markdown_pages import address_of, as_block, relinked
from macros.site.mkdocs_yml import nav_files, without_ours
from macros.validation.settings_reader import read_settings
from macros.validation.yaml_reader import read_text
from scripts.export import MARK, main

OTHERS = {
    "properdocs": ["build", "--quiet", "--config-file", "mkdocs.yml"],
    "zensical": ["build", "--config-file", "mkdocs.yml"],
}
"""Package -> how it builds an export."""


@pytest.fixture(scope="module")
def export(project: Path, today: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the library, made without MkDocs at hand."""

    def make(out: Path) -> None:
        values = {"SOURCE_DATE_EPOCH": today, "SITE_URL": "", "REPOSITORY_URL": ""}
        code = "import sys; sys.modules['mkdocs'] = None; from scripts.export import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, "--root", str(project), "--out", str(out)]
        subprocess.run(command, cwd=ROOT, env=python_environment(**values), check=True)

    return shared(tmp_path_factory, "export", make)


@pytest.fixture(scope="module", params=first(1, OTHERS))
def other(request: pytest.FixtureRequest, export: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site that another generator makes of the export."""
    package = request.param
    if not importlib.util.find_spec(package):
        pytest.skip(f"the package {package} is not installed; make test installs it where an index has it")

    def make(folder: Path) -> None:
        shutil.copytree(export, folder)
        environment = python_environment(DISABLE_MKDOCS_2_WARNING="true", NO_MKDOCS_2_WARNING="1")
        command = [sys.executable, "-m", package, *OTHERS[package]]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    return Site(shared(tmp_path_factory, f"export-{package}", make) / "site")


def contents(site: Site) -> dict[str, Page]:
    """The pages with a content; the page for a wrong address is each generator's own."""
    return {address: page for address, page in site.pages.items() if address != "404.html"}


def links_in_content(page: Page) -> Iterator[str]:
    """Where the links of a content lead, as addresses of the site."""
    for link in page.tree.iter("a"):
        address = urljoin(f"http://site/{page.address}", link.get("href", ""))
        yield address if urlsplit(address).netloc == "site" else link.attrib["href"]


def sources(page: Page) -> list[str]:
    return [script.attrib["src"].split("?")[0] for script in page.elements("script") if "src" in script.attrib]


def article(page: Page) -> Page:
    """The page with nothing but its content; all of it if it stands without the frame of the site."""
    found = next(page.elements("article"), page.tree)
    only = Page(page.path, page.address)
    only.__dict__["_parsed"] = (found, [])
    return only


def letters(page: Page) -> str:
    """What the page says without spaces: a generator may put code in colours, and so each word of it in an element."""
    return "".join(text_of(page.tree).split())


# the same site from another generator


def test_another_generator_makes_the_same_pages(other: Site, site: Site, library: Library) -> None:
    assert set(contents(other)) == set(contents(site))
    cards = [address for address in contents(other) if address.removeprefix("methoden/").rstrip("/") in library.methods]
    assert len(cards) == len(library.methods) > 0


def test_another_generator_shows_the_same_text_and_links_on_every_page(other: Site, site: Site) -> None:
    links = 0
    for address, page in contents(other).items():
        own, theirs = article(site.page(address)), article(page)
        assert letters(theirs) == letters(own), address
        assert page.title == site.page(address).title and page.description == site.page(address).description
        expected = list(links_in_content(own))
        assert list(links_in_content(theirs)) == expected, address
        links += len(expected)
    assert links > 1000


def test_another_generator_leaves_no_link_broken(other: Site) -> None:
    found = check_links(other)
    assert found.broken == []
    assert found.links > 1000 and found.anchors > 100


def test_another_generator_publishes_the_same_files_beside_the_pages(other: Site, site: Site) -> None:
    own = {
        name: content
        for name, content in site.files().items()
        if not name.endswith(".html") and not name.startswith(("sitemap", "assets/javascripts/", "assets/stylesheets/"))
    }
    assert "zoek/begin.json" in own and "assets/pages/card.js" in own
    theirs = other.files()
    assert [name for name in own if name not in theirs] == []
    changed = [name for name, content in own.items() if theirs[name] != content and not name.startswith("assets/images/")]
    assert [name for name in changed if not (name.startswith("assets/") and name.endswith(".js"))] == []
    for name in changed:  # the site names a version where modules import each other
        assert re.sub(rb"\?v=[0-9a-f]{12}", b"", own[name]) == theirs[name], name


def test_another_generator_puts_the_same_scripts_on_every_page(other: Site, site: Site) -> None:
    scripts = 0
    for address, page in contents(other).items():
        own, theirs = ([urljoin(f"/{address}", src) for src in sources(one)] for one in (site.page(address), page))
        assert theirs == own, address
        scripts += len(own)
    assert scripts > 100


def test_properdocs_builds_the_project_as_it_stands(site: Site, project: Path, today: str, tmp_path: Path) -> None:
    pytest.importorskip("properdocs", reason="the package properdocs is not installed")
    values = {"SOURCE_DATE_EPOCH": today, "SITE_URL": "", "REPOSITORY_URL": "", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "properdocs", "build", "--quiet", "--strict", "--config-file", "mkdocs.yml"]
    environment = python_environment(**values, NO_MKDOCS_2_WARNING="1")
    subprocess.run(
        [*command, "--site-dir", str(tmp_path / "site")], cwd=project, env=environment, check=True, capture_output=True
    )
    own, theirs = site.files(), Site(tmp_path / "site").files()
    assert set(own) == set(theirs)
    kept = [name for name in own if name != "404.html" and not name.startswith("sitemap")]
    name_of_generator = re.compile(rb'<meta name="generator"[^>]*>')
    assert [name for name in kept if name_of_generator.sub(b"", own[name]) != name_of_generator.sub(b"", theirs[name])] == []


def test_the_page_about_the_end_of_a_generator_names_the_commands_that_are_tried_here() -> None:
    text = (ROOT / "GENERATOR.md").read_text(encoding="utf-8")
    for package in OTHERS:
        assert f"{package} build --config-file mkdocs.yml" in text
    assert "-m properdocs build --strict --config-file mkdocs.yml" in text
    assert "-m scripts.export --out export" in text


# the export itself


def test_every_page_is_there_as_markdown_and_as_a_piece_of_html(export: Path, site: Site) -> None:
    listed = json.loads((export / "fragments" / "pages.json").read_text(encoding="utf-8"))
    framed = {address for address, page in contents(site).items() if list(page.elements("article"))}
    assert {page["address"] for page in listed} == framed
    assert len(framed) > 100
    for page in listed:
        built = site.page(page["address"])
        assert page["title"] in built.title and page["description"] == built.description
        piece = Page(export / "fragments" / page["address"] / "index.html", page["address"])
        assert text_of(piece.tree) == text_of(article(built).tree), page
        assert list(links_in_content(piece)) == list(links_in_content(article(built))), page
    markdown = {address_of(file.relative_to(export / "docs").as_posix()) for file in (export / "docs").rglob("*.md")}
    assert markdown == framed


def test_no_macro_and_no_mark_is_left_in_an_export(export: Path) -> None:
    files = [file for file in export.rglob("*") if file.suffix in (".md", ".html") and "theme" not in file.parts]
    assert len(files) > 100
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "@@" not in text, file
        assert "{{" not in text or "bijdragen" in file.parts, f"{file}: only the page for authors shows how a macro is called"


def test_an_export_calls_no_code_of_this_project(export: Path) -> None:
    settings = (export / "mkdocs.yml").read_text(encoding="utf-8")
    assert "hooks" not in settings and "macros" not in settings and "\nplugins: []" in settings
    assert not list(export.rglob("*.py"))


def test_an_export_that_knows_its_repository_offers_editing(root: Root, tmp_path: Path) -> None:
    make_export_root(root)
    with environment(SITE_URL=ADDRESS, REPOSITORY_URL=REPOSITORY):
        assert main(["--root", str(root.path), "--out", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "fragments" / "methoden" / "voorbeeld-thuis" / "index.html").read_text(encoding="utf-8")
    assert f"{REPOSITORY}/edit/main/methods/voorbeeld-thuis.yml" in page
    assert f"{ADDRESS}methoden/voorbeeld-thuis/" in page


# where an export may stand


def make_export_root(root: Root, **pages: str) -> None:
    """Make the root of a library into one that can be exported, with the real settings and one page."""
    make_site_root(root, pages)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    root.write("mkdocs.yml", re.sub(r"^nav:.*?(?=^\w)", "nav: [index.md]\n\n", settings, flags=re.DOTALL | re.MULTILINE))


@pytest.fixture
def small(root: Root) -> Root:
    make_export_root(root)
    return root


def test_a_new_export_replaces_an_old_one_whole(small: Root, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["--root", str(small.path), "--out", str(out)]) == 0
    (out / "oud.md").write_text("oud", encoding="utf-8")
    assert main(["--root", str(small.path), "--out", str(out)]) == 0
    assert (out / MARK).exists() and not (out / "oud.md").exists()
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out"]


def test_a_folder_that_no_export_made_is_left_alone(small: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "foto's"
    out.mkdir()
    (out / "foto.jpg").write_bytes(b"foto")
    assert main(["--root", str(small.path), "--out", str(out)]) == 2
    assert capsys.readouterr().err == (
        f"de export kon niet beginnen: {out} is niet leeg en niet door een export gemaakt; kies een andere map\n"
    )
    assert [file.name for file in out.iterdir()] == ["foto.jpg"]


def test_an_empty_folder_may_be_filled(small: Root, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert main(["--root", str(small.path), "--out", str(tmp_path / "out")]) == 0


@pytest.mark.parametrize(
    ("out", "why"),
    [("mkdocs.yml", "is een bestand; kies een map"), (".", "is niet leeg en niet door een export gemaakt; kies een andere map")],
)
def test_an_export_does_not_overwrite_the_library(small: Root, out: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(small.path), "--out", str(small.path / out)]) == 2
    assert why in capsys.readouterr().err


def test_without_a_library_nothing_is_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_broken_card_is_told_and_keeps_the_export_there_was(
    small: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["--root", str(small.path), "--out", str(out)]) == 0
    before = Site(out).files()
    small.write_card(a_card(name=...))
    assert main(["--root", str(small.path), "--out", str(out)]) == 1
    assert "methods/nieuw.yml:1:1: name: dit verplichte veld ontbreekt — vul het in" in capsys.readouterr().err
    assert Site(out).files() == before


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ('{{ method("bestaat-niet") }}', 'er is geen methode "bestaat-niet"'),
        ("{{ bestaat_niet() }}", "'bestaat_niet' is undefined"),
        ("{% niets %}", "unknown tag 'niets'"),
    ],
)
def test_a_page_with_a_mistake_is_told_and_keeps_the_export_there_was(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str], page: str, why: str
) -> None:
    make_export_root(root, **{"index.md": f"---\nrender_macros: true\n---\n\n# Begin\n\n{page}\n"})
    assert main(["--root", str(root.path), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.startswith("een geschreven pagina klopt niet: index.md: ")
    assert list(tmp_path.glob("out*")) == []


# its parts


@pytest.mark.parametrize(
    ("file", "link", "expected"),
    [
        ("over/weging.md", "../begrippen.md", "../../begrippen/"),
        ("over/weging.md", "index.md#kop", "../#kop"),
        ("over/index.md", "weging.md", "weging/"),
        ("over/index.md", "../index.md", "../"),
        ("index.md", "over/index.md", "over/"),
        ("begrippen.md", "index.md", "../"),
        ("index.md", "index.md#kop", "./#kop"),
        ("index.md", "#kop", "#kop"),
        ("index.md", "assets/x.css", "assets/x.css"),
        ("index.md", "https://voorbeeld.example/lees.md", "https://voorbeeld.example/lees.md"),
    ],
)
def test_a_link_to_a_markdown_file_becomes_a_link_to_its_page(file: str, link: str, expected: str) -> None:
    assert relinked(link, file) == expected


def test_html_within_markdown_is_one_element_without_an_empty_line() -> None:
    html = "<p>een</p>\n\n   <p>twee</p>\n<pre>a\n\nb</pre>\n\n\n<p>drie</p>\n"
    assert as_block(html) == "<div>\n<p>een</p>\n<p>twee</p>\n<pre>a\n&#10;b</pre>\n<p>drie</p>\n</div>"


SETTINGS = """\
# about
site_name: Naam
hooks: [hooks.py]
theme:
  name: material
extra:
  edit_path: edit/
nav:
  - Begin: index.md
  - Deel:
      - Een: deel/een.md
      - deel/twee.md
plugins:
  macros:
    strict: true
"""


def test_the_menu_is_read_in_its_order() -> None:
    nav = read_text(SETTINGS, "mkdocs.yml").value["nav"]
    assert list(nav_files(nav)) == ["index.md", "deel/een.md", "deel/twee.md"]


def test_settings_for_another_generator_lose_what_calls_our_code_and_nothing_else() -> None:
    before, after = (read_text(text, "mkdocs.yml").value for text in (SETTINGS, without_ours(SETTINGS)))
    assert set(before) - set(after) == {"hooks"} and after["plugins"] == []
    assert after["nav"] == before["nav"] and after["site_name"] == "Naam"
    assert after["theme"]["name"] == "material"


def test_settings_take_variables_of_the_environment_as_mkdocs_does(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('a: !ENV [ONE, TWO, "else"]\nb: [true, 3]\n', encoding="utf-8")
    with environment(ONE=None, TWO=None):
        assert read_settings(tmp_path / "mkdocs.yml") == {"a": "else", "b": [True, 3]}
    with environment(ONE=None, TWO="twee"):
        assert read_settings(tmp_path / "mkdocs.yml")["a"] == "twee"
    with environment(ONE="een", TWO="twee"):
        assert read_settings(tmp_path / "mkdocs.yml")["a"] == "een"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: [\n", "mkdocs.yml:2:1: dit is geen geldige YAML"),
        ("site_name: x: y\n", "mkdocs.yml:1:13: hier kan geen dubbele punt staan"),
        ("site_name: !!python/name:os.system x\n", "mkdocs.yml:1:12: een tekst kan niet beginnen met !"),
        ("- a\n", "mkdocs.yml:1:1: dit bestand heeft geen velden"),
        ("site_name: \udcff\n", "mkdocs.yml:1:1: dit teken is geen UTF-8"),
        ("site_name: x\n", "mkdocs.yml:1:1: nav: dit verplichte veld ontbreekt"),
    ],
)
def test_settings_that_cannot_be_read_are_problems_with_a_place(
    settings: str, said: str, root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    make_site_root(root).write_bytes(settings.encode(errors="surrogateescape"))
    assert main(["--root", str(root.path), "--out", str(root.path / "uit")]) == 1
    error = capsys.readouterr().err
    assert said in error and "found" not in error
    assert not (root.path / "uit").exists()
