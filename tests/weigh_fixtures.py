"""The real library and its built site, for the pages on which evidence is weighed."""

import functools
import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.library import Library, load_library
from scripts.site import build_site

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def now() -> Iterator[None]:
    """The real cards were looked at after the day on which other tests take place."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time())))
        monkeypatch.delenv("SITE_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def real_library(now: None) -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="session")
def real_site(now: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weighed") / "site"
    build_site(ROOT, folder)
    return folder


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
