"""The data of the contribution form: the card format with its checks and terms, so that nothing is defined twice."""

from typing import Any, NamedTuple

from macros.contributing.check_data import check_data
from macros.contributing.forge import Forge
from macros.contributing.form_help import help_in_form
from macros.contributing.form_preview import preview_data
from macros.contributing.yaml_writer import CARD_SCHEMA, WISH
from macros.library.claims import PREFIXES
from macros.library.cross_checks import step_by_level
from macros.library.library import Library
from macros.model import base, new_records
from macros.model.data import Organisation, Source
from macros.model.data_files import file_of
from macros.model.fields import FieldNode, fields_of, paths_of
from macros.model.format_words import LABELS
from macros.model.method import Method
from macros.model.shape import shapes_of
from macros.rendering.compact_json import compact
from macros.validation.form_messages import form_sentences

REFERRED = ("field", "method")
"""Kinds of reference to something that is not in data/: a field of the card, another card."""
DESCRIBABLE = {"organisation": Organisation, "source": Source}
"""Kind of id → record that a contributor can add while writing a card."""


def forge_data(forge: Forge | None) -> str:
    """The forge as the form reads it; "null" if there is none."""
    if forge is None:
        return "null"
    names = {"has_forms": "hasForms"}
    return compact({names.get(name, name): value for name, value in forge._asdict().items()})


class FormGroup(NamedTuple):
    """A part of the form."""

    id: str
    title: str
    help: str
    fields: tuple[str, ...]


NEEDED = FormGroup(
    "nodig",
    "Verplicht",
    "Bij wat verplicht is, staat dat erbij. Een eigenaar en een doel vult u in als een bron ze noemt. "
    "Daarmee kunt u de kaart al indienen.",
    ("owners", "goals"),
)
"""The first part: the required fields, and these, which nearly every card has."""
GROUPS = (
    FormGroup(
        "namen",
        "Namen en uitleg",
        "Hoe mensen de methode noemen, en uitleg voor ouders en jongeren.",
        ("aliases", "former_names", "kind", "in_short", "plain_summary", "for_parents"),
    ),
    FormGroup(
        "werkwijze",
        "Zo werkt het",
        "Wat er gebeurt, hoe lang, hoe vaak en door wie.",
        (
            "approach",
            "elements",
            "tools",
            "variants",
            "intensity",
            "group_size",
            "delivery",
            "caseload",
            "materials",
            "licence",
            "conditions",
        ),
    ),
    FormGroup(
        "resultaten",
        "Bereik en resultaten",
        "Wie er is bereikt en wat er over resultaten bekend is, ook als het tegenviel.",
        ("reach", "studies", "outcomes", "not_to_conclude"),
    ),
    FormGroup("kosten", "Kosten", "Bedragen met hun noemer, en wat bronnen erover zeggen.", ("costs", "cost_statements")),
    FormGroup(
        "erkenning",
        "Erkenning",
        "Wat een instantie besloot, en wat de eigenaar zelf zegt.",
        ("recognitions", "prizes_and_listings", "recognition_claims", "effect_ladder"),
    ),
    FormGroup(
        "wie",
        "Wie en waar",
        "Organisaties die meedoen, gebieden, aanmelden en contact.",
        ("partners", "former_owners", "regions", "intake", "referral", "contact"),
    ),
    FormGroup(
        "plaats",
        "Indeling, verwante methoden en keten",
        "Waar de methode staat tussen andere hulp.",
        ("classification", "relations", "chain", "next_steps"),
    ),
    FormGroup(
        "weten",
        "Wat wij weten en niet weten",
        "Tegenspraak tussen bronnen, achtergrond, en wat er is gezocht en niet gevonden.",
        ("conflicts", "context", "gaps", "reviewed"),
    ),
)
"""The parts after the first, in the order of the form; a field that is in none of them comes last."""
USUAL = {
    "owners": 1,
    "goals": 1,
    "sources": 2,
    "target_group.ages": 1,
    "intensity": 1,
    "studies": 1,
    "outcomes": 1,
    "costs": 1,
    "costs.price_year": 1,
    "contact": 1,
}
"""What most cards have: field → the rows of it that stand open in an empty form, so that nobody has to ask for them."""
ALIKE = {
    "Outcome": {
        "label": "Nog een, met hetzelfde onderzoek, soort getal en bron",
        "fields": [["study"], ["result", "unit"], ["sources"]],
    },
}
"""Record → what a next one in its list often has in common with the one before, which a contributor can take over."""
REST = FormGroup("verder", "Verder", "Velden die nergens anders horen.", ())


