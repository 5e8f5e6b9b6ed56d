"""The library: all methods and what they refer to, checked and resolved; immutable."""

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.history.card_history import History
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source, Vocabulary
from macros.model.method import Method
from macros.model.moved import Moved
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool


@dataclass(frozen=True, repr=False)
class Library:
    """Everything that is known; immutable. Each mapping goes from id to record, in the order of the files."""

    methods: Mapping[str, Method]
    vocabularies: Mapping[str, Vocabulary]
    organisations: Mapping[str, Organisation]
    sources: Mapping[str, Source]
    elements: Mapping[str, Element]
    tools: Mapping[str, Tool]
    synonyms: Synonyms
    crosswalk: Mapping[str, Scale]
    """The scales of rating bodies; nothing refers to them."""
    card_ids: frozenset[str]
    """Ids of all cards, also of those that were refused or not asked for: a link to them is right."""
    today: datetime.date
    """The day on which the age of statements is counted."""
    moved: Mapping[str, Moved]
    """Ids of cards that are gone, each with the end of its way: `to` is a card or an id that was taken away."""
    history: History
    """What the repository knows of the past of the cards."""

    @cached_property
    def measured(self) -> frozenset[str]:
        """Ids of the measures on which there is any result."""
        with_results = [*self.methods.values(), *self.tools.values()]
        return frozenset(outcome.measure.id for one in with_results for outcome in one.outcomes)

    def __repr__(self) -> str:
        return f"<Library of {len(self.methods)} methods>"  # others print what they are given; all cards would be megabytes


def build_date() -> datetime.date:
    """Today, or the day of SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch else datetime.date.today()
