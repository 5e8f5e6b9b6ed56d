"""What the preview of the contribution form needs to say what the page of a card says: its sections, limits and words."""

from typing import Any

from macros.views.card.folds import SECTIONS
from macros.views.common.comparability import INDEPENDENCE, RECOGNITION_YEARS, REVIEW_MONTHS, WIDE_INTERVAL
from macros.views.common.intervals import Z
from macros.views.common.wording import GOING_ON, INTAKE
from macros.views.evidence.number_text import NO_COUNT
from macros.views.evidence.studies import REPORT_READ, UNKNOWN_PERIOD, VARYING_PERIOD

FIELDS_OF_SECTION: dict[str, tuple[str, ...]] = {
    "doelen": ("goals",),
    "past": ("target_group",),
    "aanpak": (
        "approach",
        "variants",
        "intensity",
        "group_size",
        "delivery",
        "caseload",
        "elements",
        "tools",
        "materials",
        "licence",
        "conditions",
    ),
    "resultaten": ("reach", "studies", "outcomes", "not_to_conclude"),
    "erkenning": ("recognitions", "prizes_and_listings", "recognition_claims", "effect_ladder"),
    "kosten": ("costs", "cost_statements"),
    "waar": ("regions", "intake", "referral", "owners", "former_owners", "partners", "contact"),
    "indeling": ("kind", "classification"),
    "verwant": ("relations",),
    "keten": ("chain",),
    "vervolg": ("next_steps",),
    "tegenspraak": ("conflicts",),
    "achtergrond": ("context",),
}
"""Anchor of a section of the card page → fields that the preview shows in it."""
CITED_FIRST = (
    "target_group.sources",
    "target_group.ages[].sources",
    "target_group.includes[].sources",
    "target_group.excludes[].sources",
    "target_group.no_exclusions.sources",
    "(kind).sources",
    "classification.sources",
    "intensity[](duration|length).sources",
    "intensity[].sources",
    "group_size[].sources",
    "caseload[].sources",
    "delivery[].sources",
    "materials[].sources",
    "licence.sources",
    "elements[].sources",
    "tools[].sources",
    "owners[].sources",
    "regions[].sources",
    "intake.sources",
    "referral[].sources",
    "relations[].sources",
    "status.reasons[].sources",
    "goals[].sources",
)
"""What `card_view` in macros/views/card/card.py numbers before the first section that the preview shows in the same order:
paths, through every record of a list, with the fields of which a record must have one to be shown there. What follows has
the order of the sections."""


def preview_data() -> dict[str, Any]:
    """The part of the data of the form that is for its preview."""
    return {
        "sections": _sections(),
        "citedFirst": CITED_FIRST,
        "limits": {
            "recognitionYears": RECOGNITION_YEARS,
            "reviewMonths": REVIEW_MONTHS,
            "wideInterval": WIDE_INTERVAL,
            "z": Z,
        },
        "page": _words(),
    }


def _words() -> dict[str, Any]:
    """Words of the pages that the preview says as well."""
    return {
        "independence": INDEPENDENCE,
        "reportRead": REPORT_READ,
        "unknownPeriod": UNKNOWN_PERIOD,
        "varyingPeriod": VARYING_PERIOD,
        "noCount": NO_COUNT,
        "intake": INTAKE,
        "goingOn": GOING_ON,
    }


def _sections() -> list[dict[str, Any]]:
    """The sections of a card page in order; a section with `always` says onbekend if there is nothing to show."""
    return [
        {"anchor": anchor, "title": label, "fields": FIELDS_OF_SECTION[anchor], "always": part is None}
        for anchor, label, part in SECTIONS
        if anchor in FIELDS_OF_SECTION
    ]
