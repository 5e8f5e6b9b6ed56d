"""An address that was once given stays good: renamed and removed cards, and what the check says when one is forgotten."""

import shutil
from typing import Any

import pytest
from builders import Root, a_card
from built import ADDRESS, Site, environment, make_site_root, text_of
from past import Past, copy_shallow

from macros.history.moved import follow_moves, former_ids
from macros.search.documents import search_documents
from macros.site.files.compare import comparison_index
from macros.validation.problems import Refused
from scripts.site import build_site

GONE = {"removed": "2024-05-14", "name": "Oude methode", "reason": "De eigenaar vroeg erom."}


def problems(root: Root) -> list[str]:
    try:
        root.load()
    except Refused as refused:
        return [str(problem) for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            {},
            "1:1: oud: een oud id leidt naar een andere kaart, of de kaart is weggehaald"
            " — vul to in (het nieuwe id), of removed, name en reason; niet allebei",
        ),
        (
            {"to": "voorbeeld-thuis", "removed": "2024"},
            "1:1: oud: een oud id leidt naar een andere kaart, of de kaart is weggehaald"
            " — vul to in (het nieuwe id), of removed, name en reason; niet allebei",
        ),
        (
            {"to": "voorbeeld-thuis", "reason": "Zo maar."},
            "3:3: oud.reason: bij een kaart die alleen een ander id kreeg, hoort geen naam of reden"
            " — haal de regel weg; de nieuwe kaart vertelt het",
        ),
        (
            {"removed": "2024", "name": "Oud"},
            "2:3: oud.removed: bij een weggehaalde kaart horen de naam en de reden"
            " — vul name en reason in; wie een oude link volgt, leest ze",
        ),
        ({"to": "voorbeeld-thius"}, '2:3: oud.to: er is geen kaart "voorbeeld-thius" — bedoelde u "voorbeeld-thuis"?'),
        ({"to": "iets-heel-anders"}, '2:3: oud.to: er is geen kaart "iets-heel-anders" — noem een kaart die er is'),
        ({"to": "oud"}, '2:3: oud.to: "oud" verwijst via een omweg naar zichzelf — noem een kaart die er is'),
        ({**GONE, "removed": "2999-01-01"}, "2:3: oud.removed: 2999-01-01 ligt na vandaag — kijk de datum na"),
        (
            {**GONE, "removed": "2024-05"},
            "2:3: oud.removed: 2024-05 is geen dag — schrijf de hele datum, bijvoorbeeld 2019-05-14",
        ),
        ({"to": "voorbeeld-thuis", "sinds": "2024"}, '3:3: oud.sinds: een veld "sinds" bestaat hier niet'),
    ],
)
def test_a_wrong_entry_is_reported_with_place_fault_and_remedy(root: Root, entry: dict[str, Any], problem: str) -> None:
    root.write("data/moved.yml", {"oud": entry})
    (found,) = problems(root)
    assert found.startswith(f"data/moved.yml:{problem}")


def test_an_id_that_is_a_card_is_not_an_old_id(root: Root) -> None:
    root.write("data/moved.yml", {"voorbeeld-kort": {"to": "voorbeeld-thuis"}})
    assert problems(root) == [
        'data/moved.yml:1:1: voorbeeld-kort: er is ook een kaart "voorbeeld-kort", dus dit id is niet weg — haal deze regel weg;'
        " is het een nieuwe kaart, geef die dan een ander id, want dit adres blijft van de oude"
    ]


@pytest.mark.parametrize(
    ("tool", "to", "problem"),
    [
        ("oude-kring", "nergens", '2:3: oude-kring.to: er is geen kaart "nergens" — noem een kaart die er is'),
        ("oude-kring", "oud", '2:3: oude-kring.to: de kaart "oud" heet nu "voorbeeld-thuis" — schrijf het nieuwe id'),
        ("oude-kring", "weg", '2:3: oude-kring.to: er is geen kaart "weg" — noem een kaart die er is'),
        (
            "voorbeeldkring",
            "voorbeeld-thuis",
            '1:1: voorbeeldkring: de werkvorm "voorbeeldkring" staat ook nog in data/tools.yml'
            " — haal die daar weg, of haal deze regel weg; twee plekken gaan uiteenlopen",
        ),
    ],
)
def test_a_tool_that_became_a_card_is_no_tool_and_leads_to_a_card(root: Root, tool: str, to: str, problem: str) -> None:
    root.write("data/moved.yml", {"oud": {"to": "voorbeeld-thuis"}, "weg": GONE})
    root.write("data/former_tools.yml", {tool: {"to": to}})
    assert problems(root) == [f"data/former_tools.yml:{problem}"]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"to": "voorbeeld-thuis"}, 'de kaart "oud" heet nu "voorbeeld-thuis" — schrijf het nieuwe id'),
        (GONE, 'de kaart "oud" is weggehaald — schrijf het in woorden, met text: in plaats van method:'),
    ],
)
def test_a_link_between_cards_names_the_id_of_today(root: Root, entry: dict[str, Any], problem: str) -> None:
    root.write("data/moved.yml", {"oud": entry})
    sources = [{"source": "voorbeeldrapport"}]
    root.write_card(a_card(chain={"before": [{"method": "oud", "sources": sources}]}))
    (found,) = problems(root)
    assert found.endswith(f"chain.before[0].method: {problem}")


