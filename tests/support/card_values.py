"""Values for cards: every kind of result, and what may stand in the place of any value."""

from collections.abc import Iterator
from typing import Any

RESULTS: dict[str, dict[str, Any]] = {
    "proportion": {"count": 11, "of": 12, "printed_percent": 92, "unit": "family", "compared": {"description": "anderen"}},
    "tally": {"count": 11, "unit": "family", "precision": "about"},
    "percentage": {"percent": 93, "of": 40, "unit": "unknown", "precision": "about", "compared": {"description": "anderen"}},
    "change": {"change": "down", "by_percent": 20, "unit": "placement", "precision": "about"},
    "amount": {"amount": 2000, "precision": "about", "over": {"count": 15, "unit": "family"}},
    "score": {"score": 8.2, "before": 6.1, "lowest": 1, "highest": 10, "unit": "parent"},
    "effect": {
        "effect": "cohens-d",
        "value": -0.2,
        "interval": {"low": -0.3, "high": -0.1, "percent": 95},
        "p": 0.01,
        "p_below": True,
        "against": "gebruikelijke hulp",
        "favours": "method",
        "studies": 12,
        "participants": 1350,
    },
    "words": {"words": "het ging beter"},
    "none-yet": {"none_yet": "het onderzoek loopt nog"},
}
"""Of each kind of result one with all its fields."""

NASTY: list[Any] = [
    None,
    "",
    " ",
    "x",
    "x" * 1000,
    "-1",
    "9" * 5000,
    "1.5",
    "2019-00",
    "14-05-2019",
    "11 van 12",
    "2019 tot 2021",
    "voorbeeldrapport",
    "voorbeeldrapport, blz. 4",
    "loopt\u200b",
    "Loopt",
    "meer",
    "ja",
    "12\u200bx",
    "\x00",
    "a\nb",
    {},
    {"x": "y"},
    {"id": "x"},
    [],
    ["x"],
    [None],
    [[]],
    [{}],
]
"""What may stand in the place of any value."""


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from paths_in(inner, (*path, key))


def changed(values: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The same but for one place; only what leads there is copied."""
    first, *rest = path
    copied = values.copy()
    copied[first] = changed(values[first], tuple(rest), new) if rest else new
    return copied
