"""The evidence map: a mark for each result, in words too, and an invitation where nothing is known."""

import dataclasses
from pathlib import Path
from types import MappingProxyType

import pytest
from builders import AnOutcome, Root, a_card, an_outcome
from parsed import Parsed, text_of

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.views.common.dutch import capital
from macros.views.common.subjects import Subject, all_results
from macros.views.evidence.evidence_map import FORM_NAMES, LEAST_METHODS, MOST_COLUMNS, STATES, Mark, make_mark, map_view


@pytest.fixture(scope="module")
def page(site_folder: Path) -> Parsed:
    return Parsed(site_folder, "bewijskaart/")


def table_rows(page: Parsed) -> list:
    (table,) = [one for one in page.all("table") if "map" in one.get("class", "").split()]
    return [row for row in table.iter("tr") if row.find("td") is not None]


def by_study(library: Library) -> list[tuple[Subject, list[Outcome]]]:
    """What one study found on one measure."""
    found: dict[tuple[Subject, str, str], list[Outcome]] = {}
    for subject, outcome in all_results(library):
        found.setdefault((subject, outcome.measure.id, outcome.study.id), []).append(outcome)
    return [(subject, outcomes) for (subject, *_), outcomes in found.items()]


def test_what_a_study_found_on_a_measure_is_one_mark_that_leads_to_its_claim(page: Parsed, library: Library) -> None:
    links = [
        link
        for row in table_rows(page)
        for cell in row.findall("td")
        if cell.get("class") != "empty"
        for link in cell.findall("a")
    ]
    found = sorted(page.follow(link.attrib["href"]) for link in links)
    expected = sorted(tuple(subject.claim_link(outcomes[0]).split("#")) for subject, outcomes in by_study(library))
    assert found == expected


def test_a_mark_says_in_words_what_it_shows(page: Parsed, library: Library) -> None:
    for row in table_rows(page):
        for link in row.iter("a"):
            assert text_of(link)
    sirius = make_mark(*next((subject, [outcome]) for subject, outcome in all_results(library) if outcome.id == "return-home"))
    assert (
        sirius.text
        == "gunstig; 11 van 12 gezinnen (92%, 95%-interval 65–99%; klein aantal); monitoring; onafhankelijkheid onbekend"
    )
    assert (sirius.state, sirius.form) == ("favourable", "followed")


def test_every_method_has_a_row_and_every_measure_a_column_or_a_place_in_the_last(page: Parsed, library: Library) -> None:
    names = {text_of(row.find("th")) for row in table_rows(page)}
    assert {method.name for method in library.methods.values()} <= names
    columns = [text_of(head) for head in page.all("th") if head.get("class") == "upright"]
    subjects: dict[str, set[str]] = {}
    for subject, outcome in all_results(library):
        subjects.setdefault(capital(outcome.measure.nl), set()).add(subject.id)
    wanted = {name for name, having in subjects.items() if len(having) >= LEAST_METHODS}
    assert set(columns) <= wanted and len(columns) == min(len(wanted), MOST_COLUMNS)
    last = " ".join(text_of(row.findall("td")[-1]) for row in table_rows(page))
    assert all(name in last for name in subjects.keys() - set(columns))
    assert all(len(row.findall("td")) == len(columns) + 1 for row in table_rows(page))


def test_what_a_theme_asks_has_a_column_also_if_one_method_measured_it_and_the_columns_fit_on_a_screen(library: Library) -> None:
    rows = [(Subject(method.id, method.name, "", False), method.outcomes) for method in library.methods.values()]
    assert "return-home" not in {column.id for column in map_view(rows, (), library).columns}
    assert "return-home" in {column.id for column in map_view(rows, (), library, "return-home").columns}
    _, first = next(all_results(library))
    measures = library.vocabularies["measure"].terms.values()
    outcomes = tuple(first.model_copy(update={"measure": term, "id": term.id}) for term in measures)
    wide = [(Subject(name, name, "", False), outcomes) for name in "ab"]
    large = dataclasses.replace(
        library, methods=MappingProxyType({"a": library.methods["dok"].model_copy(update={"outcomes": outcomes})})
    )
    view = map_view(wide, (), large)
    assert len(view.columns) == MOST_COLUMNS and {"placements", "return-home", "stays-home"} <= {one.id for one in view.columns}
    assert all(len(row.known_cells) == view.measured == len(measures) for row in view.methods), "none is left out"


