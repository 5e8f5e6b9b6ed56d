"""The wide form: one sheet with everything about a method on one row, for who wants a CSV. It leaves out what few cards have."""

from macros.contributing.spreadsheet.columns import SheetColumn, every_column, path_without_numbers
from macros.open_data.csv_text import dutch_csv

REPEATS = {"goals": 3, "target_group.includes": 2, "target_group.excludes": 2, "approach": 3, "conditions": 2}
"""Path of a list → number of items; contributors may add columns with higher numbers."""
LEFT_OUT = (
    "for_parents",
    "status.reasons",
    "former_owners",
    "partners.period",
    "regions.period",
    "variants",
    "cost_statements",
    "recognition_claims",
    "chain",
    "next_steps",
    "conflicts",
    "context",
    "gaps",
    "target_group.includes.when",
    "target_group.excludes.when",
    "outcomes.result.compared",
    "outcomes.conflicts",
    "outcomes.target",
    "recognitions.id",
    "recognitions.replaces",
    "recognitions.readings",
    "recognitions.verdicts.scopes",
    "prizes_and_listings",
)
"""Fields that few cards have, whose columns are left out; contributors may add them."""


def wide_columns() -> list[SheetColumn]:
    """The columns that the wide form offers, in the order of the card."""
    columns = every_column(repeats=lambda keys: REPEATS.get(path_without_numbers(keys), 1))
    return [column for column in columns if not f"{path_without_numbers(column.keys)}.".startswith(_LEFT_OUT)]


_LEFT_OUT = tuple(f"{path}." for path in LEFT_OUT)


def template_csv() -> bytes:
    """The two rows with names, as CSV of a Dutch Excel."""
    text = dutch_csv()
    columns = wide_columns()
    text.write([column.heading for column in columns])
    text.write([column.path for column in columns])
    return text.content()
