"""The reason behind a message is Dutch, whoever gives it: the system, Git, the YAML library, argparse, another program."""

import argparse
import errno
import json
import os
import re
from pathlib import Path

import pytest
from paths import ROOT

from macros.validation.problems import Refused
from macros.validation.system_reasons import REASONS, git_said, quoted_reason, reason_of, system_reason, system_report
from macros.validation.yaml_reader import read_text
from scripts.dutch_options import TEXTS

ENGLISH = re.compile(r"\b(the|is not|no such|not found|cannot|denied|expected|invalid|error|while|could not)\b", re.IGNORECASE)


# the system

OF_FILES = re.findall(
    r"\w+",
    """
    E2BIG EACCES EAGAIN EBUSY EDQUOT EEXIST EFBIG EINTR EINVAL EIO EISDIR ELOOP EMFILE EMLINK ENAMETOOLONG ENFILE ENODEV ENOENT
    ENOEXEC ENOMEM ENOSPC ENOTDIR ENOTEMPTY ENXIO EOPNOTSUPP EOVERFLOW EPERM EPIPE EROFS ETXTBSY EXDEV
    """,
)
"""What open, read, write, rename, mkdir, unlink and execve may answer, in POSIX.1-2024 (bar faults of the program itself)."""


@pytest.mark.parametrize("name", OF_FILES)
def test_each_refusal_of_the_system_has_a_dutch_reason(name: str) -> None:
    error = OSError(getattr(errno, name), os.strerror(getattr(errno, name)), "site/index.html")
    assert system_reason(error) == REASONS[error.errno]
    assert not ENGLISH.search(system_reason(error))
    assert system_report(error) == f"site/index.html: {system_reason(error)}"


def test_a_refusal_that_is_not_known_is_quoted() -> None:
    assert system_reason(OSError(errno.EDOM, os.strerror(errno.EDOM))) == f"het systeem meldt “{os.strerror(errno.EDOM)}”"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda folder: (folder / "weg.yml").read_text(), "dat bestaat niet"),
        (lambda folder: folder.read_text(), "dat is een map"),
        (lambda folder: (folder / "kaart.yml" / "x").read_text(), "een deel van dat pad is geen map"),
        (lambda folder: (folder / ("x" * 300)).read_text(), "die naam is te lang"),
        (lambda folder: (folder / "latijn.yml").read_text("utf-8"), "byte 6 is geen UTF-8"),
        (lambda folder: json.loads((folder / "lijst.json").read_text()), "op regel 2, kolom 3 is het geen JSON"),
        (lambda folder: int("x"), "Python meldt “ValueError: invalid literal for int() with base 10: 'x'”"),
    ],
)
def test_what_stops_the_reading_of_a_file_has_a_dutch_reason(make: object, reason: str, tmp_path: Path) -> None:
    (tmp_path / "kaart.yml").write_text("name: X\n")
    (tmp_path / "latijn.yml").write_bytes(b"name: \xe9\n".replace(b": ", b":"))
    (tmp_path / "lijst.json").write_text('[\n  {"a": 1},]')
    (tmp_path / "lijst.json").write_text("[\n  x]")
    with pytest.raises((OSError, ValueError)) as caught:
        make(tmp_path)
    assert reason_of(caught.value) == reason


# Git


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("fatal: not a git repository (or any of the parent directories): .git", "deze map staat niet onder Git"),
        ("fatal: your current branch 'main' does not have any commits yet", "Git kent hier nog geen kaarten"),
        ("fatal: detected dubious ownership in repository at '/x'", "de map is van een andere gebruiker, en dan leest"),
        ("fatal: bad revision 'x'", "Git kent die stand niet"),
        ("fatal: ambiguous argument 'x': unknown revision or path not in the working tree.", "Git kent die stand niet"),
        ("fatal: bad config line 3 in file .git/config", "een instelling van Git is niet te lezen"),
        ("fatal: Expected git repo version <= 1, found 9", "deze map is gemaakt met een nieuwere Git"),
        (
            "error: object file .git/objects/1 is empty\nfatal: loose object 1 (stored in x) is corrupt",
            "de geschiedenis is besch",
        ),
        ("fatal: unable to read tree (abc)", "een deel van de geschiedenis ontbreekt"),
        ("fatal: could not open '.git/HEAD': Permission denied", "daarvoor hebt u geen rechten"),
        ("error: write error: No space left on device", "de schijf is vol"),
        ("fatal: Out of memory, malloc failed (tried to allocate 9 bytes)", "er is te weinig geheugen"),
        ("", "Git stopte zonder te zeggen waarom"),
        ("fatal: the moon is full\nhint: wait", "Git meldt “fatal: the moon is full”"),
    ],
)
def test_what_git_says_is_told_in_dutch_or_quoted(message: str, reason: str) -> None:
    assert git_said(message).startswith(reason)
    assert "“" in reason or not ENGLISH.search(git_said(message))


