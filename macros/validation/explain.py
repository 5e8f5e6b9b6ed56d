"""A problem in words: the sentence of its code, filled in with what was typed."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from macros.model.data_files import file_of
from macros.validation.messages import SENTENCES
from macros.validation.other_messages import OTHER_SENTENCES

LONGEST_QUOTE = 120
MOST_CHOICES = 12
LIKENESS = 0.7
"""How similar a word must be to be suggested, from 0 to 1, as difflib measures it."""
SUGGESTION = 'bedoelde u "{found}"?'
MANY_CHOICES = "de namen op bijdragen/velden"
FIELDS = "; velden: {fields}"


def message(code: str, details: Mapping[str, Any]) -> str:
    """What is wrong. Raises KeyError for a code without a sentence, so that none can be forgotten."""
    return _sentence(code)[0].format_map(_formatted_details(details))


def remedy(code: str, details: Mapping[str, Any]) -> str:
    """What to do; a likely intended word where there is one."""
    text = _sentence(code)[1]
    typed = details.get("value", details.get("input"))
    if (right := as_the_file_has_it(code, typed)) and right != str(typed).strip():
        return f"schrijf {right}"
    if text.startswith("{suggestion|"):
        if meant := details.get("meant"):
            return SUGGESTION.format(found=meant)
        if found := suggestion(details.get("value", details.get("input")), details["choices"]):
            return found
        text = text.removeprefix("{suggestion|").removesuffix("}")
    return text.format_map(_formatted_details(details))


_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_DUTCH_NUMBER = re.compile(r"(?:€ ?)?(-?\d{1,3}(?:[. ]\d{3})+|-?\d+)(?:,(\d+|-))?(?: ?%)?")


def as_the_file_has_it(code: str, typed: Any) -> str:
    """A date or a number as Dutch people type it, in the form of the file; empty where it can mean more, or is right."""
    if code == "bad_date" and (found := _DUTCH_DATE.fullmatch(str(typed).strip())):
        day, month, year = found.groups()
        return f"{year}-{month:0>2}-{day:0>2}" if int(day) <= 31 and int(month) <= 12 else ""
    if code in ("int_parsing", "decimal_parsing") and (found := _DUTCH_NUMBER.fullmatch(str(typed).strip())):
        whole, part = re.sub("[. ]", "", found[1]), (found[2] or "").strip("-")
        return "" if code == "int_parsing" and part else f"{whole}.{part}" if part else whole
    return ""


def _sentence(code: str) -> tuple[str, str]:
    return SENTENCES[code] if code in SENTENCES else OTHER_SENTENCES[code]


def suggestion(typed: Any, choices: Iterable[str]) -> str:
    """The question whether a word much like this one was meant; empty if there is none."""
    found = suggested(typed, choices)
    return SUGGESTION.format(found=found) if found else ""


def suggested(typed: Any, choices: Iterable[str]) -> str:
    """The word that is most like this one; empty if none is like enough."""
    found = get_close_matches(str(typed), list(dict.fromkeys(choices)), n=1, cutoff=LIKENESS)
    return found[0] if found else ""


def _formatted_details(details: Mapping[str, Any]) -> dict[str, Any]:
    filled = {name: _quotable(value) for name, value in details.items()}
    if "kind" in details:
        filled["file"] = file_of(details["kind"])
    if "choices" in details:
        choices = list(details["choices"])
        few = len(choices) <= MOST_CHOICES
        filled |= {
            "choices": ", ".join(choices) if few else MANY_CHOICES,
            "fields": FIELDS.format(fields=", ".join(choices)) if choices else "",
        }
    return filled


def _quotable(value: Any) -> Any:
    """What was typed, fit for one line of a report: no line breaks, nothing that a terminal would obey, not too long."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    if not isinstance(value, str):
        return value
    text = on_one_line(value)
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"


def on_one_line(text: str) -> str:
    """A text with a space for what is no sign to be seen: line breaks, and what a terminal or a forge would obey."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def codes() -> frozenset[str]:
    """All codes of the check that have a sentence."""
    return frozenset(SENTENCES)


def other_sentences() -> Mapping[str, tuple[str, str]]:
    """Code → what is wrong and what to do, as far as the check itself never says it."""
    return OTHER_SENTENCES


def sentences() -> dict[str, tuple[str, str]]:
    """Code -> what is wrong and what to do, as they stand above, for the form that checks in a browser."""
    return dict(SENTENCES)