def test_a_way_of_several_steps_is_followed_to_its_end(root: Root) -> None:
    entries = {"een": {"to": "twee"}, "twee": {"to": "voorbeeld-thuis"}, "drie": {"to": "vier"}, "vier": GONE}
    root.write("data/moved.yml", entries)
    moved = root.load().moved
    assert {old_id: entry.to for old_id, entry in moved.items()} == {
        "een": "voorbeeld-thuis",
        "twee": "voorbeeld-thuis",
        "drie": "vier",
        "vier": None,
    }
    assert former_ids(moved) == {"voorbeeld-thuis": ("een", "twee"), "vier": ("drie",)}


def test_a_circle_leads_nowhere(root: Root) -> None:
    root.write("data/moved.yml", {"een": {"to": "twee"}, "twee": {"to": "een"}, "drie": {"to": "een"}})
    assert len(problems(root)) == 3
    assert follow_moves({}) == {}


# what the repository remembers


def test_a_card_that_went_without_a_word_is_missed(root: Root) -> None:
    past = Past(root)
    past.commit(nieuw=a_card())
    past.commit(nieuw=None)
    assert problems(root) == [
        'data/moved.yml:1:1: de kaart "nieuw" stond in de bibliotheek en is weg, dus links naar dat adres lopen dood'
        " — zet die terug, of schrijf in data/moved.yml waar het adres heen leidt: nieuw: {to: nieuw-id},"
        " of nieuw: {removed: jjjj-mm-dd, name: …, reason: …}"
    ]


@pytest.mark.parametrize("entry", [{"to": "voorbeeld-thuis"}, GONE])
def test_a_card_that_went_with_a_word_is_not_missed(root: Root, entry: dict[str, Any]) -> None:
    past = Past(root)
    past.commit(nieuw=a_card())
    root.write("data/moved.yml", {"nieuw": entry})
    past.commit(nieuw=None)
    assert problems(root) == []


def test_a_card_is_missed_before_its_removal_is_recorded(root: Root) -> None:
    Past(root).commit(nieuw=a_card())
    (root.path / "methods" / "nieuw.yml").unlink()
    assert len(problems(root)) == 1


def test_another_name_of_the_file_is_missed_too(root: Root) -> None:
    Past(root).commit(nieuw=a_card())
    file = root.path / "methods" / "nieuw.yml"
    file.rename(file.with_name("nieuwer.yml"))
    assert len(problems(root)) == 1


def test_an_entry_with_a_problem_is_not_reported_as_missing_as_well(root: Root) -> None:
    past = Past(root)
    past.commit(nieuw=a_card())
    root.write("data/moved.yml", {"nieuw": {"to": "bestaat-niet"}})
    past.commit(nieuw=None)
    assert len(problems(root)) == 1


def test_a_card_that_only_a_branch_had_was_never_published_and_is_not_missed(root: Root) -> None:
    past = Past(root)
    past.commit()
    past.git("checkout", "--quiet", "-b", "voorstel")
    past.commit(proef=a_card())
    past.commit(proef=None, nieuw=a_card())
    past.git("checkout", "--quiet", "main")
    past.git("merge", "--quiet", "--no-ff", "--message=Samen", "voorstel")
    assert problems(root) == []


def test_a_clone_of_the_latest_commits_misses_what_went_in_them(root: Root, tmp_path_factory: pytest.TempPathFactory) -> None:
    past = Past(root)
    past.commit(nieuw=a_card())
    past.commit(nieuw=None)
    short = copy_shallow(past, tmp_path_factory.mktemp("kort") / "kopie")
    assert len(problems(short)) == 1


def test_checking_some_cards_does_not_look_for_missing_ones(root: Root) -> None:
    past = Past(root)
    past.commit(nieuw=a_card())
    past.commit(nieuw=None)
    assert root.problems(a_card(), "ander") == []


