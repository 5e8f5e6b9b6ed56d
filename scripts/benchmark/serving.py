"""Servers that show a library while somebody writes: ours, and Hugo's own."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from .hugo import hugo
from .library import REPOSITORY
from .measure import MeasurementFailed

_SUMMARY = re.compile(r"^summary:.*?^(?=\S)", re.MULTILINE | re.DOTALL)
_LONGEST_START = 600
"""Seconds."""
_WATCH = """new MutationObserver(() => {
  window.painted = new Promise((tell) => requestAnimationFrame(() => {
    const next = new MessageChannel();
    next.port1.onmessage = () => tell((performance.timeOrigin + performance.now()) / 1000);
    next.port2.postMessage(null);
  }));
}).observe(document, { subtree: true, attributeFilter: ["content"] })"""
"""Notes when the frame was painted in which the description of the open page changed, in seconds since 1970."""
_SHOWN = """window.painted ?? new Promise((tell) => {
  const seen = (list) => list.getEntriesByName("first-contentful-paint").forEach((one) =>
    tell((performance.timeOrigin + one.startTime) / 1000));
  new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
})"""
"""The moment at which the browser painted what was saved: in the open page, or first in the page that it loaded anew, in seconds
since 1970 (w3.org/TR/paint-timing). Who asks from outside whether it is there asks at intervals of up to a tenth of a second."""
_PAUSE = 0.3
"""Seconds between two saves: nobody is faster, and the page must listen again."""


class Served(NamedTuple):
    address: str
    start: float
    """Seconds until it answered."""


@contextmanager
def serving(command: Sequence[object], folder: Path, address: str) -> Iterator[Served]:
    """Run a server until its first page is there. Raises MeasurementFailed."""
    begin = time.perf_counter()
    with subprocess.Popen(list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            while not _answers(address):
                if server.poll() is not None or time.perf_counter() - begin > _LONGEST_START:
                    raise MeasurementFailed(server.stderr.read().decode(errors="replace")[-2000:])
                time.sleep(0.01)
            yield Served(address, time.perf_counter() - begin)
        finally:
            server.kill()


def serve_ours(library: Path) -> tuple[Sequence[object], Path, str]:
    """Command, its folder, and address."""
    port = _free_port()
    command = (sys.executable, "-m", "scripts.site", "--serve", "--root", library, "--address", f"127.0.0.1:{port}")
    return command, REPOSITORY, f"http://127.0.0.1:{port}/"


def serve_hugo(project: Path) -> tuple[Sequence[object], Path, str]:
    port = _free_port()
    command = (hugo(), "server", "--quiet", "--port", port, "--bind", "127.0.0.1", "--baseURL", f"http://127.0.0.1:{port}/")
    return command, project, f"http://127.0.0.1:{port}/"


@contextmanager
def editing(page: Page, address: str, card: Path) -> Iterator[Callable[[int], float]]:
    """Gives who saves the card once more, with a number in its summary, and returns the seconds until its open page shows it. The
    card is as it was afterwards."""
    text = card.read_text(encoding="utf-8")
    page.add_init_script(_WATCH)
    page.goto(f"{address}methoden/{card.stem}/")

    def save(number: int) -> float:
        time.sleep(_PAUSE)
        summary = f"Proef nummer {number} van de meting."
        begin = time.time()
        card.write_text(_SUMMARY.sub(f"summary: {summary}\n", text, count=1), encoding="utf-8")
        page.locator(f'meta[name=description][content$="{summary}"]').wait_for(state="attached", timeout=120_000)
        return page.evaluate(_SHOWN) - begin

    try:
        yield save
    finally:
        card.write_text(text, encoding="utf-8")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=_LONGEST_START) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]
