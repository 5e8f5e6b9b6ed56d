"""The evidence map: a mark for each result, in words too, and an invitation where nothing is known."""

from pathlib import Path

import pytest
from builders import AnOutcome, Root, a_card, an_outcome
from parsed import Parsed, text_of

from macros.library.library import Library
from macros.model.evidence import Outcome
from macros.views.common.subjects import Subject, all_results
from macros.views.evidence.evidence_map import FORM_NAMES, SIZES, STATES, Mark, make_mark, size_of


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
    assert (sirius.state, sirius.form, sirius.size, sirius.in_words) == ("favourable", "followed", "small", False)


def test_every_method_has_a_row_and_every_measure_a_column(page: Parsed, library: Library) -> None:
    names = {text_of(row.find("th")) for row in table_rows(page)}
    assert {method.name for method in library.methods.values()} <= names
    columns = [text_of(head) for head in page.all("th") if head.get("class") == "upright"]
    assert len(columns) == len({outcome.measure.id for _, outcome in all_results(library)})
    assert all(len(row.findall("td")) == len(columns) for row in table_rows(page))


def test_an_empty_cell_invites_a_contribution(page: Parsed) -> None:
    empty = [cell for row in table_rows(page) for cell in row.findall("td") if cell.get("class") == "empty"]
    assert len(empty) > 50
    for cell in empty:
        assert page.follow(cell.find("a").attrib["href"]) == ("bijdragen/", "")
        assert "vul aan" in text_of(cell)


def test_an_unfavourable_mark_is_as_large_as_a_favourable_one_like_it(library: Library) -> None:
    found = {
        outcome.id: make_mark(subject, [outcome])
        for subject, outcome in all_results(library)
        if subject.id == "buitenspelproject"
    }
    bad, good = found["compulsory"], found["calm"]
    assert (bad.form, bad.size, bad.in_words) == (good.form, good.size, good.in_words)
    assert (bad.state, good.state) == ("unfavourable", "favourable")


def test_every_design_direction_and_size_has_a_mark_and_a_place_in_the_legend(page: Parsed, library: Library) -> None:
    assert {design.shape for design in library.vocabularies["design"].terms.values()} == set(FORM_NAMES)
    assert set(STATES) == set(library.vocabularies["direction"].terms)
    assert {size_of(outcomes) for _, outcomes in by_study(library)} <= set(SIZES)
    (legend,) = [one for one in page.all("section") if one.get("class") == "map-legend"]
    for name in (*FORM_NAMES.values(), *SIZES.values(), *STATES.values()):
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


def test_the_size_of_a_mark_is_that_of_the_study_also_where_a_result_counts_a_part_of_it(root: Root) -> None:
    part = {"count": 11, "of": 12, "unit": "family"}
    assert mark_of(root, an_outcome(part)).size == "small"
    assert mark_of(root, an_outcome(part, participants={"count": 328, "unit": "family"})).size == "large"
    groups = [{"name": "met", "count": 20}, {"name": "zonder", "count": 10}]
    assert mark_of(root, an_outcome({"words": "beter"}, participants={"unit": "family", "groups": groups})).size == "middle"


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
