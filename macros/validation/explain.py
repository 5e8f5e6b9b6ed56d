"""A problem in words: the sentence of its code, filled in with what was typed."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from macros.model.data_files import file_of
from macros.validation.dutch_values import as_the_file_has_it
from macros.validation.messages import SENTENCES
from macros.validation.other_messages import OTHER_SENTENCES

LONGEST_QUOTE = 120
MOST_CHOICES = 12
LIKENESS = 0.7
"""How similar a word must be to be suggested, from 0 to 1, as difflib measures it."""
SUGGESTION = 'bedoelde u "{found}"?'
WRITE = "schrijf {right}"
EXAMPLE = "{remedy}, bijvoorbeeld: {example}"
MANY_CHOICES = "de namen op bijdragen/velden"
FIELDS = "; velden: {fields}"
EXAMPLES = {"sources": "sources: [{source: id-van-de-bron}]"}
"""Field that is missing → how it is written."""
ELSEWHERE = {"locator": "bij locator: {rest}", "note": "bij note: {rest}", "": "in een eigen veld"}
"""Field beside an id → where what stands behind the id belongs; the last where there is no such field."""


def message(code: str, details: Mapping[str, Any]) -> str:
    """What is wrong. Raises KeyError for a code without a sentence, so that none can be forgotten."""
    return _sentence(code)[0].format_map(_formatted_details(details))


def remedy(code: str, details: Mapping[str, Any]) -> str:
    """What to do; a likely intended word where there is one."""
    text = _sentence(code)[1]
    typed = details.get("value", details.get("input"))
    if (right := as_the_file_has_it(code, typed)) and right != str(typed).strip():
        return WRITE.format(right=right)
    if example := details.get("example"):
        return EXAMPLE.format(remedy=text, example=example)
    if text.startswith("{suggestion|"):
        if meant := details.get("meant"):
            return SUGGESTION.format(found=meant)
        if found := suggestion(details.get("value", details.get("input")), details["choices"]):
            return found
        text = text.removeprefix("{suggestion|").removesuffix("}")
    return text.format_map(_formatted_details(details))


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
        labels = details.get("labels", {})
        named = [f"{word} ({labels[word]})" if labels.get(word, word) != word else word for word in choices]
        filled |= {
            "choices": ", ".join(named) if few else MANY_CHOICES,
            "fields": FIELDS.format(fields=", ".join(choices)) if choices else "",
        }
    return filled


def _quotable(value: Any) -> Any:
    """What was typed, fit for one line of a report: no line breaks, nothing that a terminal would obey, not too long."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    if not isinstance(value, str):
        return value
    return beginning(on_one_line(value))


def beginning(text: str) -> str:
    """The text, or as much of it as is quoted: somebody may have pasted anything."""
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
