"""Why a row says onbekend: the field is empty, was searched for and not found, or does not apply."""

from macros.model.method import Gap, Method
from macros.views.common.dutch import UNKNOWN
from macros.views.common.lines import Line


def empty_lines(method: Method, field: str) -> tuple[Line, ...]:
    """The lines to show for an empty field of the card."""
    gap = gap_of(method, field)
    if gap is None:
        return (Line(UNKNOWN, tone="unknown"),)
    return (Line(gap.state.nl, detail=gap.note, tone=gap.state.id),)


def gap_of(method: Method, field: str) -> Gap | None:
    """The reason that the card gives for an empty field, by its path, or for what that field is in; None if it gives none."""
    gaps = gaps_of(method)
    while field not in gaps and "." in field:
        field = field.rpartition(".")[0]
    return gaps.get(field)


def gaps_of(method: Method) -> dict[str, Gap]:
    """Field → the reason that it is empty; if a card gives two reasons, the first counts."""
    return {gap.field: gap for gap in reversed(method.gaps)}
