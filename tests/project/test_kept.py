"""Kept work: found under its key by the next run, never needed, and whole whatever happens to who writes it."""

import os
import sqlite3
from pathlib import Path

import pytest

from macros import kept as kept_module
from macros.kept import FOLDER, KeptWork, key_of


def keep(folder: Path, **content: bytes) -> None:
    work = KeptWork(folder)
    for key, value in content.items():
        work.keep(key, value)
    work.write()
    work.close()


def found(folder: Path, *keys: str) -> list[bytes | None]:
    work = KeptWork(folder)
    try:
        return [work.get(key) for key in keys]
    finally:
        work.close()


def in_another_process(do: object) -> int:
    child = os.fork()
    if not child:
        try:
            do()
        finally:
            os._exit(3)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_the_next_run_finds_what_is_kept_and_nothing_else(tmp_path: Path) -> None:
    keep(tmp_path, one=b"1", two=b"2")
    assert found(tmp_path, "one", "two", "three") == [b"1", b"2", None]


def test_many_are_found_at_once_and_those_that_are_not_kept_are_left_out(tmp_path: Path) -> None:
    keys = [str(number) for number in range(450)]
    keep(tmp_path, **{key: key.encode() for key in keys})
    work = KeptWork(tmp_path)
    assert work.several([*keys, "none"]) == {key: key.encode() for key in keys}
    assert work.held([*keys, "none"]) == set(keys)
    assert work.several([]) == {} and work.held([]) == set()
    work.close()


def test_much_that_waits_is_written_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_MOST_WAITING", 10)
    work = KeptWork(tmp_path)
    work.keep("one", b"1234567890")
    assert found(tmp_path, "one") == [None]
    work.keep("two", b"1")
    assert found(tmp_path, "one", "two") == [b"1234567890", b"1"]
    work.keep("three", b"1234567890")
    assert found(tmp_path, "three") == [None]
    work.close()


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    work = KeptWork(None)
    work.keep("one", b"1")
    work.write()
    assert work.get("one") is None and work.held(["one"]) == set() and not work.is_there


def test_a_run_that_finds_nothing_and_keeps_nothing_leaves_no_file(tmp_path: Path) -> None:
    assert found(tmp_path, "one") == [None]
    keep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_key_covers_every_part_the_border_between_them_and_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [key_of("card", "a", b"b"), key_of("card", "ab", b""), key_of("card", "a", b"c"), key_of("page", "a", b"b")]
    assert len(set(keys)) == 4 and key_of("card", "a", b"b") == keys[0]
    monkeypatch.setattr(kept_module, "state_of_code", lambda: "other code")
    assert key_of("card", "a", b"b") != keys[0]


@pytest.mark.parametrize("name", ["views/card/card.py", "rendering/templates/card/card.html", "new_module.py"])
def test_the_state_of_the_code_changes_with_every_module_and_template(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_module, "PACKAGE", tmp_path)
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    states = set()
    for text in ("", "one", "two"):
        file.write_text(text, encoding="utf-8")
        states.add(kept_module.state_of_code.__wrapped__())
    file.unlink()
    states.add(kept_module.state_of_code.__wrapped__())
    assert len(states) == 4


@pytest.mark.parametrize("junk", [b"", b"no database at all" * 100])
def test_a_damaged_file_is_no_hindrance_and_is_made_anew(tmp_path: Path, junk: bytes) -> None:
    file = tmp_path / FOLDER / "kept.sqlite"
    file.parent.mkdir()
    file.write_bytes(junk)
    assert found(tmp_path, "one") == [None]
    keep(tmp_path, one=b"1")
    keep(tmp_path, one=b"1")
    assert found(tmp_path, "one") == [b"1"]


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be", encoding="utf-8")
    keep(tmp_path, one=b"1")
    assert found(tmp_path, "one") == [None]


def test_a_full_disk_loses_what_is_new_and_nothing_of_what_was_there(tmp_path: Path) -> None:
    keep(tmp_path, one=b"1")
    work = KeptWork(tmp_path)
    work._open().execute("PRAGMA max_page_count = 3")  # SQLite then says what it says of a full disk
    work.keep("two", b"2" * 1_000_000)
    work.write()
    work.close()
    assert found(tmp_path, "one", "two") == [b"1", None]


