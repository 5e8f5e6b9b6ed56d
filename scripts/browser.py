"""Find a browser for the tests, or install one: `python -m scripts.browser` prints the path of a Chromium.

In this order: the one named in CHROMIUM, one on this machine, the one that Playwright brings, the system's package.
Exit code 2 with what was tried if none can be had.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros.validation.system_reasons import system_reason

SHELL = "chromium-headless-shell"
"""The same browser without windows: a visit takes two thirds of the time, and half of what Playwright hears of it."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def main() -> int:
    if path := find():
        print(path)
        return 0
    tried = "; ".join(finder.__doc__ or finder.__name__ for finder in FINDERS)
    print(f"geen Chromium gevonden of te installeren; geprobeerd: {tried}", file=sys.stderr)
    return 2


def find() -> str | None:
    """The path of the first Chromium that can be had."""
    return next((path for finder in FINDERS if (path := finder())), None)


def named() -> str | None:
    """CHROMIUM in de omgeving"""
    path = os.environ.get("CHROMIUM")
    return path if path and Path(path).exists() else None


def on_this_machine() -> str | None:
    """een Chromium op deze machine"""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def of_playwright() -> str | None:
    """de Chromium van Playwright"""
    if not _playwright_path():
        print("De proeven hebben een browser nodig. Die van Playwright wordt nu opgehaald.", file=sys.stderr)
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return _playwright_path()


def of_the_system() -> str | None:
    """het pakket chromium-headless-shell of chromium van het systeem"""
    if not shutil.which("apt-get"):
        return None
    for package in (SHELL, "chromium"):  # Ubuntu has no package of the first
        apt_install(package)
        if path := on_this_machine():
            return path
    return None


def apt_install(package: str) -> None:
    """Say which package of Debian or Ubuntu will be installed and with which commands, and do it if this user may."""
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    commands = [[*rights, "apt-get", "update"], [*rights, "apt-get", "install", "--yes", package]]
    print(f"De proeven hebben {package} nodig. Dat pakket van het systeem wordt nu geïnstalleerd, met:", file=sys.stderr)
    print(*(f"    {' '.join(command)}" for command in commands), sep="\n", file=sys.stderr)
    for command in commands:
        _run(command)


FINDERS: tuple[Callable[[], str | None], ...] = (named, on_this_machine, of_playwright, of_the_system)


def _playwright_path() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(command: list[str]) -> None:
    """Run a command and ignore its failure: the next finder is tried, and the last message names all of them."""
    try:
        subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr, check=False)
    except OSError as error:
        print(f"{command[0]}: {system_reason(error)}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
