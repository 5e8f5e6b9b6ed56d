"""The ledger holds every claim of the cards and no other, and each leads to its source."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from builders import Root
from parsed import Parsed, text_of

from macros.library.claims import PREFIXES
from macros.library.library import Library
from macros.open_data.cells import BYTE_ORDER_MARK
from macros.open_data.claims_csv import COLUMNS
from macros.views.common.pagination import paginate
from macros.views.evidence.claims import KINDS, claim_view, ledger_claims, ledger_rows


def written(project: Path, apart: bool = True) -> Iterator[str]:
    """The claims in the files themselves, without the code under test: results by their id, the rest by card and kind. A
    contradiction is one, or with `apart` each of its statements."""
    for file in (project / "methods").glob("*.yml"):
        card = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from (f"{file.stem}/{outcome['id']}" for outcome in card.get("outcomes", []))
        many = {
            "reach": card.get("reach", []),
            "cost": card.get("costs", []),
            "cost-statement": card.get("cost_statements", []),
            "recognition": [verdict for one in card.get("recognitions", []) for verdict in one["verdicts"]],
            "prize-or-listing": card.get("prizes_and_listings", []),
            "effect-ladder": card.get("effect_ladder", []),
            "recognition-claim": card.get("recognition_claims", []),
            "conflict": [said for one in card.get("conflicts", []) for said in one["statements"][: None if apart else 1]],
        }
        yield from (f"{file.stem}/{kind}." for kind, found in many.items() for _ in found)
    tools = yaml.safe_load((project / "data" / "tools.yml").read_text(encoding="utf-8"))
    yield from (f"{key}/{outcome['id']}" for key, tool in tools.items() for outcome in tool.get("outcomes", []))


def counted(ids: Iterable[str]) -> Counter[str]:
    """How often each is said, once all ids are found to differ; of claims that are not results the card and kind."""
    found = list(ids)
    assert len(found) == len(set(found)) > 50
    return Counter(f"{name.split('.')[0]}." if "." in name else name for name in found)


def all_ids(page: Parsed) -> list[str]:
    return [element.attrib["id"] for element in page.tree.iter() if "id" in element.attrib]


def rows(ledger: list[Parsed]) -> dict:
    return {row.attrib["id"].replace("--", "/", 1): row for page in ledger for row in page.all("tr") if "data-kind" in row.attrib}


@pytest.fixture(scope="module")
def ledger(site_folder: Path) -> list[Parsed]:
    """Every page of the list, however many there are."""
    folders = sorted((site_folder / "uitspraken").glob("*/index.html"))
    return [Parsed(site_folder, "uitspraken/"), *(Parsed(site_folder, f"uitspraken/{file.parent.name}/") for file in folders)]


def test_the_claims_on_the_site_are_those_of_the_cards(ledger: list[Parsed], project: Path) -> None:
    assert counted(rows(ledger)) == Counter(written(project, apart=False))


def test_the_spreadsheet_holds_the_same_claims(site_folder: Path, project: Path) -> None:
    text = (site_folder / "uitspraken" / "uitspraken.csv").read_bytes().decode("utf-8")
    assert text.startswith(BYTE_ORDER_MARK)
    found = list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=";"))
    assert tuple(found[0]) == COLUMNS
    assert counted(row["id"] for row in found) == Counter(written(project))
    assert "\r\n" in text and "\r\r" not in text


def test_each_claim_leads_to_its_place_on_the_card_in_one_step(ledger: list[Parsed], site_folder: Path) -> None:
    pages: dict[str, list[str]] = {}
    seen = 0
    for page in ledger:
        for row in rows([page]).values():
            link = next(one for one in row.iter("a") if "permanent" in one.get("class", ""))
            address, anchor = page.follow(link.attrib["href"])
            if address not in pages:
                pages[address] = all_ids(Parsed(site_folder, address))
            assert pages[address].count(anchor) == 1
            seen += 1
    assert seen > 50


def test_each_claim_names_its_source_with_its_date_and_who_speaks(ledger: list[Parsed], library: Library) -> None:
    found = rows(ledger)
    for one in map(claim_view, ledger_rows(library)):
        text = text_of(found[one.id])
        for other in one.others:
            assert all(source.publisher in text and source.voice.nl in text for source in other.sources)
        for citation in one.sources:
            assert citation.source.publisher in text and citation.source.voice.nl in text
            assert citation.source.issued or "zonder datum" in text


def test_where_sources_contradict_each_other_the_row_says_so_and_shows_all(ledger: list[Parsed]) -> None:
    text = text_of(rows(ledger)["sirius-familiezorg/family-ties"])
    assert "Bronnen spreken elkaar tegen" in text
    assert "Gezinshuis.voorbeeld" in text and "Jeugdpalet" in text
    conflict = [row for name, row in rows(ledger).items() if name.startswith("gezinsbegeleiding-waterstad/conflict")]
    assert len(conflict) == 1, "a contradiction stands there once"
    (row,) = conflict
    assert len(row.findall(".//div[@class='others']/ul/li")) == 3
    assert len([link for link in row.iter("a") if "permanent" in link.get("class", "")]) == 3, "each has its own address"


def test_every_kind_of_claim_has_a_name_and_a_way_to_say_it(example: Root) -> None:
    found = ledger_claims(example.load())
    assert {one.kind for one in found} == set(KINDS) == set(PREFIXES)
    assert all(claim_view(one).text for one in found)


def test_a_card_tells_how_to_cite_each_result(site_folder: Path, library: Library) -> None:
    for method in library.methods.values():
        cited = [one for one in Parsed(site_folder, f"methoden/{method.id}/").all("details") if "cite" in one.get("class", "")]
        assert len(cited) == len(method.outcomes)
        assert all(method.name in text_of(one) for one in cited)


def test_a_long_list_is_cut_into_pages_that_together_hold_everything() -> None:
    found = paginate(list(range(450)), 200, "uitspraken/")
    assert [sheet.address for sheet in found] == ["uitspraken/", "uitspraken/2/", "uitspraken/3/"]
    assert [row for sheet in found for row in sheet.rows] == list(range(450))
    assert [sheet.total for sheet in found] == [450] * 3
    assert [sheet.address for sheet in paginate([], 200, "leeg/")] == ["leeg/"]
