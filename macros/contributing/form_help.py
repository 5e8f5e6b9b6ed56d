"""The explanation of a field as the form gives it: without words of the file, which its readers never see."""

import re
from collections.abc import Mapping

from macros.model.fields import FieldNode, paths_of
from macros.model.method import Method

_WORD_OF_FILE = re.compile(r"`([^`]+)`")
_IN_FORM = {
    "Period.from": "Bijvoorbeeld 14 mei 2019, mei 2019 of 2019.",
    "AgeRange.from": "Bijvoorbeeld 4 jaar, 30 maanden, 5 maanden voor de geboorte of 16 weken zwangerschap.",
    "AgeRange.to": "Deze leeftijd hoort er niet meer bij: 7 voor 2 tot 7 jaar. Leeg zonder bovengrens.",
    "AgeRange.through": "Deze leeftijd hoort er nog bij: 6 voor 2 tot en met 6 jaar. In plaats van “Tot”.",
    "Status.reasons": "Waarom de methode is gestopt. Verplicht bij een methode die gestopt is.",
    "When.problems": "Alleen bij wie niet in aanmerking komt; anders staat het bij “Wat er speelt”.",
    "Recognition.replaces": "Het eerdere besluit, dat de stand “vervangen” krijgt.",
}
"""Record.field -> what is said of it where its own explanation cannot be told with other words alone."""


def help_in_form(record: str, node: FieldNode, labels: Mapping[str, str]) -> str:
    """The explanation of a field; `labels` has the Dutch for each word that may be filled in.

    Raises KeyError with a word of the file for which there is no Dutch.
    """
    if said := _IN_FORM.get(f"{record}.{node.name}"):
        return said
    words = {"true": "ja", **labels, **(paths_of(Method) if node.reference == "field" else {})}
    return _WORD_OF_FILE.sub(lambda found: f"“{words[found[1]]}”", node.help)
