"""The index, on both sides of each boundary: expressions, joined words, mentions, common words, files."""

import json
import re
from collections.abc import Iterator

import pytest
from builders import SOURCES, Root, a_card

from macros.model.synonyms import Ambiguous, Irregular, SynonymGroup, Synonyms
from macros.search.documents import (
    ALIAS,
    APPROACH,
    FIELDS,
    FIRST_THEME,
    NAME,
    SUMMARY,
    WHOLE_ALIAS,
    WHOLE_NAME,
    Prose,
    SearchDocument,
)
from macros.search.folding import as_one_word, split_words
from macros.search.index import search_files
from macros.search.phrases import Phrases
from macros.search.postings import Postings
from macros.search.records import RECORDS, ROWS, ROWS_PER_FILE, record_files
from macros.search.shards import LISTS_IN_A_FILE, Shards, file_number, front_coded, shared_letters, trigrams
from macros.search.stemming import Stemmer

SYNONYMS = Synonyms(
    groups=(
        SynonymGroup(preferred="uit huis geplaatst", equivalents=("jongere",), related=("onder toezicht",), origin="de tests"),
        SynonymGroup(preferred="ouder", equivalents=("vader en moeder",), origin="de tests"),
    ),
    ambiguous=(Ambiguous(typed="vo", meanings=("voortgezet onderwijs", "volwassenen")),),
    ignored=("de", "is", "niet", "zijn", "meer", "en"),
)


@pytest.fixture
def stem() -> Stemmer:
    return Stemmer([Irregular(word="stad", forms=("steden",))])


@pytest.fixture
def phrases(stem: Stemmer) -> Phrases:
    return Phrases(SYNONYMS, stem)


# expressions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("uit huis geplaatst", ["uithuisgeplaatst"]),
        ("uit huis geplaatste", ["uithuisgeplaatst"]),
        ("uit huis plaatst", []),
        ("uit huizen geplaatst", []),  # only the last word may have another ending
        ("uit huis", []),
        ("huis geplaatst", []),
        ("uit huis niet geplaatst", ["uithuisgeplaatst"]),
        ("uit de huis niet geplaatst", ["uithuisgeplaatst"]),
        ("uit huis is niet geplaatst", ["uithuisgeplaatst"]),
        ("uit huis zijn niet meer geplaatst", []),
        ("uit de huis is niet geplaatst", []),
        ("uit huis is", []),
        ("uit huis snel geplaatst", []),
        ("onder toezicht uit huis geplaatst", ["ondertoezicht", "uithuisgeplaatst"]),
        ("voortgezet onderwijs", ["voortgezetonderwijs"]),
        ("vader en moeder", ["vaderenmoeder"]),
        ("vader moeder", []),
        ("ouder en jongere", []),  # one word is no expression
        ("volwassenen", []),
    ],
)
def test_an_expression_is_found(phrases: Phrases, text: str, found: list[str]) -> None:
    assert list(phrases.within(split_words(text))) == found


# words and where they stand


def places(phrases: Phrases, *texts: tuple[int, str], ignored: frozenset[str] = frozenset()) -> dict[str, tuple[int, int]]:
    """Word -> (its best field, how much more there is) of one document."""
    postings = Postings(phrases, ignored)
    postings.add(0, SearchDocument("x", "x", "x/", "", texts))
    steps = 4
    return {word: divmod(value, steps) for word, ((_, value),) in postings.words.items()}


def test_a_word_stands_in_its_heaviest_field_whichever_comes_first(phrases: Phrases) -> None:
    light = [(field, "gezin") for field in range(FIRST_THEME, len(FIELDS))]
    assert places(phrases, (NAME, "gezin x"), *light)["gezin"] == (NAME, 3)
    assert places(phrases, *light, (NAME, "gezin x"))["gezin"] == (NAME, 3)
    assert places(phrases, (SUMMARY, "gezin")) == {"gezin": (SUMMARY, 0)}
    assert places(phrases, (APPROACH, "gezin en kind"), (SUMMARY, "kind en gezin"))["gezin"] == (SUMMARY, 1)
    assert places(phrases, (SUMMARY, "gezin"), (APPROACH, "gezin"))["gezin"] == (SUMMARY, 1)
    assert places(phrases, (NAME, "gezin y"), (NAME, "gezin x"))["gezin"] == (NAME, 1)


