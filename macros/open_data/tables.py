"""The tables: methods, outcomes, studies and recognitions, one a row. The columns are defined once for every format."""

from collections.abc import Iterator
from math import inf
from typing import Any

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.markup_html import plain_text
from macros.model.method import Method
from macros.model.results import Amount, Effect, Proportion, Score
from macros.open_data import study_table
from macros.open_data.decision_tables import DECISION_TABLES
from macros.open_data.members import json_number
from macros.open_data.table_parts import (
    ADDRESS,
    LASTING,
    METHOD,
    NAME,
    SOURCES,
    Coded,
    Table,
    TableColumn,
    coded_term,
    join_sources,
    join_terms,
    join_texts,
)
from macros.open_data.table_states import STATE_COLUMNS, state_values
from macros.views.common.comparability import INDEPENDENCE, independence_of
from macros.views.common.dose import duration_text, group_text
from macros.views.common.dutch import ages, by_name, period
from macros.views.common.intervals import wilson
from macros.views.common.subjects import Subject, all_results, method_subject
from macros.views.common.wording import amount_text, follow_up_text
from macros.views.evidence.number_text import number_of
from macros.views.missing.completeness import completeness

KINDS = {
    "proportion": "aantal van totaal",
    "tally": "aantal zonder totaal",
    "percentage": "percentage zonder totaal",
    "change": "verandering",
    "amount": "bedrag",
    "score": "score",
    "effect": "effectmaat",
    "words": "alleen woorden",
    "none-yet": "nog niets bekend",
}
"""Kinds of results"""


METHOD_COLUMNS = (
    METHOD._replace(unique=True),
    NAME,
    ADDRESS,
    TableColumn("summary", "samenvatting", "string", "Wat de methode is", required=True),
    TableColumn("phase", "stand", "string", "Of de methode loopt (id uit de lijst phase)", required=True),
    TableColumn("phase_from", "stand_van", "string", "Sinds wanneer: jaar, maand of dag"),
    TableColumn("phase_to", "stand_tot", "string", "Tot wanneer"),
    TableColumn("owner", "eigenaar", "string", "Naam van de eigenaar of eigenaren; leeg is onbekend"),
    TableColumn("themes", "themas", "string", "Thema's van de doelen (ids uit de lijst theme)"),
    TableColumn("problems", "wat_er_speelt", "string", "Ids uit de lijst problem"),
    TableColumn("recipients", "wie_krijgt_hulp", "string", "Ids uit de lijst person"),
    TableColumn("ages", "leeftijd", "string", "Leeftijden in woorden"),
    TableColumn("prevention", "preventieniveau", "string", "Ids uit de lijst prevention"),
    TableColumn("frame", "kader", "string", "Ids uit de lijst frame"),
    TableColumn("setting", "plaats", "string", "Ids uit de lijst setting"),
    TableColumn("aim", "soort_doel", "string", "Ids uit de lijst aim"),
    TableColumn("approach_kind", "soort_aanpak", "string", "Ids uit de lijst approach-kind"),
    TableColumn("provision", "soort_voorziening", "string", "Ids uit de lijst provision"),
    TableColumn("duration", "duur", "string", "Hoe lang de hulp duurt, in woorden"),
    TableColumn("months_from", "maanden_van", "number", "Kortste duur in maanden, als de kaart er getallen bij geeft"),
    TableColumn("months_to", "maanden_tot", "number", "Langste duur in maanden, als de kaart er getallen bij geeft"),
    TableColumn("group_size", "groepsgrootte", "string", "Hoeveel mensen samen in een groep, in woorden"),
    TableColumn("materials", "materialen", "string", "Ids uit de lijst material"),
    TableColumn("regions", "gebieden", "string", "Namen van de gebieden"),
    TableColumn("costs", "kosten", "string", "Bedragen in woorden, elk met zijn noemer en prijsjaar"),
    TableColumn("outcomes", "aantal_resultaten", "integer", "Hoeveel resultaten de kaart heeft", required=True),
    TableColumn("recognitions", "aantal_oordelen", "integer", "Hoeveel oordelen van instanties de kaart heeft", required=True),
    TableColumn("known_parts", "onderdelen_bekend", "integer", "Hoeveel onderdelen van de kaart bekend zijn", required=True),
    TableColumn("parts", "onderdelen", "integer", "Hoeveel onderdelen op deze kaart van toepassing zijn", required=True),
    TableColumn("reviewed", "nagekeken", "string", "Dag waarop de kaart met de bronnen is vergeleken"),
    SOURCES,
    *STATE_COLUMNS,
)


