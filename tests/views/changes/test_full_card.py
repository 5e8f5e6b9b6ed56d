"""Everything that a reader sees of the fullest card of the example library, line by line, and of the shortest."""

from builders import Root

from macros.views.changes.snapshot import CardSnapshot, take_snapshot

PAGE = " — bron: Voorbeeldorganisatie, Pagina van het voorbeeld"
REPORT = " — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld"
OLD = "(14 september 2017, zeven jaar geleden en dus ouder dan vijf jaar); geldig"
BEFORE = " (eerder: Goed beschreven voor kinderen van 2 tot 6 jaar en hulp bij problemen (maart 2011))"
FULL = {
    "In het kort": (
        "Kinderen keren met hulp van hun familie terug naar huis. Zie [de pagina](https://voorbeeld.example/pagina)."
        " — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld; Voorbeeldorganisatie, Pagina van het voorbeeld",
    ),
    "Soort methode": (
        "programma — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld; Voorbeeldorganisatie, Pagina van het voorbeeld",
    ),
    "Stand": (f"afgerond, 2019–2022{REPORT}",),
    "Eigenaar": (f"Voorbeeldorganisatie{PAGE}", f"Gemeente Voorbeeld (samen met de organisatie){REPORT}"),
    "Thema": ("terug naar huis",),
    "Doel": (f"Kinderen wonen weer thuis.{PAGE}",),
    "Voor wie": (f"Gezinnen waarvan een kind niet thuis woont.{PAGE}",),
    "Wie krijgt hulp": (f"ouder en kind{PAGE}",),
    "Leeftijd": (
        f"5 maanden vóór de geboorte tot 2½ jaar, zoals aangeboden{PAGE}",
        f"0 tot 18 jaar, zoals onderzocht{REPORT}",
        f"2 tot en met 6 jaar, zoals erkend{REPORT}",
        f"groep 3 en 4, in overleg met school{REPORT}",
        f"ouder: vruchtbare leeftijd{REPORT}",
    ),
    "Wat er speelt": (f"scheiding en schulden{PAGE}",),
    "Wie in aanmerking komt": (f"De ouders willen het zelf. (gaat over: ouder){PAGE}",),
    "Wie niet in aanmerking komt": (f"Het kind is thuis niet veilig. (gaat over: kind){PAGE}",),
    "Preventieniveau": (f"zorggerelateerd{PAGE}",),
    "Kader": (f"vrijwillig en gedwongen{PAGE}",),
    "Hulpvorm": ("onbekend",),
    "Waar de hulp is": (f"thuis{PAGE}",),
    "Soort doel": (f"verminderen van problemen{PAGE}",),
    "Soort aanpak": (f"gezinsgericht en gecombineerd{PAGE}",),
    "Soort voorziening": (f"gespecialiseerde hulp{PAGE}",),
    "Duur": (f"een jaar (12 maanden){PAGE}", f"Korte vorm, ouder: 4 tot en met 6 weken{REPORT}"),
    "Hoe vaak": (
        f"12 uur per week{PAGE}",
        f"Korte vorm, ouder: 2 tot en met 3 contacten per week; 1,5 tot en met 2 uur per contact{REPORT}",
    ),
    "Groepsgrootte": (f"hoogstens 10 kinderen (per groep){PAGE}",),
    "Hoeveel gezinnen tegelijk": (f"ongeveer 4 tot 6 gezinnen per voltijdse uitvoerder (in het eerste jaar){PAGE}",),
    "Wie voert uit": (f"gezinsbegeleider (professional){PAGE}",),
    "Materialen": (
        f"handboek: Weer thuis <https://voorbeeld.example/handboek> (taal: Fries; tweede druk){PAGE}",
        f"film{REPORT}",
    ),
    "Licentie nodig": (f"ja, van Voorbeeldorganisatie (voor drie jaar){PAGE}",),
    "Werkzame elementen": (f"Samen beslissen{PAGE}",),
    "Werkvormen": (f"Voorbeeldkring (aan het begin){PAGE}",),
    "Bereik": (f"17 gezinnen (2019–2022){REPORT}", f"ongeveer 31 kinderen{REPORT}"),
    "Erkenning": (
        "Voorbeeldcommissie: Goed beschreven voor kinderen van 2 tot 6 jaar en hulp bij problemen (maart 2011, 13 jaar "
        f"geleden, gold tot en met maart 2016); vervangen door het besluit van 14 september 2017{PAGE}",
        f"Voorbeeldcommissie: Goed onderbouwd {OLD}{BEFORE}{PAGE}",
        f"Voorbeeldcommissie: Effectief volgens eerste aanwijzingen voor weer thuis wonen {OLD}{BEFORE}{PAGE}",
    ),
    "Prijzen en vermeldingen": (
        "Prijs: Voorbeeldprijs, van Gemeente Voorbeeld (2020) <https://voorbeeld.example/prijs> "
        f"(Voor het beste idee van dat jaar.){PAGE}",
        f"Vermelding: Voorbeelddatabank, van Voorbeeldcommissie (datum onbekend){REPORT}",
    ),
    "Trede op de effectladder": (
        f"Potentieel, volgens Voorbeeldorganisatie (eigen opgave) (2020; op de eigen site){PAGE}",
        f"Veelbelovend, volgens Voorbeeldcommissie (beoordeeld door een ander) (datum onbekend){REPORT}",
    ),
    "Kosten": (
        f"€ 2.000 tot € 2.500 per bezocht gezin (prijsjaar 2020){REPORT}",
        "€ 25.000 tot € 50.000 per gemeente per jaar (als een organisatie de werving doet; € 50.000 geldt bij meer koppelingen; "
        f"loopt op met het aantal koppelingen; prijsjaar onbekend){PAGE}",
        f"bijna € 44.000 per locatie over 2 jaar (prijsjaar onbekend){PAGE}",
        f"De gemeente betaalt.{PAGE}",
    ),
    "Waar": (f"Voorbeeldstad{REPORT}",),
    "Nieuwe gezinnen": (f"er kunnen geen nieuwe gezinnen bij (stand van juni 2022) (De lijst is dicht.){PAGE}",),
    "Aanmelden": (f"Via het wijkteam.{PAGE}",),
    "Nagekeken op": ("15 januari 2024",),
    "Naam": ("Voorbeeld Thuis",),
    "In één zin": ("Kinderen gaan met hulp van hun familie weer thuis wonen.",),
    "Wat u er niet uit kunt opmaken": ("dat dit voor elk gezin geldt",),
    "In gewone woorden": ("Uw kind komt weer thuis wonen. Wij helpen u *daarbij*.",),
    "Ook bekend als": ("Thuisvoorbeeld en VT; eerder: Voorbeeld Vroeger",),
    "Toelichting bij de stand": ("Het liep tot het geplande einde.",),
    "Aanpak in stappen": (f"Kennismaken: Iedereen maakt kennis.{PAGE}", f"Plan: De familie maakt een plan.{PAGE}"),
    "Varianten": (f"Korte vorm: Duurt half zo lang.{PAGE}",),
    "Wat ervoor nodig is": (f"Er is een woning nodig.{PAGE}",),
    "Onderzoeken": (
        "Voorbeeldmeting: gemeten door Bureau Voorbeeldonderzoek, onafhankelijk van de eigenaar, monitoring, 19 "
        "gezinnen: 12 met de methode, 5 met gebruikelijke hulp; 2 uitgevallen; geteld bij de start, gaat over een "
        "variant (de korte vorm), België, rapport zelf gelezen, een bureau van buiten, 2019–2022 (De meting liep "
        f"door corona langer dan gepland.){REPORT}, bladzijde 2",
        f"Eigen opgave: wie mat, is niet genoemd, eigen opgave, periode onbekend{PAGE}",
        "Procesevaluatie: wie mat, is niet genoemd, onafhankelijkheid onbekend, procesevaluatie, rapport niet zelf gelezen; "
        f"dit is wat anderen ervan zeggen, periode onbekend{REPORT}",
        f"Monitoring: wie mat, is niet genoemd, onafhankelijkheid onbekend, monitoring, periode onbekend{REPORT}",
        "Vervolgmeting: wie mat, is niet genoemd, onafhankelijkheid onbekend, gerandomiseerd onderzoek, onderzoek "
        f"gepland, periode onbekend{PAGE}",
    ),
    "Bij de erkenning": (
        f"Voorbeeldcommissie, maart 2011: oordeel van deelcommissie jeugd{PAGE}",
        f"Voorbeeldcommissie, 14 september 2017: De commissie keek niet naar jonge kinderen.{PAGE}",
        "Voorbeeldcommissie, 14 september 2017: hetzelfde besluit, anders getoond. Deze site noemt alleen het hoogste niveau."
        f"{REPORT}",
    ),
    "Wat richtlijnen zeggen": (
        "Richtlijn Voorbeeld, terug naar huis: De richtlijn noemt haar als mogelijkheid. (Voorbeeldcommissie, juni 2021)"
        f"{REPORT}, bladzijde 9",
    ),
    "Wat anderen over erkenning zeggen": (f"De eigenaar noemt de methode bewezen.{PAGE}",),
    "Contact": ("Voorbeeldorganisatie <https://voorbeeld.example/contact>",),
    "Hoe het verder gaat": (f"De gemeente wil verder.{PAGE}",),
    "Waar bronnen elkaar tegenspreken": (
        f"Hoeveel gezinnen meededen: Zeventien gezinnen.{REPORT}",
        f"Hoeveel gezinnen meededen: Twintig gezinnen.{PAGE}",
    ),
    "Achtergrond": (f"Terugkeer: Terugkeer lukt vaker met hulp van familie.{REPORT}",),
    "Financier": (f"Gemeente Voorbeeld (2019–2022){REPORT}",),
    "Variant van": (f"Voorbeeld Kort (De hulp duurt hier een jaar.){PAGE}",),
    "Vertaling of bewerking van": (f"Example Home{REPORT}",),
    "Ervoor": (f"de wijkagent{PAGE}",),
    "Erna": (f"Voorbeeld Kort{PAGE}",),
}
"""Label -> lines, in the order of the page."""
RESULT = {
    "Maat": ("Kind woont weer thuis",),
    "Getal": ("11 van 12 gezinnen — 92%, 95%-interval 65–99%; klein aantal",),
    "Resultaat in woorden": (f"In de meeste gezinnen kwamen de kinderen weer thuis.{REPORT}, bladzijde 2",),
    "Richting": ("gunstig",),
    "Onderzoek": ("Voorbeeldmeting",),
    "Wat hiervoor alleen geldt": (
        "gemeten: ongeveer 6 maanden na het einde van de hulp (bij de meeste gezinnen)",
        "basisset jeugdhulp: afgesproken doelen bereikt",
    ),
    "Doel vooraf": ("60% van de kinderen", "niet vergelijkbaar: het doel telt kinderen, het resultaat gezinnen"),
    "Kanttekening": ("Zonder vergelijkingsgroep.",),
    "Andere lezingen": (f"De eigenaar noemt tien gezinnen.{PAGE}",),
}


