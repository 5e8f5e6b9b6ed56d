"""Values for cards: every kind of result, and what may stand in the place of any value."""

from collections.abc import Iterator
from functools import reduce
from itertools import zip_longest
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


def place_at(values: Any, path: tuple[Any, ...]) -> Any:
    """What stands at a path."""
    for key in path:
        values = values[key]
    return values


def fields_in(card: Any) -> list[tuple[Any, ...]]:
    """The path of each field, and of each kind of thing in a list."""
    return list({path[-3:] if isinstance(path[-1], int) else path[-2:]: path for path in paths_in(card)}.values())


def one_by_one(card: Any, new: Any) -> Iterator[Any]:
    """The card with something else in one place, for each of its places."""
    return (changed(card, path, new) for path in paths_in(card))


def together(card: Any, new: Any) -> Iterator[Any]:
    """The card with something else in many fields at once, until it stood in each: a twentieth of the cards. Of two fields in
    one card neither lies within the other."""
    outer: dict[Any, list[tuple[Any, ...]]] = {}
    inner: dict[Any, list[tuple[Any, ...]]] = {}
    for path in fields_in(card):
        if len(path) <= 2:
            outer.setdefault(path[0], []).append(path)
        else:
            inner.setdefault(path[:2], []).append(path)
    for paths in (*zip_longest(*outer.values()), *zip_longest(*inner.values())):
        yield reduce(lambda values, path: changed(values, path, new), filter(None, paths), card)


def changed(values: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The same but for one place; only what leads there is copied."""
    first, *rest = path
    copied = values.copy()
    copied[first] = changed(values[first], tuple(rest), new) if rest else new
    return copied
