"""The page around a content, and HTML kept out of Markdown's hands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from macros.site.author_macros.placeholders import Placeholders
from macros.site.page_shell import SLOTS, Shell, mark

PAGE = (
    f'<title>{mark("title")} - Site</title><meta content="{mark("description")}"><link href="{mark("canonical")}">'
    f"<h1>{mark('title')}</h1>{mark('content')}"
)


def test_every_slot_is_filled_wherever_the_theme_put_it() -> None:
    values = {"title": "Naam", "description": "Tekst", "canonical": "https://voorbeeld.example/", "content": "<p>inhoud</p>"}
    filled = Shell(PAGE).fill(values)
    assert (
        filled
        == '<title>Naam - Site</title><meta content="Tekst"><link href="https://voorbeeld.example/"><h1>Naam</h1><p>inhoud</p>'
    )


def test_text_is_escaped_and_content_is_not() -> None:
    filled = Shell(PAGE).fill({"title": "<b>", "description": '" onload="', "canonical": "&", "content": "<b>"})
    assert "<title>&lt;b&gt;" in filled
    assert 'content="&#34; onload=&#34;"' in filled
    assert filled.endswith("<b>")


@given(st.dictionaries(st.sampled_from(SLOTS), st.text() | st.sampled_from([mark(slot) for slot in SLOTS])))
def test_what_fills_a_slot_is_never_taken_for_a_slot(values: dict[str, str]) -> None:
    values = {slot: values.get(slot, "") for slot in SLOTS}
    assert Shell(f"[{mark('content')}]").fill(values) == f"[{values['content']}]"


@pytest.mark.parametrize("html", ["<p>geen plaats</p>", mark("content") * 2])
def test_a_theme_that_does_not_place_the_content_once_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="once"):
        Shell(html)


def test_what_is_kept_comes_back_after_markdown_as_it_was() -> None:
    waiting = Placeholders()
    table = "<table>\n\n*geen nadruk* [geen](link)\n</table>"
    page = markdown(f"Voor\n\n{waiting.keep(table)}\n\nen {waiting.keep('<a href=x>in de zin</a>')} na")
    assert waiting.restore(page) == f"<p>Voor</p>\n{table}\n<p>en <a href=x>in de zin</a> na</p>"


def test_many_pieces_come_back_each_in_its_own_place() -> None:
    waiting = Placeholders()
    pieces = [f"<i>{number}</i>" for number in range(30)]
    marks = [waiting.keep(piece) for piece in pieces]
    assert waiting.restore(" ".join(reversed(marks))) == " ".join(reversed(pieces))


def test_a_page_without_marks_stays_as_it_is() -> None:
    assert Placeholders().restore("<p>tekst met @@ en 1@@</p>") == "<p>tekst met @@ en 1@@</p>"
