"""`make serve`: what a reader gets is what the build writes, and a change of anything shows at once."""

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from apart import apart
from builders import Root, a_card
from built import ADDRESS, REPOSITORY, Site, environment, make_site_root
from jinja2 import ChoiceLoader, FileSystemLoader
from paths import ROOT
from starlette.testclient import TestClient
from tiers import first

from macros.rendering import render
from macros.site.serve.app import Changes, make_app
from macros.site.serve.frame import NotMade
from macros.site.serve.served_site import OWN, ServedSite
from scripts.serving.mkdocs_frame import MkDocsFrame
from scripts.site import SITE

pytestmark = pytest.mark.heavy

SCRIPT = re.compile(rf'<script id="bekijken" src="/{OWN}reload\.js\?seen=\d+"></script>\n')


def client_of(site: ServedSite) -> TestClient:
    return TestClient(make_app(site, Changes(site)), "http://127.0.0.1")


# what the build writes


@pytest.mark.parametrize("which", first(1, ["site", "published"]))
def test_every_page_and_file_is_what_the_build_writes(
    which: str, project: Path, today: str, request: pytest.FixtureRequest
) -> None:
    built: Site = request.getfixturevalue(which)
    known = which == "published"
    settings = {"SITE_URL": ADDRESS if known else None, "REPOSITORY_URL": REPOSITORY if known else None}
    with environment(SOURCE_DATE_EPOCH=today, **settings):
        client = client_of(ServedSite(project, MkDocsFrame))
        different = []
        for name, content in built.files().items():
            if name == SITE.mark:
                continue  # by which a next build knows the folder
            answer = client.get(f"/{name.removesuffix('index.html')}")
            served = SCRIPT.sub("", answer.text, count=1).encode() if name.endswith(".html") else answer.content
            if answer.status_code != 200 or served != content:
                different.append(name)
    assert len(built.files()) > 300
    assert different == []


def test_only_served_pages_have_the_script(site: Site) -> None:
    assert site.pages
    assert [address for address, page in site.pages.items() if OWN in page.html] == []


# a small site to change


@pytest.fixture
def config(root: Root) -> Path:
    """mkdocs.yml of a small site, with a theme of its own."""
    root.write_card(a_card())
    config = make_site_root(root, {"index.md": "---\nrender_macros: true\n---\n# Begin\n\n{{ count('methods') }} kaarten\n"})
    (root.path / "theme").unlink()
    (root.path / "theme").mkdir()
    for file in (ROOT / "theme").rglob("*.html"):
        root.write(f"theme/{file.relative_to(ROOT / 'theme').as_posix()}", file.read_text(encoding="utf-8"))
    return config


@pytest.fixture
def served(root: Root, config: Path) -> ServedSite:
    return ServedSite(root.path, MkDocsFrame)


def text(served: ServedSite, path: str) -> str:
    return served.answer(path).content.decode()


CARD = "methoden/nieuw/"
CHANGES: dict[str, tuple[str, Callable[[str], str], str, str]] = {
    "card": ("methods/nieuw.yml", lambda text: text.replace("name: Voorbeeld", "name: Anders"), CARD, "Anders"),
    "vocabulary": ("data/vocabularies/theme.yml", lambda text: text.replace("nl: ", "nl: zo heet het nu "), CARD, "heet het nu"),
    "data": ("data/organisations.yml", lambda text: text.replace("name: ", "name: Nu "), CARD, "Nu "),
    "style": ("docs/assets/style/base.css", lambda text: f".nu {{ color: red; }}\n{text}", "assets/pages/card.css", ".nu{"),
    "script": (
        "docs/assets/common/site.js",
        lambda text: f'document.title = "nu";\n{text}',
        "assets/pages/card.js",
        'title="nu"',
    ),
    "page": ("docs/index.md", lambda text: f"{text}\nEen zin meer.\n", "", "Een zin meer."),
    "settings": ("mkdocs.yml", lambda text: f"{text}site_name: Andere naam\n", CARD, "Andere naam"),
    "theme": ("theme/main.html", lambda text: text.replace("Opname is geen", "Nu is opname geen"), CARD, "Nu is opname geen"),
}
"""What changes -> the file, how, and where a reader sees what of it."""


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_shows_on_the_page_that_is_made_from_it(served: ServedSite, root: Root, what: str) -> None:
    name, change, path, seen = CHANGES[what]
    before, old = text(served, path), root.read(name)
    served.follow([root.write(name, change(old))])
    assert not served.problems and not served.mistake
    assert seen in text(served, path)
    served.follow([root.write(name, old)])
    assert text(served, path) == before


