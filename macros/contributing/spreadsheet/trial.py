"""Entries of a spreadsheet in the check: written as files in a temporary folder, and every problem brought back to its entry."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.contributing.spreadsheet.new_records import NewRecords, data_text
from macros.contributing.spreadsheet.rows import SheetEntry
from macros.contributing.yaml_writer import card_text
from macros.library.loader import load_library
from macros.model.data_files import file_of
from macros.validation.problems import Problem, Refused


def try_entries(cards: Sequence[SheetEntry], new: NewRecords, root: Path) -> list[tuple[SheetEntry, Problem]]:
    """The problems that the check finds in these cards and new records; the keys of a problem begin in its entry."""
    by_path = {f"methods/{card.id}.yml": card for card in cards}
    texts = {path: card_text(card.values) for path, card in by_path.items()}
    kinds = {file_of(kind): kind for kind, entries in new.items() if entries}
    texts |= {path: data_text(root, kind, new[kind]) for path, kind in kinds.items()}
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for path, text in texts.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="")
        try:
            load_library(root, cards=[folder / path for path in by_path], data={kinds[path]: folder / path for path in kinds})
        except Refused as refused:
            return list(_bring_back(refused, folder, by_path, {path: new[kind] for path, kind in kinds.items()}))
    return []


def _bring_back(
    refused: Refused, folder: Path, cards: dict[str, SheetEntry], new: dict[str, Sequence[SheetEntry]]
) -> Iterator[tuple[SheetEntry, Problem]]:
    for problem in refused.problems:
        path = Path(problem.path).relative_to(folder).as_posix()
        if path in cards:
            yield cards[path], problem
        else:
            entry = next(entry for entry in new[path] if problem.keys[:1] == (entry.id,))
            yield entry, Problem(problem.path, problem.position, problem.keys[1:], problem.code, problem.details)
