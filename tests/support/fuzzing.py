"""Cases for the check and the import that begin as good files and are damaged: by number, so that each can be made again.

A case holds if it is read or refused within its time, and every problem names a file that is there, a line in it or a cell, and
says in Dutch what is wrong and what to do.
"""

import re
import shutil
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from builders import Root, copy_example
from damaged_book import damaged_book, parts_of
from damaged_text import ODD_VALUES, damaged
from paths import BROKEN, EXAMPLE_SITE
from spreadsheets import LEAST

from macros.contributing.spreadsheet.importing import CellProblem, read_import
from macros.library.loader import load_library
from macros.validation.problems import Problem, Refused
from scripts.sheet import main as write_sheet

CPU_SECONDS = 10
"""Of this process, so that a machine that is busy with other work outruns no case; the slowest takes less than one."""
_ODD_NAMES = ("con", "Een Naam", "café", "a" * 200, "-", "nieuw.yml", "a\u200bb")
_GONE = ("list_gone",)
"""Problems of a file that is not there."""
LONGEST = 3_000
"""Characters; all ids of a list stand in some."""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|[\w.]+-[\w-]+|\w+_\w+')
_ENGLISH = re.compile(
    r"\b(the|expected|found|invalid|character|could|should|while|unexpected|error|must|not|cannot|failed|unable|missing"
    r"|stream|token|input|field required|line \d|column \d|string|integer|traceback|exception|expecting|bad|does)\b",
    re.IGNORECASE,
)
"""Words of the libraries and of Python that no sentence of ours has."""


class TooSlow(BaseException):
    """A case took more than its time; no `except Exception` may swallow it."""


@dataclass(frozen=True)
class Case:
    """A damaged file in a library."""

    root: Path
    file: Path
    content: bytes
    read: Callable[[], object]
    """Raises Refused, or gives what was read; an import has `problems`."""
    seconds: float = CPU_SECONDS

    @property
    def answer(self) -> Sequence[Problem | CellProblem]:
        """What is said of the file while it stands in the library; then the library is as it was."""
        before = self.file.read_bytes() if self.file.exists() else None
        self.file.write_bytes(self.content)
        try:
            with _limited_time(self.seconds):
                return getattr(self.read(), "problems", ())
        except Refused as refused:
            return refused.problems
        finally:
            if before is None:
                self.file.unlink()
            else:
                self.file.write_bytes(before)

    @property
    def faults(self) -> list[str]:
        """What does not hold of this case."""
        try:
            return [fault for problem in self.answer for fault in _faults_of(problem, self)]
        except (Exception, TooSlow):
            return [traceback.format_exc(limit=-4)]


class Cases:
    """The cases of every kind, in two libraries below a folder: a small one, and a rich one."""

    def __init__(self, folder: Path) -> None:
        self._small = copy_example(folder / "small")
        shutil.copytree(EXAMPLE_SITE, folder / "rich")
        self._rich = Root(folder / "rich")
        self._cards = {root: _texts(root.path / "methods") for root in (self._small, self._rich)}
        self._broken = _texts(BROKEN)
        self._books = {root: parts_of(_book_of(root)) for root in (self._small, self._rich)}
        self.kinds: Mapping[str, Callable[[Random], Case]] = {"card": self._card, "data": self._data, "book": self._book}

    def case(self, kind: str, number: int) -> Case:
        """The case of this number, the same on every machine."""
        return self.kinds[kind](Random(f"{kind}:{number}"))

    def _card(self, chance: Random) -> Case:
        root = chance.choice((self._small, self._small, self._rich))
        seeds = chance.choice((self._cards[root], self._cards[root], self._cards[root], self._broken))
        name = chance.choice(_ODD_NAMES) if chance.random() < 0.02 else "nieuw"
        file = root.path / "methods" / f"{name}.yml"
        return Case(root.path, file, damaged(seeds, chance), lambda: load_library(root.path, cards=[file]))

    def _data(self, chance: Random) -> Case:
        root = chance.choice((self._small, self._small, self._rich))
        file = chance.choice(sorted((root.path / "data").rglob("*.yml")))
        seeds = [file.read_text(encoding="utf-8")]
        return Case(root.path, file, damaged(seeds, chance), lambda: load_library(root.path))

    def _book(self, chance: Random) -> Case:
        root = chance.choice((self._small, self._small, self._rich))
        if chance.random() < 0.1:
            file = root.path / "kaarten.csv"
            content = damaged([_csv_text()], chance)
        else:
            file = root.path / "kaarten.xlsx"
            content = damaged_book(self._books[root], chance)
        return Case(root.path, file, content, lambda: read_import(file, root.path, overwrite=True))


def _texts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yml"))]


def _book_of(root: Root) -> bytes:
    """All cards of a library as a workbook."""
    file = root.path / "alles.xlsx"
    write_sheet(["--root", str(root.path), "--out", str(file)])
    return file.read_bytes()


def _csv_text() -> str:
    return ";".join(LEAST) + "\n" + ";".join(f'"{value}"' for value in LEAST.values()) + "\n"


@contextmanager
def _limited_time(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _faults_of(problem: Problem | CellProblem, case: Case) -> Iterator[str]:
    told = str(problem)
    if not (_has_cell(problem) if isinstance(problem, CellProblem) else _has_line(problem, case)):
        yield f"no place: {told!r}"
    if not problem.message or not problem.remedy:
        yield f"says nothing: {told!r}"
    if len(told.splitlines()) != 1 or not told.isprintable():
        yield f"not on one line: {told!r}"
    if len(told) > LONGEST:
        yield f"too long: {told[:300]!r}"
    if word := _foreign_word(f"{problem.message} {problem.remedy}", case):
        yield f"English {word!r}: {told}"


def _has_cell(problem: CellProblem) -> bool:
    return bool(re.search(r"^(.*!)?[A-Z]+[1-9][0-9]*$", problem.place))


def _has_line(problem: Problem, case: Case) -> bool:
    """Whether the file is there and has that line; a message about the end may stand behind the last."""
    name = str(case.file.relative_to(case.root))
    is_it = problem.path == (name if name.isprintable() else name.encode("unicode_escape").decode())
    file = case.file if is_it else case.root / problem.path
    if not problem.path or not (file.is_file() or file == case.file):
        return problem.code in _GONE
    content = case.content if file == case.file else file.read_bytes()
    lines = len(re.split(rb"\r\n|\r|\n", content))
    return 1 <= problem.position.line <= lines + 1 and problem.position.column >= 1


def _foreign_word(said: str, case: Case) -> str:
    """The first English word that is no quotation, no id, no name of the format, and does not stand in the file itself."""
    for found in _ENGLISH.finditer(_QUOTED.sub(" ", said)):
        if found[0].encode() not in case.content and not any(found[0] in value for value in ODD_VALUES):
            return found[0]
    return ""
