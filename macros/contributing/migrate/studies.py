"""From results that each tell how they were measured, to studies that several results refer to."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.contributing.migrate.edits import CardText
from macros.contributing.yaml_writer import field_lines
from macros.model.evidence import Outcome

_OF_STUDY = ("design", "evaluator", "evaluator_note", "independent")
"""Fields that a result had and that a study has, in the order of the card."""


def carried_over(text: str) -> str:
    """The text of a card, or of data/tools.yml, in which each result names its study. Raises Refused if it is no YAML."""
    card = CardText(text)
    for keys in _holders(card.value):
        _carry_over(card, keys)
    return card.text


def _holders(value: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The paths to what has results: the card itself, or each tool in a file of tools."""
    if isinstance(value.get("outcomes"), list):
        yield ()
        return
    yield from ((key,) for key, inner in value.items() if isinstance(inner, dict) and isinstance(inner.get("outcomes"), list))


def _carry_over(card: CardText, keys: tuple[str, ...]) -> None:
    holder = card.value
    for key in keys:
        holder = holder[key]
    outcomes = {
        index: outcome
        for index, outcome in enumerate(holder["outcomes"])
        if isinstance(outcome, dict) and outcome.keys() & Outcome.former_fields
    }
    groups = _group(outcomes)
    taken = {study["id"] for study in holder.get("studies") or () if isinstance(study, dict) and "id" in study}
    studies = []
    for group in groups:
        study = _study_of([outcomes[index] for index in group], taken)
        taken.add(study["id"])
        studies.append(study)
        for index in group:
            _point_to(card, (*keys, "outcomes", index), outcomes[index], study)
    if not studies:
        return
    lines = field_lines("studies", studies, " " * card.column((*keys, "outcomes")))
    if holder.get("studies"):
        card.put_after((*keys, "studies"), lines[1:])
    else:
        card.put_before((*keys, "outcomes"), lines)


def _group(outcomes: Mapping[int, Mapping[str, Any]]) -> list[list[int]]:
    """Results that were measured in the same way, by the same, and that share a source, are of one study. Who knows better
    can write them apart or together afterwards."""
    groups: list[list[int]] = []
    for index, outcome in outcomes.items():
        for group in groups:
            if any(_same_study(outcome, outcomes[other]) for other in group):
                group.append(index)
                break
        else:
            groups.append([index])
    return groups


def _same_study(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one.get(name) == other.get(name) for name in _OF_STUDY) and bool(_source_ids(one) & _source_ids(other))


def _source_ids(outcome: Mapping[str, Any]) -> set[str]:
    return {citation["source"] for citation in _citations(outcome) if isinstance(citation.get("source"), str)}


def _citations(outcome: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    sources = outcome.get("sources")
    return [one for one in sources if isinstance(one, dict)] if isinstance(sources, list) else []


def _study_of(outcomes: list[Mapping[str, Any]], taken: set[str]) -> dict[str, Any]:
    first = outcomes[0]
    period = first.get("period")
    shared = period if all(outcome.get("period") == period for outcome in outcomes) else None
    values = {name: first.get(name) for name in _OF_STUDY}
    return {
        "id": _free_id(first.get("evaluator") or first.get("design") or "onderzoek", taken),
        "design": values.pop("design"),
        "period": shared,
        **values,
        "sources": list(_sources_of(outcomes)),
    }


def _free_id(wanted: str, taken: set[str]) -> str:
    number = 1
    while (found := wanted if number == 1 else f"{wanted}-{number}") in taken:
        number += 1
    return found


def _sources_of(outcomes: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each source once; with its place if that is the same for all results."""
    places: dict[str, list[str | None]] = {}
    for citation in (one for outcome in outcomes for one in _citations(outcome)):
        places.setdefault(citation["source"], []).append(citation.get("locator"))
    for source, found in places.items():
        yield {"source": source, "locator": found[0] if len(set(found)) == 1 else None}


def _point_to(card: CardText, keys: tuple[str | int, ...], outcome: Mapping[str, Any], study: Mapping[str, Any]) -> None:
    """Let one result name its study, and take out what the study says now."""
    gone = [name for name in (*_OF_STUDY, "period") if name in outcome and (name != "period" or study["period"])]
    first_field = next(iter(outcome))
    if card.is_in_braces(keys) or first_field != "id":
        kept = {name: value for name, value in outcome.items() if name not in gone and name != "id"}
        comments = [comment for name in outcome for comment in card.comments_of((*keys, name))]
        indent = " " * card.column(keys)
        lines = [
            line
            for name, value in {"id": outcome.get("id"), "study": study["id"], **kept}.items()
            for line in field_lines(name, value, indent)
        ]
        card.replace(keys, [lines[0].lstrip(), *(indent + comment for comment in comments), *lines[1:]])
        return
    card.put_after((*keys, "id"), [f"{' ' * card.column((*keys, 'id'))}study: {study['id']}"])
    for name in gone:
        card.take_out((*keys, name))
