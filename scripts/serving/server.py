"""Serves the site that somebody works on: one address, until the terminal stops it. Raises CannotServe with the reason."""

import asyncio
import contextlib
import errno
import os
import socket
import sys
import time
from pathlib import Path

import uvicorn

from macros.site.serve.app import Changes, make_app
from macros.site.serve.frame import NotMade
from macros.site.serve.served_site import ServedSite, said_of
from macros.site.serve.watching import changed_files, follow, needs_restart
from macros.validation.system_reasons import system_reason
from scripts.collecting import without_collecting
from scripts.serving.mkdocs_frame import MkDocsFrame


class CannotServe(Exception):
    """Why the site cannot be served: a sentence without a capital and a full stop."""


def serve(root: Path, address: str) -> None:
    """Serve the site of the project in `root` at an address such as 127.0.0.1:8000."""
    root = root.resolve()
    for name in ("mkdocs.yml", "methods", "data"):
        if not (root / name).exists():
            raise CannotServe(f"in {root} staat geen {name}")
    with _listening(address) as listener:
        begin = time.time()
        try:
            with without_collecting():
                site = ServedSite(root, MkDocsFrame)
        except (NotMade, OSError) as error:
            raise CannotServe(said_of(error)) from error
        print(f"De site staat op http://{address}/ en ververst als u iets bewaart. Ctrl+C stopt.", flush=True)
        for problem in site.problems:
            print(problem, file=sys.stderr, flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            is_changed = asyncio.run(_run(site, root, listener, begin))
            if is_changed:
                os.execv(sys.executable, sys.orig_argv)  # our own code changed: start again with it


def _listening(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    if not (host and port.isdigit()):
        raise CannotServe(f"{address} is geen adres zoals 127.0.0.1:8000")
    try:
        return socket.create_server((host, int(port)))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(f"{address} is al in gebruik; kies een ander met --address 127.0.0.1:8001") from error
        raise CannotServe(f"{address} is niet te gebruiken ({system_reason(error)})") from error


async def _run(site: ServedSite, root: Path, listener: socket.socket, begin: float) -> bool:
    """Serve until stopped what was read at `begin`; returns whether it stops because our own code changed."""
    changes, stop = Changes(site), asyncio.Event()
    server = uvicorn.Server(uvicorn.Config(make_app(site, changes), log_level="warning", timeout_graceful_shutdown=1))
    is_changed = False

    def take(files: set[Path]) -> None:
        nonlocal is_changed
        if needs_restart(files, root):
            is_changed = server.should_exit = True
        else:
            site.follow(files)
            for problem in site.problems:
                print(problem, file=sys.stderr, flush=True)

    async def stop_with_server() -> None:
        try:
            await server.serve(sockets=[listener])
        finally:
            stop.set()
            await changes.end()

    await asyncio.gather(stop_with_server(), follow(changed_files(root, stop, begin), take, changes.tell))
    return is_changed
