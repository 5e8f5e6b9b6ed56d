"""What the tests make once per run is made once, whole, and a failure is told to every test that needs it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from shared import shared


class Factory:
    """The part of pytest's factory of temporary folders that is used."""

    def __init__(self, base: Path) -> None:
        self.base = base

    def getbasetemp(self) -> Path:
        return self.base


@pytest.fixture
def factory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Factory:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    return Factory(tmp_path)


def test_what_several_need_at_once_is_made_once(factory: Factory) -> None:
    made: list[Path] = []

    def make(target: Path) -> None:
        made.append(target)
        target.mkdir()
        (target / "page.html").write_text("een", encoding="utf-8")

    with ThreadPoolExecutor(4) as workers:
        found = list(workers.map(lambda _: shared(factory, "site", make), range(8)))
    assert made == [found[0]] and set(found) == {found[0]}
    assert (found[0] / "page.html").read_text(encoding="utf-8") == "een"


def test_two_workers_of_one_run_share_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    factories = [Factory(tmp_path / name) for name in ("popen-gw0", "popen-gw1")]
    first, second = (shared(factory, "today", lambda target: target.write_text("1")) for factory in factories)
    assert first == second


def test_what_could_not_be_made_is_not_tried_again_and_says_why(factory: Factory) -> None:
    tried: list[Path] = []

    def make(target: Path) -> None:
        tried.append(target)
        raise ValueError("de kaart is stuk")

    with pytest.raises(ValueError, match="de kaart is stuk"):
        shared(factory, "site", make)
    with pytest.raises(pytest.fail.Exception, match=r"(?s)site could not be made.*ValueError: de kaart is stuk"):
        shared(factory, "site", make)
    assert len(tried) == 1
