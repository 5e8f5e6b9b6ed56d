"""The built site as a whole: pages, links, markup, safety, and what happens when a card is wrong."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from builders import Root, a_card, an_outcome
from built import (
    ADDRESS,
    REPOSITORY,
    Page,
    Site,
    check_links,
    environment,
    is_external,
    make_site_root,
    old_addresses,
    python_environment,
    text_of,
)
from html5lib.constants import E as HTML_ERRORS
from markupsafe import escape
from paths import ROOT

from macros.library.library import Library
from macros.model.privacy import find_personal_data
from macros.site.pages.all_pages import addresses
from scripts.site import build_site, main

pytestmark = pytest.mark.heavy

ENGLISH = (
    "Search",
    "Skip to",
    "Table of contents",
    "Made with",
    "Back to top",
    "Copy to clipboard",
    "Copied to clipboard",
    "Type to start",
    "No matching",
    "Initializing",
    "Previous",
    "Next",
    "Footer",
    "Navigation",
    "Edit this page",
    "View source",
    "Last update",
    "Go to repository",
    "Permanent link",
    "Not found",
    "Built with",
)
"""What Material says in English where a language lacks a phrase, or where a template writes it itself."""


# pages


def test_every_card_organisation_and_tool_has_one_page(site: Site, library: Library) -> None:
    expected = set(addresses(library))
    folders = {address.split("/")[0] + "/" for address in expected}
    written = {file.relative_to(ROOT / "docs").as_posix().removesuffix(".md") + "/" for file in (ROOT / "docs").rglob("*.md")}
    made = {page.address for folder in folders for page in site.under(folder)}
    assert made - written == expected | old_addresses(library).keys()
    records = {
        *(f"methoden/{method}/" for method in library.methods),
        *(f"organisaties/{organisation}/" for organisation in library.organisations),
        *(f"werkvormen/{tool}/" for tool in library.tools),
    }
    assert records and records <= expected


def test_every_hand_written_page_is_in_the_site(site: Site) -> None:
    written = sorted((ROOT / "docs").rglob("*.md"))
    assert written
    for file in written:
        address = file.relative_to(ROOT / "docs").as_posix().removesuffix(".md").removesuffix("index")
        assert (address if not address or address.endswith("/") else f"{address}/") in site.pages


def test_the_file_of_every_card_lies_beside_its_page(site: Site, library: Library, project: Path) -> None:
    assert library.methods
    for method_id in library.methods:
        published = site.path / "methoden" / method_id / f"{method_id}.yml"
        assert published.read_bytes() == (project / "methods" / f"{method_id}.yml").read_bytes()


def test_building_says_how_many_pages_there_are(today: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with environment(SOURCE_DATE_EPOCH=today, SITE_URL=None, REPOSITORY_URL=None):
        assert main(["--to", str(tmp_path / "site")]) == 0
    assert f"{len(Site(tmp_path / 'site').pages)} pagina's staan in {tmp_path / 'site'}/" in capsys.readouterr().out


# links


def test_every_internal_link_leads_to_a_file_and_every_anchor_to_an_id(site: Site) -> None:
    found = check_links(site)
    assert found.broken == []
    assert found.links > 1000
    assert found.anchors > 100


def test_links_are_relative_so_that_the_site_can_stand_below_a_path(site: Site) -> None:
    seen = 0
    for page in site.pages.values():
        if page.address == "404.html":
            continue  # shown at any depth, so it needs the whole path
        for _, address in page.addresses():
            seen += 1
            assert not address.startswith("/"), f"{page.address} → {address}"
    assert seen


def test_the_page_for_a_wrong_address_knows_the_path_of_the_site(published: Site) -> None:
    own = [address for _, address in published.page("404.html").addresses() if not address.startswith("#")]
    assert own
    assert all(address.startswith("/bibliotheek/") for address in own)


def test_only_links_that_a_reader_follows_leave_the_site(site: Site) -> None:
    external = 0
    for page in site.pages.values():
        for tag, address in page.addresses():
            if is_external(address):
                external += 1
                assert tag == "a", f"{page.address}: <{tag}> {address}"
                assert re.match(r"https?://", address), f"{page.address} → {address}"
    assert external > 50


# markup


def test_every_page_parses_without_error(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        assert not page.errors, [(page.address, place, HTML_ERRORS[code] % details) for place, code, details in page.errors]


def test_every_page_has_one_main_heading_and_no_id_twice(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        assert len(list(page.elements("h1"))) == 1, page.address
        assert len(page.ids) == len(set(page.ids)), page.address


def test_headings_do_not_skip_a_level(site: Site) -> None:
    seen = 0
    for page in site.pages.values():
        level = 0
        for element in page.elements():
            if re.fullmatch("h[1-6]", element.tag):
                seen += 1
                assert int(element.tag[1]) <= level + 1, f"{page.address}: {text_of(element)}"
                level = int(element.tag[1])
    assert seen > len(site.pages)


def test_every_page_is_dutch_and_says_so(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        assert page.tree.get("lang") == "nl", page.address
        found = [words for words in ENGLISH if re.search(rf"\b{words}\b", page.text)]
        assert not found, (page.address, found)


def test_every_page_has_a_title_and_a_description_of_its_own(site: Site) -> None:
    described = [page for page in site.pages.values() if page.address != "404.html"]
    assert described
    for page in described:
        assert page.title and page.description, page.address
    titles = [page.title for page in described]
    assert len(titles) == len(set(titles))
    descriptions = [page.description for page in described]
    assert len(descriptions) == len(set(descriptions))


def test_no_mark_of_the_build_is_left_on_a_page(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        assert "@@" not in page.html, page.address


# safety


def test_no_page_holds_a_script_or_style_of_its_own(site: Site) -> None:
    scripts = 0
    for page in site.pages.values():
        for element in page.elements():
            assert element.tag != "style", page.address
            written = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not written, (page.address, element.tag, written)
            if element.tag == "script" and element.get("type") != "application/ld+json":  # data, which no browser runs
                scripts += 1
                assert element.get("src") and not text_of(element), page.address
    assert scripts >= sum(bool(list(page.elements("article"))) for page in site.pages.values())


def test_every_page_allows_only_what_comes_from_the_site_itself(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        policies = [
            meta.attrib["content"] for meta in page.elements("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1, page.address
        rules = dict(rule.strip().split(" ", 1) for rule in policies[0].split(";"))
        assert rules["default-src"] == "'self'"
        assert "unsafe" not in policies[0] and "http" not in policies[0], page.address


def test_stylesheets_and_scripts_name_no_other_site(site: Site) -> None:
    files = [file for file in site.path.rglob("*") if file.suffix == ".css" or file.name == "site.js"]
    assert len(files) >= 2
    for file in files:
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", text), file


def test_no_page_holds_a_telephone_number_mail_address_or_citizen_number(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        assert find_personal_data(page.text) is None, (page.address, find_personal_data(page.text))
        assert "mailto:" not in page.html and "tel:" not in page.html, page.address


# the same commit gives the same site


def test_two_builds_of_the_same_day_are_the_same_byte_for_byte(
    published: Site, project: Path, today: str, tmp_path: Path
) -> None:
    values = {
        "SOURCE_DATE_EPOCH": today,
        "SITE_URL": ADDRESS,
        "REPOSITORY_URL": REPOSITORY,
        "PYTHONHASHSEED": "1",
        "TZ": "Asia/Tokyo",
    }
    command = [sys.executable, "-m", "scripts.site", "--root", str(project), "--to", str(tmp_path / "site")]
    subprocess.run(command, cwd=ROOT, env=python_environment(**values), check=True, capture_output=True)
    first, second = published.files(), Site(tmp_path / "site").files()
    assert first
    assert sorted(first) == sorted(second)
    assert [name for name, content in first.items() if content != second[name]] == []


# addresses


def test_a_site_that_knows_its_address_tells_it_on_every_page(published: Site, library: Library) -> None:
    now = old_addresses(library)
    pages = [page for page in published.pages.values() if page.address != "404.html"]
    assert pages
    for page in pages:
        canonical = [link.attrib["href"] for link in page.elements("link") if link.get("rel") == "canonical"]
        assert canonical == [ADDRESS + now.get(page.address, page.address.replace("embed/", "methoden/"))]


def test_a_site_that_does_not_know_its_address_tells_none(site: Site) -> None:
    assert site.pages
    for page in site.pages.values():
        assert not [link for link in page.elements("link") if link.get("rel") == "canonical"], page.address


def test_the_sitemap_lists_every_page_but_the_small_cards(published: Site, library: Library) -> None:
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = ElementTree.parse(published.path / "sitemap.xml").getroot().findall("s:url/s:loc", spaces)
    pages = published.pages.keys() - old_addresses(library).keys() - {"404.html"}
    wanted = {ADDRESS + address for address in pages if not address.startswith("embed/")}
    assert {entry.text for entry in found} == wanted
    assert len(found) == len(wanted)


def test_the_edit_link_of_a_card_opens_its_file(published: Site, library: Library) -> None:
    assert library.methods
    for method_id in library.methods:
        links = {text_of(link): link.attrib["href"] for link in published.page(f"methoden/{method_id}/").elements("a")}
        assert links["bewerk deze kaart"] == f"{REPOSITORY}/edit/main/methods/{method_id}.yml"


def test_without_a_repository_no_page_offers_editing(site: Site) -> None:
    assert site.pages
    assert not [page.address for page in site.pages.values() if "bewerk deze kaart" in page.text]


# a card with a fault


def test_a_broken_card_stops_the_build_with_place_and_remedy_and_keeps_the_published_site(
    root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    make_site_root(root)
    arguments = ["--root", str(root.path), "--to", str(root.path / "site")]
    assert main(arguments) == 0
    before = Site(root.path / "site").files()
    assert "methoden/voorbeeld-thuis/index.html" in before
    capsys.readouterr()  # that the past of this library is not known
    root.write_card(a_card(name=...))
    assert main(arguments) == 1
    said = capsys.readouterr().err.splitlines()
    assert "methods/nieuw.yml:1:1: name: dit verplichte veld ontbreekt — vul het in" in said
    assert said[-1] == "de site is niet gebouwd"
    assert Site(root.path / "site").files() == before


def test_a_new_build_leaves_nothing_of_the_old_one(root: Root) -> None:
    make_site_root(root)
    build_site(root.path, root.path / "site")
    (root.path / "site" / "oud.html").write_text("oud", encoding="utf-8")
    build_site(root.path, root.path / "site")
    assert not (root.path / "site" / "oud.html").exists()
    assert sorted(file.name for file in root.path.glob("site*")) == ["site"]


def test_a_link_to_a_page_that_does_not_exist_stops_the_build(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    make_site_root(root, {"index.md": "# Begin\n\n[weg](weg.md)\n"})
    assert main(["--root", str(root.path), "--to", str(root.path / "site")]) == 1
    assert "docs/index.md: de link weg.md leidt naar een bestand dat er niet is" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "Zeven maal zeven is {{ 7*7 }}.",
        "{% raw %}tekst{% endraw %}",
        "<script>alert(1)</script>",
        "<b>vet</b>",
        "&lt;b&gt;",
        "[klik](javascript:alert(1))",
    ],
)
def test_template_code_and_html_in_a_card_are_refused(root: Root, text: str) -> None:
    fields = ["summary", "plain_summary"]
    for field in fields:
        assert [problem.code for problem in root.problems(a_card(**{field: text}))] == ["forbidden_markup"]


ODD = """Als a < b & c > d: "aanhaling", 'enkel' en 5 > 3; @@slot-content@@ {x} $y \\u0041 %s"""


def test_odd_but_allowed_text_stands_as_typed_on_the_page_in_the_title_and_in_the_description(root: Root) -> None:
    make_site_root(root)
    outcome = an_outcome({"words": ODD}, statement=ODD, caveat=ODD)
    root.write_card(a_card(name=ODD[:80], summary=ODD, aliases=[ODD[:80]], outcomes=[outcome]))
    build_site(root.path, root.path / "site")
    page = Site(root.path / "site").page("methoden/nieuw/")
    assert not page.errors
    assert page.title == f"{ODD[:80]} - Methodebibliotheek gezin"
    assert page.description == f"{ODD[:80]}: {ODD}"
    assert text_of(next(page.elements("h1"))) == ODD[:80]
    assert [text_of(lead) for lead in page.with_class("lead")] == [ODD]
    assert page.text.count(ODD) >= 4
    assert str(escape(ODD)) in page.html


# the page around a content


PROBE = '''
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.site.pages.all_pages import Site, pages

kept = {}


def on_nav(nav, config, files):
    kept["nav"] = nav


def on_env(env, config, files):
    kept["env"], kept["files"] = env, files


def on_post_build(config):
    """Render each page made from data through the theme, with its own values."""
    for made in pages(config.extra["build"].library):
        page = Page(made.title, File.generated(config, made.address + "index.md", content=""), config)
        page.meta = {"description": made.description, "section": made.section, "kind": made.kind}
        page.content = made.html(Site(config.site_url, ""))
        page.canonical_url = config.site_url + made.address
        html = kept["env"].get_template("main.html").render(get_context(kept["nav"], kept["files"], config, page))
        Path(config.site_dir, made.address, "whole.txt").write_text(html, encoding="utf-8")
'''


def test_a_page_put_together_from_pieces_is_the_page_that_the_theme_would_render(root: Root) -> None:
    sections = {f"{folder}/index.md": f"# {folder}\n" for folder in ("methoden", "organisaties", "werkvormen")}
    config = make_site_root(root, {"index.md": "# Begin\n", **sections})
    root.write("probe.py", PROBE)
    config.write_text(config.read_text(encoding="utf-8") + "hooks: [hooks.py, probe.py]\n", encoding="utf-8")
    with environment(SITE_URL="https://voorbeeld.example/", REPOSITORY_URL=None):
        build_site(root.path, root.path / "site")
    wholes = sorted((root.path / "site").rglob("whole.txt"))
    assert len(wholes) == len(list(addresses(root.load()))) > 3
    for whole in wholes:
        assert whole.with_name("index.html").read_text(encoding="utf-8") == whole.read_text(encoding="utf-8")


def test_the_menu_marks_the_part_that_a_page_belongs_to(site: Site, library: Library) -> None:
    def marked(page: Page) -> list[str]:
        return [text_of(link) for link in page.elements("a") if link.get("aria-current") and link.get("href") != "./"]

    method, organisation, tool = (next(iter(records)) for records in (library.methods, library.organisations, library.tools))
    assert marked(site.page(f"methoden/{method}/")) == ["Methoden"]
    assert marked(site.page(f"organisaties/{organisation}/")) == ["Meer"]
    assert marked(site.page(f"werkvormen/{tool}/")) == ["Meer"]


# the command


def test_a_folder_without_a_site_is_named_and_nothing_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "--to", str(tmp_path / "site")]) == 1
    assert capsys.readouterr().err.startswith("de site is niet gebouwd: ")
    assert not (tmp_path / "site").exists()
