"""The search of every library, asked in Node: each method comes first for each of its names, alone and in a question."""

import pytest

from macros.history.moved import former_ids
from macros.library.library import Library
from macros.model.method import Method
from macros.search.folding import as_one_word
from macros.search.postings import whole_names
from scripts.judging.asking import ask


def names_of(method: Method) -> list[str]:
    return [method.name, *method.aliases, *(former.name for former in method.former_names)]


@pytest.fixture(scope="module")
def bearers(library: Library) -> dict[str, set[str]]:
    """The methods that are called so, for every name as one word. Two methods may share one."""
    found: dict[str, set[str]] = {}
    for method in library.methods.values():
        former = [old.replace("-", " ") for old in former_ids(library.moved).get(method.id, ())]
        for name in (*names_of(method), *former):
            for whole in whole_names(name):
                found.setdefault(whole, set()).add(method.id)
    return found


QUESTIONS = ("{}", "wat kost {} een gemeente", "is {} iets voor een gezin met schulden")


def test_every_card_comes_first_for_every_name_of_its_own(
    library: Library, bearers: dict[str, set[str]], subtests: pytest.Subtests
) -> None:
    names = [name for method in library.methods.values() for name in names_of(method)]
    asked = [(name, question.format(name)) for name in names for question in QUESTIONS]
    answers = ask(library, [question for _, question in asked])
    for (name, question), answer in zip(asked, answers, strict=True):
        with subtests.test(question):
            same = set().union(*(bearers[whole] for whole in whole_names(name)))
            assert {hit["id"] for hit in answer["hits"][: len(same)]} == same


def test_a_group_of_words_holds_no_name_of_a_method_unless_it_is_about_that_method(
    library: Library, bearers: dict[str, set[str]]
) -> None:
    """Who types "gezinscoach" does not ask for one method, and who types the name of one does not ask for family coaches."""
    for group in library.synonyms.groups:
        about = bearers.get(as_one_word(group.preferred), set())
        for word in group.equivalents:
            assert bearers.get(as_one_word(word), set()) <= about, f"{word} stands with {group.preferred}"
