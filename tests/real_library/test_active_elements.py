"""The active elements of every library: each mark leads to a card, each element is explained."""

from tests.views.evidence.test_active_elements import (
    page,
    test_every_element_is_explained_with_the_methods_that_name_it_and_their_sources,
    test_the_marks_are_those_of_the_cards_and_lead_there,
)
