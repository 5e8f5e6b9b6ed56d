"""The page for parents: made from what the card has, with what weighs a result in plain words."""

from typing import Any

import pytest
from builders import SOURCES, Root, a_card, an_outcome
from plain_dutch import PlainWords, length_of, plain_texts, sentences_of

from macros.rendering.render import render
from macros.views.parents.parents import NOTHING_YET, ParentsView, parents_view

HOME = {"count": 11, "of": 12, "unit": "family"}
NO_CAUSE = "Wij weten niet of dat door deze hulp kwam."


def page_of(root: Root, **card: Any) -> ParentsView:
    root.write_card(a_card(**card))
    library = root.load()
    return parents_view(library.methods["nieuw"], library)


def html_of(view: ParentsView) -> str:
    return render("parents/parents.html", root="../../../", view=view, permanent="", site=None)


def test_a_short_card_has_a_page_that_says_what_is_not_known(root: Root) -> None:
    view = page_of(root)
    assert (view.what_it_is, view.steps, view.found.number) == (NOTHING_YET, (), None)
    assert view.asks_of_you == view.duration == "Dat weten wij niet."
    assert "Of de hulp werkt." in view.not_known
    assert len(view.questions) == 3
    assert [one.answer for one in view.danger] == ["Bel 112."]


def test_the_texts_of_the_card_stand_on_the_page(root: Root) -> None:
    texts = {
        "what_it_is": "U praat samen.",
        "steps": [{"title": "Kijken", "text": "U kijkt samen.", "picture": "look"}],
        "asks_of_you": "U komt elke week.",
        "duration": "Een jaar.",
        "costs": "Niets.",
        "found": "Bij elf van de twaalf gezinnen lukte dat.",
    }
    view = page_of(root, for_parents=texts, plain_summary="Iets anders.", outcomes=[an_outcome(HOME)])
    html = html_of(view)
    assert all(text in html for text in ("U praat samen.", "U kijkt samen.", "U komt elke week.", "Niets.", texts["found"]))
    assert "Iets anders." not in html
    assert '<circle cx="20" cy="20" r="13"/>' in html
    assert page_of(root, plain_summary="Iets anders.").what_it_is == "Iets anders."


@pytest.mark.parametrize(
    ("changes", "first", "last"),
    [
        ({"status": {"phase": "completed"}}, "Nee. Deze hulp is klaar.", "U kunt zich er niet meer voor aanmelden."),
        ({"status": {"phase": "running", "as_of": "2020-01"}}, "Dat weten wij niet.", "Vraag of er plek is."),
        (
            {"status": {"phase": "running"}, "intake": {"open": "no", "as_of": "2024-03-05", "sources": SOURCES}},
            "Nee, er is nu geen plek voor nieuwe gezinnen.",
            "De hulp bestaat nog, maar wij weten niet van wanneer dat bericht is.",
        ),
        (
            {"status": {"phase": "pilot", "as_of": 2022}, "intake": {"open": "yes", "sources": SOURCES}},
            "Ja, er is plek voor nieuwe gezinnen.",
            "Dit was in 2022 nog een proef.",
        ),
        ({"status": {"phase": "unknown"}}, "Dat weten wij niet.", "Vraag of er plek is."),
    ],
)
def test_whether_a_family_can_go_there_is_told_with_its_day(root: Root, changes: Any, first: str, last: str) -> None:
    changes["status"]["sources"] = SOURCES
    found = page_of(root, **changes).available
    assert (found[0], found[-1]) == (first, last)


def test_of_a_method_that_ended_nobody_asks_where_it_is_or_what_it_costs(root: Root) -> None:
    view = page_of(root, status={"phase": "completed", "sources": SOURCES})
    assert view.costs == "Dat weten wij niet."
    assert not {"Of u zelf iets moet betalen.", "Waar u deze hulp kunt krijgen."} & set(view.not_known)
    assert view.questions[0] == "Welke hulp lijkt hierop, en is er nu wel?"
    running = page_of(root)
    assert {"Of u zelf iets moet betalen.", "Waar u deze hulp kunt krijgen."} <= set(running.not_known)
    assert running.questions[0] == "Kan ons gezin hier nu terecht?"


@pytest.mark.parametrize(
    ("texts", "third"),
    [
        ({"duration": "Een jaar.", "costs": "Niets."}, "Wat doen wij als het niet helpt?"),
        ({"duration": "Een jaar."}, "Kost het ons iets?"),
        ({"costs": "Niets."}, "Hoe lang duurt het?"),
        ({"found": "Het ging beter."}, "Hoe lang duurt het, en kost het ons iets?"),
    ],
)
def test_the_third_question_is_about_what_is_not_known(root: Root, texts: Any, third: str) -> None:
    assert page_of(root, for_parents=texts).questions[2] == third


def test_the_day_of_an_intake_goes_with_it(root: Root) -> None:
    def said(**intake: Any) -> tuple[str, ...]:
        return page_of(root, intake={"open": "no", "sources": SOURCES, **intake}).available

    assert "Zo was het op 5 maart 2024." in said(as_of="2024-03-05")
    assert "Zo was het in maart 2024." in said(as_of="2024-03")
    assert "Van wanneer dat is, weten wij niet." in said()