def test_a_name_as_a_whole_is_of_a_field_of_its_own(phrases: Phrases) -> None:
    found = places(phrases, (NAME, "Hulp Thuis (HT)"), (ALIAS, "Hulp"), (SUMMARY, "hulp thuis"))
    assert found["hulpthuisht"] == found["hulpthuis"] == (WHOLE_NAME, 0)
    assert found["hulp"][0] == WHOLE_ALIAS
    assert found["thuis"][0] == found["ht"][0] == NAME


@pytest.mark.parametrize(("mentions", "step"), [(1, 0), (2, 1), (3, 3), (20, 3)])
def test_more_mentions_count_up_to_three_steps(phrases: Phrases, mentions: int, step: int) -> None:
    texts = [(SUMMARY, f"gezin {'x' * number}") for number in range(mentions)]
    assert places(phrases, *texts)["gezin"] == (SUMMARY, step)


def test_a_mention_in_a_light_field_adds_little_to_a_heavy_one(phrases: Phrases) -> None:
    once = places(phrases, (NAME, "gezin x"), (APPROACH, "gezin"))
    often = places(phrases, (NAME, "gezin x"), *((APPROACH, f"gezin {'x' * number}") for number in range(9)))
    assert (once["gezin"], often["gezin"]) == ((NAME, 0), (NAME, 2))


def test_a_document_keeps_its_number(phrases: Phrases) -> None:
    postings = Postings(phrases, frozenset())
    for number in range(3):
        postings.add(number, SearchDocument("x", "x", "x/", "", ((NAME, "gezin"),)))
    assert list(postings.words["gezin"]) == [(0, 0), (1, 0), (2, 0)]


def test_a_name_is_also_found_as_one_word_and_text_is_not(phrases: Phrases) -> None:
    assert set(places(phrases, (NAME, "Door Ontwikkeling Delta"))) == {
        "door",
        "ontwikkeling",
        "delta",
        "doorontwikkeling",
        "ontwikkelingdelta",
        "doorontwikkelingdelta",
    }
    assert set(places(phrases, (SUMMARY, "door ontwikkeling"))) == {"door", "ontwikkeling"}
    assert set(places(phrases, (SUMMARY, "multi-probleemgezin"))) == {"multi", "probleemgezin", "multiprobleemgezin"}


def test_of_a_name_of_four_words_three_are_joined_and_all(phrases: Phrases) -> None:
    assert {word for word in places(phrases, (NAME, "aa bb cc dd")) if len(word) > 2} == {
        *("aabb", "bbcc", "ccdd"),
        *("aabbcc", "bbccdd"),
        "aabbccdd",
    }


@pytest.mark.parametrize(("length", "is_joined"), [(23, True), (24, True), (25, False)])
def test_joined_words_of_a_text_have_at_most_twenty_four_letters(phrases: Phrases, length: int, is_joined: bool) -> None:
    text = f"{'a' * 10}-{'b' * (length - 10)}"
    assert ((as_one_word(text)) in places(phrases, (SUMMARY, text))) == is_joined


@pytest.mark.parametrize(("length", "kept"), [(63, 63), (64, 64), (65, 64)])
def test_a_whole_name_keeps_at_most_sixty_four_letters(phrases: Phrases, length: int, kept: int) -> None:
    name = f"{'a' * 30} {'b' * (length - 30)}"
    assert max(map(len, places(phrases, (NAME, name)))) == kept


@pytest.mark.parametrize(("number", "is_joined"), [("7", True), ("24", True), ("240", False), ("2019", False)])
def test_a_year_is_not_joined_with_the_word_beside_it(phrases: Phrases, number: str, is_joined: bool) -> None:
    assert (f"{number}uurs" in places(phrases, (SUMMARY, f"{number}-uurs"))) == is_joined
    assert (f"zorg{number}" in places(phrases, (NAME, f"zorg {number} x"))) == is_joined


def test_words_that_say_nothing_are_not_in_the_index_but_are_in_the_joined_name(phrases: Phrases) -> None:
    found = places(phrases, (NAME, "De Kring"), (SUMMARY, "is de tafel"), ignored=frozenset({"de", "is"}))
    assert set(found) == {"kring", "dekring", "tafel"}


