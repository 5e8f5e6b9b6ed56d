"""The synthetic library of the benchmark is a real one, and its peers get the same cards."""

from pathlib import Path

import pytest
from paths import ROOT

from macros.library.library import Library
from macros.library.loader import load_library
from scripts.benchmark.library import card_files, real_cards, write_library
from scripts.benchmark.measure import MeasurementFailed, measure_output, measure_run
from scripts.benchmark.peers import write_hugo, write_plain
from scripts.benchmark.phases import PHASES, find_owner

CARDS = len(list((ROOT / "methods").glob("*.yml"))) + 13
"""The real ones, and some that are not."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench") / "library"
    write_library(root, CARDS)
    return root


@pytest.fixture
def loaded(library: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")  # the real cards were reviewed after the day of the tests
    return load_library(library)


def synthetic(library: Path) -> list[Path]:
    return [file for file in card_files(library) if file not in real_cards(library)]


def test_all_cards_are_valid_and_everything_is_used(loaded: Library) -> None:
    assert len(loaded.methods) == CARDS


def test_the_same_cards_every_time(library: Path, tmp_path: Path) -> None:
    write_library(tmp_path / "again", CARDS)
    for file in sorted(library.rglob("*.yml")):
        assert file.read_bytes() == (tmp_path / "again" / file.relative_to(library)).read_bytes()


def test_synthetic_cards_are_clearly_artificial(library: Path, loaded: Library) -> None:
    assert synthetic(library)
    for file in synthetic(library):
        method = loaded.methods[file.stem]
        assert method.name.startswith("Kunstmatige methode 0")
        assert method.summary.startswith("Deze kaart is kunstmatig")
        assert method.owners[0].organisation.name.startswith("Kunstmatige organisatie")
        assert {citation.source.id.startswith("kunstmatige-bron") for citation in method.sources} == {True}


def test_every_kind_of_result_occurs(library: Path, loaded: Library) -> None:
    kinds = {outcome.result.kind for file in synthetic(library) for outcome in loaded.methods[file.stem].outcomes}
    assert kinds == {"proportion", "tally", "percentage", "change", "amount", "score", "words", "none-yet"}


def test_fewer_cards_than_real_ones_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="minder dan er echte zijn"):
        write_library(tmp_path / "small", CARDS - 14)


def test_peers_get_a_page_for_each_card(library: Path, tmp_path: Path) -> None:
    write_plain(tmp_path / "plain", library)
    write_hugo(tmp_path / "hugo", library)
    ids = sorted(file.stem for file in card_files(library))
    assert sorted(page.stem for page in (tmp_path / "plain" / "docs" / "methoden").iterdir()) == ids
    assert sorted(card.stem for card in (tmp_path / "hugo" / "data" / "methods").iterdir()) == ids


def test_a_failed_build_is_not_a_measurement(tmp_path: Path) -> None:
    with pytest.raises(MeasurementFailed, match="mis"):
        measure_run(["sh", "-c", "echo mis; exit 3"], tmp_path)


def test_a_missing_page_is_not_a_measurement(tmp_path: Path) -> None:
    with pytest.raises(MeasurementFailed, match="1 van 1"):
        measure_output(tmp_path, ["kaart"])


@pytest.mark.parametrize(("module", "function"), [phase[1:] for phase in PHASES])
def test_the_clocks_know_where_to_sit(module: str, function: str) -> None:
    find_owner(module, function)
