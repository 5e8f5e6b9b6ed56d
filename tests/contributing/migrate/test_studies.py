"""A card of before studies: carried over without a claim lost or changed, and without touching what was not asked."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.contributing.migrate.steps import carried_over as all_steps
from macros.contributing.migrate.studies import carried_over
from macros.model.evidence import Outcome
from macros.validation.problems import Refused
from scripts import migrate

FORMER = sorted((Path(__file__).parent / "former").glob("*.yml"))


def holders(values: dict[str, Any]) -> list[dict[str, Any]]:
    """What has results in a file: the card, or each tool."""
    return [values] if "outcomes" in values else [inner for inner in values.values() if "outcomes" in inner]


@pytest.mark.parametrize("file", FORMER, ids=lambda file: file.stem)
def test_no_claim_is_lost_or_changed(file: Path) -> None:
    before = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    after = yaml.load(carried_over(file.read_text(encoding="utf-8")), Loader=yaml.BaseLoader)
    assert {**before, "outcomes": 0, "studies": 0}.keys() >= after.keys()
    for old, new in zip(holders(before), holders(after), strict=True):
        studies = {study["id"]: study for study in new["studies"]}
        assert len(studies) == len(new["studies"]) <= len(old["outcomes"])
        for was, now in zip(old["outcomes"], new["outcomes"], strict=True):
            study = studies[now["study"]]
            assert {name: study.get(name) for name in Outcome.former_fields} == {
                name: was.get(name) for name in Outcome.former_fields
            }
            assert now.get("period", study.get("period")) == was.get("period")
            assert {one["source"] for one in was["sources"]} <= {one["source"] for one in study["sources"]}
            kept = {name: value for name, value in was.items() if name not in Outcome.former_fields and name != "period"}
            assert {name: now[name] for name in kept} == kept


@pytest.mark.parametrize("file", FORMER, ids=lambda file: file.stem)
def test_every_line_that_has_nothing_to_do_with_studies_stays_as_it_was(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    after = carried_over(before).splitlines()
    moved = re.compile(r" *(- )?(design|evaluator|evaluator_note|independent|period):")
    assert [line for line in before.splitlines() if line not in after and not moved.match(line)] == []


@pytest.mark.parametrize("file", FORMER, ids=lambda file: file.stem)
def test_a_card_in_the_form_of_today_stays_byte_for_byte(file: Path) -> None:
    once = all_steps(file.read_text(encoding="utf-8"))
    assert all_steps(once) == once


SOURCES = "    sources: [{source: verslag}]\n"


def test_results_of_one_study_share_it_and_those_that_differ_have_their_own() -> None:
    text = (
        "outcomes:\n"
        f"  - id: een\n    design: rct\n    period: {{from: 2019}}\n{SOURCES}"
        f"  - id: twee\n    design: rct\n    period: {{from: 2019}}\n{SOURCES}"
        f"  - id: drie\n    design: monitoring\n{SOURCES}"
        f"  - id: vier\n    design: rct\n    period: {{from: 2021}}\n    sources: [{{source: ander}}]\n"
    )
    values = yaml.load(carried_over(text), Loader=yaml.BaseLoader)
    assert [one["study"] for one in values["outcomes"]] == ["rct", "rct", "monitoring", "rct-2"]
    assert [(one["id"], one.get("period")) for one in values["studies"]] == [
        ("rct", {"from": "2019"}),
        ("monitoring", None),
        ("rct-2", {"from": "2021"}),
    ]


def test_a_period_that_differs_within_a_study_stays_with_the_result() -> None:
    text = (
        f"outcomes:\n  - id: een\n    design: rct\n    period: {{from: 2019}}\n{SOURCES}"
        f"  - id: twee\n    design: rct\n    period: {{from: 2020}}\n{SOURCES}"
    )
    values = yaml.load(carried_over(text), Loader=yaml.BaseLoader)
    assert [one["period"] for one in values["outcomes"]] == [{"from": "2019"}, {"from": "2020"}]
    assert "period" not in values["studies"][0]


def test_remarks_stay() -> None:
    text = f"outcomes:\n  # eerst dit\n  - id: een  # het hoofdresultaat\n    design: rct  # geloot\n{SOURCES}# tot zover\n"
    after = carried_over(text)
    for remark in ("# eerst dit", "# het hoofdresultaat", "# geloot", "# tot zover"):
        assert after.count(remark) == 1


@pytest.mark.parametrize(
    "outcome",
    [
        "  - {id: een, design: rct, independent: 'no', sources: [{source: verslag}]}\n",
        "  - design: rct\n    independent: 'no'\n    id: een\n    sources:\n      - {source: verslag}\n",
        "  - id: een\n    evaluator_note: >-\n      wie dit mat,\n      staat er niet\n    design: rct\n"
        "    independent: 'no'\n    sources:\n      - {source: verslag}\n",
    ],
    ids=["between braces", "id not first", "folded text"],
)
def test_however_it_was_written_it_is_carried_over(outcome: str) -> None:
    values = yaml.load(carried_over(f"name: Zo 😀\noutcomes:\n{outcome}reviewed: 2020-01-01\n"), Loader=yaml.BaseLoader)
    (study,), (found,) = values["studies"], values["outcomes"]
    assert (study["id"], study["design"], study["independent"]) == ("rct", "rct", "no")
    assert found == {"id": "een", "study": "rct", "sources": [{"source": "verslag"}]}
    assert (values["name"], values["reviewed"]) == ("Zo 😀", "2020-01-01")


def test_the_ends_of_lines_of_windows_stay() -> None:
    after = carried_over(f"outcomes:\n  - id: een\n    design: rct\n{SOURCES}".replace("\n", "\r\n"))
    assert after.count("\n") == after.count("\r\n")


def test_a_card_half_carried_over_keeps_its_studies() -> None:
    text = (
        f"studies:\n  - id: rct\n    design: rct\n{SOURCES}"
        f"outcomes:\n  - id: een\n    study: rct\n{SOURCES}  - id: twee\n    design: rct\n    independent: 'no'\n{SOURCES}"
    )
    values = yaml.load(carried_over(text), Loader=yaml.BaseLoader)
    assert [one["id"] for one in values["studies"]] == ["rct", "rct-2"]
    assert [one["study"] for one in values["outcomes"]] == ["rct", "rct-2"]


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(Refused):
        carried_over("outcomes: [\n")


# the command


def test_the_command_carries_over_cards_and_tools_and_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in FORMER:
        folder = tmp_path / ("data" if file.stem == "tools" else "methods")
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_bytes(file.read_bytes())
    card = tmp_path / "methods" / "dok.yml"
    assert migrate.main(["--root", str(tmp_path), "--dry-run"]) == 0
    assert "design: own-report" in card.read_text(encoding="utf-8").partition("outcomes:")[2]
    assert f"{card}: kan worden omgezet" in capsys.readouterr().out
    assert migrate.main(["--root", str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(FORMER)
    assert "design:" not in card.read_text(encoding="utf-8").partition("outcomes:")[2]
    assert migrate.main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "alles staat al zoals het nu hoort\n"


def test_nothing_is_written_if_one_file_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "goed.yml", tmp_path / "fout.yml"
    text = f"outcomes:\n  - id: een\n    design: rct\n{SOURCES}"
    good.write_text(text, encoding="utf-8")
    bad.write_text("outcomes: [\n", encoding="utf-8")
    assert migrate.main([str(good), str(bad), str(tmp_path / "weg.yml")]) == 1
    assert good.read_text(encoding="utf-8") == text
    said = capsys.readouterr().err
    assert "fout.yml" in said and "weg.yml: dit bestand is niet te lezen" in said
