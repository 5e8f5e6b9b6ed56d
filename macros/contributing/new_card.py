"""A new card to fill in: every field of the card format in YAML, with its explanation in Dutch.

Required fields are open; the others are behind a `#`, which the author removes to use them. Nothing is filled in, even if
another card is the example: its values are about another method, so they are shown only as remarks.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from textwrap import wrap
from typing import Any

from macros.contributing.yaml_writer import CARD_SCHEMA
from macros.library.card_files import is_card_file, list_card_files, read_cards
from macros.library.choices import Choices
from macros.model.base import Record
from macros.model.data_files import file_of
from macros.model.fields import FieldNode, fields_of
from macros.model.method import Method
from macros.model.sources import Citation
from macros.search.folding import as_one_word
from macros.views.reference.field_reference import describe_shape

WIDTH = 100
MOST_WORDS = 10
"""For a longer list of choices only its file is named."""
SIMILARITY = 0.85
"""Names that are at least this similar may be the same method (0 to 1, as difflib measures it)."""
_HEAD = (
    "Een kaart: wat er over één methode bekend is. De bestandsnaam is het id.",
    "Vul in wat openstaat: achter elke dubbele punt. Een regel achter # is niet verplicht; haal # weg om hem te gebruiken.",
    "Regels met ## zijn uitleg en mogen weg. Wat u weglaat, verschijnt op de site als onbekend.",
    "Zet bronnen eerst in data/sources.yml en organisaties in data/organisations.yml, en verwijs ernaar met hun id.",
    "Controleer de kaart met: make check",
)


def card_scaffold(choices: Choices, example: Mapping[str, Any] | None = None) -> str:
    """The text of the new file. With the values of another card as example, the fields that it fills in are open."""
    about_example = (
        f"Wat achter “{example['name']}:” staat, is het voorbeeld van die kaart en geldt niet voor deze." if example else None
    )
    lines = [CARD_SCHEMA, *_remark(" ".join(_HEAD[:1])), *(line for text in _HEAD[1:] for line in _remark(text))]
    lines += _remark(about_example) if about_example else []
    for field in _Scaffold(choices, str(example["name"]) if example else "").fields((Method,), example):
        lines += ["", *field]
    return "\n".join(lines) + "\n"


def names_of_cards(root: Path) -> dict[str, tuple[str, ...]]:
    """Id → every name of the method, of the cards that can be read."""
    cards = list(filter(is_card_file, list_card_files(root / "methods")))
    return {file.stem: (file.stem, *_names(card.values)) for file, card in read_cards(cards) if card.values}


def find_similar(key: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of the cards with a name similar to this id; capitals and hyphens do not count."""
    wanted = as_one_word(key)
    return [found for found, known in names.items() if any(_are_similar(wanted, as_one_word(name)) for name in known)]


def _are_similar(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= SIMILARITY


def _names(card: Mapping[str, Any]) -> Iterator[str]:
    former = card.get("former_names")
    parts = [card.get("name"), *_as_list(card.get("aliases"))]
    parts += [part.get("name") for part in _as_list(former) if isinstance(part, dict)]
    yield from (part for part in parts if isinstance(part, str))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


class _Scaffold:
    """Makes the lines of fields; knows the possible choices, and the name of the example."""

    def __init__(self, choices: Choices, example: str) -> None:
        self.choices, self.example = choices, example

    def fields(self, records: Sequence[type[Record]], values: Mapping[str, Any] | None) -> Iterator[list[str]]:
        """The lines of each field, without indent; required fields first, optional ones behind a #."""
        kinds = [record for record in records if not values or values.keys() <= {node.name for node in fields_of(record)}]
        for number, record in enumerate(kinds[:1] if values else kinds, start=1):
            if len(records) > 1 and not values:
                yield _remark(f"Vorm {number} van {len(records)}: {', '.join(node.name for node in fields_of(record))}")
            for node in sorted(fields_of(record), key=lambda node: not node.required):
                value = values.get(node.name) if values else None
                is_open = value is not None or (node.required and len(records) == 1)
                sign = "" if is_open else "# "
                yield [*self._help(node, value), *(f"{sign}{line}" for line in self._open(node, value))]

    def _open(self, node: FieldNode, value: Any) -> Iterator[str]:
        if not node.records:
            yield f"{node.name}: []" if node.many else f"{node.name}:"
            return
        yield f"{node.name}:"
        for part in (_as_list(value) or [None]) if node.many else [value]:
            lines = [line for field in self.fields(node.records, part) for line in field]
            yield from _as_list_item(lines) if node.many else _indented(lines)

    def _help(self, node: FieldNode, value: Any) -> list[str]:
        if node.records == (Citation,):
            return []  # every statement has sources; the head of the file explains them
        asked = (
            [] if node.name in ("source", "locator") else _remark(" ".join(filter(None, (self._title(node), self._choice(node)))))
        )
        given = value if isinstance(value, str) or (node.many and not node.records and value) else None
        shown = ", ".join(map(str, given)) if isinstance(given, list) else given
        return asked + (_remark(f"{self.example}: {shown}") if shown else [])

    def _title(self, node: FieldNode) -> str:
        form = "" if node.records or node.reference else f" ({describe_shape(node)})"
        title = f"{node.title}{form}" + ("" if node.title.endswith("?") else ".")
        return f"{title} {node.help}" if node.help else title

    def _choice(self, node: FieldNode) -> str:
        kind = node.reference
        if kind is None or kind == "field":
            return "De naam van een veld van deze kaart." if kind else ""
        if kind == "method":
            return ""
        known = self.choices.get(kind, {})
        if not kind.startswith("vocabulary/") or len(known) > MOST_WORDS:
            return f"Kies {'ids' if node.many else 'een id'} uit {file_of(kind)}."
        return f"Kies uit: {'; '.join(f'{key} ({choice.label})' for key, choice in known.items())}."


def _remark(text: str) -> list[str]:
    one_line = " ".join(text.split())  # also removes line breaks that only YAML recognises
    return wrap(one_line, WIDTH, initial_indent="## ", subsequent_indent="## ", break_long_words=False, break_on_hyphens=False)


def _indented(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines)


def _as_list_item(lines: Sequence[str]) -> Iterator[str]:
    """The lines of an item: the first line that is not a remark gets the hyphen."""
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), None)
    if first is None:  # a group without required fields
        yield from ("  -", *(f"    {line}" for line in lines))
        return
    for number, line in enumerate(lines):
        yield f"  - {line}" if number == first else f"    {line}"
