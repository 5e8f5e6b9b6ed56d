"""What a criterion means for the answers on the page "Past het?", in a form that a program can read."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.model.base import Record, fault, vocabulary
from macros.model.data import Term


class When(Record):
    """The answers that meet a criterion; every other answer to the same question goes against it.

    A criterion itself stays a sentence. Authors write `when` only if the source leaves no doubt that it holds for every
    family. If a family needs to meet only one of several criteria, they get no `when`, and then decide nothing.
    """

    safety: tuple[Annotated[Term, vocabulary("safety")], ...] = Field((), title="Veiligheid")
    living: tuple[Annotated[Term, vocabulary("living")], ...] = Field((), title="Waar het kind woont")
    disability: tuple[Annotated[Term, vocabulary("family-disability")], ...] = Field((), title="Beperking")
    frame: tuple[Annotated[Term, vocabulary("frame")], ...] = Field((), title="Kader")
    problems: tuple[Annotated[Term, vocabulary("problem")], ...] = Field(
        (), title="Wat er speelt", description="Alleen bij wie niet in aanmerking komt; anders staat het bij `problems`."
    )
    regions: tuple[Annotated[Term, vocabulary("region")], ...] = Field((), title="Gebied")

    @model_validator(mode="after")
    def _says_something(self) -> "When":
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise fault("when_empty")
        return self
