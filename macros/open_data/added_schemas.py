"""JSON Schemas of the members that are no fields of a card."""

from macros.open_data.members import FLAG, NUMBER, TEXT, WHOLE, Schema, array_of, ref_to

SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
INTERVAL: Schema = {
    "type": "object",
    "properties": {"low": SHARE, "high": SHARE, "level": NUMBER},
    "required": ["low", "high", "level"],
    "additionalProperties": False,
    "description": "Wilson score interval of a proportion; only where both the count and the total are known",
}
NUMBER_TEXT: Schema = {
    "type": "object",
    "properties": {"headline": TEXT, "remark": TEXT},
    "required": ["headline"],
    "additionalProperties": False,
    "description": "the number as the page shows it; the remark never stands apart from it",
}
COMPLETENESS: Schema = {
    "type": "object",
    "properties": {
        "known": WHOLE,
        "total": WHOLE,
        "missing": array_of(
            {
                "type": "object",
                "properties": {"label": TEXT, "remark": TEXT},
                "required": ["label"],
                "additionalProperties": False,
            }
        ),
    },
    "required": ["known", "total", "missing"],
    "additionalProperties": False,
    "description": "how much the card knows; it says nothing about the method",
}
CLAIM_PLACES: Schema = array_of(
    {
        "type": "object",
        "properties": {"id": TEXT, "address": TEXT, "at": TEXT},
        "required": ["id", "address", "at"],
        "additionalProperties": False,
        "description": "a claim as claims.json names it; `at` is a JSON pointer to its record in this file",
    }
)
GUIDELINES: Schema = array_of(
    {
        "type": "object",
        "properties": {"id": TEXT, "name": TEXT, "for": TEXT, "says": TEXT},
        "required": ["id", "name", "for", "says"],
        "additionalProperties": False,
        "description": "a guideline that names the method, which is no recognition; guidelines.json has its sources",
    }
)
HISTORY: Schema = {
    "type": "object",
    "properties": {
        "events": array_of(
            {
                "type": "object",
                "properties": {"moment": {"type": "string", "format": "date-time"}, "text": array_of(TEXT)},
                "required": ["moment", "text"],
                "additionalProperties": False,
            }
        ),
        "earlier": WHOLE,
        "whole": FLAG,
    },
    "required": ["events", "earlier", "whole"],
    "additionalProperties": False,
    "description": "what changed for the reader, newest first; left out if the past is not known",
}
RELATED: Schema = array_of(
    {
        "type": "object",
        "properties": {"label": TEXT, "methods": array_of(TEXT)},
        "required": ["label", "methods"],
        "additionalProperties": False,
        "description": "the relations to other methods as the page shows them, also those that only the other card tells of",
    }
)
FIRST_OWNER: Schema = {
    "oneOf": [ref_to("owner"), {"type": "null"}],
    "description": "the first of `owners`; null if nobody is known to own the method",
}
FACET_VALUES: Schema = {"type": "object", "additionalProperties": array_of(TEXT)}
