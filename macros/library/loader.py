"""The only entrance to the library: read everything, check everything, link everything."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from macros.history.card_history import UNKNOWN
from macros.kept import NOTHING_KEPT, KeptWork
from macros.library.card_files import count_new
from macros.library.check import check_documents
from macros.library.library import Library
from macros.library.link import link_records
from macros.library.read import read_documents
from macros.parallel import Aside, processes_for
from macros.validation.problems import Problem, Refused


def load_library(
    root: Path,
    *,
    cards: Iterable[Path] | None = None,
    data: Mapping[str, Path] | None = None,
    kept: KeptWork = NOTHING_KEPT,
    can_wait: bool = False,
) -> Library:
    """Read, check and link everything below `root`; with `cards`, these card files instead of `root`/methods. `data` says for a
    kind of record which file to read instead of the one in `root`/data; cards that `kept` holds in this state are not read and
    checked again, and with `can_wait` made only when somebody asks for them.

    Raises Refused with all problems of all files. Unused records in data/ are reported only for a whole library.
    """
    library, problems, absent = _load(root, cards, data, kept, can_wait=can_wait)
    if problems or absent:
        raise Refused([*problems, *absent])
    return library


class CheckAhead:
    """Lets another process check the new cards of a library and keep what it finds, if they are worth a process, while this one
    does something else. Who loads the library after `wait` need make none of its cards; what is wrong is found again."""

    new_cards: int
    """How many there are."""

    def __init__(self, root: Path, kept: KeptWork) -> None:
        self.new_cards = count_new(root, kept)
        is_worth_it = kept.is_open and processes_for(self.new_cards) > 1
        self._checking = Aside(lambda: _check(root, kept)) if is_worth_it else None

    def wait(self) -> None:
        if self._checking:
            self._checking.wait()


def _check(root: Path, kept: KeptWork) -> None:
    """Check and link, but for what the past of the cards tells."""
    with suppress(OSError, Refused):
        documents = read_documents(root, kept=kept)
        records = check_documents(documents, kept)
        link_records(root, documents, records, whole=True, history=UNKNOWN, kept=kept)
    kept.write()


def load_readable(root: Path, kept: KeptWork = NOTHING_KEPT) -> tuple[Library, list[Problem]]:
    """The valid part of a library and its problems, to show what a proposal changes even if it does not pass the check yet.
    Never used for publishing: a list of words that is not there is no problem, because an older state has fewer lists. Raises
    OSError if there is no library."""
    library, problems, _ = _load(root, kept=kept, can_wait=True)
    return library, problems


def _load(
    root: Path,
    cards: Iterable[Path] | None = None,
    data: Mapping[str, Path] | None = None,
    kept: KeptWork = NOTHING_KEPT,
    *,
    can_wait: bool = False,
) -> tuple[Library, list[Problem], list[Problem]]:
    """The library, its problems, and those of lists of words that are not there."""
    documents = read_documents(root, cards, data, kept)
    records = check_documents(documents, kept, can_wait=can_wait)
    library, problems = link_records(root, documents, records, whole=cards is None, kept=kept)
    kept.write()
    return library, [*documents.problems, *records.problems, *problems], list(records.absent.values())
