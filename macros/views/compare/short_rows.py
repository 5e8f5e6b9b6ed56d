"""The nine short rows of a comparison: values from lists of words and numbers, not paragraphs. All rows stand folded below.

Made from the same key facts as the first screen of a card, so the two cannot disagree.
"""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.model.sources import Citation
from macros.views.card.key_facts import KeyFacts, ShortAnswer, key_facts
from macros.views.common.wording import status_text
from macros.views.evidence.weighing import Fact

SHORT_ROWS = (
    ("now", "Nu te krijgen?", "kern"),
    ("whom", "Voor wie", "past"),
    ("ages", "Leeftijd", "past"),
    ("frame", "Kader", "indeling"),
    ("duration", "Duur", "aanpak"),
    ("result", "Belangrijkste resultaat", "resultaten"),
    ("measured", "Hoe gemeten", "resultaten"),
    ("costs", "Kosten", "kosten"),
    ("recognition", "Erkenning", "erkenning"),
)
"""(id, label, section of the card) of each row"""


class ShortCell(NamedTuple):
    text: str
    detail: str | None
    is_known: bool
    link: str
    """Address of the place on the card where it stands with its sources."""
    is_number: bool = False
    """Whether it is the number of a result, which stands out."""
    facts: tuple[Fact, ...] = ()
    """What weighs the result; only in the row that tells how it was measured."""
    sources: tuple[Citation, ...] = ()

    @property
    def said(self) -> str:
        """All of it in words: methods of which this is equal stand in one line. An unknown needs no reason there."""
        text = ", ".join(fact.text for fact in self.facts) or self.text
        return f"{text} ({self.detail})" if self.detail and self.is_known else text


class ShortRow(NamedTuple):
    id: str
    label: str
    cells: tuple[ShortCell, ...]
    """One for each method."""
    is_same: bool
    """Whether all methods have the same here; these rows are folded into one line."""


class ColumnHead(NamedTuple):
    """A method above its column: the name stays in sight, with its state."""

    id: str
    name: str
    link: str
    state: str
    answer: str
    """Whether a family can go there now: yes, no or unknown."""


def column_head(method: Method, key: KeyFacts) -> ColumnHead:
    """The head of a column."""
    return ColumnHead(method.id, method.name, f"methoden/{method.id}/", status_text(method), key.availability.answer)


def short_cells(method: Method, key: KeyFacts) -> tuple[ShortCell, ...]:
    """The cells of one method, in the order of SHORT_ROWS."""
    now = key.availability
    answers = {
        "now": ShortAnswer(now.text, now.detail.rstrip("."), now.answer != "unknown", now.sources),
        "whom": key.whom,
        "ages": key.ages,
        "frame": key.frame,
        "duration": key.duration,
        "result": key.result,
        "measured": ShortAnswer("", None, True, key.main.study_sources)
        if key.main
        else ShortAnswer("geen onderzoek gevonden", None, False),
        "costs": key.cost,
        "recognition": key.recognition,
    }
    return tuple(_cell(row_id, section, answers[row_id], method, key) for row_id, _, section in SHORT_ROWS)


def _cell(row_id: str, section: str, answer: ShortAnswer, method: Method, key: KeyFacts) -> ShortCell:
    anchor = key.main.anchor if row_id in ("result", "measured") and key.main else section
    facts = key.main.facts if row_id == "measured" and key.main else ()
    is_number = row_id == "result" and key.main is not None and not key.main.is_worded
    link = f"methoden/{method.id}/#{anchor}"
    return ShortCell(answer.text, answer.detail, answer.is_known, link, is_number, facts, answer.sources)


def short_rows(methods: Sequence[Method], library: Library) -> tuple[ShortRow, ...]:
    """The nine rows of these methods."""
    columns = [short_cells(method, key_facts(method, library)) for method in methods]
    return tuple(
        _row(row_id, label, tuple(column[place] for column in columns)) for place, (row_id, label, _) in enumerate(SHORT_ROWS)
    )


def _row(row_id: str, label: str, cells: tuple[ShortCell, ...]) -> ShortRow:
    return ShortRow(row_id, label, cells, len(cells) > 1 and len({cell.said for cell in cells}) == 1)
