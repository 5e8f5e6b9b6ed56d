"""The table of studies: how many took part, how it was measured, by whom and where."""

from collections.abc import Iterator
from typing import Any

from macros.library.library import Library
from macros.model.markup_html import plain_text
from macros.model.study import Study
from macros.open_data.table_parts import LASTING, SOURCES, Coded, TableColumn, coded_term, join_sources
from macros.views.common.comparability import INDEPENDENCE, independence_of_study
from macros.views.common.dutch import period
from macros.views.common.subjects import Subject, all_studies
from macros.views.evidence.studies import participants_text, study_anchor, study_title

COLUMNS = (
    TableColumn("subject_kind", "soort", "string", "Methode of werkvorm", required=True, values=("method", "tool")),
    TableColumn("subject", "over", "string", "Id van de methode of de werkvorm", required=True),
    TableColumn("subject_name", "naam", "string", "Naam van de methode of de werkvorm", required=True),
    TableColumn("study", "onderzoek", "string", "Id van het onderzoek; uniek per methode of werkvorm", required=True),
    LASTING,
    TableColumn("title", "titel", "string", "Hoe het onderzoek heet, of waaraan men het herkent", required=True),
    TableColumn("design", "opzet", "string", "Hoe er is gemeten (id uit de lijst design)", required=True),
    TableColumn("state", "hoe_ver", "string", "Of het klaar is (id uit de lijst study-state); leeg is onbekend"),
    TableColumn("about", "waarover", "string", "Waarover het gaat (id uit de lijst study-about); leeg is deze methode"),
    TableColumn("country", "land", "string", "Waar het is gedaan (id uit de lijst country); leeg is onbekend"),
    TableColumn("period", "periode", "string", "Wanneer er is gemeten"),
    TableColumn("participants", "deelnemers", "integer", "Hoeveel er meededen"),
    TableColumn("unit", "eenheid", "string", "Wat er geteld is (id uit de lijst unit)"),
    TableColumn("lost", "uitgevallen", "integer", "Hoeveel deelnemers niet meer zijn gemeten"),
    TableColumn("participants_text", "deelnemers_in_woorden", "string", "De deelnemers met hun groepen"),
    TableColumn("evaluator", "wie_mat", "string", "Naam van wie mat; leeg als de bron die niet noemt"),
    TableColumn(
        "independence",
        "onafhankelijk",
        "string",
        "Of wie mat losstaat van de eigenaar",
        required=True,
        values=tuple(INDEPENDENCE),
    ),
    TableColumn("report_read", "rapport_gelezen", "string", "Of wij het rapport zelf lazen (yes, no, unknown); leeg is onbekend"),
    TableColumn("note", "toelichting", "string", "Wat men er nog van moet weten"),
    SOURCES,
)


def study_rows(library: Library) -> Iterator[tuple[Any, ...]]:
    """A row for each study, also those without results."""
    for subject, study in all_studies(library):
        yield _study_row(subject, study)


def _study_row(subject: Subject, study: Study) -> tuple[Any, ...]:
    people = study.participants
    return (
        Coded("tool", "werkvorm") if subject.is_tool else Coded("method", "methode"),
        subject.id,
        subject.name,
        study.id,
        f"{subject.link}#{study_anchor(study)}",
        study_title(study),
        coded_term(study.design),
        coded_term(study.state),
        coded_term(study.about),
        coded_term(study.country),
        period(study.period) if study.period else None,
        people.total if people else None,
        coded_term(people.unit) if people else None,
        people.lost if people else None,
        participants_text(people) if people else None,
        study.evaluator.name if study.evaluator else None,
        Coded(independence_of_study(study), INDEPENDENCE[independence_of_study(study)]),
        coded_term(study.report_read),
        plain_text(study.note) if study.note else None,
        join_sources(study.sources),
    )
