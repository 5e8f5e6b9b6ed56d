"""Library → the documents of the search, with the texts by which each can be found."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.history.moved import former_ids
from macros.library.library import Library
from macros.model.data import Organisation
from macros.model.method import Method
from macros.views.card.relations import apart_text
from macros.views.common.dutch import capital
from macros.views.common.wording import deliverer_text, level_text, state_text, status_text
from macros.views.evidence.verdicts import prize_text


class SearchField(NamedTuple):
    """A part of a document: `label` tells the reader where a word was found, `weight` determines the order of results."""

    label: str
    weight: int
    is_name: bool = False
    """True for names and fixed terms: they are also found if they are written as one word, or as two."""


WHOLE_NAME, WHOLE_ALIAS, NAME, ALIAS, FIRST_THEME, PROBLEM, TOOL, ORGANISATION, THEME = range(9)
PLACE, CLASS, SUMMARY, GROUP, GOAL, APPROACH, ELEMENT, DELIVERY, CONDITION, RESULT, LEVEL, STATUS, COST = range(9, 22)
FIELDS = (
    SearchField("naam", 40, True),
    SearchField("andere naam", 40, True),
    SearchField("naam", 40, True),
    SearchField("andere naam", 30, True),
    SearchField("thema", 14, True),
    SearchField("wat er speelt", 14, True),
    SearchField("werkvorm", 13, True),
    SearchField("organisatie", 13, True),
    SearchField("thema", 12, True),
    SearchField("plaats", 12, True),
    SearchField("indeling", 8, True),
    SearchField("samenvatting", 7),
    SearchField("voor wie", 6),
    SearchField("doelen", 6),
    SearchField("aanpak", 5),
    SearchField("werkzame elementen", 5),
    SearchField("uitvoering", 4),
    SearchField("voorwaarden en aanmelding", 3),
    SearchField("resultaten", 3),
    SearchField("erkenning", 3),
    SearchField("stand", 2),
    SearchField("kosten en keten", 2),
)
"""Name before alias before theme before text. The index refers to a field by its position in this list. No text is of the
first two: postings.py gives them to a name written as one word, so that who types a name finds what is called exactly so."""

Text = tuple[int, str]
"""(position of a field in FIELDS, its text)"""


class SearchDocument(NamedTuple):
    """Something that can be found."""

    id: str
    name: str
    address: str
    """From the root of the site."""
    note: str
    """One line beside the name in a list of results."""
    texts: tuple[Text, ...]


class Prose(NamedTuple):
    """A hand-written page."""

    address: str
    title: str
    description: str
    headings: tuple[str, ...]


GROUPS = ("Methoden", "Organisaties", "Werkvormen", "Begrippen", "Pagina's")
"""Kinds of documents, in the order in which they are numbered and shown."""
METHODS = 0
"""Which of them the methods are."""


def search_documents(library: Library, prose: Iterable[Prose] = ()) -> tuple[tuple[SearchDocument, ...], ...]:
    """Everything that can be found: one tuple for each of GROUPS."""
    return tuple(map(tuple, document_groups(library, prose)))


def document_groups(library: Library, prose: Iterable[Prose] = ()) -> tuple[Iterator[SearchDocument], ...]:
    """The same; each document is made when it is asked for."""
    former = former_ids(library.moved)
    return (
        (_of_method(method, library, former.get(method.id, ())) for method in library.methods.values()),
        map(_of_organisation, library.organisations.values()),
        _tools(library),
        _terms(library),
        map(_of_prose, prose),
    )


def _of_method(method: Method, library: Library, former: tuple[str, ...]) -> SearchDocument:
    """A method; the former ids of its card are also aliases, because they occur in old links and letters."""
    texts = [(field, without_markup(text)) for field, text in _texts(method) if text]
    texts += [(ALIAS, old_id.replace("-", " ")) for old_id in former]
    note = "; ".join(filter(None, (capital(status_text(method)), apart_text(method, library))))
    return SearchDocument(method.id, method.name, f"methoden/{method.id}/", note, tuple(dict.fromkeys(texts)))


def _texts(method: Method) -> Iterator[tuple[int, str | None]]:
    """(field, text) for the texts of a card that say what the method is. For whom it is not meant and what is not about the
    method itself (background, sources that contradict each other) is left out, because a word found there would mislead."""
    yield NAME, method.name
    yield from ((ALIAS, name) for name in (*method.aliases, *(former.name for former in method.former_names)))
    themes = [goal.theme.nl for goal in method.goals]
    yield from ((FIRST_THEME, theme) for theme in themes[:1])
    yield from ((THEME, theme) for theme in themes[1:] if theme != themes[0])
    yield from ((PROBLEM, problem.nl) for problem in method.target_group.problems)
    for used in method.tools:
        yield from ((TOOL, name) for name in (used.tool.name, *used.tool.aliases))
    for organisation in _organisations(method):
        yield from ((ORGANISATION, name) for name in _names(organisation))
    yield from ((PLACE, place.region.nl) for place in method.regions)
    yield from _classification(method)
    yield SUMMARY, method.in_short
    yield SUMMARY, method.summary
    yield SUMMARY, method.plain_summary
    yield from _running_texts(method)


def _classification(method: Method) -> Iterator[tuple[int, str | None]]:
    if method.kind:
        yield CLASS, method.kind.nl
    if method.classification:
        parts = method.classification
        yield from ((CLASS, term.nl) for term in (*parts.prevention, *parts.frame, *parts.care_form, *parts.setting))
        yield from ((CLASS, term.nl) for term in (*parts.aim, *parts.approach_kind, *parts.provision))


def _running_texts(method: Method) -> Iterator[tuple[int, str | None]]:
    group = method.target_group
    yield GROUP, group.description
    yield from ((GROUP, person.nl) for person in group.recipients)
    yield from ((GROUP, one.criterion) for one in group.includes)
    yield from ((GOAL, goal.text) for goal in method.goals)
    yield from ((APPROACH, f"{step.step}. {step.text}") for step in method.approach)
    yield from ((APPROACH, used.note) for used in method.tools)
    yield from ((APPROACH, f"{variant.name}: {variant.description}") for variant in method.variants)
    yield from ((ELEMENT, f"{used.element.name}: {used.note}" if used.note else used.element.name) for used in method.elements)
    yield from ((DELIVERY, text) for one in method.delivery for text in (deliverer_text(one), one.training))
    yield from ((DELIVERY, text) for one in method.intensity for text in (one.duration, one.contact))
    yield from ((DELIVERY, text) for one in method.materials for text in (one.kind.nl, one.name))
    yield from ((CONDITION, one.says) for one in (*method.conditions, *method.referral))
    yield CONDITION, method.intake.note if method.intake else None
    yield from ((RESULT, text) for one in method.outcomes for text in (one.measure.nl, one.statement, one.population))
    yield STATUS, method.status.note
    yield from ((STATUS, one.reason) for one in method.status.reasons)
    yield from ((STATUS, one.says) for one in (*method.next_steps, *method.recognition_claims))
    yield from ((LEVEL, f"{level_text(verdict)}; {state_text(one)}") for one in method.recognitions for verdict in one.verdicts)
    yield from ((STATUS, prize_text(one)) for one in method.prizes_and_listings)
    yield from ((COST, one.covers) for one in method.costs)
    yield from ((COST, one.says) for one in method.cost_statements)
    if method.chain:
        yield from ((COST, link.text) for link in (*method.chain.before, *method.chain.alongside, *method.chain.after))


def _organisations(method: Method) -> Iterator[Organisation]:
    yield from (owner.organisation for owner in method.owners)
    yield from (former.organisation for former in method.former_owners)
    yield from (partner.organisation for partner in method.partners)


def _names(organisation: Organisation) -> tuple[str, ...]:
    return (organisation.name, *organisation.abbreviations, *organisation.former_names)


def _of_organisation(organisation: Organisation) -> SearchDocument:
    name, *others = _names(organisation)
    texts = [(NAME, name), *((ALIAS, other) for other in others), (CLASS, organisation.kind.nl)]
    if organisation.note:
        texts.append((SUMMARY, without_markup(organisation.note)))
    return SearchDocument(organisation.id, name, f"organisaties/{organisation.id}/", organisation.kind.nl, tuple(texts))


def _tools(library: Library) -> Iterator[SearchDocument]:
    for tool in library.tools.values():
        texts = ((NAME, tool.name), *((ALIAS, alias) for alias in tool.aliases), (SUMMARY, without_markup(tool.summary)))
        yield SearchDocument(tool.id, tool.name, f"werkvormen/{tool.id}/", _first_sentence(tool.summary), texts)


def _terms(library: Library) -> Iterator[SearchDocument]:
    for kind, vocabulary in library.vocabularies.items():
        for term in vocabulary.terms.values():
            texts = ((NAME, term.nl), (CLASS, vocabulary.label), (SUMMARY, without_markup(term.description)))
            yield SearchDocument(
                term.id,
                term.nl,
                f"begrippen/#{kind}-{term.id}",
                f"{vocabulary.label}: {_first_sentence(term.description)}",
                texts,
            )
    for element in library.elements.values():
        texts = ((NAME, element.name), (SUMMARY, without_markup(element.description)))
        note = f"Werkzaam element: {_first_sentence(element.description)}"
        yield SearchDocument(element.id, element.name, f"begrippen/#element-{element.id}", note, texts)


def _of_prose(page: Prose) -> SearchDocument:
    texts = [(NAME, page.title), *((SUMMARY, heading) for heading in page.headings)]
    if page.description:
        texts.append((SUMMARY, page.description))
    return SearchDocument(page.address, page.title, page.address, page.description, tuple(texts))


_MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?!\w)")


def without_markup(text: str) -> str:
    """A card text without its markup. The tests skip the expressions for texts that have none; without them the files of the
    search take a third longer."""
    if "[" in text:
        text = _MARKDOWN_LINK.sub(r"\1", text)
    return _EMPHASIS.sub("", text) if "*" in text or "_" in text else text


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", without_markup(text), maxsplit=1)[0]
