"""The facets of the catalogue, by which a reader can filter the methods, and the values of each method.

To add a facet, write a function from a method to ids of values and list it in FACETS. If the function yields nothing, the
method gets the value that says why: unknown, searched for and not found, or not applicable.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.recognition import Recognition
from macros.views.catalogue.age_bands import AGE_BANDS, age_bands
from macros.views.catalogue.length_bands import LENGTH_BANDS, length_bands
from macros.views.common.comparability import INDEPENDENCE, NO_LONGER, RECOGNITION_YEARS, independence_of, is_old
from macros.views.common.dutch import UNKNOWN, by_name, in_words
from macros.views.missing.why_empty import gap_of

Values = Callable[[Method, Library], Iterator[str]]
Labels = Mapping[str, str]
"""Id of a value → its Dutch name, in the order in which a reader sees them."""


class Facet(NamedTuple):
    id: str
    """Its key in the address of a view, therefore Dutch and short."""
    label: str
    group: str
    """The heading under which it is shown."""
    field: str
    """Path of the field of the card that fills it; if it is empty, its gap says why."""
    values: Values
    names: Callable[[Library], Labels]
    """All values that it can have, used or not, without those for an empty field."""
    subject: str = "method"
    """The subject of a value. Chosen values of facets about the same subject must hold for one and the same record: loting and
    onafhankelijk together select methods with one result that is both."""


_OUTSIDE_LADDER = "other"
_IN_NONE = "none"
_YEARS = in_words(RECOGNITION_YEARS)
_RECOGNITION_AGES = {"recent": f"nog geen {_YEARS} jaar oud", "old": f"{_YEARS} jaar of ouder", "undated": "datum onbekend"}
_INTAKES = {"yes": "er kunnen nieuwe gezinnen bij", "no": "er kunnen geen nieuwe gezinnen bij"}
_NUMBER_KINDS = {
    "total": "aantal en totaal bekend",
    "number": "getal zonder totaal",
    "words": "alleen woorden",
    "none-yet": "nog geen resultaat",
}


def _themes(method: Method, library: Library) -> Iterator[str]:
    yield from (goal.theme.id for goal in method.goals)


def _problems(method: Method, library: Library) -> Iterator[str]:
    yield from (problem.id for problem in method.target_group.problems)


def _ages(method: Method, library: Library) -> Iterator[str]:
    yield from age_bands(method.target_group.ages)


def _recipients(method: Method, library: Library) -> Iterator[str]:
    yield from (person.id for person in method.target_group.recipients)


def _division(attribute: str) -> Values:
    def values(method: Method, library: Library) -> Iterator[str]:
        if method.classification:
            yield from (term.id for term in getattr(method.classification, attribute))

    return values


def _lengths(method: Method, library: Library) -> Iterator[str]:
    for intensity in method.intensity:
        if intensity.length:
            yield from length_bands(intensity.length)


def _materials(method: Method, library: Library) -> Iterator[str]:
    yield from (material.kind.id for material in method.materials)


def _phase(method: Method, library: Library) -> Iterator[str]:
    yield method.status.phase.id


def _kind(method: Method, library: Library) -> Iterator[str]:
    if method.kind:
        yield method.kind.id


def _intake(method: Method, library: Library) -> Iterator[str]:
    """A source that leaves it open says no more than no source."""
    if method.intake and method.intake.open.id in _INTAKES:
        yield method.intake.open.id


def _each_verdict(value: Callable[[Recognition, str, datetime.date], str]) -> Values:
    def values(method: Method, library: Library) -> Iterator[str]:
        for recognition in method.recognitions:
            for verdict in recognition.verdicts:
                yield value(recognition, verdict.step.id if verdict.step else _OUTSIDE_LADDER, library.today)

    return values


def _level(recognition: Recognition, step: str, today: datetime.date) -> str:
    return recognition.state.id if recognition.state and recognition.state.id in NO_LONGER else step


def _recognition_age(recognition: Recognition, step: str, today: datetime.date) -> str:
    if recognition.date is None:
        return "undated"
    return "old" if is_old(recognition, today) else "recent"


def _guidelines(method: Method, library: Library) -> Iterator[str]:
    """Never unknown: what is read of the guidelines stands in the library itself."""
    yield from [guideline.id for guideline, _ in library.mentions.get(method.id, ())] or [_IN_NONE]


def _guideline_names(library: Library) -> Labels:
    ordered = by_name(library.guidelines.values())
    return {**{guideline.id: guideline.name for guideline in ordered}, _IN_NONE: "in geen richtlijn die hier staat"}


def _each_outcome(value: Callable[[Outcome], str]) -> Values:
    def values(method: Method, library: Library) -> Iterator[str]:
        yield from map(value, method.outcomes)

    return values


def _number_kind(outcome: Outcome) -> str:
    return {"proportion": "total", "words": "words", "none-yet": "none-yet"}.get(outcome.result.kind, "number")


def _regions(method: Method, library: Library) -> Iterator[str]:
    yield from (place.region.id for place in method.regions)


def _organisations(method: Method, library: Library) -> Iterator[str]:
    yield from (owner.organisation.id for owner in method.owners)
    yield from (partner.organisation.id for partner in method.partners)


def _vocabulary_labels(vocabulary: str) -> Callable[[Library], Labels]:
    return lambda library: {term.id: term.nl for term in library.vocabularies[vocabulary].terms.values()}


def _fixed_labels(labels: Labels) -> Callable[[Library], Labels]:
    return lambda library: labels


def _levels(library: Library) -> Labels:
    states = _vocabulary_labels("recognition-state")(library)
    no_longer = {state: states[state] for state in NO_LONGER if state in states}
    return {**_vocabulary_labels("recognition-level")(library), _OUTSIDE_LADDER: "ander oordeel van een instantie", **no_longer}


def _organisation_names(library: Library) -> Labels:
    ordered = by_name(library.organisations.values())
    return {organisation.id: organisation.name for organisation in ordered}


_WHOM, _HELP, _KNOWN, _WHERE = "Voor wie", "Welke hulp", "Wat er bekend is", "Waar en van wie"

FACETS: tuple[Facet, ...] = (
    Facet("thema", "Thema", _WHOM, "goals", _themes, _vocabulary_labels("theme")),
    Facet("speelt", "Wat er speelt", _WHOM, "target_group.problems", _problems, _vocabulary_labels("problem")),
    Facet(
        "leeftijd",
        "Leeftijd van het kind",
        _WHOM,
        "target_group.ages",
        _ages,
        _fixed_labels({band.id: band.label for band in AGE_BANDS}),
    ),
    Facet("wie", "Wie krijgt hulp", _WHOM, "target_group.recipients", _recipients, _vocabulary_labels("person")),
    Facet(
        "preventie",
        "Preventieniveau",
        _HELP,
        "classification.prevention",
        _division("prevention"),
        _vocabulary_labels("prevention"),
    ),
    Facet("kader", "Kader", _HELP, "classification.frame", _division("frame"), _vocabulary_labels("frame")),
    Facet("hulpvorm", "Hulpvorm", _HELP, "classification.care_form", _division("care_form"), _vocabulary_labels("care-form")),
    Facet("plaats", "Plaats", _HELP, "classification.setting", _division("setting"), _vocabulary_labels("setting")),
    Facet("soort", "Soort methode", _HELP, "kind", _kind, _vocabulary_labels("method-kind")),
    Facet("doel", "Soort doel", _HELP, "classification.aim", _division("aim"), _vocabulary_labels("aim")),
    Facet(
        "aanpak",
        "Soort aanpak",
        _HELP,
        "classification.approach_kind",
        _division("approach_kind"),
        _vocabulary_labels("approach-kind"),
    ),
    Facet(
        "voorziening",
        "Soort voorziening",
        _HELP,
        "classification.provision",
        _division("provision"),
        _vocabulary_labels("provision"),
    ),
    Facet("duur", "Duur", _HELP, "intensity", _lengths, _fixed_labels({band.id: band.label for band in LENGTH_BANDS})),
    Facet("materiaal", "Materialen", _HELP, "materials", _materials, _vocabulary_labels("material")),
    Facet("stand", "Stand", _HELP, "status", _phase, _vocabulary_labels("phase")),
    Facet("instroom", "Nieuwe gezinnen", _HELP, "intake", _intake, _fixed_labels(_INTAKES)),
    Facet("erkenning", "Erkenning", _KNOWN, "recognitions", _each_verdict(_level), _levels, "recognition"),
    Facet(
        "erkend",
        "Hoe oud is de erkenning",
        _KNOWN,
        "recognitions",
        _each_verdict(_recognition_age),
        _fixed_labels(_RECOGNITION_AGES),
        "recognition",
    ),
    Facet("richtlijn", "In een landelijke richtlijn", _KNOWN, "sources", _guidelines, _guideline_names),
    Facet(
        "opzet",
        "Soort onderzoek",
        _KNOWN,
        "outcomes",
        _each_outcome(lambda outcome: outcome.study.design.id),
        _vocabulary_labels("design"),
        "outcome",
    ),
    Facet("meting", "Gemeten door", _KNOWN, "outcomes", _each_outcome(independence_of), _fixed_labels(INDEPENDENCE), "outcome"),
    Facet("getal", "Soort getal", _KNOWN, "outcomes", _each_outcome(_number_kind), _fixed_labels(_NUMBER_KINDS), "outcome"),
    Facet("gebied", "Gebied", _WHERE, "regions", _regions, _vocabulary_labels("region")),
    Facet("organisatie", "Organisatie", _WHERE, "owners", _organisations, _organisation_names),
)
BY_ID = {facet.id: facet for facet in FACETS}
FIRST = ("speelt", "leeftijd", "kader", "stand", "erkenning")
"""The facets that stand open; the others are behind one line."""


def values_of(facet: Facet, method: Method, library: Library) -> tuple[str, ...]:
    """The values of one method. For facets about a subject there is one value for each record, in the same order for all such
    facets; otherwise each value occurs once."""
    values = tuple(facet.values(method, library))
    if not values:
        gap = gap_of(method, facet.field)
        return (gap.state.id if gap else UNKNOWN,)
    return values if facet.subject != "method" else tuple(dict.fromkeys(values))


def labels_of(facet: Facet, library: Library) -> Labels:
    """All values that a method can have, whether or not any method has it."""
    return {**facet.names(library), UNKNOWN: UNKNOWN, **_vocabulary_labels("gap")(library)}
