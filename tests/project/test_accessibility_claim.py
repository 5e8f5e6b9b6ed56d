"""What the page about accessibility claims of the automatic tests, and what they do."""

import re
from typing import Any

import pytest
from accessibility import LEVEL, LOOKS, ON_TRIAL, RULES, faults
from axe_playwright_python.sync_playwright import Axe
from paths import ROOT
from playwright.sync_api import Page

TEXT = (ROOT / "docs" / "over" / "toegankelijkheid.md").read_text(encoding="utf-8")
VERSIONS = ("2.0", "2.1", "2.2")


def claimed() -> set[str]:
    """The tags that axe would have for the level that the page strives for: all versions up to it, both levels."""
    norm, levels = re.search(r"Wij streven naar WCAG (2\.\d), niveau (A en AA|A)\b", TEXT).groups()
    upto = VERSIONS[: VERSIONS.index(norm) + 1]
    return {
        f"wcag{version.replace('.', '').removesuffix('0')}{level.lower()}" for version in upto for level in levels.split(" en ")
    }


def known_rules(page: Page) -> dict[str, list[str]]:
    """Id of each rule of axe → its tags."""
    page.set_content("<!doctype html><html lang=nl><title>x</title><main><h1>x</h1></main></html>")
    Axe().run(page)  # puts axe into the page
    found: Any = page.evaluate("axe.getRules().map(rule => [rule.ruleId, rule.tags])")
    return dict(found)


def test_axe_runs_with_every_rule_that_it_has_for_the_level_that_the_page_names(page: Page) -> None:
    rules = known_rules(page)
    of_level = {rule: tags for rule, tags in rules.items() if claimed() & set(tags) and "deprecated" not in tags}
    assert len(of_level) > 55
    assert claimed() - set(LEVEL) == {"wcag22a"}, "axe has no rule for it"
    assert not any("wcag22a" in tags for tags in rules.values())
    ran = Axe().run(page, options=RULES | {"resultTypes": ["violations", "passes", "incomplete", "inapplicable"]}).response
    names = {one["id"] for kind in ("violations", "passes", "incomplete", "inapplicable") for one in ran[kind]}
    assert of_level.keys() - names == {"p-as-heading"}
    assert set(ON_TRIAL) == {rule for rule in names if "experimental" in rules[rule]}


@pytest.mark.parametrize(
    ("tag", "rule", "html"),
    [
        ("wcag2a", "image-alt", "<img src=x.png>"),
        ("wcag2a", "label", "<input type=text>"),
        ("wcag2aa", "color-contrast", "<p style='color:#aaa;background:#fff'>lichtgrijs op wit</p>"),
        ("wcag2aa", "valid-lang", "<p lang=nederlands>tekst</p>"),
        ("wcag21a", "label-content-name-mismatch", "<button aria-label='Sluiten'>Bewaar dit</button>"),
        ("wcag21aa", "autocomplete-valid", "<label>naam <input autocomplete=voornaam></label>"),
        ("wcag21aa", "avoid-inline-spacing", "<p style='letter-spacing:0.01em!important'>dicht opeen</p>"),
        (
            "wcag22aa",
            "target-size",
            "<button style='width:9px;height:9px;padding:0'>a</button><button style='width:9px;height:9px;padding:0'>b</button>",
        ),
        ("best-practice", "heading-order", "<h4>te diep</h4>"),
    ],
)
def test_a_fault_of_each_level_is_found(tag: str, rule: str, html: str, page: Page) -> None:
    whole = "<!doctype html><html lang=nl><title>Proef</title><main><h1>Proef</h1>{}</main></html>"
    page.set_content(whole.format("<p>Tekst.</p>"))
    assert faults(page) == []
    page.set_content(whole.format(html))
    assert {fault for fault, *_ in faults(page)} == {rule}
    assert tag in known_rules(page)[rule]


def test_the_page_says_with_which_rules_widths_and_colours(page: Page) -> None:
    (said,) = re.findall(r"\*\*Automatisch\.\*\* (.*)", TEXT)
    assert all(version in said for version in VERSIONS) and "niveau A en AA" in said and "axe" in said
    assert {viewport["width"] for viewport, _ in LOOKS} == set(map(int, re.findall(r"\b\d{3,4}\b", said)))
    assert {scheme for _, scheme in LOOKS} == {"light", "dark"} and "lichte en in donkere" in said
