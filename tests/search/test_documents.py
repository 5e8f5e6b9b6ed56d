"""What can be found, by which words, and how much each place weighs."""

import itertools
from typing import Any

import pytest
from builders import SOURCES, Root, a_card

from macros.search.documents import FIELDS, GROUPS, Prose, SearchDocument, search_documents
from macros.search.folding import split_words


def by_label(document: SearchDocument) -> dict[str, list[str]]:
    """Label of a field -> its texts."""
    found: dict[str, list[str]] = {}
    for field, text in document.texts:
        found.setdefault(FIELDS[field].label, []).append(text)
    return found


def of_method(root: Root, name: str) -> SearchDocument:
    return next(document for document in search_documents(root.load())[0] if document.id == name)


def of_card(root: Root, **changes: Any) -> dict[str, list[str]]:
    root.write_card(a_card(**changes))
    return by_label(of_method(root, "nieuw"))


def test_a_method_is_found_by_everything_that_says_what_it_is(example: Root) -> None:
    document = of_method(example, "voorbeeld-thuis")
    assert document[1:4] == ("Voorbeeld Thuis", "methoden/voorbeeld-thuis/", "Afgerond, 2019–2022")
    assert by_label(document) == {
        "naam": ["Voorbeeld Thuis"],
        "andere naam": ["Thuisvoorbeeld", "VT", "Voorbeeld Vroeger"],
        "thema": ["terug naar huis"],
        "wat er speelt": ["scheiding", "schulden"],
        "werkvorm": ["Voorbeeldkring", "Kring"],
        "organisatie": ["Voorbeeldorganisatie", "VO", "Gemeente Voorbeeld"],
        "plaats": ["Voorbeeldstad"],
        "indeling": [
            *("programma", "zorggerelateerd", "vrijwillig", "gedwongen", "thuis"),
            *("verminderen van problemen", "gezinsgericht", "gecombineerd", "gespecialiseerde hulp"),
        ],
        "samenvatting": [
            "Kinderen gaan met hulp van hun familie weer thuis wonen.",
            "Kinderen keren met hulp van hun familie terug naar huis. Zie de pagina.",
            "Uw kind komt weer thuis wonen. Wij helpen u daarbij.",
        ],
        "voor wie": ["Gezinnen waarvan een kind niet thuis woont.", "ouder", "kind", "De ouders willen het zelf."],
        "doelen": ["Kinderen wonen weer thuis."],
        "aanpak": [
            "Kennismaken. Iedereen maakt kennis.",
            "Plan. De familie maakt een plan.",
            "aan het begin",
            "Korte vorm: Duurt half zo lang.",
        ],
        "werkzame elementen": ["Samen beslissen"],
        "uitvoering": ["gezinsbegeleider (professional)", "een jaar", "12 uur per week", "handboek", "Weer thuis", "film"],
        "voorwaarden en aanmelding": ["Er is een woning nodig.", "Via het wijkteam.", "De lijst is dicht."],
        "resultaten": [
            "kind woont weer thuis",
            "In de meeste gezinnen kwamen de kinderen weer thuis.",
            "familieband",
            "De band met de familie werd sterker.",
            "uithuisplaatsingen",
            "Er waren minder plaatsingen.",
            "tevredenheid",
            "Ouders geven een ruime voldoende.",
            "besparing",
            "Het scheelt geld.",
            "veiligheid",
            "Met de methode en zonder was er geen verschil dat telt.",
            "Kinderen doen het met de methode iets beter.",
            "De kansverhouding is de helft.",
            "Of kinderen later veilig zijn, is nog niet bekend.",
        ],
        "erkenning": [
            "Goed onderbouwd; geldig",
            "Effectief volgens eerste aanwijzingen voor weer thuis wonen; geldig",
            "Goed beschreven voor kinderen van 2 tot 6 jaar en hulp bij problemen; vervangen",
        ],
        "stand": [
            "Het liep tot het geplande einde.",
            "De gemeente wil verder.",
            "De eigenaar noemt de methode bewezen.",
            "Prijs: Voorbeeldprijs, van Gemeente Voorbeeld (2020)",
            "Vermelding: Voorbeelddatabank, van Voorbeeldcommissie (datum onbekend)",
        ],
        "kosten en keten": ["De gemeente betaalt.", "de wijkagent"],
    }


