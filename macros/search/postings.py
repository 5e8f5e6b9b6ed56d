"""Documents → for each word, the documents in which it occurs, each with the most important field in which it does."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator

from macros.search.documents import ALIAS, FIELDS, NAME, WHOLE_ALIAS, WHOLE_NAME, SearchDocument
from macros.search.folding import as_one_word, split_runs
from macros.search.phrases import Phrases

_LONGEST_JOINED = 24
_LONGEST_NAME = 64
_WHOLE = {NAME: WHOLE_NAME, ALIAS: WHOLE_ALIAS}
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_STEPS = 4
"""Number of levels for how often a word occurs in a document besides its best field."""

Posting = tuple[int, int]
"""(number of a document, best field × _STEPS + level)"""


class PostingList:
    """The postings of one word, in the order of the documents. Eight bytes each: as tuples they would take 50 MB more with 5,000
    cards."""

    __slots__ = ("_flat",)

    def __init__(self) -> None:
        self._flat = array("I")

    def append(self, number: int, value: int) -> None:
        self._flat.append(number)
        self._flat.append(value)

    def __len__(self) -> int:
        return len(self._flat) // 2

    def __iter__(self) -> Iterator[Posting]:
        return zip(self._flat[::2], self._flat[1::2], strict=True)


class Postings:
    """Collects the postings of every word."""

    def __init__(self, phrases: Phrases, ignored: frozenset[str]) -> None:
        self.words: defaultdict[str, PostingList] = defaultdict(PostingList)
        self.written: set[str] = set()
        """Words that occur in a text as they are; other keys of `words` are several words written as one."""
        self._phrases = phrases
        self._ignored = ignored
        self._of_names: dict[str, frozenset[str]] = {}
        """The same names stand on many cards: without these the files of the search take a tenth longer."""

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document; each must have a higher number than the one before."""
        best: dict[str, int] = {}
        more: dict[str, int] = {}
        for field, words in self._words(document):
            for word in words:
                before = best.get(word)
                if before is None:
                    best[word] = field
                    continue
                more[word] = more.get(word, 0) + FIELDS[max(field, before)].weight
                if field < before:
                    best[word] = field
        for word, field in best.items():
            self.words[word].append(number, field * _STEPS + _frequency_step(more.get(word, 0), FIELDS[field].weight))

    def _words(self, document: SearchDocument) -> Iterator[tuple[int, frozenset[str]]]:
        """(field, words) for every text of a document; a name written as one word is of a field of its own."""
        for field, text in document.texts:
            if not FIELDS[field].is_name:
                yield field, self._words_of_text(text)
            elif field in _WHOLE:
                whole = whole_names(text)
                yield _WHOLE[field], whole
                yield field, self._of_name(text) - whole
            else:
                yield field, self._of_name(text)

    def _of_name(self, text: str) -> frozenset[str]:
        if text not in self._of_names:
            self._of_names[text] = self._words_of_name(text)
        return self._of_names[text]

    def _words_of_text(self, text: str) -> frozenset[str]:
        found: set[str] = set()
        alone: list[str] = []
        for run in split_runs(text):
            alone += run
            if len(run) > 1:
                found.update(_joined_words(run, len(run)))
        found.update(alone)
        found -= self._ignored
        self.written.update(found.intersection(alone))
        found.update(self._phrases.within(alone))
        return frozenset(found)

    def _words_of_name(self, text: str) -> frozenset[str]:
        alone = [word for run in split_runs(text) for word in run]
        telling = [word for word in alone if word not in self._ignored]
        self.written.update(telling)
        whole = [] if any(map(_is_number, alone)) else ["".join(alone)[:_LONGEST_NAME]]
        return frozenset({*telling, *_joined_words(alone, 3), *whole, *self._phrases.within(alone)})


def whole_names(text: str) -> frozenset[str]:
    """A name as one word, also without what stands in brackets: Multisysteem Therapie (MST)."""
    names = (as_one_word(name)[:_LONGEST_NAME] for name in (text, _IN_BRACKETS.sub("", text)))
    return frozenset(filter(None, names))


def _joined_words(words: list[str], most: int) -> Iterator[str]:
    """Two to `most` neighbouring words written as one."""
    for length in range(2, most + 1):
        for start in range(len(words) - length + 1):
            neighbours = words[start : start + length]
            one = "".join(neighbours)
            if len(one) <= _LONGEST_JOINED and not any(map(_is_number, neighbours)):
                yield one


def _is_number(word: str) -> bool:
    """Whether a word is a long number. Nobody writes a year or a postal code as one with the word beside it, but 24-uurs
    does occur."""
    return len(word) > 2 and word.isdigit()


def _frequency_step(more: int, weight: int) -> int:
    """The level: 0 for one occurrence, up to _STEPS - 1 for many."""
    return min(_STEPS - 1, (more * 2) // (weight + 2)) if more else 0
