"""Build a site and print the processor time of each phase: `python -m scripts.benchmark.phases --root … --to …`.

Takes the arguments of scripts.site. Only a few functions are timed, which costs almost nothing; a profiler would double
the time and so distort the result.
"""

import contextlib
import functools
import importlib
import inspect
import io
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from macros import parallel
from macros.kept import NOTHING_KEPT
from macros.library import card_files
from scripts import site
from scripts.writing import renewing_site

PHASES = (
    ("YAML lezen", "macros.library.read", "read_bytes"),
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
    ("vergelijken", "macros.site.files.all_files", "comparison_columns"),
    ("lijst in de browser", "macros.site.files.all_files", "record_files"),
    ("zoekindex", "macros.site.files.all_files", "search_files"),
    ("kleine kaarten", "macros.site.files.all_files", "embed_files"),
    ("uitspraken als CSV", "macros.site.files.all_files", "claims_csv"),
    ("open data: methoden", "macros.open_data.api", "Api.methods"),
    ("open data: uitspraken", "macros.open_data.api", "Api.claims"),
    ("open data: tabellen", "macros.open_data.files", "table_files"),
    ("open data: grafen", "macros.open_data.files", "vocabulary_files"),
    ("hand geschreven pagina's", "mkdocs.commands.build", "_populate_page"),
    ("thema", "mkdocs.commands.build", "_build_page"),
)
"""Label, module that calls it, function. Where one calls another, the time of that counts for it alone."""


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
    renewing_site.KeptWork = lambda _: NOTHING_KEPT  # all work, also what an earlier run kept
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


_inner: list[float] = []
"""For each timed function that is running: the time of those that it called."""


def _timed(function: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    @functools.wraps(function)
    def timed(*arguments: Any, **options: Any) -> Any:
        with _clock(label, spent):
            made = function(*arguments, **options)
        return _timed_items(made, label, spent) if inspect.isgenerator(made) else made

    return timed


def _timed_items(items: Iterator[Any], label: str, spent: dict[str, float]) -> Iterator[Any]:
    while True:
        with _clock(label, spent):
            try:
                item = next(items)
            except StopIteration:
                return
        yield item


@contextlib.contextmanager
def _clock(label: str, spent: dict[str, float]) -> Iterator[None]:
    _inner.append(0.0)
    started = time.process_time()
    try:
        yield
    finally:
        whole = time.process_time() - started
        spent[label] = spent.get(label, 0.0) + whole - _inner.pop()
        if _inner:
            _inner[-1] += whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
