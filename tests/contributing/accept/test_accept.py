"""One file holds a whole contribution: the check takes what a card brings along, and one command puts it in its place."""

import io
from pathlib import Path
from typing import Any

import pytest
from builders import Root, a_card

from macros.validation.problems import Problem, Refused
from macros.validation.yaml_reader import read_text
from scripts.accept import main

SOURCE = {"type": "webpage", "title": "Zo werkt het", "publisher": "Stichting Nieuw", "voice": "owner"}
CLUB = {"name": "Stichting Nieuw", "kind": "charity"}
CITED = [{"source": "nieuw-werkwijze"}]
BROUGHT = {"organisations": {"stichting-nieuw": CLUB}, "sources": {"nieuw-werkwijze": SOURCE}}
BLOCK = """\
new_records:
  # wie het deed
  organisations:
    stichting-nieuw: # zonder adres
      name: Stichting Nieuw
      kind: charity
  sources:
    # van de site
    nieuw-werkwijze:
      type: webpage
      title: >-
        Zo werkt
        het
      publisher: Stichting Nieuw
      voice: owner
"""
FLOW = """\
new_records: {organisations: {stichting-nieuw: {name: Stichting Nieuw, kind: charity}}, sources: {nieuw-werkwijze:
  {type: webpage, title: Zo werkt het, publisher: Stichting Nieuw, voice: owner}}}
"""


def a_new_card(**changes: Any) -> dict[str, Any]:
    return a_card(owners=[{"organisation": "stichting-nieuw", "sources": CITED}], sources=CITED, **changes)


def with_block(root: Root, block: str, key: str = "nieuw", **changes: Any) -> Path:
    file = root.write_card(a_new_card(**changes), key)
    file.write_text("# vooraf\n" + file.read_text(encoding="utf-8") + block, encoding="utf-8")
    return file


def run(root: Root, *arguments: str) -> int:
    return main([*arguments, "--root", str(root.path)])


def problems_of(root: Root) -> list[Problem]:
    try:
        root.load()
    except Refused as refused:
        return refused.problems
    return []


def text_of(root: Root, name: str) -> str:
    return (root.path / name).read_text(encoding="utf-8")


# the check


@pytest.mark.parametrize("block", [BLOCK, FLOW], ids=["block", "braces"])
def test_what_a_card_brings_along_is_known_as_if_it_stood_in_data(block: str, root: Root) -> None:
    with_block(root, block)
    library = root.load()
    assert library.methods["nieuw"].owners[0].organisation is library.organisations["stichting-nieuw"]
    assert library.sources["nieuw-werkwijze"].title == "Zo werkt het"


WRONG = [
    ({"sources": {**BROUGHT["sources"], "te-veel": SOURCE}}, "new_records.sources.te-veel", "unused"),
    ({"sources": {"nieuw-werkwijze": {**SOURCE, "voice": "weg"}}}, "new_records.sources.nieuw-werkwijze.voice", "unknown_id"),
    ({"sources": {"nieuw-werkwijze": {}}}, "new_records.sources.nieuw-werkwijze.type", "missing"),
    ({"sources": ["nieuw-werkwijze"]}, "new_records.sources", "dict_type"),
    ({"source": {}}, "new_records.source", "extra_forbidden"),
    ("bron", "new_records", "model_type"),
    (None, "new_records", "empty"),
]


@pytest.mark.parametrize(("brought", "where", "code"), WRONG, ids=[f"{code} at {where}" for _, where, code in WRONG])
def test_a_fault_in_what_comes_along_is_told_at_its_place(brought: Any, where: str, code: str, root: Root) -> None:
    card = a_card(sources=CITED) if isinstance(brought, dict) and "sources" in brought else a_card()
    file = root.write_card({**card, "new_records": brought})
    problems = problems_of(root)
    found = next(one for one in problems if one.where == where)
    assert (found.code, found.path) == (code, "methods/nieuw.yml")
    assert (
        file.read_text(encoding="utf-8")
        .splitlines()[found.position.line - 1]
        .strip()
        .startswith(where.rsplit(".", 1)[-1] if code != "missing" else "nieuw-werkwijze")
    )


def test_what_refers_to_a_faulty_new_record_is_not_told_as_well(root: Root) -> None:
    root.write_card(a_card(sources=CITED) | {"new_records": {"sources": {"nieuw-werkwijze": {**SOURCE, "type": "krant"}}}})
    assert [one.where for one in problems_of(root)] == ["new_records.sources.nieuw-werkwijze.type"]


def test_two_cards_cannot_bring_the_same_id(root: Root) -> None:
    with_block(root, BLOCK)
    with_block(root, BLOCK, "nog-een", name="Nog een")
    assert [(one.path, one.code) for one in problems_of(root)] == [("methods/nog-een.yml", "new_but_there")] * 2


# moving it to data/