@pytest.mark.parametrize(
    ("changes", "label", "texts"),
    [
        (
            {"costs": [{"amount": 1, "per": "family", "covers": "de training", "sources": SOURCES}]},
            "kosten en keten",
            ["de training"],
        ),
        ({"chain": {"alongside": [{"text": "de huisarts", "sources": SOURCES}]}}, "kosten en keten", ["de huisarts"]),
        ({"chain": {"after": [{"text": "de gymclub", "sources": SOURCES}]}}, "kosten en keten", ["de gymclub"]),
        (
            {"delivery": [{"kind": "professional", "training": "twee dagen", "sources": SOURCES}]},
            "uitvoering",
            ["professional", "twee dagen"],
        ),
        (
            {"elements": [{"element": "voorbeeldelement", "note": "aan tafel", "sources": SOURCES}]},
            "werkzame elementen",
            ["Samen beslissen: aan tafel"],
        ),
        (
            {
                "status": {
                    "phase": "stopped",
                    "reasons": [{"reason": "Het geld was op.", "sources": SOURCES}],
                    "sources": SOURCES,
                }
            },
            "stand",
            ["Het geld was op."],
        ),
        (
            {"former_owners": [{"organisation": "voorbeeldgemeente", "sources": SOURCES}]},
            "organisatie",
            ["Voorbeeldorganisatie", "VO", "Gemeente Voorbeeld"],
        ),
        (
            {"classification": {"care_form": ["without-stay"], "sources": SOURCES}},
            "indeling",
            ["jeugdhulp zonder verblijf"],
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_method_is_also_found_by(root: Root, changes: dict[str, Any], label: str, texts: list[str]) -> None:
    assert of_card(root, **changes)[label] == texts


def test_a_method_is_found_by_the_id_that_its_card_had(root: Root) -> None:
    root.write("data/moved.yml", {"heel-oud": {"to": "voorbeeld-kort"}})
    assert by_label(of_method(root, "voorbeeld-kort"))["andere naam"] == ["heel oud"]


def test_the_same_text_in_the_same_place_counts_once(root: Root) -> None:
    goal = {"text": "Kinderen wonen thuis.", "theme": "return-home", "sources": SOURCES}
    found = of_card(root, goals=[goal, goal])
    assert (found["thema"], found["doelen"]) == (["terug naar huis"], ["Kinderen wonen thuis."])


def test_an_organisation_is_found_by_all_its_names(root: Root) -> None:
    club = {
        "name": "Club",
        "abbreviations": ["CL"],
        "former_names": ["De Kring"],
        "kind": "charity",
        "note": "Was *eerst* een kring.",
    }
    organisations = (root.path / "data" / "organisations.yml").read_text(encoding="utf-8")
    root.write("data/organisations.yml", organisations)
    root.write("data/organisations.yml", organisations + f"club: {club}\n")
    root.write_card(a_card(owners=[{"organisation": "club", "sources": SOURCES}]))
    document = next(document for document in search_documents(root.load())[1] if document.id == "club")
    assert document[1:4] == ("Club", "organisaties/club/", "goed doel")
    assert by_label(document) == {
        "naam": ["Club"],
        "andere naam": ["CL", "De Kring"],
        "indeling": ["goed doel"],
        "samenvatting": ["Was eerst een kring."],
    }


def test_a_tool_is_found_by_its_names_and_shows_its_first_sentence(example: Root) -> None:
    (tool,) = search_documents(example.load())[2]
    sentence = "Familie en hulpverleners zitten in een kring en maken samen een plan."
    assert tool[:4] == ("voorbeeldkring", "Voorbeeldkring", "werkvormen/voorbeeldkring/", sentence)
    assert by_label(tool) == {"naam": ["Voorbeeldkring"], "andere naam": ["Kring"], "samenvatting": [sentence]}


def test_every_word_of_every_list_and_every_element_can_be_found(example: Root) -> None:
    library = example.load()
    terms = {document.address: document for document in search_documents(library)[3]}
    words = {f"begrippen/#{name}-{id}" for name, found in library.vocabularies.items() for id in found.terms}
    assert set(terms) == words | {"begrippen/#element-voorbeeldelement"}
    theme = terms["begrippen/#theme-return-home"]
    assert theme.name == "terug naar huis"
    assert theme.note.startswith("Thema: ")
    assert by_label(theme)["indeling"] == ["Thema"]
    element = terms["begrippen/#element-voorbeeldelement"]
    assert (element.name, element.note.split(":")[0]) == ("Samen beslissen", "Werkzaam element")
    assert list(by_label(element)) == ["naam", "samenvatting"]


def test_of_a_note_only_the_first_sentence_is_shown_beside_a_name(root: Root) -> None:
    tools = {
        "voorbeeldkring": {
            "name": "Voorbeeldkring",
            "summary": "Zij zitten in een *kring*! Daarna maken zij een plan.",
            "sources": SOURCES,
        }
    }
    root.write("data/tools.yml", tools)
    (tool,) = search_documents(root.load())[2]
    assert tool.note == "Zij zitten in een kring!"


def test_a_hand_written_page_is_found_by_its_title_its_headings_and_its_description(example: Root) -> None:
    pages = [Prose("over/", "Over", "Wie het maakt.", ("Waarom", "Hoe")), Prose("kort/", "Kort", "", ())]
    over, short = search_documents(example.load(), pages)[4]
    assert by_label(over) == {"naam": ["Over"], "samenvatting": ["Waarom", "Hoe", "Wie het maakt."]}
    assert by_label(short) == {"naam": ["Kort"]}
    assert (short.id, short.address, short.note) == ("kort/", "kort/", "")


def test_there_is_a_group_for_each_kind_of_document(example: Root) -> None:
    assert len(search_documents(example.load())) == len(GROUPS)


# weights


def test_no_place_outweighs_the_next_by_so_much_that_the_next_does_not_count() -> None:
    weights = [field.weight for field in FIELDS]
    assert all(heavy <= 2.2 * light for heavy, light in itertools.pairwise(weights)), weights


def test_a_name_outweighs_an_alias_and_an_alias_any_two_other_places() -> None:
    whole_name, whole_alias, name, alias, *others = [field.weight for field in FIELDS]
    assert whole_name == whole_alias == name > alias > max(others) * 2


def test_the_name_of_a_method_weighs_as_much_as_all_running_text_together_at_most() -> None:
    running = sum(field.weight for field in FIELDS if not field.is_name)
    assert 0.5 * running <= FIELDS[0].weight <= running


def test_a_fixed_word_outweighs_running_text() -> None:
    assert min(field.weight for field in FIELDS if field.is_name) > max(field.weight for field in FIELDS if not field.is_name)
    assert all(field.weight >= 2 for field in FIELDS)


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_a_word_with_a_sign_in_it_that_nobody_sees_is_found_as_the_word(sign: str, root: Root) -> None:
    (summary,) = of_card(root, summary=f"Hulp bij uithuis{sign}plaatsing.")["samenvatting"]
    assert split_words(summary) == split_words(f"hulp bij uithuisplaat{sign}sing") == ["hulp", "bij", "uithuisplaatsing"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_words_with_another_space_between_them_are_two_words(space: str) -> None:
    assert split_words(f"hulp{space}thuis") == ["hulp", "thuis"]
