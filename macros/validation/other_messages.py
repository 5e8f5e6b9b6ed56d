"""Sentences that the check itself never says: those of the import of spreadsheets and of the commands."""

OTHER_SENTENCES: dict[str, tuple[str, str]] = {
    # spreadsheets
    "not_a_spreadsheet": ('"{value}" is geen XLSX en geen CSV', "sla het op als XLSX, of als CSV UTF-8"),
    "broken_spreadsheet": (
        "dit bestand is niet als spreadsheet te lezen",
        "open het in Excel of LibreOffice en sla het opnieuw op",
    ),
    "broken_csv": (
        "dit is geen geldige CSV; regel {row}: {problem}",
        "open het in Excel of LibreOffice en sla het op als CSV UTF-8",
    ),
    "sheet_not_utf8": ("deze CSV is geen UTF-8", "kies bij opslaan: CSV UTF-8 (door komma's of puntkomma's gescheiden)"),
    "sheet_too_large": ("het bestand is {size} bytes; {limit} is het hoogste", "verdeel de methoden over meer bestanden"),
    "stray_cell": (
        "de cel {value} ligt zo ver weg dat het bestand het geheugen zou vullen",
        "ga met Ctrl+End naar de laatste cel, verwijder de rijen en kolommen tot aan uw gegevens, en sla op",
    ),
    "time_without_end": (
        'op het blad "{value}" staat een tijdsduur die langer is dan een spreadsheet kent',
        "zoek een cel met ##### of een heel groot getal, en typ de waarde opnieuw als tekst",
    ),
    "cell_error": ("hier staat de foutwaarde {value}", "herstel de formule, of typ de waarde zelf"),
    "cell_uncomputed": (
        "hier staat een formule waarvan de uitkomst niet in het bestand zit",
        "open het in Excel of LibreOffice, sla het op en probeer het opnieuw; of typ de waarde zelf",
    ),
    "row_hidden": ("deze rij is verborgen, dus niet iedereen ziet wat er staat", "maak de rij zichtbaar, of haal die weg"),
    "sheet_empty": ("hier staat geen enkele methode", "zet elke methode op een eigen rij onder de kopregel"),
    "no_id_column": ('de kolom "{value}" ontbreekt', "begin met het sjabloon, of zet {path} in de kopregel"),
    "no_cards_sheet": ('het blad "{value}" ontbreekt', "begin met het sjabloon, of geef het blad met de methoden die naam"),
    "unknown_sheet": (
        'een blad "{value}" bestaat niet',
        "{suggestion|geef het de naam van een blad in het sjabloon, of haal het weg}",
    ),
    "double_sheet": ('het blad "{value}" is er twee keer', "zet de rijen van de twee bij elkaar"),
    "no_such_row": (
        'op het blad {sheet} staat geen methode "{value}"',
        "{suggestion|zet die daar op een rij, of schrijf hier het id of de naam die daar staat}",
    ),
    "rows_of_one_name": ('op het blad {sheet} heten meer methoden "{value}"', "schrijf hier het id van de methode"),
    "record_exists": (
        '"{value}" staat al in {file}, en daar staat iets anders',
        "haal de rij weg, of geef die een ander id; wat er al staat, verandert u in dat bestand",
    ),
    "refused_record": ('"{value}" is niet goed ingevuld', "verbeter eerst de rij van {place}"),
    "cell_of_other_kind": (
        "dit past niet bij de andere cellen hiernaast",
        "maak deze cel leeg, of de andere; wat bij elkaar hoort, staat op het blad Kolommen",
    ),
    "cell_new_word": (
        '"{value}" staat niet in {file}',
        "{suggestion|kies een woord uit de lijst, of schrijf er nieuw: voor, dan vult wie meeleest de lijst aan}",
    ),
    "cell_no_flag": ('"{value}" kan hier niet', "schrijf ja of nee"),
    "unknown_column": (
        'een kolom "{value}" bestaat niet',
        "{suggestion|kies een naam van het blad Kolommen in het sjabloon, of haal de kolom weg}",
    ),
    "unnamed_column": ("deze kolom heeft geen naam", "zet de naam in de kopregel, of haal de kolom weg"),
    "double_column": ('de kolom "{value}" staat er twee keer', "haal een van de twee weg"),
    "double_row": ('"{value}" staat ook op rij {row}', "haal een van de twee rijen weg, of geef er een een ander id"),
    "card_exists": ('er is al een kaart "{value}"', "kies een ander id, of vervang de kaart met --overwrite"),
    "cell_is_share": (
        "{value} kan {value}% zijn, of {hundred}%",
        "schrijf {hundred} zonder procentteken; bedoelt u {value}%, maak van de cel dan tekst",
    ),
    "cell_is_date": (
        "de spreadsheet heeft hier een datum van gemaakt ({value})",
        "maak van de cel tekst en schrijf die opnieuw, bijvoorbeeld 2019, 2019-05 of 2019-05-01",
    ),
    # new cards
    "card_is_there": ('er is al een kaart "{value}"', "vul methods/{value}.yml aan, of kies een ander id"),
    "card_not_there": (
        'er is geen kaart "{value}" om van uit te gaan',
        "{suggestion|kies het id of de naam van een kaart in methods/}",
    ),
    "card_looks_like": ('"{value}" lijkt op {names}', "is het dezelfde methode, vul dan die kaart aan"),
}
"""The sentences of the import of spreadsheets and of the command for a new card."""
