"""A card with one limit on a verdict becomes a card with a list of them, and is otherwise the same to the letter."""

import pytest
import yaml

from macros.contributing.migrate.scopes import carried_over
from macros.validation.problems import Refused

ON_LINES = """\
name: "Voorbeeld" # de naam
recognitions:
  - body: voorbeeldcommissie
    verdicts:
      - level: goed onderbouwd
        # waarvoor
        scope: # niet voor ouderen
          kind: age-band

          # twee regels
          description: >-
            kinderen van twee
            tot zes jaar
        step: well-founded
      - {level: "scope: iets", scope: {kind: variant, description: scope}} # achteraan
    sources: [{source: a}]
scope: {kind: van iets anders}
"""
AFTER = """\
name: "Voorbeeld" # de naam
recognitions:
  - body: voorbeeldcommissie
    verdicts:
      - level: goed onderbouwd
        # waarvoor
        scopes: # niet voor ouderen
          - kind: age-band

            # twee regels
            description: >-
              kinderen van twee
              tot zes jaar
        step: well-founded
      - {level: "scope: iets", scopes: [{kind: variant, description: scope}]} # achteraan
    sources: [{source: a}]
scope: {kind: van iets anders}
"""


def test_a_limit_becomes_a_list_of_one_and_the_rest_stays_to_the_letter() -> None:
    assert carried_over(ON_LINES) == AFTER
    before, after = (yaml.safe_load(text)["recognitions"][0]["verdicts"] for text in (ON_LINES, AFTER))
    for old, new in zip(before, after, strict=True):
        assert [old.pop("scope")] == new.pop("scopes")
        assert old == new


def test_line_ends_of_windows_stay() -> None:
    assert carried_over(ON_LINES.replace("\n", "\r\n")) == AFTER.replace("\n", "\r\n")


@pytest.mark.parametrize("text", [AFTER, "name: Voorbeeld\n", "recognitions: geen\n"])
def test_what_has_no_such_limit_stays_as_it_is(text: str) -> None:
    assert carried_over(text) == text


def test_what_is_no_card_is_refused() -> None:
    with pytest.raises(Refused):
        carried_over("recognitions: [\n")


def test_signs_before_a_limit_do_not_shift_it() -> None:
    text = "name: één 𝄞 – ‘kaart’\nrecognitions: [{verdicts: [{scope: {kind: é, description: ‘b’}}]}]\n"
    assert carried_over(text) == text.replace("scope: {", "scopes: [{").replace("‘b’}}", "‘b’}]}")


def test_a_limit_at_the_end_of_the_file_without_a_last_line_end() -> None:
    text = "recognitions:\n- verdicts:\n  - scope:\n      kind: a\n      description: b"
    assert carried_over(text) == "recognitions:\n- verdicts:\n  - scopes:\n      - kind: a\n        description: b"
