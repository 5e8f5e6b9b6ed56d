"""The rules in JavaScript, in Node and without a browser: `node --test` with what the same rules in Python say.

Set EXPECTED to keep the file with Python's answers; `make mutants` runs the tests of JavaScript with it again and again.
"""

import datetime
import json
import os
import shutil
import subprocess
from decimal import Decimal
from difflib import get_close_matches
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from card_values import RESULTS, changed, fields_in
from paths import EXAMPLE_SITE, ROOT
from pydantic import TypeAdapter

from macros.contributing.form import form_data
from macros.library.cross_checks import CHECKS
from macros.library.library import Library
from macros.library.loader import load_library
from macros.model.age import AnyAge
from macros.model.base import Ids, PartialDate
from macros.model.method import Method
from macros.model.percentages import percentage_agrees
from macros.model.synonyms import Irregular
from macros.rendering.paper.markdown import paper_markdown
from macros.search.folding import fold, split_words
from macros.search.index import search_files
from macros.search.stemming import Stemmer
from macros.site.files.compare import comparison_columns, comparison_index
from macros.validation.explain import LIKENESS
from macros.validation.problems import START, FilePosition, Problem
from macros.validation.validate import check_values
from macros.validation.yaml_reader import Document, read_file
from macros.views.common import dutch
from macros.views.common.comparability import is_stale
from macros.views.common.lines import NoNotes
from macros.views.common.paper import as_data
from macros.views.common.wording import cost_conditions, cost_text, intake_text, price_year, recognition_age, status_text
from macros.views.compare.memo import memo_view
from macros.views.compare.memo_paper import memo_paper
from macros.views.evidence.number_text import number_of
from macros.views.evidence.studies import study_view

pytestmark = pytest.mark.heavy

HERE = Path(__file__).parent
KNOWN = {"organisation": "organisations", "source": "sources", "element": "elements", "tool": "tools"}

BEGINS = ("loop", "kat", "bak", "ge", "gem", "aap", "boot", "huiz", "geloov", "yog", "iepe", "vrij", "gezin", "stad", "draai")
ENDS = ("", "en", "ene", "heden", "heid", "cheid", "se", "s", "je", "js", "e", "end", "ing", "ig", "eig", "lijk", "baar", "bar")
TEXTS = (
    *("Financiën", "één gezin, één plan", "baby's en foto’s", "JB'er", "KOPP/KOV", "W&P", "IJsselĳk Ærø", "  ", "Łódź đ ß œ"),
    *("'s Heeren Loo", "auto`s2", "cd´s", "ba's9", "24-uurs", "ÀÉÎÕÜ"),
)
NUMBERS = ("0", "1", "12", "13", "50", "91", "92", "99.9", "100", "12.5", "12.4", "12.55", "33.3", "33.33", "0.1")
SHARES = ((0, 12), (1, 8), (11, 12), (12, 12), (63, 500), (62, 500), (251, 2000), (1, 3), (1, 1000))
TYPED = ("famly", "family", "famil", "x", "parnt", "ouder", "adoption", "childs", "")
CHOICES = ("family", "child", "parent", "professional", "adoptive-parent", "visit", "unknown")


def stems() -> dict[str, Any]:
    stem = Stemmer([Irregular(word="stad", forms=("steden",))])
    made = {"".join(parts) for parts in product(BEGINS, ENDS, ENDS)} | {"mee", "ren", "adz", "adez", "24uurs", "families", "ies"}
    return {"irregular": {"steden": stem("steden")}, "words": {word: stem(word) for word in sorted(made | {"steden"})}}