def test_a_number_stands_only_beside_the_words_for_whom_it_is_about(root: Root) -> None:
    population = "12 van de 17 gezinnen"
    assert page_of(root, outcomes=[an_outcome(HOME)]).found[1:3] == ("11 van 12 gezinnen", (11, 12))
    assert page_of(root, outcomes=[an_outcome(HOME, population=population)]).found[1:3] == (None, None)
    found = page_of(
        root, outcomes=[an_outcome(HOME, population=population)], for_parents={"found": "Bij twaalf lukte het."}
    ).found
    assert found[:3] == ("Bij twaalf lukte het.", "11 van 12 gezinnen", (11, 12))
    assert page_of(root, outcomes=[an_outcome({"percent": 80, "unit": "family"})]).found.number is None


@pytest.mark.parametrize(
    ("outcome", "said", "not_said"),
    [
        (an_outcome(HOME), ("Het waren weinig gezinnen.", NO_CAUSE), "Iemand van buiten heeft dit gemeten."),
        (an_outcome({"count": 500, "of": 900, "unit": "family"}), (NO_CAUSE,), "Het waren weinig gezinnen."),
        (an_outcome({"percent": 80, "unit": "family"}), ("Hoeveel gezinnen dat precies zijn, weten wij niet.",), "Een getal"),
        (an_outcome({"count": 0, "unit": "match"}), ("Hoeveel gezinnen er waren, weten wij niet.",), "precies"),
        (an_outcome({"words": "beter"}, report_read="no"), ("Wij hebben het onderzoek niet zelf gelezen.",), "Het waren"),
        (an_outcome(HOME, direction="none"), ("Wij vonden niet hoe het ging met gezinnen zonder deze hulp.",), NO_CAUSE),
        (
            an_outcome(
                {**HOME, "compared": {"description": "gewone hulp", "count": 3, "of": 12}}, design="rct", independent="yes"
            ),
            ("Er is ook gekeken naar gezinnen met andere hulp of zonder hulp.", "Iemand van buiten heeft dit gemeten."),
            NO_CAUSE,
        ),
        (an_outcome(HOME, design="quasi-experiment"), ("Er was ook een andere groep.", NO_CAUSE), "Er is ook gekeken"),
        (an_outcome(HOME, design="own-report"), ("Dit is niet door iemand van buiten gemeten.",), "Iemand van buiten"),
        (
            an_outcome(HOME, about="original", country="us"),
            ("niet over precies deze hulp", "niet alleen, in Nederland"),
            "Een getal",
        ),
    ],
)
def test_what_weighs_a_result_is_said_in_plain_words(root: Root, outcome: Any, said: tuple[str, ...], not_said: str) -> None:
    weights = " ".join(page_of(root, outcomes=[outcome]).found.weights)
    assert all(one in weights for one in said), weights
    assert not_said not in weights


def test_every_picture_that_a_card_can_name_is_drawn(root: Root) -> None:
    for picture in root.load().vocabularies["step-picture"].terms:
        view = page_of(root, for_parents={"steps": [{"title": "Stap", "text": "U praat.", "picture": picture}]})
        drawn = html_of(view).partition('class="step-picture"')[2].partition("</svg>")[0]
        assert drawn.count("<") >= 1, picture


def test_a_length_is_told_only_if_it_holds_for_everybody(root: Root) -> None:
    length = {"length": {"from": 4, "to": 6, "unit": "week"}, "sources": SOURCES}
    assert page_of(root, intensity=[length]).duration == "De hulp duurt 4 tot en met 6 weken."
    for many in ([{**length, "variant": "Kort"}], [length, {"duration": "een jaar", "sources": SOURCES}]):
        assert page_of(root, intensity=many).duration == "Dat verschilt. Vraag hoe lang het bij u duurt."


def test_a_word_that_is_explained_stands_in_the_list_of_its_page(root: Root) -> None:
    word = {"nl": "diagnose", "en": "diagnosis", "description": "Wat een arts zegt."}
    lists = {"label": "W", "label_en": "W", "description": "W.", "origin": "W.", "complete": True, "terms": {"diagnose": word}}
    root.write("data/vocabularies/plain-word.yml", lists)
    assert [term.nl for term in page_of(root, plain_summary="U hebt geen Diagnose nodig.").words] == ["diagnose"]
    assert page_of(root, plain_summary="U hebt niets nodig.").words == ()


def test_the_measure_of_plain_dutch_finds_long_sentences_and_hard_words(root: Root) -> None:
    long = "Een zin van zestien woorden is te lang voor wie een blad als dit wil lezen."
    hard = "De gedragsinterventie is geïndiceerd."
    terms = {"arts": {"nl": "arts", "en": "doctor", "description": "Iemand die zieke mensen helpt."}}
    lists = {"label": "W", "label_en": "W", "description": "W.", "origin": "W.", "complete": True, "terms": terms}
    root.write("data/vocabularies/plain-word.yml", lists)
    sentences = sentences_of(plain_texts(html_of(page_of(root, plain_summary=f"{long} {hard}"))))
    assert {long, hard} <= set(sentences)
    assert (length_of(long), length_of("Bij 80% lukte het.")) == (16, 4)
    words = PlainWords(root.load())
    assert list(words.unknown(hard, set())) == ["gedragsinterventie", "geïndiceerd"]
    assert list(words.unknown("De kinderen van Pietje wonen bij een arts.", set())) == []
    assert list(words.unknown("Gedragsinterventie helpt.", {"gedragsinterventie"})) == []
