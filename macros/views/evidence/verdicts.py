"""Decisions of bodies, oldest first, with what became of each. Every place that shows a recognition takes it from here or from
the same words in common/wording.py, so that none can show a level without its state."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.library.claims import anchor_of
from macros.model.method import Method
from macros.model.recognition import PrizeOrListing, Recognition, Verdict
from macros.views.common.dutch import capital, date
from macros.views.common.lines import RowContext
from macros.views.common.wording import level_text, recognition_age, scope_text, state_text, verdict_text


class VerdictView(NamedTuple):
    recognition: Recognition
    verdict: Verdict
    anchor: str
    body: str
    level: str
    """Word for word"""
    scope: str | None
    date: str
    state: str
    state_id: str
    """Id of the state; or unknown-state"""
    before: str | None
    """What it replaced, and whether the level rose or fell."""
    text: str
    """All of it but `before`, in one line."""


def verdict_views(method: Method, context: RowContext) -> tuple[VerdictView, ...]:
    """A view for each verdict, in the order in which the bodies decided."""
    earlier = {decision.id: decision for decision in method.recognitions if decision.id}
    later = {decision.replaces: decision for decision in method.recognitions if decision.replaces}
    return tuple(
        _verdict_view(verdict, decision, earlier.get(decision.replaces or ""), later.get(decision.id or ""), context)
        for decision in in_time(method.recognitions)
        for verdict in decision.verdicts
    )


def _verdict_view(
    verdict: Verdict,
    decision: Recognition,
    earlier: Recognition | None,
    later: Recognition | None,
    context: RowContext,
) -> VerdictView:
    return VerdictView(
        recognition=decision,
        verdict=verdict,
        anchor=anchor_of("recognition", verdict, decision),
        body=f"{decision.body.name}{f', {decision.committee}' if decision.committee else ''}",
        level=capital(verdict.level),
        scope=scope_text(verdict),
        date=recognition_age(decision, context.today),
        state=state_text(decision, later),
        state_id=decision.state.id if decision.state else "unknown-state",
        before=_before_text(verdict, earlier, context.steps) if earlier else None,
        text=verdict_text(verdict, decision, context.today, later),
    )


def in_time(decisions: Sequence[Recognition]) -> list[Recognition]:
    """Oldest first; a decision comes after the one that it replaced, and undated ones stand last."""
    known = {decision.id: decision for decision in decisions if decision.id}
    found: list[Recognition] = []
    for decision in sorted(decisions, key=lambda one: (one.date is None, one.date.first_day if one.date else None)):
        for one in reversed([*_line_of(decision, known)]):
            if not any(one is other for other in found):
                found.append(one)
    return found


def _line_of(decision: Recognition, known: dict[str | None, Recognition]) -> Iterator[Recognition]:
    """A decision, the one that it replaced, the one that that replaced; the check refuses a circle."""
    one: Recognition | None = decision
    while one:
        yield one
        one = known.get(one.replaces) if one.replaces else None


def _before_text(verdict: Verdict, earlier: Recognition, steps: Sequence[str]) -> str:
    """eerder: goed onderbouwd (2016); het niveau ging omhoog. Levels are compared only if both are about the same."""
    same = [one for one in earlier.verdicts if one.scopes == verdict.scopes]
    dated = date(earlier.date) if earlier.date else "datum onbekend"
    text = f"eerder: {'; '.join(level_text(one) for one in same or earlier.verdicts)} ({dated})"
    if len(same) != 1 or not verdict.step or not same[0].step:
        return text
    rise = steps.index(verdict.step.id) - steps.index(same[0].step.id)
    return f"{text}; het niveau {'bleef gelijk' if rise == 0 else 'ging omhoog' if rise > 0 else 'ging omlaag'}"


def prize_text(one: PrizeOrListing) -> str:
    """Prijs: Voorbeeldprijs, van Voorbeeldorganisatie (2019)"""
    return f"{capital(one.kind.nl)}: {one.name}, van {one.body.name} ({date(one.date) if one.date else 'datum onbekend'})"