def test_a_style_or_script_that_changes_gets_another_address_on_every_page(served: ServedSite, root: Root) -> None:
    before = re.findall(r"\?v=\w+", text(served, CARD))
    file = root.path / "docs" / "assets" / "common" / "site.js"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n", encoding="utf-8")
    served.follow([file])
    after = re.findall(r"\?v=\w+", text(served, CARD))
    assert len(before) == len(after) > 1 and not set(before) & set(after)


def test_a_new_page_a_new_card_and_a_card_that_goes(served: ServedSite, root: Root, config: Path) -> None:
    assert served.answer("extra/").status == served.answer("methoden/tweede/").status == 404
    root.write("docs/extra.md", "# Een pagina erbij\n")
    config.write_text(config.read_text(encoding="utf-8").replace("'index.md'", "'index.md', 'extra.md'"), encoding="utf-8")
    card = root.write_card(a_card(name="Tweede"), "tweede")
    served.follow([root.path / "docs" / "extra.md", config, card])
    assert "Een pagina erbij" in text(served, "extra/") and "Tweede" in text(served, "methoden/tweede/")
    assert "5 kaarten" in text(served, "")
    card.unlink()
    served.follow([card])
    assert served.answer("methoden/tweede/").status == 404


def test_a_template_that_changes_is_read_again(served: ServedSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "templates" / "card" / "card.html"
    own.parent.mkdir(parents=True)
    templates = render._TEMPLATES
    own.write_text("<h1>eerst</h1>", encoding="utf-8")
    monkeypatch.setattr(templates, "loader", ChoiceLoader([FileSystemLoader(tmp_path / "templates"), templates.loader]))
    assert "<h1>eerst</h1>" in text(served, CARD)
    own.write_text("<h1>daarna</h1>", encoding="utf-8")
    served.follow([])
    assert "<h1>daarna</h1>" in text(served, CARD)


def test_what_contributors_read_in_the_repository_changes_on_its_page(root: Root, config: Path) -> None:
    contributing = root.write("CONTRIBUTING.md", "# Titel\n\n## Kop\n\nEerst dit.\n")
    root.write("docs/index.md", "# Begin\n\n--8<-- CONTRIBUTING.md\n")
    served = ServedSite(root.path, MkDocsFrame)
    assert "Eerst dit." in text(served, "")
    contributing.write_text("# Titel\n\n## Kop\n\nDaarna dit.\n", encoding="utf-8")
    served.follow([contributing])
    assert "Daarna dit." in text(served, "")


# mistakes


def test_a_card_with_mistakes_shows_them_all_where_its_page_was_and_the_rest_goes_on(served: ServedSite, root: Root) -> None:
    served.follow([root.write_card(a_card(name=..., extra="x"))])
    page = text(served, CARD)
    assert "2 fouten in 1 bestand" in page and page.count("methods/nieuw.yml:") == 2
    assert [problem.remedy for problem in served.problems if problem.remedy.lower() not in page.lower()] == []
    assert "4 kaarten" in text(served, "") and "methods/nieuw.yml" not in text(served, "methoden/voorbeeld-thuis/")
    client = client_of(served)
    assert "2 fouten in 1 bestand" in client.get("/").text and "methods/nieuw.yml:" in client.get(f"/{OWN}fouten/").text
    served.follow([root.write_card(a_card(name="Beter"))])
    assert "Beter" in text(served, CARD) and "fouten" not in client.get("/").text


def test_a_site_can_be_served_that_begins_with_a_broken_card(root: Root, config: Path) -> None:
    root.write_card(a_card(name=...))
    served = ServedSite(root.path, MkDocsFrame)
    assert "1 fout in 1 bestand" in text(served, CARD)
    served.follow([root.write_card(a_card(name="Beter"))])
    assert "Beter" in text(served, CARD)


@pytest.mark.parametrize(
    "mistake", ["{{ method('bestaat-niet') }}", "{{ onbekend() }}", "[weg](weg.md)"], ids=["macro", "name", "link"]
)
def test_a_mistake_in_a_hand_written_page_is_shown_on_it(served: ServedSite, root: Root, mistake: str) -> None:
    page = root.path / "docs" / "index.md"
    page.write_text(f"---\nrender_macros: true\n---\n# Begin\n\n{mistake}\n", encoding="utf-8")
    served.follow([page])
    answer = served.answer("")
    assert answer.status == 500 and "kan nog niet gemaakt worden" in answer.content.decode()
    assert re.search("bestaat-niet|onbekend|weg.md", answer.content.decode())
    assert served.answer(CARD).status == 200


def test_settings_with_a_mistake_are_told_on_every_page_which_stay_as_they_were(served: ServedSite, config: Path) -> None:
    before, good = text(served, CARD), config.read_text(encoding="utf-8")
    config.write_text(f"{good}site_name: [\n", encoding="utf-8")
    served.follow([config])
    assert served.mistake and text(served, CARD) == before
    client = client_of(served)
    assert "De site heeft een fout" in client.get(f"/{CARD}").text
    assert "kan nog niet gemaakt worden" in client.get(f"/{OWN}fouten/").text
    config.write_text(good, encoding="utf-8")
    served.follow([config])
    assert not served.mistake


def test_a_mistake_in_our_own_code_is_shown_and_the_rest_goes_on(
    served: ServedSite, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("macros.site.pages.page.render", lambda *_, **__: {}["bestaat niet"])
    answer = served.answer(CARD)
    assert answer.status == 500 and "KeyError" in answer.content.decode()
    assert "Traceback" in caplog.text
    assert served.answer("").status == 200


def test_a_file_that_could_not_be_made_is_tried_again(served: ServedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("macros.site.files.form.compact", lambda _: {}["bestaat niet"])
        for _ in range(2):
            assert served.answer("bijdragen/formulier/methods.json").status == 500
    assert served.answer("bijdragen/formulier/methods.json").status == 200


def test_a_folder_that_goes_is_told_and_can_come_back(served: ServedSite, root: Root) -> None:
    cards, away = root.path / "methods", root.path / "weg"
    cards.rename(away)
    served.follow([cards / "nieuw.yml"])
    assert served.mistake == f"{cards} is niet te lezen: dat bestaat niet"
    assert served.answer("").status == 200
    away.rename(cards)
    served.follow([cards / "nieuw.yml"])
    assert not served.mistake and not served.problems


def test_without_settings_there_is_nothing_to_serve(root: Root, tmp_path: Path) -> None:
    with pytest.raises(NotMade, match=r"mkdocs\.yml"):
        ServedSite(root.path, MkDocsFrame)


# over HTTP


def test_an_address_that_does_not_exist_gives_the_page_of_the_site_for_that(served: ServedSite) -> None:
    answer = client_of(served).get("/bestaat/niet/")
    assert answer.status_code == 404 and "Deze pagina bestaat niet" in answer.text and SCRIPT.search(answer.text)


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/assets/pages/card.css?v=1", "text/css; charset=utf-8", "max-age=86400, immutable"),
        ("/assets/pages/card.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/zoek/begin.json", "application/json", "no-cache"),
        (f"/{OWN}reload.js", "text/javascript; charset=utf-8", None),
    ],
)
def test_files_have_their_type_and_pages_are_always_asked_for_again(
    served: ServedSite, path: str, kind: str, caching: str | None
) -> None:
    answer = client_of(served).get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].replace("application/javascript", "text/javascript") == kind
    assert answer.headers.get("cache-control") == caching


def test_an_open_page_is_told_what_it_has_become(served: ServedSite, root: Root) -> None:
    changes, seen = Changes(served), served.version
    served.follow([root.write_card(a_card(summary="Iets anders."))])

    async def heard() -> list[str]:
        news = changes.news(CARD, seen)
        return [await anext(news), await anext(news)]

    event = apart(lambda: asyncio.run(heard()))[1]
    told = json.loads(event.removeprefix("data: "))
    assert "\n" not in event.strip() and event.endswith("\n\n")  # one event
    assert told == {"status": 200, "page": client_of(served).get(f"/{CARD}").text}
    assert "Iets anders." in told["page"]


def test_news_comes_as_a_stream_of_events(served: ServedSite) -> None:
    changes = Changes(served)
    apart(lambda: asyncio.run(changes.end()))  # else there would be no end to the answer
    answer = TestClient(make_app(served, changes), "http://127.0.0.1").get(f"/{OWN}changes?page={CARD}&seen=0")
    assert answer.headers["content-type"].startswith("text/event-stream") and answer.headers["cache-control"] == "no-store"
