"""The page around a content: rendered once by the theme with marks in it, then filled for every page.

Thousands of pages differ in a handful of places only; rendering the theme for each would cost as much as all the rest.
"""

from collections.abc import Mapping

from markupsafe import escape

SLOTS = ("title", "description", "canonical", "content")


def mark(slot: str) -> str:
    """The text that stands for a slot while the theme renders."""
    return f"@@slot-{slot}@@"


class Shell:
    """A rendered page with marks, cut into pieces."""

    def __init__(self, html: str) -> None:
        """Raises ValueError if the theme did not place the content exactly once."""
        if html.count(mark("content")) != 1:
            raise ValueError("the theme must place the content once")
        self._pieces = tuple(_pieces(html))

    def fill(self, values: Mapping[str, str]) -> str:
        """The page. `content` is HTML; the other values are text and are escaped here."""
        filled = {slot: value if slot == "content" else str(escape(value)) for slot, value in values.items()}
        return "".join(filled[piece] if is_slot else piece for is_slot, piece in self._pieces)


def _pieces(html: str) -> list[tuple[bool, str]]:
    """(is it a slot, its name or the text itself), in order."""
    pieces = [(False, html)]
    for slot in SLOTS:
        cut: list[tuple[bool, str]] = []
        for is_slot, piece in pieces:
            if is_slot:
                cut.append((True, piece))
                continue
            first, *rest = piece.split(mark(slot))
            cut.append((False, first))
            for part in rest:
                cut += [(True, slot), (False, part)]
        pieces = cut
    return pieces