def test_a_run_that_is_killed_while_it_writes_leaves_all_that_was_there(tmp_path: Path) -> None:
    keep(tmp_path, one=b"1")

    def die() -> None:
        connection = sqlite3.connect(tmp_path / FOLDER / "kept.sqlite")
        connection.execute("PRAGMA cache_size = 1")  # pages go to the file before the end
        connection.executemany("INSERT INTO kept VALUES (?, ?, '')", ((f"key {n}", b"x" * 10_000) for n in range(200)))
        os._exit(9)

    assert in_another_process(die) == 9
    assert sum(file.stat().st_size for file in (tmp_path / FOLDER).iterdir()) > 1_000_000
    assert found(tmp_path, "one", "key 0", "key 199") == [b"1", None, None]
    keep(tmp_path, two=b"2")
    assert found(tmp_path, "one", "two") == [b"1", b"2"]


def test_two_runs_can_keep_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_WAIT", 60)  # on a busy machine one may have to wait long for the others
    children = []
    for run in range(4):
        child = os.fork()
        if not child:
            for number in range(10):
                keep(tmp_path, **{f"{run}-{number}": str(run).encode() * 5_000})
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    keys = [f"{run}-{number}" for run in range(4) for number in range(10)]
    assert found(tmp_path, *keys) == [key[0].encode() * 5_000 for key in keys]


def test_a_run_does_not_wait_for_ever_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_WAIT", 0.01)
    keep(tmp_path, one=b"1")
    other = sqlite3.connect(tmp_path / FOLDER / "kept.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert found(tmp_path, "one") == [b"1"]
    keep(tmp_path, two=b"2")
    other.execute("ROLLBACK")
    other.close()
    assert found(tmp_path, "one", "two") == [b"1", None]


def test_the_file_is_bounded_and_what_was_used_last_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "MOST_BYTES", 200_000)
    keep(tmp_path, **{f"old-{number}": b"x" * 10_000 for number in range(10)})
    with sqlite3.connect(tmp_path / FOLDER / "kept.sqlite") as connection:
        connection.execute("UPDATE kept SET used = '2000-01-01' WHERE key <> 'old-3'")
    connection.close()
    keep(tmp_path, **{f"new-{number}": b"x" * 10_000 for number in range(12)})
    assert sum(file.stat().st_size for file in (tmp_path / FOLDER).iterdir()) < 400_000
    keys = ["old-0", "old-9", "old-3", "new-9"]
    assert [value is not None for value in found(tmp_path, *keys)] == [False, False, True, True]


def test_the_log_of_a_large_write_does_not_stay(tmp_path: Path) -> None:
    keep(tmp_path, one=b"1")
    beside = KeptWork(tmp_path)
    assert beside.get("one") == b"1"  # whoever lets go of the file last takes the log away as a whole
    work = KeptWork(tmp_path)
    for number in range(3):
        work.keep("much", bytes([number]) * (3 * kept_module._MOST_LOG))
        work.write()
    work.keep("little", b"1")
    work.write()
    assert (tmp_path / FOLDER / "kept.sqlite-wal").stat().st_size <= kept_module._MOST_LOG
    work.close()
    beside.close()


def test_what_is_used_again_counts_as_used_today(tmp_path: Path) -> None:
    keep(tmp_path, one=b"1")
    with sqlite3.connect(tmp_path / FOLDER / "kept.sqlite") as connection:
        connection.execute("UPDATE kept SET used = '2000-01-01'")
    work = KeptWork(tmp_path)
    work.use("one")
    work.write()
    [day] = work._open().execute("SELECT used FROM kept").fetchone()
    work.close()
    connection.close()
    assert day > "2020-01-01"


def test_a_forked_process_asks_by_itself(tmp_path: Path) -> None:
    keep(tmp_path, one=b"1")
    work = KeptWork(tmp_path)
    assert work.get("one") == b"1"
    assert in_another_process(lambda: os._exit(0 if work.get("one") == b"1" else 1)) == 0
    assert work.get("one") == b"1"
    work.close()
