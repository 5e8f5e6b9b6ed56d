"""Sentences of the check as the form says them: without words of the file, which its readers never see.

`{Record.field}` is the Dutch title of a field, so that a sentence names it as the form does.
"""

import re
from collections.abc import Callable

_FIELD = re.compile(r"\{([A-Z]\w+)\.(\w+)\}")
_NOT_IN_LIST = "kies een naam uit de lijst, of voeg een nieuwe toe"

_IN_FORM: dict[str, tuple[str, str]] = {
    "empty": ("dit veld is leeg", "vul het in, of laat het weg als het veld niet verplicht is"),
    "string_too_short": ("de tekst is leeg", "vul hem in, of laat hem weg als het veld niet verplicht is"),
    "int_parsing": ("“{value}” is geen heel getal", "schrijf alleen cijfers, bijvoorbeeld 12"),
    "int_type": ("hier hoort een heel getal", "schrijf alleen cijfers, bijvoorbeeld 12"),
    "decimal_parsing": ("“{value}” is geen getal", "schrijf alleen cijfers, bijvoorbeeld 8,2"),
    "decimal_type": ("hier hoort een getal", "schrijf alleen cijfers, bijvoorbeeld 8,2"),
    "bad_amount": ("“{value}” is geen bedrag", "schrijf alleen cijfers, bijvoorbeeld 2000 of 12,50"),
    "bad_date": ("“{value}” is niet als datum te lezen", "schrijf bijvoorbeeld 14 mei 2019, mei 2019 of 2019"),
    "bad_age": (
        "“{value}” is niet als leeftijd te lezen",
        "schrijf bijvoorbeeld 4 jaar, 30 maanden, 5 maanden voor de geboorte of 16 weken zwangerschap",
    ),
    "age_empty": (
        "deze leeftijd zegt niets",
        "vul bij {AgeRange.from}, {AgeRange.to} of {AgeRange.through} een leeftijd in, of kies {AgeRange.all_ages}",
    ),
    "age_two_ends": (
        "tot {first} en tot en met {second} gaan niet samen",
        "laat staan wat de bron schrijft: vul {AgeRange.to} of {AgeRange.through} in, niet allebei",
    ),
    "age_two_forms": (
        "deze leeftijd staat er op twee manieren",
        "laat er een staan: een grens, {AgeRange.school} of {AgeRange.words}; voeg voor een tweede leeftijd een nieuwe toe",
    ),
    "bad_id": ("“{value}” kan geen kenmerk zijn", "gebruik kleine letters, cijfers en streepjes, bijvoorbeeld terug-naar-huis"),
    "bad_file_name": ("“{value}” kan geen bestandsnaam zijn", "gebruik kleine letters, cijfers en streepjes"),
    "double_card": ("er is al een kaart met deze bestandsnaam", "kies een andere naam, of verbeter de kaart die er al is"),
    "id_not_text": ("hier hoort een naam uit de lijst", _NOT_IN_LIST),
    "unknown_id": ("“{value}” staat niet in de lijst", _NOT_IN_LIST),
    "unknown_word": ("“{value}” staat niet in de lijst", "kies een woord uit de lijst"),
    "id_and_more": (
        "achter een naam uit de lijst staat nog iets: “{rest}”",
        "kies de naam, en schrijf “{rest}” in een eigen veld",
    ),
    "unknown_method": ("er is geen kaart “{value}”", "kies een kaart uit de lijst, of schrijf het bij {Link.text}"),
    "linked_to_moved": ("de kaart “{value}” heet nu “{to}”", "kies die uit de lijst"),
    "linked_to_removed": ("de kaart “{value}” is weggehaald", "schrijf het bij {Link.text}"),
    "unknown_field": ("een kaart heeft geen veld “{value}”", "kies een veld uit de lijst"),
    "unused": (
        "“{value}” wordt nu op geen enkele kaart meer genoemd",
        "noem het nog ergens op deze kaart; anders moet het in hetzelfde voorstel ook uit de lijst",
    ),
    "gap_but_filled": ("u vulde dit veld in, en hier staat dat er niets is gevonden", "haal een van de twee weg"),
    "bad_flag": ("“{value}” kan hier niet", "vink het aan, of laat het leeg"),
    "literal_error": ("“{input}” kan hier niet", "kies een woord uit de lijst"),
    "extra_forbidden": ("een veld “{value}” bestaat hier niet", "haal het weg"),
    "model_type": ("hier horen velden", "vul de velden in"),
    "tuple_type": ("hier hoort een lijst", "voeg elk punt apart toe"),
    "string_type": ("hier hoort tekst", "schrijf een tekst"),
    "when_empty": ("hier staat bij geen enkele vraag een antwoord", "vul er een in, of haal dit deel weg"),
    "result_kind": ("hieraan is niet te zien wat voor resultaat het is", "kies bovenaan wat voor resultaat het is"),
    "result_as_text": (
        "een resultaat bestaat uit velden, niet uit een tekst",
        "kies bovenaan wat voor resultaat het is en vul de getallen apart in, of schrijf het bij {Words.words}",
    ),
    "two_results": (
        "hier staat nog een resultaat, van een andere soort",
        "voeg er een eigen resultaat voor toe; een percentage bij aantallen hoort bij {Proportion.printed_percent}",
    ),
    "count_and_total": ("“{value}” zijn twee getallen", "schrijf hier {count}, en bij {Proportion.of} {of}"),
    "range_as_text": ("“{value}” staat hier als één tekst", "vul het begin ({first}) en het eind ({last}) apart in"),
    "field_left_out": ("hier horen velden, en er staat “{value}”", "vul de velden in"),
    "one_size": ("een verandering heeft één grootte", "vul {Change.by_percent} of {Change.by_count} in, niet allebei"),
    "one_target": ("een doel heeft één grootte", "vul {Target.count} of {Target.percent} in, niet allebei"),
    "unknown_own_id": (
        "er is op deze kaart geen onderzoek “{value}”",
        "beschrijf het bij {Method.studies}, of kies een onderzoek dat daar staat",
    ),
    "double_study": (
        "het onderzoek “{value}” staat er twee keer",
        "geef een van de twee een ander kenmerk bij {Study.id}, of voeg ze samen",
    ),
    "former_field": (
        "dit staat hier nog zoals het vroeger ging (“{value}”)",
        "vul het in bij de velden die er nu voor zijn, en haal het hier weg",
    ),
    "repeats_study": (
        "deze periode staat al bij het onderzoek “{value}”",
        "haal die hier weg; alleen een andere periode hoort bij het resultaat",
    ),
    "participants_empty": (
        "deze deelnemers zeggen niets",
        "vul {Participants.count} of {Participants.groups} in, of haal dit deel weg",
    ),
    "range_empty": ("dit zegt geen getal", "vul {Length.from} of {Length.to} in, of haal dit deel weg"),
    "condition_without_end": (
        "er is geen bovenkant waar dit voor geldt",
        "vul {Cost.to} in, of schrijf het bij {Cost.condition}",
    ),
    "two_periods": (
        "een bedrag per {value} zegt al over welke tijd het gaat",
        "haal {Cost.period} weg, of kies bij {Cost.per} waar het bedrag verder per is, bijvoorbeeld locatie",
    ),
    "one_relation": (
        "een verwante methode is een kaart of een naam",
        "vul {Relation.method} of {Relation.text} in, niet allebei",
    ),
    "one_link": ("een onderdeel van de keten is een kaart of een tekst", "vul {Link.method} of {Link.text} in, niet allebei"),
    "traceable_number": (
        "bij een herkenbare groep mag geen getal staan",
        "kies bij {Outcome.result} voor {Words.words} en vertel het in woorden",
    ),
    "refused_without_reason": ("bij een weigering hoort de reden", "vul {Recognition.reason} in"),
    "replaced_but_not_superseded": (
        "het besluit “{value}” is vervangen, maar heeft die stand nog niet",
        "kies bij dat besluit voor {Recognition.state} dat het is vervangen, of maak {Recognition.replaces} leeg",
    ),
    "level_of_other_step": (
        "“{value}” hoort bij een andere trede dan u koos",
        "kijk {Verdict.level} en {Verdict.step} na bij de instantie",
    ),
    "stopped_without_reason": ("bij een gestopte methode horen de redenen", "vul {Status.reasons} in"),
    "licensor_without_licence": (
        "wie een licentie geeft, hoort bij een licentie die nodig is",
        "kies bij {Licence.needed} voor ja, of laat {Licence.licensor} leeg",
    ),
    "follow_up_empty": ("deze vervolgmeting zegt niets", "vul het aantal maanden in, of haal dit deel weg"),
    "own_assessment": (
        "de eigenaar kan zijn eigen methode niet als een ander beoordelen",
        "kies bij {LadderStep.basis} voor het oordeel van de eigenaar, of noem bij {LadderStep.body} wie de methode beoordeelde",
    ),
    "excludes_and_none": (
        "er staan uitsluitingen en er staat dat niemand is uitgesloten",
        "haal een van de twee weg, of zet ze bij {Method.conflicts}",
    ),
    "same_address": (
        "dit gegeven is voor de bibliotheek hetzelfde als een eerder op deze kaart",
        "geef de nieuwe bij Meer velden een eigen id, bijvoorbeeld tweede-bericht",
    ),
    "not_one_line": ("hier hoort één regel", "haal de witregels weg"),
}


def form_sentences(title_of: Callable[[str, str], str]) -> dict[str, tuple[str, str]]:
    """Code → (what is wrong, what to do) for the codes that the form says in its own words."""

    def filled(text: str) -> str:
        return _FIELD.sub(lambda found: f"“{title_of(found[1], found[2])}”", text)

    return {code: (filled(message), filled(remedy)) for code, (message, remedy) in _IN_FORM.items()}
