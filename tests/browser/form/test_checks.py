"""The form and the checker give the same verdict, at the same place, in the same words."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from card_values import NASTY, RESULTS, changed, one_by_one, paths_in, place_at, together
from hypothesis import given, settings
from hypothesis import strategies as st
from library_faults import OF_THE_LIBRARY
from paths import BROKEN
from pydantic import AfterValidator, BaseModel
from tiers import first

from macros.contributing import browser_patterns as patterns
from macros.contributing.form import form_data
from macros.library.cross_checks import CHECKS
from macros.library.loader import Refused, load_library
from macros.model import age, base, hidden_signs, markup, privacy
from macros.model.data import Organisation, Source
from macros.model.method import Method
from macros.model.percentages import percentage_agrees
from macros.model.shape import shapes_of
from macros.validation import dutch_values, explain, surer
from macros.validation.problems import START, FilePosition, Problem
from macros.validation.reader_messages import READER_SENTENCES
from macros.validation.validate import check_keyed, check_values
from macros.validation.yaml_reader import Document, read_file

BROKEN_CARDS = sorted(BROKEN.glob("*.yml"))
SPELLED = {"control_character", "hard_space"}
"""Found by the reader in plain text; in a value or behind an escape it is the model that finds it, and so does the form."""
NOT_IN_A_FORM = (set(READER_SENTENCES) - SPELLED) | {"double_key", "id_in_card", "id_differs", "bad_epoch"}
"""What only a file can have: faults of its spelling, and a field that a form does not offer."""
NAMED = {"title-for-an-id", "address-for-an-id"}
"""The check knows a source by its title or address too; the form by publisher and title, and nobody types ids there."""
DUTCH = {"of", "id", "score", "interval", "variant", "over", "per"}
"""Fields of the file that are Dutch words too."""
Run = Callable[[str, Any], Any]
Said = list[tuple[str, str, str]]
Judge = Callable[[Any], Said]


def said(problems: list[Problem]) -> Said:
    """(field, what is wrong, what to do), in one order."""
    return sorted((problem.where, problem.message, problem.remedy) for problem in problems)


def in_browser(run: Run, values: Any, file: str = "nieuw") -> Said:
    found = run(
        "[...form.checkName(book, known, given.file, { isNew: false }), ...form.checkCard(book, known, given.values)]",
        {"values": values, "file": file},
    )
    return sorted((problem["where"], problem["message"], problem["remedy"]) for problem in found)


@pytest.fixture(scope="module")
def verdicts(example: Root) -> dict[str, list[Problem]]:
    """The name of each broken card, and what the checker says of it."""
    try:
        load_library(example.path, cards=BROKEN_CARDS)
    except Refused as refused:
        found = {card.stem: [problem for problem in refused.problems if Path(problem.path) == card] for card in BROKEN_CARDS}
    assert all(found.values())
    return found


def is_for_files(problems: list[Problem]) -> bool:
    return bool({problem.code for problem in problems} & NOT_IN_A_FORM)


@pytest.mark.parametrize("card", BROKEN_CARDS, ids=lambda card: card.stem)
def test_a_broken_card_gets_the_same_verdict_in_the_form(card: Path, run: Run, verdicts: dict[str, list[Problem]]) -> None:
    problems = verdicts[card.stem]
    try:
        values = read_file(card, card.name).value
    except Refused as refused:
        assert {problem.code for problem in refused.problems} <= NOT_IN_A_FORM | SPELLED
        return
    if is_for_files(problems) or card.stem in NAMED:
        assert in_browser(run, values, card.stem) != said(problems), "the form can say this: take it off the list"
    else:
        assert in_browser(run, values, card.stem) == said(problems)


@pytest.mark.parametrize("card", BROKEN_CARDS, ids=lambda card: card.stem)
def test_the_form_tells_it_without_words_of_the_file(card: Path, run: Run, verdicts: dict[str, list[Problem]]) -> None:
    try:
        values = read_file(card, card.name).value
    except Refused:
        return
    if is_for_files(verdicts[card.stem]):
        return
    told = run("form.checkCard(book, known, given).map((problem) => [problem.details, form.speak(book, problem)])", values)
    fields = run("Object.values(book.records).flatMap(({ fields }) => Object.keys(fields))", None)
    for details, said in told:
        text = " ".join(said.values())
        for typed in filter(None, (details.get("value"), details.get("input"))):
            text = text.replace(str(typed), "")
        assert not set(re.findall(r"\w+", text)) & (set(fields) - DUTCH | {"true", "false"}), text
        assert not re.search(r"data/|\{|undefined", text), text


def test_the_form_knows_every_fault_but_those_that_only_files_have(verdicts: dict[str, list[Problem]]) -> None:
    judged = {problem.code for problems in verdicts.values() if not is_for_files(problems) for problem in problems}
    assert not judged & NOT_IN_A_FORM
    beyond_cards = {"int_type", "decimal_type", "double_card", "linked_to_moved", "linked_to_removed"}  # each has a test below
    assert judged == explain.codes() - NOT_IN_A_FORM - OF_THE_LIBRARY - beyond_cards
    assert len([problems for problems in verdicts.values() if not is_for_files(problems)]) > 60


@pytest.mark.parametrize("fields", first(1, [together, one_by_one]))
@pytest.mark.parametrize("new", NASTY, ids=lambda new: repr(new)[:20])
def test_whatever_stands_in_a_card_both_say_the_same(new: Any, fields: Any, run: Run, judge: Judge, example: Root) -> None:
    cases = list(fields(read_file(example.path / "methods" / "voorbeeld-thuis.yml", "x.yml").value, new))
    assert len(cases) > 30
    said_of = "form.checkCard(book, known, values).map(({ where, message, remedy }) => [where, message, remedy])"
    found = run(f"given.map((values) => {said_of})", cases)
    for values, there in zip(cases, found, strict=True):
        assert sorted(map(tuple, there)) == judge(values), values


class Nowhere(Document):
    """Values that stand in no file."""

    def __init__(self) -> None:
        super().__init__("x.yml", "", {})

    def position(self, keys: Any) -> FilePosition:
        return START


@pytest.fixture(scope="module")
def judge(example: Root) -> Judge:
    """What the checker says of the values of a card."""
    library = example.load()
    known: dict[str, Any] = {f"vocabulary/{name}": found.terms for name, found in library.vocabularies.items()}
    names = {"organisation": "organisations", "source": "sources", "tool": "tools", "element": "elements"}
    closed = {f"vocabulary/{name}" for name, found in library.vocabularies.items() if found.closed}
    ids = base.Ids(known | {kind: getattr(library, name) for kind, name in names.items()}, closed=closed)

    def judge(values: Any) -> Said:
        method, problems = check_values(Nowhere(), {**values, "id": "nieuw"}, Method, ids)
        findings = [finding for check in CHECKS for finding in check(method, library)] if method else []
        return said(problems + [Problem("x.yml", START, finding.keys, finding.code, finding.details) for finding in findings])

    return judge


def test_a_name_that_is_taken_or_cannot_be_a_file_is_refused(run: Run) -> None:
    found = run(
        "given.flatMap((id) => form.checkName(book, known, id, { isNew: true })).map(({ code }) => code)",
        ["voorbeeld-kort", "Fout!", "nieuw"],
    )
    assert found == ["double_card", "bad_file_name"]


def test_a_link_to_a_card_that_moved_or_is_gone_gets_the_same_verdict(run: Run, root: Root) -> None:
    gone = {"removed": "2024-05-01", "name": "Weg", "reason": "Zij bestaat niet meer."}
    root.write("data/moved.yml", {"oud": {"to": "voorbeeld-kort"}, "weg": gone})
    links = [{"method": name, "sources": SOURCES} for name in ("oud", "weg", "voorbeeld-kort")]
    card = root.write_card(a_card(chain={"before": links}))
    with pytest.raises(Refused) as refused:
        load_library(root.path, cards=[card])
    assert {problem.code for problem in refused.value.problems} == {"linked_to_moved", "linked_to_removed"}
    card.rename(root.path / "kaart.yml")
    moved = form_data(root.load())["moved"]
    values = read_file(root.path / "kaart.yml", card.name).value
    there = run("form.checkCard({ ...book, moved: given.moved }, known, given.values)", {"moved": moved, "values": values})
    assert sorted((problem["where"], problem["message"], problem["remedy"]) for problem in there) == said(refused.value.problems)


@pytest.mark.parametrize("level", ["Goed onderbouwd", "Effectief (zéér)", "…", "Ⅳ-E ½"])
def test_a_claim_gets_the_same_address(level: str, run: Run, judge: Judge) -> None:
    verdict = {"body": "voorbeeldcommissie", "date": "2017-09-14", "verdicts": [{"level": level}], "sources": SOURCES}
    reach = {"count": "1", "unit": "family", "period": {"from": "2019-05", "to": "2022"}, "sources": SOURCES}
    card = a_card(recognitions=[verdict, verdict], reach=[reach, {**reach, "id": "eigen"}, reach])
    assert len(judge(card)) == 2
    assert in_browser(run, card) == judge(card)


NEW_RECORDS: list[tuple[type[base.Record], dict[str, Any]]] = [
    (Source, {"type": "webpage", "title": "Titel", "publisher": "Uitgever", "voice": "owner"}),
    (
        Source,
        {
            "type": "krant",
            "title": "x" * 201,
            "publisher": "",
            "voice": "eigenaar",
            "URL": "javascript:alert(1)",
            "accessed": "2025-02-30",
        },
    ),
    (Source, {"type": "reprt", "title": "a\nb", "issued": "vorig jaar", "note": "bel 06 12345678"}),
    (Organisation, {"name": "Club", "kind": "charity"}),
    (Organisation, {"name": "Club", "kind": "chairty", "url": "www.voorbeeld.example", "abbreviations": "C", "people": []}),
]


@pytest.mark.parametrize(("record", "values"), NEW_RECORDS)
def test_a_new_source_or_organisation_gets_the_same_verdict(
    record: type[base.Record], values: dict[str, Any], run: Run, example: Root
) -> None:
    library = example.load()
    ids = base.Ids({f"vocabulary/{name}": found.terms for name, found in library.vocabularies.items()})
    _, problems = check_keyed(Nowhere(), {"nieuw": values}, record, ids)
    there = run("form.checkKeyed(book, known, given.name, 'nieuw', given.values)", {"name": record.__name__, "values": values})
    assert sorted((problem["where"], problem["message"], problem["remedy"]) for problem in there) == said(problems)


# the rules are the same ones


def test_every_record_with_a_rule_has_it_in_the_form_and_no_other(run: Run) -> None:
    ruled = {name for name, record in shapes_of(Method, Source, Organisation).items() if record["rule"]}
    assert len(ruled) > 10
    assert set(run("Object.keys(form.RECORDS)", None)) == ruled


def test_every_rule_of_a_value_has_it_in_the_form_and_no_other(run: Run) -> None:
    used = set(re.findall(r'"rule": "([a-z]+)"', json.dumps(shapes_of(Method, Source, Organisation))))
    assert len(used) > 6
    assert set(run("Object.keys(form.VALUES)", None)) == used | {"limit"}


def test_the_form_looks_at_the_whole_library_as_the_checker_does(run: Run) -> None:
    assert run("form.CHECKS.map(({ name }) => name)", None) == [check.__name__ for check in CHECKS]


def test_a_check_without_a_counterpart_is_refused() -> None:
    class Odd(BaseModel):  # not a Record: other tests look at all of those
        number: float

    with pytest.raises(TypeError, match="no check like float"):
        shapes_of(Odd)

    class Unported(BaseModel):
        text: Annotated[str, AfterValidator(str.upper)]

    with pytest.raises(TypeError, match=r"no counterpart in docs/assets/form/rules\.js"):
        shapes_of(Unported)


PATTERNS = [
    base.ID_AND_MORE,
    base.ID_PATTERN,
    base.INVISIBLE,
    *dutch_values.PATTERNS.values(),
    hidden_signs.ODD,
    hidden_signs.SPACE,
    hidden_signs.DIRECTION,
    surer.RANGE,
    surer.SHARE,
    base.URL_PATTERN,
    age.SPELLING,
    privacy.MAIL,
    privacy.NO_NUMBERS,
    privacy.PHONE,
    privacy.NINE_DIGITS,
    *markup.FORBIDDEN,
]
PIECES = st.sampled_from(
    [
        *"a1é Ж٣²𝒳_-–./@()[]<>!`{}%#&;=|*'\"",
        *("06", "020", "+31", "b>", "https://", "ISBN", "x.nl", "12345678", "mo", "wk", "\n", "\r", "\x85", "\u2028", "\u202e"),
    ]
)


@settings(max_examples=60)
@given(texts=st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=40, max_size=40))
def test_a_pattern_finds_the_same_in_a_browser(texts: list[str], run: Run) -> None:
    here = [[found.group() if (found := pattern.search(text)) else None for text in texts] for pattern in PATTERNS]
    sources = [patterns.to_javascript(pattern) for pattern in PATTERNS]
    there = run(
        "given.sources.map((source) => given.texts.map((text) => new RegExp(source, 'u').exec(text)?.[0] ?? null))",
        {"sources": sources, "texts": texts},
    )
    assert there == here


@pytest.mark.parametrize("pattern", [re.compile("a", re.IGNORECASE), re.compile(r"a\Z"), re.compile(r"a\W")])
def test_a_pattern_that_a_browser_would_read_differently_is_refused(pattern: re.Pattern[str]) -> None:
    with pytest.raises(ValueError, match="form"):
        patterns.to_javascript(pattern)


TYPED = st.sampled_from(
    [
        *("1", "12", "3", "04", "31", "2019", "500", "000", "92", "0", " ", " ", ".", ",", "-", "/", "€", "%", "–"),
        *("jan", "maart", "mrt", "sept", "mei", "ja", "Nee", "jaar", "maanden", "wk", "weken zwangerschap", "jr."),
        *("\xa0", "\u200b", "\u2009", "\u200e", "\xad", "“", '"', "euro", "procent", ",-", "van", "tot", "\n"),
    ]
)
SAID_OF_VALUES = ["bad_date", "int_parsing", "decimal_parsing", "bad_amount", "bad_age", "bad_flag", "bad_id"]


@settings(max_examples=60)
@given(texts=st.lists(st.lists(TYPED, max_size=6).map("".join), min_size=40, max_size=40))
def test_what_is_typed_the_dutch_way_is_read_the_same(texts: list[str], run: Run) -> None:
    here = [[dutch_values.as_the_file_has_it(code, text) for code in SAID_OF_VALUES] for text in texts]
    read = "given.texts.map((text) => given.codes.map((code) => form.asTheFileHasIt(book, code, text)))"
    assert run(read, {"texts": texts, "codes": SAID_OF_VALUES}) == here
    signs = [hidden_signs.hard_space_in(text) for text in texts]
    assert run("given.map((text) => form.hiddenSignIn(book, text))", texts) == signs


def test_every_sign_that_nobody_sees_has_the_same_name(run: Run) -> None:
    signs = [chr(number) for number in range(0x10000) if hidden_signs.ODD.match(chr(number))]
    assert len(signs) > 60
    assert run("given.map((text) => form.hiddenSignIn(book, text))", signs) == list(map(hidden_signs.name_of_sign, signs))


@settings(max_examples=40)
@given(
    words=st.lists(
        st.tuples(st.text("abcde-", max_size=12), st.lists(st.text("abcde-", min_size=1, max_size=12), max_size=6)),
        min_size=20,
        max_size=20,
    )
)
def test_the_same_word_is_suggested(words: list[tuple[str, list[str]]], run: Run) -> None:
    here = [(get_close_matches(typed, choices, n=1, cutoff=explain.LIKENESS) or [None])[0] for typed, choices in words]
    there = run(
        "given.words.map(([typed, choices]) => form.closest(typed, choices, given.likeness) ?? null)",
        {"words": words, "likeness": explain.LIKENESS},
    )
    assert there == here


@settings(max_examples=40)
@given(
    cases=st.lists(
        st.tuples(st.integers(0, 3000), st.integers(1, 3000), st.decimals(0, 100, places=2) | st.decimals(0, 100, places=0)),
        min_size=30,
        max_size=30,
    )
)
def test_a_printed_percentage_is_checked_to_the_last_decimal(cases: list[tuple[int, int, Decimal]], run: Run) -> None:
    here = [[percentage_agrees(printed, count, of), f"{100 * count / of:.2f}"] for count, of, printed in cases]
    read = "given.map((numbers) => numbers.map(form.readNumber))"
    code = f"{read}.map(([count, of, printed]) => [form.agrees(printed, count, of), form.percentage(count, of)])"
    assert run(code, [[str(count), str(of), str(printed)] for count, of, printed in cases]) == here


# random cards


VALUES = st.sampled_from(
    [
        "",
        "1",
        "12",
        "0",
        "-1",
        "1.5",
        "2019",
        "2020-02-29",
        "2019-02-29",
        "2019-05",
        "18",
        "30mo",
        "true",
        "stopped",
        "running",
        "refused",
        "family",
        "x" * 161,
        "a\nb",
        " a ",
    ]
)


@settings(max_examples=25)
@given(data=st.data())
def test_cards_with_several_faults_get_the_same_verdict(data: st.DataObject, run: Run, judge: Judge, example: Root) -> None:
    card = read_file(example.path / "methods" / "voorbeeld-thuis.yml", "x.yml").value
    card["outcomes"] += [
        an_outcome({name: str(value) for name, value in result.items() if name != "compared"}, id=kind)
        for kind, result in RESULTS.items()
    ]
    leaves = [path for path in paths_in(card) if not isinstance(place_at(card, path), dict | list)]
    for path in data.draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=8)):
        card = changed(card, path, data.draw(VALUES))
    assert in_browser(run, card) == judge(card)
