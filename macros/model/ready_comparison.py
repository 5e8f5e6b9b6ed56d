"""Ready-made comparisons, in data/comparisons.yml: a question that many ask, with an answer that a reader may quote."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Line, Record, checked, limited
from macros.model.data import KeyId

MOST_METHODS = 4
"""More methods than this do not fit side by side on paper."""


class ReadyComparison(Record):
    id: KeyId
    question: Line = Field(title="Vraag", description="De titel van de pagina, zoals een lezer die stelt.")
    answer: Annotated[str, limited(400), checked] = Field(
        title="Antwoord", description="Hoogstens twee zinnen die een lezer kan overnemen; niet sterker dan de kaarten."
    )
    methods: tuple[Annotated[str, Field(json_schema_extra={"x-reference": "method"})], ...] = Field(
        min_length=2, max_length=MOST_METHODS, title="Methoden", description="Ids van twee tot vier kaarten."
    )
