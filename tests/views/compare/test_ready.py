"""Ready-made comparisons: a question with an answer that a reader may quote, on a page of its own."""

from typing import Any

from builders import Root, a_card, an_outcome

from macros.library.loader import load_readable
from macros.rendering.render import render
from macros.site.author_macros.call import NOWHERE
from macros.site.files.memo import memo_files
from macros.views.compare.ready import ready_links, ready_view, who_measured


def test_a_ready_made_comparison_has_its_question_its_answer_and_its_methods(root: Root) -> None:
    library = root.load()
    (link,) = ready_links(library)
    assert link == ("Wat is er bekend over thuis wonen?", "vergelijken/thuis/", ("Voorbeeld Thuis", "Voorbeeld Kort"))
    view = ready_view(library.comparisons["thuis"], library)
    assert [column.name for column in view.comparison.columns] == ["Voorbeeld Thuis", "Voorbeeld Kort"]
    html = render("compare/ready.html", root="../../", site=NOWHERE, view=view)
    assert "<h1>Wat is er bekend over thuis wonen?</h1>" in html and "Bij Voorbeeld Thuis is het geteld." in html
    assert 'href="../../vergelijken/?m=voorbeeld-thuis,voorbeeld-kort"' in html


def measured(name: str, *independent: str | None) -> dict[str, Any]:
    """A card with a result for each: whether who measured it was independent, or None if that is not known."""
    outcomes = [
        an_outcome({"words": "beter"}, id=f"uitkomst-{number}", **({"independent": one} if one else {}))
        for number, one in enumerate(independent)
    ]
    return a_card(name=name, outcomes=outcomes)


def test_an_answer_never_stands_without_who_measured(root: Root) -> None:
    cards = {
        "een": measured("Een", "yes", "no"),
        "twee": measured("Twee", None, "no"),
        "drie": measured("Drie", "no", "no"),
        "vier": measured("Vier", None),
        "vijf": a_card(name="Vijf"),
        "zes": measured("Zes", "yes", "yes"),
        "zeven": measured("Zeven", "yes", None),
    }
    for name, card in cards.items():
        root.write_card(card, name=name)
    library = root.load()

    def said(*names: str) -> str:
        return who_measured([library.methods[name] for name in names])

    assert said("zes", "een", "drie") == (
        "Onafhankelijk gemeten bij Zes. Voor een deel onafhankelijk gemeten bij Een. "
        "Eigen opgave bij Drie. Voor een deel eigen opgave bij Een."
    )
    assert said("zeven") == "Voor een deel onafhankelijk gemeten bij Zeven."
    nobody = "Van geen enkel resultaat staat vast dat een onafhankelijke partij het mat."
    assert said("twee", "vier") == f"{nobody} Voor een deel eigen opgave bij Twee."
    assert said("vier", "vijf") == nobody
    assert said("vijf") == ""


def test_who_measured_goes_along_with_the_answer_to_the_page_and_into_the_memo(root: Root) -> None:
    library = root.load()
    one = library.comparisons["thuis"]
    view = ready_view(one, library)
    assert view.measured.endswith(".") and view.quoted == f"{view.answer} {view.measured}"
    html = render("compare/ready.html", root="../../", site=NOWHERE, view=view)
    assert f'<p class="compare-lead">{view.measured}</p>' in html and f'data-answer="{view.quoted}"' in html
    files = dict(memo_files(library, NOWHERE, "thuis"))
    assert view.measured in files["vergelijken/thuis/memo-thuis.txt"]


def test_what_happens_anyway_stands_below_methods_that_have_a_result_on_it(root: Root) -> None:
    library = root.load()
    html = render("compare/ready.html", root="../../", site=NOWHERE, view=ready_view(library.comparisons["thuis"], library))
    before, _, after = html.partition("</table>")
    assert "Landelijk:" not in before and "ongeveer 4 van de 10 kinderen kwamen weer thuis" in after


def test_a_method_that_is_gone_or_named_twice_is_refused_with_its_place(root: Root) -> None:
    compared = {"question": "Wat?", "answer": "Dit.", "methods": ["nieuw", "weg", "nieuw"]}
    root.write_card(a_card())
    root.write("data/comparisons.yml", {"x": compared})
    found = [(problem.where, problem.code) for problem in load_readable(root.path)[1]]
    assert found == [("x.methods[1]", "comparison_without_card"), ("x.methods[2]", "compared_twice")]
