"""The little markup of card texts: it is rendered, and nothing else can get through."""

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.model.markup import find_forbidden
from macros.model.markup_html import render_markup

ALLOWED = {"em": set(), "strong": set(), "ul": set(), "li": set(), "p": set(), "a": {"href"}}
"""Element -> the attributes it may have."""

PIECES = [
    *(
        "tekst",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "- ",
        "[",
        "]",
        "(",
        ")",
        "\\",
        '"',
        "'",
        "<",
        ">",
        "&",
        "`",
        "!",
        "=",
        "\t",
        "    ",
    ),
    *(
        "](https://voorbeeld.example/)",
        "](javascript:alert(1))",
        "](//x)",
        "https://voorbeeld.example",
        "HTTPS://",
        "data:",
        "[x]: ",
    ),
    *("<script>", "</p>", "<!--", "<https://x>", "&lt;", "&#x3c;", "# ", "> ", "| ", "1. ", "---", "{{", "{%"),
    *("\x02", "\x03", "\x02klzzwxh:0000\x03", "wzxhzdk:0"),  # what Markdown itself uses to mark places
]
"""Signs that mean something to Markdown or to HTML."""
MIXTURES = st.lists(st.sampled_from(PIECES)).map("".join)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("gewone tekst", "gewone tekst"),
        ("*nadruk* en **veel nadruk**", "<em>nadruk</em> en <strong>veel nadruk</strong>"),
        ("_nadruk_ en snake_case_woord", "<em>nadruk</em> en snake_case_woord"),
        ("[pagina](https://voorbeeld.example/a?b=c&d=e)", '<a href="https://voorbeeld.example/a?b=c&amp;d=e">pagina</a>'),
        ("*[pagina](http://voorbeeld.example)*", '<em><a href="http://voorbeeld.example">pagina</a></em>'),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("3 < 4 & 5 > 4", "3 &lt; 4 &amp; 5 &gt; 4"),
        ("<b>*x*</b>", "&lt;b&gt;<em>x</em>&lt;/b&gt;"),
        ("*x*\n\ny", "<p><em>x</em></p>\n<p>y</p>"),
    ],
)
def test_the_small_set_is_rendered_and_the_rest_is_text(text: str, html: str) -> None:
    assert render_markup(text) == html


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "/pagina", "//voorbeeld.example", "data:text/html,x", "HTTPS://voorbeeld.example", "", "mailto:x"],
)
@pytest.mark.parametrize("text", ["pagina", "twee\nregels"])
def test_a_link_to_anything_but_a_web_page_is_no_link(text: str, address: str) -> None:
    assert "<a" not in render_markup(f"[{text}]({address})")


def test_a_link_has_no_title() -> None:
    assert render_markup('[x](https://voorbeeld.example "titel")') == '<a href="https://voorbeeld.example">x</a>'


def test_a_link_in_a_link_is_one_link() -> None:
    assert render_markup("[a [b](https://een.example)](https://twee.example)").count("<a") == 1


@given(st.text() | MIXTURES)
@example("[a\nb](javascript:x)")
@example("- " * 300 + "x")
def test_whatever_the_text_only_the_small_set_comes_out(text: str) -> None:
    fragment = html5lib.parseFragment(str(render_markup(text)), treebuilder="etree", namespaceHTMLElements=False)
    for element in fragment.iter():
        if element is not fragment:
            assert element.tag in ALLOWED
            assert set(element.attrib) <= ALLOWED[element.tag]
            assert element.tag != "a" or element.attrib["href"].startswith(("https://", "http://"))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="*_[]-")))
def test_text_without_marks_is_shown_as_typed(text: str) -> None:
    fragment = html5lib.parseFragment(str(render_markup(text)), treebuilder="etree", namespaceHTMLElements=False)
    assert "".join(fragment.itertext()) == text


@given(MIXTURES)
def test_what_the_check_lets_through_parses_without_error(text: str) -> None:
    if find_forbidden(text) is None and not any(character in text for character in "\x02\x03"):
        html5lib.HTMLParser(strict=True).parseFragment(str(render_markup(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een <b>vet</b> woord", "<b>"),
        ("een <!-- opmerking -->", "<!-- opmerking -->"),
        ("</div", "</div"),
        ("![plaatje](https://voorbeeld.example/x.png)", "![plaatje]"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1)"),
        ("[x](/pagina)", "[x](/pagina)"),
        ('[x](https://voorbeeld.example "titel")', '[x](https://voorbeeld.example "titel")'),
        ("[x][y]", "][y]"),
        ("[x]: https://voorbeeld.example", "[x]: https://voorbeeld.example"),
        ("`code`", "`code`"),
        ("tekst\n# kop", "# kop"),
        ("> citaat", "> citaat"),
        ("kop\n---", "---"),
        ("kop\n===", "==="),
        ("| a | b |", "| a | b |"),
        ("- - lijst in lijst", "- -"),
        ("{{ geheim }} erin", "{{ geheim }}"),
        ("{% if x %} erin", "{% if x %}"),
        ("{# weg #}", "{# weg #}"),
        ("{{ nooit dicht", "{{ nooit dicht"),
        ("&lt;b&gt;", "&lt;"),
        ("&#60;", "&#60;"),
    ],
)
def test_markup_outside_the_set_is_named(text: str, found: str) -> None:
    assert find_forbidden(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "gewone tekst",
        "*nadruk*, **veel** en [een link](https://voorbeeld.example/pad?a=b&c=d#kop)",
        "- een\n- twee",
        "3 < 4, 5 > 4, <18 jaar, p<0.05",
        "R&D; Jeugd & Gezin",
        "2019. Een jaar - met een streepje - en #1",
        "een {accolade} en [haken]",
        "11 van 12 | 92%",
        "[…] en zo verder",
    ],
)
def test_what_people_write_is_not_refused(text: str) -> None:
    assert find_forbidden(text) is None
