"""Measure the search of a built site in a real browser: `python -m scripts.measure_search SITE…`.

For each site: what travels until the first answer (compressed as a web server does), how long that takes, and how long
an answer takes once everything is loaded. Each first answer starts with an empty cache.
"""

import argparse
import functools
import gzip
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from .browser import FINDERS

QUESTIONS = ("gezin", "uithuisplaatsing", "gezins begeleiding", "gesprek netwerk", "gezinsbegleiding", "kunstmatige methode")
"""A common word, an expression with equivalents, a split spelling, two words, a typing error, and a name of many methods."""
TYPED = "gezinsbegeleiding almere"
_ASK = """async (query) => {
  const { search } = await import('ENGINE');
  const begin = performance.now();
  const answer = await search(query, { explained: 6 });
  return [performance.now() - begin, answer.hits.length];
}"""


class First(NamedTuple):
    """The first answer in a fresh browser."""

    question: str
    kilobytes: float
    files: int
    milliseconds: float


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.measure_search", description="Meet de zoekmachine van een gebouwde site."
    )
    parser.add_argument("sites", type=Path, nargs="+")
    with sync_playwright() as playwright:
        path = next(filter(None, (finder() for finder in FINDERS)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for site in parser.parse_args().sites:
            report(browser, site)
    return 0


def report(browser: Browser, site: Path) -> None:
    with _served(site) as address:
        methods = sum(1 for _ in (site / "zoek" / "t").glob("*.json"))
        print(f"\n{site}: {methods} methoden")
        for where, open_page in (("zoekvak", in_box), ("lijst", in_list)):
            for question in QUESTIONS:
                first = open_page(browser, address, site, question)
                size, time = f"{first.kilobytes:7.1f} kB  {first.files:3} bestanden", f"{first.milliseconds:6.0f} ms"
                print(f"  {where:8} {first.question:22} {size}  {time}")
        times = keystrokes(browser, address)
        print(f"  na laden: mediaan {median(times):.1f} ms, langste {max(times):.1f} ms per aanslag ({len(times)} aanslagen)")


def in_box(browser: Browser, address: str, site: Path, question: str) -> First:
    """From going to the box on a page to the first list of suggestions; what the page itself loads is not counted."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}over/privacy/", wait_until="networkidle")
        fetched = _listen(page)
        spent = page.evaluate(
            """async (question) => {
              const begin = performance.now();
              const box = document.querySelector('#zoek');
              box.focus();
              box.value = question;
              box.dispatchEvent(new Event('input', { bubbles: true }));
              await new Promise((done) => {
                const first = '.suggest:not([hidden]) [role=gridcell]';
                const look = () => (document.querySelector(first) ? done() : requestAnimationFrame(look));
                look();
              });
              return performance.now() - begin;
            }""",
            question,
        )
        return First(question, _kilobytes(fetched, site), len(fetched), spent)


def in_list(browser: Browser, address: str, site: Path, question: str) -> First:
    """The page of methods with a question in its address, from nothing: page, style, scripts, index and texts."""
    with browser.new_context() as context:
        page = context.new_page()
        fetched = _listen(page)
        page.goto(f"{address}methoden/?q={question}", wait_until="commit")
        page.locator("[data-results][data-answered]").wait_for(state="attached")
        spent = page.evaluate("performance.now()")
        return First(question, _kilobytes(fetched, site), len(fetched), spent)


def keystrokes(browser: Browser, address: str) -> list[float]:
    """Milliseconds for the answer to each letter more, the second time round."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}over/privacy/")
        ask = _ASK.replace("ENGINE", "../../assets/lazy/search.js")
        typed = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
        for text in [*typed, *QUESTIONS]:
            page.evaluate(ask, text)
        return [page.evaluate(ask, text)[0] for text in [*typed, *QUESTIONS]]


def _listen(page: Page) -> list[str]:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    return fetched


def _kilobytes(paths: list[str], site: Path) -> float:
    files = (site / path.lstrip("/") / ("index.html" if path.endswith("/") else "") for path in paths)
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files if file.is_file()) / 1000


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
