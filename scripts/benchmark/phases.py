"""Build a site and print the processor time of each phase: `python -m scripts.benchmark.phases --root … --to …`.

Takes the arguments of scripts.site. Only a few functions are timed, which costs almost nothing; a profiler would double
the time and so distort the result.
"""

import contextlib
import functools
import importlib
import io
import sys
import time
from collections.abc import Callable
from typing import Any

from macros import parallel
from macros.library import card_files
from scripts import site

PHASES = (
    ("YAML lezen", "macros.library.read", "read_file"),
    ("YAML lezen", "macros.library.card_files", "read_card"),
    ("controleren", "macros.library.check", "check_values"),
    ("controleren", "macros.library.check", "check_keyed"),
    ("weergaven", "macros.site.pages.all_pages", "card_view"),
    ("weergaven", "macros.site.pages.all_pages", "organisation_views"),
    ("weergaven", "macros.site.pages.all_pages", "tool_views"),
    ("sjablonen", "macros.site.pages.page", "render"),
    ("sjablonen van macro's", "macros.site.author_macros.call", "render"),
    ("schrijven", "macros.site.output_folder", "Folder.write"),
    ("macro-plug-in, vooraf", "mkdocs_macros.plugin", "MacrosPlugin.on_pre_build"),
)
"""Label, module that calls it, function. None of them calls another."""


def find_owner(module: str, function: str) -> tuple[Any, str]:
    """The object that holds the function, and its name there. Raises AttributeError if it is not there (any more)."""
    holder = importlib.import_module(module)
    *path, name = function.split(".")
    holder = functools.reduce(getattr, path, holder)
    getattr(holder, name)
    return holder, name


def main(arguments: list[str]) -> int:
    spent: dict[str, float] = {}
    card_files.processes_for = parallel.processes_for = lambda *_: 1  # one process, so that its timers see all work
    for label, module, function in PHASES:
        holder, name = find_owner(module, function)
        setattr(holder, name, _timed(getattr(holder, name), label, spent))
    started = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        code = site.main(arguments)
    rest = time.process_time() - started - sum(spent.values())
    for label, seconds in [*spent.items(), ("MkDocs en de rest", rest)]:
        print(f"{label:24}{seconds:8.2f} s")
    return code


def _timed(function: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    @functools.wraps(function)
    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[label] = spent.get(label, 0.0) + time.process_time() - started

    return timed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