def test_expressions_are_in_the_index_from_names_and_from_text(phrases: Phrases) -> None:
    assert "uithuisgeplaatst" in places(phrases, (SUMMARY, "uit huis is geplaatst"))
    assert "uithuisgeplaatst" in places(phrases, (ALIAS, "uit huis is geplaatst"))


def test_only_words_that_stand_in_a_text_count_as_written(phrases: Phrases) -> None:
    postings = Postings(phrases, frozenset({"de"}))
    postings.add(0, SearchDocument("x", "x", "x/", "", ((NAME, "De Kring rond"), (SUMMARY, "de multi-tafel uit huis geplaatst"))))
    assert postings.written == {"kring", "rond", "multi", "tafel", "uit", "huis", "geplaatst"}


# files


def lists(count: int, documents: int) -> dict[str, list[tuple[int, int]]]:
    return {f"w{number:06d}": [(document, 1) for document in range(documents)] for number in range(count)}


@pytest.mark.parametrize(("documents", "is_beside"), [(1, True), (4, True), (5, False)])
def test_a_word_in_up_to_four_documents_has_its_places_beside_it(stem: Stemmer, documents: int, is_beside: bool) -> None:
    shards = Shards(lists(1, documents), {"w000000"}, stem)
    (beside,) = json.loads(shards.bucket(["w000000"]))["postings"]
    steps = [0, 1, *[1, 1] * (documents - 1)]
    assert (beside, [list(map(list, file)) for file in shards.common]) == ((steps, []) if is_beside else (0, [[steps]]))


def test_common_words_refer_to_a_file_and_a_place_in_it(stem: Stemmer) -> None:
    shards = Shards(lists(LISTS_IN_A_FILE + 2, 5), (), stem)
    assert [len(file) for file in shards.common] == [LISTS_IN_A_FILE, 2]
    entries = json.loads(shards.bucket(["w000000", "w000001", f"w{LISTS_IN_A_FILE - 1:06d}", f"w{LISTS_IN_A_FILE + 1:06d}"]))
    assert entries["postings"] == [0, 1, LISTS_IN_A_FILE - 1, LISTS_IN_A_FILE + 1]


@pytest.mark.parametrize(("documents", "files"), [(3000, [2, 1]), (3001, [1, 1, 1]), (2000, [3])])
def test_a_file_of_common_words_holds_at_most_twelve_thousand_numbers(stem: Stemmer, documents: int, files: list[int]) -> None:
    assert [len(file) for file in Shards(lists(3, documents), (), stem).common] == files


@pytest.mark.parametrize(("count", "is_one"), [(11_999, True), (12_000, True), (12_001, False)])
def test_up_to_twelve_thousand_words_stand_in_one_file(stem: Stemmer, count: int, is_one: bool) -> None:
    many = {key: [(0, 0)] for key in (f"w{number:06d}" for number in range(count))}
    shards = Shards(many, many, stem)
    assert (len(shards.buckets) == 1) == is_one
    assert (shards.stems == []) == is_one
    assert {word for bucket in shards.buckets for word in bucket} == set(many)


def test_a_large_library_has_many_files_of_a_size(stem: Stemmer) -> None:
    many = {f"{number:05d}woord": [(0, 0)] for number in range(12_500)}
    shards = Shards(many, many, stem)
    assert len(shards.buckets) == 1 + 12_500 * 10 // 2_500
    assert len(shards.stems) == 1 + 12_500 // 800
    assert sorted(word for bucket in shards.stems for word in bucket) == sorted(many)
    for bucket in shards.buckets:
        assert bucket == sorted(set(bucket)), "each word once, in order"


def test_the_parts_of_a_word_are_three_letters_long_with_its_ends() -> None:
    assert trigrams("huis") == ["^hu", "hui", "uis", "is$"]
    assert trigrams("a") == ["^a$"]


def test_the_number_of_a_file_is_what_the_browser_counts() -> None:
    assert file_number("a", 1_000) == 97
    assert file_number("ab", 10_000) == 97 * 31 + 98
    assert file_number("zzzz", 10**9) == ((((122 * 31 + 122) * 31 + 122) * 31) + 122) % 1_000_003
    assert file_number("zzzz", 7) == file_number("zzzz", 10**9) % 7


@pytest.mark.parametrize(
    ("one", "other", "shared"), [("", "a", 0), ("a", "a", 1), ("ab", "a", 1), ("abc", "abd", 2), ("ba", "ab", 0)]
)
def test_letters_are_shared_from_the_start(one: str, other: str, shared: int) -> None:
    assert shared_letters(one, other) == shared


