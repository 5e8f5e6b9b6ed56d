"""What happens anyway, in data/base_rates.yml: national figures to set beside results. Context, never a comparison group."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Line, Record, vocabulary
from macros.model.data import KeyId, Term
from macros.model.sources import Citations, Period


class BaseRate(Record):
    """How often something happens in the whole country, whatever help there was."""

    id: KeyId
    measure: Annotated[Term, vocabulary("measure")] = Field(title="Maat", description="Bij welke resultaten het cijfer hoort.")
    figure: Line = Field(title="Cijfer", description="Zoals de bron het noemt, bijvoorbeeld: ongeveer 4 van de 10 kinderen.")
    population: Line = Field(title="Wie er geteld zijn")
    period: Period = Field(title="Wanneer")
    counted_by: Line = Field(title="Wie telde")
    differs: Line = Field(title="Wat er anders is", description="Waarom het niet naast een resultaat gelegd kan worden.")
    sources: Citations