def findable(root: Root) -> dict[str, str]:
    """The files of the search of a library in which "zonnebloem" stands in places of every weight."""
    root.write(
        "data/synonyms.yml",
        {
            "groups": [
                {"preferred": "zonnebloem", "equivalents": ["heliant", "ZB"], "related": ["tulp"], "origin": "de tests"},
                {"preferred": "uit huis geplaatst", "equivalents": ["uithuisplaatsing"], "origin": "de tests"},
            ],
            "ambiguous": [{"typed": "vo", "meanings": ["zonnebloem", "wijkteam"]}],
            "apart": [{"words": ["wijkteam", "wijkagent"]}],
            "irregular": [{"word": "stad", "forms": ["steden"]}],
            "ignored": ["de", "is", "niet"],
        },
    )
    amount = {"amount": 1, "per": "family", "sources": SOURCES}
    cards = {
        "a-kosten": {"name": "Eerst", "costs": [{**amount, "covers": "een zonnebloem"}]},
        "b-samenvatting": {"name": "Tweede", "summary": "Een zonnebloem voor iedereen, niet uit huis geplaatst."},
        "c-alias": {"name": "Derde", "aliases": ["Zonnebloem thuis"]},
        "d-naam": {"name": "Zonnebloem"},
        "e-begin": {"name": "Zonnebloemen Plan"},
        "f-binnen": {"name": "Superzonnebloem"},
        "g-anders": {"name": "Heliant"},
        "h-kort": {"name": "Zonder", "summary": "De zonde van het wijkteam."},
        "kompas": {"name": "Kompas"},
        "kompas-licht": {
            "name": "Kompas-licht",
            "aliases": ["Kompas waakvlam", "Kompas aan huis"],
            "summary": "Na Kompas blijft het kompas bij u.",
        },
        "i-twee": {"name": "Stad en Wijk", "summary": "Een wijkteam voor de stad."},
    }
    for name, changes in cards.items():
        root.write_card(a_card(**changes), name)
    return dict(search_files(root.load()))


def cards(root: Root) -> dict[str, Any]:
    """A full card, changes to it, and what the checker says of each."""
    base = read_file(root.path / "methods" / "voorbeeld-thuis.yml", "voorbeeld-thuis.yml").value
    cases = [(list(path), new) for path in fields_in(base) for new in (None, "x", [], {})]
    cases += [(["outcomes", 0], an_outcome(as_text(result), traceable="true")) for result in RESULTS.values()]
    cases += [
        (["summary"], text) for text in ("bel 06 12345678", "<b>", "x" * 400, "x" * 401, "mail a@b.nl", "123456782", "12345678")
    ]
    cases += [
        (["chain", "alongside"], [{"method": name, "sources": SOURCES}]) for name in ("weg", "oud", "ouder", "voorbeeld-kort")
    ]
    cases += [(["studies", 0, "participants"], {"count": "12", "unit": "family", "lost": str(lost)}) for lost in (11, 12, 13)]
    cases += [
        (["classification"], {**parts, "sources": SOURCES})
        for parts in ({"frame_incomplete": "true"}, {"frame_incomplete": "false"}, {})
    ]
    cases += [
        (["outcomes", 0], an_outcome({"percent": percent, "of": "40", "unit": "family"})) for percent in ("99", "100", "101")
    ]
    cases += [(["reach", 1], {"count": "1", "unit": "family", "period": {"from": "2019", "to": "2022"}, "sources": SOURCES})]
    root.write(
        "data/moved.yml", {"oud": {"to": "voorbeeld-kort"}, "ouder": {"removed": "2020-01-01", "name": "x", "reason": "x"}}
    )
    library = root.load()
    found = [[path, new, verdict(library, changed(base, tuple(path), new))] for path, new in cases]
    ids = {kind: list(getattr(library, name)) for kind, name in KNOWN.items()} | {"method": sorted(library.card_ids)}
    return {"base": base, "cases": found, "book": form_data(library), "ids": ids}


class Nowhere(Document):
    """Values that stand in no file."""

    def position(self, keys: Any) -> FilePosition:
        return START


def verdict(library: Library, values: Any) -> list[list[str]]:
    """What the checker says of the values of a card: where, what is wrong, what to do."""
    known: dict[str, Any] = {f"vocabulary/{name}": found.terms for name, found in library.vocabularies.items()}
    closed = {f"vocabulary/{name}" for name, found in library.vocabularies.items() if found.closed}
    ids = Ids(known | {kind: getattr(library, name) for kind, name in KNOWN.items()}, closed=closed)
    method, problems = check_values(Nowhere("x.yml", "", {}), {**values, "id": "nieuw"}, Method, ids)
    findings = [finding for check in CHECKS for finding in check(method, library)] if method else []
    problems += [Problem("x.yml", START, finding.keys, finding.code, finding.details) for finding in findings]
    return sorted([problem.where, problem.message, problem.remedy] for problem in problems)


def as_text(value: Any) -> Any:
    """As the reader gives it: all scalars are text."""
    return {key: as_text(inner) for key, inner in value.items()} if isinstance(value, dict) else str(value)


