"""The words of synthetic cards; together they mean nothing."""

WORDS = """
aanpak afspraak aandacht basis begeleiding begin bezoek buurt contact deel doel dossier eerste eigen einde familie
fase folder formulier gemeente gesprek gezin groep half hulp huis jaar kaart kamer keer kind kleine kring laatste
lijst maand medewerker moment nieuwe netwerk onderdeel ouder overleg papier periode plaats plan ronde rust samen
school stap steun stuk tafel team tekst tijd tweede uitleg uur veilige verhaal verslag vraag vaste vrijwillige week
werk woord zorg maakt krijgt noemt deelt vraagt leest houdt ziet volgt kiest en of met bij voor na over in uit door
naar zonder steeds vaak soms daarna ook nog dan weer
""".split()  # noqa: SIM905 — a paragraph is easier to read than a column of a hundred words
