"""A build does only what is left to do, and what it leaves is what a build from nothing writes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import Root
from built import make_site_root, python_environment
from paths import ROOT

from macros.history import git
from macros.kept import KeptWork
from macros.site.output_folder import Folder
from macros.site.write_record import WriteRecord, hash_of
from scripts.site import SITE, main
from scripts.writing import renewing_site, site_inputs
from scripts.writing.earlier_folder import Earlier, Left, list_left, recall, remember
from scripts.writing.site_inputs import list_inputs, state_of_inputs
from scripts.writing.swapping import Swap, swap_of

NOTHING_TO_DO = "er is niets veranderd sinds de vorige bouw; de site blijft zoals die was"


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in list_left(folder)}


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the library was written long ago."""
    monkeypatch.setattr(renewing_site, "newest_input", lambda _: 0.0)


# a whole build


@pytest.mark.heavy
def test_a_build_renews_what_changed_mends_what_was_touched_and_leaves_what_a_build_from_nothing_writes(
    root: Root, sure: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site_root(root)
    site = root.path / "site"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")

    def build(to: Path = site) -> bool:
        """Whether there was something to do."""
        assert main(["--root", str(root.path), "--to", str(to), "--compress"]) == 0
        return NOTHING_TO_DO not in capsys.readouterr().out

    assert build() and not build()
    first = list_left(site)

    (site / "index.html").write_text("van een ander", encoding="utf-8")
    (site / "404.html.gz").unlink()
    (site / "vreemd" / "diep").mkdir(parents=True)
    (site / "vreemd" / "diep" / "foto.jpg").touch()
    assert build() and not build()
    mended = list_left(site)
    assert first.keys() == mended.keys() and not (site / "vreemd").exists()
    assert {name.split(".")[0] for name, state in first.items() if state != mended[name]} == {"index", "404"}

    card = "methods/voorbeeld-kort.yml"
    root.write(card, root.read(card).replace("name: Voorbeeld Kort", "name: Voorbeeld Langer"))
    assert build()
    renewed, page = contents(site), "methoden/voorbeeld-kort/index.html"
    assert b"Voorbeeld Langer" in renewed[page]
    assert list_left(site)["assets/favicon.svg"][-1] == first["assets/favicon.svg"][-1]  # the very file
    shutil.rmtree(root.path / ".cache")
    assert build(root.path / "koud")
    assert contents(root.path / "koud") == renewed


# what goes in


@pytest.mark.parametrize(
    "name", ["methods/kaart.yml", "data/moved.yml", "docs/over/nieuw.md", "docs/.nojekyll", "theme/main.html", "macros/nieuw.py"]
)
def test_a_file_that_comes_changes_moves_or_goes_changes_the_state_of_what_goes_in(tmp_path: Path, name: str) -> None:
    (tmp_path / "mkdocs.yml").touch()
    file, states = tmp_path / name, [state_of_inputs(tmp_path)]
    file.parent.mkdir(parents=True)
    for text in ("een", "twee"):
        file.write_text(text, encoding="utf-8")
        states.append(state_of_inputs(tmp_path))
    file.rename(file.with_name("ander"))
    states.append(state_of_inputs(tmp_path))
    assert len(set(states)) == 4
    file.with_name("ander").unlink()
    assert state_of_inputs(tmp_path) == states[0]


@pytest.mark.parametrize("name", ["mkdocs.yml", "hooks.py", "CONTRIBUTING.md", "basis.yml"])
def test_so_does_a_file_at_the_top_and_what_settings_build_on(tmp_path: Path, name: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: basis.yml\n", encoding="utf-8")
    (tmp_path / name).open("a", encoding="utf-8").close()
    before = state_of_inputs(tmp_path)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("extra: 1\n")
    assert state_of_inputs(tmp_path) != before


@pytest.mark.parametrize(("name", "counts"), [("SITE_URL", True), ("SOURCE_DATE_EPOCH", True), ("HUISDIER", False)])
def test_so_does_a_variable_that_the_settings_name(
    tmp_path: Path, name: str, counts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, ""]\n', encoding="utf-8")
    monkeypatch.delenv(name, raising=False)
    states = {state_of_inputs(tmp_path)}
    for value in ("1", "2"):
        monkeypatch.setenv(name, value)
        states.add(state_of_inputs(tmp_path))
    assert len(states) == (3 if counts else 1)


@pytest.mark.parametrize("part", ["day", "past", "code"])
def test_so_do_the_day_the_past_and_our_code(tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").touch()
    before = state_of_inputs(tmp_path)
    if part == "day":
        day = site_inputs.dutch_today().replace(year=2001)
        monkeypatch.setattr(site_inputs, "dutch_today", lambda: day)
    elif part == "past":
        for command in (
            ["init", "-q"],
            ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "a"],
        ):
            subprocess.run(["git", *command], cwd=tmp_path, check=True)
    else:
        monkeypatch.setattr("macros.kept.state_of_code", lambda: "other code")
    assert state_of_inputs(tmp_path) != before


def test_a_clone_that_is_deepened_has_another_past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shallow = frozenset({"1" * 40})
    monkeypatch.setattr(git, "run_git", lambda *_: b"head\n")
    states = set()
    for found in (shallow, frozenset()):
        monkeypatch.setattr(git, "_shallow", lambda _, found=found: found)
        states.add(git.state_of_past(tmp_path))
    assert len(states) == 2


LISTEN = """
import json, os, sys
opened = set()
sys.addaudithook(lambda event, values: opened.add(os.path.realpath(values[0]))
                 if event == "open" and isinstance(values[0], str) else None)
os.cpu_count = lambda: 1
from scripts.site import main
code = main(sys.argv[1:])
print(json.dumps(sorted(opened)))
sys.exit(code)
"""


@pytest.mark.heavy
def test_all_that_a_build_reads_of_a_library_is_among_what_goes_in(root: Root) -> None:
    make_site_root(root)
    command = [sys.executable, "-c", LISTEN, "--root", str(root.path), "--to", str(root.path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=python_environment(), check=True, capture_output=True, text=True)
    opened = [Path(name) for name in json.loads(done.stdout.splitlines()[-1])]
    known = {file.resolve() for file in list_inputs(root.path)}
    made = [root.path / name for name in ("site", ".site.build", ".cache", "__pycache__")]
    library = [file for file in opened if file.is_relative_to(root.path) and not any(map(file.is_relative_to, made))]
    assert root.path / "methods" / "voorbeeld-kort.yml" in library
    assert [str(file) for file in library if file.is_file() and file not in known] == []
    code = [file for file in opened if file.is_relative_to(ROOT) and file.suffix in (".py", ".html", ".yml")]
    rooms = [file for file in code if not file.is_relative_to(ROOT / ".venv") and file not in known]
    assert [str(file) for file in rooms if not file.is_relative_to(ROOT / "scripts")] == []


def test_what_is_written_while_a_site_is_built_is_not_taken_for_what_it_was_built_from(
    root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing_site, "_write", lambda root, new, *_: (new.mkdir(), (root / "mkdocs.yml").touch(), ())[2])
    (root.path / "mkdocs.yml").touch()
    swap = swap_of(root.path / "site")
    swap.work.mkdir()
    assert [renewing_site.renew_site(root.path, swap, SITE.mark, compressed=False).is_new for _ in range(2)] == [True, True]


# what an earlier build left


def left_in(folder: Path, **files: str) -> Earlier:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    there = list_left(folder)
    return Earlier(
        "in",
        "vorm",
        ("iets",),
        {name: Left("" if name.endswith("_gz") else hash_of(files[name].encode()), there[name]) for name in files},
    )


def test_what_is_kept_of_a_build_is_what_the_next_one_recalls(tmp_path: Path) -> None:
    kept = KeptWork(tmp_path)
    earlier = left_in(tmp_path, een="1", twee="2")
    remember(kept, "sleutel", earlier)
    assert recall(kept, "sleutel") == earlier
    assert recall(kept, "andere") == Earlier()
    kept.close()


def test_a_file_that_was_touched_in_any_way_is_not_as_it_was_left(tmp_path: Path) -> None:
    earlier = left_in(tmp_path, same="1", other="22", longer="3", again="4", gone="5")
    before = (tmp_path / "other").stat()
    (tmp_path / "other").write_text("23", encoding="utf-8")
    os.utime(tmp_path / "other", ns=(before.st_atime_ns, before.st_mtime_ns))
    (tmp_path / "longer").write_text("33", encoding="utf-8")
    (tmp_path / "new").write_text("4", encoding="utf-8")
    (tmp_path / "new").replace(tmp_path / "again")
    (tmp_path / "gone").unlink()
    there = list_left(tmp_path)
    assert earlier.unchanged(there) == {"same": hash_of(b"1")}
    assert not earlier.is_all_of(there)


def test_a_file_whose_compressed_copy_was_touched_is_made_anew(tmp_path: Path) -> None:
    state = (1, 2, 3, 4)
    earlier = Earlier("", "", (), {"a.html": Left("1", state), "a.html.gz": Left("", state), "b.html": Left("2", state)})
    there = dict.fromkeys(["a.html", "b.html"], state)
    assert earlier.unchanged(there) == {"b.html": "2"}
    assert earlier.unchanged(there | {"a.html.gz": state}) == {"a.html": "1", "b.html": "2"}


def test_what_is_there_is_not_written_again_and_all_processes_tell_what_they_make(tmp_path: Path) -> None:
    record = WriteRecord({"een": hash_of(b"1"), "twee": hash_of(b"oud")})
    folder = Folder(tmp_path, record)
    folder.write("een", "1")
    child = os.fork()
    if not child:
        folder.write("twee", "2")
        folder.write("diep/drié", b"3")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert record.read() == {"een": hash_of(b"1"), "twee": hash_of(b"2"), "diep/drié": hash_of(b"3")}
    assert contents(tmp_path) == {"twee": b"2", "diep/drié": b"3"}


# a part takes the place of a part

OLD = {"blijft": "oud", "anders": "oud", "gaat": "oud", "map/gaat": "oud", "wordt-map": "oud"}
COMES = {"anders": "nieuw", "map2/komt": "nieuw", "wordt-map/komt": "nieuw"}
NEW = {"blijft": b"oud", "anders": b"nieuw", "map2/komt": b"nieuw", "wordt-map/komt": b"nieuw"}
GONE = ("gaat", "map/gaat", "wordt-map")


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def begun(tmp_path: Path) -> Swap:
    put(tmp_path / "site", OLD)
    swap = swap_of(tmp_path / "site")
    put(swap.new, COMES)
    return swap


@pytest.mark.parametrize("number", range(12))
def test_killed_at_any_move_the_next_run_brings_the_rest(tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = begun(tmp_path)
    child = os.fork()
    if not child:
        moves = iter(range(number))

        def dying(move: Callable[..., object]) -> Callable[..., object]:
            def act(*arguments: object) -> object:
                if next(moves, None) is None:
                    os._exit(9)
                return move(*arguments)

            return act

        for name in ("replace", "unlink", "rmdir"):
            monkeypatch.setattr(Path, name, dying(getattr(Path, name)))
        swap.complete_in_part(GONE)
        os._exit(0)
    os.waitpid(child, 0)
    swap.recover()
    found = contents(swap.to)
    assert found == (NEW if number else {name: text.encode() for name, text in OLD.items()})
    assert not (swap.to / "map").exists() or not number
    assert not any(swap.work.iterdir())


def test_more_than_a_few_files_take_the_place_of_the_whole_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = begun(tmp_path)
    monkeypatch.setattr(Swap, "complete_in_part", lambda *_: pytest.fail("readers would see some of both"))
    renewing_site._complete(swap, SITE.mark, OLD, {"blijft"})
    assert contents(swap.to) == NEW | {SITE.mark: b""}
