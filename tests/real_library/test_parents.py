"""The pages for parents can be read at language level B1, and say nothing that the card does not."""

import re

import pytest
from card_numbers import numbers_in, numbers_of_card
from plain_dutch import AVERAGE, LONGEST, PlainWords, length_of, plain_texts, sentences_of

from macros.library.library import Library
from macros.rendering.render import render
from macros.views.parents.parents import helplines, parents_view
from macros.views.parents.plain import availability_sentences, duration_sentence, result_sentence, weights

WHAT_TO_DO = (
    "Staat dit in `for_parents` of `plain_summary`? Schrijf daar kortere zinnen of een gewoner woord. Is het woord nodig? "
    "Leg het uit in data/vocabularies/plain-word.yml. Gebruikt een kind van twaalf het? Zet het in plain_words.txt hiernaast."
)


@pytest.fixture(scope="module")
def read(library: Library) -> dict[str, list[str]]:
    """Card → the sentences of its page for parents."""
    return {
        method.id: sentences_of(
            plain_texts(
                render("parents/parents.html", root="../../../", view=parents_view(method, library), permanent="", site=None)
            )
        )
        for method in library.methods.values()
    }


def test_no_sentence_for_parents_is_long(read: dict[str, list[str]]) -> None:
    long = [f"{card}: {one}" for card, found in read.items() for one in found if length_of(one) > LONGEST]
    assert not long, "\n".join([f"Langer dan {LONGEST} woorden. {WHAT_TO_DO}", *long])


def test_the_sentences_of_a_page_for_parents_are_short_on_average(read: dict[str, list[str]]) -> None:
    averages = {card: sum(map(length_of, found)) / len(found) for card, found in read.items()}
    long = [f"{card}: {average:.1f}" for card, average in averages.items() if average > AVERAGE]
    assert not long, "\n".join([f"Gemiddeld meer dan {AVERAGE} woorden per zin. {WHAT_TO_DO}", *long])


def test_every_word_for_parents_is_an_everyday_word_or_is_explained(read: dict[str, list[str]], library: Library) -> None:
    words = PlainWords(library)
    organisations = {part for one in library.organisations.values() for part in _parts(one.name)}
    hard: dict[str, str] = {}
    for card, found in read.items():
        method = library.methods[card]
        names = organisations | {part for name in (method.name, *method.aliases) for part in _parts(name)}
        hard |= {word: f"{card}: {word}, in: {one}" for one in found for word in words.unknown(one, names)}
    assert not hard, "\n".join([f"Geen gewoon woord. {WHAT_TO_DO}", *hard.values()])


def test_a_card_without_plain_texts_has_a_page_of_everyday_words_too(library: Library) -> None:
    """Whatever a card counts or finds: what the page makes of it itself is as plain as what authors write."""
    words = PlainWords(library)
    outcomes = [outcome for method in library.methods.values() for outcome in method.outcomes]
    made = [sentence for one in outcomes for text in (result_sentence(one), *weights(one)) for sentence in sentences_of([text])]
    made += [
        f"Het waren weinig {unit.many or unit.nl}."
        for unit in library.vocabularies["unit"].terms.values()
        if unit.id != "unknown"
    ]
    made += [
        sentence
        for method in library.methods.values()
        for sentence in (*availability_sentences(method), duration_sentence(method))
    ]
    made += [term.description for term in library.vocabularies["plain-word"].terms.values()]
    assert [(sentence, word) for sentence in dict.fromkeys(made) for word in words.unknown(sentence, set())] == []
    assert [sentence for sentence in made if length_of(sentence) > LONGEST] == []


def test_every_number_for_parents_stands_on_the_card(read: dict[str, list[str]], library: Library) -> None:
    for card, found in read.items():
        lines = [one.answer for about in ("danger", "on-your-side") for one in helplines(library, about)]
        known = numbers_of_card(library.methods[card]) | {number for line in lines for number in numbers_in(line)}
        steps = {str(place) for place in range(1, 5)}
        missing = {number for sentence in found for number in numbers_in(sentence)} - known - steps
        assert not missing, f"{card}: {missing}"


def _parts(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
