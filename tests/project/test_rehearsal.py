"""What the workflows publish and show, from the same commands in a clone as the forge makes it: no secrets, no network."""

import shutil
from pathlib import Path

import feedparser
import pytest
from builders import Root
from past import Past
from paths import EXAMPLE_SITE, ROOT, tracked
from rehearsal import OWNER_ADDRESS, Rehearsal, Run, github_job, gitlab_job
from shared import shared

NEW, CHANGED = "sirius-familiezorg", "dok"
"""A card that came in by the second commit, and one that the third changed."""
MERGED = "samengevoegd"
NEW_DAY, CHANGED_DAY = "2 januari 2024", "3 januari 2024"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared(tmp_path_factory, "origin", _make_origin)


def _make_origin(target: Path) -> None:
    """The project as it lies here with the invented library, and a past of three commits. On a branch stands what a
    forge checks out for a proposal: the merge that accepting it would make."""
    _copy_project(target)
    card = target / "methods" / f"{NEW}.yml"
    text = card.read_text(encoding="utf-8")
    card.unlink()
    past = Past(Root(target))
    past.commit()
    card.write_text(text, encoding="utf-8")
    past.commit()
    other = target / "methods" / f"{CHANGED}.yml"
    other.write_text(_with_another_summary(other.read_text(encoding="utf-8")), encoding="utf-8")
    past.commit()
    past.git("checkout", "--quiet", "-b", "voorstel")
    other.write_text(other.read_text(encoding="utf-8").replace("Eerst dit.", "Eerst wat anders."), encoding="utf-8")
    past.commit()
    past.git("checkout", "--quiet", "-b", MERGED, "main")
    past.git("merge", "--quiet", "--no-ff", "--message=Voorstel", "voorstel", at="2024-01-05T12:00:00+00:00")
    past.git("checkout", "--quiet", "main")


def _copy_project(target: Path) -> None:
    for file in tracked():
        name = file.relative_to(ROOT)
        if name.parts[0] not in ("methods", "data", "tests"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target / name)
    shutil.copytree(EXAMPLE_SITE, target, dirs_exist_ok=True)


def _with_another_summary(card: str) -> str:
    changed = card.replace("summary: ", "summary: Eerst dit. ", 1).replace("Eerst dit. >-\n  ", ">-\n  Eerst dit. ", 1)
    assert changed != card
    return changed


def assert_is_whole(site: Path) -> None:
    """What a visitor, a feed reader and a browser need of what was published."""
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    assert any(entry.link.startswith(f"{OWNER_ADDRESS}/methoden/{NEW}/") for entry in feed.entries)
    assert NEW_DAY in (site / "methoden" / NEW / "index.html").read_text(encoding="utf-8")
    assert CHANGED_DAY in (site / "methoden" / CHANGED / "index.html").read_text(encoding="utf-8")
    assert (site / ".well-known" / "security.txt").read_text(encoding="utf-8").startswith("Contact: ")
    assert f"<loc>{OWNER_ADDRESS}/methoden/{NEW}/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert all((site / f"index.html{ending}").exists() for ending in ("", ".gz", ".br"))
    assert not (site / ".git").exists()


def assert_reports_no_lack(run: Run) -> None:
    assert "niet te lezen" not in run.said and "laatste commits" not in run.said


def test_what_github_publishes_is_whole(origin: Path, tmp_path: Path) -> None:
    run = Rehearsal(origin, tmp_path).github(github_job("publiceren.yml", "bouwen"))
    assert run.ran == ["make installed", "make site"]
    assert_is_whole(run.kept["pages"])
    assert_reports_no_lack(run)


def test_what_gitlab_publishes_is_whole(origin: Path, tmp_path: Path) -> None:
    job = gitlab_job("pages")
    run = Rehearsal(origin, tmp_path).gitlab(job)
    assert_is_whole(run.kept[job["pages"]["publish"]])
    assert_reports_no_lack(run)


def test_a_checkout_that_does_not_ask_for_the_whole_history_is_told_how(origin: Path, tmp_path: Path) -> None:
    checkout, *_ = github_job("publiceren.yml", "bouwen")["steps"]
    del checkout["with"]["fetch-depth"]
    run = Rehearsal(origin, tmp_path).github({"steps": [checkout, {"run": "make check"}]})
    assert "deze kloon heeft alleen de laatste commits" in run.said and "fetch-depth: 0" in run.said


@pytest.mark.parametrize(
    "step",
    [
        {"uses": "actions/unknown@v1"},
        {"run": "make check", "env": {"SITE_URL": "${{ secrets.ADDRESS }}"}},
        {"run": "make check", "if": "${{ github.actor == 'somebody' }}"},
        {"run": "false"},
    ],
    ids=["an action", "a secret", "a condition", "a command that fails"],
)
def test_a_rehearsal_skips_nothing_that_it_does_not_know(step: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "clone").mkdir()
    with pytest.raises((AssertionError, KeyError)):
        Rehearsal(tmp_path, tmp_path).github({"steps": [step]})


def test_a_proposal_is_checked_shown_and_built(origin: Path, tmp_path: Path) -> None:
    rehearsal = Rehearsal(origin, tmp_path, MERGED)
    run = rehearsal.github(github_job("controle.yml", "kaarten"))
    assert "make diff BASE=HEAD^1 OUT=verschil" in run.ran and "make site" in run.ran
    assert "Eerst wat anders." in rehearsal.summary.read_text(encoding="utf-8")
    assert (run.kept["verschil voor lezers"] / "verschil.md").exists()
    assert "Eerst wat anders." in (run.kept["site"] / "methoden" / CHANGED / "index.html").read_text(encoding="utf-8")
