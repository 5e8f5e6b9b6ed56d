"""The macros of the pages on which evidence is weighed; called like those of macros/site/author_macros/registry.py."""

from macros.site.author_macros.call import Call
from macros.views.common.lines import Notes
from macros.views.evidence import active_elements, claims, coverage, guidelines, measures, recognitions
from macros.views.evidence import pages as evidence_pages
from macros.views.evidence.evidence_map import themes_on_map
from macros.views.evidence.measure_chart import measure_figure
from macros.views.evidence.sample_size import sample_sizes as sample_size_view
from macros.views.evidence.sample_size_chart import sample_size_figure
from macros.views.reference import chain
from macros.views.reference.chain_chart import whole_chain_figure

FEW = 60
"""A list to choose a method from is offered up to so many; beyond that the search field does it."""


def measure_list(call: Call) -> str:
    """Alle maten met wat erover bekend is; in een kleine bibliotheek ook alle uitkomsten zelf."""
    found = measures.results_by_measure(call.library)
    at_once = sum(map(len, found.values())) <= measures.AT_ONCE
    view = {
        "lines": measures.measure_lines(call.library),
        "measures": [measures.measure_view(results) for results in found.values()] if at_once else [],
        "figures": {key: measure_figure(results, call.library) for key, results in found.items()} if at_once else {},
    }
    return call.show("evidence/measures.html", view)


def measure(call: Call, id: str) -> str:
    """Een link naar alle uitkomsten op een maat, met de naam."""
    terms = call.library.vocabularies["measure"].terms
    found = call.pick({key: terms[key] for key in measures.results_by_measure(call.library)}, id, "maat")
    return call.show("common/link.html", {"link": measures.measure_link(id), "text": found.nl})


def theme_map(call: Call, theme: str) -> str:
    """Een link naar de bewijskaart van de methoden met een thema."""
    found = call.pick({term.id: term for term in themes_on_map(call.library)}, theme, "thema")
    return call.show("common/link.html", {"link": evidence_pages.theme_link(theme), "text": found.nl})


def claim_ledger(call: Call) -> str:
    """Alles wat bronnen zeggen, met velden om te kiezen en te sorteren."""
    library = call.library
    found = claims.ledger_rows(library)
    first_page = evidence_pages.claim_pages(library)[0]
    methods = {one.subject.id: one.subject.name for one in found}
    vocabularies = library.vocabularies
    view = evidence_pages.claims_page_view(first_page) | {
        "methods": methods if len(methods) <= FEW else {},
        "measures": {key: vocabularies["measure"].terms[key].nl for key in measures.results_by_measure(library)},
        "designs": {key: term.nl for key, term in vocabularies["design"].terms.items()},
        "kinds": claims.KINDS,
        "voices": {key: term.nl for key, term in vocabularies["voice"].terms.items()},
    }
    return call.show("evidence/claims.html", view)


def evidence_map(call: Call) -> str:
    """De bewijskaart: wat er van welke methode op welke maat bekend is."""
    first_page = evidence_pages.map_pages(call.library)[0]
    return call.show("evidence/map.html", evidence_pages.map_page_view(first_page, call.library, title="Alle methoden"))


def element_overview(call: Call) -> str:
    """De werkzame elementen: welke methode welk element noemt, en wat onderzoek over het element zegt."""
    notes = Notes()
    first_page = evidence_pages.element_pages(call.library)[0]
    view = evidence_pages.elements_page_view(first_page, call.library) | {
        "elements": active_elements.element_views(call.library, notes),
        "tools": active_elements.tool_findings(call.library, notes),
        "references": notes.references(),
    }
    return call.show("evidence/elements.html", view)


def recognition_overview(call: Call) -> str:
    """Wat instanties over de methoden besloten, letterlijk en met datum."""
    first_page = evidence_pages.recognition_pages(call.library)[0]
    levels = call.library.vocabularies["recognition-level"].terms
    view = evidence_pages.recognitions_page_view(first_page, call.library) | {
        "levels": {key: term.nl for key, term in levels.items()}
    }
    return call.show("evidence/recognitions.html", view)


def guideline_overview(call: Call) -> str:
    """De richtlijnen, met de methoden die erin staan en hoeveel daarvan een kaart hebben, ook per doel."""
    view = {
        "guidelines": guidelines.guideline_views(call.library),
        "lacking": guidelines.lacking_methods(call.library),
        "coverage": coverage.whole_coverage(call.library),
        "purposes": list(coverage.coverage_by_purpose(call.library.guidelines.values(), call.library)),
    }
    return call.show("evidence/guidelines.html", view)


def scale_crosswalk(call: Call) -> str:
    """De schalen van beoordelende instanties naast elkaar, met wat er niet is nagegaan."""
    return call.show("evidence/crosswalk.html", recognitions.crosswalk_view(call.library))


def sample_sizes(call: Call) -> str:
    """Hoeveel gezinnen een vergelijking van twee groepen nodig heeft, met wat een klein aantal wel en niet laat zien."""
    return call.show("evidence/sample_sizes.html", sample_size_view(), figure=sample_size_figure(call.library.today))


def chain_overview(call: Call) -> str:
    """De keten van hulp: welke methode waar staat, als beeld en als tekst."""
    notes = Notes()
    view = chain.chain_view(call.library, notes)
    return call.show(
        "reference/chain.html", {"chain": view, "figure": whole_chain_figure(call.library), "references": notes.references()}
    )


EVIDENCE_MACROS = (
    measure_list,
    measure,
    theme_map,
    claim_ledger,
    evidence_map,
    element_overview,
    recognition_overview,
    guideline_overview,
    scale_crosswalk,
    sample_sizes,
    chain_overview,
)
