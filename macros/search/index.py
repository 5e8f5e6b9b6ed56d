"""Library → the files of the search, below zoek/ in the site. docs/assets/search/files.js reads them.

zoek/begin.json      what every query needs: ids, fields, synonyms, numbers of files
zoek/w/<n>.json      words, with the postings of rare ones
zoek/s/<n>.json      the same by stem, if there is more than one file of words
zoek/p/<n>.json      postings of common words
zoek/t/<id>.json     the texts of one method, to show where a word was found
zoek/n/<n>.json      names of documents that are not methods
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.library.library import Library
from macros.rendering.compact_json import compact
from macros.search.documents import FIELDS, GROUPS, METHODS, Prose, SearchDocument, document_groups
from macros.search.folding import as_one_word, split_words
from macros.search.phrases import Phrases
from macros.search.postings import Postings
from macros.search.shards import Shards
from macros.search.stemming import Stemmer

_NAMES_IN_A_FILE = 64


def search_files(library: Library, prose: Iterable[Prose] = ()) -> Iterator[tuple[str, str]]:
    """Address and content of every file of the search; `prose` are the hand-written pages. The texts of a method go into a file
    before those of the next are made: all of them would take more memory than all else that is written."""
    stem = Stemmer(library.synonyms.irregular)
    postings = Postings(Phrases(library.synonyms, stem), frozenset(map(as_one_word, library.synonyms.ignored)))
    counts = [0] * len(GROUPS)
    version = hashlib.sha256()
    yield from _placed(_document_files(document_groups(library, prose), postings, counts), version)
    shards = Shards(postings.words, postings.written, stem)
    yield from _placed(_word_files(shards), version)
    begin = {
        **_index_head(library, counts, stem),
        "buckets": [len(bucket) for bucket in shards.buckets],
        "stemFiles": len(shards.stems),
    }
    yield "zoek/begin.json", compact({"version": version.hexdigest()[:12], **begin})


def _placed(files: Iterable[tuple[str, str]], version: "hashlib._Hash") -> Iterator[tuple[str, str]]:
    """Each file at its place in the site; its content goes into the version."""
    for address, content in files:
        version.update(content.encode())
        yield f"zoek/{address}", content


def _document_files(
    groups: Iterable[Iterable[SearchDocument]], postings: Postings, counts: list[int]
) -> Iterator[tuple[str, str]]:
    """The files of documents, whose words go into `postings`, and into `counts` how many there are of each group."""
    names: list[tuple[str, str, str]] = []
    for group, documents in enumerate(groups):
        for document in documents:
            postings.add(sum(counts), document)
            counts[group] += 1
            if group == METHODS:
                yield f"t/{document.id}.json", compact({"name": document.name, "note": document.note, "texts": document.texts})
            else:
                names.append((document.name, document.address, document.note))
    for number in range(0, len(names), _NAMES_IN_A_FILE):
        yield f"n/{number // _NAMES_IN_A_FILE}.json", compact(names[number : number + _NAMES_IN_A_FILE])


def _word_files(shards: Shards) -> Iterator[tuple[str, str]]:
    for number, bucket in enumerate(shards.buckets):
        yield f"w/{number}.json", shards.bucket(bucket)
    for number, bucket in enumerate(shards.stems):
        yield f"s/{number}.json", shards.bucket(bucket)
    for number, lists in enumerate(shards.common):
        yield f"p/{number}.json", compact(list(map(list, lists)))


def _index_head(library: Library, counts: Sequence[int], stem: Stemmer) -> dict[str, Any]:
    synonyms = library.synonyms
    return {
        "methods": list(library.methods),
        "groups": list(map(list, zip(GROUPS, counts, strict=True))),
        "namesInFile": _NAMES_IN_A_FILE,
        "fields": [[field.label, field.weight] for field in FIELDS],
        "irregular": {as_one_word(form): stem(as_one_word(form)) for one in synonyms.irregular for form in one.forms},
        "ignored": [word for text in synonyms.ignored for word in split_words(text)],
        "synonyms": [[group.preferred, group.equivalents, group.related] for group in synonyms.groups],
        "ambiguous": [[one.typed, one.meanings] for one in synonyms.ambiguous],
        "apart": [one.words for one in synonyms.apart],
    }