def form_data(library: Library) -> dict[str, Any]:
    """Everything that the form loads at the start: plain values, the same for every contributor."""
    vocabularies = {f"vocabulary/{name}": vocabulary for name, vocabulary in library.vocabularies.items()}
    records = shapes_of(Method, *DESCRIBABLE.values())
    _describe_fields(records, library)
    used = {rule["kind"] for rule in _all_rules(records) if rule["is"] == "reference"}
    return {
        "records": records,
        "groups": [group._asdict() for group in _form_groups()],
        "usual": USUAL,
        "alike": ALIKE,
        "terms": {kind: _term_texts(vocabularies[kind].terms) for kind in vocabularies if kind in used}
        | {
            "element": {element.id: [element.name, element.description] for element in library.elements.values()},
            "tool": {tool.id: [tool.name, tool.summary] for tool in library.tools.values()},
        },
        "closed": sorted(kind for kind in used & vocabularies.keys() if vocabularies[kind].closed),
        "head": f"{CARD_SCHEMA}\n",
        "wish": WISH,
        "described": {kind: record.__name__ for kind, record in DESCRIBABLE.items()},
        "brings": {"field": new_records.FIELD, "kinds": {kind: name for name, kind in new_records.KINDS.items()}},
        "files": {kind: file_of(kind) for kind in sorted(used)},
        "spoken": form_sentences(lambda record, field: str(records[record]["fields"][field]["title"])),
        "prefixes": PREFIXES,
        "levels": {name: term.id for name, term in step_by_level(library).items()},
        "paths": paths_of(Method),
        "moved": {moved.id: moved.to for moved in library.moved.values()},
        "labels": LABELS,
        **check_data(),
        **preview_data(),
    }


def used_once(library: Library) -> dict[str, dict[str, list[str]]]:
    """Card → kind → ids to which no other card refers: if it lets go of one, the check refuses what is left in data/."""
    whole = {f"vocabulary/{name}" for name, vocabulary in library.vocabularies.items() if vocabulary.complete}
    found: dict[str, dict[str, list[str]]] = {}
    for (kind, record), card in library.users.items():
        if card and kind not in whole:
            found.setdefault(card, {}).setdefault(kind, []).append(record)
    return {card: {kind: sorted(ids) for kind, ids in sorted(kinds.items())} for card, kinds in sorted(found.items())}


def _form_groups() -> list[FormGroup]:
    """All parts of the form, the required fields first; each field of a card is in exactly one part."""
    nodes = fields_of(Method)
    placed = {name for group in (NEEDED, *GROUPS) for name in group.fields}
    needed = NEEDED._replace(fields=tuple(node.name for node in nodes if node.required or node.name in NEEDED.fields))
    rest = REST._replace(fields=tuple(node.name for node in nodes if not node.required and node.name not in placed))
    return [needed, *GROUPS, *([rest] if rest.fields else [])]


def _describe_fields(records: dict[str, Any], library: Library) -> None:
    """Add the Dutch name and explanation of every field to its checks."""
    types = {record.__name__: record for record in _record_types()}
    for name, record in records.items():
        for node in fields_of(types[name]):
            said = help_in_form(name, node, _labels(node, library))
            words = {"title": node.title, "help": said, "reference": node.reference if node.reference in REFERRED else None}
            record["fields"][node.name] |= {name: word for name, word in words.items() if word}


def _labels(node: FieldNode, library: Library) -> dict[str, str]:
    """Word of the file → the Dutch for it, of what may be filled in at a field."""
    _, _, name = (node.reference or "").partition("vocabulary/")
    terms = library.vocabularies[name].terms.values() if name else ()
    return LABELS | {term.id: term.nl for term in terms}


def _record_types() -> set[type[base.Record]]:
    found: set[type[base.Record]] = set()
    waiting: list[type[base.Record]] = [Method, *DESCRIBABLE.values()]
    while waiting:
        record = waiting.pop()
        if record not in found:
            found.add(record)
            waiting += [inner for node in fields_of(record) for inner in node.records]
    return found


def _all_rules(value: Any) -> list[dict[str, Any]]:
    """All checks inside the checks of these records."""
    if not isinstance(value, dict):
        return []
    inner = [rule for part in value.values() for rule in _all_rules(part)]
    return [value, *inner] if "is" in value else inner


def _term_texts(terms: Any) -> dict[str, list[str]]:
    """Id → name, explanation, and what else people call it: first the word for several of it."""
    return {
        term.id: [term.nl, term.description, *([term.many or "", *term.spellings] if term.many or term.spellings else [])]
        for term in terms.values()
    }
