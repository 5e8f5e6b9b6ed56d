"""What an author of a page can call between double braces.

The names, arguments and Dutch docstrings are what authors see, also on the page that explains them. What a macro
returns is either text, or HTML that is kept out of Markdown's hands (placeholders.py). Misuse raises Misused, and the
build stops with its message.
"""

import functools
import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from macros.contributing.form import forge_data
from macros.library.claims import anchor_of
from macros.model.ready_comparison import MOST_METHODS
from macros.site.author_macros.call import Call, Misused
from macros.site.author_macros.data import DATA_MACROS
from macros.site.author_macros.evidence import EVIDENCE_MACROS
from macros.site.author_macros.explained import explanation
from macros.views.catalogue import catalogue as catalogues
from macros.views.catalogue import listings
from macros.views.catalogue.orders import ORDERS
from macros.views.common.comparability import STANDING_SENTENCES
from macros.views.common.lines import NoNotes, Notes
from macros.views.common.subjects import method_subject
from macros.views.common.wording import cost_text
from macros.views.compare.comparison import comparison_view as compare
from macros.views.compare.ready import ready_links
from macros.views.evidence.active_elements import element_views
from macros.views.evidence.outcomes import outcome_view
from macros.views.evidence.pages import cost_pages, costs_page_view
from macros.views.evidence.result_chart import subject_figure
from macros.views.fit.questions import list_questions
from macros.views.missing import lists as wanted_views
from macros.views.missing.lists import card_list_view
from macros.views.parents.parents import helplines
from macros.views.reference.chain_chart import strip_figure
from macros.views.reference.field_reference import field_reference as describe_fields
from macros.views.reference.glossary import glossary_view as explain
from macros.views.reference.home import home_view
from macros.views.reference.organisations import organisation_views
from macros.views.reference.tools import tool_views


def count(call: Call, what: str) -> str:
    """Hoeveel er in de bibliotheek staan: "methods", "organisations", "sources", "tools", "elements" of "outcomes"."""
    library = call.library
    counts = {
        "methods": len(library.methods),
        "organisations": len(library.organisations),
        "sources": len(library.sources),
        "tools": len(library.tools),
        "elements": len(library.elements),
        "outcomes": sum(len(method.outcomes) for method in library.methods.values()),
    }
    return str(call.pick(counts, what, "telling"))


def method(call: Call, id: str) -> str:
    """Een link naar de kaart van een methode, met de naam."""
    found = call.pick(call.library.methods, id, "methode")
    return call.show("common/link.html", {"link": f"methoden/{id}/", "text": found.name})


def method_list(call: Call, theme: str) -> str:
    """De methoden met een doel van dit thema, elk met stand en samenvatting."""
    call.pick(call.library.vocabularies["theme"].terms, theme, "thema")
    return call.show("catalogue/method_list.html", catalogues.rows_with_theme(call.library, theme))


def catalogue(call: Call) -> str:
    """Alle methoden in een tabel, om in te zoeken en uit te kiezen, en daaronder de lijsten per thema en doelgroep."""
    first = listings.CatalogueRowCache(call.library).of(listings.all_method_listings(call.library)[0])
    view = {"listing": first.listing, "rows": first.rows, "orders": ORDERS, "lists": listings.list_links(call.library)}
    return call.show("catalogue/catalogue.html", view)


def latest(call: Call, most: int = 3) -> str:
    """De methoden die het laatst zijn nagekeken."""
    if not isinstance(most, int) or most < 1:
        raise Misused(f"latest toont een aantal methoden, zoals latest(3), niet {most!r}")
    return call.show("catalogue/method_list.html", catalogues.latest_reviewed(call.library, most))


def side_by_side(call: Call) -> str:
    """Het gereedschap waarmee een lezer zelf methoden kiest en naast elkaar zet."""
    return call.show("compare/side_by_side.html", {"ready": ready_links(call.library)})


def comparison(call: Call, *ids: str, lead: str = "") -> str:
    """Twee tot vier methoden naast elkaar op negen rijen, met alle rijen gevouwen eronder; met lead="…" een zin erboven."""
    if not 2 <= len(ids) <= MOST_METHODS:
        raise Misused(f"een vergelijking heeft twee tot vier methoden, niet {len(ids)}")
    for method_id in ids:
        call.pick(call.library.methods, method_id, "methode")
    return call.show("compare/comparison.html", compare(call.library, ids), lead=lead, figure=None)


def costs(call: Call) -> str:
    """Alle bedragen met hun noemer, prijsjaar en bron, en een rekenhulp."""
    return call.show("evidence/costs.html", costs_page_view(cost_pages(call.library)[0]))


