"""Templates that escape by themselves, stop at a name that does not exist, and take no time for text that is HTML as it is.

Jinja escapes every value with markupsafe, which makes an object of its own of each, also where there is nothing to
escape. A large library shows millions of names and labels, and that took a third of the time of making its pages.
"""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Getattr, Template
from markupsafe import Markup, escape

PACKAGE = Path(__file__).parent.parent
"""All our modules: any of them may change what a filter makes of a constant."""


def make_environment(folder: Path) -> Environment:
    """The templates in a folder."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_code_cache(PACKAGE),
    )
    environment.code_generator_class = _PlainCodeGenerator
    environment.filters["escape"] = escape_html
    return environment


def _code_cache(package: Path) -> FileSystemBytecodeCache | None:
    """Compiled templates are kept where Python keeps compiled modules, if it may."""
    folder = package / "__pycache__"
    return None if sys.dont_write_bytecode or not os.access(folder, os.W_OK) else _CodeCache(str(folder), "template-%s.cache")


class _CodeCache(FileSystemBytecodeCache):
    """Holds for one state of our modules: what a filter makes of a constant is compiled into the template."""

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(source) + _state_of_modules(PACKAGE)


@cache
def _state_of_modules(package: Path) -> str:
    state = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        state.update(file.read_bytes())
    return state.hexdigest()


def escape_html(value: Any) -> str:
    """What markupsafe makes of a value, as HTML; a text without signs comes back as it was."""
    if type(value) is str:  # five searches are quicker than one expression
        has_signs = "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        return escape(value) if has_signs else value
    return value if type(value) is Markup else escape(value)


class _PlainCodeGenerator(CodeGenerator):
    """Templates as Python that escapes with the filter of that name, and not with the function that Jinja imports; and
    where `one.name` is an attribute, and not perhaps a key."""

    def visit_Template(self, node: Template, frame: Any = None) -> None:  # as Jinja names it
        super().visit_Template(node, frame)
        self.writeline("escape = environment.filters['escape']")

    def visit_Getattr(self, node: Getattr, frame: Any) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")
