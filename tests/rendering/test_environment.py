"""Templates escape everything that is not HTML, and stop at what does not exist."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from macros import kept
from macros.rendering import environment as templating
from macros.rendering.environment import escape_html, make_environment

TEMPLATES = make_environment(Path(__file__).parent)
SHOWN = TEMPLATES.from_string(
    '{% macro twice(one) %}{{ one }}{{ one }}{% endmacro %}<p title="{{ value }}">{{ twice(value) }}</p>'
)
VALUES = st.one_of(st.text(), st.text("&<>\"'ab"), st.integers(), st.none(), st.booleans(), st.text("<b>&").map(Markup))


@given(VALUES)
def test_a_template_escapes_a_value_as_markupsafe_does(value: Any) -> None:
    safe = str(escape(value))
    assert SHOWN.render(value=value) == f'<p title="{safe}">{safe}{safe}</p>'


@given(VALUES)
def test_what_is_escaped_is_not_escaped_again(value: Any) -> None:
    once = escape(value)
    assert escape_html(once) is once
    assert TEMPLATES.from_string("{{ value|escape }}").render(value=once) == str(once)


@pytest.mark.parametrize("sign", "&<>\"'")
def test_each_sign_alone_is_escaped(sign: str) -> None:
    assert SHOWN.render(value=sign).count(str(escape(sign))) == 3
    assert TEMPLATES.from_string("{% set kept %}{{ value }}{% endset %}{{ kept }}").render(value=sign) == str(escape(sign))
    assert TEMPLATES.from_string("{{ 'a' ~ value }}").render(value=sign) == f"a{escape(sign)}"


def test_a_name_that_does_not_exist_stops_the_build() -> None:
    with pytest.raises(UndefinedError, match="'missing' is undefined"):
        TEMPLATES.from_string("{{ missing }}").render()


def test_an_attribute_that_a_view_has_not_stops_the_build() -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        TEMPLATES.from_string("{{ value.nothing }}").render(value="een")


def test_compiled_templates_are_kept_where_python_keeps_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(templating, "PACKAGE", tmp_path)
    monkeypatch.setattr(kept, "PACKAGE", tmp_path)
    (tmp_path / "page.html").write_text("{{ 'een'|capital }} {{ value }}", encoding="utf-8")
    assert make_environment(tmp_path).bytecode_cache is None  # Python has kept nothing here
    (tmp_path / "__pycache__").mkdir()

    def shown(capital: Callable[[str], str]) -> str:
        kept.state_of_code.cache_clear()
        made = make_environment(tmp_path)
        made.filters["capital"] = capital
        return made.get_template("page.html").render(value="<")

    assert shown(str.capitalize) == "Een &lt;"
    assert shown(str.upper) == "Een &lt;", "what is kept is used as it is"
    (tmp_path / "dutch.py").write_text("# another way to write capitals", encoding="utf-8")
    assert shown(str.upper) == "EEN &lt;"
    (tmp_path / "page.html").write_text("anders", encoding="utf-8")
    assert shown(str.upper) == "anders"
    assert len(list((tmp_path / "__pycache__").iterdir())) == 1
    kept.state_of_code.cache_clear()


def test_nothing_is_kept_when_python_may_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert make_environment(tmp_path).bytecode_cache is None
