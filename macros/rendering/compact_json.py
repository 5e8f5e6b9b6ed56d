"""Values → JSON for programs: one line, without spaces between the parts."""

from typing import Any

import orjson


def compact(value: Any) -> str:
    """The value as JSON. Raises TypeError for a value that JSON cannot express."""
    return orjson.dumps(value).decode()
