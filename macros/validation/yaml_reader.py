"""Read YAML: text in, plain values and their positions out. With settings_reader.py the only user of the YAML library.

A value is a mapping, a list, a text, or None. Scalars stay what was typed (`no`, `1.10`, `2017-09-14` are text), and the
model decides how to read them. Anchors, tags and several documents in one file are refused: a card is a form, not a
program.
"""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from macros.validation.problems import START, FilePosition, Keys, Problem, Refused
from macros.validation.system_reasons import system_reason
from macros.validation.yaml_nodes import child_node, end_of, position_of, start_of
from macros.validation.yaml_syntax import syntax_problem
from macros.validation.yaml_typing import comma_mistake, find_anywhere, find_cut, may_cut, name_without_unseen, without_unseen

MAX_BYTES = 200_000
"""Ten times the size of a full card; a larger file is a mistake or an attack."""
MAX_DATA_BYTES = 200 * MAX_BYTES
"""A file of data/ serves all cards, and five thousand cards refer to tens of thousands of sources."""
MAX_DEPTH = 12
"""The card format has seven levels."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Opens a pipe without waiting for who writes into it; without it on systems that have none in a folder."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, which every wheel contains, is seventeen times as fast


class Document:
    """The values of one file, and the position of each of them."""

    def __init__(self, path: str, text: str | Path, value: dict[str, Any], key: str = "", checked: bytes | None = None) -> None:
        """`text` is the content of the file, or the file itself, which is then read again if positions are needed. `key` is
        that of the content among kept work, and `checked` what is kept under it; with that there is no `value`."""
        self.path, self.value = path, value
        self.key, self.checked = key, checked
        self.file = text if isinstance(text, Path) else None
        self._text = text

    @property
    def stem(self) -> str:
        """The name of the file without folder and suffix: the id of a card."""
        return PurePosixPath(self.path).stem

    @cached_property
    def _node(self) -> yaml.Node:
        text = self._text if isinstance(self._text, str) else self._text.read_text(encoding="utf-8-sig")
        return yaml.compose(text, Loader=_LOADER)  # parsed again only if a problem needs positions

    def span(self, keys: Keys) -> tuple[int, int]:
        """Where a field or an item begins, and where its value ends, in characters from the start of the text. Raises KeyError
        for a path that is not there."""
        node, start = self._node, 0
        for key in keys:
            step = child_node(node, key)
            if step is None:
                raise KeyError(keys)
            start, node = start_of(node, key), step[1]
        return start, end_of(node)

    def is_in_braces(self, keys: Keys) -> bool:
        """Whether the mapping or list at this path is written between brackets."""
        node = self._node
        for key in keys:
            node = child_node(node, key)[1]
        return bool(node.flow_style)

    def value_position(self, keys: Keys) -> FilePosition:
        """The position of the first sign of what a field or an item holds. Raises KeyError for a path that is not there."""
        node = self._node
        for key in keys:
            step = child_node(node, key)
            if step is None:
                raise KeyError(keys)
            node = step[1]
        return position_of(node)

    def position(self, keys: Keys) -> FilePosition:
        """The position of the value at this path, or of the nearest enclosing value if it is absent."""
        node, found = self._node, START
        for key in keys:
            step = child_node(node, key)
            if step is None:
                break
            found, node = step
        return found


def read_file(file: Path, path: str, limit: int = MAX_BYTES) -> Document:
    """Read one file of at most `limit` bytes; `path` is how messages name it. Raises Refused with every problem found."""
    return read_bytes(content_of(file, path, limit), path)


def read_bytes(data: bytes, path: str) -> Document:
    """The same of the content of a file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused([Problem(path, FilePosition(line, 1), (), "not_utf8")]) from error
    return read_text(text, path)


def content_of(file: Path, path: str, limit: int = MAX_BYTES) -> bytes:
    """The content of a plain file. Raises Refused for anything else, and FileNotFoundError if nothing is there."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | _AT_ONCE), "rb") as opened:
            state = os.fstat(opened.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise Refused([Problem(path, START, (), "not_a_file")])
            if state.st_size > limit:
                raise Refused([Problem(path, START, (), "too_large", {"size": state.st_size, "limit": limit})])
            return opened.read()
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not file.is_symlink():
            raise
        raise Refused([Problem(path, START, (), "unreadable_file", {"reason": system_reason(error)})]) from error


def read_text(text: str, path: str) -> Document:
    """Read YAML text. Raises Refused with every problem found, also where YAML reads something else than was meant."""
    if typed := find_anywhere(text):
        raise Refused([typed.problem(path)])
    document = _read(text, path)
    if may_cut(text) and (cut := list(find_cut(text, yaml.parse(text, Loader=_LOADER)))):
        raise Refused([typed.problem(path) for typed in cut])
    return document


def _read(text: str, path: str) -> Document:
    builder = _Builder(path, text)
    try:
        builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        found = syntax_problem(error, text, path)
        builder.problems = [*(one for one in builder.problems if one.position.line != found.position.line), found]
    if not builder.problems and not isinstance(builder.root, dict):
        builder.problems.append(Problem(path, START, (), "not_a_mapping"))
    if builder.problems:
        raise Refused(builder.problems)
    return Document(path, text, builder.root)


_FIELD = re.compile(r"\n(?=[A-Za-z])")
"""The start of a top-level field: the end of a line, with a letter at the start of the next."""


def read_changed_fields(before: str, after: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The fields of two versions of one file, at least those that differ; None if one of the versions cannot be read.

    Fields whose text is the same in both are not parsed, because that is most of every card.
    """
    old, new = Counter(_FIELD.split(before)), Counter(_FIELD.split(after))
    for one, other in (("\n".join((old - new).elements()), "\n".join((new - old).elements())), (before, after)):
        try:
            return _read_part(one), _read_part(other)
        except Refused:
            continue  # a text with a line that begins at the margin was split; parse the whole files instead
    return None


