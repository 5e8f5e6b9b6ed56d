"""The tables: methods, outcomes and recognitions, one a row. Columns are named here once for every form of a table."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from macros.library.library import Library
from macros.model.evidence import Amount, Outcome, Proportion, Recognition, Score, Verdict
from macros.model.markup import plain_text
from macros.model.method import Method
from macros.open_data.members import number
from macros.views.common.comparability import WHO, is_old, who_says
from macros.views.common.dutch import ages, by_name, period
from macros.views.common.intervals import wilson
from macros.views.common.subjects import Subject, of_method, results
from macros.views.common.wording import cost_text, follow_up_text
from macros.views.evidence.outcomes import number_of
from macros.views.missing.completeness import completeness

SEPARATOR = "; "
"""Between several values in one cell."""


class Column(NamedTuple):
    name: str
    """For programs"""
    title: str
    """Dutch, above the column in a spreadsheet"""
    kind: str
    """A type of Frictionless: string, integer, number, boolean"""
    help: str
    required: bool = False
    unique: bool = False
    values: tuple[str, ...] = ()
    """The only values that can occur, if that is so."""


class Table(NamedTuple):
    name: str
    title: str
    """Name of the sheet and of the Dutch file"""
    help: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Columns that together name a row; empty if none do."""
    rows: Callable[[Library], Iterator[tuple[Any, ...]]]
    """Values in the order of the columns; None is an empty cell."""


_METHOD = Column("method", "methode", "string", "Id van de methode", required=True)
_NAME = Column("method_name", "naam", "string", "Naam van de methode", required=True)
_SOURCES = Column("sources", "bronnen", "string", "Ids van de bronnen; ze staan voluit in sources.json", required=True)
KINDS = {
    "proportion": "aantal van totaal",
    "tally": "aantal zonder totaal",
    "percentage": "percentage zonder totaal",
    "change": "verandering",
    "amount": "bedrag",
    "score": "score",
    "words": "alleen woorden",
    "none-yet": "nog niets bekend",
}
"""Kinds of results"""


class Coded(NamedTuple):
    """A value that programs know by its id and people by its name."""

    code: str
    name: str


def _texts(values: Iterable[Any]) -> str | None:
    return SEPARATOR.join(dict.fromkeys(str(value) for value in values)) or None


def _terms(terms: Iterable[Any]) -> Coded | None:
    found = {term.id: term.nl for term in terms}
    return Coded(SEPARATOR.join(found), SEPARATOR.join(found.values())) if found else None


def _term(term: Any) -> Coded | None:
    return Coded(term.id, term.nl) if term else None


def _cited(citations: Iterable[Any]) -> Coded:
    found = {citation.source.id: citation.source for citation in citations}
    return Coded(SEPARATOR.join(found), SEPARATOR.join(f"{source.publisher}, {source.title}" for source in found.values()))


METHOD_COLUMNS = (
    _METHOD._replace(unique=True),
    _NAME,
    Column("address", "adres", "string", "Adres van de kaart, vanaf de hoofdpagina van de site", required=True),
    Column("summary", "samenvatting", "string", "Wat de methode is", required=True),
    Column("phase", "stand", "string", "Of de methode loopt (id uit de lijst phase)", required=True),
    Column("phase_from", "stand_van", "string", "Sinds wanneer: jaar, maand of dag"),
    Column("phase_to", "stand_tot", "string", "Tot wanneer"),
    Column("owner", "eigenaar", "string", "Naam van de eigenaar", required=True),
    Column("themes", "themas", "string", "Themas van de doelen (ids uit de lijst theme)", required=True),
    Column("problems", "wat_er_speelt", "string", "Ids uit de lijst problem"),
    Column("recipients", "wie_krijgt_hulp", "string", "Ids uit de lijst person"),
    Column("ages", "leeftijd", "string", "Leeftijden in woorden"),
    Column("prevention", "preventieniveau", "string", "Ids uit de lijst prevention"),
    Column("frame", "kader", "string", "Ids uit de lijst frame"),
    Column("setting", "plaats", "string", "Ids uit de lijst setting"),
    Column("regions", "gebieden", "string", "Namen van de gebieden"),
    Column("costs", "kosten", "string", "Bedragen in woorden, elk met zijn noemer"),
    Column("outcomes", "aantal_resultaten", "integer", "Hoeveel resultaten de kaart heeft", required=True),
    Column("recognitions", "aantal_oordelen", "integer", "Hoeveel oordelen van instanties de kaart heeft", required=True),
    Column("known_parts", "onderdelen_bekend", "integer", "Hoeveel onderdelen van de kaart bekend zijn", required=True),
    Column("parts", "onderdelen", "integer", "Hoeveel onderdelen op deze kaart van toepassing zijn", required=True),
    Column("reviewed", "nagekeken", "string", "Dag waarop de kaart met de bronnen is vergeleken"),
    _SOURCES,
)


