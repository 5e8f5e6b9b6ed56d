"""The feed of changes and the sitemap: valid by their standards, true to the past, and bounded."""

import datetime
from pathlib import Path

import feedparser
import pytest
from builders import SOURCES, Root, a_card
from built import ADDRESS, Site, environment, make_site_root, old_addresses
from lxml import etree
from past import Past

from macros.library.library import Library
from macros.site.feed import MOST, feed, method_feeds, theme_feeds
from macros.site.pages.page import Site as Place
from macros.site.sitemap import sitemap_files
from macros.views.card.history import last_change, timestamp
from macros.views.catalogue.listings import followed_lists
from scripts.site import build_site

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PLACE = Place(url=ADDRESS, edit="", name="Bibliotheek")
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def faults(text: str) -> list[str]:
    """What is wrong with a feed by RFC 4287: by its grammar, and by the rules that no grammar can say."""
    root = etree.fromstring(text.encode())
    if not SCHEMA.validate(root):
        return [error.message for error in SCHEMA.error_log]
    found = []
    entries = root.findall(f"{ATOM}entry")
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    moments = [datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) for entry in entries]
    if len(ids) != len(set(ids)):
        found.append("an id stands twice")
    for element in (root, *entries):  # 4.1.1 and 4.1.2: one alternate link of a type and language; 4.2.7.2: rel has a default
        links = [
            (link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link")
        ]
        alternates = [link for link in links if link[0] == "alternate"]
        if len(alternates) != len(set(alternates)) or not alternates:
            found.append("an alternate link is missing or stands twice")
    if not any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")):
        found.append("the feed does not say where it stands")
    if moments != sorted(moments, reverse=True):
        found.append("the newest entry is not the first")
    return found


@pytest.fixture
def past(root: Root) -> Past:
    past = Past(root)
    past.commit(nieuw=a_card(name="Oud < nieuw & meer"))
    past.commit(nieuw=a_card(name="Oud < nieuw & meer", aliases=["Anders"]))
    return past


# the feed


def test_the_feed_of_the_library_is_valid(published: Site, library: Library) -> None:
    text = (published.path / "feed.xml").read_text(encoding="utf-8")
    assert faults(text) == []
    told = sum(map(len, library.history.cards.values()))
    assert text.count("<entry>") == min(told, MOST)


def test_the_feed_of_a_site_that_does_not_know_its_address_is_valid_too(site: Site) -> None:
    assert faults((site.path / "feed.xml").read_text(encoding="utf-8")) == []


def test_every_method_and_every_theme_has_a_feed_that_is_valid_and_linked(published: Site, library: Library) -> None:
    themes = [one.address for one in followed_lists(library)]
    assert themes
    for address in (*(f"methoden/{method}/" for method in library.methods), *themes):
        text = (published.path / address / "feed.xml").read_text(encoding="utf-8")
        assert faults(text) == [], address
        assert feedparser.parse(text.encode()).feed.links[0].href == ADDRESS + address
    linked = [page for page in map(published.pages.get, themes) if page]
    assert linked and all(("a", f"../../../{page.address}feed.xml") in page.addresses() for page in linked)


def test_the_feed_of_a_method_tells_its_own_changes_and_that_of_a_theme_those_of_its_methods(past: Past) -> None:
    past.commit(ander=a_card(name="Ander", goals=[{"text": "Veilig.", "theme": "early-support", "sources": SOURCES}]))
    library = past.load()
    ((_, own),) = method_feeds(library, PLACE, [library.methods["nieuw"]])
    assert {entry.link for entry in feedparser.parse(own.encode()).entries} == {f"{ADDRESS}methoden/nieuw/"}
    of_theme = dict(theme_feeds(library, PLACE))["methoden/thema/early-support/feed.xml"]
    assert "Ander" in {entry.title for entry in feedparser.parse(of_theme.encode()).entries}
    assert "Oud < nieuw & meer" not in {entry.title for entry in feedparser.parse(of_theme.encode()).entries}
    everything = feedparser.parse(feed(library, PLACE).encode())
    assert len({everything.feed.id, feedparser.parse(own.encode()).feed.id, feedparser.parse(of_theme.encode()).feed.id}) == 3


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<title>", "<titel>"),
        ("<updated>2024-01-02T12:00:00+00:00", "<updated>2024-01-02"),
        ("<updated>2024-01-02T12:00:00+00:00", "<updated>2024-01-02T12:00:00"),
        ("<id>urn:uuid:", "<id>"),
        ("<entry>", "<entry><id>urn:x</id>"),
        ('rel="self"', 'rel="alternate"'),
        ("<author>", '<author type="x">'),
        (' href="', ' adres="'),
        ("http://www.w3.org/2005/Atom", "http://www.w3.org/2005/atom"),
    ],
)
def test_a_wrong_feed_is_refused(past: Past, right: str, wrong: str) -> None:
    text = feed(past.load(), PLACE)
    assert faults(text) == []
    assert right in text
    closing = [(f"</{name[1:]}", f"</{other[1:]}") for name, other in [(right, wrong)] if right == "<title>"]
    for old, new in [(right, wrong), *closing]:
        text = text.replace(old, new)
    assert faults(text) != []


