"""Views → HTML, with templates that escape every value. Card text is never used as a template."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from macros.model.markup_html import render_markup
from macros.rendering.compact_json import compact
from macros.rendering.embedding import chart_code, embed_code
from macros.rendering.environment import make_environment
from macros.views.changes.card_diff import mark_differences
from macros.views.common.comparability import STANDING_SENTENCES
from macros.views.common.dutch import capital, date, visible
from macros.views.common.lines import Line, Note
from macros.views.evidence.base_rates import BASE_RATES_TITLE
from macros.views.evidence.weighing import FACTS
from macros.views.missing.missing import form_link


def _code_html(text: str) -> Markup:
    """HTML of one of our own help texts, in which names of fields are between backticks."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _notes_html(marks: Sequence[Note]) -> Markup:
    """Reference marks. These and lines are made in Python: with template macros card pages take a third longer to render."""
    buttons = " ".join(_note_html(mark) for mark in marks)
    return Markup(
        f'<sup class="notes">{buttons}</sup>' if marks else ""
    )  # labels and anchors contain only letters, digits and hyphens


def _note_html(mark: Note) -> str:
    """A mark that shows its source without leaving the line; the browser does it, without a script."""
    note = mark.anchor.replace("bron", "noot")
    return f'<button type="button" popovertarget="{note}" aria-label="bron {mark.label}">{mark.label}</button>'


def _line_html(line: Line, root: str, details: bool = True) -> Markup:
    """One value as the reader sees it. Every text in it is escaped."""
    if line.tone != "known":
        parts = [f'<span class="unknown">{escape(line.text)}</span>']
    elif line.link:
        parts = [f'<a href="{_escape_address(line.link, root)}">{escape(line.text)}</a>']
    else:
        parts = [render_markup(line.text)]
    if line.notes:
        parts.append(_notes_html(line.notes))
    if line.more:
        address = _escape_address(line.more, root)
        parts.append(f' <a class="to-source" href="{address}">bron<span class="sr-only"> op de kaart</span></a>')
    if line.detail and details:
        parts.append(f' <span class="detail">{render_markup(line.detail)}</span>')
    return Markup("".join(parts))


def _claim_html(line: Line, root: str) -> Markup:
    """A line on its own card, with its permanent address if it has one."""
    html = _line_html(line, root)
    return Markup(f'{html} <a class="address" href="#{escape(line.claim)}" {_TO_CLAIM}>#</a>') if line.claim else html


_TO_CLAIM = 'title="Vast adres van dit gegeven" aria-label="Vast adres van dit gegeven"'


def _escape_address(link: str, root: str) -> Markup:
    return escape(link if "://" in link else root + link)


_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that could end a script element, or count as a line end in it; JSON reads each escape as the character."""


def _json_ld_script(data: Any) -> Markup:
    """Data for programs that read pages, in a script element that browsers do not run."""
    text = compact(data)
    text = text.translate(str.maketrans(_IN_SCRIPT))
    return Markup(f'<script type="application/ld+json">{text}</script>')  # nothing in it can end the element


@lru_cache(maxsize=2)  # the pages of one card carry the same, one after the other
def _qr_code_svg(address: str) -> Markup:
    """The address as a QR code for paper; the address itself stands beside it in words."""
    import segno  # by who draws one: it brings half of urllib along

    code = segno.make(address, error="m", micro=False)
    return Markup(
        code.svg_inline(scale=2, border=2, omitsize=True, svgclass="qr", lineclass=None)
    )  # segno escapes nothing of ours


_TEMPLATES = make_environment(Path(__file__).parent / "templates")
_TEMPLATES.filters["text"] = render_markup
_TEMPLATES.filters["capital"] = capital
_TEMPLATES.filters["notes"] = _notes_html
_TEMPLATES.filters["line"] = _line_html
_TEMPLATES.filters["claim"] = _claim_html
_TEMPLATES.filters["qr_code"] = _qr_code_svg
_TEMPLATES.filters["date"] = date
_TEMPLATES.filters["code"] = _code_html
_TEMPLATES.globals["embed_code"] = embed_code
_TEMPLATES.globals["chart_code"] = chart_code
_TEMPLATES.filters["marked"] = mark_differences
_TEMPLATES.filters["visible"] = visible
_TEMPLATES.globals["form_link"] = form_link
_TEMPLATES.filters["json_ld"] = _json_ld_script
_TEMPLATES.globals["standing_sentences"] = STANDING_SENTENCES
_TEMPLATES.globals["fact_names"] = FACTS
_TEMPLATES.globals["base_rates_title"] = BASE_RATES_TITLE


def render(template: str, *, root: str, view: Any, **more: Any) -> str:
    """HTML of one view, a mapping by its keys; `root` is the path from the page to the root of the site ("../../")."""
    if isinstance(view, dict):
        view = SimpleNamespace(**view)
    return _TEMPLATES.get_template(template).render(root=root, view=view, **more)
