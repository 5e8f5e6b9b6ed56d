"""What `make serve` hears of and what it does then; and how it says that it cannot begin."""

import asyncio
import json
import socket
from pathlib import Path

import pytest
from apart import apart
from builders import Root

from macros.site.serve.app import Changes
from macros.site.serve.served_site import ServedAnswer
from macros.site.serve.watching import changed_files, follow, needs_restart, saved_since
from scripts.site import main

SAVED = ("methods/nieuw.yml", "data/vocabularies/theme.yml", "docs/assets/style/nieuw.css", "mkdocs.yml", "macros/x/nieuw.py")
NOT_OURS = ("methods/.nieuw.yml.swp", "methods/nieuw.yml~", "site/index.html", "notities.txt", "macros/__pycache__/x.pyc")


async def saved(root: Path, files: tuple[str, ...]) -> set[str]:
    """What is heard of when these files are written, until all that should be is."""
    stop, heard = asyncio.Event(), set()

    async def listen() -> None:
        async for found in changed_files(root, stop):
            heard.update(file.relative_to(root).as_posix() for file in found)
            if heard >= set(SAVED):
                stop.set()

    listening = asyncio.create_task(listen())
    while not listening.done():
        for name in files:
            (root / name).write_text(f"{len(heard)}", encoding="utf-8")
        await asyncio.sleep(0.1)  # until it listens
    await listening
    return heard


def test_what_the_site_is_made_from_is_heard_of_and_nothing_else(tmp_path: Path) -> None:
    for name in (*SAVED, *NOT_OURS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert apart(lambda: asyncio.run(saved(tmp_path, (*NOT_OURS, *SAVED)))) == set(SAVED)


def test_what_was_saved_while_the_site_was_read_comes_first(tmp_path: Path) -> None:
    for name in ("methods/oud.yml", "methods/nieuw.yml", "methods/.nieuw.yml.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    moment = (tmp_path / "methods/nieuw.yml").stat().st_ctime

    async def first() -> set[Path]:
        stop = asyncio.Event()
        files = changed_files(tmp_path, stop, moment)
        found = await anext(files)
        stop.set()
        return found | {file async for more in files for file in more}

    assert tmp_path / "methods/nieuw.yml" in (heard := apart(lambda: asyncio.run(first())))
    assert all(file.suffix == ".yml" for file in heard)
    assert saved_since(tmp_path, moment + 1) == set()


def test_each_change_is_taken_in_before_pages_are_told() -> None:
    done: list[object] = []

    async def changes():
        for number in (1, 2):
            yield {number}

    async def tell() -> None:
        done.append("told")

    apart(lambda: asyncio.run(follow(changes(), done.append, tell)))
    assert done == [{1}, "told", {2}, "told"]


def test_a_page_that_waits_hears_of_each_change_and_is_let_go_at_the_end() -> None:
    class Site:
        version, mistake, problems = 1, "", ()

        def answer(self, path: str) -> ServedAnswer:
            return ServedAnswer(f"{path} {self.version}</body>".encode())

    async def heard() -> list[str]:
        site = Site()
        changes, found = Changes(site), []
        news = changes.news("x/", seen=1)
        found.append(await anext(news))
        for _ in range(2):
            waiting = asyncio.create_task(anext(news))
            await asyncio.sleep(0)
            assert not waiting.done()
            site.version += 1
            await changes.tell()
            found.append(json.loads((await waiting).removeprefix("data: "))["page"])
        waiting = asyncio.create_task(anext(news, "end"))
        await asyncio.sleep(0)
        await changes.end()
        return [*found, await waiting]

    first, *pages, end = apart(lambda: asyncio.run(heard()))
    assert (first, end) == ("retry: 300\n\n", "end")
    assert [page.partition("<")[0] for page in pages] == ["x/ 2", "x/ 3"]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("macros/views/card/card.py", True),
        ("hooks.py", True),
        ("scripts/serving/server.py", True),
        ("macros/rendering/templates/card/card.html", False),
        ("methods/nieuw.yml", False),
        ("docs/voorbeeld.py", False),
    ],
)
def test_our_own_code_needs_a_new_start_and_nothing_else_does(file: str, expected: bool) -> None:
    assert needs_restart([Path("/project", file)], Path("/project")) is expected


# what cannot be served


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert apart(lambda: main(["--serve", *arguments])) == 1
    return capsys.readouterr().err


def test_an_address_in_use_is_told_in_one_sentence(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.write("mkdocs.yml", "site_name: x\n")
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        said = refusal(capsys, "--root", str(root.path), "--address", address)
    assert said == f"de site is niet te tonen: {address} is al in gebruik; kies een ander met --address 127.0.0.1:8001\n"


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:", "127.0.0.1:tachtig", ":8000"])
def test_an_address_that_is_none_is_told(root: Root, capsys: pytest.CaptureFixture[str], address: str) -> None:
    root.write("mkdocs.yml", "site_name: x\n")
    assert "geen adres zoals 127.0.0.1:8000" in refusal(capsys, "--root", str(root.path), "--address", address)


@pytest.mark.parametrize("gone", ["mkdocs.yml", "methods", "data"])
def test_a_folder_that_is_no_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], gone: str) -> None:
    (tmp_path / "mkdocs.yml").touch()
    for name in ("methods", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / gone).rename(tmp_path / "weg")
    assert refusal(capsys, "--root", str(tmp_path)) == f"de site is niet te tonen: in {tmp_path} staat geen {gone}\n"
