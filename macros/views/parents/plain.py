"""What the card knows as codes, said in plain words for parents: sentences of at most fifteen words, and only everyday words.

Each sentence stands for one fact of macros/views/common/availability.py or macros/views/evidence/weighing.py, so that a number
for parents never loses what weighs it.
"""

from collections.abc import Iterator

from macros.model.base import Date
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.results import Percentage, Proportion, Tally, Words
from macros.views.common.availability import availability_of, has_ended
from macros.views.common.comparability import is_small
from macros.views.common.dose import length_text
from macros.views.common.dutch import date
from macros.views.evidence.studies import HERE, is_of_this_method
from macros.views.evidence.weighing import NO, YES, four_facts

WE_DO_NOT_KNOW = "Dat weten wij niet."
_ENDED = {
    "completed": "Nee. Deze hulp is klaar.",
    "stopped": "Nee. Deze hulp is gestopt.",
    "historic": "Nee. Dit is hulp van vroeger.",
}
_PLACE = {"yes": "Ja, er is plek voor nieuwe gezinnen.", "no": "Nee, er is nu geen plek voor nieuwe gezinnen."}
_PHASE_KNOWN = {"running": "De hulp bestond nog {day}.", "pilot": "Dit was {day} nog een proef."}
_PHASE = {
    "running": "De hulp bestaat nog, maar wij weten niet van wanneer dat bericht is.",
    "pilot": "Dit is een proef, maar wij weten niet van wanneer dat bericht is.",
}


def availability_sentences(method: Method) -> Iterator[str]:
    """Whether a family can go there now, and of which day that is."""
    phase = method.status.phase
    if has_ended(method):
        yield _ENDED[phase.id]
        yield "U kunt zich er niet meer voor aanmelden."
        return
    answer = availability_of(method).answer
    yield _PLACE.get(answer, WE_DO_NOT_KNOW)
    if method.intake and answer in _PLACE:
        yield _said_when(method.intake.as_of)
    if phase.id not in _PHASE:
        yield "Misschien bestaat deze hulp niet meer."
    elif day := method.status.as_of:
        yield _PHASE_KNOWN[phase.id].format(day=_on(day))
    else:
        yield _PHASE[phase.id]
    if answer not in _PLACE:
        yield "Vraag of er plek is."


def _said_when(day: Date | None) -> str:
    return f"Zo was het {_on(day)}." if day else "Van wanneer dat is, weten wij niet."


def _on(day: Date) -> str:
    """in 2022, in mei 2022, op 3 mei 2022"""
    return f"{'op' if day.day else 'in'} {date(day)}"


def duration_sentence(method: Method) -> str:
    """The length, if the card gives one in numbers that holds for everybody."""
    known = [one for one in method.intensity if one.length or one.duration]
    if len(known) == 1 and known[0].length and not (known[0].variant or known[0].recipient):
        return f"De hulp duurt {length_text(known[0].length)}."
    return "Dat verschilt. Vraag hoe lang het bij u duurt." if known else WE_DO_NOT_KNOW


_DIRECTIONS = {
    "favourable": "Het ging beter.",
    "none": "Er is geen verschil gevonden.",
    "unfavourable": "Het ging niet beter.",
    "mixed": "Soms ging het beter en soms niet.",
}


def result_sentence(outcome: Outcome) -> str:
    """How it came out, where the card does not say it in plain words; on what, is a word of the trade and stands on the card."""
    found = _DIRECTIONS.get(outcome.direction.id, "De uitkomst weten wij nog niet.")
    return f"Er is gekeken hoe het ging. {found} Waar het precies over gaat, staat op de kaart."


def weights(outcome: Outcome) -> Iterator[str]:
    """The four facts, and what the study was about, a sentence or two each."""
    yield from _numbers(outcome)
    yield from _comparison(outcome)
    yield from _outsider(outcome)
    report = four_facts(outcome)[3].answer
    yield _REPORT.get(report, "Of wij het onderzoek zelf lazen, staat er niet bij.")
    if not is_of_this_method(outcome.study):
        yield "Het onderzoek ging niet over precies deze hulp."
    if outcome.study.country and outcome.study.country.id != HERE:
        yield "Het onderzoek was niet, of niet alleen, in Nederland."


_REPORT = {YES: "Wij hebben het onderzoek zelf gelezen.", NO: "Wij hebben het onderzoek niet zelf gelezen."}


def _numbers(outcome: Outcome) -> Iterator[str]:
    result = outcome.result
    if isinstance(result, Proportion):
        if is_small(result.count, result.of):
            known = result.unit.id != "unknown"
            yield f"Het waren weinig {result.unit.many or result.unit.nl}." if known else "Het ging om een klein aantal."
    elif isinstance(result, Words):
        yield "Een getal vonden wij niet."
    elif isinstance(result, Tally):
        yield "Hoeveel gezinnen er waren, weten wij niet."
    elif not (isinstance(result, Percentage) and result.of is not None) and four_facts(outcome)[0].answer != YES:
        yield "Hoeveel gezinnen dat precies zijn, weten wij niet."


def _comparison(outcome: Outcome) -> Iterator[str]:
    """Who was compared, and whether the help can be the cause; nobody asks that of a result that is not favourable."""
    answer, shape = four_facts(outcome)[1].answer, outcome.study.design.shape
    if answer == YES:
        yield "Er is ook gekeken naar gezinnen met andere hulp of zonder hulp."
    elif shape in ("lot", "compared"):
        yield "Er was ook een andere groep. Hoe het daar ging, vonden wij niet."
    else:
        yield "Wij vonden niet hoe het ging met gezinnen zonder deze hulp."
    if outcome.direction.id in ("favourable", "mixed") and not (answer == YES and shape == "lot"):
        yield "Wij weten niet of dat door deze hulp kwam."


def _outsider(outcome: Outcome) -> Iterator[str]:
    answer = four_facts(outcome)[2].answer
    if answer == YES:
        yield "Iemand van buiten heeft dit gemeten."
    elif answer == NO:
        yield "Dit is niet door iemand van buiten gemeten."
    else:
        yield "Wij weten niet of iemand van buiten dit heeft gemeten."
