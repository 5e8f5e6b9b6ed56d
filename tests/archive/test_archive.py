"""The site as one file that opens from disk: what lies in it, that it is the same every time, and its parts."""

import datetime
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from built import Site, check_links, is_external, python_environment
from paths import ROOT

from archive.bundle import bundled
from archive.files import TOP, archive_files, pack
from archive.pages import SCRIPT, on_disk, to_file
from macros.site.esbuild import NotBundled
from scripts.archive import main

ASSETS = ROOT / "docs" / "assets"
DAY = datetime.date(2025, 1, 1)


# the whole


def test_every_page_of_the_site_is_in_the_archive(archive: Site, site: Site) -> None:
    assert len(archive.pages) > 100
    assert set(archive.pages) == set(site.pages) - {"404.html"}


def test_every_link_in_the_archive_leads_to_a_file_and_every_anchor_to_an_id(archive: Site) -> None:
    found = check_links(archive)
    assert found.broken == []
    assert found.links > 1000 and found.anchors > 100


def test_no_link_in_the_archive_counts_on_a_server(archive: Site) -> None:
    links = 0
    for page in archive.pages.values():
        for _, address in page.addresses():
            if is_external(address):
                continue
            links += 1
            path = re.split("[?#]", address)[0]
            assert (not path.startswith("/") and path.rsplit("/", 1)[-1] not in ("", ".", "..")) or not path, (
                page.address,
                address,
            )
    assert links > 1000


def test_every_page_of_the_archive_starts_what_it_starts_on_the_site(archive: Site, site: Site) -> None:
    started = 0
    for address, page in archive.pages.items():
        wanted = {script_of(script) for script in site.page(address).elements("script") if script.get("src")}
        scripts = [script for script in page.elements("script") if script.get("src")]
        own = [script for script in scripts if script.get("data-modules")]
        assert len(own) <= 1 and not [script for script in scripts if script.get("type") == "module"], address
        names = {name for script in own for name in script.attrib["data-modules"].split()}
        assert names | {script_of(script) for script in scripts if script not in own} == wanted, address
        started += len(names)
    assert started >= sum(bool(list(page.elements("article"))) for page in archive.pages.values())


def script_of(script: Element) -> str:
    """The file of a script from assets/, without its version."""
    return script.attrib["src"].partition("assets/")[2].partition("?")[0]


def test_the_policy_of_the_archive_knows_no_network(archive: Site) -> None:
    metas = [meta for page in archive.pages.values() for meta in page.elements("meta")]
    policies = {meta.get("content", "") for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"}
    assert len(policies) == 1
    (policy,) = policies
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy and "unsafe" not in policy and "connect-src" not in policy


def test_what_scripts_fetch_lies_in_the_archive_as_a_script_with_the_same_text(archive: Site, site: Site) -> None:
    fetched = [file for file in site.path.rglob("*.json") if not file.is_relative_to(site.path / "api")]
    assert len(fetched) > 10
    for file in fetched:
        name = file.relative_to(site.path).as_posix()
        handed = (archive.path / f"{name}.js").read_text(encoding="utf-8")
        path, text = json.loads(handed.removeprefix("archive.put(").join("[]").replace(");\n]", "]"))
        assert (path, text) == (name, file.read_text(encoding="utf-8"))


def test_the_archive_says_first_how_to_open_it(zip_file: Path) -> None:
    with zipfile.ZipFile(zip_file) as archive:
        assert archive.namelist()[0] == f"{TOP}LEESMIJ.txt"
        assert "index.html" in archive.read(f"{TOP}LEESMIJ.txt").decode()
        assert all(name.startswith(TOP) for name in archive.namelist())
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_two_archives_of_the_same_commit_and_day_are_the_same_byte_for_byte(
    zip_file: Path, project: Path, today: str, tmp_path: Path
) -> None:
    values = {"SOURCE_DATE_EPOCH": today, "SITE_URL": "", "REPOSITORY_URL": "", "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-m", "scripts.archive", "--root", str(project), "--to", str(tmp_path / "again.zip")]
    done = subprocess.run(command, cwd=ROOT, env=python_environment(**values), check=True, capture_output=True, text=True)
    assert "pagina's staan in" in done.stdout
    assert (tmp_path / "again.zip").read_bytes() == zip_file.read_bytes()


def test_what_is_in_the_archive_was_made_on_the_day_of_the_build(zip_file: Path, today: str) -> None:
    day = datetime.datetime.fromtimestamp(int(today), datetime.UTC)
    with zipfile.ZipFile(zip_file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(day.year, day.month, day.day, 0, 0, 0)}


def test_a_library_with_a_fault_leaves_the_archive_there_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "site.zip"
    there.write_bytes(b"before")
    assert main(["--root", str(tmp_path), "--to", str(there)]) == 1
    assert capsys.readouterr().err.startswith("het archief is niet gemaakt")
    assert there.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["site.zip"]


# one page


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("dok/", "dok/index.html"),
        ("../?q=a/b#c/", "../index.html?q=a/b#c/"),
        ("dok/#doel", "dok/index.html#doel"),
        ("#doel", "#doel"),
        ("?m=a", "?m=a"),
        ("dok/dok.yml", "dok/dok.yml"),
        ("https://voorbeeld.example/", "https://voorbeeld.example/"),
        ("//voorbeeld.example/", "//voorbeeld.example/"),
    ],
)
def test_a_link_to_a_folder_leads_to_its_page(address: str, expected: str) -> None:
    assert to_file(address) == expected


