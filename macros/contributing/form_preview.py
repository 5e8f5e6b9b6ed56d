"""What the preview of the contribution form needs to say what the page of a card says: its sections, limits and words."""

from typing import Any, NamedTuple

from macros.views.common.comparability import INDEPENDENCE, RECOGNITION_YEARS, REVIEW_MONTHS, WIDE_INTERVAL
from macros.views.common.intervals import Z
from macros.views.common.wording import GOING_ON, INTAKE
from macros.views.evidence.number_text import NO_COUNT
from macros.views.evidence.studies import REPORT_READ, UNKNOWN_PERIOD, VARYING_PERIOD


class PreviewSection(NamedTuple):
    """A section of the page of a card, by its anchor there, with the fields that it shows."""

    anchor: str
    title: str
    fields: tuple[str, ...]
    always: bool = True
    """Whether it says onbekend if there is nothing to show, and is not left out."""


_APPROACH = ("approach", "variants", "intensity", "group_size", "delivery", "caseload")
_PRACTICE = ("elements", "tools", "materials", "licence", "conditions")
SECTIONS = (
    PreviewSection("doelen", "Doel", ("goals",)),
    PreviewSection("past", "Voor wie", ("target_group",)),
    PreviewSection("aanpak", "Aanpak", (*_APPROACH, *_PRACTICE)),
    PreviewSection("resultaten", "Resultaten", ("reach", "studies", "outcomes", "not_to_conclude")),
    PreviewSection("erkenning", "Erkenning", ("recognitions", "prizes_and_listings", "recognition_claims", "effect_ladder")),
    PreviewSection("kosten", "Kosten", ("costs", "cost_statements")),
    PreviewSection(
        "waar", "Waar en door wie", ("regions", "intake", "referral", "owners", "former_owners", "partners", "contact")
    ),
    PreviewSection("indeling", "Indeling", ("kind", "classification")),
    PreviewSection("gewoon", "Voor ouders", ("for_parents",), always=False),
    PreviewSection("verwant", "Verwante methoden", ("relations",), always=False),
    PreviewSection("keten", "Ervoor en erna", ("chain",), always=False),
    PreviewSection("vervolg", "Vervolg", ("next_steps",), always=False),
    PreviewSection("tegenspraak", "Tegenspraak", ("conflicts",), always=False),
    PreviewSection("achtergrond", "Achtergrond", ("context",), always=False),
)
"""What the preview shows below the first fields, in order."""
CITED_FIRST = (
    "former_names[].sources",
    "status.sources",
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
        "sections": [section._asdict() for section in SECTIONS],
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
