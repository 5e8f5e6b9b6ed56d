"""Lists of words that many libraries of the tests have are read and checked once: more than half of the time of loading one."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from macros.model.base import Ids, Record
from macros.model.data import Vocabulary
from macros.validation.problems import Problem
from macros.validation.validate import check_values
from macros.validation.yaml_reader import Document, read_bytes


@pytest.fixture(autouse=True, scope="session")
def _equal_lists_of_words_read_and_checked_once() -> Iterator[None]:
    @lru_cache(500)
    def read(content: bytes, path: str) -> Document:
        return read_bytes(content, path)

    @lru_cache(500)
    def check_words(document: Document) -> tuple[Any, list[Problem]]:
        return check_values(document, document.value, Vocabulary, Ids({}))

    def check(document: Document, values: Any, record: type[Record], ids: Ids) -> tuple[Any, list[Problem]]:
        return check_words(document) if record is Vocabulary else check_values(document, values, record, ids)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("macros.library.read.read_bytes", read)
        monkeypatch.setattr("macros.library.check.check_values", check)
        yield
