"""A finding is a problem without its line in a file: the result of checks that know values but no files."""

from typing import Any, NamedTuple

from macros.validation.problems import Keys, Problem
from macros.validation.yaml_reader import Document


class Finding(NamedTuple):
    """What is wrong with the value at these keys."""

    keys: Keys
    code: str
    """The key of its sentence in messages.py."""
    details: dict[str, Any]
    """Values for the placeholders in the sentence."""


def place_finding(finding: Finding, document: Document) -> Problem:
    """The problem with its line and column in the file."""
    return Problem(document.path, document.position(finding.keys), finding.keys, finding.code, finding.details)
