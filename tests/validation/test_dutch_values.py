"""What was typed the Dutch way is understood, up to the last day, month and sign that can be meant."""

import pytest

from macros.validation.dutch_values import as_the_file_has_it


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("31-12-2019", "2019-12-31"),
        ("1-1-2019", "2019-01-01"),
        ("32-1-2019", ""),
        ("0-1-2019", ""),
        ("31-13-2019", ""),
        ("31-0-2019", ""),
        ("31 december 2019", "2019-12-31"),
        ("32 december 2019", ""),
        ("2019/12/31", "2019-12-31"),
        ("12/12/2019", "2019-12-12"),
        ("13/12/2019", "2019-12-13"),
        ("12/11/2019", ""),
    ],
)
def test_a_day_is_understood_if_it_can_mean_one_day_only(typed: str, expected: str) -> None:
    assert as_the_file_has_it("bad_date", typed) == expected