@pytest.mark.parametrize("block", [BLOCK, FLOW], ids=["block", "braces"])
def test_it_moves_to_data_and_nothing_else_changes(block: str, root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    file = with_block(root, block)
    before = root.load()
    old = {name: text_of(root, f"data/{name}.yml") for name in ("organisations", "sources")}
    card = file.read_text(encoding="utf-8").removesuffix(block)
    assert run(root) == 0
    assert "data/organisations.yml: erbij stichting-nieuw" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == card
    for name, text in old.items():
        assert text_of(root, f"data/{name}.yml").startswith(text)
        assert set(read_text(text_of(root, f"data/{name}.yml"), "x").value) == set(getattr(before, name))
    assert root.load().methods == before.methods
    assert run(root) == 0
    assert capsys.readouterr().out == "alles staat al op zijn plaats\n"


def test_remarks_move_along(root: Root) -> None:
    with_block(root, BLOCK)
    run(root)
    assert text_of(root, "data/organisations.yml").endswith(
        "\nstichting-nieuw: # zonder adres\n  name: Stichting Nieuw\n  kind: charity\n"
    )
    assert text_of(root, "data/sources.yml").endswith(
        "\n# van de site\nnieuw-werkwijze:\n  type: webpage\n  title: >-\n    Zo werkt\n    het\n"
        "  publisher: Stichting Nieuw\n  voice: owner\n"
    )


def test_two_cards_with_the_same_record_share_it_and_another_record_with_that_id_is_refused(
    root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = with_block(root, BLOCK), with_block(root, BLOCK, "nog-een", name="Nog een")
    other = with_block(root, BLOCK.replace("kind: charity", "kind: municipality"), "derde", name="Derde")
    texts = {file: file.read_text(encoding="utf-8") for file in (first, second, other)}
    assert run(root) == 1
    assert "methods/nieuw.yml:2" in capsys.readouterr().err
    assert {file: file.read_text(encoding="utf-8") for file in texts} == texts  # nothing is done by halves
    other.unlink()
    assert run(root) == 0
    assert text_of(root, "data/sources.yml").count("nieuw-werkwijze:") == 1
    assert problems_of(root) == []


def test_a_dry_run_tells_and_writes_nothing(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    file = with_block(root, BLOCK)
    before = file.read_text(encoding="utf-8")
    assert run(root, str(file), "--dry-run") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Wie dit overneemt")
    assert "- data/sources.yml: erbij nieuw-werkwijze" in told
    assert file.read_text(encoding="utf-8") == before


# what comes by issue or mail


def packed(root: Root) -> str:
    file = with_block(root, BLOCK)
    text = file.read_text(encoding="utf-8")
    file.unlink()
    return f"# methods/nieuw.yml\n{text}"


WAYS = {
    "as it was copied": lambda text: text,
    "in an issue": lambda text: f"### Naam\n\nNieuw\n\n### De kaart\n\n```yaml\n{text}```\n\n### Bent u betrokken?\n\nNee\n",
    "in an issue with a fence inside": lambda text: f"```\neerst iets\n```\n\n````yaml\n{text}````\n\nGroet",
    "quoted in a mail": lambda text: (
        "Beste,\n\n" + "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines()) + "\nGroet"
    ),
    "from Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_card_is_unpacked_whatever_stands_around_it(way: str, root: Root, tmp_path_factory: pytest.TempPathFactory) -> None:
    message = tmp_path_factory.mktemp("mail") / "bericht.txt"
    text = packed(root)
    message.write_bytes(WAYS[way](text).encode())
    assert run(root, "--from", str(message)) == 0
    assert text_of(root, "methods/nieuw.yml") == text.removeprefix("# methods/nieuw.yml\n").removesuffix(BLOCK)
    assert problems_of(root) == []


def test_what_no_card_refers_to_any_more_goes(
    root: Root, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root.write_card(a_card())
    old = "# gaat weg\noude-bron:\n  type: report\n  title: Oud\n  publisher: Oud\n  voice: owner\n"
    root.write("data/sources.yml", root.read("data/sources.yml") + old)
    kept = text_of(root, "data/sources.yml").split("# gaat weg")[0]
    text = packed(root) + "\n# data/sources.yml\n# hier moet weg: oude-bron, nooit-geweest\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert run(root, "--from", "-") == 0
    out = capsys.readouterr().out
    assert "methods/nieuw.yml: vervangt" not in out
    assert "- data/sources.yml: weg oude-bron\n" in out
    assert "oude-bron" not in text_of(root, "data/sources.yml")
    assert text_of(root, "data/sources.yml").startswith(kept)
    assert problems_of(root) == []


HARMFUL = [
    "# methods/../../buiten.yml\nname: x\n",
    "# methods/a/b.yml\nname: x\n",
    "# /etc/passwd.yml\nname: x\n",
    "# methods/Nieuw.yml\nname: x\n",
    "Beste, hierbij een kaart.",
    "",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_a_message_without_the_name_of_a_card_writes_nothing(text: str, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file: file.read_bytes() for file in root.path.rglob("*.yml")}
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert run(root, "--from", "-") == 1
    assert {file: file.read_bytes() for file in root.path.rglob("*.yml")} == before


@pytest.mark.parametrize("text", ["name: [", "- a", "name: x\nname: y"])
def test_a_card_that_cannot_be_read_is_refused_in_words(
    text: str, root: Root, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"# methods/nieuw.yml\n{text}\n"))
    assert run(root, "--from", "-") == 1
    assert " — " in capsys.readouterr().err
    assert not (root.path / "methods" / "nieuw.yml").exists()


def test_what_would_change_can_be_told_in_a_file(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    with_block(root, BLOCK)
    assert run(root, "--dry-run", "--out", str(root.path / "overnemen.md")) == 0
    assert capsys.readouterr().out == ""
    assert "- data/sources.yml: erbij nieuw-werkwijze\n" in text_of(root, "overnemen.md")
