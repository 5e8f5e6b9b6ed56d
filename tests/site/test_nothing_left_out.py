"""What weighs a statement stands in every place that shows the statement: every state of a recognition, every kind of
deliverer, every kind of result with its remark, every amount with its denominator and price year, every phase.

A card for each of them is built into pages and data, and read there; a card of which a place shows nothing fails too.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import html5lib
import pytest
from builders import SOURCES, Root, a_card, an_outcome, copy_example
from built import text_of
from open_data_fixtures import NOWHERE

from macros.contributing.worksheet.worksheet import WorksheetEntry, draft_worksheet
from macros.library.library import Library
from macros.open_data.api import Api
from macros.open_data.claims_csv import claims_csv
from macros.open_data.tables import TABLES
from macros.search.documents import search_documents
from macros.site.author_macros.call import Call
from macros.site.author_macros.placeholders import Placeholders
from macros.site.author_macros.registry import MACROS, bound
from macros.site.files.compare import comparison_columns
from macros.site.pages.all_pages import pages
from macros.site.pages.page import Site
from macros.site.pages.redirects import embed_files
from macros.views.changes.snapshot import take_snapshot
from macros.views.common.dutch import UNKNOWN
from macros.views.evidence.outcomes import number_of

pytestmark = pytest.mark.heavy

NO_SITE = Site("", "")
ROLE = "komt elke week langs"
LEVEL = "goed onderbouwd"
HANGS_ON = {
    "to": 1300,
    "per": "family",
    "period": {"count": 2, "unit": "year"},
    "condition": "bij groepen van tien",
    "to_condition": "bij huisbezoek",
    "grows_with": "child",
}
UNKNOWN_STATE = "of het besluit nog geldt, is onbekend"


class Built(NamedTuple):
    """The library, and what is made of it: address → text."""

    library: Library
    pages: Mapping[str, str]
    small: Mapping[str, str]
    compared: Mapping[str, Any]
    data: Mapping[str, Any]


def cards(library: Library) -> Iterator[tuple[str, dict[str, Any]]]:
    """(id, card) of a card for every kind of thing that is tried here."""
    words = library.vocabularies
    for state in words["recognition-state"].terms:
        decision = {"body": "voorbeeldcommissie", "state": state, "reason": "Zo besloot zij.", "date": 2020}
        yield f"besluit-{state}", {"recognitions": [{**decision, "verdicts": [{"level": LEVEL}], "sources": SOURCES}]}
    undecided = {"body": "voorbeeldcommissie", "verdicts": [{"level": LEVEL}], "sources": SOURCES}
    yield "besluit-onbekend", {"recognitions": [undecided]}
    for kind in words["deliverer"].terms:
        yield f"uitvoerder-{kind}", {"delivery": [{"kind": kind, "role": ROLE, "sources": SOURCES}]}
    for index, result in enumerate(RESULTS):
        yield f"resultaat-{index}", {"outcomes": [an_outcome(result)]}
    for per in words["cost-unit"].terms:
        costs = [
            {"amount": 1234, "per": per, "price_year": 2019, "covers": "de begeleiding", "sources": SOURCES},
            {"id": "zonder-jaar", "amount": 55, "per": per, "sources": SOURCES},
        ]
        yield f"bedrag-{per}", {"costs": costs}
    yield "bedrag-hangt", {"costs": [{**costs[0], **HANGS_ON}, costs[1]]}
    for phase in words["phase"].terms:
        reasons = [{"reason": "Het geld was op.", "sources": SOURCES}] if phase == "stopped" else []
        yield f"stand-{phase}", {"status": {"phase": phase, "reasons": reasons, "sources": SOURCES}}


RESULTS: tuple[dict[str, Any], ...] = (
    {"count": 11, "of": 12, "unit": "family"},
    {"count": 12, "unit": "family"},
    {"percent": 93, "unit": "unknown"},
    {"percent": "16.9", "of": 91, "unit": "parent"},
    {"change": "down", "by_percent": 20, "unit": "placement"},
    {"amount": 150000, "precision": "about"},
    {"score": "8.2", "lowest": 1, "highest": 10, "unit": "parent"},
    {"effect": "cohens-d", "value": "-0.23", "against": "gebruikelijke hulp", "favours": "method"},
    {"words": "het ging beter"},
    {"none_yet": "het onderzoek loopt nog"},
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root: Root = copy_example(tmp_path_factory.mktemp("all"))
    for card_id, card in cards(root.load()):
        root.write_card(a_card(**{"name": f"Kaart {card_id}", "outcomes": [an_outcome({"words": "beter"})]} | card), card_id)
    library = root.load()
    api = Api(library, NOWHERE)
    return Built(
        library,
        {page.address: page.html(NO_SITE) for page in pages(library)},
        dict(embed_files(library, NO_SITE, library.methods.values())),
        {path: json.loads(text) for path, text in comparison_columns(library, library.methods.values())},
        {path: json.loads(text) for path, text in (*api.methods(), *api.claims())},
    )


def words_of(card_id: str, library: Library) -> list[str]:
    """What must stand wherever the statement of this card is shown."""
    kind, _, value = card_id.partition("-")
    method, terms = library.methods[card_id], library.vocabularies
    if kind == "besluit":
        state = terms["recognition-state"].terms.get(value)
        return [LEVEL, state.nl if state else UNKNOWN_STATE]
    if kind == "uitvoerder":
        return [ROLE, terms["deliverer"].terms[value].nl]
    if kind == "resultaat":
        number = number_of(method.outcomes[0])
        return [number.headline, *([number.remark] if number.remark else [])]
    if card_id == "bedrag-hangt":
        return ["1.234", "1.300", "over 2 jaar", "bij groepen van tien", "bij huisbezoek", "kinderen"]
    if kind == "bedrag":
        return ["1.234", terms["cost-unit"].terms[value].nl, "de begeleiding", "2019", UNKNOWN]
    return [terms["phase"].terms[value].nl]


# where it is read


def read(html: str) -> str:
    return text_of(html5lib.parseFragment(html, namespaceHTMLElements=False))


def part(html: str, begin: str, end: str) -> str:
    found = html.partition(begin)[2].partition(end)[0]
    assert found, f"no {begin}"
    return read(begin + found + end)


def macro_page(name: str) -> Callable[[Built, str], str]:
    """The part of a hand-written page that is about one card: the rows that link to it."""

    def text(built: Built, card_id: str) -> str:
        call = Call(built.library, "../", Placeholders())
        macro = next(macro for macro in MACROS if macro.__name__ == name)
        return rows_about(call.placeholders.restore(bound(macro, lambda: call)()), card_id)

    return text


def rows_about(html: str, card_id: str) -> str:
    rows = re.findall(r"<tr.*?</tr>", html, re.DOTALL)
    return read("<table>" + "".join(row for row in rows if re.search(rf'methoden/{card_id}/["#]', row)) + "</table>")


def first_screen(built: Built, card_id: str) -> str:
    return part(built.pages[f"methoden/{card_id}/"], '<div class="glance">', "<nav")


def closed_line(title: str) -> Callable[[Built, str], str]:
    return lambda built, card_id: part(built.pages[f"methoden/{card_id}/"], f"<summary><h2>{title}</h2>", "</summary>")


def section(anchor: str) -> Callable[[Built, str], str]:
    return lambda built, card_id: part(built.pages[f"methoden/{card_id}/"], f'<section id="{anchor}">', "\n</section>\n")


def state(built: Built, card_id: str) -> str:
    return part(built.pages[f"methoden/{card_id}/"], '<p class="state">', "</p>")


def tile(built: Built, card_id: str) -> str:
    lists = (html for address, html in built.pages.items() if address.startswith("methoden/thema/return-home/"))
    return rows_about("".join(lists), card_id)


def small_card(built: Built, card_id: str) -> str:
    return read(built.small[f"embed/{card_id}/index.html"].partition("<main>")[2])


def compared(built: Built, card_id: str) -> str:
    return read(built.compared[f"vergelijken/data/{card_id}.json"]["html"].partition("<ul>")[0])


def compared_results(built: Built, card_id: str) -> str:
    return read(built.compared[f"vergelijken/data/{card_id}.json"]["html"].partition("<ul>")[2])


def beside_results(built: Built, card_id: str) -> str:
    return rows_about(built.pages["uitkomsten/return-home/"], card_id)


def measure_page(built: Built, card_id: str) -> str:
    html = built.pages["uitkomsten/return-home/"]
    found = re.findall(r'<li class="result.*?</li>', html, re.DOTALL)
    return read("".join(one for one in found if f"methoden/{card_id}/#" in one))


def own_json(built: Built, card_id: str) -> str:
    return spoken(built.data[f"api/v1/methods/{card_id}.json"])


def claims_json(built: Built, card_id: str) -> str:
    claims = [claim for path, file in built.data.items() if "/claims" in path for claim in file["claims"]]
    return spoken([claim for claim in claims if claim["subject"]["id"] == card_id])


def spoken(value: Any) -> str:
    """All texts and numbers in JSON."""
    if isinstance(value, dict):
        return " ".join(spoken(inner) for inner in value.values())
    return " ".join(map(spoken, value)) if isinstance(value, list) else str(value)


def claims_table(built: Built, card_id: str) -> str:
    rows = csv.DictReader(io.StringIO(claims_csv(built.library).decode()), delimiter=";")
    return spoken([row for row in rows if f"methoden/{card_id}/" in row["adres"]])


def table(name: str) -> Callable[[Built, str], str]:
    def text(built: Built, card_id: str) -> str:
        (found,) = [one for one in TABLES if one.name == name]
        rows = [
            [getattr(cell, "name", cell) for cell in row] for row in found.rows(built.library) if card_id in map(code_of, row)
        ]
        return spoken(rows)

    return text


def code_of(cell: Any) -> Any:
    return getattr(cell, "code", cell)


def searched(built: Built, card_id: str) -> str:
    documents = search_documents(built.library)[0]
    return spoken(next([document.note, *map(list, document.texts)] for document in documents if document.id == card_id))


def differing(built: Built, card_id: str) -> str:
    snapshot = take_snapshot(built.library.methods[card_id], built.library)
    fields = (*snapshot.fields, *(field for claim in snapshot.claims for field in claim.fields))
    return " ".join(line for field in fields for line in field.lines)


def worksheet(built: Built, card_id: str) -> str:
    draft = draft_worksheet(built.library.methods[card_id], built.library)
    return " ".join(entry_text(entry) for one in draft.sections for each in one.parts for entry in each.entries)


def entry_text(entry: WorksheetEntry) -> str:
    return " ".join([entry.label, entry.text, *map(entry_text, entry.inner)])


EVERYWHERE: dict[str, Callable[[Built, str], str]] = {"compared": compared, "json": own_json, "diff": differing}
EMPTY_IS_UNKNOWN = ("json", "table", "worksheet", "first screen")
"""Places that leave out what is not known, and say that they do; of amounts the first screen shows one, and counts the others."""
PLACES: dict[str, dict[str, Callable[[Built, str], str]]] = {
    "besluit": {
        **EVERYWHERE,
        "closed line": closed_line("Erkenning en richtlijnen"),
        "section": section("erkenning"),
        "tile": tile,
        "beside results": beside_results,
        "small card": small_card,
        "recognitions": macro_page("recognition_overview"),
        "claims": macro_page("claim_ledger"),
        "claims in JSON": claims_json,
        "claims in CSV": claims_table,
        "table": table("recognitions"),
        "search": searched,
        "worksheet": worksheet,
    },
    "uitvoerder": {**EVERYWHERE, "section": section("aanpak"), "search": searched, "worksheet": worksheet},
    "resultaat": {
        **EVERYWHERE,
        "section": section("resultaten"),
        "compared results": compared_results,
        "measure": measure_page,
        "claims": macro_page("claim_ledger"),
        "claims in JSON": claims_json,
        "claims in CSV": claims_table,
        "table": table("outcomes"),
    },
    "bedrag": {
        **EVERYWHERE,
        "first screen": first_screen,
        "section": section("kosten"),
        "beside results": beside_results,
        "costs": macro_page("costs"),
        "claims": macro_page("claim_ledger"),
        "claims in JSON": claims_json,
        "claims in CSV": claims_table,
        "table": table("methods"),
    },
    "stand": {
        **EVERYWHERE,
        "state": state,
        "first screen": first_screen,
        "tile": tile,
        "beside results": beside_results,
        "small card": small_card,
        "table": table("methods"),
        "search": searched,
    },
}


@pytest.mark.parametrize(("kind", "place"), [(kind, place) for kind, places in PLACES.items() for place in places])
def test_nothing_that_weighs_a_statement_is_left_out(built: Built, kind: str, place: str) -> None:
    tried = [card_id for card_id in built.library.methods if card_id.startswith(f"{kind}-")]
    assert len(tried) > 3
    missing = [
        (card_id, word)
        for card_id in tried
        for word in words_of(card_id, built.library)
        if not (word in (UNKNOWN, UNKNOWN_STATE) and place in EMPTY_IS_UNKNOWN)
        if word.casefold() not in PLACES[kind][place](built, card_id).casefold()
    ]
    assert missing == []
