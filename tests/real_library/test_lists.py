"""The lists, facets and searches of every library: each method stands in each, and every value has a name."""

from tests.search.test_index import (
    stem,
    test_an_ambiguous_abbreviation_is_asked_about_even_if_a_group_has_it,
    test_every_method_has_a_file_with_what_is_searched,
    test_words_that_must_stay_apart_share_no_stem_and_no_group,
)
from tests.views.card.test_citation import (
    test_every_card_offers_its_citation_in_three_forms,
)
from tests.views.catalogue.test_catalogue import (
    test_all_columns_are_as_long_as_there_are_methods,
    test_every_method_stands_in_a_list_of_each_kind,
    test_every_value_of_every_method_has_a_name,
    test_records_hold_every_value_of_every_method,
    test_the_links_to_lists_tell_how_many_methods_they_hold,
)
from tests.views.changes.test_changes import (
    test_every_card_tells_itself_and_equals_itself,
)
from tests.views.common.test_known_words import (
    test_every_text_of_an_answer_belongs_to_a_word,
    test_every_word_that_the_code_names_stands_in_its_list,
)
from tests.views.missing.test_missing import (
    test_every_link_to_a_part_leads_to_a_page,
    test_the_counts_are_those_of_the_cards,
)
