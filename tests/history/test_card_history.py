"""What the repository knows of the past of cards, and how it is told to readers."""

import datetime
import functools
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome, as_yaml
from built import Site, environment, make_site_root, text_of
from hypothesis import given, settings
from hypothesis import strategies as st
from past import Past, copy_shallow
from paths import EXAMPLE_SITE

from macros.history import git
from macros.history.card_history import MOST_CHANGES, UNKNOWN, Event
from macros.history.field_changes import Counts, find_field_changes
from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.data import Vocabulary
from macros.model.fields import fields_of
from macros.model.method import Method
from macros.validation.yaml_reader import read_changed_fields, read_text
from macros.views.card.history import event_sentences, history_view, last_change, newest_events
from scripts.site import build_site


@functools.cache
def words() -> Mapping[str, Vocabulary]:
    return load_library(EXAMPLE_SITE).vocabularies


@pytest.fixture
def past(root: Root) -> Past:
    return Past(root)


def told(past: Past, card: str = "nieuw") -> list[tuple[str, ...]]:
    """What a reader is told of each change of a card, newest first."""
    view = history_view(card, past.load())
    return [event.sentences for event in view.events] if view else []


def differ(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What a reader is told of the difference between two cards."""
    event = Event("changed", datetime.datetime(2024, 1, 1), "", "", find_field_changes(before, after, words()))
    return list(event_sentences(event))


# what changed


def test_a_field_that_came_or_went_is_named_as_on_the_card() -> None:
    card = as_read(a_card())
    more = as_read(a_card(plain_summary="In gewone woorden.", regions=[{"region": "nederland", "sources": SOURCES}]))
    assert differ(card, more) == ["Erbij gekomen: In gewone woorden en Waar."]
    assert differ(more, card) == ["Weggehaald: In gewone woorden en Waar."]


def as_read(values: Any) -> dict[str, Any]:
    return read_text(as_yaml(values), "").value


def test_of_a_list_is_told_how_many_records_came_changed_and_went() -> None:
    one, two, three = (an_outcome({"count": number, "of": 12, "unit": "family"}, id=f"u-{number}") for number in (1, 2, 3))
    before, after = a_card(outcomes=[one, two]), a_card(outcomes=[{**one, "statement": "Anders."}, three])
    assert find_field_changes(as_read(before), as_read(after), words())[0].counts == Counts(1, 1, 1)
    assert differ(as_read(before), as_read(after)) == ["Gewijzigd: Resultaten (1 erbij, 1 gewijzigd, 1 weg)."]


def test_another_order_is_told_as_another_order() -> None:
    steps = [{"step": name, "text": "Tekst.", "sources": SOURCES} for name in ("Een", "Twee")]
    assert differ(as_read(a_card(approach=steps)), as_read(a_card(approach=steps[::-1]))) == ["In een andere volgorde: Aanpak."]


def test_a_word_from_our_lists_is_told_before_and_after_and_any_other_text_is_not() -> None:
    before = as_read(a_card(summary="Oud en misschien fout."))
    after = as_read(a_card(summary="Nieuw.", status={"phase": "completed", "sources": SOURCES}))
    assert differ(before, after) == ["Gewijzigd: Samenvatting; Stand (van “loopt” naar “afgerond”)."]


def test_within_a_group_the_fields_are_named() -> None:
    group = {"description": "Gezinnen.", "sources": SOURCES}
    ages = [{"from": "0", "to": "18", "sources": SOURCES}]
    before, after = a_card(target_group=group), a_card(target_group={**group, "description": "Iedereen.", "ages": ages})
    assert differ(as_read(before), as_read(after)) == ["Gewijzigd: Voor wie (omschrijving en leeftijd)."]


def test_a_field_that_the_format_no_longer_has_is_told_without_a_name() -> None:
    assert differ({"oud_veld": "x", "nog_een": "y"}, {}) == ["Weggehaald: velden die de kaart nu niet meer kent."]


def test_more_fields_than_a_reader_reads_are_counted() -> None:
    nodes = fields_of(Method)[:9]
    after = {node.name: "x" for node in nodes}
    *_, last = differ({}, after)[0].split(", ")
    assert last.endswith(" en nog 3 onderdelen.")


def test_layout_comments_and_empty_fields_are_no_change() -> None:
    one = "name: Een\nsummary: Een tekst op één regel.\nregions: []\n"
    other = "# uitleg\nsummary: >-\n  Een tekst\n  op één regel.\n\nname: Een  # naam\nregions:\n  []\ncosts:\n"
    assert find_field_changes(*read_changed_fields(one, other), words()) == ()


DOK = re.split(r"\n(?=[a-z])", (EXAMPLE_SITE / "methods" / "dok.yml").read_text(encoding="utf-8"))
"""A real card, field by field."""


@settings(max_examples=25)
@given(
    gone=st.sets(st.integers(0, len(DOK) - 1), max_size=3),
    new=st.dictionaries(
        st.sampled_from(["name", "summary", "goals", "approach", "costs"]), st.text("ab :\n#", max_size=20), max_size=3
    ),
)
def test_reading_only_what_differs_finds_what_reading_all_finds(gone: set[int], new: dict[str, str]) -> None:
    kept = [text for number, text in enumerate(DOK) if number not in gone and text.split(":")[0] not in new]
    before, after = "\n".join(DOK), "\n".join([*kept, *(f"{name}: {json.dumps(text)}" for name, text in new.items())])
    found = find_field_changes(*read_changed_fields(before, after), words())
    assert found == find_field_changes(read_text(before, "").value, read_text(after, "").value, words())
    assert len(found) >= len(gone - {0})


def test_a_text_that_goes_on_at_the_start_of_a_line_is_read_whole() -> None:
    before, after = 'name: "Een\nnaam: lang"\nsummary: Een.\n', 'name: "Twee\nnaam: lang"\nsummary: Een.\n'
    assert [change.label for change in find_field_changes(*read_changed_fields(before, after), words())] == ["Naam"]


# the past


def test_a_card_tells_when_it_came_and_what_changed_newest_first(past: Past) -> None:
    past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(aliases=["Anders"]))
    view = history_view("nieuw", past.load())
    assert [(event.day, event.moment, event.sentences) for event in view.events] == [
        ("2 januari 2024", "2024-01-02T12:00:00Z", ("Erbij gekomen: Andere namen.",)),
        ("1 januari 2024", "2024-01-01T12:00:00Z", ("Kaart opgenomen in de bibliotheek.",)),
    ]
    assert view.is_whole and view.earlier == 0


def test_each_change_leads_to_the_state_of_that_moment(past: Past) -> None:
    commits = [past.commit(nieuw=a_card()), past.commit(nieuw=a_card(aliases=["Anders"]))]
    states = [event.state for event in history_view("nieuw", past.load()).events]
    assert states == [f"{commit}/methods/nieuw.yml" for commit in reversed(commits)]
    assert past.git("show", states[1].replace("/", ":", 1)) == as_yaml(a_card()).strip()


def test_a_commit_that_changes_nothing_for_the_reader_is_not_told(past: Past) -> None:
    past.commit(nieuw=a_card())
    past.commit(nieuw="# toelichting\n" + as_yaml(a_card()))
    assert told(past) == [("Kaart opgenomen in de bibliotheek.",)]


def test_a_branch_comes_in_as_one_change_on_the_day_it_was_merged(past: Past) -> None:
    past.commit(nieuw=a_card())
    past.git("checkout", "--quiet", "-b", "voorstel")
    past.commit(nieuw=a_card(name="Half af"))
    past.commit(nieuw=a_card(name="Af", aliases=["Anders"]))
    past.git("checkout", "--quiet", "main")
    past.git("merge", "--quiet", "--no-ff", "--message=Samen", "voorstel", at="2024-03-01T12:00:00+00:00")
    view = history_view("nieuw", past.load())
    assert [(event.day, event.sentences) for event in view.events] == [
        ("1 maart 2024", ("Erbij gekomen: Andere namen.", "Gewijzigd: Naam.")),
        ("1 januari 2024", ("Kaart opgenomen in de bibliotheek.",)),
    ]


def test_the_past_goes_on_under_the_old_id(past: Past) -> None:
    past.commit(oud=a_card())
    past.commit(oud=a_card(aliases=["Anders"]))
    past.root.write("data/moved.yml", {"oud": {"to": "nieuw"}})
    past.commit(oud=None, nieuw=a_card(aliases=["Anders"], name="Nieuw"))
    past.commit(nieuw=a_card(name="Nieuw"))
    assert told(past) == [
        ("Weggehaald: Andere namen.",),
        ("Het adres is veranderd; de kaart stond eerder onder “oud”.", "Gewijzigd: Naam."),
        ("Erbij gekomen: Andere namen.",),
        ("Kaart opgenomen in de bibliotheek.",),
    ]
    assert history_view("nieuw", past.load()).events[-1].state.endswith("/methods/oud.yml")


def test_two_moves_in_a_row_are_one_past(past: Past) -> None:
    past.commit(een=a_card())
    past.commit(een=None, twee=a_card())
    past.root.write("data/moved.yml", {"een": {"to": "twee"}, "twee": {"to": "drie"}})
    past.commit(twee=None, drie=a_card())
    assert told(past, "drie") == [
        ("Het adres is veranderd; de kaart stond eerder onder “twee”.",),
        ("Het adres is veranderd; de kaart stond eerder onder “een”.",),
        ("Kaart opgenomen in de bibliotheek.",),
    ]


def test_a_card_that_took_another_in_says_so(past: Past) -> None:
    past.commit(een=a_card(), twee=a_card(name="Twee"))
    past.root.write("data/moved.yml", {"een": {"to": "twee"}})
    past.commit(een=None)
    assert told(past, "twee") == [
        ("De kaart “een” is in deze kaart opgegaan.",),
        ("Kaart opgenomen in de bibliotheek.",),
    ]


def test_a_card_is_taken_in_on_the_day_it_went_however_often_it_changed_before(past: Past) -> None:
    past.commit(een=a_card(), twee=a_card(name="Twee"))
    past.commit(een=a_card(summary="Anders."))
    past.commit(een=a_card(summary="Weer anders."))
    past.root.write("data/moved.yml", {"een": {"to": "twee"}})
    past.commit(een=None)
    view = history_view("twee", past.load())
    assert [event.day for event in view.events] == ["4 januari 2024", "1 januari 2024"]


def test_an_old_state_that_cannot_be_read_is_a_change_of_which_we_do_not_know_what(past: Past) -> None:
    past.root.write("methods/nieuw.yml", "name: [\n")
    past.commit()
    past.commit(nieuw=a_card())
    past.root.path.joinpath("methods/nieuw.yml").write_bytes(b"\xff\xfe")
    past.commit()
    past.commit(nieuw=a_card())
    unknown = ("Gewijzigd. Wat er veranderde, is niet meer na te gaan.",)
    assert told(past) == [unknown, unknown, unknown, ("Kaart opgenomen in de bibliotheek.",)]


def test_a_card_that_changed_very_often_tells_the_latest_changes_and_counts_the_others(past: Past) -> None:
    for number in range(MOST_CHANGES + 3):
        past.commit(nieuw=a_card(name=f"Naam {number}"))
    view = history_view("nieuw", past.load())
    assert len(view.events) == MOST_CHANGES + 1
    assert view.earlier == 2
    assert view.events[-1].sentences == ("Kaart opgenomen in de bibliotheek.",)


@pytest.mark.parametrize(("more", "earlier"), [(0, 0), (1, 0), (2, 1)])
def test_only_changes_that_are_not_told_are_counted(past: Past, more: int, earlier: int) -> None:
    for number in range(MOST_CHANGES + more):
        past.commit(nieuw=a_card(name=f"Naam {number}"))
    assert history_view("nieuw", past.load()).earlier == earlier


def test_the_newest_changes_of_all_cards_stand_newest_first_and_by_id(past: Past) -> None:
    past.commit(b=a_card(), a=a_card())
    past.commit(a=a_card(name="Anders"))
    cards = [(one.card, one.event.kind) for one in newest_events(past.load(), 3)]
    assert cards == [("a", "changed"), ("a", "new"), ("b", "new")]


def test_when_a_page_changed_last_is_known(past: Past) -> None:
    past.root.write("docs/over/index.md", "# Over\n")
    past.root.write("docs/assets/site.js", "")
    past.commit()
    past.root.write("docs/over/index.md", "# Over ons\n")
    past.commit()
    assert past.load().history.pages == {"docs/over/index.md": datetime.datetime(2024, 1, 2, 12, tzinfo=datetime.UTC)}


# where the past is not known


def test_without_a_repository_the_past_is_unknown_and_nothing_fails(root: Root) -> None:
    library = root.load()
    assert library.history == UNKNOWN
    assert history_view("voorbeeld-thuis", library) is None
    assert last_change("voorbeeld-thuis", library) is None


def test_without_git_the_past_is_unknown(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    past.commit()
    monkeypatch.setenv("PATH", "")
    assert past.load().history == UNKNOWN


def test_in_a_repository_that_does_not_hold_the_cards_the_past_is_unknown(root: Root, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert root.load().history == UNKNOWN


def test_a_repository_without_commits_has_no_past(past: Past) -> None:
    assert past.load().history == UNKNOWN


def test_a_card_that_is_not_recorded_yet_has_no_past(past: Past) -> None:
    past.commit()
    past.root.write_card(a_card())
    library = past.load()
    assert library.history.is_known
    assert history_view("nieuw", library) is None


def test_in_a_clone_of_the_latest_commits_only_nothing_is_called_new(past: Past, tmp_path: Path) -> None:
    past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(name="Twee"))
    past.commit(nieuw=a_card(name="Drie"))
    library = copy_shallow(past, tmp_path / "kort").load()
    view = history_view("nieuw", library)
    assert [event.sentences for event in view.events] == [("Gewijzigd: Naam.",)]
    assert not view.is_whole
    assert history_view("voorbeeld-thuis", library) is None


def test_a_library_below_the_root_of_a_repository_has_its_past(tmp_path: Path, example: Root) -> None:
    shutil.copytree(example.path, tmp_path / "deel", symlinks=True)
    past = Past(Root(tmp_path))
    past.commit()
    library = load_library(tmp_path / "deel")
    assert set(library.history.cards) == set(library.methods)


def test_a_commit_in_which_nothing_changed_is_passed_over(past: Past) -> None:
    first = past.commit(nieuw=a_card())
    past.commit()
    [version] = past.load().history.cards["nieuw"]
    assert version.commit == first


def test_a_library_that_the_repository_around_it_ignores_has_no_past(tmp_path: Path, example: Root) -> None:
    (tmp_path / ".gitignore").write_text("/deel/\n", encoding="utf-8")
    shutil.copytree(example.path, tmp_path / "deel", symlinks=True)
    Past(Root(tmp_path)).commit()
    library = load_library(tmp_path / "deel")
    assert library.methods
    assert not library.history.cards


def test_the_settings_of_a_machine_change_nothing(past: Past) -> None:
    past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(name="Twee"))
    before = past.load().history.cards
    preferred = {
        "log.showRoot": "false",
        "log.showSignature": "true",
        "diff.renames": "copies",
        "core.quotePath": "true",
        "core.abbrev": "5",
        "color.ui": "always",
        "log.date": "relative",
        "diff.noprefix": "true",
        "log.decorate": "full",
        "format.pretty": "oneline",
    }
    for name, value in preferred.items():
        past.git("config", name, value)
    assert before["nieuw"]
    assert past.load().history.cards == before


def test_the_number_of_calls_does_not_grow_with_the_cards(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    command = git._command
    monkeypatch.setattr(git, "_command", lambda *arguments: calls.append(arguments[0]) or command(*arguments))
    cards = {f"kaart_{number}": a_card(name=f"Kaart {number}") for number in range(20)}
    past.commit(**cards)
    past.commit(**{name: {**card, "aliases": [f"Anders {name}"]} for name, card in cards.items()})
    assert sum(len(events) for events in past.load().history.cards.values()) >= 40
    assert calls == ["rev-parse", "log", "cat-file"]


def test_each_card_is_compared_with_its_own_earlier_text(past: Past) -> None:
    past.commit(aa=a_card(name="Een"), nieuw=a_card(), zz=a_card(name="Drie"))
    past.commit(nieuw=a_card(aliases=["Anders"]), zz=a_card(name="Drie", plain_summary="In gewone woorden."))
    came = ("Kaart opgenomen in de bibliotheek.",)
    assert told(past, "aa") == [came]
    assert told(past) == [("Erbij gekomen: Andere namen.",), came]
    assert told(past, "zz") == [("Erbij gekomen: In gewone woorden.",), came]


def test_cards_with_one_state_are_not_read(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    past.commit(nieuw=a_card())
    monkeypatch.setattr("macros.history.card_history.read_changed_fields", lambda *_: pytest.fail("was read"))
    assert told(past) == [("Kaart opgenomen in de bibliotheek.",)]


# where a forge shows earlier states


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("repository", "place"),
    [
        ("https://code.voorbeeld.example/b/", "https://code.voorbeeld.example/b/blob/"),
        ("https://gitlab.voorbeeld.example/b", "https://gitlab.voorbeeld.example/b/-/blob/"),
    ],
    ids=["as GitHub does", "as GitLab does"],
)
def test_a_change_links_the_card_of_that_moment_on_the_forge(past: Past, repository: str, place: str) -> None:
    commit = past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(name="Anders"))
    make_site_root(past.root)
    with environment(SITE_URL=None, REPOSITORY_URL=repository):
        build_site(past.root.path, past.root.path / "site")
    page = Site(past.root.path / "site").page("methoden/nieuw/")
    links = [link.attrib["href"] for link in page.elements("a") if "De kaart van toen" in text_of(link)]
    assert links == [f"{place}{commit}/methods/nieuw.yml"]


def test_a_site_that_does_not_know_its_repository_links_no_earlier_state(site: Site) -> None:
    assert site.pages
    assert not [page.address for page in site.pages.values() if "De kaart van toen" in page.text]


def test_the_card_tells_what_the_history_tells(published: Site, library: Library) -> None:
    told = 0
    for card in library.methods:
        text = published.page(f"methoden/{card}/").text
        view = history_view(card, library)
        for event in view.events if view else ():
            told += 1
            assert event.day in text
            assert all(sentence in text for sentence in event.sentences)
        assert ("Wat is er op deze kaart veranderd?" in text) == (view is not None)
    assert told or not library.history.is_whole


def test_an_old_commit_builds_with_the_past_of_that_day(past: Past) -> None:
    old = past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(name="Anders"))
    past.git("checkout", "--quiet", "--detach", old)
    assert told(past) == [("Kaart opgenomen in de bibliotheek.",)]
