"""How a card is cited: BibTeX, RIS and CSL, each read back as reference managers read it."""

import json
import re
from typing import Any

import pytest
from builders import Root, a_card
from built import ADDRESS, Site

from macros.library.library import Library
from macros.views.card.citation import CitedWork, as_bibtex, as_csl, as_ris, cited_work

AUTHOR = "de bijdragers aan de methodebibliotheek"
LIBRARY = "Methodebibliotheek gezin"
ODD = 'Oud & nieuw: 100% {"eigen"} _kracht_ $5 #1 ~ ^ \\'


def read_bibtex(text: str) -> dict[str, str]:
    """One entry, as BibTeX reads it: a value runs to the brace that closes it."""
    head = re.match(r"@misc\{([^,\s{}]+),\n", text)
    assert head
    fields, rest = {"id": head[1]}, text[head.end() :]
    while found := re.match(r"\s*([a-z]+) = \{", rest):
        depth, place = 1, found.end()
        while depth:
            sign = rest[place]
            if sign == "\\" and rest[place + 1] in "{}\\":
                place += 1
            else:
                depth += {"{": 1, "}": -1}.get(sign, 0)
            place += 1
        fields[found[1]] = rest[found.end() : place - 1]
        rest = rest[place:].removeprefix(",")
    assert rest == "\n}\n"
    return fields


def from_latex(text: str) -> str:
    """What LaTeX would print."""
    names = {"\\textbackslash{}": "\\", "\\textasciicircum{}": "^", "\\textasciitilde{}": "~"}
    text = re.sub("|".join(map(re.escape, names)), lambda found: f"\0{list(names).index(found[0])}", text)
    assert not re.search(r"(?<!\\)[#$%&_]", text)
    plain = re.sub(r"\\([#$%&_{}])", "\0\\1", text)
    plain = re.sub(r"(?<!\0)[{}]", "", plain)
    return re.sub("\0(.)", lambda found: list(names.values())[int(found[1])] if found[1].isdigit() else found[1], plain)


def read_ris(text: str) -> dict[str, str]:
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines), lines
    assert lines[0] == "TY  - ELEC" and lines[-1] == "ER  - "
    found = dict(line.split("  - ", 1) for line in lines)
    assert len(found) == len(lines)
    return found


@pytest.fixture
def odd(root: Root) -> CitedWork:
    return cited_work(root.method(a_card(name=ODD, reviewed="2024-05")), LIBRARY, AUTHOR, f"{ADDRESS}methoden/nieuw/")


def test_bibtex_gives_back_what_was_written(odd: CitedWork) -> None:
    found = read_bibtex(as_bibtex(odd))
    assert found["id"] == "nieuw"
    assert from_latex(found["title"]) == ODD
    assert from_latex(found["author"]) == AUTHOR and found["author"].startswith("{")
    assert found["url"] == f"{ADDRESS}methoden/nieuw/"
    assert (found["year"], found["note"]) == ("2024", "Nagekeken op mei 2024")


def test_ris_gives_back_what_was_written(odd: CitedWork) -> None:
    found = read_ris(as_ris(odd))
    assert (found["TI"], found["AU"], found["T2"], found["UR"]) == (ODD, AUTHOR, LIBRARY, f"{ADDRESS}methoden/nieuw/")
    assert (found["PY"], found["DA"]) == ("2024", "2024/05//")


def test_csl_gives_back_what_was_written(odd: CitedWork) -> None:
    (found,) = json.loads(json.dumps(as_csl(odd)))
    assert (found["title"], found["author"], found["container-title"]) == (ODD, [{"literal": AUTHOR}], LIBRARY)
    assert found["issued"] == {"date-parts": [[2024, 5]]}
    assert found["URL"] == f"{ADDRESS}methoden/nieuw/"


def test_what_is_not_known_is_left_out(root: Root) -> None:
    bare = cited_work(root.method(a_card()), LIBRARY, AUTHOR, None)
    assert not {"year", "note", "url"} & set(read_bibtex(as_bibtex(bare)))
    assert not {"PY", "DA", "UR"} & set(read_ris(as_ris(bare)))
    assert not {"issued", "URL"} & set(as_csl(bare)[0])


@pytest.mark.parametrize("name", ["A}, title = {B", "A \\", "{A", "A} B {C", "100 % zeker"])
def test_a_name_cannot_break_out_of_its_field(root: Root, name: str) -> None:
    one = cited_work(root.method(a_card(name=name)), LIBRARY, AUTHOR, None)
    found = read_bibtex(as_bibtex(one))
    assert from_latex(found["title"]) == name
    assert set(found) == {"id", "author", "title", "howpublished", "language"}
    assert read_ris(as_ris(one))["TI"] == name


@pytest.mark.parametrize("which", ["site", "published"])
def test_every_card_offers_its_citation_in_three_forms(which: str, site: Site, published: Site, library: Library) -> None:
    site = {"site": site, "published": published}[which]
    for method in library.methods.values():
        page = site.page(f"methoden/{method.id}/")
        links = {address for _, address in page.addresses()}
        names = [f"{method.id}.bib", f"{method.id}.ris", f"{method.id}.csl.json"]
        assert set(names) <= links
        bib, tagged, style = ((page.path.parent / name).read_bytes().decode() for name in names)
        entry: dict[str, Any] = json.loads(style)[0]
        address = f"{ADDRESS}methoden/{method.id}/" if which == "published" else None
        assert from_latex(read_bibtex(bib)["title"]) == read_ris(tagged)["TI"] == entry["title"] == method.name
        assert read_bibtex(bib).get("url") == read_ris(tagged).get("UR") == entry.get("URL") == address