def test_an_empty_cell_invites_a_contribution(page: Parsed) -> None:
    empty = [cell for row in table_rows(page) for cell in row.findall("td") if cell.get("class") == "empty"]
    assert len(empty) >= 7
    for cell in empty:
        assert page.follow(cell.find("a").attrib["href"]) == ("bijdragen/", "")
        assert "vul aan" in text_of(cell)


def test_an_unfavourable_mark_has_the_form_of_a_favourable_one_like_it(library: Library) -> None:
    found = {
        outcome.id: make_mark(subject, [outcome])
        for subject, outcome in all_results(library)
        if subject.id == "buitenspelproject"
    }
    bad, good = found["compulsory"], found["calm"]
    assert bad.form == good.form
    assert (bad.state, good.state) == ("unfavourable", "favourable")


def test_every_design_and_direction_has_a_mark_and_a_place_in_the_legend(page: Parsed, library: Library) -> None:
    assert {design.shape for design in library.vocabularies["design"].terms.values()} == set(FORM_NAMES)
    assert set(STATES) == set(library.vocabularies["direction"].terms)
    (legend,) = [one for one in page.all("section") if one.get("class") == "map-legend"]
    for name in (*FORM_NAMES.values(), *STATES.values()):
        assert name in text_of(legend)
    symbols = {one.attrib["id"] for one in page.drawn("symbol")}
    assert symbols == {f"form-{form}" for form in FORM_NAMES} | {f"sign-{state}" for state in STATES}


def test_the_same_map_stands_there_as_text(page: Parsed, library: Library) -> None:
    (text,) = [one for one in page.all("details") if one.get("class") == "map-text"]
    for subject, outcomes in by_study(library):
        assert make_mark(subject, outcomes).text[1:] in text_of(text)


SUBJECT = Subject("voorbeeld", "Voorbeeld", "methoden/voorbeeld/", False)


def mark_of(root: Root, *outcomes: AnOutcome) -> Mark:
    return make_mark(SUBJECT, root.method(a_card(outcomes=list(outcomes))).outcomes)


def test_a_study_counts_once_however_often_it_measured_the_same(root: Root) -> None:
    numbers = [an_outcome({"count": many, "of": 40, "unit": "family"}, id=f"na-{many}") for many in (30, 20)]
    mark = mark_of(root, *numbers)
    assert "30 van 40" in mark.text and "20 van 40" in mark.text and mark.state == "favourable"


def test_results_of_one_study_in_different_directions_are_mixed_and_an_unknown_one_does_not_decide(root: Root) -> None:
    good, bad, unknown = (an_outcome({"words": "zo"}, id=way, direction=way) for way in ("favourable", "unfavourable", "unknown"))
    assert mark_of(root, good, bad).state == "mixed"
    assert mark_of(root, good, unknown).state == "favourable"
    assert mark_of(root, unknown).state == "unknown"


def test_a_theme_has_a_map_of_its_methods_also_of_those_without_results(site_folder: Path, library: Library) -> None:
    seen = 0
    used = {goal.theme.id for method in library.methods.values() for goal in method.goals}
    for theme in library.vocabularies["theme"].terms:
        assert (site_folder / "bewijskaart" / theme).is_dir() == (theme in used)
        if theme not in used:
            continue
        found = Parsed(site_folder, f"bewijskaart/{theme}/")
        expected = {method.name for method in library.methods.values() if any(goal.theme.id == theme for goal in method.goals)}
        assert {text_of(row.find("th")) for row in table_rows(found)} == expected
        seen += len(expected)
    assert seen
