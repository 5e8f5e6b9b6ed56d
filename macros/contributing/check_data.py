"""What the check of the form needs beside the card format: sentences, words, limits and patterns, so that no rule has a second
wording. What to do with them stands in docs/assets/form, and tests hold form and check together."""

from collections.abc import Mapping
from re import Pattern
from typing import Any

from macros.contributing.browser_patterns import to_javascript
from macros.model import age, base, hidden_signs, markup, privacy
from macros.validation import dutch_values, explain, surer


def check_data() -> dict[str, Any]:
    """These members of form.json."""
    return {
        "sentences": explain.sentences(),
        "words": _message_settings(),
        "patterns": _text_patterns(),
        "signs": _hidden_signs(),
        "typed": _typed_values(),
        "becomes": {one.__name__: other.__name__ for one, other in surer.MAY_BECOME.items()},
    }


def _message_settings() -> dict[str, Any]:
    return {
        "quote": explain.LONGEST_QUOTE,
        "choices": explain.MOST_CHOICES,
        "likeness": explain.LIKENESS,
        "nameLikeness": base.NAME_LIKENESS,
        "suggestion": explain.SUGGESTION,
        "many": explain.MANY_CHOICES,
        "fields": explain.FIELDS,
        "write": explain.WRITE,
        "example": explain.EXAMPLE,
        "examples": explain.EXAMPLES,
        "elsewhere": explain.ELSEWHERE,
    }


def _text_patterns() -> dict[str, Any]:
    """The patterns that texts are searched for."""
    one = {
        "id": base.ID_PATTERN,
        "idAndMore": base.ID_AND_MORE,
        "range": surer.RANGE,
        "share": surer.SHARE,
        "invisible": base.INVISIBLE,
        "url": base.URL_PATTERN,
        "age": age.SPELLING,
        "mail": privacy.MAIL,
        "noNumbers": privacy.NO_NUMBERS,
        "phone": privacy.PHONE,
        "nineDigits": privacy.NINE_DIGITS,
    }
    return {
        **_in_javascript(one),
        "markup": [to_javascript(pattern) for pattern in markup.FORBIDDEN],
        "fewestDigits": privacy.FEWEST_DIGITS,
        "personal": {"mail": privacy.A_MAIL, "phone": privacy.A_PHONE, "citizen": privacy.A_CITIZEN},
    }


def _hidden_signs() -> dict[str, Any]:
    """Signs that nobody sees, and what they are called."""
    return {
        **_in_javascript({"odd": hidden_signs.ODD, "space": hidden_signs.SPACE, "direction": hidden_signs.DIRECTION}),
        "names": hidden_signs.HARD_SPACES,
        "words": {"space": hidden_signs.A_SPACE, "direction": hidden_signs.A_DIRECTION, "sign": hidden_signs.A_SIGN},
    }


def _typed_values() -> dict[str, Any]:
    """How Dutch people type numbers, amounts, dates and ages."""
    return {
        "patterns": _in_javascript(dutch_values.PATTERNS),
        "months": dutch_values.MONTHS,
        "units": dutch_values.UNITS_OF_AGE,
        "flags": dutch_values.FLAGS,
    }


def _in_javascript(patterns: Mapping[str, Pattern[str]]) -> dict[str, str]:
    return {name: to_javascript(pattern) for name, pattern in patterns.items()}