@pytest.mark.parametrize(("length", "letter"), [(24, "y"), (25, "z"), (26, "z")])
def test_at_most_twenty_five_shared_letters_are_told(length: int, letter: str) -> None:
    start = "a" * length
    _, second = front_coded([start, f"{start}b"], {start, f"{start}b"}).split("\n")
    assert second == letter + "a" * (length - 25 if length > 25 else 0) + "b"


# stems


@pytest.mark.parametrize(
    ("word", "stem_of_it"),
    [
        ("mee", "mee"),  # of three letters nothing is taken away
        ("zee", "zee"),
        ("een", "een"),
        ("huis", "huis"),
        ("huizen", "huis"),
        ("brieven", "brief"),
        ("families", "familie"),
        ("24uurs", "24uurs"),  # with a number it is no word
        ("steden", "stad"),
        ("ballen", "bal"),
    ],
)
def test_a_stem(stem: Stemmer, word: str, stem_of_it: str) -> None:
    assert stem(word) == stem(stem_of_it)


def test_words_of_four_letters_lose_an_ending_and_shorter_ones_do_not(stem: Stemmer) -> None:
    assert stem("adz") == "adz"
    assert stem("adez") == "ades"


# files of the search


def files_of(root: Root, *prose: Prose) -> dict[str, str]:
    return dict(search_files(root.load(), prose))


def numbered(files: dict[str, str], folder: str) -> Iterator[str]:
    return (name for name in files if re.fullmatch(rf"zoek/{folder}/\d+\.json", name))


def test_the_first_file_tells_all_that_a_question_needs(root: Root) -> None:
    root.write(
        "data/synonyms.yml",
        {
            "groups": [{"preferred": "voorbeeld", "equivalents": ["vb"], "related": ["proef"], "origin": "de tests"}],
            "ambiguous": [{"typed": "vo", "meanings": ["voorbeeld", "voortgezet onderwijs"]}],
            "apart": [{"words": ["wijk", "wijkteam"]}],
            "irregular": [{"word": "stad", "forms": ["Steden"]}],
            "ignored": ["de", "in het"],
        },
    )
    files = files_of(root)
    begin = json.loads(files["zoek/begin.json"])
    library = root.load()
    terms = sum(len(found.terms) for found in library.vocabularies.values()) + len(library.elements)
    assert begin["methods"] == ["voorbeeld-gestopt", "voorbeeld-kort", "voorbeeld-thuis"]
    assert begin["groups"] == [["Methoden", 3], ["Organisaties", 4], ["Werkvormen", 1], ["Begrippen", terms], ["Pagina's", 0]]
    assert begin["fields"] == [[field.label, field.weight] for field in FIELDS]
    assert begin["irregular"] == {"steden": "stad"}
    assert begin["ignored"] == ["de", "in", "het"]
    assert begin["synonyms"] == [["voorbeeld", ["vb"], ["proef"]]]
    assert begin["ambiguous"] == [["vo", ["voorbeeld", "voortgezet onderwijs"]]]
    assert begin["apart"] == [["wijk", "wijkteam"]]
    assert begin["stemFiles"] == 0
    assert re.fullmatch("[0-9a-f]{12}", begin["version"])
    assert begin["buckets"] == [len(json.loads(files["zoek/w/0.json"])["postings"])]


def test_the_version_changes_with_what_is_found(root: Root) -> None:
    before = json.loads(files_of(root)["zoek/begin.json"])["version"]
    assert json.loads(files_of(root)["zoek/begin.json"])["version"] == before
    root.write_card(a_card(summary="Iets heel anders."))
    assert json.loads(files_of(root)["zoek/begin.json"])["version"] != before


def test_names_of_what_is_no_method_stand_in_files_of_sixty_four(root: Root) -> None:
    files = files_of(root)
    begin = json.loads(files["zoek/begin.json"])
    names = [json.loads(files[name]) for name in numbered(files, "n")]
    assert begin["namesInFile"] == 64
    assert [len(file) for file in names[:-1]] == [64] * (len(names) - 1)
    assert sum(map(len, names)) == sum(count for _, count in begin["groups"][1:])
    assert names[0][0] == ["Voorbeeldorganisatie", "organisaties/voorbeeldorganisatie/", "goed doel"]


