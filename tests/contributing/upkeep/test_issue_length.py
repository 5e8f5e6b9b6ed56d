"""How many addresses an issue names: on both sides of the limit."""

import pytest

from macros.contributing.upkeep.broken_links import MOST_ADDRESSES, Mention, broken_link_issues
from macros.contributing.upkeep.link_check import LinkResult


@pytest.mark.parametrize(("count", "more"), [(1, None), (MOST_ADDRESSES, None), (MOST_ADDRESSES + 1, "- … en nog 1")])
def test_so_many_addresses_are_named_and_the_rest_is_counted(count: int, more: str | None) -> None:
    addresses = [f"https://weg.example/{number}" for number in range(count)]
    places = {address: (Mention("data/sources.yml", "bron"),) for address in addresses}
    (issue,) = broken_link_issues([LinkResult("gone", address, "404") for address in addresses], places)
    assert issue.body.count("- [ ] ") == min(count, MOST_ADDRESSES)
    assert f"({count})" in issue.body
    assert [line for line in issue.body.splitlines() if line.startswith("- …")] == ([more] if more else [])
