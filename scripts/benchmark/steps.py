"""What is measured at one size: each step a command, with what is put in place before it."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from macros.kept import FOLDER as KEPT

from .hugo import hugo
from .library import REPOSITORY, card_files, real_cards
from .peers import write_hugo, write_plain

CHECK, CHECK_CHANGED = "controle", "controle, één kaart veranderd"
DIFF, DIFF_CHANGED = "verschil", "verschil, één kaart veranderd"
OURS, AGAIN, CHANGED = "wij", "wij, niets veranderd", "wij, één kaart veranderd"
PLAIN, HUGO, HUGO_CHANGED = "gewone MkDocs", "Hugo", "Hugo, één kaart veranderd"
COLD = {CHECK_CHANGED: CHECK, DIFF_CHANGED: DIFF, AGAIN: OURS, CHANGED: OURS, HUGO_CHANGED: HUGO}
"""What was done again, with what the first time kept and left → that first time."""


class BenchStep(NamedTuple):
    name: str
    command: Sequence[object]
    folder: Path
    """Where the command runs."""
    prepare: Callable[[], object]
    site: Path | None = None
    """The folder that it writes, if it builds all from nothing."""


def steps(folder: Path, *, with_peers: bool) -> list[BenchStep]:
    """One turn, in order. Writes the projects of the peers."""
    return [*_ours(folder / "library"), *(_peers(folder, folder / "library") if with_peers else ())]


def _ours(library: Path) -> Iterator[BenchStep]:
    site, forget, change = library / "site", partial(_clear, library / KEPT), partial(change_card, library)

    def ours(name: str, command: str, *arguments: object, prepare: Callable[[], object], makes: Path | None = None) -> BenchStep:
        return BenchStep(
            name, (sys.executable, "-m", f"scripts.{command}", "--root", library, *arguments), REPOSITORY, prepare, makes
        )

    yield ours(CHECK, "check", prepare=forget)
    yield ours(CHECK_CHANGED, "check", prepare=change)
    yield ours(DIFF, "diff", "HEAD", prepare=forget)
    yield ours(DIFF_CHANGED, "diff", "HEAD", prepare=change)
    yield ours(OURS, "site", "--to", site, prepare=lambda: (forget(), set_aside(site)), makes=site)
    yield ours(AGAIN, "site", "--to", site, prepare=_nothing)
    yield ours(CHANGED, "site", "--to", site, prepare=change)


def _peers(folder: Path, library: Path) -> Iterator[BenchStep]:
    plain, go = folder / "plain", folder / "hugo"
    write_plain(plain, library)
    write_hugo(go, library)
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")
    yield BenchStep(PLAIN, mkdocs, plain, partial(set_aside, plain / "site"), plain / "site")
    build = (hugo(), "--destination", go / "site")
    yield BenchStep(HUGO, build, go, partial(set_aside, go / "site"), go / "site")
    yield BenchStep(HUGO_CHANGED, build, go, partial(change_card, go / "data"))


def _nothing() -> None:
    pass


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def set_aside(site: Path) -> None:
    """Give an earlier site another name: taking it away would cost the disk time that the next build then pays."""
    if site.exists():
        number = next(number for number in range(1_000_000) if not site.with_name(f"{site.name}.{number}").exists())
        site.rename(site.with_name(f"{site.name}.{number}"))


_SUMMARY = re.compile(r"^(summary: (?:>-\n +)?\"?)(?:Stand (\d+)\. )?", re.MULTILINE)


def change_card(library: Path) -> Path:
    """Put another number before the summary of a card, so that it is as it never was: of the first artificial card, or where
    there is none of the first. Returns its file. Raises ValueError for a card without a summary."""
    cards = card_files(library)
    card = next(iter([file for file in cards if file not in set(real_cards(library))] or cards))
    text, found = _SUMMARY.subn(lambda found: f"{found[1]}Stand {int(found[2] or 0) + 1}. ", card.read_text(encoding="utf-8"), 1)
    if not found:
        raise ValueError(f"{card} has no summary")
    card.write_text(text, encoding="utf-8")
    return card
