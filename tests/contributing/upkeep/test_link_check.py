"""Addresses elsewhere: which there are, and whether they work, asked of a server in this process."""

import contextlib
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from builders import Root

from macros.contributing.upkeep.broken_links import MOST_ADDRESSES, TITLE, Mention, broken_link_issues, external_addresses
from macros.contributing.upkeep.issues import from_json
from macros.contributing.upkeep.link_check import USER_AGENT, LinkResult, Politeness, check_links
from macros.library.library import Library
from scripts.links import main

QUICK = Politeness(timeout=60, pause=0, retries=1, backoff=0, longest_wait=0, sites_at_once=4)


class Server:
    """Answers as the path says: /410, /head-405, /slow, /once-503, /to/404 …"""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.end = threading.Event()

    def answer(self, handler: BaseHTTPRequestHandler, method: str) -> None:
        with self.lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            self.asked.append((method, handler.path))
            self.names.add(handler.headers["User-Agent"])
            before = self.asked.count((method, handler.path))
        try:
            self._answer(handler, method, handler.path.strip("/"), before)
        finally:
            with self.lock:
                self.at_once -= 1

    def _answer(self, handler: BaseHTTPRequestHandler, method: str, path: str, before: int) -> None:
        if path == "slow":
            self.end.wait()
            return
        if path.startswith("hangs-up"):
            handler.connection.close()
            return
        if path.startswith("head-"):
            status = int(path.removeprefix("head-")) if method == "HEAD" else 200
        elif path.startswith("once-"):
            status = int(path.removeprefix("once-")) if before == 1 else 200
        elif path.startswith("to/") or path == "round":
            status = 301
        else:
            status = int(path) if path.isdigit() else 200
        handler.send_response(status)
        if status == 301:
            handler.send_header("Location", "/" + path.removeprefix("to/"))
        if status in (429, 503):
            handler.send_header("Retry-After", "3600")
        handler.send_header("Content-Length", "0")
        handler.end_headers()


@pytest.fixture
def server() -> Iterator[tuple[Server, str]]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            state.answer(self, "HEAD")

        def do_GET(self) -> None:
            state.answer(self, "GET")

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        running.handle_error = lambda *_: None  # who hangs up is meant to
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield state, f"http://127.0.0.1:{running.server_port}/"
        state.end.set()
        running.shutdown()


CASES = {
    "": ("works", "200"),
    "204": ("works", "204"),
    "to/200": ("works", "200"),
    "404": ("gone", "404"),
    "410": ("gone", "410"),
    "to/404": ("gone", "404"),
    "401": ("blocked", "401"),
    "403": ("blocked", "403"),
    "429": ("blocked", "429"),
    "999": ("blocked", "999"),
    "500": ("unreachable", "500"),
    "503": ("unreachable", "503"),
    "head-404": ("works", "200"),
    "head-405": ("works", "200"),
    "head-403": ("works", "200"),
    "once-503": ("works", "200"),
    "round": ("unreachable", "wordt steeds doorverwezen"),
    "slow": ("unreachable", "geen antwoord op tijd"),
    "hangs-up": ("unreachable", "geen verbinding"),
}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path or "home")
def test_an_address_works_is_gone_is_blocked_or_cannot_be_reached(path: str, server: tuple[Server, str]) -> None:
    politeness = QUICK._replace(timeout=0.2) if path == "slow" else QUICK
    assert list(check_links([server[1] + path], politeness)) == [LinkResult(CASES[path][0], server[1] + path, CASES[path][1])]


def test_where_nobody_listens_is_unreachable_and_not_gone() -> None:
    [found] = check_links(["http://127.0.0.1:9/"], QUICK)
    assert (found.state, found.detail) == ("unreachable", "geen verbinding")


@pytest.mark.parametrize("address", ["http://bestaat-niet.invalid/", "http://[::1", "https://", "http://..example/"])
def test_an_address_that_cannot_exist_stops_nothing(address: str) -> None:
    [found] = check_links([address], QUICK)
    assert found.state == "unreachable" and found.detail


def test_an_answer_to_the_header_is_enough_and_the_page_is_only_asked_for_otherwise(server: tuple[Server, str]) -> None:
    state, address = server
    list(check_links([address, address + "head-405"], QUICK))
    assert state.asked == [("HEAD", "/"), ("HEAD", "/head-405"), ("GET", "/head-405")]
    assert state.names == {USER_AGENT}


