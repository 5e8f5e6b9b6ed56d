"""`python -m scripts.memo`: the memo as Word or Markdown, or why there is none."""

from pathlib import Path

import pytest
from builders import Root
from docx import Document

from scripts.memo import main

PAIR = ("voorbeeld-thuis", "voorbeeld-kort")


def memo(root: Root, *arguments: object) -> int:
    return main(["--root", str(root.path), *map(str, arguments)])


def test_it_writes_what_the_ending_asks(root: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://voorbeeld.example/bibliotheek")
    assert [memo(root, *PAIR, "--out", tmp_path / "nieuw" / name) for name in ("memo.docx", "memo.md")] == [0, 0]
    text = (tmp_path / "nieuw" / "memo.md").read_text(encoding="utf-8")
    assert "https://voorbeeld.example/bibliotheek/vergelijken/?m=voorbeeld-thuis,voorbeeld-kort" in text
    title = Document(str(tmp_path / "nieuw" / "memo.docx")).paragraphs[0].text
    assert f"# {title}" == text.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*PAIR, "--out", "memo.pdf"), "memo.pdf eindigt niet op .docx of .md\n"),
        (("voorbeeld-thuis", "--out", "memo.md"), "noem twee tot vier verschillende methoden\n"),
        (("voorbeeld-thuis", "voorbeeld-thuis", "--out", "memo.md"), "noem twee tot vier verschillende methoden\n"),
        (("voorbeeld-thuis", "nergens", "--out", "memo.md"), 'er is geen kaart "nergens"'),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_sentence(
    arguments: tuple[str, ...], said: str, root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    assert memo(root, *arguments) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(said) and shown.err.count("\n") == 1 and not shown.out


def test_a_card_with_problems_is_told(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.write_card({"name": "Half"})
    assert memo(root, *PAIR, "--out", "memo.md") == 1
    assert "nieuw.yml" in capsys.readouterr().out