def test_documents_are_numbered_through_all_groups_and_common_words_have_files(root: Root) -> None:
    for number in range(5):
        root.write_card(a_card(name=f"Voorbeeld {number}", summary="Dolfijnen."), f"nieuw-{number}")
    files = files_of(root, Prose("over/", "Dolfijnen", "", ()))
    found = json.loads(files["zoek/w/0.json"])
    words_in_order = decoded(found["words"])
    entry = found["postings"][words_in_order.index("dolfijnen")]
    file, place = divmod(entry, LISTS_IN_A_FILE)
    flat = json.loads(files[f"zoek/p/{file}.json"])[place]
    total = sum(count for _, count in json.loads(files["zoek/begin.json"])["groups"])
    summary = next(number for number, field in enumerate(FIELDS) if field.label == "samenvatting")
    assert (flat[::2][:5], sum(flat[::2])) == ([0, 1, 1, 1, 1], total - 1)
    assert flat[1::2] == [summary * 4] * 5 + [0]


def decoded(text: str) -> list[str]:
    found: list[str] = []
    for line in text.split("\n"):
        before = found[-1] if found else ""
        found.append(before[: ord(line[0]) - 97] + line[1:].removesuffix("+"))
    return found


# records of the catalogue


def test_the_rows_of_the_catalogue_stand_in_files_of_twenty_five(root: Root) -> None:
    for number in range(ROWS_PER_FILE - 2):
        root.write_card(a_card(name=f"Nieuw {number:02d}"), f"nieuw-{number:02d}")
    files = dict(record_files(root.load()))
    assert [len(json.loads(files[ROWS.format(number)])) for number in range(2)] == [ROWS_PER_FILE, 1]
    assert set(files) == {RECORDS, ROWS.format(0), ROWS.format(1)}
    assert all("<li" in row or "<tr" in row for row in json.loads(files[ROWS.format(0)]))


def test_an_id_that_the_name_tells_is_left_out(root: Root) -> None:
    root.write_card(a_card(name="Heel Anders"), "nieuw")
    records = json.loads(dict(record_files(root.load()))[RECORDS])
    ids = dict(zip(records["name"], records["id"], strict=True))
    assert ids["Voorbeeld Kort"] == ""
    assert ids["Heel Anders"] == "nieuw"
    assert records["rowsPerFile"] == ROWS_PER_FILE


def test_methods_with_the_same_state_share_it(root: Root) -> None:
    root.write_card(a_card(status={"phase": "running", "as_of": "2024-03", "sources": SOURCES}), "nieuw")
    records = json.loads(dict(record_files(root.load()))[RECORDS])
    states = [tuple(records["statuses"][number]) for number in records["status"]]
    assert dict(zip(records["name"], states, strict=True))["Voorbeeld Thuis"] == ("completed", "Afgerond, 2019–2022")
    assert len(set(map(tuple, records["statuses"]))) == len(records["statuses"]) == 3
    assert dict(zip(records["name"], records["reviewed"], strict=True)) == {
        "Voorbeeld": "",
        "Voorbeeld Gestopt": "",
        "Voorbeeld Kort": "",
        "Voorbeeld Thuis": "2024-01-15",
    }


def test_each_method_has_each_of_its_combinations_of_values(root: Root) -> None:
    records = json.loads(dict(record_files(root.load()))[RECORDS])
    facets = [facet["id"] for facet in records["facets"]]
    place = records["name"].index("Voorbeeld Thuis")
    told: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for subject in records["subjects"]:
        names = tuple(facets[number] for number in subject["facets"])
        column = subject["column"][place]
        chosen = column if isinstance(column, list) else [column]
        values = [[value for value, _ in records["facets"][number]["values"]] for number in subject["facets"]]
        told[names] = {tuple(values[at][value] for at, value in enumerate(subject["combinations"][number])) for number in chosen}
    assert told["thema",] == {("return-home",)}
    assert told["wie",] == {("parent",), ("child",)}
    assert told["organisatie",] == {("voorbeeldorganisatie",), ("voorbeeldgemeente",)}
    assert told["erkenning", "erkend"] == {("superseded", "old"), ("well-founded", "old"), ("first-indications", "old")}
    assert ("monitoring", "independent", "total") in told["opzet", "meting", "getal"]
