"""What lies among the pages and is no plain file of the library is never published, and hangs no build."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import Root
from built import make_site_root

from macros.site.plain_files import odd_files
from scripts import export, site


def pipe(file: Path) -> None:
    os.mkfifo(file)


def device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def listening_socket(file: Path) -> None:
    folder = os.open(file.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{folder}/{file.name}")
    os.close(folder)


def loop(file: Path) -> None:
    file.symlink_to(file.name)


def link_to_nothing(file: Path) -> None:
    file.symlink_to("is-er-niet.md")


def link_outside(file: Path) -> None:
    file.symlink_to("/etc/hostname")


def link_to_a_folder_outside(file: Path) -> None:
    file.symlink_to("/etc")


def link_outside_by_a_detour(file: Path) -> None:
    file.symlink_to(os.path.relpath("/etc/hostname", file.parent.resolve()))


KINDS = {
    pipe: "not_a_file",
    device: "link_outside",
    listening_socket: "not_a_file",
    loop: "not_a_file",
    link_to_nothing: "not_a_file",
    link_outside: "link_outside",
    link_to_a_folder_outside: "link_outside",
    link_outside_by_a_detour: "link_outside",
}


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("name", ["docs/gegevens.txt", "docs/over/diep/pagina.md"])
def test_it_is_one_problem_with_its_place(make: Callable[[Path], None], name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    make(file)
    (file.parent / "gewoon.md").write_text("# Gewoon\n", encoding="utf-8")
    [problem] = odd_files(tmp_path / "docs", tmp_path)
    assert (problem.path, problem.code) == (name, KINDS[make])


def test_a_link_within_the_library_may_stand_there(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "LICENSE").write_text("CC0\n", encoding="utf-8")
    (tmp_path / "docs" / "licentie.txt").symlink_to("../LICENSE")
    assert odd_files(tmp_path / "docs", tmp_path) == []


@pytest.mark.parametrize(("make", "said"), [(pipe, "dit is geen gewoon bestand"), (link_outside, "buiten de bibliotheek")])
def test_a_build_and_an_export_stop_with_it_and_write_nothing(
    make: Callable[[Path], None],
    said: str,
    root: Root,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,  # where MkDocs tells why a hook stopped it, which it prints in a run
) -> None:
    make_site_root(root)
    make(root.path / "docs" / "assets" / "plaatje.svg")
    for command, option in ((site, "--to"), (export, "--out")):
        assert command.main(["--root", str(root.path), option, str(tmp_path / "uit")]) == 1
        error = capsys.readouterr().err + caplog.text
        assert "docs/assets/plaatje.svg:1:1: " in error and said in error
        assert not (tmp_path / "uit").exists()
