"""What the reader says of a file that is no YAML, or that YAML reads as something else than was meant; see messages.py.

No remedy tells people to take away what they wrote.
"""

READER_SENTENCES: dict[str, tuple[str, str]] = {
    "yaml_syntax": (
        "dit is geen geldige YAML",
        "kijk op deze regel en de regel ervoor naar inspringen, dubbele punten en aanhalingstekens",
    ),
    "yaml_colon": (
        "hier kan geen dubbele punt staan",
        "zet een tekst met een dubbele punt erin tussen aanhalingstekens, "
        "of laat de regel even ver inspringen als de regels eromheen",
    ),
    "unknown_escape": (
        "tussen dubbele aanhalingstekens begint \\ een code, en deze is er geen",
        "zet de tekst tussen enkele aanhalingstekens ('…'), of schrijf \\\\ waar \\ staat",
    ),
    "yaml_start": ("een tekst kan niet beginnen met {value}", "zet de tekst tussen aanhalingstekens"),
    "markup_start": ("een tekst kan niet beginnen met {value}", "{instead}"),
    "yaml_tab": ("deze regel springt in met een tab", "gebruik spaties om in te springen"),
    "yaml_quote": ("er ontbreekt een aanhalingsteken aan het eind", "zet er ook een aan het eind van de tekst"),
    "yaml_bracket": (
        "deze haak gaat niet goed dicht",
        "kijk naar de haken en komma's, en zet tekst die ze bevat tussen aanhalingstekens",
    ),
    "yaml_indent": (
        "deze regel past niet bij de regels eromheen",
        "kijk hier en op de regel ervoor naar inspringen, dubbele punten en aanhalingstekens; "
        "een streepje begint op een nieuwe regel",
    ),
    "conflict_marks": (
        "hier staan merktekens van Git: twee versies van dezelfde regels zijn nog niet samengevoegd",
        "kies per regel welke versie blijft, en haal alleen de regels met <<<<<<<, ======= en >>>>>>> weg",
    ),
    "markdown_fence": (
        "dit bestand begint met {value}, dat alleen in Markdown iets betekent",
        "haal de regels met ``` aan het begin en het eind weg; de rest blijft",
    ),
    "hidden_line_end": (
        "op deze plek staat een onzichtbaar regeleinde ({value})",
        "zet de cursor daar, haal dat ene teken weg en typ een spatie",
    ),
    "hard_space": (
        "op deze plek staat een onzichtbaar teken: {value}",
        "zet de cursor daar en haal dat ene teken weg; hoort er een spatie, typ dan een gewone",
    ),
    "hash_in_text": (
        "na een spatie met # erachter leest YAML niet verder, dus dit hoort niet bij de tekst: {value}",
        'zet de hele tekst tussen dubbele aanhalingstekens: "…"; is het een opmerking, zet die dan op een eigen regel',
    ),
    "comma_in_text": (
        'tussen accolades begint na een komma een nieuw veld, dus "{value}" hoort niet meer bij de tekst ervoor',
        'zet de hele tekst tussen dubbele aanhalingstekens: {field}: "{whole}"',
    ),
    "decimal_comma": (
        "tussen accolades begint na een komma een nieuw veld, dus {whole} is hier geen getal",
        "schrijf een punt: {field}: {right}",
    ),
    "no_value_in_braces": (
        'tussen accolades staat "{value}" zonder dubbele punt en waarde',
        'schrijf naam: waarde; hoort het bij een tekst, zet die hele tekst dan tussen dubbele aanhalingstekens: "…"',
    ),
    "no_space_after_colon": ("achter de dubbele punt ontbreekt een spatie", "schrijf {value}: {rest}"),
    "no_space_after_dash": ("achter het streepje ontbreekt een spatie", "zet er een spatie achter"),
    "equals_for_colon": ("achter de naam van een veld hoort een dubbele punt", "schrijf {value}: {rest}"),
    "apostrophe_first": (
        "een apostrof aan het begin leest YAML als een aanhalingsteken",
        'zet de hele tekst tussen dubbele aanhalingstekens: "{value} …"',
    ),
    "double_quote_inside": (
        "na {value} gaat de tekst nog door",
        "zet om de hele tekst enkele aanhalingstekens ('…'), of schrijf binnen de tekst “ en ”",
    ),
    "single_quote_inside": (
        "na {value} gaat de tekst nog door",
        'zet om de hele tekst dubbele aanhalingstekens: "…"',
    ),
    "semicolon": ("tussen accolades scheidt een komma de velden, geen puntkomma", "schrijf hier een komma"),
    "comma_too_many": ("hier staan twee komma's achter elkaar", "haal een van de twee komma's weg"),
    "comma_missing": ('voor "{value}" ontbreekt een komma', "zet er een komma voor"),
    "bracket_too_many": ("hier staat een {value} te veel", "haal hem weg, of zet er eerder een haak bij die opengaat"),
    "bracket_missing": ("aan het eind van deze regel {value}", "zet ontbrekende ] of }} aan het eind"),
    "text_not_indented": (
        'deze regel ("{value} …") hoort bij de tekst erboven, maar springt niet in',
        "laat hem twee spaties verder inspringen dan de naam van het veld, of zet de tekst op één regel",
    ),
    "indent_too_far": (
        "deze regel springt verder in dan het veld erboven, dat al een waarde heeft",
        "laat hem even ver inspringen als de regel erboven",
    ),
    "control_character": (
        "hier staat een onzichtbaar teken dat niet mag ({value})",
        "typ de tekst opnieuw in plaats van hem te plakken",
    ),
    "not_utf8": ("dit teken is geen UTF-8", "sla het bestand op als UTF-8"),
    "not_a_file": ("dit is geen gewoon bestand", "zet er een gewoon bestand neer, geen map, pijp of apparaat"),
    "unreadable_file": ("dit bestand is niet te lezen: {reason}", "geef leesrechten, of zet het bestand opnieuw neer"),
    "link_outside": (
        "dit is een link naar een bestand buiten de bibliotheek",
        "zet het bestand zelf hier neer; wat erbuiten ligt, wordt niet gepubliceerd",
    ),
    "too_large": ("het bestand is {size} bytes; {limit} is het hoogste", "een kaart is een samenvatting: kort de teksten in"),
    "too_deep": ("hier zijn te veel niveaus in elkaar gezet; hoogstens {limit} mag", "kijk naar het inspringen"),
    "anchor": (
        "een tekst die met & of * begint, leest YAML als een verwijzing",
        "zet de tekst tussen aanhalingstekens; is het een verwijzing, schrijf de waarde dan uit",
    ),
    "tag": ('een tekst die met ! begint, leest YAML als een label: "{value}"', "zet de tekst tussen aanhalingstekens"),
    "two_documents": ("er staan twee documenten in één bestand", "haal de regel --- weg, of maak een tweede bestand"),
    "not_a_mapping": ("dit bestand heeft geen velden", "schrijf elk veld op een eigen regel: naam, dubbele punt, waarde"),
    "key_not_text": ("een veldnaam moet een woord zijn", "kijk naar accolades en inspringen op deze regel"),
}
