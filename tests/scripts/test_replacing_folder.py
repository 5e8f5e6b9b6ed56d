"""A folder that is replaced is whole at every moment, and nothing is taken away that was not made by the same maker."""

import os
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from scripts.writing import swapping
from scripts.writing.replacing_folder import Maker, NotReplaced, replacing_folder

MAKER = Maker(".gemaakt", "een bouw")
PARTS = ("een", "twee/diep", "drie")


def make(to: Path, text: str) -> None:
    with replacing_folder(to, MAKER) as new:
        write(new, text)


def write(folder: Path, text: str) -> None:
    for part in PARTS:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        (folder / part).write_text(text, encoding="utf-8")


def texts(folder: Path) -> set[str]:
    """One text if the folder is whole."""
    return {(folder / part).read_text(encoding="utf-8") if (folder / part).is_file() else "" for part in PARTS}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def in_another_process(work: Callable[[], None]) -> int:
    """The id of a process that does some work and then ends without tidying up."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    return child


# what may be replaced


def test_a_new_an_empty_and_an_own_folder_are_filled(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    for name in ("nieuw", "leeg", "diep/er/in"):
        for text in ("oud", "nieuw"):
            make(tmp_path / name, text)
            assert texts(tmp_path / name) == {text}
        assert names(tmp_path / name) == {"een", "twee", "drie", ".gemaakt"}
    assert names(tmp_path) == {"nieuw", "leeg", "diep"}


@pytest.mark.parametrize("content", ["foto.jpg", ".git/config", "index.html", ".andere-mark"])
def test_a_folder_with_something_of_another_is_left_alone(tmp_path: Path, content: str) -> None:
    target = tmp_path / "foto's"
    (target / content).parent.mkdir(parents=True)
    (target / content).write_text("van mij", encoding="utf-8")
    with pytest.raises(NotReplaced, match="foto's is niet leeg en niet door een bouw gemaakt; kies een andere map"):
        make(target, "nieuw")
    assert (target / content).read_text(encoding="utf-8") == "van mij"
    assert names(tmp_path) == {"foto's"}


@pytest.mark.parametrize("name", ["site.new", "site.old", ".site.new", "site.build"])
def test_what_lies_beside_it_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "foto.jpg").touch()
    make(tmp_path / "site", "nieuw")
    assert (tmp_path / name / "foto.jpg").exists()


def test_a_work_folder_of_another_is_left_alone_and_named(tmp_path: Path) -> None:
    work = tmp_path / ".site.build"
    work.mkdir()
    (work / "foto.jpg").touch()
    with pytest.raises(NotReplaced, match=r"\.site\.build is niet door een bouw gemaakt en staat in de weg"):
        make(tmp_path / "site", "nieuw")
    assert names(work) == {"foto.jpg"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("van mij", encoding="utf-8")
    for target in (tmp_path / "site", tmp_path / "site" / "diep"):
        with pytest.raises(NotReplaced, match="site is een bestand; kies een map"):
            make(target, "nieuw")


# links and mounts


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    make(tmp_path / "uitgaven" / "1", "oud")
    (tmp_path / "site").symlink_to("uitgaven/1")
    (tmp_path / "naar-site").symlink_to("site")
    make(tmp_path / "naar-site", "nieuw")
    assert (tmp_path / "site").readlink() == Path("uitgaven/1")
    assert texts(tmp_path / "site") == texts(tmp_path / "uitgaven" / "1") == {"nieuw"}
    assert names(tmp_path / "uitgaven") == {"1"}


def test_a_link_to_what_is_not_there_yet_gets_it_and_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("uitgaven/1")
    make(tmp_path / "site", "nieuw")
    assert texts(tmp_path / "uitgaven" / "1") == {"nieuw"}
    (tmp_path / "kring").symlink_to("kring")
    with pytest.raises(NotReplaced, match="kring is een link die naar zichzelf leidt"):
        make(tmp_path / "kring", "nieuw")


def mount(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, target: Path, how: str) -> None:
    """Make a folder into one that cannot be renamed: as another disk, a part of the same disk, or in a folder of another."""
    if how == "disk":
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == target)
    elif how == "part":
        escaped = str(target).replace(" ", "\\040")
        (tmp_path / "mounts").write_text(f"36 35 98:0 /mnt1 {escaped} rw,noatime - ext3 /dev/root rw\n", encoding="utf-8")
        monkeypatch.setattr(swapping, "MOUNTS", tmp_path / "mounts")
    else:
        monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != target.parent)
    rename = Path.rename

    def checked(path: Path, to: Path) -> Path:
        assert target not in (path, to), "this folder cannot be renamed"
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", checked)


@pytest.mark.parametrize("how", ["disk", "part", "folder"])
def test_a_folder_that_cannot_be_renamed_is_replaced_from_within(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "een map" / "site"
    target.mkdir(parents=True)
    mount(monkeypatch, tmp_path, target, how)
    make(target, "oud")
    (target / "over").touch()
    make(target, "nieuw")
    assert texts(target) == {"nieuw"}
    assert names(target) == {"een", "twee", "drie", ".gemaakt"}
    (target / ".gemaakt").unlink()
    with pytest.raises(NotReplaced, match="niet leeg en niet door een bouw gemaakt"):
        make(target, "nieuw")


# killed


def kill_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """End this process, as a power cut would, instead of at its next move of this number."""
    moves, rename = iter(range(number)), Path.rename

    def move(path: Path, to: Path) -> Path:
        if next(moves, None) is None:
            os._exit(9)
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", move)


@pytest.mark.parametrize("how", ["beside", "inside"])
@pytest.mark.parametrize("number", range(9))
def test_killed_at_any_move_a_whole_folder_is_there_and_a_next_run_that_fails_brings_it_back(
    number: int, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    make(target, "oud")
    if how == "inside":
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == target)

    def work() -> None:
        kill_at(number, monkeypatch)
        make(target, "nieuw")

    os.waitpid(in_another_process(work), 0)
    work_folder = swapping.swap_of(target).work
    assert how == "inside" or {"oud"} in (texts(target), texts(work_folder / "old")) or texts(target) == {"nieuw"}
    with pytest.raises(ValueError, match="mislukt"), replacing_folder(target, MAKER):
        raise ValueError("mislukt")
    assert texts(target) in ({"oud"}, {"nieuw"})
    assert names(target) == {"een", "twee", "drie", ".gemaakt"}
    assert names(tmp_path) == {"site"}


@pytest.mark.parametrize("how", ["beside", "inside"])
@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt, SystemExit])
def test_a_run_that_fails_leaves_what_was_there(
    error: type[BaseException], how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    make(target, "oud")
    if how == "inside":
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == target)
    with pytest.raises(error), replacing_folder(target, MAKER) as new:
        write(new, "nieuw")
        raise error
    assert texts(target) == {"oud"}
    assert names(tmp_path) == {"site"} and names(target) == {"een", "twee", "drie", ".gemaakt"}


def test_what_somebody_put_there_after_a_kill_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    make(target, "oud")

    def work() -> None:
        kill_at(1, monkeypatch)
        make(target, "nieuw")

    os.waitpid(in_another_process(work), 0)
    assert not target.exists()
    target.mkdir()
    (target / "foto.jpg").touch()
    with pytest.raises(NotReplaced, match="niet leeg"):
        make(target, "nieuw")
    assert names(target) == {"foto.jpg"} and texts(tmp_path / ".site.build" / "old") == {"oud"}


# two at once


def test_eight_at_once_wait_for_each_other(tmp_path: Path) -> None:
    heard = tmp_path / "gezegd"
    waits = f"een ander is bezig met {tmp_path / 'site'}; deze wacht tot die klaar is"
    end = time.monotonic() + 60

    def work(number: int) -> None:
        with heard.open("a", encoding="utf-8") as file, redirect_stderr(file):
            with replacing_folder(tmp_path / "site", MAKER) as new:
                write(new, str(number))
                while waits not in heard.read_text(encoding="utf-8") and time.monotonic() < end:
                    time.sleep(0.01)  # the first one holds the folder until another wants it, however slow the machine
            (tmp_path / f"klaar {number}").touch()

    children = [in_another_process(lambda number=number: work(number)) for number in range(8)]
    for child in children:
        os.waitpid(child, 0)
    said = heard.read_text(encoding="utf-8")
    assert names(tmp_path) == {"site", "gezegd", *(f"klaar {number}" for number in range(8))}, said
    assert len(texts(tmp_path / "site")) == 1
    assert set(said.splitlines()) == {waits}