def test_a_feed_reader_reads_title_moment_address_and_what_changed(past: Past) -> None:
    found = feedparser.parse(feed(past.load(), PLACE).encode())
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Bibliotheek: wat er verandert"
    assert [(entry.title_detail.value, entry.updated, entry.link, entry.summary) for entry in found.entries[:2]] == [
        (
            "Oud < nieuw & meer",
            "2024-01-02T12:00:00+00:00",
            f"{ADDRESS}methoden/nieuw/",
            "Erbij gekomen: Andere namen.",
        ),
        ("Oud < nieuw & meer", "2024-01-01T12:00:00+00:00", f"{ADDRESS}methoden/nieuw/", "Kaart opgenomen in de bibliotheek."),
    ]


def test_the_id_of_an_entry_stays_when_the_site_moves_and_the_card_gets_another_id(past: Past) -> None:
    before = feedparser.parse(feed(past.load(), PLACE).encode())
    past.root.write("data/moved.yml", {"nieuw": {"to": "nieuwer"}})
    past.commit(nieuw=None, nieuwer=a_card(name="Nieuwer"))
    after = feedparser.parse(feed(past.load(), Place(url="https://elders.example/", edit="", name="Anders")).encode())
    assert before.feed.id == after.feed.id
    assert {entry.id for entry in before.entries} < {entry.id for entry in after.entries}


def test_the_feed_holds_the_newest_and_no_more(root: Root) -> None:
    past = Past(root)
    past.commit(**{f"kaart_{number}": a_card(name=f"Kaart {number}") for number in range(MOST)})
    past.commit(nieuw=a_card(name="De nieuwste"))
    found = feedparser.parse(feed(root.load(), PLACE).encode())
    assert len(found.entries) == MOST
    assert found.entries[0].title == "De nieuwste"


def test_without_a_past_the_feed_is_empty_and_valid(root: Root) -> None:
    text = feed(root.load(), PLACE)
    assert faults(text) == []
    assert "<entry>" not in text
    assert "<updated>2025-01-01T00:00:00+00:00</updated>" in text


def test_every_page_names_the_feed(site: Site, library: Library) -> None:
    bare = {"404.html", *old_addresses(library)}
    pages = [page for page in site.pages.values() if not page.address.startswith("embed/") and page.address not in bare]
    assert pages
    for page in pages:
        links = [link for link in page.elements("link") if link.get("type") == "application/atom+xml"]
        assert [link.get("rel") for link in links] == ["alternate"], page.address
        assert site.target(page, links[0].attrib["href"])[0] == site.path / "feed.xml"


# the sitemap


def days(site: Site) -> dict[str, str | None]:
    entries = etree.parse(site.path / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    assert entries
    return {entry.findtext(f"{SITEMAP}loc").removeprefix(ADDRESS): entry.findtext(f"{SITEMAP}lastmod") for entry in entries}


@pytest.mark.heavy
def test_the_sitemap_tells_when_a_card_or_page_changed_and_nothing_where_it_is_not_known(root: Root) -> None:
    past = Past(root)
    pages = {"index.md": "# Begin\n", "over.md": "# Over\n", "lijst.md": "---\nrender_macros: true\n---\n# Lijst\n"}
    make_site_root(root, pages)
    root.write(".gitignore", "/macros\n/theme\n/hooks.py\n/docs/assets\n")
    past.commit()
    past.commit(nieuw=a_card(name="Nieuw"))
    root.write_card(a_card(name="Nog niet vastgelegd"), "later")
    with environment(SITE_URL=ADDRESS, REPOSITORY_URL=None):
        build_site(root.path, root.path / "site")
    found = days(Site(root.path / "site"))
    wanted = {"": "2024-01-01", "over/": "2024-01-01", "lijst/": None, "methoden/nieuw/": "2024-01-02", "methoden/later/": None}
    assert {address: found[address] for address in wanted} == wanted
    assert {day for address, day in found.items() if address.startswith("organisaties/")} == {None}


def test_the_day_of_a_card_in_the_sitemap_is_that_on_the_card(published: Site, library: Library) -> None:
    found = days(published)
    assert library.methods
    for card in library.methods:
        moment = last_change(card, library)
        assert found[f"methoden/{card}/"] == (timestamp(moment)[:10] if moment else None)


def test_a_site_that_does_not_know_its_address_has_no_sitemap(site: Site) -> None:
    assert list(site.path.glob("sitemap*")) == []


def test_a_sitemap_that_would_be_too_long_is_cut_in_parts_that_a_list_names() -> None:
    moment = datetime.datetime(2024, 5, 14, tzinfo=datetime.UTC)
    entries = [("a/", None), ("b/", moment), ("c/?x=1&y", None)]
    files = dict(sitemap_files(entries, ADDRESS, most=2))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    index = etree.fromstring(files["sitemap.xml"].encode())
    assert index.tag == f"{SITEMAP}sitemapindex"
    parts = [(one.findtext(f"{SITEMAP}loc"), one.findtext(f"{SITEMAP}lastmod")) for one in index]
    assert parts == [(f"{ADDRESS}sitemap-1.xml", "2024-05-14"), (f"{ADDRESS}sitemap-2.xml", None)]
    found = [loc.text for name, _ in parts for loc in etree.fromstring(files[Path(name).name].encode()).iter(f"{SITEMAP}loc")]
    assert found == [f"{ADDRESS}a/", f"{ADDRESS}b/", f"{ADDRESS}c/?x=1&y"]
