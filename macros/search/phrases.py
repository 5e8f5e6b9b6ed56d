"""Expressions of several words with one meaning: "uit huis geplaatst" is found as if it were one word.

They come from data/synonyms.yml. Ignored words may stand in between ("uit huis zijn geplaatst"), and the last word may
have another ending.
"""

from collections.abc import Iterator, Sequence

from macros.model.synonyms import Synonyms
from macros.search.folding import split_words
from macros.search.stemming import Stemmer

_MOST_BETWEEN = 2


class Phrases:
    def __init__(self, synonyms: Synonyms, stem: Stemmer) -> None:
        self._stem = stem
        self._ignored = frozenset(word for text in synonyms.ignored for word in split_words(text))
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for text in dict.fromkeys(_expressions(synonyms)):
            found = tuple(split_words(text))
            if len(found) > 1:
                self._by_first.setdefault(found[0], []).append(found)

    def within(self, text: Sequence[str]) -> Iterator[str]:
        """The expressions in a text, each as one word."""
        for index, word in enumerate(text):
            for phrase in self._by_first.get(word, ()):
                if self._continues(text, index + 1, phrase):
                    yield "".join(phrase)

    def _continues(self, text: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
        between = 0
        for position, wanted in enumerate(phrase[1:], 1):
            is_last = position == len(phrase) - 1
            while at < len(text) and not self._is(text[at], wanted, is_last):
                if text[at] not in self._ignored or between == _MOST_BETWEEN:
                    return False
                between += 1
                at += 1
            if at == len(text):
                return False
            at += 1
        return True

    def _is(self, word: str, wanted: str, is_last: bool) -> bool:
        return word == wanted or (is_last and word[0] == wanted[0] and self._stem(word) == self._stem(wanted))


def _expressions(synonyms: Synonyms) -> Iterator[str]:
    for group in synonyms.groups:
        yield from (group.preferred, *group.equivalents, *group.related)
    for one in synonyms.ambiguous:
        yield from one.meanings
