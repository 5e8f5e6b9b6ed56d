"""What must hold for every page, whichever cards there are: the rules of the site, of cards and of organisations."""

from tests.history.test_card_history import (
    test_a_site_that_does_not_know_its_repository_links_no_earlier_state,
    test_the_card_tells_what_the_history_tells,
)
from tests.site.test_deadline_calendar import test_the_calendar_of_the_library_is_sound_and_holds_every_term
from tests.site.test_feed import (
    test_every_method_and_every_theme_has_a_feed_that_is_valid_and_linked,
    test_every_page_names_the_feed,
    test_the_day_of_a_card_in_the_sitemap_is_that_on_the_card,
    test_the_feed_of_a_site_that_does_not_know_its_address_is_valid_too,
    test_the_feed_of_the_library_is_valid,
)
from tests.site.test_site import (
    test_a_site_that_does_not_know_its_address_tells_none,
    test_a_site_that_knows_its_address_tells_it_on_every_page,
    test_every_card_organisation_and_tool_has_one_page,
    test_every_hand_written_page_is_in_the_site,
    test_every_internal_link_leads_to_a_file_and_every_anchor_to_an_id,
    test_every_page_allows_only_what_comes_from_the_site_itself,
    test_every_page_has_a_title_and_a_description_of_its_own,
    test_every_page_has_one_main_heading_and_no_id_twice,
    test_every_page_is_dutch_and_says_so,
    test_every_page_parses_without_error,
    test_headings_do_not_skip_a_level,
    test_links_are_relative_so_that_the_site_can_stand_below_a_path,
    test_no_mark_of_the_build_is_left_on_a_page,
    test_no_page_holds_a_script_or_style_of_its_own,
    test_no_page_holds_a_telephone_number_mail_address_or_citizen_number,
    test_only_links_that_a_reader_follows_leave_the_site,
    test_the_edit_link_of_a_card_opens_its_file,
    test_the_file_of_every_card_lies_beside_its_page,
    test_the_menu_marks_the_part_that_a_page_belongs_to,
    test_the_sitemap_lists_every_page_but_the_small_cards,
    test_without_a_repository_no_page_offers_editing,
)
from tests.views.catalogue.test_embed import (
    methods,
    test_a_recognition_stands_word_for_word_with_its_date,
    test_a_small_card_is_small_and_has_no_script_and_no_theme,
    test_every_card_has_a_small_card_that_says_the_same,
    test_the_link_to_the_whole_card_opens_beside_the_page_that_shows_it,
)
