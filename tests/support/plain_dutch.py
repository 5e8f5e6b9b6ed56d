"""Measure Dutch for parents: the sentences of a page, how long they are, and which of its words are not everyday words."""

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib

from macros.library.library import Library
from macros.search.folding import as_one_word
from macros.search.stemming import Stemmer

LONGEST, AVERAGE = 15, 10
"""Words in one sentence, and in the sentences of a page on average (language level B1)."""
PLAIN_WORDS = Path(__file__).parents[1] / "real_library" / "plain_words.txt"
PARTS = ("h1", "h2", "h3", "p", "li", "dt", "dd")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def plain_texts(html: str) -> list[str]:
    """The texts of the part of the page that must be plain, each heading, paragraph and item once. What is marked as a name
    (translate="no") is left out, as are buttons."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    (page,) = (element for element in tree.iter() if "data-plain" in element.attrib)
    found = [text for element in page.iter() if element.tag in PARTS and (text := " ".join(_text(element).split()))]
    assert len(found) > 10
    return found


def _text(element: object) -> str:
    parts = [element.text or ""]
    for child in element:
        hidden = child.get("translate") == "no" or child.tag in ("button", "svg", *PARTS)
        parts += ["" if hidden else _text(child), child.tail or ""]
    return "".join(parts)


def sentences_of(texts: list[str]) -> list[str]:
    return [one for text in texts for one in re.split(r"(?<=[.!?:])\s+", text) if _WORD.search(one)]


def length_of(sentence: str) -> int:
    return len(re.findall(r"[\w%][\w%.,-]*", sentence))


class PlainWords:
    """The words that everybody knows, in all their forms."""

    def __init__(self, library: Library) -> None:
        self._stem = Stemmer(library.synonyms.irregular)
        listed = [line for line in PLAIN_WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        self._known = {self._stem(as_one_word(word)) for word in " ".join(listed).split()}
        self._explained = {
            spelling.casefold()
            for term in library.vocabularies["plain-word"].terms.values()
            for spelling in (term.nl, term.many, *term.spellings)
            if spelling
        }

    def unknown(self, sentence: str, names: set[str]) -> Iterator[str]:
        """The words of a sentence that are neither everyday words, nor explained, nor names: of the method, or with a capital
        in the middle of a sentence."""
        for place, word in enumerate(_WORD.findall(sentence)):
            if (place and word[:1].isupper()) or word.casefold() in names | self._explained:
                continue
            if self._stem(as_one_word(word)) not in self._known:
                yield word
