"""Install the packages of a lock file and tell how far it is: `python -m scripts.install requirements/site.txt`.

The first `make site` takes minutes, nearly all of them here. It uses nothing but Python itself, because nothing is
installed yet. Exit code: that of pip, whose own words follow if it fails.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_PINNED = re.compile(r"^[\w.-]+==", re.MULTILINE)
_TAKEN = re.compile(r"(?:Collecting|Requirement already satisfied:|Ignoring) ([\w.-]+)")
"""What pip says once of each package: that it fetches it, has it, or does not need it on this machine."""
OPTIONS = ("--disable-pip-version-check", "--progress-bar", "off", "--no-input", "--no-deps", "--require-hashes", "--requirement")
"""The lock file names all that is wanted, so pip need not ask what else packages would like."""


def main(arguments: list[str] | None = None) -> int:
    [name] = sys.argv[1:] if arguments is None else arguments
    total = len(_PINNED.findall(Path(name).read_text(encoding="utf-8")))
    command = [sys.executable, "-m", "pip", "install", *OPTIONS, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8") as pip:
        said: list[str] = []
        for line in progress(_heard(pip.stdout or (), said), total):
            _show(line)
    if sys.stdout.isatty():
        print()
    if pip.returncode:
        print(f"de Python-pakketten van {name} zijn niet geïnstalleerd; pip zegt:\n{''.join(said)}", file=sys.stderr, end="")
    return pip.returncode


def progress(lines: Iterable[str], total: int) -> Iterator[str]:
    """What to tell while pip says these lines."""
    taken = 0
    for line in lines:
        if found := _TAKEN.match(line):
            taken += 1
            yield f"Python-pakketten ophalen: {taken} van {total} ({found[1]})"
        elif line.startswith("Installing collected packages"):
            yield f"Python-pakketten neerzetten: {line.count(',') + 1} …"


def _heard(lines: Iterable[str], said: list[str]) -> Iterator[str]:
    for line in lines:
        said.append(line)
        yield line


def _show(line: str) -> None:
    """In a terminal on one line that changes; in a log each on a line of its own."""
    print(f"\r\033[K{line}" if sys.stdout.isatty() else line, end="" if sys.stdout.isatty() else "\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
