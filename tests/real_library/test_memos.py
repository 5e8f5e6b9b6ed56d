"""What a memo says stands on the cards, whichever cards there are."""

from tests.views.compare.test_memo import (
    test_every_mark_has_its_source_and_every_source_its_mark,
    test_every_number_of_a_memo_and_of_the_sheet_to_talk_through_stands_on_its_card,
    test_the_word_file_of_every_ready_made_comparison_is_sound,
)
