"""Whatever the width, the scheme and the folds: no fault of WCAG 2.2 AA, nothing jumps, five sizes and three weights."""

import io
from collections import Counter
from pathlib import Path

import pytest
from accessibility import Scheme, faults
from paths import PAGE_KINDS
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from waiting import patient_context

KINDS = ["embedded", *PAGE_KINDS]
WIDTHS = (320, 390, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Milliseconds, and bytes a second."""
MOST_SHIFT, MOST_SIZES, MOST_WEIGHTS = 0.05, 5, 3
SHIFT = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.shifted += one.hadRecentInput ? 0 : one.value)))
  .observe({ type: "layout-shift", buffered: true });
"""
Shown = dict[str, list[str]]
"""Kind -> addresses."""
OPEN_ALL = "document.querySelectorAll('details').forEach((fold) => (fold.open = true))"
LETTERS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const within = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || within.closest("svg, script, style, noscript, sup, sub")) continue;
    if (!within.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(within);
    found.push([style.fontSize, style.fontWeight, within.tagName + "." + within.className]);
  }
  return found;
}"""


def keep_picture(page: Page, pictures: Path | None, name: str) -> None:
    if pictures:
        page.screenshot(path=pictures / f"{name}.png", full_page=True)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_with_every_fold_closed_and_open(
    kind: str,
    width: int,
    scheme: Scheme,
    page: Page,
    address: str,
    shown: Shown,
    pictures: Path | None,
    subtests: pytest.Subtests,
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for at, path in enumerate(shown.get(kind, [])):
        with subtests.test(path):
            page.goto(address + path, wait_until="networkidle")
            assert faults(page) == [], "closed"
            keep_picture(page, pictures, f"{kind}-{at}-{width}-{scheme}")
            page.evaluate(OPEN_ALL)
            assert faults(page) == [], "open"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, "too wide"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_five_sizes_and_three_weights_of_letters(
    kind: str, page: Page, address: str, shown: Shown, subtests: pytest.Subtests
) -> None:
    for path in shown.get(kind, []):
        with subtests.test(path):
            page.goto(address + path, wait_until="networkidle")
            page.evaluate(OPEN_ALL)
            letters = page.evaluate(LETTERS)
            sizes, weights = Counter(one[0] for one in letters), Counter(one[1] for one in letters)
            rare = [one for one in letters if sizes[one[0]] == min(sizes.values())][:3]
            assert len(sizes) <= MOST_SIZES and len(weights) <= MOST_WEIGHTS, (sizes, weights, rare)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_while_a_page_comes_in_over_a_slow_line(
    kind: str, width: int, browser: Browser, address: str, shown: Shown, subtests: pytest.Subtests
) -> None:
    for path in shown.get(kind, [])[:2]:
        with subtests.test(path), patient_context(browser, viewport={"width": width, "height": 844}) as context:
            page = context.new_page()
            page.add_init_script(SHIFT)
            context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
            page.goto(address + path, wait_until="networkidle")
            assert page.evaluate("window.shifted") < MOST_SHIFT


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_printed_has_its_heading(
    kind: str, page: Page, address: str, shown: Shown, pictures: Path | None, subtests: pytest.Subtests
) -> None:
    for at, path in enumerate(shown.get(kind, [])[:2]):
        with subtests.test(path):
            page.goto(address + path, wait_until="networkidle")
            printed = page.pdf(prefer_css_page_size=True)
            heading = page.locator("h1").first.text_content() or ""
            text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed)).pages)
            assert "".join(heading.split()) in "".join(text.split())
            if pictures:
                (pictures / f"{kind}-{at}.pdf").write_bytes(printed)
