"""The search as the build makes it: words, stems, expressions, what of a card is searched, and the files."""

import json

import pytest
from builders import Root, a_card

from macros.library.library import Library
from macros.search.documents import FIELDS, Prose, search_documents, without_markup
from macros.search.folding import as_one_word, fold, split_runs, split_words
from macros.search.index import search_files
from macros.search.phrases import Phrases
from macros.search.shards import Shards, file_number, front_coded, trigrams
from macros.search.stemming import Stemmer


@pytest.fixture(scope="module")
def stem(library: Library) -> Stemmer:
    return Stemmer(library.synonyms.irregular)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Financiën", ["financien"]),
        ("één gezin, één plan", ["een", "gezin", "een", "plan"]),
        ("baby's en foto’s", ["baby", "en", "foto"]),
        ("JB'er", ["jber"]),
        ("KOPP/KOV", ["kopp", "kov"]),
        ("L&C", ["l", "en", "c"]),
        ("IJsselĳk Ærø", ["ijsselijk", "aero"]),
        ("  ", []),
    ],
)
def test_text_is_compared_by_its_letters_alone(text: str, folded: list[str]) -> None:
    assert split_words(text) == folded


def test_split_joined_and_hyphenated_spellings_are_alike() -> None:
    assert as_one_word("steun partner") == as_one_word("steun-partner") == as_one_word("Steunpartner") == "steunpartner"
    assert split_runs("de multi-probleemgezinnen, hier") == [["de"], ["multi", "probleemgezinnen"], ["hier"]]


def test_folding_twice_changes_nothing() -> None:
    for text in ("Coördinatie & zórg", "'s Graven Lo", "ĲSSEL"):
        assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gezin", "gezinnen"),
        ("kind", "kinderen"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("familie", "families"),
        ("zaak", "zaken"),
        ("schuld", "schulden"),
        ("verslaving", "verslaafde"),
        ("uithuisplaatsing", "uithuisplaatsingen"),
        ("jeugdbeschermer", "jeugdbeschermers"),
        ("stad", "steden"),
        ("begeleiding", "begeleiden"),
    ],
)
def test_forms_of_a_word_have_one_stem(stem: Stemmer, one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gezin", "zin"),
        ("gezinnen", "zinnen"),
        ("geweld", "wel"),
        ("gedrag", "draag"),
        ("buitenspel", "uithuis"),
        ("vrijwillig", "vrijwilliger"),
    ],
)
def test_different_words_keep_different_stems(stem: Stemmer, one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_that_must_stay_apart_share_no_stem_and_no_group(library: Library, stem: Stemmer) -> None:
    groups = [{as_one_word(text) for text in (group.preferred, *group.equivalents)} for group in library.synonyms.groups]
    for apart in library.synonyms.apart:
        together = [{as_one_word(word) for word in apart.words} & group for group in groups]
        assert max(map(len, together)) <= 1, apart.words
        assert len({stem(as_one_word(word)) for word in apart.words}) == len(apart.words), apart.words


def test_an_ambiguous_abbreviation_is_asked_about_even_if_a_group_has_it(library: Library) -> None:
    typed = [as_one_word(one.typed) for one in library.synonyms.ambiguous]
    assert len(set(typed)) == len(typed)
    for one in library.synonyms.ambiguous:
        assert as_one_word(one.typed) not in map(as_one_word, one.meanings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kinderen die uit huis zijn geplaatst", True),
        ("uit huis geplaatste kinderen", True),
        ("van huis uit geplaatst", False),
        ("uit het huis werd zij snel geplaatst", False),
    ],
)
def test_an_expression_is_found_with_empty_words_in_between(library: Library, stem: Stemmer, text: str, found: bool) -> None:
    assert ("uithuisgeplaatst" in Phrases(library.synonyms, stem).within(split_words(text))) == found


def test_whom_a_method_is_not_for_is_no_reason_to_find_it(root: Root) -> None:
    source = [{"source": "voorbeeldrapport"}]
    group = {
        "description": "Gezinnen.",
        "excludes": [{"criterion": "Er is een acute crisis.", "about": "family", "sources": source}],
        "sources": source,
    }
    context = [{"about": "Iets anders", "says": "Over dolfijnen.", "sources": source}]
    root.write_card(a_card(target_group=group, context=context), "alleen")
    methods = search_documents(root.load())[0]
    texts = " ".join(text for method in methods for _, text in method.texts)
    assert "Gezinnen." in texts
    assert "crisis" not in texts
    assert "dolfijnen" not in texts


def test_fields_stand_in_the_order_of_their_weight() -> None:
    weights = [field.weight for field in FIELDS]
    assert weights == sorted(weights, reverse=True)
    assert list(dict.fromkeys(field.label for field in FIELDS))[:3] == ["naam", "andere naam", "thema"]


def test_markup_does_not_reach_the_search() -> None:
    assert without_markup("Zie *dit* en [de pagina](https://voorbeeld.example/a_b) van 3 * 4") == "Zie dit en de pagina van 3 * 4"


def test_pages_are_found_too(library: Library) -> None:
    page = search_documents(library, [Prose("over/", "Over de bibliotheek", "Wie het maakt.", ("Waarom",))])[-1][0]
    assert (page.name, page.address, page.note) == ("Over de bibliotheek", "over/", "Wie het maakt.")


def test_the_files_are_the_same_for_the_same_library(library: Library) -> None:
    assert dict(search_files(library)) == dict(search_files(library))


def test_every_method_has_a_file_with_what_is_searched(library: Library) -> None:
    files = dict(search_files(library))
    begin = json.loads(files["zoek/begin.json"])
    assert begin["methods"] == list(library.methods)
    for method in library.methods.values():
        assert json.loads(files[f"zoek/t/{method.id}.json"])["name"] == method.name


def test_front_coding_loses_nothing() -> None:
    assert front_coded(["aan", "aanpak", "bos"], {"aan", "bos"}).split("\n") == ["aaan", "dpak+", "abos"]


@pytest.mark.heavy
def test_in_a_large_library_each_word_stands_where_each_of_its_parts_leads(stem: Stemmer) -> None:
    letters = "abcdefghij"
    many = {f"{a}{b}{c}{d}woord{e}": [(0, 0)] for a in letters for b in letters for c in letters for d in letters for e in "xyz"}
    shards = Shards(many, many, stem)
    count = len(shards.buckets)
    assert count > 1
    for word in list(many)[::997]:
        for key in trigrams(word):
            assert word in shards.buckets[file_number(key, count)]
        assert word in shards.stems[file_number(stem(word), len(shards.stems))]
