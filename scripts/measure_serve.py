"""Measure `make serve` beside Hugo's own server: `python -m scripts.measure_serve PROJECT… [--runs 20] [--without-hugo]`.

For each project, in turns: how long each takes to start, ours without and with kept work, and how long from saving a card until
a real browser shows it on the open page. Exit code 2 if the runs differ too much to tell something.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from macros.kept import FOLDER
from scripts.benchmark.library import card_files
from scripts.benchmark.measure import MeasurementFailed, failure_text
from scripts.benchmark.peers import write_hugo
from scripts.benchmark.serving import editing, serve_hugo, serve_ours, serving
from scripts.benchmark.verdict import Measured, figure_of, ratio_of

from .browser import FINDERS

STARTS = 3
COLD, WARM, HUGO = "wij", "wij, met wat bewaard is", "Hugo"
Rows = dict[str, list[float]]


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    told = []
    with sync_playwright() as playwright:
        path = next(filter(None, (finder() for finder in FINDERS)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            for project in options.projects:
                told += report(browser, project.resolve(), options.runs, with_hugo=not options.without_hugo)
        except (MeasurementFailed, OSError) as error:
            print(f"de meting is mislukt: {failure_text(error)}", file=sys.stderr)
            return 1
    return 0 if all(told) else 2


def report(browser: Browser, project: Path, runs: int, *, with_hugo: bool) -> Iterator[bool]:
    """Measure one project; yields of each number whether the runs tell it."""
    print(f"\n{project}: {len(card_files(project))} methoden", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        peer = Path(folder) / "hugo" if with_hugo else None
        if peer:
            write_hugo(peer, project)
        for title, rows in (("starten", _starts(project, peer)), ("van bewaren tot zien", _edits(browser, project, peer, runs))):
            for name, values in rows.items():
                yield _tell(f"{title}, {name}", figure_of(values), " s")
                if name != HUGO and peer:
                    yield _tell(f"{title}, {name} ÷ {HUGO}", ratio_of(values, rows[HUGO]), "")


def _tell(what: str, figure: Measured, unit: str) -> bool:
    found = f"{figure.median:.3f}{unit} ({figure.runs} keer)"
    apart = f"niet te zeggen: {figure.runs} keer gemeten, en de waarden liggen {100 * figure.apart:.0f}% uiteen"
    print(f"  {what}: {found if figure.tells else apart}", flush=True)
    return figure.tells


def _starts(project: Path, peer: Path | None) -> Rows:
    rows: Rows = {COLD: [], WARM: [], **({HUGO: []} if peer else {})}
    for _ in range(STARTS):
        shutil.rmtree(project / FOLDER, ignore_errors=True)
        for name in rows:
            with serving(*(serve_hugo(peer) if name == HUGO else serve_ours(project))) as served:
                rows[name].append(served.start)
    return rows


def _edits(browser: Browser, project: Path, peer: Path | None, runs: int) -> Rows:
    """Seconds from saving a card until its open page shows it."""
    cards = card_files(project)
    name = cards[len(cards) // 2].name
    with ExitStack() as stack:
        savers = {WARM: _saver(stack, browser, serve_ours(project), project / "methods" / name)}
        if peer:
            savers[HUGO] = _saver(stack, browser, serve_hugo(peer), peer / "data" / "methods" / name)
        rows: Rows = {saver: [] for saver in savers}
        for run in range(runs):
            for saver, save in savers.items():
                rows[saver].append(save(run))
    return rows


def _saver(stack: ExitStack, browser: Browser, server: tuple[Sequence[object], Path, str], card: Path) -> Callable[[int], float]:
    served = stack.enter_context(serving(*server))
    page = browser.new_page()
    stack.callback(page.close)
    return stack.enter_context(editing(page, served.address, card))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.measure_serve", description="Meet de site tijdens het schrijven.")
    parser.add_argument("projects", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=20, help="hoe vaak een kaart bewaard wordt; de mediaan telt")
    parser.add_argument("--without-hugo", action="store_true", help="meet alleen onze eigen server")
    return parser


if __name__ == "__main__":
    sys.exit(main())