def _method_rows(library: Library) -> Iterator[tuple[Any, ...]]:
    yield from (_method_row(method, library) for method in by_name(library.methods.values()))


def _method_row(method: Method, library: Library) -> tuple[Any, ...]:
    status, group, division, known = method.status, method.target_group, method.classification, completeness(method)
    return (
        method.id,
        method.name,
        method_subject(method).link,
        plain_text(method.summary),
        coded_term(status.phase),
        status.from_,
        status.to,
        join_texts(owner.organisation.name for owner in method.owners),
        join_terms(goal.theme for goal in method.goals),
        join_terms(group.problems),
        join_terms(group.recipients),
        join_texts(ages(statement) for statement in group.ages),
        join_terms(division.prevention) if division else None,
        join_terms(division.frame) if division else None,
        join_terms(division.setting) if division else None,
        join_terms(division.aim) if division else None,
        join_terms(division.approach_kind) if division else None,
        join_terms(division.provision) if division else None,
        join_texts(found[0] for one in method.intensity if (found := duration_text(one))),
        *_months(method),
        join_texts(map(group_text, method.group_size)),
        join_terms(material.kind for material in method.materials),
        join_texts(place.region.nl for place in method.regions),
        join_texts(amount_text(cost) for cost in method.costs),
        len(method.outcomes),
        sum(len(recognition.verdicts) for recognition in method.recognitions),
        known.known,
        known.total,
        method.reviewed,
        join_sources(method.sources),
        *state_values(method, library),
    )


def _months(method: Method) -> tuple[float | None, float | None]:
    """The shortest and the longest duration in months; no longest one if there is no upper end."""
    lengths = [months for one in method.intensity if one.length and (months := one.length.months)]
    if not lengths:
        return None, None
    last = max(end for _, end in lengths)
    return round(min(start for start, _ in lengths), 1), None if last == inf else round(last, 1)


OUTCOME_COLUMNS = (
    TableColumn("subject_kind", "soort", "string", "Waarover het gaat", required=True, values=("method", "tool")),
    TableColumn("subject", "id", "string", "Id van de methode of werkvorm", required=True),
    TableColumn("subject_name", "naam", "string", "Naam van de methode of werkvorm", required=True),
    TableColumn("outcome", "resultaat", "string", "Id van het resultaat binnen de kaart", required=True),
    LASTING._replace(unique=True),
    TableColumn("measure", "maat", "string", "Id uit de lijst measure", required=True),
    TableColumn("statement", "uitspraak", "string", "Het resultaat in woorden", required=True),
    TableColumn(
        "kind",
        "soort_getal",
        "string",
        "Wat voor getal het is; alleen proportion heeft een interval",
        required=True,
        values=tuple(KINDS),
    ),
    TableColumn("number", "getal", "string", "Het getal zoals het op de kaart staat", required=True),
    TableColumn("remark", "bij_het_getal", "string", "Wat bij het getal hoort: het interval, of dat het totaal ontbreekt"),
    TableColumn("count", "aantal", "integer", "Aantal"),
    TableColumn("of", "van_hoeveel", "integer", "Totaal, als de bron het geeft"),
    TableColumn("percent", "percentage", "number", "Percentage zoals de bron het geeft; zonder aantal is het niet te wegen"),
    TableColumn("low", "interval_laag", "number", "Ondergrens van het 95%-interval (Wilson), in procenten"),
    TableColumn("high", "interval_hoog", "number", "Bovengrens van het 95%-interval (Wilson), in procenten"),
    TableColumn("amount", "bedrag", "number", "Bedrag in euro"),
    TableColumn("amount_over", "bedrag_over", "integer", "Over hoeveel het hele bedrag gaat; het is niet gedeeld"),
    TableColumn("score_before", "score_ervoor", "number", "Gemiddelde score ervoor"),
    TableColumn("score", "score", "number", "Gemiddelde score"),
    TableColumn("effect_metric", "effectmaat", "string", "Id uit de lijst effect-metric; reken effectmaten niet in elkaar om"),
    TableColumn("effect", "waarde_effectmaat", "number", "Waarde van de effectmaat, zoals de bron die geeft"),
    TableColumn("unit", "eenheid", "string", "Wat er geteld is (id uit de lijst unit)"),
    TableColumn("population", "bij_wie", "string", "Over welke groep het gaat"),
    TableColumn("direction", "richting", "string", "Id uit de lijst direction", required=True),
    TableColumn("design", "opzet", "string", "Hoe het is gemeten (id uit de lijst design)", required=True),
    TableColumn("follow_up", "vervolgmeting", "string", "Hoe lang na de hulp is gemeten, in woorden"),
    TableColumn("basic_set", "basisset", "string", "Onderdeel van de basisset jeugdhulp (id uit de lijst outcome-basis)"),
    TableColumn("evaluator", "wie_mat", "string", "Wie mat, als de bron dat noemt"),
    TableColumn("who", "onafhankelijk", "string", "Wie het zegt", required=True, values=tuple(INDEPENDENCE)),
    TableColumn("period", "periode", "string", "Wanneer, in woorden"),
    TableColumn("caveat", "kanttekening", "string", "Wat een lezer moet weten om het niet te zwaar te wegen"),
    SOURCES,
    TableColumn("study", "onderzoek", "string", "Id van het onderzoek; een rij van de tabel met onderzoeken", required=True),
)


