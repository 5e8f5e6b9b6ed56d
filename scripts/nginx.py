"""Find nginx for the tests of hosting/, or install it: `python -m scripts.nginx` prints the path of the program.

Looked for: the one named in NGINX_COMMAND, one on this machine; as root, the package of the system is installed, with the
module for brotli. Without it the tests that need it are skipped, and this says on standard error what was tried; the exit
code is 0, because everything else can still be tested.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from scripts.browser import apt_install

NAMED, PLACES = "NGINX_COMMAND", "/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
"""Not NGINX: nginx itself takes that for sockets that it inherits."""


def main() -> int:
    path = find(FINDERS)
    print(path or "")
    if not path:
        print(f"geen nginx gevonden of te installeren; geprobeerd: {tried()}", file=sys.stderr)
    return 0


def find(finders: tuple[Callable[[], str | None], ...]) -> str | None:
    return next((path for finder in finders if (path := finder())), None)


def tried() -> str:
    return "; ".join(finder.__doc__ or finder.__name__ for finder in FINDERS)


def named() -> str | None:
    """NGINX_COMMAND in de omgeving"""
    path = os.environ.get(NAMED)
    return path if path and Path(path).exists() else None


def on_this_machine() -> str | None:
    """een nginx op deze machine"""
    return shutil.which("nginx") or shutil.which("nginx", path=PLACES)


def of_the_system() -> str | None:
    """het pakket nginx van het systeem, als root"""
    if os.geteuid() == 0 and shutil.which("apt-get"):  # not with sudo, because the package starts a server
        apt_install("nginx")
        apt_install("libnginx-mod-http-brotli-static")
    return on_this_machine()


ON_THIS_MACHINE = (named, on_this_machine)
FINDERS = (*ON_THIS_MACHINE, of_the_system)


if __name__ == "__main__":
    sys.exit(main())
