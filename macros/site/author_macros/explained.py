"""How a macro is explained to authors of pages: its Dutch docstring, from its source, because `python -OO` keeps none."""

import ast
import inspect
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path


def explanation(macro: Callable[..., str]) -> str:
    """The docstring; empty if there is none."""
    return _docstrings(Path(inspect.getsourcefile(macro) or ""))[macro.__name__]


@cache
def _docstrings(file: Path) -> Mapping[str, str]:
    """Name of each function of a file → its docstring."""
    functions = ast.parse(file.read_text(encoding="utf-8")).body
    return {one.name: ast.get_docstring(one) or "" for one in functions if isinstance(one, ast.FunctionDef)}
