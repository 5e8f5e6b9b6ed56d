"""The orders in which a reader can sort the methods, each with an explanation of what it means and does not mean."""

from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method


class Order(NamedTuple):
    id: str
    """Its value in the address of a view."""
    label: str
    explanation: str
    needs_query: bool = False


ORDERS: tuple[Order, ...] = (
    Order(
        "relevantie",
        "wat u zocht",
        "Bovenaan staat wat het meest lijkt op wat u zocht. Dat zegt niets over kwaliteit.",
        needs_query=True,
    ),
    Order("naam", "naam", "De volgorde is alfabetisch en zegt niets over kwaliteit."),
    Order("nagekeken", "laatst nagekeken", "Bovenaan staat de kaart die het laatst met de bronnen is vergeleken."),
    Order(
        "bewijs",
        "soort onderzoek",
        "Eerst de opzet van het onderzoek, van overzichten en loting tot eigen opgave, "
        "en bij gelijke opzet eerst wat met aantal en totaal is gemeten. "
        "Dit is geen rangorde van kwaliteit: ook sterk onderzoek kan laten zien dat iets niet werkt.",
    ),
)


def evidence_place(method: Method, library: Library) -> int:
    """The sort key of the order of evidence, lowest first: by the first design in the order of the vocabulary, then by whether
    the total is known. An outcome without a result yet does not count.
    """
    designs = list(library.vocabularies["design"].terms)
    places = (
        2 * designs.index(outcome.study.design.id) + (outcome.result.kind != "proportion")
        for outcome in method.outcomes
        if outcome.result.kind != "none-yet"
    )
    return min(places, default=2 * len(designs))
