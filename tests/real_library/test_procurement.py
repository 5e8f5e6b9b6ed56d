"""The annexes for whoever buys say nothing in numbers that the card or the named formula does not."""

import html5lib
from built import text_of
from card_numbers import digits_in, numbers_of_card

from macros.library.library import Library
from macros.rendering.render import render
from macros.views.common.comparability import years_since
from macros.views.evidence.sample_size import SOURCE
from macros.views.procurement.measuring import NUMERATOR
from macros.views.procurement.procurement import ProcurementView, procurement_view

WHAT_TO_DO = "Een maat zonder teller: vul numerator en denominator in bij het woord in data/vocabularies/measure.yml."


def words_of(view: ProcurementView) -> str:
    """The text of the annex without the marks and the list of its sources."""
    html = render("procurement/procurement.html", root="../../../", view=view, permanent="", site=None)
    page, _, _ = html.partition('<section class="references"')
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    for marks in tree.iter("sup"):
        for mark in list(marks):
            marks.remove(mark)
    return text_of(tree)


def reckoned(view: ProcurementView) -> set[str]:
    """What the formula gives, and what stands in the name of its source."""
    example = view.example
    texts = [example.first, example.second, example.few_see or "", SOURCE]
    numbers = [example.families, example.few, *(seen.families for seen in view.seen_from)]
    return {number for text in texts for number in digits_in(text)} | set(map(str, numbers))


def test_every_number_of_an_annex_stands_on_the_card_or_is_reckoned(library: Library) -> None:
    differences = 0
    for method in library.methods.values():
        view = procurement_view(method, library)
        differences += len(view.seen_from)
        ages = {str(years_since(one.date, library.today)) for one in method.recognitions if one.date}
        missing = digits_in(words_of(view)) - numbers_of_card(method) - reckoned(view) - ages
        assert not missing, f"{method.id}: {missing}"
    assert differences


def test_every_annex_asks_or_demands_something_and_measures_the_whole_basic_set(library: Library) -> None:
    parts = len(library.vocabularies["outcome-basis"].terms)
    for method in library.methods.values():
        view = procurement_view(method, library)
        assert view.questions or view.demands, method.id
        assert len(view.basic_set) == parts
        assert all(measure.numerator != NUMERATOR for measure in (*view.basic_set, *view.own_measures)), WHAT_TO_DO
        assert {measure.name for measure in view.own_measures} == {outcome.measure.nl for outcome in method.outcomes}
