"""Text → words as the search compares them: small letters a–z and digits, without accents.

docs/assets/lib/text.js does the same to what is typed; tests/browser/search/test_search.py holds the two together.
"""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij", "đ": "d", "ł": "l", "&": " en "})
"""Letters that Unicode does not decompose into a letter and an accent, and the sign that is read as a word."""
_PLURAL = re.compile(r"(?<=[aeiouy])['’‘`´]s(?![a-z0-9])")
"""baby's becomes baby; any other apostrophe is removed: JB'er becomes jber."""
_APOSTROPHE = re.compile(r"['’‘`´]")
_WORD = re.compile(r"[a-z0-9]+")
_RUN = re.compile(r"[a-z0-9]+(?:[-‐‑–/+.][a-z0-9]+)*")
"""Words joined by a punctuation character: KOPP/KOV, multi-probleemgezin, Gezinshuis.com."""


def fold(text: str) -> str:
    """The text in small letters without accents, apostrophes, or signs that nobody sees, such as a soft hyphen.

    Most texts are ASCII without apostrophe, so both steps are skipped if they cannot change anything; without these tests
    the files of the search take half as long again.
    """
    lower = text.lower()
    if not lower.isascii() or "&" in lower:
        lower = "".join(
            letter
            for letter in unicodedata.normalize("NFD", lower.translate(_LETTERS))
            if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
        )
    if "'" in lower or not lower.isascii() or "`" in lower:
        lower = _APOSTROPHE.sub("", _PLURAL.sub("", lower))
    return lower


def split_words(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(fold(text))


def as_one_word(text: str) -> str:
    """A name written as one word, so that "steun ouder", "steun-ouder" and "steunouder" are equal."""
    return "".join(split_words(text))


def split_runs(text: str) -> list[list[str]]:
    """The words of a text, with words joined by a hyphen, slash or point in one list."""
    return [_WORD.findall(run) for run in _RUN.findall(fold(text))]
