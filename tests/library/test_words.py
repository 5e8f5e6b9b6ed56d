"""Lists of words: one that lies fast says so, one that is not there is told and does not end in an error of the program."""

import pytest
from builders import Root, a_card, an_outcome

from macros.library.kinds import VOCABULARIES
from macros.library.loader import load_library, load_readable
from macros.validation.problems import Refused
from tests.views.common.test_known_words import NAMED

NAMES = sorted(kind.removeprefix("vocabulary/") for kind in VOCABULARIES)


def test_an_unknown_word_of_an_open_list_can_be_added_there(root: Root) -> None:
    (problem,) = root.problems(a_card(outcomes=[an_outcome({"words": "beter"}, design="observation")]))
    assert problem.text.endswith(
        '"observation" staat niet in data/vocabularies/design.yml — voeg het daar toe of kies een id dat er staat'
    )


def test_an_unknown_word_of_a_list_that_lies_fast_cannot(root: Root) -> None:
    (problem,) = root.problems(a_card(outcomes=[an_outcome({"words": "beter"}, direction="sideways")]))
    assert problem.text.endswith(
        '"sideways" staat niet in data/vocabularies/direction.yml — '
        "die lijst ligt vast; kies uit: favourable (gunstig), mixed (gemengd), none (geen verschil), "
        "unfavourable (ongunstig), unknown (onbekend)"
    )


def test_a_word_that_is_nearly_right_is_offered_whatever_the_list(root: Root) -> None:
    (problem,) = root.problems(a_card(outcomes=[an_outcome({"words": "beter"}, direction="favorable")]))
    assert problem.text.endswith('bedoelde u "favourable"?')


@pytest.mark.parametrize("name", NAMES)
def test_a_list_that_is_not_there_is_told_once(root: Root, name: str) -> None:
    (root.path / "data" / "vocabularies" / f"{name}.yml").unlink()
    with pytest.raises(Refused) as refused:
        load_library(root.path)
    assert [str(problem) for problem in refused.value.problems] == [
        f"data/vocabularies/{name}.yml:1:1: deze woordenlijst ontbreekt — zet het bestand terug; de site kan niet zonder"
    ]


def test_the_example_has_the_words_that_the_code_names(example: Root) -> None:
    vocabularies = example.load().vocabularies
    assert {name: set(words) - set(vocabularies[name].terms) for name, words in NAMED.items()} == {name: set() for name in NAMED}


def test_an_older_state_may_have_fewer_lists(root: Root) -> None:
    (root.path / "data" / "vocabularies" / "licence.yml").unlink(missing_ok=True)
    (root.path / "data" / "vocabularies" / "scope.yml").unlink()
    library, problems = load_readable(root.path)
    assert problems == []
    assert "scope" not in library.vocabularies
