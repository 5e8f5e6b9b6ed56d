"""What an earlier run worked out, under a hash of all that went into it, so that no run has to work it out again.

Never needed: without the file, or if it cannot be read or written, everything is worked out. A key must be a hash of
everything that decides what is kept under it, our own code included (`key_of`), so what is found cannot be out of date. The
file is a database of SQLite, which stays whole when a run is killed, when the disk is full and when two runs use it at once.
"""

import contextlib
import datetime
import hashlib
import os
import sqlite3
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = ".cache"
MOST_BYTES = 1_000_000_000
"""The file grows no further; what was not used for the longest time makes room."""
_AT_ONCE = 200
"""Keys that are asked for together."""
_MOST_WAITING = 8_000_000
"""Bytes; a large library would otherwise fill the memory with what is to be written."""
_MOST_LOG = 8_000_000
"""Bytes that the log of writes takes beside the file, once they stand in the file too."""
_WAIT = 2.0
"""Seconds to wait for another run that writes."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, content BLOB NOT NULL, used TEXT NOT NULL)"
PACKAGE = Path(__file__).parent


class KeptWork:
    """The work of earlier runs; also in the processes that this one forks."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is the root of the project; without it nothing is kept."""
        self._file = folder / FOLDER / "kept.sqlite" if folder else None
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._new: dict[str, bytes] = {}
        self._waiting = 0
        """Bytes in `_new`."""
        self._used: set[str] = set()
        self._used_today: set[str] = set()
        """What the file says of that already."""

    @property
    def is_open(self) -> bool:
        """Whether anything is kept at all."""
        return self._file is not None

    @property
    def is_there(self) -> bool:
        """Whether an earlier run left anything."""
        return self._file is not None and self._file.exists()

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None if nothing is."""
        return self.several((key,)).get(key)

    def several(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept under each of these keys; those under which nothing is are left out."""
        rows = list(self._rows("key, content, used", keys))
        self._used_today |= {key for key, _, used in rows if used == _today()}
        return {key: content for key, content, _ in rows}

    def held(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys under which something is kept."""
        return {key for (key,) in self._rows("key", keys)}

    def _rows(self, columns: str, keys: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Asking for many at once takes a quarter of the time."""
        left = list(keys)
        with contextlib.suppress(sqlite3.Error, OSError):  # then it is worked out
            connection = self._open()
            while connection and left:
                some, left = left[:_AT_ONCE], left[_AT_ONCE:]
                marks = ",".join("?" * len(some))
                yield from connection.execute(f"SELECT {columns} FROM kept WHERE key IN ({marks})", some)

    def use(self, key: str) -> None:
        """Note that what is kept under a key was of use, so that it stays."""
        if key not in self._used_today:
            self._used.add(key)

    def keep(self, key: str, content: bytes) -> None:
        """Keep something from the next `write` on, or at once if much is waiting."""
        if self._file:
            self._new[key] = content
            self._waiting += len(content)
            if self._waiting > _MOST_WAITING:
                self.write()

    def once(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key; if nothing is, it is made, and written at once, so also by a worker process."""
        found = self.get(key)
        if found is None:
            found = make()
            self.keep(key, found)
        else:
            self.use(key)
        self.write()
        return found

    def write(self) -> None:
        """Write what is to be kept, all at once or, if that fails, nothing."""
        new, self._new, self._waiting = self._new, {}, 0
        used, self._used = self._used, set()
        if not self._file or not (new or used):
            return
        try:
            self._file.parent.mkdir(exist_ok=True)
            with self._open(create=True) as connection:
                _write(connection, new, used)
        except (sqlite3.OperationalError, OSError):
            pass  # a full disk, or another run that writes: a next run works it out again
        except sqlite3.DatabaseError:  # no database, or a damaged one
            self.close()
            for file in self._file.parent.glob(f"{self._file.name}*"):
                file.unlink()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def _open(self, *, create: bool = False) -> sqlite3.Connection | None:
        """The connection of this process; None if there is no file."""
        if self._connection is None or self._process != os.getpid():  # a connection cannot cross a fork
            if not self._file or not (create or self._file.exists()):
                return None
            self._connection, self._process = _connect(self._file), os.getpid()
        return self._connection


NOTHING_KEPT = KeptWork(None)
"""For who has no folder to keep anything in."""


def _connect(file: Path) -> sqlite3.Connection:
    """A connection with which one run can write while others read, that waits for the disk once and not at every write
    (sqlite.org/wal.html)."""
    connection = sqlite3.connect(file, timeout=_WAIT, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA journal_size_limit = {_MOST_LOG}")
    return connection


def _write(connection: sqlite3.Connection, new: Mapping[str, bytes], used: Iterable[str]) -> None:
    day = _today()
    connection.execute(_TABLE)
    connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", [(key, content, day) for key, content in new.items()])
    connection.executemany("UPDATE kept SET used = ? WHERE key = ? AND used <> ?", [(day, key, day) for key in used])
    surplus = _size(connection) - MOST_BYTES
    if surplus > 0:
        going = _oldest(connection, surplus + MOST_BYTES // 4)  # so that not every run has to make room
        connection.executemany("DELETE FROM kept WHERE key = ?", [(key,) for key in going])


def _today() -> str:
    return datetime.date.today().isoformat()


def _size(connection: sqlite3.Connection) -> int:
    """Bytes in use in the file."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _oldest(connection: sqlite3.Connection, size: int) -> Iterator[str]:
    for key, length in connection.execute("SELECT key, length(content) FROM kept ORDER BY used, key").fetchall():
        if size <= 0:
            return
        size -= length
        yield key


def key_of(kind: str, *parts: bytes | str) -> str:
    """The key of something of a kind that these parts and our code decide: 64 hexadecimal digits."""
    digest = hashlib.sha256(state_of_code().encode())
    for part in (kind, *parts):
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part  # a name of a file can be odd
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


@cache
def state_of_code() -> str:
    """A hash of our modules and templates, of the versions of all installed packages and of Python's own."""
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(file for kind in ("*.py", "*.html") for file in PACKAGE.rglob(kind)):
        digest.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    installed = Path(sysconfig.get_path("purelib"))
    digest.update("\n".join(sorted(folder.name for folder in installed.glob("*.dist-info"))).encode())
    return digest.hexdigest()
