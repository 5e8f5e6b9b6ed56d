"""The column of a method on the sheet to talk through: its plain words, and with a result what weighs it."""

from builders import SOURCES, Root, a_card, an_outcome

from macros.views.card.key_facts import key_facts
from macros.views.card.talk import talk_answers


def talk_of(root: Root, **card: object) -> dict[str, str]:
    root.write_card(a_card(**card))
    library = root.load()
    method = library.methods["nieuw"]
    return dict(talk_answers(method, key_facts(method, library)))


def test_a_short_card_says_what_it_does_not_know(root: Root) -> None:
    said = talk_of(root, owners=...)
    assert said == {
        "Wat is het?": "Een korte samenvatting.",
        "Voor wie is het?": "Gezinnen in het voorbeeld. Leeftijd: onbekend.",
        "Kan een gezin er nu heen?": "Onbekend. Loopt (peildatum onbekend). Of er nu plaats is, zegt geen bron.",
        "Hoe lang duurt het?": "Onbekend.",
        "Wat is het belangrijkste resultaat?": "Nog geen resultaat bekend.",
        "Wat kunt u daar niet uit opmaken?": "Dat de methode niet werkt. Geen resultaat gevonden is iets anders dan geen effect.",
        "Wie kunt u vragen?": "Geen bron noemt wie u kunt vragen.",
    }


def test_a_result_stands_with_all_that_weighs_it_and_the_plain_words_go_before_the_summary(root: Root) -> None:
    contact = {"organisation": "voorbeeldorganisatie", "url": "https://voorbeeld.example/vraag", "note": "op werkdagen"}
    result = an_outcome({"count": 11, "of": 12, "unit": "family"}, population="gezinnen met een doel")
    said = talk_of(root, plain_summary="In *gewone* woorden", outcomes=[result], contact=contact, sources=SOURCES)
    assert said["Wat is het?"] == "In gewone woorden."
    told = said["Wat is het belangrijkste resultaat?"]
    assert told.startswith("11 van 12 gezinnen. 92%, 95%-interval 65–99%; klein aantal; ") and "gezinnen met een doel" in told
    assert said["Wat kunt u daar niet uit opmaken?"].startswith("Dat dit door de methode komt")
    assert said["Wie kunt u vragen?"] == "Voorbeeldorganisatie, op werkdagen (https://voorbeeld.example/vraag)."
