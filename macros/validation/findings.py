"""A problem before it has a place in a file: what checks give that know values and not files."""

from typing import Any, NamedTuple

from macros.validation.problems import Keys, Problem
from macros.validation.yaml_reader import Document


class Finding(NamedTuple):
    """What is wrong with the value at these keys."""

    keys: Keys
    code: str
    """Names the sentence in messages.py."""
    details: dict[str, Any]
    """What the sentence fills in."""


def place_finding(finding: Finding, document: Document) -> Problem:
    """The problem with its line and column in the file."""
    return Problem(document.path, document.position(finding.keys), finding.keys, finding.code, finding.details)
