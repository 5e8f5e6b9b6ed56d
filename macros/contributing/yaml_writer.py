"""Write YAML: plain values in, text out, laid out as people write cards. macros/validation/yaml_reader.py reads back the
same values.

A paragraph is folded, a citation is on one line, and text is quoted only if YAML would read it as something else. PyYAML
does not choose between these styles by itself.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

WIDTH = 120
CARD_SCHEMA = "# yaml-language-server: $schema=../schema/card.schema.json"
"""First line of a card; tells editors where the schema is."""
_IN_BRACES = re.compile(r"\w(?:[\w .()–'’/-]*[\w.)])?")
_ON_A_LINE = re.compile(r"\w(?:[\w .,;:()–—'’‘“”\"/?!%€+&=@*½-]*[\w.,;()–'’”\"/?!%€+=])?")
_NOT_TEXT = re.compile(r"null|yes|no|on|off|y|n|(?!true|false)(?i:true|false)", re.IGNORECASE)
"""Texts that some YAML readers take for another type; `true` and `false` themselves are meant as booleans."""
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def yaml_text(values: Mapping[str, Any]) -> str:
    """YAML of mappings, lists, texts and numbers; values that are None are left out."""
    return "".join(f"{line}\n" for line in _mapping_lines(values, "")) or "{}\n"


WISH = "# Voor wie meeleest: bij {title} ontbreekt “{text}”."
"""A word that a list does not have yet: a remark above the card, because the card itself can only name words that exist."""


def card_text(values: Mapping[str, Any], wishes: Iterable[tuple[str, str]] = ()) -> str:
    """The text of the file of a card, with the words (title of the field, word) that its lists lack."""
    remarks = "".join(f"{WISH.format(title=title, text=text)}\n" for title, text in wishes)
    return f"{CARD_SCHEMA}\n{remarks}{yaml_text(values)}"


def field_lines(name: str, value: Any, indent: str = "") -> list[str]:
    """The lines of one field."""
    return list(_mapping_lines({name: value}, indent))


def _mapping_lines(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in values.items():
        key = _scalar(name)
        flow = None if value is None else _flow(value)
        if value is None:
            continue
        if isinstance(value, str):
            yield from _text_lines(key, value, indent)
        elif flow is not None and (not value or len(indent) + len(key) + len(flow) + 2 <= WIDTH):
            yield f"{indent}{key}: {flow}"
        else:
            yield f"{indent}{key}:"
            yield from _item_lines(value, f"{indent}  ") if isinstance(value, list) else _mapping_lines(value, f"{indent}  ")


def _text_lines(key: str, value: str, indent: str) -> Iterator[str]:
    one_line = _scalar(value, _ON_A_LINE)
    inner = f"{indent}  "
    if "\n" in value and _is_literal(value):
        yield f"{indent}{key}: |-"
        yield from (f"{inner}{line}" if line else "" for line in value.split("\n"))
    elif len(indent) + len(key) + len(one_line) + 2 > WIDTH and (folded := _folded_lines(value, len(inner))):
        yield f"{indent}{key}: >-"
        yield from (f"{inner}{line}" for line in folded)
    else:
        yield f"{indent}{key}: {one_line}"


def _folded_lines(text: str, indent: int) -> list[str]:
    """The text over several lines, or nothing if folding would change it."""
    if text != text.strip() or _UNPRINTABLE.search(text):
        return []
    lines = wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return lines if " ".join(lines) == text else []


def _is_literal(text: str) -> bool:
    return (
        text[0] not in " \n\t"
        and all(line == line.rstrip() for line in text.split("\n"))
        and not (_UNPRINTABLE.search(text) or text.endswith("\n"))
    )


def _item_lines(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        flow = _flow(value)
        if flow is not None and (not isinstance(value, Mapping) or len(indent) + len(flow) + 2 <= WIDTH):
            yield f"{indent}- {flow}"
            continue
        lines = _mapping_lines(value, f"{indent}  ") if isinstance(value, Mapping) else _item_lines(value, f"{indent}  ")
        first, *rest = lines
        yield f"{indent}- {first.lstrip()}"
        yield from rest


def _flow(value: Any) -> str | None:
    """The value on one line; None for a list of records and for a record that contains lists or records."""
    if isinstance(value, list):
        parts = [_scalar(inner) for inner in value if not isinstance(inner, Mapping | list)]
        return f"[{', '.join(parts)}]" if len(parts) == len(value) else None
    if isinstance(value, Mapping):
        known = {key: inner for key, inner in value.items() if inner is not None}
        if any(isinstance(inner, list | Mapping) for inner in known.values()):
            return None
        return "{" + ", ".join(f"{_scalar(key)}: {_scalar(inner)}" for key, inner in known.items()) + "}"
    return _scalar(value)


def _scalar(value: Any, plain: re.Pattern[str] = _IN_BRACES) -> str:
    """One value on one line, quoted if necessary; the default pattern is for use between braces, where a comma ends a value."""
    text = str(value)
    if not isinstance(value, str) or _is_plain(text, plain):
        return text
    return _UNPRINTABLE.sub(lambda found: f"\\U{ord(found.group()):08X}", json.dumps(text, ensure_ascii=False))


def _is_plain(text: str, plain: re.Pattern[str]) -> bool:
    if re.fullmatch(r"-\d[\d.]*(?: ?mo)?", text):
        return True  # a number below zero, or an age before birth
    return bool(plain.fullmatch(text)) and ": " not in text and not _NOT_TEXT.fullmatch(text)