def _read_part(text: str) -> dict[str, Any]:
    is_empty = all(not line.strip() or line.startswith("#") for line in text.split("\n"))
    return {} if is_empty else _read(text, "").value


class _Builder:
    """Builds the value from the events of the parser, in a loop, so that deep nesting cannot exhaust the stack. One long function
    with local variables, because five thousand cards are five million events: with a method for each kind of event reading
    takes a seventh longer."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self.root: Any = None
        self.problems: list[Problem] = []
        self._open: list[tuple[Any, Any, dict[str, yaml.Event]]] = []
        """For each enclosing collection: its value, the key that waits for a value, the keys so far."""
        self._loose: dict[str, dict[str, Any]] = {}
        """Name in braces without a colon → the details of its problem."""

    def build(self, events: Iterable[yaml.Event]) -> None:
        here, key, seen = [], _NO_KEY, {}  # a list that will hold the documents of the file
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent or kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                if event.anchor or event.tag:
                    self._refuse_extras(event)
                if kind is yaml.ScalarEvent:
                    if key is _NO_KEY and type(here) is dict:
                        key = event.value if event.value.isascii() else name_without_unseen(event.value, is_plain=not event.style)
                        if key in seen:
                            self._refuse_double(event, seen[key])
                        seen.setdefault(key, event)
                        continue
                    value = event.value  # without quotes the style is None in the parser of Python and empty in that of libyaml
                    if value in _NULLS and not event.style:
                        value = None
                        if key in seen and ":" not in self._text[seen[key].end_mark.index : event.end_mark.index]:
                            self._refuse_comma(key, here, seen)
                    elif not value.isascii():
                        value = without_unseen(value, is_plain=not event.style)
                else:
                    value = [] if kind is yaml.SequenceStartEvent else {}
                if type(here) is list:
                    here.append(value)
                elif key is _NO_KEY:
                    self._stop(event, "key_not_text")
                else:
                    here.setdefault(key, value)
                if kind is yaml.ScalarEvent:
                    key = _NO_KEY
                    continue
                self._open.append((here, key, seen))
                if len(self._open) > MAX_DEPTH:
                    self._stop(event, "too_deep", limit=MAX_DEPTH)
                here, key, seen = value, _NO_KEY, {}
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                here, _, seen = self._open.pop()
                key = _NO_KEY
            elif kind is yaml.AliasEvent:
                self._stop(event, "anchor")
            elif kind is yaml.DocumentStartEvent and here:
                self._stop(event, "two_documents")
        self.root = here[0] if here else None

    def _refuse_double(self, event: yaml.Event, first: yaml.Event) -> None:
        steps = [len(value) - 1 if isinstance(value, list) else key for value, key, _ in self._open[1:]]
        details = {"value": event.value, "line": first.start_mark.line + 1}
        self.problems.append(Problem(self.path, position_of(event), (*steps, event.value), "double_key", details))

    def _refuse_comma(self, key: str, here: dict[str, Any], seen: Mapping[str, yaml.Event]) -> None:
        """A name in braces that has no colon; of several in a row the first becomes a problem, which quotes all."""
        names = list(seen)
        before = names[names.index(key) - 1] if key != names[0] else ""
        start = seen[key].start_mark.index
        comma = "," if self._text[start - 1] == "," else ", "
        if before in self._loose:
            self._loose[key] = self._loose[before]
            self._loose[key]["whole"] += f"{comma}{key}"
            return
        code, details = comma_mistake(before, here.get(before), key, comma)
        self._loose[key] = details
        steps = [len(value) - 1 if isinstance(value, list) else step for value, step, _ in self._open[1:]]
        self.problems.append(Problem(self.path, position_of(seen[key]), (*steps, *filter(None, [before])), code, details))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._stop(event, "anchor")
        self._stop(event, "tag", value=event.tag)

    def _stop(self, event: yaml.Event, code: str, **details: Any) -> None:
        raise Refused([*self.problems, Problem(self.path, position_of(event), (), code, details)])


_NO_KEY = object()
_NULLS = ("", "~", "null")
"""Scalars that mean None if they are not in quotes."""
