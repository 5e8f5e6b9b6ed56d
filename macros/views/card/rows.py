"""The fixed rows of a method: the facts on its card and the rows of every comparison are the same functions.

To add a row, write one function and list it in ROWS. If the function yields nothing, the row says why
(macros/views/missing/why_empty.py).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.views.common.comparability import is_stale
from macros.views.common.dose import contact_text, duration_text, group_text
from macros.views.common.dutch import ages, date, listed, period
from macros.views.common.lines import Line, Row, RowContext, join_remarks
from macros.views.common.wording import GOING_ON, caseload_text, deliverer_text, intake_text, status_text, who_says
from macros.views.evidence import evidence_rows
from macros.views.evidence.research import RESEARCH
from macros.views.missing.completeness import completeness
from macros.views.missing.why_empty import empty_lines


class RowKind(NamedTuple):
    id: str
    label: str
    group: str
    field: str
    """Path of the field of the card that fills the row; if it is empty, its gap says why."""
    lines: Callable[[Method, RowContext], Iterator[Line]]
    section: str
    """Anchor of the section of the card page with the full information."""


def _status(method: Method, context: RowContext) -> Iterator[Line]:
    who = who_says(method.status.sources)
    yield Line(
        status_text(method), context.notes.of(method.status.sources), detail=who if method.status.phase.id in GOING_ON else None
    )


def _kind(method: Method, context: RowContext) -> Iterator[Line]:
    if method.kind:
        yield Line(method.kind.nl, context.notes.of(method.sources))


def _owner(method: Method, context: RowContext) -> Iterator[Line]:
    for owner in method.owners:
        one = owner.organisation
        yield Line(one.name, context.notes.of(owner.sources), f"organisaties/{one.id}/", owner.note)
    for former in method.former_owners if method.owners else ():
        until = f"eerder, tot {date(former.until)}" if former.until else "eerder"
        detail = join_remarks(until, former.note)
        yield Line(former.organisation.name, context.notes.of(former.sources), f"organisaties/{former.organisation.id}/", detail)


def _summary(method: Method, context: RowContext) -> Iterator[Line]:
    yield Line(method.summary, context.notes.of(method.sources))


def _goals(method: Method, context: RowContext) -> Iterator[Line]:
    for goal in method.goals:
        yield Line(goal.text, context.notes.of(goal.sources))


def _themes(method: Method, context: RowContext) -> Iterator[Line]:
    for theme in dict.fromkeys(goal.theme.nl for goal in method.goals):
        yield Line(theme)


def _target(method: Method, context: RowContext) -> Iterator[Line]:
    yield Line(method.target_group.description, context.notes.of(method.target_group.sources))


def _recipients(method: Method, context: RowContext) -> Iterator[Line]:
    if people := [person.nl for person in method.target_group.recipients]:
        yield Line(listed(people), context.notes.of(method.target_group.sources))


def _ages(method: Method, context: RowContext) -> Iterator[Line]:
    for statement in method.target_group.ages:
        yield Line(ages(statement), context.notes.of(statement.sources))


def _problems(method: Method, context: RowContext) -> Iterator[Line]:
    if problems := [problem.nl for problem in method.target_group.problems]:
        yield Line(listed(problems), context.notes.of(method.target_group.sources))


def _includes(method: Method, context: RowContext) -> Iterator[Line]:
    for criterion in method.target_group.includes:
        yield Line(criterion.criterion, context.notes.of(criterion.sources), detail=f"gaat over: {criterion.about.nl}")


def _excludes(method: Method, context: RowContext) -> Iterator[Line]:
    for criterion in method.target_group.excludes:
        yield Line(criterion.criterion, context.notes.of(criterion.sources), detail=f"gaat over: {criterion.about.nl}")
    if nobody := method.target_group.no_exclusions:
        yield Line("niemand is uitgesloten", context.notes.of(nobody.sources), detail=nobody.note)


def _division(attribute: str) -> Callable[[Method, RowContext], Iterator[Line]]:
    def lines(method: Method, context: RowContext) -> Iterator[Line]:
        division = method.classification
        if division and (terms := getattr(division, attribute)):
            yield Line(listed([term.nl for term in terms]), context.notes.of(division.sources))

    return lines


def _approach(method: Method, context: RowContext) -> Iterator[Line]:
    for step in method.approach:
        yield Line(step.step, context.notes.of(step.sources))


def _duration(method: Method, context: RowContext) -> Iterator[Line]:
    for intensity in method.intensity:
        if found := duration_text(intensity):
            yield Line(found[0], context.notes.of(intensity.sources), detail=found[1])


def _contact_hours(method: Method, context: RowContext) -> Iterator[Line]:
    for intensity in method.intensity:
        if found := contact_text(intensity):
            yield Line(found[0], context.notes.of(intensity.sources), detail=found[1])


def _group_size(method: Method, context: RowContext) -> Iterator[Line]:
    for size in method.group_size:
        yield Line(group_text(size), context.notes.of(size.sources), detail=size.note)


def _materials(method: Method, context: RowContext) -> Iterator[Line]:
    for material in method.materials:
        detail = join_remarks(material.language and f"taal: {material.language}", material.note)
        name = f": {material.name}" if material.name else ""
        yield Line(f"{material.kind.nl}{name}", context.notes.of(material.sources), material.url, detail)


def _caseload(method: Method, context: RowContext) -> Iterator[Line]:
    for caseload in method.caseload:
        yield Line(caseload_text(caseload), context.notes.of(caseload.sources), detail=caseload.note)


def _licence(method: Method, context: RowContext) -> Iterator[Line]:
    licence = method.licence
    if licence is None:
        return
    notes = context.notes.of(licence.sources)
    if licence.needed.id == "unknown":
        yield Line("de bron zegt niet of er een nodig is", notes, detail=licence.note, tone="unknown")
    elif licence.licensor:
        yield Line(f"ja, van {licence.licensor.name}", notes, f"organisaties/{licence.licensor.id}/", licence.note)
    else:
        giver = "; wie die geeft, is onbekend" if licence.needed.id == "yes" else ""
        yield Line(f"{licence.needed.nl}{giver}", notes, detail=licence.note)


def _deliverers(method: Method, context: RowContext) -> Iterator[Line]:
    for deliverer in method.delivery:
        yield Line(deliverer_text(deliverer), context.notes.of(deliverer.sources), detail=deliverer.training)


def _conditions(method: Method, context: RowContext) -> Iterator[Line]:
    for statement in method.conditions:
        yield Line(statement.says, context.notes.of(statement.sources))


def _elements(method: Method, context: RowContext) -> Iterator[Line]:
    for used in method.elements:
        yield Line(used.element.name, context.notes.of(used.sources), detail=used.note)


def _tools(method: Method, context: RowContext) -> Iterator[Line]:
    for used in method.tools:
        yield Line(used.tool.name, context.notes.of(used.sources), f"werkvormen/{used.tool.id}/", used.note)


def _research(count: Callable[[tuple[Outcome, ...]], Iterator[Line]]) -> Callable[[Method, RowContext], Iterator[Line]]:
    def lines(method: Method, context: RowContext) -> Iterator[Line]:
        return count(method.outcomes) if method.outcomes else iter(())

    return lines


def _regions(method: Method, context: RowContext) -> Iterator[Line]:
    for place in method.regions:
        detail = join_remarks(period(place.period) if place.period else None, place.note)
        yield Line(place.region.nl, context.notes.of(place.sources), detail=detail)


def _intake(method: Method, context: RowContext) -> Iterator[Line]:
    if intake := method.intake:
        tone = "unknown" if intake.open.id == "unknown" else "known"
        yield Line(intake_text(intake), context.notes.of(intake.sources), detail=intake.note, tone=tone)


def _referral(method: Method, context: RowContext) -> Iterator[Line]:
    for statement in method.referral:
        yield Line(statement.says, context.notes.of(statement.sources))


def _reviewed(method: Method, context: RowContext) -> Iterator[Line]:
    if method.reviewed:
        yield Line(
            date(method.reviewed), detail="langer dan twee jaar geleden" if is_stale(method.reviewed, context.today) else None
        )


def _completeness(method: Method, context: RowContext) -> Iterator[Line]:
    found = completeness(method)
    yield Line(f"{found.known} van {found.total} onderdelen bekend")


ROWS: tuple[RowKind, ...] = (
    RowKind("summary", "In het kort", "Wat het is", "summary", _summary, "kern"),
    RowKind("kind", "Soort methode", "Wat het is", "kind", _kind, "indeling"),
    RowKind("status", "Stand", "Wat het is", "status", _status, "kern"),
    RowKind("owner", "Eigenaar", "Wat het is", "owners", _owner, "kern"),
    RowKind("themes", "Thema", "Wat het is", "goals", _themes, "kern"),
    RowKind("goals", "Doel", "Wat het is", "goals", _goals, "doelen"),
    RowKind("target", "Voor wie", "Voor wie", "target_group", _target, "past"),
    RowKind("recipients", "Wie krijgt hulp", "Voor wie", "target_group.recipients", _recipients, "past"),
    RowKind("ages", "Leeftijd", "Voor wie", "target_group.ages", _ages, "past"),
    RowKind("problems", "Wat er speelt", "Voor wie", "target_group.problems", _problems, "past"),
    RowKind("includes", "Wie in aanmerking komt", "Voor wie", "target_group.includes", _includes, "past"),
    RowKind("excludes", "Wie niet in aanmerking komt", "Voor wie", "target_group.excludes", _excludes, "past"),
    RowKind(
        "prevention", "Preventieniveau", "Hoe het is ingedeeld", "classification.prevention", _division("prevention"), "indeling"
    ),
    RowKind("frame", "Kader", "Hoe het is ingedeeld", "classification.frame", _division("frame"), "indeling"),
    RowKind("care_form", "Hulpvorm", "Hoe het is ingedeeld", "classification.care_form", _division("care_form"), "indeling"),
    RowKind("setting", "Waar de hulp is", "Hoe het is ingedeeld", "classification.setting", _division("setting"), "indeling"),
    RowKind("aim", "Soort doel", "Hoe het is ingedeeld", "classification.aim", _division("aim"), "indeling"),
    RowKind(
        "approach_kind",
        "Soort aanpak",
        "Hoe het is ingedeeld",
        "classification.approach_kind",
        _division("approach_kind"),
        "indeling",
    ),
    RowKind(
        "provision", "Soort voorziening", "Hoe het is ingedeeld", "classification.provision", _division("provision"), "indeling"
    ),
    RowKind("approach", "Aanpak in stappen", "Hoe het werkt", "approach", _approach, "aanpak"),
    RowKind("duration", "Duur", "Hoe het werkt", "intensity", _duration, "aanpak"),
    RowKind("contact", "Hoe vaak", "Hoe het werkt", "intensity", _contact_hours, "aanpak"),
    RowKind("group_size", "Groepsgrootte", "Hoe het werkt", "group_size", _group_size, "aanpak"),
    RowKind("caseload", "Hoeveel gezinnen tegelijk", "Hoe het werkt", "caseload", _caseload, "aanpak"),
    RowKind("deliverers", "Wie voert uit", "Hoe het werkt", "delivery", _deliverers, "aanpak"),
    RowKind("materials", "Materialen", "Hoe het werkt", "materials", _materials, "aanpak"),
    RowKind("conditions", "Wat ervoor nodig is", "Hoe het werkt", "conditions", _conditions, "aanpak"),
    RowKind("licence", "Licentie nodig", "Hoe het werkt", "licence", _licence, "aanpak"),
    RowKind("elements", "Werkzame elementen", "Hoe het werkt", "elements", _elements, "aanpak"),
    RowKind("tools", "Werkvormen", "Hoe het werkt", "tools", _tools, "aanpak"),
    RowKind("reach", "Bereik", "Wat er bekend is", "reach", evidence_rows.reach_lines, "resultaten"),
    *(
        RowKind(row_id, label, "Wat er bekend is", "outcomes", _research(count), "resultaten")
        for row_id, label, count in RESEARCH
    ),
    RowKind("outcomes", "Resultaten", "Wat er bekend is", "outcomes", evidence_rows.outcome_lines, "resultaten"),
    RowKind(
        "basic_set", "Volgens de basisset jeugdhulp", "Wat er bekend is", "outcomes", evidence_rows.basic_set_lines, "resultaten"
    ),
    RowKind("evaluators", "Gemeten door", "Wat er bekend is", "outcomes", evidence_rows.evaluator_lines, "resultaten"),
    RowKind("recognition", "Erkenning", "Wat er bekend is", "recognitions", evidence_rows.recognition_lines, "erkenning"),
    RowKind(
        "prizes", "Prijzen en vermeldingen", "Wat er bekend is", "prizes_and_listings", evidence_rows.prize_lines, "erkenning"
    ),
    RowKind("ladder", "Trede op de effectladder", "Wat er bekend is", "effect_ladder", evidence_rows.ladder_lines, "erkenning"),
    RowKind("costs", "Kosten", "Geld en plaats", "costs", evidence_rows.cost_lines, "kosten"),
    RowKind("regions", "Waar", "Geld en plaats", "regions", _regions, "waar"),
    RowKind("intake", "Nieuwe gezinnen", "Geld en plaats", "intake", _intake, "waar"),
    RowKind("referral", "Aanmelden", "Geld en plaats", "referral", _referral, "waar"),
    RowKind("completeness", "Volledigheid", "Deze kaart", "reviewed", _completeness, "onbekend"),
    RowKind("reviewed", "Nagekeken op", "Deze kaart", "reviewed", _reviewed, "onbekend"),
)
BY_ID = {kind.id: kind for kind in ROWS}


def row_of(kind: RowKind, method: Method, context: RowContext) -> Row:
    """One row of one method; never empty, because a row without values says onbekend."""
    return Row(kind.id, kind.label, tuple(kind.lines(method, context)) or empty_lines(method, kind.field))


def rows_of(ids: Sequence[str], method: Method, context: RowContext) -> tuple[Row, ...]:
    """Several rows of one method, in this order. Raises KeyError for an id that is not in ROWS."""
    return tuple(row_of(BY_ID[row_id], method, context) for row_id in ids)