def test_a_site_is_asked_one_thing_at_a_time_with_a_pause(server: tuple[Server, str]) -> None:
    state, address = server
    begin = time.perf_counter()
    found = list(check_links([f"{address}{number}" for number in "abcd"], QUICK._replace(pause=0.1)))
    assert time.perf_counter() - begin >= 0.3
    assert len(found) == 4 and state.most_at_once == 1


def test_a_site_that_says_later_is_not_waited_for_without_end(server: tuple[Server, str]) -> None:
    begin = time.perf_counter()
    assert [one.state for one in check_links([server[1] + "429"], QUICK)] == ["blocked"]
    assert time.perf_counter() - begin < 600  # the site asked for an hour
    assert Counter(server[0].asked) == {("HEAD", "/429"): 2, ("GET", "/429"): 2}


# which addresses, and what is told


def test_every_address_of_sources_and_organisations_is_asked_once(library: Library) -> None:
    found = external_addresses(library)
    sources = {source.URL for source in library.sources.values() if source.URL}
    organisations = {organisation.url for organisation in library.organisations.values() if organisation.url}
    assert sources and organisations
    assert sources | organisations <= set(found)
    assert all(places for places in found.values())


def test_an_address_in_two_places_names_both(root: Root) -> None:
    library = root.load()
    shared = next(source for source in library.sources.values() if source.URL)
    places = external_addresses(library)[shared.URL]
    assert Mention("data/sources.yml", shared.id) in places


PLACES = {"https://weg.example/<b>": (Mention("data/sources.yml", "bron-a"), Mention("methods/x.yml", "x"))}


def test_one_issue_tells_what_is_gone_and_where_it_stands() -> None:
    [issue] = broken_link_issues([LinkResult("gone", "https://weg.example/<b>", "404")], PLACES)
    assert issue.title == TITLE
    assert "## Verdwenen (1)" in issue.body
    assert "- [ ] https\\:\\/\\/weg\\.example\\/\\<b\\> (404): bron\\-a in `data/sources.yml`, x in `methods/x.yml`" in issue.body


def test_blocked_addresses_alone_make_no_issue() -> None:
    assert broken_link_issues([LinkResult("blocked", "https://weg.example/<b>", "403")], PLACES) == []
    assert broken_link_issues([], {}) == []


def test_a_long_list_fits_in_an_issue() -> None:
    addresses = [f"https://weg.example/{'x' * 120}/{number}" for number in range(2000)]
    places = {address: (Mention("data/sources.yml", "bron"),) for address in addresses}
    found = [LinkResult("gone" if number % 2 else "unreachable", address, "404") for number, address in enumerate(addresses)]
    [issue] = broken_link_issues(found, places)
    assert len(issue.body) < 65_000
    assert f"- … en nog {1000 - MOST_ADDRESSES}" in issue.body


