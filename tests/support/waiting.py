"""Waiting for a page without a clock: until something is so, however slow the machine is."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

LONG = 120
"""Seconds after which a page that is not there yet is broken and not slow."""


@contextmanager
def patient_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A browser context of its own, in which everything waits that long for a page."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(LONG * 1000)
        yield context


def until(page: Page, expression: str) -> None:
    """Wait until an expression of JavaScript is true. `page.wait_for_function` would be refused by the policy of the site."""
    end = time.monotonic() + LONG
    while not page.evaluate(expression):
        if time.monotonic() > end:
            pytest.fail(f"not true after {LONG} seconds: {expression}")
        page.wait_for_timeout(10)


def loaded(page: Page) -> None:
    """Wait until the script of the page has begun with each part that works only with it."""
    until(page, "![...document.querySelectorAll('form.sift, [data-grid-hint], [data-calculator]')].some(({ hidden }) => hidden)")


def answered(page: Page, query: str) -> None:
    """Type a question above the list of methods and wait for its answer, without the time that is left for typing on; the clock
    of the page must be installed."""
    page.locator("#zoek-lijst").fill(query)
    timers_run_out(page)
    until(page, f"document.querySelector('[data-results]').dataset.answered === {json.dumps(query)}")


def timers_run_out(page: Page) -> None:
    """Let everything that the page put off for less than two seconds happen now; its clock must be installed."""
    page.clock.run_for(2_000)
