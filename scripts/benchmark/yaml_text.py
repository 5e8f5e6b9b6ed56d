"""Plain values → YAML laid out as people write cards: folded paragraphs, one line for a citation.

PyYAML writes as fast as it writes beautifully; five thousand cards would take longer than building their site.
"""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

_WIDTH = 120
_PLAIN = re.compile(r"[A-Za-z0-9][\w .-]*\w")
_NOT_TEXT = re.compile(r"[\d.-]+|yes|no|true|false|null|on|off", re.IGNORECASE)


def yaml_text(values: Mapping[str, Any]) -> str:
    """YAML of mappings, lists, texts and numbers."""
    return "".join(f"{line}\n" for line in _mapping(values, ""))


def _mapping(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if value is None:
            continue
        flow = _flow(value)
        if flow and len(indent) + len(key) + len(flow) + 2 <= _WIDTH:
            yield f"{indent}{key}: {flow}"
        elif isinstance(value, str):
            yield f"{indent}{key}: >-"
            yield from wrap(value, _WIDTH, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}  ", break_on_hyphens=False)
        else:
            yield f"{indent}{key}:"
            yield from _items(value, f"{indent}  ") if isinstance(value, list) else _mapping(value, f"{indent}  ")


def _items(values: list[Mapping[str, Any]], indent: str) -> Iterator[str]:
    for value in values:
        if flow := _flow(value):
            yield f"{indent}- {flow}"
            continue
        first, *rest = _mapping(value, f"{indent}  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest


def _flow(value: Any) -> str | None:
    """The value on one line, or None if it is not written like that: a list of records, a record with parts."""
    if isinstance(value, list):
        parts = [_flow(inner) for inner in value if not isinstance(inner, Mapping)]
        return f"[{', '.join(map(str, parts))}]" if len(parts) == len(value) else None
    if isinstance(value, Mapping):
        if any(isinstance(inner, list | Mapping) for inner in value.values()):
            return None
        return "{" + ", ".join(f"{key}: {_scalar(inner)}" for key, inner in value.items()) + "}"
    return _scalar(value)


def _scalar(value: Any) -> str:
    text = str(value)
    is_plain = not isinstance(value, str) or (_PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text))
    return text if is_plain or re.fullmatch(r"\d{4}-\d\d-\d\d", text) else json.dumps(text, ensure_ascii=False)