def _methods(library: Library) -> Iterator[tuple[Any, ...]]:
    yield from map(_method, by_name(library.methods.values()))


def _method(method: Method) -> tuple[Any, ...]:
    status, group, division, known = method.status, method.target_group, method.classification, completeness(method)
    return (
        method.id,
        method.name,
        of_method(method).link,
        plain_text(method.summary),
        _term(status.phase),
        status.from_,
        status.to,
        method.owner.organisation.name,
        _terms(goal.theme for goal in method.goals),
        _terms(group.problems),
        _terms(group.recipients),
        _texts(ages(statement) for statement in group.ages),
        _terms(division.prevention) if division else None,
        _terms(division.frame) if division else None,
        _terms(division.setting) if division else None,
        _texts(place.region.nl for place in method.regions),
        _texts(cost_text(cost) for cost in method.costs),
        len(method.outcomes),
        sum(len(recognition.verdicts) for recognition in method.recognitions),
        known.known,
        known.total,
        method.reviewed,
        _cited(method.sources),
    )


OUTCOME_COLUMNS = (
    Column("subject_kind", "soort", "string", "Waarover het gaat", required=True, values=("method", "tool")),
    Column("subject", "id", "string", "Id van de methode of werkvorm", required=True),
    Column("subject_name", "naam", "string", "Naam van de methode of werkvorm", required=True),
    Column("outcome", "resultaat", "string", "Id van het resultaat binnen de kaart", required=True),
    Column("address", "adres", "string", "Vast adres, vanaf de hoofdpagina van de site", required=True, unique=True),
    Column("measure", "maat", "string", "Id uit de lijst measure", required=True),
    Column("statement", "uitspraak", "string", "Het resultaat in woorden", required=True),
    Column(
        "kind",
        "soort_getal",
        "string",
        "Wat voor getal het is; alleen proportion heeft een interval",
        required=True,
        values=tuple(KINDS),
    ),
    Column("number", "getal", "string", "Het getal zoals het op de kaart staat", required=True),
    Column("remark", "bij_het_getal", "string", "Wat bij het getal hoort: het interval, of dat het totaal ontbreekt"),
    Column("count", "aantal", "integer", "Aantal"),
    Column("of", "van_hoeveel", "integer", "Totaal, als de bron het geeft"),
    Column("percent", "percentage", "number", "Percentage; zonder totaal is het niet te wegen"),
    Column("low", "interval_laag", "number", "Ondergrens van het 95%-interval (Wilson), in procenten"),
    Column("high", "interval_hoog", "number", "Bovengrens van het 95%-interval (Wilson), in procenten"),
    Column("amount", "bedrag", "number", "Bedrag in euro"),
    Column("score", "score", "number", "Gemiddelde score"),
    Column("unit", "eenheid", "string", "Wat er geteld is (id uit de lijst unit)"),
    Column("population", "bij_wie", "string", "Over welke groep het gaat"),
    Column("direction", "richting", "string", "Id uit de lijst direction", required=True),
    Column("design", "opzet", "string", "Hoe het is gemeten (id uit de lijst design)", required=True),
    Column("follow_up", "vervolgmeting", "string", "Hoe lang na de hulp is gemeten, in woorden"),
    Column("basic_set", "basisset", "string", "Onderdeel van de basisset jeugdhulp (id uit de lijst outcome-basis)"),
    Column("evaluator", "wie_mat", "string", "Wie mat, als de bron dat noemt"),
    Column("who", "onafhankelijk", "string", "Wie het zegt", required=True, values=tuple(WHO)),
    Column("period", "periode", "string", "Wanneer, in woorden"),
    Column("caveat", "kanttekening", "string", "Wat een lezer moet weten om het niet te zwaar te wegen"),
    _SOURCES,
)


