"""The memo: everything in it is on a card, with what weighs it; and the files of it are sound."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from built import Site
from docx import Document
from docx.oxml.ns import qn

from macros.library.library import Library
from macros.views.card.key_facts import key_facts
from macros.views.card.talk import talk_answers
from macros.views.common.comparability import STANDING_SENTENCES
from macros.views.common.paper import EndNotes, Heading, Items, Paper, PaperTable
from macros.views.compare.memo import ALL_KNOWN, Memo, memo_method, memo_result, memo_view
from macros.views.compare.memo_paper import memo_paper
from macros.views.compare.ready import memo_link, quoted_answer, ready_link
from macros.views.compare.short_rows import SHORT_ROWS

PAIR = ("voorbeeld-thuis", "voorbeeld-kort")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def memo_of(library: Library, ids: tuple[str, ...] = PAIR) -> Memo:
    return memo_view(library, ids, f"vergelijken/?m={','.join(ids)}")


def paper_of(library: Library, ids: tuple[str, ...] = PAIR) -> Paper:
    return memo_paper(memo_of(library, ids), "https://voorbeeld.example/", "Voorbeeldbibliotheek")


def ready_memos(library: Library) -> list[Memo]:
    return [
        memo_view(library, one.methods, ready_link(one.id), one.question, quoted_answer(one, library))
        for one in library.comparisons.values()
    ]


def test_a_memo_has_its_parts_in_order(root: Root) -> None:
    paper = paper_of(root.load())
    assert paper.title == "Memo: Wat is er bekend over Voorbeeld Thuis en Voorbeeld Kort?"
    assert [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 2] == [
        "De methoden naast elkaar",
        "Wat er landelijk gebeurt, bij andere gezinnen",
        "Waar u op moet letten",
        "Wat u niet uit het belangrijkste resultaat kunt opmaken",
        "Wat wij niet weten",
        "Bronnen",
    ]
    table = next(block for block in paper.blocks if isinstance(block, PaperTable))
    assert table.head == ("", "Voorbeeld Thuis", "Voorbeeld Kort")
    assert [row[0][0].text for row in table.rows] == [label for _, label, _ in SHORT_ROWS]


def test_it_has_three_cautions_and_says_whether_results_may_be_compared(root: Root) -> None:
    memo = memo_of(root.load())
    assert memo.cautions[0] == memo.comparability and len(memo.cautions) == 3
    assert all(
        any(sentence in caution for caution in memo.cautions) for sentence in (STANDING_SENTENCES[0], STANDING_SENTENCES[3])
    )


def test_results_on_one_scale_stand_beside_each_other_with_all_that_weighs_them(root: Root) -> None:
    for name, count in (("een", "3"), ("twee", "39")):
        result = an_outcome({"count": count, "of": "40", "unit": "family"}, population=f"gezinnen van {name}")
        root.write_card(a_card(name=f"Kaart {name}", outcomes=[result]), name)
    (scale,) = memo_of(root.load(), ("een", "twee")).scales
    assert scale.about == "Dezelfde maat, geteld in gezinnen. Let op: andere groep; periode niet van allebei bekend."
    name, (number, whom, how) = scale.results[0]
    assert (name, number.lead) == ("Kaart een", "3 van 40 gezinnen.")
    assert number.text.startswith("8%, 95%-interval 3–20%; ") and number.text.endswith(": gunstig.")
    assert (whom.text, [one.source.id for one in how.sources]) == ("Gezinnen van een.", [SOURCES[0]["source"]])


def test_what_is_not_known_is_said_and_a_whole_card_says_that(root: Root) -> None:
    memo = memo_of(root.load())
    assert all(one.unknown.endswith(".") for one in memo.methods)
    assert "de kosten" in memo.methods[1].unknown and ALL_KNOWN not in memo.methods[1].unknown


def test_without_an_address_it_has_no_links_to_the_site(root: Root) -> None:
    paper = memo_paper(memo_of(root.load()), "", "Voorbeeldbibliotheek")
    notes = next(block for block in paper.blocks if isinstance(block, EndNotes))
    others = [block for block in paper.blocks if not isinstance(block, EndNotes)]
    assert "link='" not in repr(others) and notes.items


def test_every_mark_has_its_source_and_every_source_its_mark(library: Library) -> None:
    for memo in ready_memos(library):
        paper = memo_paper(memo, "", "x")
        runs = [run for block in paper.blocks for run in _runs(block)]
        (notes,) = (block for block in paper.blocks if isinstance(block, EndNotes))
        assert sorted({number for run in runs for number in run.notes}) == list(range(1, len(notes.items) + 1)) != []


def _runs(block: object) -> list:
    if isinstance(block, PaperTable):
        return [run for row in block.rows for cell in row for run in cell]
    if isinstance(block, Items | EndNotes):
        return [run for item in block.items for run in item]
    return list(getattr(block, "runs", ()))


def test_every_number_of_a_memo_and_of_the_sheet_to_talk_through_stands_on_its_card(library: Library, site: Site) -> None:
    """What they reckon, they reckon as the card does."""
    seen = 0
    for method in library.methods.values():
        key = key_facts(method, library)
        memo = memo_method(method, key)
        cells = [
            f"{cell.lead} {cell.text}" for cell in (*memo.cells, *(one for each in method.outcomes for one in memo_result(each)))
        ]
        told = " ".join([*cells, memo.not_to_conclude, memo.unknown, *(answer for _, answer in talk_answers(method, key))])
        numbers = set(NUMBER.findall(told))
        assert numbers <= set(NUMBER.findall(site.pages[memo.link].text)), method.id
        seen += len(numbers)
    assert seen > 10


def test_the_word_file_of_every_ready_made_comparison_is_sound(library: Library, site: Site) -> None:
    for one in library.comparisons.values():
        document = Document(str(site.path / memo_link(one.id, "docx")))
        levels = [int(part.style.name[-1]) for part in document.paragraphs if part.style.name.startswith("Heading")]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        table = document.tables[0]
        assert [cell.text for cell in table.rows[0].cells][1:] == [library.methods[name].name for name in one.methods]
        assert table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}") and len(table.rows) == len(SHORT_ROWS) + 1
        assert all(each._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) for each in document.tables)
        assert document.core_properties.language == "nl-NL" and document.core_properties.title == f"Memo: {one.question}"
        assert one.question in (site.path / memo_link(one.id, "txt")).read_text(encoding="utf-8")


def test_libreoffice_keeps_the_memo_on_a_few_pages(library: Library, site: Site, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    file = site.path / memo_link(next(iter(library.comparisons)), "docx")
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    about_the_file = [line for line in done.stderr.splitlines() if "java" not in line]  # which may be absent, and is not needed
    assert about_the_file == []
    pages = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{file.stem}.pdf").read_bytes()))
    assert 1 <= pages <= 8
