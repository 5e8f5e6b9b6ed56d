"""A source file that is no plain file, cannot be read, or lies elsewhere: one problem with its place, and no run hangs."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import Root, a_card
from built import python_environment
from paths import ROOT

from macros.validation.problems import Problem, Refused


def problems_of(root: Root) -> list[Problem]:
    """What is wrong with the whole library."""
    with pytest.raises(Refused) as refused:
        root.load()
    return refused.value.problems


def pipe(file: Path, root: Root) -> None:
    os.mkfifo(file)


def device(file: Path, root: Root) -> None:
    file.symlink_to("/dev/zero")


def listening_socket(file: Path, root: Root) -> None:
    folder = os.open(file.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:  # by a short way, because such a name may have 107 signs
        made.bind(f"/proc/self/fd/{folder}/{file.name}")
    os.close(folder)


def loop(file: Path, root: Root) -> None:
    file.symlink_to(file.name)


def link_to_nothing(file: Path, root: Root) -> None:
    file.symlink_to("is-er-niet.yml")


def link_outside(file: Path, root: Root) -> None:
    file.symlink_to("/etc/hostname")


def link_outside_by_a_detour(file: Path, root: Root) -> None:
    (root.path / "trap").symlink_to("/etc")
    file.symlink_to("../trap/hostname")


def huge(file: Path, root: Root) -> None:
    with file.open("wb") as made:
        made.truncate(10**12)  # takes no room on the disk


KINDS = {
    pipe: "not_a_file",
    device: "link_outside",
    listening_socket: "unreadable_file",
    loop: "unreadable_file",
    link_to_nothing: "unreadable_file",
    link_outside: "link_outside",
    link_outside_by_a_detour: "link_outside",
    huge: "too_large",
}


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_a_card_that_is_no_plain_file_is_one_problem(make: Callable[[Path, Root], None], root: Root) -> None:
    make(root.path / "methods" / "raar.yml", root)
    found = problems_of(root)
    assert [(problem.path, problem.code) for problem in found] == [("methods/raar.yml", KINDS[make])]
    assert found[0].message and found[0].remedy


@pytest.mark.parametrize("make", [pipe, loop, link_outside, huge], ids=lambda make: make.__name__)
def test_so_is_a_file_of_data(make: Callable[[Path, Root], None], root: Root) -> None:
    (root.path / "data" / "tools.yml").unlink()
    make(root.path / "data" / "tools.yml", root)
    found = {(problem.path, problem.code) for problem in problems_of(root)}
    assert ("data/tools.yml", KINDS[make]) in found


def test_a_link_within_the_library_and_a_card_elsewhere_are_read(root: Root, tmp_path: Path) -> None:
    root.write_card(a_card())
    (root.path / "bewaard").mkdir()
    (root.path / "methods" / "nieuw.yml").rename(root.path / "bewaard" / "nieuw.yml")
    (root.path / "methods" / "nieuw.yml").symlink_to("../bewaard/nieuw.yml")
    assert "nieuw" in root.load().methods


def test_a_file_without_rights_says_so(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refusing(path: object, flags: int) -> int:
        if str(path).endswith("nieuw.yml"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, flags)

    monkeypatch.setattr(os, "open", refusing)  # for root every file is readable
    (problem,) = root.problems(a_card())
    assert (
        problem.text
        == "dit bestand is niet te lezen: daarvoor hebt u geen rechten — geef leesrechten, of zet het bestand opnieuw neer"
    )


@pytest.mark.parametrize("name", [b"\xff\xfe.yml", b"een\n::error::x.yml", b"\x1b[31mrood.yml", "na\u202eam.yml".encode()])
def test_a_name_that_cannot_be_shown_is_shown_by_its_numbers(name: bytes, root: Root) -> None:
    source = root.write_card(a_card())
    os.rename(source, os.path.join(os.fsencode(source.parent), name))  # noqa: PTH104, PTH118 - names of bytes
    problems = problems_of(root)
    assert {problem.code for problem in problems} == {"bad_file_name"}
    for problem in problems:
        assert str(problem).isprintable() and "\\" in problem.path


def test_output_that_cannot_show_a_sign_shows_its_number_and_ends_well(root: Root) -> None:
    root.write_card(a_card(reviewed="één – 春"))
    command = [sys.executable, "-m", "scripts.check", "--root", str(root.path)]
    environment = python_environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "\\u6625" in done.stdout and "Traceback" not in done.stderr
