"""What a buyer asks a provider: a question for every part of a card that nobody filled in yet."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.library import Library
from macros.model.method import Method
from macros.views.common.availability import has_ended
from macros.views.evidence.main_result import main_outcome
from macros.views.evidence.weighing import YES, four_facts
from macros.views.missing.missing import find_past_term, unknown_parts

QUESTIONS = {
    "plain_summary": "Hoe legt u de hulp in gewone woorden uit aan ouders en jongeren?",
    "goals": "Welk doel heeft de hulp, en voor wie?",
    "owners": "Van wie is de methode, en wie bewaakt hoe die wordt uitgevoerd?",
    "target_group-recipients": "Wie krijgt hulp: het kind, de ouder, het gezin of ook anderen?",
    "target_group-ages": "Voor welke leeftijd is de hulp?",
    "target_group-problems": "Wat speelt er in de gezinnen die u helpt?",
    "target_group-includes": "Wie komt in aanmerking, en wie stelt dat vast?",
    "target_group-excludes": "Voor wie is de hulp niet geschikt, en waar gaan die gezinnen heen?",
    "classification-prevention": "Op welk niveau van preventie werkt u?",
    "classification-frame": "Werkt u ook in een gedwongen kader, of alleen vrijwillig?",
    "classification-care_form": "Onder welke hulpvorm registreert u de hulp?",
    "approach": "Welke stappen zet u, en waaraan zien wij dat een stap is gezet?",
    "intensity": "Hoe lang duurt de hulp, hoe vaak is er contact en hoeveel uur is dat?",
    "caseload": "Hoeveel gezinnen helpt een uitvoerder tegelijk?",
    "delivery": "Wie geeft de hulp, en wat heeft die daarvoor geleerd?",
    "conditions": "Wat hebt u van ons nodig om de methode uit te voeren zoals bedoeld?",
    "licence": "Is er een licentie nodig, van wie, en hebt u die?",
    "elements": "Wat doet u dat volgens u het verschil maakt, en waarop berust dat?",
    "regions": "Waar voert u de methode nu uit?",
    "referral": "Hoe komt een gezin bij u, en hoe lang wacht het?",
    "reach": "Hoeveel gezinnen begonnen er vorig jaar, en hoeveel maakten de hulp af?",
    "outcomes": "Wat is er gemeten, bij hoeveel gezinnen, door wie, en wat kwam eruit?",
    "costs": "Wat kost de hulp, per wat, in welk jaar, en wat zit daar niet in?",
    "recognitions": "Is de methode beoordeeld, door wie, wanneer en met welk oordeel?",
    "chain": "Welke hulp gaat vooraf, loopt ernaast en volgt erna?",
}
"""Part of the card as missing.UnknownPart names it → the question."""
_OF_RESULT = (
    "Bij hoeveel lukte het, van hoeveel in totaal? Tel ook wie eerder stopte.",
    "Met welke groep is vergeleken, en wat bereikte die groep?",
    "Wie heeft gemeten, en staat die los van uw organisatie?",
    "Kunnen wij het onderzoeksrapport lezen?",
)
"""For each of the four facts that the result on top does not have."""


class ProviderQuestion(NamedTuple):
    text: str
    remark: str | None
    """What was looked for and not found, or what is past its term."""


def questions_for(method: Method, library: Library) -> Iterator[ProviderQuestion]:
    """What to ask a provider of this method, in the order of the card."""
    if not has_ended(method) and not (method.intake and method.intake.open.id == "yes"):
        yield ProviderQuestion("Kunnen er nu gezinnen bij, en hoeveel?", None)
    for part in unknown_parts(method):
        yield ProviderQuestion(QUESTIONS[part.part], ": ".join(filter(None, (part.remark, part.note))) or None)
    if outcome := main_outcome(method):
        for fact, text in zip(four_facts(outcome), _OF_RESULT, strict=True):
            if fact.answer != YES:
                yield ProviderQuestion(text, f"over {outcome.measure.nl}: {fact.text}")
    for past in find_past_term(method, library.today):
        if past.section == "erkenning":
            yield ProviderQuestion("Geldt het oordeel nog?", past.text)