def _outcomes(library: Library) -> Iterator[tuple[Any, ...]]:
    for subject, outcome in results(library):
        yield _outcome(subject, outcome)


def _outcome(subject: Subject, outcome: Outcome) -> tuple[Any, ...]:
    text, result = number_of(outcome), outcome.result
    unit = getattr(result, "unit", None)
    return (
        Coded("tool", "werkvorm") if subject.is_tool else Coded("method", "methode"),
        subject.id,
        subject.name,
        outcome.id,
        subject.claim_link(outcome),
        _term(outcome.measure),
        plain_text(outcome.statement),
        Coded(result.kind, KINDS[result.kind]),
        text.headline,
        text.remark,
        getattr(result, "count", None),
        getattr(result, "of", None),
        *_percentages(result),
        number(result.amount) if isinstance(result, Amount) else None,
        number(result.score) if isinstance(result, Score) else None,
        _term(unit),
        outcome.population,
        _term(outcome.direction),
        _term(outcome.design),
        follow_up_text(outcome.follow_up) if outcome.follow_up else None,
        _term(outcome.basic_set),
        outcome.evaluator.name if outcome.evaluator else None,
        Coded(who_says(outcome), WHO[who_says(outcome)]),
        period(outcome.period) if outcome.period else None,
        plain_text(outcome.caveat) if outcome.caveat else None,
        _cited(outcome.sources),
    )


def _percentages(result: Any) -> tuple[Any, Any, Any]:
    """The percentage and its interval."""
    if isinstance(result, Proportion):
        interval = wilson(result.count, result.of)
        shares = (result.count / result.of, interval.low, interval.high)
        return tuple(round(100 * share, 1) for share in shares)  # type: ignore[return-value]
    percent = getattr(result, "percent", None)
    return (number(percent) if percent is not None else None, None, None)


RECOGNITION_COLUMNS = (
    _METHOD,
    _NAME,
    Column("body", "instantie", "string", "Wie besloot", required=True),
    Column("committee", "commissie", "string", "Commissie van de instantie"),
    Column("level", "niveau", "string", "Letterlijk zoals de instantie het noemt", required=True),
    Column("step", "trede", "string", "Trede van de Nederlandse erkenning, als het niveau daarop voorkomt"),
    Column("scope", "geldt_voor", "string", "Waarover het oordeel gaat; leeg is de hele methode"),
    Column("date", "datum", "string", "Jaar, maand of dag van het besluit"),
    Column("old", "ouder_dan_vijf_jaar", "boolean", "Of instanties na zo veel tijd opnieuw kijken", required=True),
    Column("state", "stand", "string", "Of het besluit nog geldt (id uit de lijst recognition-state); leeg is onbekend"),
    Column("reason", "reden", "string", "Waarom geweigerd, ingetrokken of onder voorbehoud"),
    Column("url", "webadres", "string", "Waar de instantie het zegt"),
    _SOURCES,
)


def _recognitions(library: Library) -> Iterator[tuple[Any, ...]]:
    for method in by_name(library.methods.values()):
        for recognition in method.recognitions:
            for verdict in recognition.verdicts:
                yield _verdict(method, recognition, verdict, is_old(recognition, library.today))


def _verdict(method: Method, recognition: Recognition, verdict: Verdict, old: bool) -> tuple[Any, ...]:
    return (
        method.id,
        method.name,
        recognition.body.name,
        recognition.committee,
        verdict.level,
        _term(verdict.step),
        verdict.scope.description if verdict.scope else None,
        recognition.date,
        old,
        _term(recognition.state),
        plain_text(recognition.reason) if recognition.reason else None,
        recognition.url,
        _cited(recognition.sources),
    )


TABLES = (
    Table("methods", "methoden", "Alle methoden, één per rij.", METHOD_COLUMNS, ("method",), _methods),
    Table(
        "outcomes",
        "resultaten",
        "Alle resultaten van methoden en werkvormen, één per rij, met aantal, totaal en interval waar die bekend zijn.",
        OUTCOME_COLUMNS,
        ("subject_kind", "subject", "outcome"),
        _outcomes,
    ),
    Table("recognitions", "erkenningen", "Alle oordelen van instanties, één per rij.", RECOGNITION_COLUMNS, (), _recognitions),
)
