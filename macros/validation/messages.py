"""Every sentence of the check, in Dutch: what is wrong, and what to do about it.

Each code has both. The codes of pydantic (docs.pydantic.dev/latest/errors/validation_errors) come
first, then those of the reader and the checks. Change a text here and it changes everywhere.
"""

from macros.validation.reader_messages import READER_SENTENCES

SENTENCES: dict[str, tuple[str, str]] = {
    # pydantic
    "missing": ("dit verplichte veld ontbreekt", "vul het in"),
    "empty": ("dit veld is leeg", "vul het in, of haal de regel weg als het veld niet verplicht is"),
    "extra_forbidden": ('een veld "{value}" bestaat hier niet', "{suggestion|kies uit: {choices}}"),
    "string_type": ("hier hoort tekst", "schrijf een tekst; begint hij met [ of {{, zet hem dan tussen aanhalingstekens"),
    "string_too_short": ("de tekst is leeg", "vul hem in, of haal de regel weg als het veld niet verplicht is"),
    "string_too_long": ("de tekst is {length} tekens lang; hoogstens {max_length} mag", "maak hem {over} tekens korter"),
    "too_short": ("de lijst is te kort: {actual_length} in plaats van minstens {min_length}", "vul de lijst aan"),
    "int_parsing": ('"{value}" is geen heel getal', "schrijf alleen cijfers, bijvoorbeeld 12"),
    "int_type": ("hier hoort een heel getal", "schrijf alleen cijfers, bijvoorbeeld 12"),
    "decimal_parsing": ('"{value}" is geen getal', "schrijf cijfers met een punt voor de decimalen, bijvoorbeeld 8.2"),
    "decimal_type": ("hier hoort een getal", "schrijf cijfers met een punt voor de decimalen, bijvoorbeeld 8.2"),
    "greater_than_equal": ("{input} is te klein; het moet minstens {ge} zijn", "kijk het getal na in de bron"),
    "less_than_equal": ("{input} is te groot; {le} is het hoogste", "kijk het getal na in de bron"),
    "literal_error": ('"{input}" kan hier niet', "{suggestion|kies uit: {choices}}"),
    "model_type": ("hier horen velden", "schrijf elk veld op een eigen regel: naam, dubbele punt, waarde{fields}"),
    "tuple_type": ("hier hoort een lijst", "zet elk punt op een eigen regel met een streepje ervoor{fields}"),
    "dict_type": ("hier horen namen met een dubbele punt erachter", "schrijf elke naam op een eigen regel, zonder streepje"),
    # reading
    **READER_SENTENCES,
    "double_key": ('het veld "{value}" staat er twee keer; eerder op regel {line}', "voeg de twee samen"),
    # ids and names
    "bad_file_name": (
        '"{value}" kan geen bestandsnaam van een kaart zijn',
        "gebruik kleine letters, cijfers en streepjes, en .yml erachter",
    ),
    "id_in_card": ("een id hoort niet in de kaart: de bestandsnaam is het id", "haal deze regel weg"),
    "id_differs": (
        'het id "{value}" is niet de bestandsnaam ({stem})',
        "haal deze regel weg, of geef het bestand de naam {value}.yml",
    ),
    "bad_id": ('"{value}" kan geen id zijn', "gebruik kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis"),
    "id_in_record": ('hier hoort geen id: de sleutel "{value}" is het id', "haal deze regel weg"),
    "double_card": ('er is al een kaart "{value}": {other}', "geef een van de twee bestanden een andere naam"),
    "id_not_text": ("hier hoort een id, één woord met streepjes", "kijk in {file}"),
    "unknown_id": ('"{value}" staat niet in {file}', "{suggestion|voeg het daar toe of kies een id dat er staat}"),
    "id_and_more": (
        'hier hoort alleen het id, en achter "{id}" staat nog iets: "{rest}"',
        "laat {id} staan, en schrijf de rest {elsewhere}",
    ),
    "unknown_word": ('"{value}" staat niet in {file}', "{suggestion|die lijst ligt vast; kies uit: {choices}}"),
    "list_gone": ("deze woordenlijst ontbreekt", "zet het bestand terug; de site kan niet zonder"),
    "unknown_method": ('er is geen kaart "{value}"', "{suggestion|schrijf het in woorden, met text: in plaats van method:}"),
    "unknown_field": ('een kaart heeft geen veld "{value}"', "{suggestion|zie bijdragen/velden voor de veldnamen}"),
    "unknown_own_id": (
        'er is op deze kaart geen onderzoek "{value}"',
        "{suggestion|beschrijf het onderzoek bij studies, vóór de resultaten, of kies een id dat daar staat}",
    ),
    "double_study": ('het onderzoek "{value}" staat er twee keer', "geef een van de twee een ander id, of voeg ze samen"),
    "former_field": (
        'dit staat hier nog zoals het vroeger ging ("{value}")',
        "voer uit: python -m scripts.migrate; dat zet de kaart om en er gaat niets verloren",
    ),
    "two_results": (
        '"{value}" is een resultaat van een andere soort dan er al staat',
        "geef het een eigen resultaat, met een eigen streepje; een percentage bij count en of heet printed_percent",
    ),
    "result_as_text": (
        "een resultaat bestaat uit velden, niet uit een tekst",
        'schrijf de getallen apart, zoals {{count: 11, of: 12, unit: family}}, of de tekst zelf: {{words: "{input}"}}',
    ),
    "count_and_total": ('"{value}" zijn twee getallen', "schrijf {count}, en daarnaast of: {of}"),
    "range_as_text": ('"{value}" staat hier als één tekst', "schrijf het begin en het eind apart: {{from: {first}, to: {last}}}"),
    "field_left_out": ('voor "{value}" hoort de naam van het veld', "schrijf {{{field}: {value}}}"),
    "hidden_in_name": (
        "in de naam van dit veld staat een onzichtbaar teken: {value}",
        "zet de cursor daar en haal dat ene teken weg",
    ),
    "unused": ("dit wordt nergens gebruikt", "verwijs ernaar vanuit een kaart, of haal het weg"),
    "gap_but_filled": ('"{value}" is ingevuld en staat ook bij gaps', "haal een van de twee weg"),
    # values
    "bad_flag": ('"{value}" kan hier niet', "schrijf true (ja) of false (nee)"),
    "bad_url": ('"{value}" is geen webadres', "begin met https://"),
    "bad_amount": (
        '"{value}" is geen bedrag',
        "schrijf duizendtallen zonder punt en centen met een punt, bijvoorbeeld 2000 of 12.50",
    ),
    "no_such_day": ('"{value}" staat niet op de kalender', "kijk de datum na in de bron"),
    "bad_date": ('"{value}" is geen datum', "schrijf 2019, 2019-05 of 2019-05-14"),
    "day_needed": ("{value} is geen dag", "schrijf de hele datum, bijvoorbeeld 2019-05-14"),
    "bad_age": (
        '"{value}" is geen leeftijd',
        "schrijf 4 (jaar), 30mo (maanden), -5mo (vóór de geboorte) of 16wk (weken zwangerschap)",
    ),
    "out_of_order": ("van {first} tot {second} is de verkeerde volgorde", "draai ze om, of kijk ze na in de bron"),
    "date_in_future": ("{value} ligt na vandaag", "kijk de datum na"),
    "age_empty": ("deze leeftijd zegt niets", "vul from, to of through in, school, words, of all_ages: true"),
    "age_two_ends": (
        "tot {first} en tot en met {second} gaan niet samen",
        "laat staan wat de bron schrijft: to voor tot, through voor tot en met",
    ),
    "age_two_forms": (
        "deze leeftijd staat er op twee manieren",
        "laat er een staan: from met to of through, school, of words; een tweede leeftijd krijgt een eigen streepje",
    ),
    "when_empty": ("hier staat bij geen enkele vraag een antwoord", "vul er een in, of haal when weg"),
    "age_all_and_range": ("kies: alle leeftijden, of een leeftijdsgrens", "haal een van de twee weg"),
    "result_kind": (
        "hieraan is niet te zien wat voor resultaat het is",
        "begin met count (aantal), percent (deel), change (verandering), amount (bedrag), score, effect (effectmaat), "
        "words (in woorden) of none_yet (nog niets)",
    ),
    "repeats_study": (
        'deze periode staat al bij het onderzoek "{value}"',
        "haal die hier weg; alleen een andere periode hoort bij het resultaat",
    ),
    "participants_empty": ("deze deelnemers zeggen niets", "vul count of groups in, of haal participants weg"),
    "groups_over_total": (
        "de groepen zijn samen {count}, en er deden {of} mee",
        "kijk de aantallen na in de bron; wie niet in een groep zit, hoeft er niet bij",
    ),
    "count_over_total": ("{count} van {of} kan niet", "kijk de aantallen na in de bron"),
    "percent_disagrees": ("{printed}% klopt niet met {count} van {of}, dat is {right}%", "kijk de getallen na in de bron"),
    "one_size": ("een verandering heeft één grootte", "vul by_percent of by_count in, niet allebei"),
    "one_target": ("een doel heeft één grootte", "vul count of percent in, niet allebei"),
    "one_link": ("een onderdeel van de keten is een kaart of een tekst", "vul method of text in, niet allebei"),
    "one_mention": ("een richtlijn noemt een kaart of een naam", "vul method of name in, niet allebei"),
    "purpose_not_read": (
        'voor "{value}" is deze richtlijn niet nagelezen',
        "zet het doel bij themes van de richtlijn, of kies een ander doel",
    ),
    "guideline_without_card": ('er is geen kaart "{value}"', "{suggestion|noem de methode met name: in plaats van method:}"),
    "comparison_without_card": ('er is geen kaart "{value}"', "{suggestion|noem een kaart die er is, of haal deze methode weg}"),
    "compared_twice": ('"{value}" staat twee keer in deze vergelijking', "haal een van de twee weg"),
    "named_but_has_card": ('van "{value}" is er een kaart', "schrijf method: {card} in plaats van name:"),
    "new_but_there": (
        '"{value}" staat er al, in {file} of op een andere kaart',
        "haal het hier weg als het hetzelfde is, of geef het een ander id",
    ),
    "one_relation": ("een verwante methode is een kaart of een naam", "vul method of text in, niet allebei"),
    "relation_to_itself": ("een methode is niet verwant aan zichzelf", "noem een andere kaart, of haal deze regel weg"),
    "relation_in_circle": (
        'langs "{value}" komt u weer bij deze kaart uit',
        "kijk welke van de twee een variant of onderdeel van de andere is, en haal de andere regel weg",
    ),
    "same_name": (
        '"{value}" is ook een naam van de kaart "{other}" ({name})',
        "is het dezelfde methode, maak er één kaart van; zo niet, geef dan een van de twee een naam die verschilt",
    ),
    "says_nothing": ("hier staat niets dat een lezer te zien krijgt", "schrijf wat de bron zegt, of haal dit deel weg"),
    "range_empty": ("dit zegt geen getal", "vul from of to in, of haal het weg"),
    "condition_without_end": ("er is geen bovenkant waar dit voor geldt", "vul to in, of schrijf het bij condition"),
    "two_periods": (
        "een bedrag per {value} zegt al over welke tijd het gaat",
        "haal period weg, of kies bij per waar het bedrag verder per is, bijvoorbeeld location",
    ),
    "placed_without_meaning": (
        "bij asks hoort meaning: wat de instantie zelf schrijft",
        "vul meaning in, of haal asks weg en schrijf bij note wat niet is nagegaan",
    ),
    "off_scale": ("{score} ligt buiten de schaal van {lowest} tot {highest}", "kijk de score en de schaal na in de bron"),
    "traceable_number": ("bij een herkenbare groep mag geen getal staan", "vertel het resultaat in woorden, met words:"),
    "refused_without_reason": ("bij een weigering hoort de reden", "vul reason in"),
    "stopped_without_reason": ("bij een gestopte methode horen de redenen", "vul reasons in"),
    "licensor_without_licence": (
        "licensor mag alleen als een licentie nodig is",
        'schrijf needed: "yes", of haal licensor weg',
    ),
    "follow_up_empty": ("deze vervolgmeting zegt niets", "vul het aantal maanden in, of haal follow_up weg"),
    "own_assessment": (
        "de eigenaar kan zijn eigen methode niet als een ander beoordelen",
        "schrijf basis: own, of noem bij body wie de methode beoordeelde",
    ),
    "excludes_and_none": (
        "er staan uitsluitingen en er staat dat niemand is uitgesloten",
        "haal een van de twee weg, of zet ze bij conflicts",
    ),
    "same_address": (
        'dit gegeven krijgt hetzelfde adres als een eerder op deze kaart: "{value}"',
        "geef het gegeven dat nieuw is een eigen id, bijvoorbeeld id: tweede-bericht",
    ),
    "ratio_not_positive": ("{value} kan geen verhouding zijn: die is altijd groter dan 0", "kijk de effectmaat en het teken na"),
    "correlation_over_one": ("{value} kan geen correlatie zijn: die ligt tussen -1 en 1", "kijk de effectmaat en het getal na"),
    "effect_outside_interval": (
        "{value} ligt buiten het interval van {low} tot {high}",
        "kijk de waarde en het interval na in de bron; een komma en een minteken raken makkelijk zoek",
    ),
    "level_of_other_step": (
        '"{value}" is niet de trede {step}',
        "schrijf step: {right}, of kijk het niveau na bij de instantie",
    ),
    "double_recognition": ('twee besluiten heten "{value}"', "geef elk besluit een eigen id"),
    "unknown_recognition": ('er is op deze kaart geen besluit "{value}"', "{suggestion|geef het eerdere besluit dit id}"),
    "replaced_but_not_superseded": (
        'het besluit "{value}" is vervangen, en zijn stand zegt dat niet',
        "schrijf bij dat besluit state: superseded, of haal replaces weg",
    ),
    "replaced_in_circle": ('besluiten vervangen elkaar in een kring, via "{value}"', "kijk na welk besluit het eerste was"),
    "double_outcome": ('twee resultaten heten "{value}"', "geef elk resultaat een eigen id"),
    "too_many_steps": ("voor ouders passen er {most} stappen naast elkaar", "voeg stappen samen"),
    "name_without_letter": ('in de naam "{value}" staat geen letter', "schrijf de naam zoals de eigenaar die schrijft"),
    "windows_name": (
        'een bestand "{value}" kan op Windows niet bestaan',
        "geef de kaart een ander id, bijvoorbeeld methode-{stem}",
    ),
    # ids that are gone
    "moved_or_removed": (
        "een oud id leidt naar een andere kaart, of de kaart is weggehaald",
        "vul to in (het nieuwe id), of removed, name en reason; niet allebei",
    ),
    "moved_with_reason": (
        "bij een kaart die alleen een ander id kreeg, hoort geen naam of reden",
        "haal de regel weg; de nieuwe kaart vertelt het",
    ),
    "removed_without_reason": (
        "bij een weggehaalde kaart horen de naam en de reden",
        "vul name en reason in; wie een oude link volgt, leest ze",
    ),
    "moved_but_there": (
        'er is ook een kaart "{value}", dus dit id is niet weg',
        "haal deze regel weg; is het een nieuwe kaart, geef die dan een ander id, want dit adres blijft van de oude",
    ),
    "former_tool_there": (
        'de werkvorm "{value}" staat ook nog in data/tools.yml',
        "haal die daar weg, of haal deze regel weg; twee plekken gaan uiteenlopen",
    ),
    "moved_to_unknown": ('er is geen kaart "{value}"', "{suggestion|noem een kaart die er is}"),
    "moved_in_circle": ('"{value}" verwijst via een omweg naar zichzelf', "noem een kaart die er is"),
    "card_gone": (
        'de kaart "{value}" stond in de bibliotheek en is weg, dus links naar dat adres lopen dood',
        "zet die terug, of schrijf in data/moved.yml waar het adres heen leidt: {value}: {{to: nieuw-id}}, "
        "of {value}: {{removed: jjjj-mm-dd, name: …, reason: …}}",
    ),
    "linked_to_moved": ('de kaart "{value}" heet nu "{to}"', "schrijf het nieuwe id"),
    "linked_to_removed": ('de kaart "{value}" is weggehaald', "schrijf het in woorden, met text: in plaats van method:"),
    # the environment
    "bad_epoch": (
        '"{value}" is geen moment: de variabele SOURCE_DATE_EPOCH telt de seconden sinds 1 januari 1970',
        "schrijf alleen cijfers, bijvoorbeeld 1796083200, of laat de variabele weg; dan geldt de dag van vandaag",
    ),
    # texts
    "not_one_line": ("hier hoort één regel", "haal de witregels weg, en schrijf >- in plaats van |"),
    "personal_data": ("dit lijkt op {what}: {value}", "haal het weg; noem een organisatie of een rol"),
    "forbidden_markup": (
        'opmaak "{value}" mag hier niet',
        "alleen *nadruk*, **nadruk**, [links](https://…) en lijsten met streepjes",
    ),
}
