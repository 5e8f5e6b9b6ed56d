"""Every kind of page has one sheet and one script, with what its pages use and nothing of another feature."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from built import Page, Site
from paths import PAGE_KINDS, ROOT

ASSETS = ROOT / "docs" / "assets"
_IMPORT = re.compile(r"""(?:\bfrom\s*|^import\s*)"(\.{1,2}/[^"]+)\"""", re.MULTILINE)
_LAZY = re.compile(r'^(?!\s*//).*\bimport\("([^"]+)"\)', re.MULTILINE)
_ON_LOAD = re.compile(r"^(?:let\b|const \w+ = new (?:Map|Set|WeakMap)\(\))", re.MULTILINE)
MADE_BY_SCRIPTS = re.compile(r"""(?:class: |className = |classList\.\w+\()["`]([^"`]*)["`]""")
NOT_IN_THE_EXAMPLE = {("card", "card.css"), ("parents", "facts4.css"), *((kind, "sheets.css") for kind in PAGE_KINDS)}
"""Styles of what only some pages have: a past, few families, a list of several pages."""
FETCHED = {"compare": "vergelijken/data/*.json", "ready": "vergelijken/data/*.json", "catalogue": "zoek/regels/*.json"}
"""Where HTML lies that scripts of a kind put on its pages."""
REMEMBERS_FOR_ITSELF = {"lib/fetch.js"}
"""Modules that may stand in two bundles of a page although they remember something: each remembers what it fetched itself."""


# what a kind is made of


@cache
def styles_of(kind: str) -> tuple[str, ...]:
    return tuple(re.findall(r'@import "\.\./style/([\w-]+\.css)";', (ASSETS / "pages" / f"{kind}.css").read_text("utf-8")))


@cache
def modules_of(entry: str) -> frozenset[str]:
    """The modules that come along with one, from docs/assets/."""
    found, waiting = set(), [entry]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            file = ASSETS / module
            waiting += [_from(file, name) for name in _IMPORT.findall(file.read_text("utf-8"))]
    return frozenset(found)


def _from(file: Path, name: str) -> str:
    return (file.parent / name).resolve().relative_to(ASSETS).as_posix()


@cache
def lazy_of(entry: str) -> frozenset[str]:
    """The bundles that its modules fetch when a reader asks for something."""
    names = {_from(ASSETS / one, name) for one in modules_of(entry) for name in _LAZY.findall((ASSETS / one).read_text("utf-8"))}
    names = {name for name in names if name.startswith("lazy/")}
    return frozenset(names.union(*map(lazy_of, names)))


@cache
def classes_in(style: str) -> frozenset[str]:
    """The classes that a style has rules for; what is within :not() is of another, and what is below .print-short is nothing by
    itself."""
    text = re.sub(r"/\*.*?\*/|:not\([^)]*\)", "", (ASSETS / "style" / style).read_text("utf-8"), flags=re.DOTALL)
    selectors = " ".join(re.sub(r"(\.print-short)\b.*", r"\1", one) for one in re.findall(r"([^{}]+)\{", text))
    return frozenset(re.findall(r"\.([A-Za-z_][\w-]*)", selectors)) - {"md-typeset"}


def classes_on(pages: list[Page]) -> set[str]:
    return {name for page in pages for element in page.elements() for name in element.get("class", "").split()}


@cache
def classes_made_by(kind: str) -> frozenset[str]:
    modules = set().union(*map(modules_of, {f"pages/{kind}.js", *lazy_of(f"pages/{kind}.js")}))
    texts = ((ASSETS / module).read_text("utf-8") for module in modules if not module.startswith("packages/"))
    return frozenset(name for text in texts for found in MADE_BY_SCRIPTS.findall(text) for name in found.split())


def classes_fetched(kind: str, site: Site) -> set[str]:
    texts = (file.read_text("utf-8") for file in site.path.glob(FETCHED[kind])) if kind in FETCHED else ()
    return {name for text in texts for found in re.findall(r'class=\\"([^"\\]*)', text) for name in found.split()}


def linked(page: Page) -> tuple[list[str], list[str]]:
    """The sheets and the scripts that a page loads, by their address without version."""
    sheets = [link.get("href", "") for link in page.elements("link") if link.get("rel") == "stylesheet"]
    scripts = [script.get("src", "") for script in page.elements("script") if script.get("src")]
    return [one.partition("?")[0] for one in sheets], [one.partition("?")[0] for one in scripts]


def framed(site: Site) -> Iterator[Page]:
    return (page for page in site.pages.values() if list(page.elements("article")))


@pytest.fixture(scope="module")
def by_kind(site: Site) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in framed(site):
        found.setdefault(Path(linked(page)[0][0]).stem, []).append(page)
    return found


# what a page loads


def test_every_page_loads_one_sheet_and_one_script_of_the_same_kind(site: Site) -> None:
    pages = list(framed(site))
    assert len(pages) > 100
    for page in pages:
        sheets, scripts = linked(page)
        assert len(sheets) == len(scripts) == 1, page.address
        assert sheets[0].endswith(f"assets/pages/{Path(sheets[0]).stem}.css"), page.address
        assert scripts == [sheets[0].removesuffix("css") + "js"], page.address


def test_every_kind_has_a_page(by_kind: dict[str, list[Page]]) -> None:
    assert sorted(by_kind) == PAGE_KINDS


def test_the_sheets_and_scripts_need_no_other_file(site: Site) -> None:
    files = [site.path / "assets" / "pages" / f"{kind}.{suffix}" for kind in PAGE_KINDS for suffix in ("css", "js")]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\((?!data:)", text), file
        assert all("/lazy/" in name for name in re.findall(r'(?:\bfrom|\bimport)\s*\(?"([^"]+)"', text)), file


# only what it uses


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_kind_has_the_styles_of_all_that_stands_on_its_pages(kind: str, by_kind: dict[str, list[Page]], site: Site) -> None:
    used = classes_on(by_kind[kind]) | classes_made_by(kind) | classes_fetched(kind, site)
    here = set().union(*map(classes_in, styles_of(kind)))
    others = set().union(*(classes_in(style) for one in PAGE_KINDS for style in styles_of(one)))
    assert sorted((used & others) - here - {"print-short"}) == []


@pytest.mark.parametrize("kind", [kind for kind in PAGE_KINDS if kind != "mixed"])
def test_a_kind_has_no_style_of_another_feature(kind: str, by_kind: dict[str, list[Page]], site: Site) -> None:
    used = classes_on(by_kind[kind]) | classes_made_by(kind) | classes_fetched(kind, site)
    frame = set.intersection(*(set(styles_of(one)) for one in PAGE_KINDS))
    own = [style for style in styles_of(kind) if style not in frame and (kind, style) not in NOT_IN_THE_EXAMPLE]
    assert [style for style in own if not classes_in(style) & used] == []


def test_the_styles_stand_in_one_order_in_all_kinds() -> None:
    before = {pair for kind in PAGE_KINDS for pair in _pairs(styles_of(kind))}
    assert len(before) > 500
    assert [pair for pair in before if pair[::-1] in before] == []


def _pairs(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((one, other) for place, one in enumerate(names) for other in names[place + 1 :])


def test_every_style_and_every_module_is_of_a_kind() -> None:
    styles = {file.name for file in (ASSETS / "style").glob("*.css")} - {"bare.css"}
    assert styles == {style for kind in PAGE_KINDS for style in styles_of(kind)}
    entries = {f"pages/{kind}.js" for kind in PAGE_KINDS}
    entries |= {lazy for entry in entries for lazy in lazy_of(entry)} | {"common/redirect.js"}
    modules = {file.relative_to(ASSETS).as_posix() for file in ASSETS.rglob("*.js")}
    assert modules == set().union(*map(modules_of, entries))


MOST_BYTES = {"card": 11_000, "catalogue": 15_500, "compare": 20_500, "home": 9_500, "text": 8_500}
"""Of the sheet and the script of a kind together, compressed; any other may have as much as the heaviest."""


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_first_visit_is_light(kind: str, site: Site) -> None:
    files = (site.path / "assets" / "pages" / f"{kind}.{suffix}" for suffix in ("css", "js"))
    weight = sum(len(gzip.compress(file.read_bytes())) for file in files)
    assert weight <= MOST_BYTES.get(kind, max(MOST_BYTES.values()))


# what is fetched later


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_module_that_remembers_something_is_once_on_a_page(kind: str) -> None:
    entry = f"pages/{kind}.js"
    seen: dict[str, str] = {}
    for bundle in [entry, *sorted(lazy_of(entry))]:
        for module in modules_of(bundle):
            remembers = _ON_LOAD.search((ASSETS / module).read_text("utf-8")) and not module.startswith("packages/")
            if remembers and module not in REMEMBERS_FOR_ITSELF:
                assert seen.setdefault(module, bundle) == bundle, module


def test_large_packages_are_not_in_the_script_of_a_page() -> None:
    for kind in PAGE_KINDS:
        assert not [module for module in modules_of(f"pages/{kind}.js") if module.startswith("packages/")], kind
    assert {"lazy/docx.js", "lazy/search.js", "lazy/xlsx.js"} <= lazy_of("pages/compare.js")
    assert {"lazy/form.js", "lazy/search.js"} <= lazy_of("pages/form.js")
