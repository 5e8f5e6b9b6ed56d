"""The real library and its built site, for the pages on which evidence is weighed."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import Site

from macros.library.library import Library


@pytest.fixture(scope="session")
def real_library(library: Library) -> Library:
    return library


@pytest.fixture(scope="session")
def real_site(site: Site) -> Path:
    return site.path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(_Quiet, directory=str(real_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
