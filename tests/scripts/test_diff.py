"""`python -m scripts.diff`: two revisions of a repository of its own, and the files in the working folder."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import SOURCES, Root, a_card

from macros.history.checkout import NoRevision, write_revision
from scripts import diff as diff_module
from scripts.diff import main


def git(root: Root, *arguments: str) -> str:
    command = ["git", "-C", str(root.path), "-c", "user.name=Voorbeeld", "-c", "user.email=voorbeeld@voorbeeld.example"]
    return subprocess.run([*command, *arguments], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(root: Root) -> Root:
    """The example library with one revision, called begin."""
    return begun(root)


def begun(root: Root) -> Root:
    """The library of now as the first revision, called begin."""
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "begin")
    return root


def commit(root: Root, tag: str) -> None:
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--no-verify", "--message", tag)
    git(root, "tag", tag)


def diff(root: Root, *arguments: object) -> int:
    return main(["--root", str(root.path), *map(str, arguments)])


def test_without_a_second_revision_the_working_folder_is_compared(repository: Root, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write_card(a_card())
    assert diff(repository, "begin") == 0
    shown = capsys.readouterr().out
    assert "Van begin naar de werkmap." in shown
    assert "Voorbeeld (nieuw): nieuw" in shown


def test_two_revisions_are_compared_whatever_lies_in_the_working_folder(
    repository: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write_card(a_card())
    commit(repository, "later")
    (repository.path / "methods" / "nieuw.yml").unlink()
    assert diff(repository, "begin", "later", "--format", "markdown") == 0
    assert "1 kaart nieuw" in capsys.readouterr().out.replace("\\", "")
    assert diff(repository, "later", "begin") == 0
    assert "1 kaart verwijderd" in capsys.readouterr().out


def a_link(root: Root) -> None:
    (root.path / "methods" / "nieuw.yml").unlink()
    (root.path / "methods" / "nieuw.yml").symlink_to("voorbeeld-kort.yml")


def a_word(root: Root) -> None:
    root.write("data/organisations.yml", root.read("data/organisations.yml").replace("name: ", "name: Nieuwe ", 1))


def a_record(root: Root) -> None:
    record = {"type": "report", "title": "Nieuw", "publisher": "Uitgever", "voice": "owner"}
    root.write_card(a_card(sources=[{"source": "nieuwe-bron"}], new_records={"sources": {"nieuwe-bron": record}}))


FEW = {
    "nothing": lambda root: None,
    "a sentence": lambda root: root.write_card(a_card(summary="Een andere samenvatting.")),
    "a name that others show": lambda root: root.write_card(a_card(name="Anders", aliases=["Voorheen zo"])),
    "a relation": lambda root: root.write_card(
        a_card(relations=[{"method": "voorbeeld-thuis", "kind": "variant-of", "sources": SOURCES}])
    ),
    "two cards": lambda root: [
        root.write_card(a_card(name=name), name=of) for name, of in (("Een", "nieuw"), ("Twee", "tweede"))
    ],
}
"""What changes in the working folder, if nothing but the contents of cards do and all is well."""
MUCH = {
    "a word": a_word,
    "a new card": lambda root: root.write_card(a_card(name="Derde"), name="derde"),
    "a card that is gone": lambda root: (root.path / "methods" / "tweede.yml").unlink(),
    "a card that is a link": a_link,
    "a card that does not pass": lambda root: root.write_card(a_card(summary=...)),
    "a card that cannot be read": lambda root: root.write("methods/nieuw.yml", "name: [\n"),
    "a card that brings a source": a_record,
    "a hidden file": lambda root: root.write("methods/.later.yml", "anders: ja\n"),
}


@pytest.fixture
def two_cards(root: Root) -> Root:
    """The example library with two cards more."""
    root.write_card(a_card())
    root.write_card(a_card(name="Tweede"), name="tweede")
    root.write("methods/.later.yml", "nog: niets\n")
    return begun(root)


Shown = Callable[[Root], str]


@pytest.fixture
def shown_both_ways(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shown:
    """What is shown of the difference with begin, which is the same when both sides are read."""

    def shown(root: Root) -> str:
        assert diff(root, "begin") == 0
        found = capsys.readouterr().out
        with monkeypatch.context() as slowly:
            slowly.setattr(diff_module, "earlier_cards", lambda *_: None)
            assert diff(root, "begin") == 0
        assert capsys.readouterr().out == found
        return found

    return shown


@pytest.mark.parametrize("what", [*FEW, *MUCH])
def test_the_difference_is_the_same_whether_one_side_is_made_from_the_other_or_not(
    two_cards: Root, what: str, shown_both_ways: Shown
) -> None:
    (FEW | MUCH)[what](two_cards)
    shown_both_ways(two_cards)


@pytest.mark.parametrize("what", [*FEW, *MUCH])
def test_where_only_cards_differ_no_revision_is_written(two_cards: Root, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    monkeypatch.setattr(diff_module, "write_revision", lambda *given: written.append(given) or write_revision(*given))
    (FEW | MUCH)[what](two_cards)
    assert diff(two_cards, "begin") == 0
    assert bool(written) == (what in MUCH)


@pytest.mark.parametrize(
    "then",
    [{"summary": ...}, {"sources": [{"source": "weg"}]}, {"name": "Tweede"}],
    ids=["does not pass", "names a source that is not there", "has the name of another"],
)
def test_a_card_that_did_not_pass_then_is_told_of(root: Root, then: dict, shown_both_ways: Shown) -> None:
    root.write_card(a_card(**then))
    root.write_card(a_card(name="Tweede"), name="tweede")
    begun(root)
    root.write_card(a_card())
    found = shown_both_ways(root)
    assert "In begin vindt de controle 1 fout" in found or "In begin vindt de controle 2 fouten" in found


def test_a_source_that_a_card_brought_along_then_is_gone_now(root: Root, shown_both_ways: Shown) -> None:
    a_record(root)
    begun(root)
    root.write_card(a_card())
    found = shown_both_ways(root)
    assert "Nieuw" in found and "verdwenen" in found


def test_out_writes_a_page_and_a_summary(repository: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write_card(a_card())
    to = tmp_path / "een" / "verschil"
    assert diff(repository, "begin", "--out", to) == 0
    assert sorted(file.name for file in to.iterdir()) == ["verschil.html", "verschil.md"]
    assert "Voorbeeld (nieuw): nieuw" in (to / "verschil.html").read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"het verschil staat in {to}/: verschil.html en verschil.md\n"


def test_a_state_that_does_not_pass_is_named_and_shown_as_far_as_it_goes(
    repository: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write_card(a_card(summary=...))
    repository.write_card(a_card(name="Goed"), name="goed")
    assert diff(repository, "begin") == 0
    shown = capsys.readouterr().out
    assert "In de werkmap vindt de controle 1 fout" in shown
    assert "methods/nieuw.yml:1:1: summary: dit verplichte veld ontbreekt" in shown
    assert "Goed (goed): nieuw" in shown


def test_an_older_state_without_cards_counts_as_empty(repository: Root, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "leeg")
    git(repository, "rm", "--quiet", "-r", "--cached", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "leeg")
    assert diff(repository, "leeg", "begin") == 0
    shown = capsys.readouterr().out
    assert "In leeg staat geen bibliotheek die te lezen is" in shown
    assert "data/organisations.yml ontbreekt. Hieronder telt die als een lege bibliotheek." in shown


@pytest.mark.parametrize("revision", ["bestaat-niet", "--output=x", "begin:methods"])
def test_a_revision_that_is_none_is_refused(repository: Root, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(repository, "--", revision) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"het verschil is niet gemaakt: Git kent geen stand “{revision}”; noem een tak, een label of")
    with pytest.raises(NoRevision):
        write_revision(repository.path, revision, repository.path / "daar")


def test_without_git_a_sentence_says_so(
    repository: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert diff(repository, "begin") == 2
    assert capsys.readouterr().err == "het verschil is niet gemaakt: Git is op deze computer niet te vinden\n"


def test_a_folder_that_is_no_repository_is_told(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(root, "begin") == 2
    assert capsys.readouterr().err == "het verschil is niet gemaakt: deze map staat niet onder Git\n"


def test_a_repository_of_another_is_told(
    repository: Root, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert diff(repository, "begin") == 2
    assert "de map is van een ander" in capsys.readouterr().err


def test_a_link_in_a_revision_is_not_followed(repository: Root, tmp_path: Path) -> None:
    (repository.path / "methods" / "sluip.yml").symlink_to("/etc/hostname")
    (repository.path / ".gitattributes").write_text("methods/*.yml export-ignore\n", encoding="utf-8")
    commit(repository, "sluip")
    write_revision(repository.path, "sluip", tmp_path / "daar")
    written = tmp_path / "daar" / "methods" / "sluip.yml"
    assert not written.is_symlink() and written.read_text(encoding="utf-8") == "/etc/hostname"
    assert (tmp_path / "daar" / "methods" / "voorbeeld-kort.yml").read_bytes() == (
        repository.path / "methods" / "voorbeeld-kort.yml"
    ).read_bytes()
