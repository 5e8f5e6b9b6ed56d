"""The small files at fixed places: robots.txt, llms.txt, OpenSearch and security.txt."""

import datetime
import re
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from builders import Root
from built import ADDRESS, REPOSITORY, Site
from open_data_fixtures import NOWHERE, PUBLICATION

from macros.library.library import Library
from macros.model.privacy import find_personal_data
from macros.open_data.signposts import OPEN_SEARCH, SECURITY, signpost_files

OPEN = "{http://a9.com/-/spec/opensearch/1.1/}"


def text_of(site: Site, path: str) -> str:
    return (site.path / path).read_text(encoding="utf-8")


def test_every_robot_may_read_everything_and_finds_the_sitemap(published: Site) -> None:
    robots = RobotFileParser()
    robots.parse(text_of(published, "robots.txt").splitlines())
    assert robots.can_fetch("*", f"{ADDRESS}api/v1/methods.json")
    assert robots.site_maps() == [f"{ADDRESS}sitemap.xml"]
    assert (published.path / "sitemap.xml").is_file()


def test_without_an_address_no_file_claims_one(site: Site) -> None:
    assert "Sitemap" not in text_of(site, "robots.txt")
    assert not (site.path / OPEN_SEARCH).exists()
    assert not (site.path / SECURITY).exists()
    assert not [element for element in site.page("").elements("link") if element.get("rel") == "search"]


@pytest.mark.parametrize("which", ["site", "published"])
def test_the_text_for_language_models_leads_to_files_that_exist(
    which: str, site: Site, published: Site, library: Library
) -> None:
    site = {"site": site, "published": published}[which]
    text = text_of(site, "llms.txt")
    assert text.startswith("# Methodebibliotheek gezin\n\n> ")
    assert f"{len(library.methods)} methoden" in text
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) == 7
    for link in links:
        path = link.removeprefix(ADDRESS) if which == "published" else link
        assert "://" not in path
        assert (site.path / path / ("index.html" if path.endswith("/") else "")).is_file(), path


def test_a_browser_can_search_the_site_from_its_address_bar(published: Site) -> None:
    link = next(element for element in published.page("methoden/").elements("link") if element.get("rel") == "search")
    assert link.attrib["type"] == "application/opensearchdescription+xml"
    file, _ = published.target(published.page("methoden/"), link.attrib["href"])
    description = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert description.tag == f"{OPEN}OpenSearchDescription"
    name = description.findtext(f"{OPEN}ShortName")
    assert name and len(name) <= 16
    url = description.find(f"{OPEN}Url")
    assert url is not None and url.attrib == {"type": "text/html", "template": f"{ADDRESS}methoden/?q={{searchTerms}}"}
    form = next(element for element in published.page("").elements("form") if element.get("role") == "search")
    assert "q" in {field.get("name") for field in form.iter("input")}
    image = description.findtext(f"{OPEN}Image")
    assert image and (published.path / image.removeprefix(ADDRESS)).is_file()


def read_fields(text: str) -> dict[str, str]:
    lines = text.strip().splitlines()
    assert all(re.fullmatch(r"[A-Z][A-Za-z-]+: \S.*", line) for line in lines), lines
    return dict(line.split(": ", 1) for line in lines)


def test_who_finds_a_weak_spot_reads_where_to_report_it(published: Site, library: Library) -> None:
    fields = read_fields(text_of(published, SECURITY))
    assert fields["Contact"] == REPOSITORY
    assert fields["Canonical"] == ADDRESS + SECURITY
    expires = datetime.datetime.fromisoformat(fields["Expires"])
    assert expires.tzinfo is not None
    assert 300 < (expires.date() - library.today).days < 366


def test_a_contact_of_its_own_goes_before_the_repository(root: Root) -> None:
    known = PUBLICATION._replace(security_contact="https://voorbeeld.example/veilig-melden/")
    assert (
        read_fields(dict(signpost_files(root.load(), known))[SECURITY])["Contact"] == "https://voorbeeld.example/veilig-melden/"
    )


def test_without_any_contact_there_is_no_file_that_promises_one(root: Root) -> None:
    assert set(dict(signpost_files(root.load(), NOWHERE))) == {"robots.txt", "llms.txt"}


def test_no_signpost_names_a_person(published: Site) -> None:
    for path in ("robots.txt", "llms.txt", OPEN_SEARCH, SECURITY):
        assert find_personal_data(text_of(published, path)) is None, path
