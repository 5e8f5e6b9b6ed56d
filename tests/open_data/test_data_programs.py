"""The tables open with the lines that the page about open data shows, in each program that it names, and hold the same."""

import csv
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import duckdb
import pytest
from built import Site, served
from paths import ROOT

from macros.open_data.publication import API
from macros.open_data.table_files import FOLDER, WORKBOOK
from macros.open_data.tables import TABLES

EXAMPLE = "https://methodebibliotheek.example/"
NUMBERS = ("integer", "number")
TEXT = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")


def lines(heading: str) -> str:
    """The example below this heading of the page."""
    return re.search(rf"### {heading}\n.*?```\w+\n(.*?)```", TEXT, re.DOTALL)[1]


def rows_of(site: Site, table: str) -> list[dict[str, str]]:
    with (site.path / FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_pandas_reads_every_table_with_the_types_that_the_package_names(site: Site, tmp_path: Path) -> None:
    check = """
    for name, table in tables.items():
        table.to_csv(f"{OUT}/{name}.csv", index=False)
        print(name, len(table), *(str(kind) for kind in table.dtypes))
    """
    with served(site.path, "/bibliotheek/") as address:
        program = f"OUT = {str(tmp_path)!r}\n" + lines("Met pandas").replace(EXAMPLE, address) + textwrap.dedent(check)
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    told = {words[0]: words[1:] for line in done.stdout.splitlines() if len(words := line.split()) > 3}
    kinds = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}
    for table in TABLES:
        rows = rows_of(site, table.name)
        assert told[table.name] == [str(len(rows)), *(kinds[column.kind] for column in table.columns)]
        with (tmp_path / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            for one, other in zip(rows, csv.DictReader(file), strict=True):
                assert [same(value) for value in one.values()] == [same(value) for value in other.values()]
    assert "proportion" in done.stdout


def same(value: str) -> Any:
    """A cell, whichever way a program writes the same number or truth."""
    try:
        return float(value)
    except ValueError:
        return {"True": "true", "False": "false"}.get(value, value)


def test_duckdb_reads_every_table_and_knows_numbers_from_text(site: Site) -> None:
    example = lines("Met DuckDB").replace(EXAMPLE, f"{site.path}/")
    for table in TABLES:
        rows, base = rows_of(site, table.name), duckdb.connect()
        base.execute("SET autoinstall_known_extensions = false")
        base.execute(example.partition(";")[0].replace("outcomes", table.name))
        names = [column.name for column in table.columns]
        found = base.execute(f"SELECT {', '.join(map(quoted, names))} FROM {table.name}").fetchall()
        assert len(found) == len(rows)
        types = dict(base.execute(f"SELECT column_name, column_type FROM (DESCRIBE {table.name})").fetchall())
        for column in table.columns:
            if column.kind in NUMBERS and any(row[column.name] for row in rows):
                assert types[column.name] in ("BIGINT", "DOUBLE"), column.name
    base = duckdb.connect()
    groups = base.execute(example).fetchall()
    counted = {kind: sum(row["kind"] == kind for row in rows_of(site, "outcomes")) for kind, *_ in groups}
    assert {kind: results for kind, results, _ in groups} == counted and len(counted) > 3


def quoted(name: str) -> str:
    return f'"{name}"'


def test_r_reads_every_table(site: Site) -> None:
    program = shutil.which("Rscript")
    if not program:
        pytest.skip("R is no package of PyPI or npm; where Rscript is, as of the package r-base-core, this runs")
    with served(site.path, "/bibliotheek/") as address:
        example = lines("Met R").replace(EXAMPLE, address)
        for table in TABLES:
            script = example.replace("print(table(outcomes$kind))", "cat(nrow(outcomes), sapply(outcomes, class), sep = '\\n')")
            script = script.replace("outcomes.csv", f"{table.name}.csv")
            done = subprocess.run([program, "-e", script], capture_output=True, text=True, encoding="utf-8", timeout=600)
            assert done.returncode == 0, done.stderr
            count, *classes = done.stdout.split()
            rows = rows_of(site, table.name)
            assert int(count) == len(rows)
            for column, kind in zip(table.columns, classes, strict=True):
                if column.kind in NUMBERS and any(row[column.name] for row in rows):
                    assert kind in ("integer", "numeric"), column.name
        done = subprocess.run([program, "-e", example], capture_output=True, text=True, encoding="utf-8", timeout=600)
        assert "proportion" in done.stdout, done.stderr


def test_the_page_says_which_csv_is_for_programs_and_which_for_a_dutch_spreadsheet(site: Site) -> None:
    page = site.page("data/")
    heads = [cell.text for cell in page.elements("th") if cell.text]
    assert "Voor een Nederlandse spreadsheet" in heads and "Voor programma's" in heads
    links = {element.get("href", "").rpartition("/")[2]: "".join(element.itertext()) for element in page.elements("a")}
    for table in TABLES:
        assert links[f"{table.name}.csv"] == f"CSV met komma's: {table.title}"
        assert links[f"{table.title}.csv"] == f"CSV met puntkomma's: {table.title}"
    assert "filter boven elke kolom" in page.text and WORKBOOK.startswith(API)