PAGE = """<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'self'"></head><body>
<form action="../methoden/" data-sheets="3"></form><a class="x" href="../api/v1/x.json">x</a>
<code>&lt;a href="map/"&gt; of href="map/"</code>
<script src="../assets/fit/page.js?v=12ab" type="module"></script>
<script src="../assets/site.js" defer></script>
<script type="application/ld+json">{"@id": "x/"}</script>
<noscript><meta http-equiv="refresh" content="0; url=../dok/"></noscript><meta name="description" content="x/">
</body></html>"""


def test_a_page_for_the_disk_loses_modules_and_keeps_its_text() -> None:
    page = on_disk(PAGE, "past-het/index.html")
    assert page.modules == ("fit/page.js", "site.js")
    assert page.links == {"methoden/index.html", "api/v1/x.json", "dok/index.html"}
    assert 'content="0; url=../dok/index.html"' in page.html and 'content="x/"' in page.html
    assert page.sheets == ("past-het/2/index.html", "past-het/3/index.html")
    assert '<form action="../methoden/index.html"' in page.html
    assert '<code>&lt;a href="map/"&gt; of href="map/"</code>' in page.html
    assert '{"@id": "x/"}' in page.html
    assert f'<script src="../{SCRIPT}" data-modules="fit/page.js site.js" defer></script>\n</body>' in page.html
    assert page.html.count("<script src") == 1
    assert "content=\"default-src 'none'" in page.html


# its files


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A built site of a few files."""
    files = {
        "oud/index.html": '<script src="../assets/moved.js" data-to="../lijst/"></script>',
        "assets/moved.js": "2",
        "index.html": '<a href="gegevens.json">g</a><a href="lijst/">l</a>',
        "404.html": "weg",
        "gegevens.json": "{}",
        "api/v1/methods.json": "[]",
        "zoek/begin.json": '{"a": "\u2028\\u0000</script>"}',
        "lijst/index.html": '<form data-sheets="2"></form>',
        "lijst/2/index.html": '<a href="../">terug</a>',
        "assets/site.js": "1",
        "assets/site.js.map": "{}",
        "assets/javascripts/bundle.js": "1",
        "assets/style/base.css": "p{}",
    }
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_each_file_of_a_site_becomes_what_a_page_from_disk_can_read(small: Path) -> None:
    files = dict(archive_files(small, ASSETS, DAY))
    assert set(files) == {
        "LEESMIJ.txt",
        SCRIPT,
        "oud/index.html",
        "assets/moved.js",
        "index.html",
        "gegevens.json",
        "gegevens.json.js",
        "api/v1/methods.json",
        "zoek/begin.json.js",
        "lijst/index.html",
        "lijst/2/index.html",
        "lijst/2/index.html.js",
        "assets/style/base.css",
    }
    assert "Stand van 01-01-2025" in files["LEESMIJ.txt"].decode()
    assert "../index.html" in files["lijst/2/index.html.js"].decode()
    assert files["oud/index.html"] == b'<script src="../assets/moved.js" data-to="../lijst/index.html"></script>'


def test_the_zip_tells_how_many_pages_it_holds(small: Path, tmp_path: Path) -> None:
    assert pack(small, ASSETS, tmp_path / "site.zip", DAY) == 4


# its script


def write_modules(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        file = folder / "assets" / f"{name.replace('__', '/')}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "assets"


def test_modules_become_one_script_without_import_fetch_or_the_names_of_this_machine(tmp_path: Path) -> None:
    one = 'import { two } from "./two.js"; fetch(new URL("../../x/", import.meta.url)); location.assign(two);'
    assets = write_modules(tmp_path, part__one=one, part__two='export const two = "twee";', part__three="unused()")
    script = bundled(assets, ["part/one.js"])
    assert "archive.fetch" in script and "archive.module" in script and "archive.go" in script and "twee" in script
    assert not re.search(r"\bimport\b|\bexport\b|import\.meta", script)
    assert "unused" not in script and str(tmp_path) not in script and "/tmp" not in script


@pytest.mark.parametrize(
    ("modules", "why"),
    [
        ({"part__one": "await 1;"}, "Top-level await is currently not supported"),
        ({"part__one": "const = 1;"}, "Expected identifier"),
        ({"part__one": 'import "./weg.js";'}, 'Could not resolve "./weg.js"'),
        ({"part__one": "1", "two": "import.meta.url"}, "two.js asks for import.meta, which only a module in a folder"),
    ],
)
def test_a_module_that_cannot_be_in_the_script_is_named(tmp_path: Path, modules: dict[str, str], why: str) -> None:
    with pytest.raises(NotBundled, match=re.escape(why)):
        bundled(write_modules(tmp_path, **modules), ["part/one.js"])


def test_without_the_bundler_the_command_that_installs_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.site.esbuild._PROGRAMS", tmp_path)
    with pytest.raises(NotBundled, match="esbuild ontbreekt; `make site`"):
        bundled(write_modules(tmp_path, part__one="1"), ["part/one.js"])