def _outcome_rows(library: Library) -> Iterator[tuple[Any, ...]]:
    for subject, outcome in all_results(library):
        yield _outcome_row(subject, outcome)


def _outcome_row(subject: Subject, outcome: Outcome) -> tuple[Any, ...]:
    text, result = number_of(outcome), outcome.result
    over = result.over if isinstance(result, Amount) else None
    unit = over.unit if over else getattr(result, "unit", None)
    return (
        Coded("tool", "werkvorm") if subject.is_tool else Coded("method", "methode"),
        subject.id,
        subject.name,
        outcome.id,
        subject.claim_link(outcome),
        coded_term(outcome.measure),
        plain_text(outcome.statement),
        Coded(result.kind, KINDS[result.kind]),
        text.headline,
        text.remark,
        getattr(result, "count", None),
        getattr(result, "of", None),
        *_percentages(result),
        json_number(result.amount) if isinstance(result, Amount) else None,
        over.count if over else None,
        json_number(result.before) if isinstance(result, Score) and result.before is not None else None,
        json_number(result.score) if isinstance(result, Score) else None,
        coded_term(result.effect) if isinstance(result, Effect) else None,
        json_number(result.value) if isinstance(result, Effect) else None,
        coded_term(unit),
        outcome.population,
        coded_term(outcome.direction),
        coded_term(outcome.study.design),
        follow_up_text(outcome.follow_up) if outcome.follow_up else None,
        coded_term(outcome.basic_set),
        outcome.study.evaluator.name if outcome.study.evaluator else None,
        Coded(independence_of(outcome), INDEPENDENCE[independence_of(outcome)]),
        period(outcome.measured) if outcome.measured else None,
        plain_text(outcome.caveat) if outcome.caveat else None,
        join_sources(outcome.sources),
        outcome.study.id,
    )


def _percentages(result: Any) -> tuple[Any, Any, Any]:
    """The percentage and the bounds of its interval, in per cent."""
    if isinstance(result, Proportion):
        interval = wilson(result.count, result.of)
        shares = (result.count / result.of, interval.low, interval.high)
        return tuple(round(100 * share, 1) for share in shares)  # type: ignore[return-value]
    percent = getattr(result, "percent", None)
    return (json_number(percent) if percent is not None else None, None, None)


TABLES = (
    Table("methods", "methoden", "Alle methoden, één per rij.", METHOD_COLUMNS, ("method",), _method_rows),
    Table(
        "outcomes",
        "resultaten",
        "Alle resultaten van methoden en werkvormen, één per rij, met aantal, totaal en interval waar die bekend zijn.",
        OUTCOME_COLUMNS,
        ("subject_kind", "subject", "outcome"),
        _outcome_rows,
    ),
    Table(
        "studies",
        "onderzoeken",
        "Alle onderzoeken, één per rij, ook als er nog geen resultaat van is.",
        study_table.COLUMNS,
        ("subject_kind", "subject", "study"),
        study_table.study_rows,
    ),
    *DECISION_TABLES,
)
