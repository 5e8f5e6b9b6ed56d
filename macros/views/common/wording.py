"""A status, an amount, a recognition and the like in one line; every list uses the same words."""

import datetime

from macros.model.base import Date
from macros.model.data import Source
from macros.model.evidence import FollowUp
from macros.model.ladder import LadderStep
from macros.model.method import Intake, Method
from macros.model.practice import Caseload, Cost, Deliverer
from macros.model.recognition import Recognition, Verdict
from macros.model.sources import Citation
from macros.views.common.comparability import NO_LONGER, RECOGNITION_YEARS, is_old, years_since
from macros.views.common.dutch import UNKNOWN, counted, date, euro, in_words, listed, number, plural, span
from macros.views.common.lines import join_remarks


def citation_text(citation: Citation) -> str:
    """Voorbeelduitgever, Jaarverslag 2020 (blz. 4)"""
    source = citation.source
    return f"{source.publisher}, {source.title}" + (f" ({citation.locator})" if citation.locator else "")


def source_text(source: Source) -> str:
    """Voorbeelduitgever, Jaarverslag 2020, mei 2020, geraadpleegd 3 juni 2026: a source in a list of sources"""
    issued = date(source.issued) if source.issued else "zonder datum"
    accessed = f", geraadpleegd {date(source.accessed)}" if source.accessed else ""
    return f"{source.publisher}, {source.title}, {issued}{accessed}"


GOING_ON = ("running", "pilot")
"""Phases that say something about now, and are therefore worth no more than the day on which a source said so."""
INTAKE = {
    "yes": "er kunnen nieuwe gezinnen bij",
    "no": "er kunnen geen nieuwe gezinnen bij",
    "unknown": "onbekend of er nieuwe gezinnen bij kunnen",
}


def status_text(method: Method) -> str:
    """afgerond, 2019–2022; loopt, sinds 2019 (stand van januari 2020). With the day of the source wherever it stands."""
    day = _as_of(method.status.as_of, asked=method.status.phase.id in GOING_ON)
    return f"{_phase_text(method)} ({day})" if day else _phase_text(method)


def status_with_source(method: Method) -> str:
    """loopt, sinds 2019 (volgens Voorbeelduitgever, stand van januari 2020): as the card says it, where there is room."""
    status = method.status
    if status.phase.id not in GOING_ON:
        return status_text(method)
    return f"{_phase_text(method)} ({who_says(status.sources)}, {_as_of(status.as_of, asked=True)})"


def who_says(citations: tuple[Citation, ...]) -> str:
    """volgens Voorbeelduitgever en anderen"""
    names = list(dict.fromkeys(citation.source.publisher for citation in citations))
    return f"volgens {listed(names if len(names) < 3 else [names[0], 'anderen'])}"


def intake_text(intake: Intake) -> str:
    """er kunnen geen nieuwe gezinnen bij (stand van maart 2024)"""
    day = _as_of(intake.as_of, asked=intake.open.id != "unknown")
    text = INTAKE.get(intake.open.id, f"nieuwe gezinnen: {intake.open.nl}")
    return f"{text} ({day})" if day else text


def _phase_text(method: Method) -> str:
    status = method.status
    if status.phase.id == "unknown" and status.from_ and not status.to:
        return f"{status.phase.nl}, begonnen {'op' if status.from_.day else 'in'} {date(status.from_)}"
    return ", ".join(filter(None, (status.phase.nl, span(status.from_, status.to))))


def _as_of(day: Date | None, *, asked: bool) -> str:
    """The day of the source; if it is not known, that too where a reader cannot do without."""
    return f"stand van {date(day)}" if day else "peildatum onbekend" if asked else ""


def cost_text(cost: Cost) -> str:
    """ongeveer € 2.000 per bezocht gezin, € 56.500 per locatie per jaar"""
    about = cost.precision.nl if cost.precision else ""
    amount = euro(cost.amount) + (f" tot {euro(cost.to)}" if cost.to is not None else "")
    per = "per" if cost.per.id != "once" else ""
    return " ".join(filter(None, (about, amount, per, cost.per.nl, cost_period(cost))))


def cost_period(cost: Cost) -> str:
    """per jaar, over 2 jaar; empty if the card does not say it"""
    if cost.period is None:
        return ""
    count, unit = cost.period.count, cost.period.unit
    return f"per {unit.nl}" if count == 1 else f"over {counted(count, unit)}"


