"""Values → the JSON that programs fetch: one line, without a space too many."""

from typing import Any

import orjson


def compact(value: Any) -> str:
    """As JSON. Raises TypeError for what JSON has no word for."""
    return orjson.dumps(value).decode()