def told(card: CardSnapshot) -> dict[str, tuple[str, ...]]:
    return {field.label: field.lines for field in card.fields}


def of_card(root: Root, name: str) -> CardSnapshot:
    library = root.load()
    return take_snapshot(library.methods[name], library)


def test_a_full_card_tells_everything_with_its_source(example: Root) -> None:
    found = told(of_card(example, "voorbeeld-thuis"))
    assert list(found.items()) == list(FULL.items())


def test_a_result_is_told_with_all_that_is_needed_to_weigh_it(example: Root) -> None:
    first, second, *_ = of_card(example, "voorbeeld-thuis").claims
    assert (first.id, first.name) == ("uitkomst-weer-thuis", "Kind woont weer thuis")
    assert {field.label: field.lines for field in first.fields} == RESULT
    assert {field.label: field.lines for field in second.fields} == {
        "Maat": ("Familieband",),
        "Getal": ("93% — de bron zegt niet van hoeveel en waarvan",),
        "Resultaat in woorden": (f"De band met de familie werd sterker.{PAGE}",),
        "Richting": ("gunstig",),
        "Onderzoek": ("Eigen opgave",),
    }


def test_a_short_card_says_of_the_rest_that_it_is_not_known(example: Root) -> None:
    found = told(of_card(example, "voorbeeld-kort"))
    unknown = {label for label, lines in found.items() if lines == ("onbekend",)}
    assert unknown == {
        *(
            "Wie krijgt hulp",
            "Leeftijd",
            "Wat er speelt",
            "Wie in aanmerking komt",
            "Wie niet in aanmerking komt",
            "Preventieniveau",
            "Kader",
            "Hulpvorm",
            "Waar de hulp is",
        ),
        *(
            "Duur",
            "Hoe vaak",
            "Hoeveel gezinnen tegelijk",
            "Wie voert uit",
            "Licentie nodig",
            "Werkzame elementen",
            "Werkvormen",
            "Bereik",
        ),
        *("Erkenning", "Prijzen en vermeldingen", "Trede op de effectladder", "Kosten", "Waar", "Aanmelden", "Nagekeken op"),
        *("Soort methode", "Nieuwe gezinnen"),
        *("Aanpak in stappen", "Wat ervoor nodig is", "Soort doel", "Soort aanpak", "Soort voorziening"),
        *("Groepsgrootte", "Materialen"),
    }
    assert {label: lines for label, lines in found.items() if label not in unknown} == {
        "In het kort": (f"Alleen wat een kaart niet kan missen.{PAGE}",),
        "Stand": (f"loopt (stand van maart 2024) (volgens Voorbeeldorganisatie){PAGE}",),
        "Eigenaar": (f"Voorbeeldorganisatie{PAGE}",),
        "Thema": ("terug naar huis",),
        "Doel": (f"Kinderen wonen thuis.{PAGE}",),
        "Voor wie": (f"Gezinnen in het voorbeeld.{PAGE}",),
        "Naam": ("Voorbeeld Kort",),
        "Variant": (f"Voorbeeld Thuis (De hulp duurt hier een jaar.){PAGE}",),
        "Niet hetzelfde als": (
            "Voorbeeld Gestopt (Hier helpen buren.) — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",
        ),
    }


def test_what_was_looked_for_in_vain_differs_from_what_does_not_apply(example: Root) -> None:
    found = told(of_card(example, "voorbeeld-gestopt"))
    assert found["Wie niet in aanmerking komt"] == (
        "niemand is uitgesloten — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",
    )
    assert found["Leeftijd"] == ("alle leeftijden — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld",)
    assert found["Kosten"] == ("gezocht en niet gevonden (Het rapport noemt geen bedragen.)",)
    assert found["Waarom deze methode is gestopt"] == (
        "Er waren te weinig vrijwilligers. — bron: Bureau Voorbeeldonderzoek, Rapport van het voorbeeld, bladzijde 4",
    )