def cost_conditions(cost: Cost) -> str | None:
    """What an amount depends on, at either end of a range; None if the card names nothing."""
    return join_remarks(
        cost.condition,
        f"{euro(cost.to)} geldt {cost.to_condition}" if cost.to is not None and cost.to_condition else None,
        f"loopt op met het aantal {cost.grows_with.many or cost.grows_with.nl}" if cost.grows_with else None,
    )


def price_year(cost: Cost) -> str:
    return f"prijsjaar {cost.price_year or UNKNOWN}"


def amount_text(cost: Cost) -> str:
    """€ 500 eenmalig: de licentie (bij meer dan tien gezinnen; prijsjaar 2020)"""
    covers = f": {cost.covers}" if cost.covers else ""
    return f"{cost_text(cost)}{covers} ({join_remarks(cost_conditions(cost), price_year(cost))})"


def recognition_age(recognition: Recognition, today: datetime.date) -> str:
    """14 september 2017, negen jaar geleden en dus ouder dan vijf jaar. The term that the body gives goes before that of all, and
    what no longer holds is past no term."""
    term = f", {_term_text(recognition.valid_until, today)}" if recognition.valid_until else ""
    if recognition.date is None:
        return f"datum onbekend{term}"
    years = years_since(recognition.date, today)
    age = f", {in_words(years)} jaar geleden" if years else ""
    asks = is_old(recognition, today) and not term and not (recognition.state and recognition.state.id in NO_LONGER)
    old = f" en dus ouder dan {in_words(RECOGNITION_YEARS)} jaar" if asks else ""
    return f"{date(recognition.date)}{age}{old}{term}"


def _term_text(valid_until: Date, today: datetime.date) -> str:
    return f"{'gold' if valid_until.last_day < today else 'geldig'} tot en met {date(valid_until)}"


def scope_text(verdict: Verdict) -> str | None:
    """2 tot 6 jaar en selectieve preventie; None for a verdict about the whole method"""
    return listed([scope.description for scope in verdict.scopes]) or None


def level_text(verdict: Verdict) -> str:
    """goed onderbouwd voor 2 tot 6 jaar en selectieve preventie"""
    scope = scope_text(verdict)
    return f"{verdict.level} voor {scope}" if scope else verdict.level


def state_text(recognition: Recognition, later: Recognition | None = None) -> str:
    """Whether a decision still holds; `later` is the decision that replaced it, if the card has it."""
    if recognition.state is None:
        return "of het besluit nog geldt, is onbekend"
    by = f" door het besluit van {date(later.date)}" if later and later.date else ""
    return f"{recognition.state.nl}{by}"


def verdict_text(verdict: Verdict, recognition: Recognition, today: datetime.date, later: Recognition | None = None) -> str:
    """Voorbeeldcommissie: goed onderbouwd voor 2 tot 6 jaar (14 september 2017, negen jaar geleden); ingetrokken"""
    age = recognition_age(recognition, today)
    return f"{recognition.body.name}: {level_text(verdict)} ({age}); {state_text(recognition, later)}"


def deliverer_text(deliverer: Deliverer) -> str:
    """steunouder uit de buurt (vrijwilliger)"""
    if deliverer.role is None or deliverer.kind.nl.casefold() in deliverer.role.casefold():
        return deliverer.role or deliverer.kind.nl
    return f"{deliverer.role} ({deliverer.kind.nl})"


def caseload_text(caseload: Caseload) -> str:
    """4 tot 6 gezinnen per voltijdse uitvoerder"""
    if caseload.to is None:
        return f"{counted(caseload.count, caseload.unit, caseload.precision)} per {caseload.per.nl}"
    about = f"{caseload.precision.nl} " if caseload.precision else ""
    return f"{about}{number(caseload.count)} tot {counted(caseload.to, caseload.unit)} per {caseload.per.nl}"


def follow_up_text(follow_up: FollowUp) -> str:
    """een half jaar is 6 maanden na het einde van de hulp; 60 maanden is 5 jaar"""
    about = f"{follow_up.precision.nl} " if follow_up.precision else ""
    years, months = divmod(follow_up.months, 12)
    if follow_up.months == 0:
        time = "direct"
    elif months == 0:
        time = f"{years} jaar"
    else:
        time = plural(follow_up.months, "maand", "maanden")
    return f"{about}{time} {follow_up.since.nl}"


def ladder_text(step: LadderStep) -> str:
    """veelbelovend, volgens Voorbeeldorganisatie (eigen opgave)"""
    return f"{step.step.nl}, volgens {step.body.name} ({step.basis.nl})"