def cost(call: Call, id: str, per: str) -> str:
    """Eén bedrag van een methode als tekst met een link: per is de noemer, bijvoorbeeld "birth"."""
    found = call.pick(call.library.methods, id, "methode")
    one = call.pick({cost.per.id: cost for cost in found.costs}, per, f"bedrag van {id}")
    return call.show("common/link.html", {"link": f"methoden/{id}/#{anchor_of('cost', one)}", "text": cost_text(one)})


def fit(call: Call) -> str:
    """De vragen van Past het? en de plaats waar de uitkomst komt."""
    return call.show("fit/fit.html", list_questions(call.library), helplines=helplines(call.library, "danger"))


def claim(call: Call, id: str, outcome: str) -> str:
    """Eén resultaat, met alles wat nodig is om het te wegen."""
    found = call.pick(call.library.methods, id, "methode")
    outcomes = {claim.id: claim for claim in found.outcomes}
    view = {
        "method": found.name,
        "link": f"methoden/{id}/",
        "figure": subject_figure(method_subject(found), found.outcomes, call.library),
        "claim": outcome_view(call.pick(outcomes, outcome, f"uitkomst van {id}"), NoNotes()),
    }
    return call.show("card/claim.html", view)


def form(call: Call) -> str:
    """Het formulier waarmee men een kaart schrijft of verbetert."""
    return call.show("form/form.html", {"forge": forge_data(call.forge)})


def organisation_list(call: Call) -> str:
    """Alle organisaties, met de methoden waarin die meedoen."""
    return call.show("reference/organisations.html", organisation_views(call.library))


def tool_list(call: Call) -> str:
    """Alle werkvormen, met de methoden die ze gebruiken."""
    return call.show("reference/tools.html", tool_views(call.library))


def glossary(call: Call) -> str:
    """Alle woordenlijsten en werkzame elementen, met uitleg."""
    notes = Notes()
    view = {"elements": element_views(call.library, notes), "vocabularies": explain(call.library)}
    return call.show("reference/glossary.html", {**view, "references": notes.references()})


def field_reference(call: Call) -> str:
    """Alle velden van een kaart, met hun vorm en uitleg."""
    return call.show("reference/field_reference.html", describe_fields())


def wanted(call: Call) -> str:
    """Wat alle kaarten nog niet weten: per onderdeel en per kaart."""
    library = call.library
    first_page = wanted_views.card_list_pages(library)[0]
    counts = {"parts": wanted_views.missing_parts(library), "past_term": wanted_views.count_past_term(library)}
    view = card_list_view(first_page, library) | counts | {"term_link": wanted_views.PAST_TERM_LINK}
    return call.show("missing/overview.html", view, edit=f"{call.forge.edit}methods/" if call.forge else "")


def standing_sentences(call: Call) -> str:
    """De vier zinnen die bij elke kaart en elke vergelijking horen."""
    return call.show("common/standing_sentences.html", STANDING_SENTENCES)


def home(call: Call) -> str:
    """De inhoud van de beginpagina."""
    return call.show("site/home.html", home_view(call.library), figure=strip_figure(call.library))


class Explained(NamedTuple):
    """A macro on the page for authors."""

    call: str
    """How it is written"""
    text: str


def macro_reference(call: Call) -> str:
    """Deze lijst."""
    view = [Explained(signature(macro), explanation(macro)) for macro in MACROS]
    return call.show("site/macro_reference.html", view)


MACROS: tuple[Callable[..., str], ...] = (
    count,
    method,
    method_list,
    catalogue,
    latest,
    side_by_side,
    comparison,
    fit,
    form,
    costs,
    cost,
    claim,
    organisation_list,
    tool_list,
    glossary,
    field_reference,
    *EVIDENCE_MACROS,
    wanted,
    *DATA_MACROS,
    standing_sentences,
    home,
    macro_reference,
)


def signature(macro: Callable[..., str]) -> str:
    """How an author calls it: comparison(*ids, rows=None)"""
    parameters = list(inspect.signature(macro).parameters.values())[1:]
    shown = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in parameters]
    return f"{macro.__name__}({', '.join(map(str, shown))})"


def bound_macros(call: Callable[[], Call]) -> dict[str, Callable[..., str]]:
    """All macros by name, as pages call them; `call` gives what macros know on the page at hand."""
    return {macro.__name__: bound(macro, call) for macro in MACROS}


def bound(macro: Callable[..., str], call: Callable[[], Call]) -> Callable[..., str]:
    """The macro as a page calls it. Raises Misused if the arguments are not right."""

    @functools.wraps(macro)
    def as_called(*arguments: Any, **options: Any) -> str:
        known = call()
        try:
            inspect.signature(macro).bind(known, *arguments, **options)
        except TypeError as error:
            raise Misused(f"{macro.__name__} wordt zo aangeroepen: {signature(macro)}") from error
        return macro(known, *arguments, **options)

    return as_called
