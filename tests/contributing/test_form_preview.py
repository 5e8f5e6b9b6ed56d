"""The preview of the form has the sections of the page of a card."""

import re

from paths import ROOT

from macros.contributing.form_preview import SECTIONS
from macros.model.fields import fields_of
from macros.model.method import Method


def test_every_section_of_the_preview_is_one_of_the_page() -> None:
    page = (ROOT / "macros/rendering/templates/card/card.html").read_text(encoding="utf-8")
    anchors = re.findall(r'<section id="([a-z]+)"', page)
    assert [section.anchor for section in SECTIONS if section.anchor not in anchors] == []


def test_no_field_stands_in_two_sections() -> None:
    shown = [field for section in SECTIONS for field in section.fields]
    assert len(shown) == len(set(shown))
    assert set(shown) <= {node.name for node in fields_of(Method)}
