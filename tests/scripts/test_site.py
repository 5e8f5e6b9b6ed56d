"""`python -m scripts.site` when something outside it goes wrong: one Dutch sentence, exit code 1, and the site that was there."""

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.parallel import WorkerPool
from scripts import site
from scripts.writing import mkdocs_site
from scripts.writing.replacing_folder import replacing_folder
from scripts.writing.site_inputs import forget_empty_epoch

PARENT = os.getpid()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What the command looks at before it builds; the building itself is replaced by each test."""
    for name in site.SOURCES:
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").touch()
    with replacing_folder(tmp_path / "site", site.SITE) as new:
        (new / "index.html").write_text("oud", encoding="utf-8")
    return tmp_path


def run(root: Path, to: Path, monkeypatch: pytest.MonkeyPatch, build: Callable[[], object]) -> int:
    monkeypatch.setattr(mkdocs_site, "load_config", lambda *_, **__: type("Config", (), {"extra": {}}))
    monkeypatch.setattr(mkdocs_site, "build", lambda _: build())
    return site.main(["--root", str(root), "--to", str(to)])


def raising(error: BaseException) -> Callable[[], object]:
    def build() -> None:
        raise error

    return build


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "site/x.html"), "site/x.html: de schijf is vol"),
        (OSError(errno.EROFS, "Read-only file system", "site/x.html"), "site/x.html: van deze schijf kan alleen gelezen worden"),
        (PermissionError(errno.EACCES, "Permission denied", "site"), "site: daarvoor hebt u geen rechten"),
        (OSError(errno.EMFILE, "Too many open files"), "er zijn te veel bestanden tegelijk open"),
        (OSError(errno.ENOSYS, "Function not implemented"), "het systeem meldt “Function not implemented”"),
    ],
)
def test_what_the_system_refuses_is_one_sentence_and_the_old_site_stays(
    error: BaseException, said: str, root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(root, root / "site", monkeypatch, raising(error)) == 1
    assert capfd.readouterr().err == f"de site is niet gebouwd: {said}\n"
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "oud"
    assert not list(root.glob(".site*"))


def refuse_elsewhere(parent: int, number: int) -> None:
    if os.getpid() != parent:
        raise OSError(number, os.strerror(number), "zoek.json")


def die_elsewhere(parent: int) -> None:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (lambda: refuse_elsewhere(PARENT, errno.ENOSPC), "zoek.json: de schijf is vol"),
        (lambda: refuse_elsewhere(PARENT, errno.EIO), "zoek.json: de schijf geeft een fout"),
        (lambda: die_elsewhere(PARENT), "een hulpproces is door het systeem gestopt (signaal 9); vaak is dan het geheugen op"),
    ],
)
def test_what_happens_to_a_worker_is_one_sentence_too(
    job: Callable[[], None], said: str, root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def build() -> None:
        pool = WorkerPool([job] * 2, processes=2)
        pool._children[0].told.peek()  # until the worker has done its part
        pool.finish()

    assert run(root, root / "site", monkeypatch, build) == 1
    assert capfd.readouterr().err == f"de site is niet gebouwd: {said}\n"
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "oud"


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("methods", "{to} ligt in methods/, tussen de bronnen; kies een andere map"),
        ("docs/site", "{to} ligt in docs/, tussen de bronnen; kies een andere map"),
        ("data/../data/vocabularies", "{to} ligt in data/, tussen de bronnen; kies een andere map"),
        (".", "{to} is niet leeg en niet door een bouw gemaakt; kies een andere map"),
        ("mkdocs.yml", "{to} is een bestand; kies een map"),
    ],
)
def test_what_the_site_is_made_from_is_never_its_place(
    to: str, said: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "methods" / "kaart.yml").write_text("name: kaart\n", encoding="utf-8")
    assert run(root, root / to, monkeypatch, lambda: None) == 1
    assert capsys.readouterr().err == f"de site is niet gebouwd: {said.format(to=root / to)}\n"
    assert (root / "methods" / "kaart.yml").exists()


def test_without_a_library_nothing_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.main(["--root", str(tmp_path), "--to", str(tmp_path / "site")]) == 1
    said = f"de site is niet gebouwd: in {tmp_path} staat geen mkdocs.yml; geef met --root de map van de bibliotheek\n"
    assert capsys.readouterr().err == said
    assert not list(tmp_path.iterdir())


def test_an_empty_moment_in_the_environment_is_no_moment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    forget_empty_epoch()
    assert "SOURCE_DATE_EPOCH" not in os.environ
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    forget_empty_epoch()
    assert os.environ["SOURCE_DATE_EPOCH"] == "0"
