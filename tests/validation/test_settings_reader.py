"""mkdocs.yml is our own: ordinary YAML, with variables of the environment."""

from pathlib import Path

import pytest

from macros.validation.problems import Refused
from macros.validation.settings_reader import read_settings


def settings_file(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(None, None, "anders"), ("een", None, "een"), (None, "twee", "twee"), ("een", "twee", "een")],
)
def test_a_setting_is_the_first_variable_that_is_there_or_else_the_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str | None, second: str | None, expected: str
) -> None:
    for name, value in (("EERSTE", first), ("TWEEDE", second)):
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
    file = settings_file(tmp_path, b"site_name: Naam\nsite_url: !ENV [EERSTE, TWEEDE, anders]\n")
    assert read_settings(file) == {"site_name": "Naam", "site_url": expected}


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"- een\n", "not_a_mapping", 1),
        (b"", "not_a_mapping", 1),
        (b"naam: \xff\n", "not_utf8", 1),
        (b"a: 1\nb: [\n", "yaml_syntax", 3),
    ],
)
def test_what_is_no_settings_is_refused_at_its_place(tmp_path: Path, content: bytes, code: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        read_settings(settings_file(tmp_path, content))
    assert [(one.code, one.path, one.position.line) for one in refused.value.problems] == [(code, "mkdocs.yml", line)]
