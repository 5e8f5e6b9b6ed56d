"""Read mkdocs.yml. That file is our own, so ordinary YAML is allowed, and variables of the environment."""

import os
from pathlib import Path
from typing import Any

import yaml

from macros.validation.problems import START, Problem, Refused
from macros.validation.yaml_reader import content_of
from macros.validation.yaml_syntax import syntax_problem


class _SettingsLoader(yaml.SafeLoader):
    """A safe loader that also knows the tag !ENV, with which mkdocs.yml refers to environment variables."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """`!ENV [NAME, …, value]`: the first variable that is set, or else the value."""
    *names, value = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), value)


_SettingsLoader.add_constructor("!ENV", _from_environment)


def read_settings(file: Path) -> dict[str, Any]:
    """The settings in mkdocs.yml. That file is our own, so ordinary YAML with variables of the environment is allowed. Raises
    Refused for what is no YAML, or no mapping."""
    try:
        settings = yaml.load(text := content_of(file, file.name).decode(), Loader=_SettingsLoader)  # safe, with one tag more
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        is_text = isinstance(error, yaml.YAMLError)
        found = syntax_problem(error, text, file.name) if is_text else Problem(file.name, START, (), "not_utf8")
        raise Refused([found]) from error
    if not isinstance(settings, dict):
        raise Refused([Problem(file.name, START, (), "not_a_mapping")])
    return settings
