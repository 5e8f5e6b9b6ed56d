"""How complete a card is: the only figure that we give, and it is about the card, never about the method."""

from typing import NamedTuple

from macros.model.fields import value_at
from macros.model.method import Method
from macros.views.missing.why_empty import gap_of

PARTS: tuple[tuple[str, str], ...] = (
    ("plain_summary", "uitleg in gewone woorden"),
    ("goals", "het doel"),
    ("owners", "van wie de methode is"),
    ("target_group.recipients", "wie hulp krijgt"),
    ("target_group.ages", "de leeftijd"),
    ("target_group.problems", "wat er speelt"),
    ("target_group.includes", "wie in aanmerking komt"),
    ("target_group.excludes", "wie niet in aanmerking komt"),
    ("classification.prevention", "het preventieniveau"),
    ("classification.frame", "het kader: vrijwillig of gedwongen"),
    ("classification.care_form", "de hulpvorm"),
    ("approach", "de aanpak in stappen"),
    ("intensity", "duur en intensiteit"),
    ("caseload", "hoeveel gezinnen een uitvoerder tegelijk helpt"),
    ("delivery", "wie het uitvoert"),
    ("conditions", "wat er nodig is om het uit te voeren"),
    ("licence", "of er een licentie nodig is"),
    ("elements", "de werkzame elementen"),
    ("regions", "waar het loopt"),
    ("referral", "hoe een gezin zich aanmeldt"),
    ("reach", "hoeveel gezinnen zijn bereikt"),
    ("outcomes", "resultaten"),
    ("costs", "de kosten"),
    ("recognitions", "een erkenning"),
    ("chain", "wat ervoor, ernaast en erna komt"),
)
"""The parts of a card that readers ask for: path in the card, and its name in a sentence."""


class Completeness(NamedTuple):
    known: int
    total: int
    missing: tuple[tuple[str, str | None], ...]
    """(name of a part that is not known, remark if it was looked for and not found)"""


def completeness(method: Method) -> Completeness:
    """Count what the card knows; what does not apply is left out of the count."""
    missing, total = [], 0
    for path, label in PARTS:
        gap = gap_of(method, path)
        if gap and gap.state.id == "not-applicable":
            continue
        total += 1
        if not _is_known(method, path):
            missing.append((label, gap.state.nl if gap else None))
    return Completeness(total - len(missing), total, tuple(missing))


def _is_known(method: Method, path: str) -> bool:
    if path == "target_group.excludes" and method.target_group.no_exclusions:
        return True
    if path == "chain":
        return bool(method.chain and (method.chain.before or method.chain.alongside or method.chain.after))
    return bool(value_at(method, path))
