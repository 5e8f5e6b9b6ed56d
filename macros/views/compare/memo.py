"""A memo about methods, to send on: what stands beside each other, how sure it is, what nobody may conclude, what is not known.

Everything in it is what the cards say, in the words of the comparison. For methods that a reader chooses,
docs/assets/compare/memo.js puts the same parts together; tests hold the two equal.
"""

from collections.abc import Sequence
from typing import NamedTuple

from macros.library.claims import outcome_anchor
from macros.library.library import Library
from macros.model.data import Source
from macros.model.evidence import Outcome
from macros.model.method import Method
from macros.model.sources import Citation
from macros.views.card.key_facts import KeyFacts, key_facts
from macros.views.common.comparability import STANDING_SENTENCES
from macros.views.common.dutch import UNKNOWN, capital, date_text, listed
from macros.views.common.lines import NoNotes, join_remarks
from macros.views.common.short import plain, sentence
from macros.views.common.wording import source_text
from macros.views.compare.shared_scales import ResultBlock, comparability_text, result_blocks
from macros.views.compare.short_rows import ShortCell, short_cells
from macros.views.evidence.base_rates import BaseRateView
from macros.views.evidence.outcomes import outcome_view
from macros.views.missing.missing import unknown_parts

QUESTION = "Wat is er bekend over {names}?"
"""Of methods that a reader chose."""
ALL_KNOWN = "alles waar wij naar vragen, staat op de kaart"


class Said(NamedTuple):
    """A text with who says it."""

    lead: str
    """The number, which stands out; empty if there is none."""
    text: str
    sources: tuple[Citation, ...]


class MemoMethod(NamedTuple):
    """One method in the memo, whatever the others are."""

    name: str
    link: str
    cells: tuple[Said, ...]
    """In the order of SHORT_ROWS."""
    not_to_conclude: str
    unknown: str
    """The parts of the card that are not known."""


class MemoScale(NamedTuple):
    """Results of methods that may stand on one scale."""

    measure: str
    about: str
    """In what they are counted, and in what they differ all the same."""
    results: tuple[tuple[str, tuple[Said, ...]], ...]
    """(name of the method, its cells as in RESULT_HEADS) of each."""


class MemoRates(NamedTuple):
    """What happens anyway on one measure."""

    measure: str
    rates: tuple[Said, ...]


class Memo(NamedTuple):
    question: str
    answer: str | None
    """Of a ready-made comparison."""
    day: str
    address: str
    """Of the comparison, from the root of the site."""
    methods: tuple[MemoMethod, ...]
    comparability: str
    scales: tuple[MemoScale, ...]
    rates: tuple[MemoRates, ...]
    cautions: tuple[str, ...]


RESULT_HEADS = ("Methode", "Resultaat", "Bij wie", "Hoe gemeten")
COUNTED_IN = "Dezelfde maat, geteld in {unit}."
BUT = " Let op: {cautions}."


def memo_view(library: Library, ids: Sequence[str], address: str, question: str | None = None, answer: str | None = None) -> Memo:
    """The memo of these methods. Raises KeyError for a method that does not exist."""
    methods = [library.methods[method_id] for method_id in ids]
    blocks = result_blocks(methods, library)
    comparability = comparability_text(blocks)
    return Memo(
        question=question or QUESTION.format(names=listed([method.name for method in methods])),
        answer=plain(answer) if answer else None,
        day=memo_day(library),
        address=address,
        methods=tuple(memo_method(method, key_facts(method, library)) for method in methods),
        comparability=comparability,
        scales=tuple(scale for block in blocks for scale in _scales(block, methods)),
        rates=tuple(MemoRates(block.measure, memo_rates(block.base_rates)) for block in blocks if block.base_rates),
        cautions=(comparability, *STANDING_CAUTIONS),
    )


STANDING_CAUTIONS = (f"{STANDING_SENTENCES[2]} {STANDING_SENTENCES[3]}", STANDING_SENTENCES[0])
"""What holds for every memo, beside whether results may be compared."""


def memo_day(library: Library) -> str:
    """The day of which the memo tells: that of the library."""
    return date_text(library.today)


def memo_method(method: Method, key: KeyFacts) -> MemoMethod:
    missing = "; ".join(f"{one.label} ({one.remark})" if one.remark else one.label for one in unknown_parts(method))
    return MemoMethod(
        method.name,
        f"methoden/{method.id}/",
        tuple(map(_cell, short_cells(method, key))),
        sentence(plain(key.not_to_conclude)),
        sentence(missing or ALL_KNOWN),
    )


def _cell(cell: ShortCell) -> Said:
    text = sentence(capital(plain("; ".join(fact.text for fact in cell.facts) or cell.text)))
    detail = sentence(capital(plain(cell.detail))) if cell.detail else ""
    return Said(text, detail, cell.sources) if cell.is_number else Said("", f"{text} {detail}".rstrip(), cell.sources)


def _scales(block: ResultBlock, methods: Sequence[Method]) -> list[MemoScale]:
    outcomes = {(method.name, outcome_anchor(one)): one for method in methods for one in method.outcomes}
    return [
        MemoScale(
            block.measure,
            COUNTED_IN.format(unit=scale.unit) + (BUT.format(cautions="; ".join(scale.cautions)) if scale.cautions else ""),
            tuple((one.method, memo_result(outcomes[one.method, one.outcome.anchor])) for one in scale.results),
        )
        for scale in block.scales
    ]


def memo_result(outcome: Outcome) -> tuple[Said, ...]:
    """The cells of a result behind the name of its method, with everything that weighs it."""
    view = outcome_view(outcome, NoNotes())
    compared = f"vergelijkingsgroep: {view.compared}" if view.compared else None
    weighed = join_remarks(view.number.remark, compared, f"{view.measure.nl}: {view.direction.nl}")
    return (
        Said(sentence(view.number.headline), sentence(capital(weighed or "")), outcome.sources),
        Said("", sentence(capital(view.population or UNKNOWN)), ()),
        Said("", sentence(capital("; ".join(view.facts))), outcome.study.sources),
    )


def memo_rates(rates: Sequence[BaseRateView]) -> tuple[Said, ...]:
    """What happens anyway, and why that is no comparison group."""
    return tuple(
        Said(
            sentence(capital(rate.figure)),
            f"{sentence(capital(rate.about))} Andere groep, andere periode: {sentence(rate.differs)}",
            rate.sources,
        )
        for rate in rates
    )


def source_line(source: Source) -> str:
    """A source as the list at the end names it, without its address."""
    return f"{source_text(source)}. Wie het zegt: {sentence(source.voice.nl)}"
