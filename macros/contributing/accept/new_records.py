"""Move the records that a card brings along to the files of data/; every other line stays as it was written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from macros.contributing.migrate.edits import CardText
from macros.contributing.yaml_writer import yaml_text
from macros.model.data_files import file_of
from macros.model.new_records import FIELD, KINDS
from macros.validation.problems import Problem, Refused
from macros.validation.yaml_reader import read_text


class CardWithout(NamedTuple):
    """What changes when the records of one card move."""

    card: str
    """The text of the card without them."""
    pieces: Mapping[str, str]
    """File of data/ → what comes below its text."""
    ids: Mapping[str, tuple[str, ...]]
    """File of data/ → the ids of those records."""


def move_new_records(text: str, path: str, data: Mapping[str, str]) -> CardWithout | None:
    """What changes for a card with this text; None if it brings nothing along. `data` has the texts of the files of data/.
    A record that stands there already in the same words only goes from the card.

    Raises Refused if the card cannot be read, or if another record has the id.
    """
    card = _read(text, path)
    if FIELD not in card.value:
        return None
    pieces: dict[str, str] = {}
    ids: dict[str, tuple[str, ...]] = {}
    for field, kind in KINDS.items():
        file = file_of(kind)
        known = read_text(data[file], file).value
        records = _records(card.value[FIELD], field)
        if taken := [key for key, record in records.items() if key in known and known[key] != record]:
            raise Refused(_taken(card, path, (FIELD, field, key), kind) for key in taken)
        if new := {key: record for key, record in records.items() if key not in known}:
            pieces[file] = "".join(_lines(card, (FIELD, field, key), record) for key, record in new.items())
            ids[file] = tuple(new)
    card.cut((FIELD,))
    return CardWithout(card.text, pieces, ids)


def _read(text: str, path: str) -> CardText:
    try:
        return CardText(text)
    except Refused as refused:
        raise Refused(replace(problem, path=path) for problem in refused.problems) from refused


def _records(block: Any, field: str) -> Mapping[str, Any]:
    """The check says what is wrong with a block of another form; here it holds nothing."""
    records = block.get(field) if isinstance(block, dict) else None
    return records if isinstance(records, dict) else {}


def _lines(card: CardText, keys: tuple[str, str, str], record: Any) -> str:
    if any(card.is_in_braces(keys[:depth]) for depth in (1, 2)):  # then they share their lines with others
        return yaml_text({keys[-1]: record})
    return "".join(f"{line}\n" for line in card.lines_of(keys))


def _taken(card: CardText, path: str, keys: tuple[str, str, str], kind: str) -> Problem:
    return Problem(path, card.position(keys), keys, "new_but_there", {"value": keys[-1], "kind": kind})
