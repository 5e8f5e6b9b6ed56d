"""Every record that stands on a card."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.model.data import Organisation, Source, Term
from macros.model.tool import Element, Tool


def records_of(value: Any) -> Iterator[BaseModel]:
    """A card and every record that stands on it, without what it refers to."""
    if isinstance(value, BaseModel) and not isinstance(value, Term | Organisation | Source | Element | Tool):
        yield value
        for name in type(value).model_fields:
            yield from records_of(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from records_of(inner)
