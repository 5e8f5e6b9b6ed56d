"""The parts of the joint description form (werkblad) of the Dutch registries, and the fields of a card that answer them.

Only some parts of the form could be verified: the guide to its part on the target group (1.1) and the criteria of
2015–2018. The other parts follow our own division and say so, so that nobody takes them for the form as it is today.
"""

from typing import NamedTuple

VERIFIED = "Dit onderdeel is nagegaan in de handleiding bij het werkblad (deel 1.1) of in de criteria van 2015–2018."
NOT_VERIFIED = "Of en hoe het werkblad dit onderdeel vraagt, is niet nagegaan. De indeling is van ons."


class PartKind(NamedTuple):
    title: str
    fields: tuple[str, ...]
    """Paths in the card; empty if the card has no field for what the form asks."""
    asks: str
    """The question, for the person who fills in the form."""


class SectionKind(NamedTuple):
    title: str
    verified: bool
    parts: tuple[PartKind, ...]


SECTIONS: tuple[SectionKind, ...] = (
    SectionKind(
        "De methode",
        False,
        (
            PartKind("Naam", ("name", "aliases", "former_names"), "Hoe heet de methode?"),
            PartKind("Samenvatting", ("in_short", "summary", "kind"), "Wat is de methode in het kort?"),
            PartKind("Uitleg voor ouders en jongeren", ("plain_summary", "for_parents"), "Wat is de methode, in gewone woorden?"),
            PartKind("Stand", ("status", "intake", "next_steps"), "Loopt de methode, en sinds wanneer?"),
            PartKind("Eigenaar", ("owners", "former_owners", "licence"), "Welke organisatie gaat over de methode?"),
            PartKind("Varianten", ("variants", "relations"), "Zijn er uitvoeringen die verschillen, of verwante methoden?"),
        ),
    ),
    SectionKind(
        "Doelgroep",
        True,
        (
            PartKind(
                "Uiteindelijke doelgroep",
                (
                    "target_group.description",
                    "target_group.recipients",
                    "target_group.ages",
                    "target_group.problems",
                    "target_group.sources",
                ),
                "Voor wie is de methode bedoeld? Denk aan leeftijd, sekse, sociaaleconomische positie, motivatie, "
                "woonsituatie, culturele achtergrond en taal.",
            ),
            PartKind("Intermediaire doelgroep", (), "Via wie bereikt de methode de uiteindelijke doelgroep?"),
            PartKind("Wie in aanmerking komt", ("target_group.includes",), "Aan welke voorwaarden voldoet een gezin?"),
            PartKind(
                "Contra-indicaties",
                ("target_group.excludes", "target_group.no_exclusions"),
                "Voor wie is de methode niet geschikt, en waarom?",
            ),
            PartKind("Betrokkenheid van de doelgroep", (), "Hoe was de doelgroep betrokken bij het maken van de methode?"),
        ),
    ),
    SectionKind(
        "Doel",
        True,
        (
            PartKind(
                "Doelen",
                ("goals",),
                "Wat is het hoofddoel en wat zijn de subdoelen? Maak ze zo dat na te gaan is of ze zijn gehaald.",
            ),
        ),
    ),
    SectionKind(
        "Aanpak",
        True,
        (
            PartKind(
                "Opzet",
                ("intensity", "group_size", "classification"),
                "In welke vorm en volgorde, hoe vaak, hoe lang, wanneer en waar?",
            ),
            PartKind("Inhoud", ("approach",), "Welke concrete activiteiten horen er ten minste bij?"),
            PartKind("Werving", ("referral",), "Hoe komen gezinnen bij de methode terecht?"),
        ),
    ),
    SectionKind(
        "Probleemanalyse",
        True,
        (
            PartKind("Factoren", (), "Welke factoren veroorzaken het probleem, beschermen ertegen of houden het in stand?"),
            PartKind("Aan te pakken factoren", (), "Welke van deze factoren pakt de methode aan, bij welk subdoel?"),
            PartKind("Wat er over het onderwerp bekend is", ("context",), "Wat zeggen bronnen over het onderwerp?"),
        ),
    ),
    SectionKind(
        "Uitvoering",
        False,
        (
            PartKind("Uitvoerders en opleiding", ("delivery", "caseload"), "Wie voert uit, en wat heeft die geleerd?"),
            PartKind("Materialen", ("materials",), "Welke handboeken, werkboeken, films en andere materialen zijn er?"),
            PartKind("Randvoorwaarden", ("conditions",), "Wat is er nodig om de methode uit te voeren?"),
            PartKind("Kwaliteitsbewaking", (), "Hoe wordt bewaakt dat de methode goed wordt uitgevoerd?"),
            PartKind("Implementatie", ("regions", "reach"), "Waar loopt de methode, en hoeveel gezinnen zijn bereikt?"),
            PartKind("Kosten", ("costs", "cost_statements"), "Wat kost de methode aan geld en tijd, en per wat?"),
        ),
    ),
    SectionKind(
        "Onderbouwing",
        False,
        (
            PartKind("Werkzame elementen", ("elements", "tools"), "Wat doet de methode dat het resultaat kan verklaren?"),
            PartKind("Verantwoording", (), "Waarom zou deze aanpak bij deze doelgroep tot deze doelen leiden?"),
        ),
    ),
    SectionKind(
        "Onderzoek",
        False,
        (
            PartKind("Onderzoeken", ("studies",), "Welk onderzoek is er gedaan: hoe, bij hoeveel, wanneer en door wie?"),
            PartKind("Resultaten", ("outcomes", "not_to_conclude"), "Wat is gemeten, bij wie en met welke uitkomst?"),
            PartKind("Waar bronnen elkaar tegenspreken", ("conflicts",), "Spreken bronnen elkaar tegen?"),
            PartKind(
                "Erkenning",
                ("recognitions", "prizes_and_listings", "recognition_claims", "effect_ladder"),
                "Wat besloot een instantie, en wanneer?",
            ),
        ),
    ),
    SectionKind(
        "Omgeving",
        False,
        (
            PartKind("Samenwerkingspartners", ("partners",), "Welke organisaties doen mee, en in welke rol?"),
            PartKind("Plaats in de keten", ("chain",), "Welke hulp komt ervoor, ernaast en erna?"),
            PartKind("Praktijkvoorbeeld", (), "Hoe verloopt de methode, zonder herkenbaar gezin?"),
            PartKind("Contact", ("contact",), "Bij welke organisatie kan men meer vragen?"),
        ),
    ),
    SectionKind(
        "Over deze beschrijving",
        False,
        (
            PartKind("Gezocht of niet van toepassing", ("gaps",), "Wat is gezocht en niet gevonden?"),
            PartKind("Nagekeken op", ("reviewed",), "Wanneer is alles met de bronnen vergeleken?"),
            PartKind("Bronnen van de hele kaart", ("sources",), "Welke bronnen beschrijven de methode?"),
        ),
    ),
)
