"""The memo as a text to take along. docs/assets/compare/memo.js lays out the same, with the words of TEXTS."""

from collections.abc import Iterator, Sequence

from macros.model.sources import Citation
from macros.views.common.dutch import capital, listed
from macros.views.common.lines import Notes, Reference
from macros.views.common.paper import Block, EndNotes, Heading, Items, Paper, PaperTable, Paragraph, Run, Runs
from macros.views.compare.memo import RESULT_HEADS, Memo, MemoScale, Said, source_line
from macros.views.compare.short_rows import SHORT_ROWS
from macros.views.evidence.base_rates import BASE_RATES_TITLE

TEXTS = {
    "title": "Memo: {question}",
    "made": "Gemaakt met de {library}, stand van {day}.",
    "address": "Deze vergelijking op de site: ",
    "cards": "Alles wat wij weten, staat op de kaarten: ",
    "answer": "Kort antwoord",
    "table": "De methoden naast elkaar",
    "caption": "{names} op negen punten",
    "scales": "Resultaten op dezelfde maat",
    "results": "{measure}: {names}",
    "rates": BASE_RATES_TITLE,
    "cautions": "Waar u op moet letten",
    "conclude": "Wat u niet uit het belangrijkste resultaat kunt opmaken",
    "unknown": "Wat wij niet weten",
    "sources": "Bronnen",
    "places": "Vindplaats: {places}.",
}


def memo_paper(memo: Memo, root: str, library_name: str) -> Paper:
    """The memo, with whole addresses; `root` is the address of the site, and without it there are no links to the site."""
    numbers = _Numbers()
    names = listed([method.name for method in memo.methods])
    blocks = (
        *_opening(memo, root, library_name),
        Heading(2, TEXTS["table"]),
        PaperTable(TEXTS["caption"].format(names=names), ("", *(method.name for method in memo.methods)), _nine(memo, numbers)),
        *_cards(memo, root),
        *_scales(memo.scales, numbers),
        *_rates(memo, numbers),
        Heading(2, TEXTS["cautions"]),
        Items(tuple((Run(text),) for text in memo.cautions)),
        Heading(2, TEXTS["conclude"]),
        Items(tuple(_about(one.name, one.not_to_conclude) for one in memo.methods)),
        Heading(2, TEXTS["unknown"]),
        Items(tuple(_about(one.name, one.unknown) for one in memo.methods)),
        Heading(2, TEXTS["sources"]),
        EndNotes(tuple(map(_source, numbers.references()))),
    )
    return Paper(TEXTS["title"].format(question=memo.question), blocks)


def _about(name: str, text: str) -> Runs:
    return (Run(f"{name}:", strong=True), Run(f" {text}"))


class _Numbers:
    """Numbers the sources in the order in which the memo uses them."""

    def __init__(self) -> None:
        self._notes = Notes()

    def of(self, citations: Sequence[Citation]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(int(note.anchor.removeprefix("bron-")) for note in self._notes.of(citations)))

    def references(self) -> tuple[Reference, ...]:
        return self._notes.references()


def _opening(memo: Memo, root: str, library_name: str) -> Iterator[Block]:
    made = Run(TEXTS["made"].format(library=library_name, day=memo.day))
    address = root + memo.address
    yield Paragraph((made, Run(f" {TEXTS['address']}"), Run(address, link=address), Run(".")) if root else (made,))
    if memo.answer:
        yield from (Heading(2, TEXTS["answer"]), Paragraph((Run(memo.answer),)))


def _nine(memo: Memo, numbers: _Numbers) -> tuple[tuple[Runs, ...], ...]:
    return tuple(
        ((Run(label, strong=True),), *(_said(method.cells[place], numbers) for method in memo.methods))
        for place, (_, label, _) in enumerate(SHORT_ROWS)
    )


def _said(said: Said, numbers: _Numbers) -> Runs:
    runs = (Run(said.lead, strong=True), Run(f" {said.text}" if said.lead else said.text))
    *before, last = [run for run in runs if run.text.strip()]
    return (*before, last._replace(notes=numbers.of(said.sources)))


def _cards(memo: Memo, root: str) -> Iterator[Block]:
    if not root:
        return
    links = [Run(method.name, link=root + method.link) for method in memo.methods]
    between = [run for link in links for run in (Run(", "), link)][1:]
    yield Paragraph((Run(TEXTS["cards"]), *between, Run(".")))


def _scales(scales: Sequence[MemoScale], numbers: _Numbers) -> Iterator[Block]:
    if scales:
        yield Heading(2, TEXTS["scales"])
    for scale in scales:
        names = listed(list(dict.fromkeys(name for name, _ in scale.results)))
        rows = tuple(((Run(name, strong=True),), *(_said(cell, numbers) for cell in cells)) for name, cells in scale.results)
        yield Heading(3, capital(scale.measure))
        yield Paragraph((Run(scale.about),))
        yield PaperTable(TEXTS["results"].format(measure=capital(scale.measure), names=names), RESULT_HEADS, rows)


def _rates(memo: Memo, numbers: _Numbers) -> Iterator[Block]:
    if memo.rates:
        yield Heading(2, TEXTS["rates"])
    for one in memo.rates:
        yield Heading(3, capital(one.measure))
        yield Items(tuple(_said(rate, numbers) for rate in one.rates))


def _source(reference: Reference) -> Runs:
    places = "; ".join(dict.fromkeys(place for _, place in reference.places if place))
    text = " ".join(filter(None, (source_line(reference.source), TEXTS["places"].format(places=places) if places else None)))
    url = reference.source.URL
    return (Run(f"{text} "), Run(url, link=url)) if url else (Run(text),)
