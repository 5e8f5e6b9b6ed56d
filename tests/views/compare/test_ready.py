"""Ready-made comparisons: a question with an answer that a reader may quote, on a page of its own."""

from builders import Root, a_card

from macros.library.loader import load_readable
from macros.rendering.render import render
from macros.site.author_macros.call import NOWHERE
from macros.views.compare.ready import ready_links, ready_view


def test_a_ready_made_comparison_has_its_question_its_answer_and_its_methods(root: Root) -> None:
    library = root.load()
    (link,) = ready_links(library)
    assert link == ("Wat is er bekend over thuis wonen?", "vergelijken/thuis/", ("Voorbeeld Thuis", "Voorbeeld Kort"))
    view = ready_view(library.comparisons["thuis"], library)
    assert [column.name for column in view.comparison.columns] == ["Voorbeeld Thuis", "Voorbeeld Kort"]
    html = render("compare/ready.html", root="../../", site=NOWHERE, view=view)
    assert "<h1>Wat is er bekend over thuis wonen?</h1>" in html and "Bij Voorbeeld Thuis is het geteld." in html
    assert 'href="../../vergelijken/?m=voorbeeld-thuis,voorbeeld-kort"' in html


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
