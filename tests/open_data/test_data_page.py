"""The page about open data: complete, and every example on it works against the built site."""

import html
import re
import shlex
import shutil
import subprocess
import sys
import urllib.request

import pytest
from built import Site, served
from open_data_fixtures import json_files, read_json
from paths import ROOT

from macros.library.library import Library
from macros.open_data.publication import API
from macros.open_data.table_files import csv_path, dutch_csv_path
from macros.open_data.tables import TABLES

PAGE = "data/"
EXAMPLE = "https://methodebibliotheek.example/"


def examples(language: str) -> list[str]:
    text = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_page_leads_to_every_kind_of_file(site: Site) -> None:
    page = site.page(PAGE)
    linked = {site.target(page, address)[0] for _, address in page.addresses() if "://" not in address}
    files = {path.relative_to(site.path).as_posix() for path in linked}
    schemas = {path.relative_to(site.path).as_posix() for path in (site.path / API / "schema").iterdir()}
    tables = {path.relative_to(site.path).as_posix() for path in (site.path / API / "tables").iterdir()}
    lists = {file for file in json_files(site.path) if file.count("/") == 2}
    assert schemas | tables | lists <= files
    assert {"catalog.ttl", "catalog.jsonld", f"{API}vocabularies.ttl", f"{API}vocabularies.jsonld"} <= files


def test_the_page_explains_every_column(site: Site) -> None:
    text = site.page(PAGE).text
    for table in TABLES:
        for column in table.columns:
            assert column.title in text and column.help in text, column.name


def test_the_menu_and_every_card_lead_to_the_page(site: Site, library: Library) -> None:
    for address in ("", *(f"methoden/{method_id}/" for method_id in library.methods)):
        page = site.page(address)
        assert site.path / "data" / "index.html" in {
            site.target(page, link)[0] for _, link in page.addresses() if "://" not in link
        }


def test_a_card_leads_to_its_data(site: Site, library: Library) -> None:
    for method_id in library.methods:
        page = site.page(f"methoden/{method_id}/")
        linked = {site.target(page, link)[0] for _, link in page.addresses() if "://" not in link}
        assert site.path / API / "methods" / f"{method_id}.json" in linked


def test_the_example_in_python_prints_every_result_with_its_total_and_counts_the_claims(site: Site, library: Library) -> None:
    first, second, _ = examples("python")  # the third is tried in test_data_programs.py
    with served(site.path, "/bibliotheek/") as address:
        program = (first + second).replace(EXAMPLE, address)
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    expected = [
        f"{method.name}: {outcome.measure.nl}: {outcome.result.count} van {outcome.result.of}"
        for method in library.methods.values()
        for outcome in method.outcomes
        if outcome.result.kind == "proportion"
    ]
    assert expected
    for start in expected:
        assert any(line.startswith(start) for line in lines), start
    assert len(lines) == len(expected) + 1
    assert lines[-1] == f"{read_json(site.path, f'{API}claims.json')['total']} gegevens"


def test_the_example_with_curl_fetches_the_list(site: Site) -> None:
    (command,) = examples("sh")
    words = shlex.split(command)
    assert words[0] == "curl"
    with served(site.path, "/bibliotheek/") as address:
        words = [word.replace(EXAMPLE, address) for word in words]
        if shutil.which("curl"):
            got = subprocess.run([*words, "--silent", "--fail"], capture_output=True, timeout=600, check=True).stdout
        else:
            with urllib.request.urlopen(words[-1]) as answer:
                got = answer.read()
    assert got == (site.path / API / "methods.json").read_bytes()


def test_the_example_for_a_spreadsheet_is_a_table(site: Site) -> None:
    (address,) = examples("text")
    path = address.strip().removeprefix(EXAMPLE)
    assert path in {csv_path(table) for table in TABLES}
    assert (site.path / path).is_file()
    for table in TABLES:
        text = (site.path / dutch_csv_path(table)).read_bytes()
        assert text.startswith(b"\xef\xbb\xbf") and b";" in text.splitlines()[0]


@pytest.mark.parametrize("word", ["CC0", "CC BY 4.0", "v1", "SITE_URL", "gaps", "interval"])
def test_the_page_says_what_one_must_know(site: Site, word: str) -> None:
    assert word in html.unescape(site.page(PAGE).text)
