"""Word → stem: gezinnen and gezin become one, huizen and huis too.

The rules are those of Snowball's `dutch_porter`, with three of our own around it. (Its newer `dutch` removes "ge" and so
turns gezin into zin.) Forms that no rule covers are in data/synonyms.yml under `irregular`.
docs/assets/search/stem.js holds the same rules; tests/browser/search/test_search.py compares the two over every word.
"""

import re
from collections.abc import Iterable

from snowballstemmer import stemmer

from macros.model.synonyms import Irregular
from macros.search.folding import as_one_word

_SHORTEST = 4
"""Shorter words are not stemmed, because most are abbreviations."""
_DOUBLE = re.compile(r"([bcdfgklmnprstvz])\1$")
_VOICED = {"z": "s", "v": "f"}


class Stemmer:
    """Stems words, and remembers each stem."""

    def __init__(self, irregular: Iterable[Irregular]) -> None:
        self._snowball = stemmer("dutch_porter")
        self._snowball.maxCacheSize = 0  # stems are cached below, together with those of irregular words
        self._stems: dict[str, str] = {}
        for one in irregular:
            stem = self(as_one_word(one.word))
            self._stems |= {as_one_word(form): stem for form in one.forms}

    def __call__(self, word: str) -> str:
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = self._stem(word)
        return found

    def _stem(self, word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha():
            return word
        singular = word[:-1] if word.endswith("ies") else word
        stem = _DOUBLE.sub(r"\1", self._snowball.stemWord(singular))
        return stem[:-1] + _VOICED.get(stem[-1], stem[-1])