def test_the_command_asks_and_writes_the_list(
    root: Root,
    server: tuple[Server, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = {server[1] + path: (Mention("data/sources.yml", "bron"),) for path in ("", "404", "403", "500")}
    monkeypatch.setattr("scripts.links.external_addresses", lambda library: places)
    to = tmp_path / "lijst.json"
    assert main(["--root", str(root.path), "--out", str(to)], QUICK) == 0
    [issue] = from_json(to.read_text(encoding="utf-8"))
    assert [line for line in issue.body.splitlines() if line.startswith("##")] == [
        "## Verdwenen (1)",
        "## Onbereikbaar (1)",
        "## Niet na te gaan (1)",
    ]
    assert capsys.readouterr().err == "4 adressen: 1 werken, 1 verdwenen, 1 niet na te gaan, 1 onbereikbaar\n"


# servers that answer what no server should

SOON = QUICK._replace(longest=20)

HEAD = b"HTTP/1.1 200 OK\r\n"
ODD_ANSWERS = {
    "no words": b"\x00\x01\x02\r\n\r\n",
    "other protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
    "status of no number": b"HTTP/1.1 goed OK\r\n\r\n",
    "status of six digits": b"HTTP/1.1 200000 OK\r\n\r\n",
    "many headers": HEAD + b"".join(b"X-%d: 1\r\n" % number for number in range(500)) + b"\r\n",
    "long header": HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "header without a colon": HEAD + b"geen dubbele punt\r\n\r\n",
    "negative length": HEAD + b"Content-Length: -1\r\n\r\n",
    "length of words": HEAD + b"Content-Length: veel\r\n\r\n",
    "wrong compression": HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhallo",
    "wrong chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzzz\r\n",
    "odd wait": b"HTTP/1.1 503 Later\r\nRetry-After: straks misschien\r\nContent-Length: 0\r\n\r\n",
    "odd cookie": HEAD + b"Set-Cookie: \xff=\xfe; expires=nooit; domain=..\r\nContent-Length: 0\r\n\r\n",
    "to nowhere": b"HTTP/1.1 301 Weg\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
    "to no host": b"HTTP/1.1 301 Weg\r\nLocation: http://\r\nContent-Length: 0\r\n\r\n",
    "to a bracket": b"HTTP/1.1 301 Weg\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
    "to a port too far": b"HTTP/1.1 301 Weg\r\nLocation: http://127.0.0.1:99999/\r\nContent-Length: 0\r\n\r\n",
    "to bytes": b"HTTP/1.1 301 Weg\r\nLocation: http://\xff\xfe\xfd/\r\nContent-Length: 0\r\n\r\n",
    "to a long name": b"HTTP/1.1 301 Weg\r\nLocation: http://" + b"a" * 300 + b".example/\r\nContent-Length: 0\r\n\r\n",
    "to a file": b"HTTP/1.1 301 Weg\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
    "to a script": b"HTTP/1.1 301 Weg\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n",
    "nothing": b"",
}


@contextlib.contextmanager
def raw_server(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a server that does with each connection what it is told."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    threading.Thread(target=handle, args=(connection,), daemon=True).start()

        def handle(connection: socket.socket) -> None:
            with connection, contextlib.suppress(OSError):
                connection.recv(65_536)
                answer(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


@pytest.mark.parametrize("name", ODD_ANSWERS)
def test_no_answer_ends_the_run_and_each_is_one_line(name: str) -> None:
    with raw_server(lambda connection: connection.sendall(ODD_ANSWERS[name])) as address:
        found = list(check_links([address, address + "nog-een"], SOON))
    assert [one.address for one in found] == [address, address + "nog-een"]
    for one in found:
        assert one.state in ("works", "gone", "blocked", "unreachable")
        assert one.detail and "\n" not in one.detail


def test_a_redirect_with_a_body_without_end_is_followed_and_not_read() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 302 Weg\r\nLocation: http://127.0.0.1:9/\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            connection.sendall(b"5\r\nhallo\r\n")

    with raw_server(answer) as address:
        assert list(check_links([address], SOON)) == [LinkResult("unreachable", address, "geen verbinding")]


def test_a_server_that_sends_a_byte_now_and_then_is_left_in_time() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(HEAD)
        while True:
            connection.sendall(b"X")
            time.sleep(0.02)

    with raw_server(answer) as address:  # the answer has no end, so whoever comes back left it
        found = list(check_links([address], QUICK._replace(longest=0.3)))
    assert found == [LinkResult("unreachable", address, "geen antwoord op tijd")]


ODD_ADDRESSES = [
    "http://" + "a" * 70 + ".example/",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:haven/",
    "http://\udcff.example/",
    "http://exa mple/",
    "http://*.example/",
    "http://xn--\u00df.example/",
    "ftp://voorbeeld.example/",
    "mailto:iemand",
    "//voorbeeld.example/",
    "",
    "http://user:pa:ss@@127.0.0.1:9/",
    "http://127.0.0.1:9/\r\nX: y",
    "http://[fe80::1%25eth0]/",
]


@pytest.mark.parametrize("address", ODD_ADDRESSES)
def test_no_address_ends_the_run(address: str) -> None:
    [found] = check_links([address], QUICK._replace(longest=20))
    assert (found.state, found.address) == ("unreachable", address)
    assert found.detail


def test_a_certificate_that_is_none_is_one_line(tmp_path: Path) -> None:
    with raw_server(lambda connection: connection.sendall(b"geen TLS\r\n" * 9)) as address:
        [found] = check_links([address.replace("http:", "https:")], QUICK)
    assert (found.state, found.detail) == ("unreachable", "het certificaat klopt niet")
