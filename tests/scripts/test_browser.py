"""Finding a browser and nginx: nothing is installed on a machine before it is said what, and with which command."""

import sys

import pytest

from scripts import browser, nginx


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[tuple[list[str], str]]:
    """The commands that would have run, each with what was said before it."""
    found: list[tuple[list[str], str]] = []
    said: list[str] = []

    def run(command: list[str]) -> None:
        said.append(capsys.readouterr().err)
        found.append((command, "".join(said)))

    monkeypatch.setattr(browser, "_run", run)
    return found


@pytest.mark.parametrize(("user", "rights"), [(0, []), (1000, ["sudo", "-n"])])
def test_a_package_of_the_system_is_named_with_its_commands_before_it_is_installed(
    user: int, rights: list[str], ran: list[tuple[list[str], str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    browser.apt_install("chromium")
    assert [command[: len(rights)] for command, _ in ran] == [rights, rights]
    assert ran[1][0][len(rights) :] == ["apt-get", "install", "--yes", "chromium"]
    for command, said in ran:
        assert "De proeven hebben chromium nodig" in said
        assert " ".join(command) in said


def test_the_browser_of_playwright_is_announced_before_it_is_fetched(
    ran: list[tuple[list[str], str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_playwright_path", lambda: None)
    assert browser.of_playwright() is None
    assert ran == [([sys.executable, "-m", "playwright", "install", "chromium"], ran[0][1])]
    assert "Die van Playwright wordt nu opgehaald" in ran[0][1]


@pytest.mark.parametrize(
    ("has", "found", "installed"),
    [
        (["chromium-headless-shell", "chromium"], "chromium-headless-shell", ["chromium-headless-shell"]),
        (["chromium"], "chromium", ["chromium-headless-shell", "chromium"]),
        ([], None, ["chromium-headless-shell", "chromium"]),
    ],
)
def test_the_browser_without_windows_is_asked_for_first(
    has: list[str], found: str | None, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(browser, "apt_install", asked.append)
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" or (name in has and name in asked) else None)
    assert (browser.of_the_system(), asked) == (found, installed)


def test_what_is_on_this_machine_is_found_without_a_word(
    ran: list[tuple[list[str], str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "FINDERS", (lambda: "/een/chromium", browser.of_the_system))
    assert browser.find() == "/een/chromium"
    assert ran == [] and capsys.readouterr() == ("", "")


def test_nginx_is_not_installed_by_somebody_who_is_not_root(
    ran: list[tuple[list[str], str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    nginx.of_the_system()
    assert ran == []
