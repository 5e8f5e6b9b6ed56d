"""Where a family can go besides a method, in data/helplines.yml: in danger, or for somebody on its side."""

from typing import Literal

from pydantic import Field

from macros.model.base import Line, Record, Url
from macros.model.data import KeyId
from macros.model.sources import Citations


class Helpline(Record):
    """A place for every family; public numbers only, never of a person."""

    id: KeyId
    about: Literal["danger", "on-your-side"] = Field(
        title="Waarvoor", description="`danger` bij gevaar; `on-your-side` voor iemand die naast het gezin staat."
    )
    question: Line = Field(title="Vraag", description="Wat het gezin zich afvraagt, bijvoorbeeld: Bent u nu in gevaar?")
    answer: Line = Field(title="Antwoord", description="Eén of twee korte zinnen.")
    url: Url | None = Field(None, title="Adres")
    sources: Citations
