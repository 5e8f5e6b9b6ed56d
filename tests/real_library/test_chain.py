"""The chain of every library: the picture and the text say the same."""

from tests.views.reference.test_chain import (
    page,
    test_each_place_has_a_page,
    test_every_place_has_a_source,
    test_picture_and_text_say_the_same,
    test_the_picture_follows_the_chain_and_not_a_ranking,
)
