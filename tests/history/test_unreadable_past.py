"""A past that cannot be read is told with its real cause, and no date or name of a commit ends a build."""

import datetime
import os
import subprocess
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from builders import Root, a_card
from hypothesis import assume, given
from hypothesis import strategies as st
from past import Past, copy_shallow

from macros.history.log import DAY, FIRST, believable, parse_log
from macros.site.feed import feed
from macros.site.pages.page import Site
from macros.views.card.history import history_view

NOW = datetime.datetime(2026, 11, 28, tzinfo=datetime.UTC).timestamp()
GOOD = int(datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC).timestamp())


@pytest.fixture
def past(root: Root) -> Past:
    past = Past(root)
    past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(name="Anders"))
    return past


# the cause


def without_git(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def of_another_owner(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def outside_a_repository(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    (past.root.path / ".git").rename(past.root.path / "git")


def with_git_that_may_not_start(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    program = past.root.write("programs/git", "#!/bin/true\n")
    monkeypatch.setenv("PATH", str(program.parent))


def with_a_lost_commit(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = past.git("rev-parse", "HEAD~1")
    (past.root.path / ".git" / "objects" / commit[:2] / commit[2:]).unlink()


def with_a_damaged_commit(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = past.git("rev-parse", "HEAD~1")
    file = past.root.path / ".git" / "objects" / commit[:2] / commit[2:]
    file.chmod(0o600)
    file.write_bytes(b"")


def with_a_setting_that_cannot_be_read(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    with (past.root.path / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write("[core\n")


def of_a_newer_git(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    past.git("config", "core.repositoryFormatVersion", "99")


def with_no_repository_in_it(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    (past.root.path / ".git" / "HEAD").unlink()


def of_which_nothing_was_recorded(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    past.git("checkout", "--quiet", "--orphan", "leeg")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (without_git, "Git is op deze computer niet te vinden"),
        (of_another_owner, "de map is van een andere gebruiker, en dan leest Git die niet"),
        (outside_a_repository, "deze map staat niet onder Git"),
        (with_git_that_may_not_start, "Git start niet: daarvoor hebt u geen rechten"),
        (with_a_lost_commit, "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
        (with_a_damaged_commit, "de geschiedenis is beschadigd; haal die opnieuw op"),
        (with_a_setting_that_cannot_be_read, "een instelling van Git is niet te lezen; kijk met: git config --list"),
        (of_a_newer_git, "deze map is gemaakt met een nieuwere Git; installeer die"),
        (with_no_repository_in_it, "deze map staat niet onder Git"),
        (of_which_nothing_was_recorded, "Git kent hier nog geen kaarten"),
    ],
)
def test_the_check_and_the_build_say_why_the_past_cannot_be_read(
    spoil: Callable[[Past, pytest.MonkeyPatch], None],
    why: str,
    past: Past,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(past, monkeypatch)
    (remark,) = past.load().history.remarks
    assert remark.startswith(f"het verleden van de kaarten is niet te lezen: {why}")
    assert past.root.check() == 0
    said = capsys.readouterr().err
    assert said.startswith(f"let op: {remark}\nniet nagegaan: of er kaarten zijn verdwenen")


def test_a_clone_of_the_latest_commits_says_so_and_how_to_get_the_rest(past: Past, tmp_path: Path) -> None:
    past.commit()
    (remark,) = copy_shallow(past, tmp_path / "kort").load().history.remarks
    assert remark.startswith("deze kloon heeft alleen de laatste commits")
    assert "git fetch --unshallow" in remark and "fetch-depth: 0" in remark


def test_of_a_whole_past_nothing_is_remarked(past: Past) -> None:
    assert past.load().history.remarks == ()


# dates


def commit_at(past: Past, date: str, **values: str) -> str:
    """A commit whose date is written into it as it is, also where Git itself would refuse it."""
    past.root.write_card(a_card(**values))
    past.git("add", "--all")
    tree, parent = past.git("write-tree"), past.git("rev-parse", "HEAD")
    text = f"tree {tree}\nparent {parent}\nauthor A <a@b.example> {date}\ncommitter A <a@b.example> {date}\n\nIets\n"
    command = ["git", "hash-object", "-w", "-t", "commit", "--literally", "--stdin"]
    made = subprocess.run(command, cwd=past.root.path, input=text, text=True, capture_output=True, check=True).stdout.strip()
    past.git("reset", "--quiet", "--soft", made)
    return made


@pytest.mark.parametrize(
    "date", ["99999999999999999 +0000", "253402300800 +0000", "0 +0000", "4102444800 +0000", "86400 -9999", "1 +0000"]
)
def test_a_commit_with_an_impossible_date_has_that_of_the_one_before_and_is_named(date: str, past: Past) -> None:
    made = commit_at(past, date, name="Derde")
    past.commit(nieuw=a_card(name="Vierde"))
    library = past.load()
    assert [event.sentences for event in history_view("nieuw", library).events] == [
        *[("Gewijzigd: Naam.",)] * 3,
        ("Kaart opgenomen in de bibliotheek.",),
    ]
    assert [event.day for event in history_view("nieuw", library).events][1:3] == ["2 januari 2024"] * 2
    (remark,) = library.history.remarks
    assert remark.startswith(f"de datum klopt niet van 1 van de commits ({made[:10]})")
    assert feed(library, Site("https://voorbeeld.example/", "", "B")).count("<entry>") == 7


def test_dates_do_not_decide_the_order(past: Past) -> None:
    commit_at(past, f"{GOOD - 400 * DAY} +0000", name="Derde")
    commit_at(past, f"{GOOD + 500 * DAY} +0000", name="Vierde", aliases=["V"])
    commit_at(past, f"{GOOD + 3 * DAY} +0000", name="Vijfde", aliases=["V"])
    events = past.load().history.cards["nieuw"]
    assert [event.order for event in events] == [4, 3, 2, 1, 0]
    assert [event.moment for event in events] == sorted((event.moment for event in events), reverse=True)


@given(st.lists(st.integers(-(2**70), 2**70) | st.integers(int(FIRST) - 9, int(NOW) + 2 * DAY), max_size=30))
def test_believed_moments_never_go_back_and_are_within_reason(seconds: list[int]) -> None:
    moments = [moment.timestamp() for moment in believable(seconds, NOW)]
    assert moments == sorted(moments) and len(moments) == len(seconds)
    assert all(FIRST <= moment <= NOW + DAY for moment in moments)


BIRTH_OF_GIT = 1_112_832_000
"""7 April 2005, 0:00 UTC."""


@pytest.mark.parametrize(
    ("seconds", "is_believed"),
    [(BIRTH_OF_GIT - 1, False), (BIRTH_OF_GIT, True), (int(NOW) + DAY, True), (int(NOW) + DAY + 1, False)],
)
def test_a_date_from_the_birth_of_git_to_tomorrow_is_believed(seconds: int, is_believed: bool) -> None:
    others = [GOOD, GOOD] if seconds > GOOD else []
    moment = believable([*others, seconds], NOW)[-1].timestamp()
    assert (moment == seconds) == is_believed


@given(st.lists(st.integers(GOOD, GOOD + 9), max_size=7))
def test_of_all_rows_that_never_go_back_a_longest_is_believed(seconds: list[int]) -> None:
    rows = (row for count in range(len(seconds) + 1) for row in combinations(seconds, count))
    longest = max(len(row) for row in rows if list(row) == sorted(row))
    found = [moment.timestamp() for moment in believable(seconds, NOW)]
    assert sum(moment == own for moment, own in zip(found, seconds, strict=True)) >= longest


@given(st.lists(st.integers(GOOD, GOOD + 99), min_size=2, max_size=20), st.integers(2, 20), st.integers(-(10**12), 10**12))
def test_one_wrong_date_behind_two_that_agree_changes_no_other(seconds: list[int], place: int, wrong: int) -> None:
    seconds = sorted(seconds)
    assume(not seconds[0] <= wrong <= seconds[-1])  # between two that agree, nobody can say which is the wrong one
    without = believable(seconds, NOW)
    found = believable([*seconds[:place], wrong, *seconds[place:]], NOW)
    del found[min(place, len(seconds))]
    assert found == without


# names and rewritten histories


@pytest.mark.parametrize("name", [b"een\x01" + b"a" * 40 + b" 1", b"twee\nregels.md", b":100644 x", b"\xff\xfe.md", b"'\"\t.md"])
def test_no_name_of_a_file_confuses_the_reading(name: bytes, past: Past) -> None:
    folder = os.fsencode(past.root.path / "docs")
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - names of bytes
    with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123 - see above
        file.write(b"iets")
    past.commit(nieuw=a_card(name="Derde"))
    history = past.load().history
    assert [event.kind for event in history.cards["nieuw"]] == ["changed", "changed", "new"]
    assert history.remarks == ()


def test_a_log_of_nothing_has_no_commits() -> None:
    assert parse_log(b"") == []


def rewritten(past: Past, *command: str) -> None:
    past.git("-c", "core.editor=true", *command, at="2025-05-05T12:00:00+00:00")


@pytest.mark.parametrize(
    "command",
    [
        ("filter-branch", "--force", "--msg-filter", "cat; echo meer", "HEAD"),
        ("filter-branch", "--force", "--env-filter", "export GIT_COMMITTER_EMAIL=ander@voorbeeld.example", "HEAD"),
        ("filter-branch", "--force", "--tree-filter", "echo x > erbij", "HEAD"),
        ("rebase", "--quiet", "--root", "--force-rebase"),
    ],
    ids=["message", "committer", "other file", "rebase"],
)
def test_the_ids_of_the_feed_survive_a_rewritten_history(
    command: tuple[str, ...], past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILTER_BRANCH_SQUELCH_WARNING", "1")
    past.commit(nieuw=a_card())
    past.commit(nieuw=a_card(name="Anders"))  # the same change as before, for the second time
    before, head = ids(past), past.git("rev-parse", "HEAD")
    rewritten(past, *command)
    assert past.git("rev-parse", "HEAD") != head
    assert len(before) == len(set(before)) == 7
    assert sorted(ids(past)) == sorted(before)


def ids(past: Past) -> list[str]:
    text = feed(past.load(), Site("https://voorbeeld.example/", "", "B"))
    return [part.partition("</id>")[0] for part in text.split("<entry>")[1:] for part in part.split("<id>")[1:]]
