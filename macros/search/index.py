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
from macros.search.documents import FIELDS, GROUPS, Prose, SearchDocument, search_documents
from macros.search.folding import as_one_word, split_words
from macros.search.phrases import Phrases
from macros.search.postings import Postings
from macros.search.shards import Shards
from macros.search.stemming import Stemmer

_NAMES_IN_A_FILE = 64


def search_files(library: Library, prose: Iterable[Prose] = ()) -> Iterator[tuple[str, str]]:
    """Address and content of every file of the search; `prose` are the hand-written pages."""
    groups = search_documents(library, prose)
    stem = Stemmer(library.synonyms.irregular)
    postings = _collect_postings(groups, library, stem)
    shards = Shards(postings.words, postings.written, stem)
    version = hashlib.sha256()
    for address, content in _shard_files(shards, groups):
        version.update(content.encode())
        yield f"zoek/{address}", content
    begin = {
        **_index_head(groups, library, stem),
        "buckets": [len(bucket) for bucket in shards.buckets],
        "stemFiles": len(shards.stems),
    }
    yield "zoek/begin.json", compact({"version": version.hexdigest()[:12], **begin})


def _collect_postings(groups: Sequence[Sequence[SearchDocument]], library: Library, stem: Stemmer) -> Postings:
    postings = Postings(Phrases(library.synonyms, stem), frozenset(map(as_one_word, library.synonyms.ignored)))
    for number, document in enumerate(document for group in groups for document in group):
        postings.add(number, document)
    return postings


def _shard_files(shards: Shards, groups: Sequence[Sequence[SearchDocument]]) -> Iterator[tuple[str, str]]:
    for number, bucket in enumerate(shards.buckets):
        yield f"w/{number}.json", shards.bucket(bucket)
    for number, bucket in enumerate(shards.stems):
        yield f"s/{number}.json", shards.bucket(bucket)
    for number, lists in enumerate(shards.common):
        yield f"p/{number}.json", compact(lists)
    methods, *others = groups
    for method in methods:
        yield f"t/{method.id}.json", compact({"name": method.name, "note": method.note, "texts": method.texts})
    names = [(document.name, document.address, document.note) for group in others for document in group]
    for number in range(0, len(names), _NAMES_IN_A_FILE):
        yield f"n/{number // _NAMES_IN_A_FILE}.json", compact(names[number : number + _NAMES_IN_A_FILE])


def _index_head(groups: Sequence[Sequence[SearchDocument]], library: Library, stem: Stemmer) -> dict[str, Any]:
    synonyms = library.synonyms
    return {
        "methods": [method.id for method in groups[0]],
        "groups": [[label, len(group)] for label, group in zip(GROUPS, groups, strict=True)],
        "namesInFile": _NAMES_IN_A_FILE,
        "fields": [[field.label, field.weight] for field in FIELDS],
        "irregular": {as_one_word(form): stem(as_one_word(form)) for one in synonyms.irregular for form in one.forms},
        "ignored": [word for text in synonyms.ignored for word in split_words(text)],
        "synonyms": [[group.preferred, group.equivalents, group.related] for group in synonyms.groups],
        "ambiguous": [[one.typed, one.meanings] for one in synonyms.ambiguous],
        "apart": [one.words for one in synonyms.apart],
    }
