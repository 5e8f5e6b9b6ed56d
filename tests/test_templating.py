"""Templates escape everything that is not HTML, and stop at what does not exist."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from macros.templating import environment, escaped

TEMPLATES = environment(Path(__file__).parent)
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
    assert escaped(once) is once
    assert TEMPLATES.from_string("{{ value|escape }}").render(value=once) == str(once)


@pytest.mark.parametrize("sign", "&<>\"'")
def test_each_sign_alone_is_escaped(sign: str) -> None:
    assert SHOWN.render(value=sign).count(str(escape(sign))) == 3
    assert TEMPLATES.from_string("{% set kept %}{{ value }}{% endset %}{{ kept }}").render(value=sign) == str(escape(sign))
    assert TEMPLATES.from_string("{{ 'a' ~ value }}").render(value=sign) == f"a{escape(sign)}"


def test_a_name_that_does_not_exist_stops_the_build() -> None:
    with pytest.raises(UndefinedError, match="'missing' is undefined"):
        TEMPLATES.from_string("{{ missing }}").render()
