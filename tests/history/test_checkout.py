"""Cards and data as they were at a revision, written to a folder: what the reading difference is made from."""

from pathlib import Path

import pytest
from builders import Root, a_card
from past import Past

from macros.history.checkout import NoRevision, write_revision


@pytest.fixture
def past(root: Root) -> Past:
    return Past(root)


def test_cards_and_data_stand_there_as_they_were_then_and_nothing_else_does(past: Past, tmp_path: Path) -> None:
    past.root.write("README.md", "# Hier\n")
    first = past.commit(nieuw=a_card(), weg=a_card(name="Weg"))
    then = (past.root.path / "methods" / "nieuw.yml").read_bytes()
    past.commit(nieuw=a_card(name="Anders"), weg=None)
    write_revision(past.root.path, first, tmp_path / "toen")
    assert (tmp_path / "toen" / "methods" / "nieuw.yml").read_bytes() == then
    assert (tmp_path / "toen" / "methods" / "weg.yml").is_file()
    assert {entry.name for entry in (tmp_path / "toen").iterdir()} == {"methods", "data"}
    write_revision(past.root.path, "HEAD", tmp_path / "nu")
    assert not (tmp_path / "nu" / "methods" / "weg.yml").exists()


def test_a_link_to_elsewhere_is_written_as_a_file_that_names_it(past: Past, tmp_path: Path) -> None:
    (past.root.path / "methods" / "link.yml").symlink_to("/etc/hostname")
    past.commit()
    write_revision(past.root.path, "HEAD", tmp_path / "uit")
    link = tmp_path / "uit" / "methods" / "link.yml"
    assert not link.is_symlink() and link.read_text(encoding="utf-8") == "/etc/hostname"


@pytest.mark.parametrize("name", ["bestaat-niet", "--help", "HEAD:methods"])
def test_what_is_no_commit_is_refused(past: Past, name: str, tmp_path: Path) -> None:
    past.commit(nieuw=a_card())
    with pytest.raises(NoRevision):
        write_revision(past.root.path, name, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_a_text_that_did_not_come_along_in_the_clone_is_named(past: Past, tmp_path: Path) -> None:
    past.commit(nieuw=a_card())
    lost = past.git("rev-parse", "HEAD:methods/nieuw.yml")
    (past.root.path / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(NoRevision, match=r"methods/nieuw\.yml van HEAD zit niet in deze kloon"):
        write_revision(past.root.path, "HEAD", tmp_path / "uit")
