"""Scripts and styles have an address that changes when they do, so that browsers may keep them for ever."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built import Site

from macros.site.asset_versions import version_of, with_version


def test_every_page_asks_for_the_same_version_of_every_script_and_style(site: Site) -> None:
    versions = set()
    framed = [page for page in site.pages.values() if list(page.elements("article"))]
    assert len(framed) > 100
    for page in framed:  # the few pages without the frame of the site are asked for again each time, as is their style
        links = [link.get("href", "") for link in page.elements("link") if link.get("rel") == "stylesheet"]
        for address in [*links, *(script.get("src", "") for script in page.elements("script") if script.get("src"))]:
            versions.add(address.partition("?")[2])
    assert len(versions) == 1
    assert re.fullmatch("v=[0-9a-f]{12}", versions.pop())


def test_every_script_asks_for_the_same_version_of_what_it_fetches_later(site: Site) -> None:
    imports = 0
    version = re.search(r"assets/pages/home\.js\?(v=[0-9a-f]{12})", site.page("").html)
    assert version
    for file in (site.path / "assets").rglob("*.js"):
        for address in re.findall(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""", file.read_text(encoding="utf-8")):
            imports += 1
            path, _, asked = address.partition("?")
            assert asked == version.group(1), (file, address)
            assert (file.parent / path).is_file()
            assert urljoin(file.as_uri(), address).startswith((site.path / "assets").as_uri())
    assert imports >= 20


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.js").write_text("2"),
        lambda folder: (folder / "part" / "c.js").write_text(""),
        lambda folder: (folder / "part" / "b.js").unlink(),
        lambda folder: (folder / "a.js").rename(folder / "d.js"),
    ],
    ids=["changed", "added", "removed", "renamed"],
)
def test_the_version_changes_with_every_file(tmp_path: Path, change) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "a.js").write_text("1")
    (tmp_path / "part" / "b.js").write_text("1")
    before = version_of(tmp_path)
    assert version_of(tmp_path) == before
    change(tmp_path)
    assert version_of(tmp_path) != before


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ('import { a } from "./a.js";', 'import { a } from "./a.js?v=12";'),
        ('import "../b/a.js";', 'import "../b/a.js?v=12";'),
        ('const { a } = await import("./a.js");', 'const { a } = await import("./a.js?v=12");'),
        ('export { a } from"./a.js"', 'export { a } from"./a.js?v=12"'),
        ('fetch("./a.json"); const text = "from ./a.js";', 'fetch("./a.json"); const text = "from ./a.js";'),
        ("import(file);", "import(file);"),
    ],
)
def test_only_imports_of_other_modules_get_a_version(module: str, expected: str) -> None:
    assert with_version(module, "12") == expected
