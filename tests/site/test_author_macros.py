"""What an author of a page can call, what it answers to misuse, and that misuse stops the build."""

import inspect
from typing import Any

import html5lib
import pytest
from builders import Root
from built import Site, make_site_root, text_of

from macros.library.library import Library
from macros.site.author_macros import registry as author_macros
from macros.site.author_macros.call import Call, Misused
from macros.site.author_macros.placeholders import Placeholders
from macros.site.author_macros.registry import MACROS, bound, signature
from macros.views.compare.short_rows import SHORT_ROWS
from scripts.site import build_site, main

WELL_USED: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "count": (("methods",), {}),
    "method": (("voorbeeld-thuis",), {}),
    "method_list": ((), {"theme": "return-home"}),
    "catalogue": ((), {}),
    "latest": ((1,), {}),
    "comparison": (("voorbeeld-thuis", "voorbeeld-kort"), {"lead": "Twee voorbeelden."}),
    "side_by_side": ((), {}),
    "costs": ((), {}),
    "cost": (("voorbeeld-thuis", "visited-family"), {}),
    "fit": ((), {}),
    "form": ((), {}),
    "claim": (("voorbeeld-thuis", "weer-thuis"), {}),
    "measure_list": ((), {}),
    "measure": (("return-home",), {}),
    "theme_map": (("return-home",), {}),
    "claim_ledger": ((), {}),
    "evidence_map": ((), {}),
    "element_overview": ((), {}),
    "recognition_overview": ((), {}),
    "guideline_overview": ((), {}),
    "scale_crosswalk": ((), {}),
    "sample_sizes": ((), {}),
    "chain_overview": ((), {}),
    "organisation_list": ((), {}),
    "tool_list": ((), {}),
    "glossary": ((), {}),
    "field_reference": ((), {}),
    "data_files": ((), {}),
    "standing_sentences": ((), {}),
    "wanted": ((), {}),
    "home": ((), {}),
    "macro_reference": ((), {}),
}
"""A call of every macro on the example library."""


@pytest.fixture
def library(root: Root) -> Library:
    return root.load()


def called(library: Library, name: str, *arguments: Any, **options: Any) -> str:
    """What a macro leaves on a page one level below the root."""
    macro = next(macro for macro in MACROS if macro.__name__ == name)
    call = Call(library, "../", Placeholders())
    return call.placeholders.restore(bound(macro, lambda: call)(*arguments, **options))


def read(html: str) -> str:
    return text_of(html5lib.parseFragment(html, namespaceHTMLElements=False))


# used well


@pytest.mark.parametrize("name", [macro.__name__ for macro in MACROS])
def test_every_macro_answers_with_html_that_parses(library: Library, name: str) -> None:
    arguments, options = WELL_USED[name]
    html = called(library, name, *arguments, **options)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parsed = parser.parseFragment(html)
    assert not parser.errors, parser.errors
    assert text_of(parsed)


@pytest.mark.parametrize("macro", MACROS, ids=lambda macro: macro.__name__)
def test_every_macro_explains_itself_in_dutch_to_authors(macro: Any, library: Library) -> None:
    assert inspect.getdoc(macro)
    reference = read(called(library, "macro_reference"))
    assert signature(macro) in reference
    assert (inspect.getdoc(macro) or "").split("\n")[0] in reference


def test_counting_counts_what_is_in_the_library(library: Library) -> None:
    assert called(library, "count", "methods") == "3"
    assert called(library, "count", "tools") == "1"
    assert called(library, "count", "outcomes") == str(sum(len(method.outcomes) for method in library.methods.values()))


def test_a_link_leads_from_the_page_to_the_card(library: Library) -> None:
    assert called(library, "method", "voorbeeld-thuis") == '<a href="../methoden/voorbeeld-thuis/">Voorbeeld Thuis</a>'


def test_a_list_by_theme_holds_the_methods_of_that_theme_only(library: Library) -> None:
    said = read(called(library, "method_list", theme="informal-support"))
    assert "Voorbeeld Gestopt" in said and "Voorbeeld Thuis" not in said


def test_the_latest_are_as_many_as_asked(library: Library) -> None:
    assert called(library, "latest", 1).count("<li>") == 1


def test_a_claim_stands_with_its_denominator_interval_and_a_link_to_its_card(library: Library) -> None:
    html = called(library, "claim", "voorbeeld-thuis", "weer-thuis")
    assert "11 van 12 gezinnen 92%, 95%-interval 65–99%" in read(html)
    assert 'href="../methoden/voorbeeld-thuis/"' in html


def test_a_comparison_has_a_column_for_each_method_and_nine_rows_but_for_those_that_are_equal(library: Library) -> None:
    html = called(library, "comparison", "voorbeeld-thuis", "voorbeeld-kort", lead="Twee voorbeelden.")
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    heads = [(head.get("scope"), text_of(head)) for head in next(tree.iter("table")).iter("th")]
    assert [text for scope, text in heads if scope == "col"] == [
        "Voorbeeld Thuis afgerond, 2019–2022",
        "Voorbeeld Kort loopt (stand van maart 2024)",
    ]
    rows = [text for scope, text in heads if scope == "row"]
    assert set(rows) <= {label for _, label, _ in SHORT_ROWS} and "Kosten" in rows
    assert "Twee voorbeelden." in read(html)


