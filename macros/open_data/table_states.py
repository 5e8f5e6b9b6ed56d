"""The columns of the table of methods about what a method is, how it stands and what it is related to. They come last: they
were added when the table was published already."""

from typing import Any

from macros.library.library import Library
from macros.model.method import Method
from macros.open_data.table_parts import TableColumn, coded_term, join_texts
from macros.views.card.relations import relation_texts

STATE_COLUMNS = (
    TableColumn("kind", "soort_methode", "string", "Waar de kaart over gaat (id uit de lijst method-kind)"),
    TableColumn("phase_as_of", "peildatum_stand", "string", "Wanneer de bron van de stand dat zei"),
    TableColumn("intake", "nieuwe_gezinnen", "string", "Of er nieuwe gezinnen bij kunnen (id uit de lijst yes-no)"),
    TableColumn("intake_as_of", "peildatum_nieuwe_gezinnen", "string", "Wanneer de bron dat zei"),
    TableColumn("relations", "verwante_methoden", "string", "Hoe de methode aan andere verwant is, in woorden"),
)


def state_values(method: Method, library: Library) -> tuple[Any, ...]:
    return (
        coded_term(method.kind),
        method.status.as_of,
        coded_term(method.intake.open) if method.intake else None,
        method.intake.as_of if method.intake else None,
        join_texts(relation_texts(method, library)),
    )
