"""All steps that carry a card over, in the order in which the form of the card changed."""

from collections.abc import Callable

from macros.contributing.migrate import intake, owners, scopes, studies

STEPS: tuple[Callable[[str], str], ...] = (
    studies.carried_over,
    owners.carried_over,
    intake.carried_over,
    scopes.carried_over,
)
"""Text of a file → its text in the next form; a text that is in that form already stays as it is."""


def carried_over(text: str) -> str:
    """The text of a card, or of data/tools.yml, in the form of today. Raises Refused if it is no YAML."""
    for step in STEPS:
        text = step(text)
    return text
