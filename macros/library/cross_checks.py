"""Rules that need the whole library: CHECKS has one small function for each rule about a card.

Rules about one value or one record are in macros/model, with that record.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from macros.history.moved import follow_moves
from macros.library.claims import CardClaim, claims_of
from macros.library.library import Library, fold_name
from macros.model.data import Term
from macros.model.data_files import file_of
from macros.model.dutch_day import dutch_today
from macros.model.fields import paths_of, value_at
from macros.model.method import Method
from macros.model.moved import Moved
from macros.model.recognition import Recognition
from macros.validation.findings import Finding


def linked_methods_exist(method: Method, library: Library) -> Iterator[Finding]:
    for side in ("before", "alongside", "after") if method.chain else ():
        for index, link in enumerate(getattr(method.chain, side)):
            if link.method is not None and link.method not in library.card_ids:
                yield Finding(("chain", side, index, "method"), *_missing_card(link.method, library))
    for index, relation in enumerate(method.relations):
        if relation.method is not None and relation.method not in library.card_ids:
            yield Finding(("relations", index, "method"), *_missing_card(relation.method, library))


def _missing_card(method_id: str, library: Library) -> tuple[str, dict[str, Any]]:
    """Code and details for a link to a card that does not exist."""
    if moved := library.moved.get(method_id):
        return "linked_to_moved" if moved.to else "linked_to_removed", {"value": method_id, "to": moved.to}
    return "unknown_method", {"value": method_id, "choices": sorted(library.card_ids)}


def gaps_name_empty_fields(method: Method, library: Library) -> Iterator[Finding]:
    names = list(paths_of(Method))
    for index, gap in enumerate(method.gaps):
        if gap.field not in names:
            yield Finding(("gaps", index, "field"), "unknown_field", {"value": gap.field, "choices": names})
        elif value_at(method, gap.field):
            yield Finding(("gaps", index, "field"), "gap_but_filled", {"value": gap.field})


def dates_are_past(method: Method, library: Library) -> Iterator[Finding]:
    dates = [(("reviewed",), method.reviewed), (("status", "as_of"), method.status.as_of)]
    dates += [(("intake", "as_of"), method.intake.as_of)] if method.intake else []
    dates += [(("recognitions", index, "date"), recognition.date) for index, recognition in enumerate(method.recognitions)]
    dates += [(("prizes_and_listings", index, "date"), one.date) for index, one in enumerate(method.prizes_and_listings)]
    dates += [(("effect_ladder", index, "date"), step.date) for index, step in enumerate(method.effect_ladder)]
    for keys, date in dates:
        if date and not library.has_come(date.first_day):
            yield Finding(keys, "date_in_future", {"value": str(date)})


def claims_have_addresses_of_their_own(method: Method, library: Library) -> Iterator[Finding]:
    """Results are not compared here: the model already checks that their ids differ."""
    seen: dict[tuple[str, str], CardClaim] = {}
    for claim in claims_of(method):
        if claim.kind == "outcome":
            continue
        first = seen.setdefault((claim.kind, claim.key), claim)
        if first is not claim:
            keys = (*claim.keys, "id") if claim.record.id else claim.keys
            yield Finding(keys, "same_address", {"value": claim.anchor})


def levels_fit_their_steps(method: Method, library: Library) -> Iterator[Finding]:
    """A level that the Dutch bodies use has one step; what others call a level may be on any step, or on none."""
    step_of = step_by_level(library) if method.recognitions else {}
    for index, recognition in enumerate(method.recognitions):
        for place, verdict in enumerate(recognition.verdicts):
            right = step_of.get(verdict.level.lower())
            if right and verdict.step and verdict.step.id != right.id:
                details = {"value": verdict.level, "step": verdict.step.id, "right": right.id}
                yield Finding(("recognitions", index, "verdicts", place, "step"), "level_of_other_step", details)


def step_by_level(library: Library) -> dict[str, Term]:
    """What the Dutch bodies call each step, in small letters."""
    levels = library.vocabularies.get("recognition-level")  # a library without verdicts may leave it out
    steps = levels.terms.values() if levels else ()
    return {name.lower(): step for step in steps for name in (step.nl, *step.spellings)}


def replaced_decisions_stand_here(method: Method, library: Library) -> Iterator[Finding]:
    """A decision that another replaced is on the card too, as superseded, so that a reader sees what became of it."""
    decisions = method.recognitions
    known = {decision.id: decision for decision in reversed(decisions) if decision.id}
    for index, decision in enumerate(decisions):
        if decision.id and known[decision.id] is not decision:
            yield Finding(("recognitions", index, "id"), "double_recognition", {"value": decision.id})
        if not decision.replaces:
            continue
        keys, value = ("recognitions", index, "replaces"), {"value": decision.replaces}
        earlier = known.get(decision.replaces)
        if earlier is None:
            yield Finding(keys, "unknown_recognition", {**value, "choices": sorted(known)})
        elif not earlier.state or earlier.state.id != "superseded":
            yield Finding(keys, "replaced_but_not_superseded", value)
        elif _comes_back(decision, known):
            yield Finding(keys, "replaced_in_circle", value)


def _comes_back(decision: Recognition, known: Mapping[str, Recognition]) -> bool:
    """Whether who follows what a decision replaced, and what that replaced, comes back to the decision."""
    seen: set[str] = set()
    earlier = decision.replaces
    while earlier in known and earlier not in seen:
        seen.add(earlier)
        earlier = known[earlier].replaces
    return decision.id in seen


def names_hold_a_letter(method: Method, library: Library) -> Iterator[Finding]:
    """A name of digits and signs only sorts nowhere, is found by nobody, and makes an empty address."""
    if not any(sign.isalpha() for sign in method.name):
        yield Finding(("name",), "name_without_letter", {"value": method.name})


CHECKS: tuple[Callable[[Method, Library], Iterator[Finding]], ...] = (
    linked_methods_exist,
    gaps_name_empty_fields,
    dates_are_past,
    claims_have_addresses_of_their_own,
    levels_fit_their_steps,
    replaced_decisions_stand_here,
    names_hold_a_letter,
)
"""The form has these rules too (docs/assets/form/cross_checks.js)."""


def check_guidelines(library: Library) -> Iterator[Finding]:
    """A method that a guideline names is a card that is there, or a name that no card has."""
    for guideline in library.guidelines.values():
        for index, mention in enumerate(guideline.mentions):
            keys = (guideline.id, "mentions", index)
            if mention.name and (cards := library.cards_by_name.get(fold_name(mention.name))):
                yield Finding((*keys, "name"), "named_but_has_card", {"value": mention.name, "card": cards[0]})
            if mention.method and mention.method not in library.card_ids:
                code, details = _missing_card(mention.method, library)
                known = code if code == "linked_to_moved" else "guideline_without_card"
                yield Finding((*keys, "method"), known, {"choices": sorted(library.card_ids), **details})


def check_themes_of_measures(library: Library) -> Iterator[Finding]:
    """A measure names themes that are there."""
    themes = library.vocabularies["theme"].terms
    for measure in library.vocabularies["measure"].terms.values():
        for index, theme in enumerate(measure.themes):
            if theme not in themes:
                details = {"value": theme, "file": file_of("vocabulary/theme"), "choices": sorted(themes)}
                yield Finding(("terms", measure.id, "themes", index), "unknown_id", details)


def check_comparisons(library: Library) -> Iterator[Finding]:
    """A ready-made comparison names cards that are there, each once."""
    for comparison in library.comparisons.values():
        for index, method_id in enumerate(comparison.methods):
            keys = (comparison.id, "methods", index)
            if method_id in comparison.methods[:index]:
                yield Finding(keys, "compared_twice", {"value": method_id})
            if method_id not in library.card_ids:
                code, details = _missing_card(method_id, library)
                known = code if code == "linked_to_moved" else "comparison_without_card"
                yield Finding(keys, known, {"choices": sorted(library.card_ids), **details})


def check_moved(moved: Mapping[str, Moved], card_ids: Collection[str]) -> Iterator[Finding]:
    """Problems in the list of old ids."""
    followed = follow_moves(moved)
    for old_id, entry in moved.items():
        if old_id in card_ids:
            yield Finding((old_id,), "moved_but_there", {"value": old_id})
        if old_id not in followed:
            yield Finding((old_id, "to"), "moved_in_circle", {"value": old_id})
        elif entry.to and entry.to not in card_ids and entry.to not in moved:
            yield Finding((old_id, "to"), "moved_to_unknown", {"value": entry.to, "choices": sorted(card_ids)})
        if entry.removed and entry.removed.first_day > dutch_today():
            yield Finding((old_id, "removed"), "date_in_future", {"value": str(entry.removed)})


def check_former_tools(library: Library) -> Iterator[Finding]:
    """A tool that became a card is a tool no more, and the card is there."""
    for tool_id, entry in library.former_tools.items():
        if tool_id in library.tools:
            yield Finding((tool_id,), "former_tool_there", {"value": tool_id})
        if entry.to not in library.card_ids:
            code, details = _missing_card(entry.to, library)
            known = code if code == "linked_to_moved" else "moved_to_unknown"
            yield Finding((tool_id, "to"), known, {"choices": sorted(library.card_ids), **details})


def check_removed(known: Iterable[str], moved: Collection[str], card_ids: Collection[str]) -> Iterator[Finding]:
    """Cards that were removed without an entry in data/moved.yml, so that their address leads nowhere."""
    for card_id in sorted(set(known) - set(moved) - set(card_ids)):
        yield Finding((), "card_gone", {"value": card_id})