def dutch_texts() -> dict[str, list[list[str]]]:
    """How the pages write numbers, amounts, dates and ages."""
    numbers = ("0", "7", "1234", "-1234.50", "8.20", "1000000", "0.005")
    amounts = ("0", "2000", "12.50", "56500", "1234567.80", "3.00", "0.05")
    dates = ("2019", "2019-04", "2019-04-08", "2024-02-29", "1985-12-31")
    ages = ("0", "4", "18", "-5mo", "-1mo", "1mo", "5mo", "12mo", "18mo", "24mo", "30mo", "31mo", "16wk", "4 y")
    age = TypeAdapter(AnyAge).validate_python
    return {
        "number": [[text, dutch.number(Decimal(text))] for text in numbers],
        "euro": [[text, dutch.euro(Decimal(text))] for text in amounts],
        "date": [[text, dutch.date(TypeAdapter(PartialDate).validate_python(text))] for text in dates],
        "age": [[text, dutch.age(age(text))] for text in ages],
    }


COSTS = (
    {"amount": "2000", "per": "family"},
    {"amount": "12.50", "to": "56500", "per": "once", "precision": "about"},
    {"amount": "1234567", "per": "family", "precision": "more-than"},
    {"amount": "3.00", "per": "family"},
    {"amount": "56500", "per": "location", "period": {"count": "1", "unit": "year"}},
    {"amount": "100", "per": "location", "period": {"count": "2", "unit": "year"}, "grows_with": "family"},
)
AGES = (
    {"from": "0", "to": "18"},
    {"from": "-5mo", "to": "30mo"},
    {"to": "4", "basis": "offered", "condition": "als de ouders het willen"},
    {"from": "16wk", "whose": "parent"},
    {"all_ages": "true"},
    {"from": "2", "through": "6"},
    {"from": "18mo", "through": "6"},
    {"through": "6"},
    {"words": "vruchtbare leeftijd", "whose": "parent"},
)
PERIODS = ({"from": "2019", "to": "2022"}, {"from": "2019-05"}, {"to": "2020-02-29", "note": "ongeveer"}, {"note": "één jaar"})
DECIDED = ("2017-09-14", "2021-11-28", "2021-11-29", "2021", "2026-11", "2000-01", "1985")
TODAY = (2026, 11, 28)


TOLD = {"costs", "ages", "status", "intake", "results", "studies"}


def told(library: Library, folder: Path) -> dict[str, list[list[Any]]]:
    """What the pages say of every card of a library: what its file has, and the words for it."""
    found: dict[str, list[list[Any]]] = {name: [] for name in TOLD}
    for card, method in library.methods.items():
        values = read_file(folder / "methods" / f"{card}.yml", f"{card}.yml").value
        for given, cost in zip(values.get("costs", []), method.costs, strict=True):
            found["costs"].append([given, [cost_text(cost), cost_conditions(cost) or "", price_year(cost)]])
        for given, ages in zip(values["target_group"].get("ages", []), method.target_group.ages, strict=True):
            found["ages"].append([given, dutch.ages(ages)])
        found["status"].append([values["status"], status_text(method)])
        if method.intake:
            found["intake"].append([values["intake"], intake_text(method.intake)])
        for given, outcome in zip(values.get("outcomes", []), method.outcomes, strict=True):
            number = number_of(outcome)
            kind = f"[{outcome.result.kind}]"
            found["results"].append([[kind, given["result"]], [number.headline, number.remark or ""]])
        for given, study in zip(values.get("studies", []), method.studies, strict=True):
            outcomes = [one for one in method.outcomes if one.study is study]
            view = study_view(study, outcomes, NoNotes())
            periods = [one for one in values.get("outcomes", []) if one["study"] == study.id]
            found["studies"].append([[given, periods], [view.title, list(view.facts)]])
    return found


def told_of_examples(root: Root) -> list[dict[str, Any]]:
    """The cards of both example libraries, and of the real one, each with the data of its own form."""
    return [
        {
            "book": form_data(library),
            "organisations": {one.id: one.name for one in library.organisations.values()},
            "told": told(library, folder),
        }
        for folder, library in ((folder, load_library(folder)) for folder in (root.path, EXAMPLE_SITE, ROOT))
    ]


