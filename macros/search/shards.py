"""Words and their postings → files, of which a query needs only a few.

A small library has all its words in one file. In a large library each word is in the file of every three letters in it
(trigram). All words that contain a typed text are then in one file, the smallest of those of the trigrams of the text. Each
word is also in the file of its stem. Postings of rare words are beside the word; those of common words are in files of
their own.
"""

from array import array
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from macros.rendering.compact_json import compact
from macros.search.postings import Posting
from macros.search.stemming import Stemmer

_WORDS_IN_ONE_FILE = 12_000
_WORDS_IN_A_FILE = 2_500
_WORDS_IN_A_STEM_FILE = 800
_RARE = 4
"""Words in at most this many documents have their postings beside them."""
_NUMBERS_IN_A_FILE = 12_000
LISTS_IN_A_FILE = 1_000
"""A common word refers to its list by number of the file × this + position in the file."""

Lists = list["array[int]"]
"""Of four bytes a number: as lists of Python they would take 40 MB more with 5,000 cards."""


class Shards:
    """The files with words and postings."""

    def __init__(self, words: Mapping[str, Collection[Posting]], written: Container[str], stem: Stemmer) -> None:
        self._written = written
        self.common: list[Lists] = []
        """The files with postings of common words."""
        self._numbers = _NUMBERS_IN_A_FILE
        self._entries = {word: self._entry(words[word]) for word in sorted(words)}
        self.buckets = list(_divide_by_trigram(list(self._entries)))
        """The words of each file, in order."""
        self.stems = list(_divide_by_stem(list(self._entries), stem)) if len(self.buckets) > 1 else []
        """The same words divided by stem, each in one file; empty if all words are in one file."""

    def bucket(self, words: Sequence[str]) -> str:
        """The content of the file with these words."""
        return compact({"words": front_coded(words, self._written), "postings": [self._entries[word] for word in words]})

    def _entry(self, postings: Collection[Posting]) -> list[int] | int:
        if len(postings) <= _RARE:
            return list(_delta_coded(postings))
        numbers = array("I", _delta_coded(postings))
        if self._numbers + len(numbers) > _NUMBERS_IN_A_FILE or len(self.common[-1]) == LISTS_IN_A_FILE:
            self.common.append([])
            self._numbers = 0
        self._numbers += len(numbers)
        self.common[-1].append(numbers)
        return (len(self.common) - 1) * LISTS_IN_A_FILE + len(self.common[-1]) - 1


def _delta_coded(postings: Iterable[Posting]) -> Iterator[int]:
    """For each posting the difference with the previous document number, and the value."""
    before = 0
    for number, value in postings:
        yield number - before
        yield value
        before = number


def _divide_by_trigram(words: list[str]) -> Iterator[list[str]]:
    if len(words) <= _WORDS_IN_ONE_FILE:
        yield words
        return
    count = 1 + sum(map(len, words)) // _WORDS_IN_A_FILE
    numbers: dict[str, int] = {}
    buckets: list[list[str]] = [[] for _ in range(count)]
    for word in words:
        keys = trigrams(word)
        for key in keys:
            if key not in numbers:
                numbers[key] = file_number(key, count)
        for number in {numbers[key] for key in keys}:
            buckets[number].append(word)
    yield from buckets


def _divide_by_stem(words: list[str], stem: Stemmer) -> list[list[str]]:
    buckets: list[list[str]] = [[] for _ in range(1 + len(words) // _WORDS_IN_A_STEM_FILE)]
    for word in words:
        buckets[file_number(stem(word), len(buckets))].append(word)
    return buckets


def trigrams(word: str) -> list[str]:
    """Every three letters of a word, with ^ for its begin and $ for its end."""
    text = f"^{word}$"
    return [text[start : start + 3] for start in range(len(text) - 2)]


def file_number(key: str, count: int) -> int:
    """The number of the file for a key; docs/assets/search/files.js counts the same way."""
    number = 0
    for letter in key:
        number = (number * 31 + ord(letter)) % 1_000_003
    return number % count


def front_coded(words: Iterable[str], written: Container[str]) -> str:
    """Sorted words, one a line: the number of letters shared with the word before (a is 0, b is 1, …), the rest of the word,
    and a plus sign if it is several words written as one."""
    lines, before = [], ""
    for word in words:
        shared = min(25, shared_letters(before, word))
        lines.append(chr(97 + shared) + word[shared:] + ("" if word in written else "+"))
        before = word
    return "\n".join(lines)


def shared_letters(one: str, other: str) -> int:
    """Length of the common beginning of two words."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
