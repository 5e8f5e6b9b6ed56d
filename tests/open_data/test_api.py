"""The published JSON: valid against its schemas, complete, the same as the pages, and never silently changed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from builders import Root, a_card, an_outcome
from built import Site
from jsonschema import Draft202012Validator
from open_data_fixtures import NOWHERE, PUBLICATION, json_files, read_json
from paths import ROOT

from macros.library.library import Library
from macros.library.loader import load_library
from macros.open_data.api import AT_ONCE, Api
from macros.open_data.documents import KINDS, file_schema
from macros.open_data.files import open_data_files
from macros.open_data.publication import API
from macros.views.common.intervals import wilson
from macros.views.evidence.claims import ledger_claims
from scripts.api_members import list_members

SNAPSHOT = Path(__file__).with_name("api_v1.txt")
HOST = "https://elders.example/"


def validator(site: Site, kind: str) -> Draft202012Validator:
    published = read_json(site.path, f"{API}schema/{kind}.json")
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published, format_checker=Draft202012Validator.FORMAT_CHECKER)


# schemas


@pytest.mark.parametrize("which", ["site", "published"])
def test_every_published_file_is_valid_against_the_schema_it_names(which: str, site: Site, published: Site) -> None:
    site = {"site": site, "published": published}[which]
    validators = {f"{API}schema/{kind}.json": validator(site, kind) for kind in KINDS}
    used = set()
    files = json_files(site.path)
    for file in files:
        content = read_json(site.path, file)
        named = urljoin(HOST + file, content["$schema"]).removeprefix(HOST)
        used.add(named)
        errors = [f"{error.json_path}: {error.message[:200]}" for error in validators[named].iter_errors(content)]
        assert not errors, (file, errors[:3])
    assert used | {f"{API}schema/moved.json"} == set(validators)  # no card has moved yet
    assert len(files) > len(KINDS)


def test_a_schema_refuses_what_the_page_would_not_say(site: Site, library: Library) -> None:
    method = read_json(site.path, f"{API}methods/{next(iter(library.methods))}.json")
    check = validator(site, "method")
    assert check.is_valid(method)
    assert not check.is_valid(method | {"rating": 5})
    assert not check.is_valid({name: value for name, value in method.items() if name != "references"})
    assert not check.is_valid(method | {"reviewed": "gisteren"})


def is_a_result_of_more_kinds(line: str, now: list[str]) -> bool:
    """The kinds of results may grow, as the data page says: every result is also published as text."""
    member, _, kinds = line.partition(" result: ")
    others = [one.partition(" result: ") for one in now]
    return bool(kinds) and any(member == name and set(kinds.split(" or ")) <= set(more.split(" or ")) for name, _, more in others)


def test_a_kind_of_result_may_come_and_never_go() -> None:
    assert is_a_result_of_more_kinds("outcome result: score or words", ["outcome result: score or effect or words"])
    assert not is_a_result_of_more_kinds("outcome result: score or words", ["outcome result: score or effect"])
    assert not is_a_result_of_more_kinds("outcome unit: unit", ["outcome unit: unit or text"])


def test_nothing_is_taken_away_from_what_was_published(library: Library) -> None:
    before, now = SNAPSHOT.read_text(encoding="utf-8").splitlines(), list_members(library)
    gone = [line for line in before if line not in now and not is_a_result_of_more_kinds(line, now)]
    assert not gone, (
        f"these members were published and changed or went: {gone}. People and programs rely on them. Give them back, "
        "or publish the new form as v2 beside v1 (VERSION in macros/open_data/publication.py)"
    )
    new = [
        line for line in now if line not in before and line.partition(": ")[0] not in {one.partition(": ")[0] for one in before}
    ]
    assert not new, f"new members: {new}. If that is meant, run: python -m scripts.api_members > tests/open_data/api_v1.txt"


@pytest.mark.heavy
def test_the_members_are_listed_by_a_command() -> None:
    done = subprocess.run([sys.executable, "-m", "scripts.api_members"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == SNAPSHOT.read_text(encoding="utf-8")


# what the files hold


def test_every_file_says_its_licence_version_and_place(published: Site) -> None:
    files = json_files(published.path)
    assert files
    for file in files:
        content = read_json(published.path, file)
        assert content["data_license"] == "https://creativecommons.org/publicdomain/zero/1.0/", file
        assert content["version"] == "1" and file.startswith("api/v1/"), file
        assert content["site"] == "https://voorbeeld.example/bibliotheek/"


def test_without_a_known_address_every_file_leads_to_the_root_by_itself(site: Site) -> None:
    files = json_files(site.path)
    assert files
    for file in files:
        assert urljoin(HOST + file, read_json(site.path, file)["site"]) == HOST, file


def test_every_address_in_the_data_is_a_page_or_a_place_on_one(site: Site) -> None:
    seen = set()
    for file in json_files(site.path):
        for address in _addresses(read_json(site.path, file)):
            if "<id>" not in address:
                seen.add(address)
    assert len(seen) > 300
    for address in seen:
        path, _, anchor = address.partition("#")
        if path.endswith(".json"):
            assert (site.path / path).is_file(), address
        else:
            assert path in site.pages, address
            assert not anchor or anchor in site.page(path).ids, address


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "address" in value and "anchor" not in value:
            yield value["address"]
            yield from (f"{value['address']}#{outcome['anchor']}" for outcome in value.get("outcomes", ()))
        yield from (address for inner in value.values() for address in _addresses(inner))
    elif isinstance(value, list):
        yield from (address for inner in value for address in _addresses(inner))


def test_the_index_names_every_kind_of_file(site: Site, library: Library) -> None:
    documents = read_json(site.path, f"{API}index.json")["documents"]
    first = {"methods": next(iter(library.methods)), "organisations": next(iter(library.organisations))}
    for document in documents:
        if document["schema"].endswith("/moved.json"):
            continue  # no card has moved yet
        folder = document["address"].split("/")[2]
        assert (site.path / document["address"].replace("<id>", first.get(folder, ""))).is_file()
        assert (site.path / document["schema"]).is_file()
    assert len(documents) == len(KINDS)


def test_the_list_of_methods_counts_what_its_facets_say(site: Site, library: Library) -> None:
    listed = read_json(site.path, f"{API}methods.json")
    assert listed["total"] == len(listed["methods"]) == len(library.methods)
    for facet in listed["facets"]:
        values = {value["id"]: value["count"] for value in facet["values"]}
        found = [set(method["facets"][facet["id"]]) for method in listed["methods"]]
        assert values == {value: sum(value in one for one in found) for one in found for value in one}, facet["id"]
    for method in listed["methods"]:
        whole = read_json(site.path, f"{API}methods/{method['id']}.json")
        assert method["facets"] == whole["facets"]


def test_the_interval_in_the_data_is_that_of_wilson(site: Site, library: Library) -> None:
    seen = 0
    for method_id in library.methods:
        for outcome in read_json(site.path, f"{API}methods/{method_id}.json").get("outcomes", []):
            result = outcome["result"]
            assert ("interval" in result) == (result["kind"] == "proportion")
            if result["kind"] == "proportion":
                seen += 1
                interval = wilson(result["count"], result["of"])
                assert result["interval"] == {"low": interval.low, "high": interval.high, "level": 0.95}
    assert seen


def test_every_source_that_a_file_cites_stands_in_it_in_full(site: Site, library: Library) -> None:
    files = [f"{API}methods/{method_id}.json" for method_id in library.methods] + [f"{API}claims.json", f"{API}tools.json"]
    for file in files:
        content = read_json(site.path, file)
        known = {source["id"]: source for source in content["references"]}
        cited = set(_cited(content))
        assert cited == set(known), file
        assert all(source["title"] and source["publisher"] and source["voice"]["nl"] for source in known.values())


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("source"), str):
            yield value["source"]
        if "others" in value:
            yield from (source for other in value["others"] for source in other["sources"])
        yield from (found for inner in value.values() for found in _cited(inner))
    elif isinstance(value, list):
        yield from (found for inner in value for found in _cited(inner))


def test_every_claim_of_the_ledger_is_in_the_data_once(site: Site, library: Library) -> None:
    content = read_json(site.path, f"{API}claims.json")
    ids = [claim["id"] for claim in content["claims"]]
    assert ids == [f"{one.subject.id}/{one.id}" for one in ledger_claims(library)]
    assert len(set(ids)) == len(ids) == content["total"]
    assert "next" not in content


def test_every_claim_in_the_file_of_a_method_has_its_permanent_address(site: Site, library: Library) -> None:
    ledger = {claim["id"]: claim["address"] for claim in read_json(site.path, f"{API}claims.json")["claims"]}
    seen = 0
    for method_id in library.methods:
        content = read_json(site.path, f"{API}methods/{method_id}.json")
        for claim in content["claims"]:
            seen += 1
            assert ledger[claim["id"]] == claim["address"]
            record: Any = content
            for step in claim["at"].split("/")[1:]:
                record = record[int(step)] if isinstance(record, list) else record[step]
            assert {"statement", "says", "count", "amount", "level", "step", "name"} & set(record), claim
    tools = [claim for claim in ledger if claim.split("/")[0] in library.tools]
    assert seen == len(ledger) - len(tools) > 50


def test_many_claims_are_divided_over_files_that_lead_to_each_other(root: Root) -> None:
    outcomes = [an_outcome({"count": 1, "of": 2, "unit": "family"}, id=f"u{number}") for number in range(AT_ONCE)]
    root.write_card(a_card(outcomes=outcomes))
    files = {path: json.loads(text) for path, text in Api(root.load(), PUBLICATION).claims()}
    assert list(files) == [f"{API}claims.json", f"{API}claims/2.json"]
    first, second = files.values()
    assert first["next"] == f"{API}claims/2.json" and "next" not in second
    assert len(first["claims"]) == AT_ONCE and len(first["claims"]) + len(second["claims"]) == first["total"] == second["total"]
    assert not {claim["id"] for claim in first["claims"]} & {claim["id"] for claim in second["claims"]}


def test_a_method_that_is_gone_leaves_a_file_that_says_where_it_went(root: Root) -> None:
    root.write_card(a_card(name="Nu zo"), "nieuw")
    gone = {"removed": "2024-12-01", "name": "Weg", "reason": "De eigenaar is gestopt."}
    root.write("data/moved.yml", {"oud": {"to": "nieuw"}, "weg": gone, "ouder": {"to": "oud"}, "eerder-weg": {"to": "weg"}})
    api = Api(root.load(), NOWHERE)
    check = Draft202012Validator(file_schema("moved", api.write))
    found = {}
    for path, text in api.moved():
        content = json.loads(text)
        check.validate(content)
        found[path.removeprefix(f"{API}methods/")] = {name: content[name] for name in content if name not in ("$schema", "site")}
    new = {"moved_to": {"id": "nieuw", "name": "Nu zo"}, "data": f"{API}methods/nieuw.json"}
    for old in ("oud", "ouder"):
        assert new.items() <= found[f"{old}.json"].items()
    for old in ("weg", "eerder-weg"):
        assert gone.items() <= found[f"{old}.json"].items()


def test_a_library_without_claims_still_has_the_file(root: Root) -> None:
    card = root.write_card(a_card())
    root.write("data/tools.yml", "{}\n")
    files = {path: json.loads(text) for path, text in Api(load_library(root.path, cards=[card]), NOWHERE).claims()}
    assert [(path, content["total"], content["claims"]) for path, content in files.items()] == [(f"{API}claims.json", 0, [])]


def test_odd_text_comes_through_as_it_was_typed(root: Root) -> None:
    summary = "Tekst met *nadruk*, een [verwijzing](https://voorbeeld.example/) en een & teken."
    root.write_card(a_card(name="Oog & 'oor'", summary=summary))
    files = dict(Api(root.load(), NOWHERE).methods())
    content = json.loads(files[f"{API}methods/nieuw.json"])
    assert (content["name"], content["summary"]) == ("Oog & 'oor'", summary)


@pytest.mark.heavy
def test_the_same_library_gives_the_same_bytes(project: Path, today: str) -> None:
    values = {"SOURCE_DATE_EPOCH": today, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'support'}"}
    command = [sys.executable, "-c", _WRITE, str(project)]
    made = [
        subprocess.run(
            command, cwd=ROOT, capture_output=True, check=True, env={**os.environ, **values, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    assert made[0].count(b"\n") > 60


_WRITE = """
import hashlib, sys
from itertools import chain
from pathlib import Path
from macros.library.loader import load_library
from macros.open_data.files import open_data_files
from open_data_fixtures import PUBLICATION
for path, content in chain.from_iterable(group.make() for group in open_data_files(load_library(Path(sys.argv[1])), PUBLICATION)):
    print(path, hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest())
"""


def test_no_two_files_have_one_path(library: Library) -> None:
    paths = [path for group in open_data_files(library, PUBLICATION) for path, _ in group.make()]
    assert len(paths) == len(set(paths)) > 60