def worded(root: Root) -> dict[str, Any]:
    """What the pages say of amounts, ages, periods and how old a recognition or a review is."""
    library = root.load()
    known: dict[str, Any] = {f"vocabulary/{name}": found.terms for name, found in library.vocabularies.items()}
    ids = Ids(known | {kind: getattr(library, name) for kind, name in KNOWN.items()})
    reach = [{"count": "1", "unit": "family", "period": period, "sources": SOURCES} for period in PERIODS]
    decided = [
        {"body": "voorbeeldcommissie", "date": day, "verdicts": [{"level": "goed"}], "sources": SOURCES} for day in DECIDED
    ]
    card = a_card(
        costs=[{**cost, "sources": SOURCES} for cost in COSTS],
        reach=reach,
        recognitions=decided,
        target_group={"description": "x", "sources": SOURCES, "ages": [{**ages, "sources": SOURCES} for ages in AGES]},
    )
    method, problems = check_values(Nowhere("x.yml", "", {}), {**card, "id": "nieuw"}, Method, ids)
    assert method and not problems
    today = datetime.date(*TODAY)
    return {
        "today": TODAY,
        "costs": list(zip(COSTS, map(cost_text, method.costs), strict=True)),
        "ages": list(zip(AGES, map(dutch.ages, method.target_group.ages), strict=True)),
        "periods": [[given, dutch.period(one.period)] for given, one in zip(PERIODS, method.reach, strict=True)],
        "decided": [[day, recognition_age(one, today)] for day, one in zip(DECIDED, method.recognitions, strict=True)],
        "stale": [[day, is_stale(one.date, today)] for day, one in zip(DECIDED, method.recognitions, strict=True)],
    }


def memos_of(library: Library, asked: list[tuple[tuple[str, ...], str | None, str | None]]) -> dict[str, Any]:
    """Memos by the ids of their methods, a question and an answer; and the files of which a browser makes them."""
    cases = []
    for ids, question, answer in asked:
        view = memo_view(library, ids, f"vergelijken/?m={','.join(ids)}", question, answer)
        paper = memo_paper(view, "https://voorbeeld.example/", "Voorbeeldbibliotheek")
        told = {"paper": as_data(paper), "markdown": paper_markdown(paper)}
        cases.append({"ids": ids, "question": question, "answer": answer, **told})
    return {
        "files": {
            path: json.loads(text)
            for path, text in (*comparison_index(library), *comparison_columns(library, library.methods.values()))
        },
        "cases": cases,
    }


def memos(root: Root) -> list[dict[str, Any]]:
    """Of all pairs of the invented library, of a ready-made comparison, and of two methods that share a scale."""
    site = load_library(EXAMPLE_SITE)
    ready = next(iter(site.comparisons.values()))
    pairs = [(pair, None, None) for pair in combinations(site.methods, 2)]
    for name, count in (("een", 3), ("twee", 11)):
        outcome = an_outcome({"count": str(count), "of": "40", "unit": "family"}, population=f"gezinnen van {name}")
        root.write_card(a_card(name=f"Kaart {name}", outcomes=[outcome]), name)
    shared = [(("een", "twee"), None, None), (("twee", "een"), "Wat?", "Dit.")]
    return [memos_of(site, [*pairs, (ready.methods, ready.question, ready.answer)]), memos_of(root.load(), shared)]


def expected(root: Root) -> dict[str, Any]:
    return {
        "stems": stems(),
        "folds": [[text, fold(text), split_words(text)] for text in TEXTS],
        "agrees": [[printed, *share, percentage_agrees(Decimal(printed), *share)] for printed in NUMBERS for share in SHARES],
        "alike": [[typed, next(iter(get_close_matches(typed, CHOICES, 1, LIKENESS)), None)] for typed in TYPED],
        "choices": CHOICES,
        "likeness": LIKENESS,
        "cards": cards(root),
        "search": findable(root),
        "dutch": dutch_texts(),
        "worded": worded(root),
        "told": told_of_examples(root),
        "memos": memos(root),
    }


def test_the_rules_in_javascript_say_what_those_in_python_say(root: Root, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not on this machine")
    file = Path(os.environ.get("EXPECTED", tmp_path / "expected.json"))
    file.write_text(json.dumps(expected(root)), encoding="utf-8")
    tests = sorted(map(str, HERE.glob("*.test.mjs")))
    assert len(tests) > 3
    run = subprocess.run(
        [node, "--test", *tests], cwd=ROOT, env=os.environ | {"EXPECTED": str(file)}, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