# misused


@pytest.mark.parametrize(
    ("name", "arguments", "options", "message"),
    [
        ("count", ("metods",), {}, 'er is geen telling "metods"; bedoelde u "methods"?'),
        (
            "count",
            ("zaken",),
            {},
            'er is geen telling "zaken"; kies uit: methods, organisations, sources, tools, elements, outcomes',
        ),
        ("count", (), {}, "count wordt zo aangeroepen: count(what)"),
        ("method", ("voorbeeld-tuis",), {}, 'er is geen methode "voorbeeld-tuis"; bedoelde u "voorbeeld-thuis"?'),
        ("method", (), {"naam": "x"}, "method wordt zo aangeroepen: method(id)"),
        ("method_list", ("return-hom",), {}, 'er is geen thema "return-hom"; bedoelde u "return-home"?'),
        (
            "claim",
            ("voorbeeld-thuis", "weer-tuis"),
            {},
            'er is geen uitkomst van voorbeeld-thuis "weer-tuis"; bedoelde u "weer-thuis"?',
        ),
        (
            "claim",
            ("nergens", "weer-thuis"),
            {},
            'er is geen methode "nergens"; kies uit: voorbeeld-gestopt, voorbeeld-kort, voorbeeld-thuis',
        ),
        ("comparison", ("voorbeeld-thuis",), {}, "een vergelijking heeft twee tot vier methoden, niet 1"),
        ("comparison", ("voorbeeld-thuis",) * 5, {}, "een vergelijking heeft twee tot vier methoden, niet 5"),
        (
            "comparison",
            ("voorbeeld-thuis", "voorbeeld-krot"),
            {},
            'er is geen methode "voorbeeld-krot"; bedoelde u "voorbeeld-kort"?',
        ),
        ("method", (7,), {}, 'er is geen methode "7"; kies uit: voorbeeld-gestopt, voorbeeld-kort, voorbeeld-thuis'),
        ("latest", ("veel",), {}, "latest toont een aantal methoden, zoals latest(3), niet 'veel'"),
        ("latest", (0,), {}, "latest toont een aantal methoden, zoals latest(3), niet 0"),
        ("latest", (1, 2), {}, "latest wordt zo aangeroepen: latest(most=3)"),
    ],
)
def test_misuse_says_what_is_wrong_and_what_to_write(
    library: Library, name: str, arguments: Any, options: Any, message: str
) -> None:
    with pytest.raises(Misused) as misused:
        called(library, name, *arguments, **options)
    assert str(misused.value) == message


def test_a_mistake_of_our_own_is_not_blamed_on_the_author(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any) -> str:
        return len(5)  # type: ignore[arg-type]

    monkeypatch.setattr(author_macros.catalogues, "latest_reviewed", broken)
    with pytest.raises(TypeError):
        called(library, "latest")


# in a real build


def page(text: str) -> dict[str, str]:
    return {"index.md": f"---\nrender_macros: true\n---\n\n# Begin\n\n{text}\n"}


@pytest.mark.heavy
def test_a_page_shows_what_its_macros_make(root: Root) -> None:
    sentence = "{{ count('methods') }} methoden, zoals {{ method('voorbeeld-kort') }}."
    make_site_root(root, page(f"{sentence}\n\n{{{{ claim('voorbeeld-thuis', 'weer-thuis') }}}}"))
    build_site(root.path, root.path / "site")
    home = Site(root.path / "site").page("")
    assert not home.errors
    assert "3 methoden, zoals Voorbeeld Kort." in home.text
    assert "11 van 12 gezinnen" in home.text
    assert "@@" not in home.html


@pytest.mark.heavy
def test_a_page_that_does_not_ask_for_macros_keeps_its_braces(root: Root) -> None:
    make_site_root(root, {"index.md": "# Begin\n\n{{ count('methods') }}\n"})
    build_site(root.path, root.path / "site")
    assert "{{ count('methods') }}" in Site(root.path / "site").page("").text


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ method('voorbeeld-tuis') }}", 'er is geen methode "voorbeeld-tuis"; bedoelde u "voorbeeld-thuis"?'),
        ("{{ comparison('voorbeeld-thuis') }}", "een vergelijking heeft twee tot vier methoden, niet 1"),
        ("{{ claim('voorbeeld-thuis') }}", "claim wordt zo aangeroepen: claim(id, outcome)"),
        ("{{ bestaat_niet() }}", "'bestaat_niet' is undefined"),
        ("{{ count('methods' }}", "index.md"),
    ],
)
def test_a_page_that_misuses_a_macro_stops_the_build_with_the_message(
    root: Root, text: str, message: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    make_site_root(root, page(text))
    assert main(["--root", str(root.path), "--to", str(root.path / "site")]) == 1
    assert message in caplog.text
    assert "index.md" in caplog.text
    assert "de site is niet gebouwd" in capsys.readouterr().err
    assert not (root.path / "site").exists()
