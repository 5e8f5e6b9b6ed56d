"""The pages of cards in every library: everything on them has a source, and nothing stands on a scale unseen."""

from tests.views.card.test_card_pages import (
    test_a_group_that_can_be_recognised_is_told_in_words,
    test_every_claim_cost_reach_and_recognition_has_a_source,
    test_every_mark_on_a_card_leads_to_the_source_with_its_number,
    test_every_picture_shows_one_share_so_that_nothing_is_set_on_one_scale_unseen,
)
