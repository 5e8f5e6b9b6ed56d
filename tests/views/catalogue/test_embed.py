"""The small card that other sites can show, and the line with which they do."""

import html5lib
import pytest
from built import ADDRESS, Site, elements, text_of
from html5lib.constants import E as HTML_ERRORS

from macros.library.library import Library
from macros.model.method import Method
from macros.rendering.embedding import HEIGHT, WIDTH, embed_code
from macros.views.catalogue.catalogue import LONGEST_LINE
from macros.views.common.comparability import STANDING_SENTENCES
from macros.views.common.dutch import capital
from macros.views.common.short import line_of
from macros.views.common.wording import status_text
from macros.views.missing.completeness import completeness
from macros.views.missing.why_empty import gap_of


@pytest.fixture(scope="module")
def methods(library: Library) -> list:
    assert library.methods
    return list(library.methods.values())


def _owners(method: Method) -> list[str]:
    gap = gap_of(method, "owners")
    return [owner.organisation.name for owner in method.owners] or [capital(gap.state.nl) if gap else "onbekend"]


def test_every_card_has_a_small_card_that_says_the_same(site: Site, methods: list) -> None:
    for method in methods:
        page = site.page(f"embed/{method.id}/")
        assert text_of(next(page.elements("h1"))) == method.name
        known = completeness(method)
        for text in (f"{known.known} van {known.total} onderdelen", STANDING_SENTENCES[0], *_owners(method)):
            assert text in page.text, (method.id, text)
        assert status_text(method).lower() in page.text.lower()
        assert line_of(method, LONGEST_LINE) in page.text


def test_a_recognition_stands_word_for_word_with_its_date(site: Site, methods: list) -> None:
    seen = 0
    for method in methods:
        for recognition in method.recognitions:
            for verdict in recognition.verdicts:
                seen += 1
                assert verdict.level.lower() in site.page(f"embed/{method.id}/").text.lower()
            assert recognition.date is None or str(recognition.date.year) in site.page(f"embed/{method.id}/").text
    assert seen


def test_a_small_card_is_small_and_has_no_script_and_no_theme(site: Site, methods: list) -> None:
    for method in methods:
        page = site.page(f"embed/{method.id}/")
        assert len(page.html) < 5_000
        assert not list(page.elements("script"))
        assert [link.attrib["href"] for link in page.elements("link") if link.get("rel") == "stylesheet"] == [
            "../../assets/style/bare.css"
        ]
        assert [meta.get("content") for meta in page.elements("meta") if meta.get("name") == "robots"] == ["noindex"]
        policy = next(meta.attrib["content"] for meta in page.elements("meta") if meta.get("http-equiv"))
        assert "frame-ancestors" not in policy


def test_the_link_to_the_whole_card_opens_beside_the_page_that_shows_it(site: Site, methods: list) -> None:
    for method in methods:
        page = site.page(f"embed/{method.id}/")
        assert [base.attrib for base in page.elements("base")] == [{"target": "_blank"}]  # for links in a recognition
        last = list(page.elements("a"))[-1]
        assert (last.get("target"), last.get("rel")) == ("_blank", "noopener")
        assert site.target(page, last.attrib["href"])[0] == site.path / "methoden" / method.id / "index.html"


def snippet(site: Site, card: str) -> str:
    areas = (one for one in site.page(f"methoden/{card}/").elements("textarea") if one.get("id") == "insluiten")
    return next((one.text or "" for one in areas), "")


def test_the_line_to_paste_is_a_frame_with_a_name_that_allows_nothing_but_opening_the_card(
    published: Site, methods: list
) -> None:
    for method in methods:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(f"<!doctype html><title>x</title>{snippet(published, method.id)}")
        assert not parser.errors, [HTML_ERRORS[code] for _, code, _ in parser.errors]
        (frame,) = elements(tree, "iframe")
        assert frame.attrib == {
            "src": f"{ADDRESS}embed/{method.id}/",
            "title": f"Methodekaart: {method.name}",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "loading": "lazy",
            "sandbox": "allow-popups allow-popups-to-escape-sandbox",
            "referrerpolicy": "no-referrer",
        }


def test_a_name_cannot_break_out_of_the_line() -> None:
    assert 'title="Methodekaart: A &#34;b&#34; &lt;c&gt;"' in embed_code("https://voorbeeld.example/", 'A "b" <c>')


def test_a_site_that_does_not_know_its_address_offers_no_line(site: Site, methods: list) -> None:
    for method in methods:
        assert snippet(site, method.id) == ""
        assert "Op uw site zetten" not in site.page(f"methoden/{method.id}/").text
