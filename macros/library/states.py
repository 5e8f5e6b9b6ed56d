"""Hashes of what a library was made from: of each card, and of all that cards share."""

import hashlib
from collections.abc import Mapping

import orjson

from macros.library.check import Records
from macros.library.read import Documents


def card_states(records: Records) -> Mapping[str, str]:
    """Id of a card → hash of its file and of our code; empty for a card that was not read from a file as it is."""
    return {card_id: document.key for card_id, document in records.cards.items()}


def data_state(documents: Documents, records: Records) -> str:
    """Hash of everything in data/, and of the cards that bring records along; empty if the state of a card is not known, so
    that nothing is kept of a library that was changed while it was read."""
    if not all(card_states(records).values()):
        return ""
    brought = sorted(document.key for document in records.brought.values())
    values = [
        [(name, document and document.value) for name, document in of.items()] for of in (documents.vocabularies, documents.data)
    ]
    return hashlib.sha256(orjson.dumps([values, brought])).hexdigest()
