"""Measure `make serve` of a project: `python -m scripts.measure_serve PROJECT… [--runs 20]`.

For each project: how long it takes to start, without and with kept work, and how long from saving a card until a real browser
shows it on the open page. The card that is saved is as it was afterwards.
"""

import argparse
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from macros.kept import FOLDER

from .browser import FINDERS

ROOT = Path(__file__).parent.parent
_SUMMARY = re.compile(r"^summary:.*?^(?=\S)", re.MULTILINE | re.DOTALL)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.measure_serve", description="Meet de site tijdens het schrijven.")
    parser.add_argument("projects", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=20, help="hoe vaak een kaart bewaard wordt; de mediaan telt")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        path = next(filter(None, (finder() for finder in FINDERS)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for project in options.projects:
            report(browser, project.resolve(), options.runs)
    return 0


def report(browser: Browser, project: Path, runs: int) -> None:
    shutil.rmtree(project / FOLDER, ignore_errors=True)
    with served(project) as (_, cold):
        pass
    with served(project) as (address, warm):
        cards = sorted((project / "methods").glob("*.yml"))
        times = list(edits(browser, address, cards[len(cards) // 2], runs))
    print(f"\n{project}: {len(cards)} methoden")
    print(f"  starten: {cold:.1f} s, met wat bewaard is {warm:.1f} s")
    print(f"  van bewaren tot zien: mediaan {median(times) * 1000:.0f} ms, langste {max(times) * 1000:.0f} ms ({runs} keer)")


@contextmanager
def served(project: Path) -> Iterator[tuple[str, float]]:
    """The address of the project while it is served, and the seconds until it was."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "scripts.site", "--serve", "--root", str(project), "--address", address]
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        server.stdout.readline()  # says where it is when it is ready
        try:
            yield f"http://{address}/", time.perf_counter() - begin
        finally:
            server.terminate()


def edits(browser: Browser, address: str, card: Path, runs: int) -> Iterator[float]:
    """Seconds from saving the card until its open page shows what was saved."""
    text, page = card.read_text(encoding="utf-8"), browser.new_page()
    page.goto(f"{address}methoden/{card.stem}/")
    try:
        for run in range(runs):
            time.sleep(0.3)  # nobody saves faster, and the page must listen again
            summary = f"Proef nummer {run} van de meting."
            begin = time.perf_counter()
            card.write_text(_SUMMARY.sub(f"summary: {summary}\n", text, count=1), encoding="utf-8")
            page.locator(f'meta[name=description][content="{summary}"]').wait_for(state="attached")
            yield time.perf_counter() - begin
    finally:
        card.write_text(text, encoding="utf-8")
        page.close()


if __name__ == "__main__":
    sys.exit(main())
