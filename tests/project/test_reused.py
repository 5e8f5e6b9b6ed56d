"""A page that several tests use is as new for each of them."""

import ast
import re
from pathlib import Path

import pytest
from built import served
from paths import TESTS
from playwright.sync_api import Browser, Page, ViewportSize
from reused import WIDE, Reused, complaints, listening
from waiting import patient_context

SHARED = {"page", "page_with_clock", "page_without_scripts"}
STAYS = {
    *("on", "once", "add_init_script", "add_locator_handler", "expose_binding", "expose_function", "install", "pause_at"),
    *("set_fixed_time", "set_system_time", "set_default_timeout", "set_default_navigation_timeout", "set_extra_http_headers"),
    *("set_geolocation", "set_offline", "route_from_har", "route_web_socket", "add_cookies"),
}
"""What a page or its context keeps after a test; `listening` takes back what `on` does."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("index", "404"):
        (tmp_path / f"{name}.html").write_text(
            f"<!doctype html><link rel=icon href=data:,><title>{name}</title>", encoding="utf-8"
        )
    return tmp_path


STORE = """() => {
  localStorage.setItem('a', 'b');
  sessionStorage.setItem('a', 'b');
  document.cookie = 'a=b; max-age=60';
}"""
FOUND = """async () => [
  localStorage.length, sessionStorage.length, document.cookie, innerWidth, matchMedia('print').matches,
  matchMedia('(prefers-color-scheme: dark)').matches, (await navigator.permissions.query({ name: 'geolocation' })).state,
]"""


def test_nothing_that_a_test_did_is_left_on_the_page_of_the_next(browser: Browser, folder: Path) -> None:
    with served(folder) as one, served(folder) as other, patient_context(browser, viewport=WIDE) as context:
        reused = Reused(context.new_page())
        page = reused.page
        page.goto(one)
        new = page.evaluate(FOUND)
        context.grant_permissions(["geolocation"])
        page.set_viewport_size(ViewportSize(width=390, height=844))
        page.evaluate(STORE)
        page.goto(other)
        page.emulate_media(media="print", color_scheme="dark")
        page.evaluate(STORE)
        assert page.evaluate(FOUND) == [1, 1, "a=b", 390, True, True, "granted"]
        with page.expect_popup():
            page.evaluate("() => { window.open('/') }")
        page.route("**/*", lambda route: route.abort())
        reused.make_as_new()
        assert context.pages == [page] and page.url == "about:blank"
        for address in (other, one):
            page.goto(address)
            assert page.title() == "index"
            assert page.evaluate(FOUND) == new


def test_who_listens_for_a_while_hears_nothing_afterwards(own_page: Page, folder: Path) -> None:
    heard: list[str] = []
    with served(folder) as address:
        with listening(own_page, request=lambda request: heard.append(request.url)), complaints(own_page) as found:
            own_page.goto(address)
            own_page.evaluate("() => { console.warn('een'); setTimeout(() => { throw new Error('twee') }) }")
            own_page.goto(f"{address}weg")
        assert [heard[0], heard[-1]] == [address, f"{address}weg"]
        assert found[0] == "een" and "twee" in found[1] and any(one.endswith("weg") for one in found)
        heard.clear()
        own_page.goto(address)
        assert heard == []


def test_a_test_that_does_what_stays_has_a_page_of_its_own() -> None:
    asking, wrong = 0, []
    for file in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and {argument.arg for argument in node.args.args} & SHARED:
                asking += 1
                calls = [call.func.attr for call in ast.walk(node) if isinstance(call, ast.Call) and hasattr(call.func, "attr")]
                wrong += [f"{file.name}: {node.name}: {call}" for call in calls if call in STAYS]
    assert asking > 100
    assert wrong == []


def test_every_context_waits_as_long_as_all_others() -> None:
    calls = [file.name for file in TESTS.rglob("*.py") if re.search(r"\.new_(context|page)\(", file.read_text(encoding="utf-8"))]
    made = [file.name for file in TESTS.rglob("*.py") if re.search(r"browser\.new_", file.read_text(encoding="utf-8"))]
    assert len(calls) > 8
    assert made == ["waiting.py"]