def test_the_check_says_so_when_it_could_not_look_for_missing_cards(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert root.check() == 0
    assert capsys.readouterr().err == (
        "let op: het verleden van de kaarten is niet te lezen: deze map staat niet onder Git\n"
        "niet nagegaan: of er kaarten zijn verdwenen; daarvoor is de hele geschiedenis van Git nodig\n"
    )
    Past(root).commit()
    assert root.check() == 0
    assert capsys.readouterr().err == ""


# what stands at old addresses


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, example: Root) -> Site:
    """A small site with a renamed and a removed card, and a tool that became a card."""
    root = Root(tmp_path_factory.mktemp("moved") / "root")
    shutil.copytree(example.path, root.path)
    entries = {"oud-thuis": {"to": "voorbeeld-thuis"}, "oude-methode": GONE, "nog-ouder": {"to": "oude-methode"}}
    root.write("data/moved.yml", entries)
    root.write("data/former_tools.yml", {"oude-kring": {"to": "voorbeeld-thuis"}})
    make_site_root(root)
    with environment(SITE_URL=ADDRESS, REPOSITORY_URL=None):
        build_site(root.path, root.path / "site")
    return Site(root.path / "site")


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("oud-thuis", "voorbeeld-thuis", "Voorbeeld Thuis"), ("nog-ouder", "oude-methode", "Oude methode")],
)
def test_an_old_address_leads_to_the_new_one_without_a_script(site: Site, old: str, new: str, name: str) -> None:
    page = site.page(f"methoden/{old}/")
    assert not page.errors
    links = [link for link in page.elements("a") if link.attrib["href"] == f"../{new}/"]
    assert [text_of(link) for link in links] == [name]
    assert f'<noscript><meta http-equiv="refresh" content="0; url=../{new}/"></noscript>' in page.html
    canonical = [link.attrib["href"] for link in page.elements("link") if link.get("rel") == "canonical"]
    assert canonical == [f"{ADDRESS}methoden/{new}/"]
    file, _ = site.target(page, f"../{new}/")
    assert file.is_file()


def test_the_address_of_a_tool_that_became_a_card_leads_to_the_card(site: Site) -> None:
    page = site.page("werkvormen/oude-kring/")
    assert not page.errors
    (link,) = [link for link in page.elements("a") if text_of(link) == "Voorbeeld Thuis"]
    assert link.attrib["href"] == "../../methoden/voorbeeld-thuis/"
    assert 'data-to="../../methoden/voorbeeld-thuis/"' in page.html
    file, _ = site.target(page, link.attrib["href"])
    assert file.is_file()


def test_where_a_card_was_taken_away_stands_when_and_why(site: Site) -> None:
    page = site.page("methoden/oude-methode/")
    assert "Deze kaart is weggehaald op 14 mei 2024. De eigenaar vroeg erom." in page.text
    assert page.title.startswith("Oude methode: weggehaald")


def test_in_a_frame_on_another_site_the_old_address_shows_the_new_small_card(site: Site) -> None:
    assert site.page("embed/oud-thuis/").html == site.page("embed/voorbeeld-thuis/").html
    for old in ("oude-methode", "nog-ouder"):
        assert "Deze kaart is weggehaald op 14 mei 2024." in site.page(f"embed/{old}/").text


def test_neither_sitemap_nor_list_names_old_addresses(site: Site) -> None:
    sitemap = (site.path / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{ADDRESS}methoden/voorbeeld-thuis/" in sitemap
    for old in ("oud-thuis", "oude-methode", "nog-ouder", "oude-kring"):
        assert old not in sitemap


def test_the_feed_tells_that_a_card_was_taken_away(site: Site) -> None:
    feed = (site.path / "feed.xml").read_text(encoding="utf-8")
    assert '<summary type="html">Kaart weggehaald. De eigenaar vroeg erom.</summary>' in feed
    assert "<updated>2024-05-14T00:00:00+00:00</updated>" in feed


def test_the_comparison_and_the_search_know_old_ids(root: Root) -> None:
    root.write("data/moved.yml", {"oud-thuis": {"to": "voorbeeld-thuis"}, "oude-methode": GONE})
    library = root.load()
    index = dict(comparison_index(library))["vergelijken/methoden.json"]
    assert '"moved":{"oud-thuis":"voorbeeld-thuis"}' in index
    found = {document.id: [text for _, text in document.texts] for document in search_documents(library)[0]}
    assert "oud thuis" in found["voorbeeld-thuis"]
    assert "oud thuis" not in found["voorbeeld-kort"]