def test_what_another_program_says_stands_on_one_line_between_quotes() -> None:
    assert quoted_reason("gh", " HTTP 403:\n  Resource not accessible\n") == "gh meldt “HTTP 403: Resource not accessible”"


# the YAML library

NOT_YAML = {
    "mapping values": "a: b: c\n",
    "start any token": "a: @b\n",
    "percent at the start": "%x\n",
    "unexpected end": 'a: "b\n',
    "flow": "a: [b\n",
    "flow mapping": "a: {b: c\n",
    "block key": "a: 1\n b: 2\n",
    "sequence": "a: - b\n",
    "tab": "a:\n\tb: c\n",
    "escape": 'a: "\\q"\n',
    "short escape": 'a: "\\x9"\n',
    "anchor": "a: *b\n",
    "tag": "a: !<x> b\n",
    "directive": "%YAML 9.9\n---\na: b\n",
    "block scalar": "a: |9x\n  b\n",
    "document end": "a: b\n... c\n",
    "complex key": "? [a\n: b\n",
}


@pytest.mark.parametrize("text", NOT_YAML.values(), ids=NOT_YAML)
def test_no_word_of_the_yaml_library_is_shown(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_text(text, "methods/x.yml")
    for problem in refused.value.problems:
        assert not ENGLISH.search(f"{problem.message} {problem.remedy}"), problem.text


# argparse


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="proef")
    parser.add_argument("file")
    parser.add_argument("--number", type=int)
    parser.add_argument("--form", choices=("text", "json"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--one", action="store_true")
    either.add_argument("--two", nargs="+")
    return parser


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "dit ontbreekt nog: file"),
        (["x", "--nee"], "dit is onbekend: --nee"),
        (["x", "--number", "twee"], "bij --number: 'twee' kan niet"),
        (["x", "--number"], "bij --number: hierachter hoort één waarde"),
        (["x", "--two"], "bij --two: hierachter hoort minstens één waarde"),
        (["x", "--one", "--two", "y"], "bij --two: kan niet samen met --one"),
        (["x", "--one=1"], "bij --one: hier hoort geen waarde: '1'"),
    ],
)
def test_a_wrong_option_is_told_in_dutch(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _options().parse_args(arguments)
    said = capsys.readouterr().err
    assert said.startswith("gebruik: proef") and said.endswith(f"proef: fout: {message}\n")


def test_a_word_outside_a_list_and_a_shortened_option_too(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, part in ((["x", "--form", "xml"], "kan niet; kies uit "), (["x", "--o=1", "--t"], "hier hoort geen waarde")):
        with pytest.raises(SystemExit):
            _options().parse_args(arguments)
        assert part in capsys.readouterr().err


def test_the_help_of_a_command_has_no_english_headings() -> None:
    text = _options().format_help()
    assert "gebruik: " in text and "toon deze uitleg" in text and "mogelijkheden:" in text
    assert not re.search("usage|positional|options:|show this", text)
    assert all(text.strip() for text in TEXTS.values())


# everywhere else


OWN_ERROR = re.compile(r"^class (\w+)\([^)]*(?:Exception|Error)\):", re.MULTILINE)
HANDLER = re.compile(r"except \(?([\w., *]+)\)? as (\w+):[^\n]*\n((?:(?! *except|\n\n)[^\n]*\n)*)")
TRANSLATES = ("reason_of(", "_reason(", "system_report(", "said_by(", "_CSV_REASONS")


def test_no_message_holds_the_words_of_an_error_that_is_not_ours_without_saying_whose_they_are() -> None:
    texts = {
        file: file.read_text(encoding="utf-8")
        for name in ("macros", "scripts", "archive")
        for file in (ROOT / name).rglob("*.py")
    }
    ours = {name for text in texts.values() for name in OWN_ERROR.findall(text)} | {"STOPPED", "SystemExit"}
    handlers, found = 0, []
    for file, text in texts.items():
        for kinds, name, block in HANDLER.findall(text):
            foreign = {kind.strip(" *").rpartition(".")[2] for kind in kinds.split(",")} - ours
            shows = re.compile(rf"\{{{name}[!:}}]|str\({name}\)|{name}\.(strerror|stderr|args)|else {name}\b")
            handlers += bool(foreign)
            lines = [line for line in block.splitlines() if shows.search(line) and not any(way in line for way in TRANSLATES)]
            found += [f"{file.relative_to(ROOT)}: {line.strip()}" for line in lines if foreign]
    assert handlers > 20
    assert found == []
