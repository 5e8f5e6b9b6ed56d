"""The compressed copies beside the files of a site."""

import gzip
import random
from pathlib import Path

import brotli
import pytest

from scripts.writing.compressing import LEAST_BYTES, compress_files


def test_a_text_gets_both_copies_and_they_hold_the_text(tmp_path: Path) -> None:
    for name in ("index.html", "api/v1/methods.json", "catalog.ttl", "zonder-eind"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name * 500, encoding="utf-8")
    compress_files(tmp_path)
    for name in ("index.html", "api/v1/methods.json", "catalog.ttl", "zonder-eind"):
        content = (tmp_path / name).read_bytes()
        assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()) == content
        assert brotli.decompress((tmp_path / f"{name}.br").read_bytes()) == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("klein.html", b"a" * (LEAST_BYTES - 1)),
        ("foto.png", random.Random(1).randbytes(5000)),
        ("sitemap.xml.gz", b"a" * 5000),
        ("oud.br", b"a" * 5000),
        ("leeg", b""),
    ],
)
def test_what_is_small_or_compressed_already_gets_no_copy(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    compress_files(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_the_same_files_give_the_same_copies(tmp_path: Path) -> None:
    found = []
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("tekst " * 1000, encoding="utf-8")
        compress_files(tmp_path / name)
        found.append([file.read_bytes() for file in sorted((tmp_path / name).iterdir())])
    assert len(found[0]) == 3 and found[0] == found[1]
