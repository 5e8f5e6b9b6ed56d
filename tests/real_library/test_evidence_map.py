"""The evidence map of every library: a mark for each result, a row for each method."""

from tests.views.evidence.test_evidence_map import (
    page,
    test_a_theme_has_a_map_of_its_methods_also_of_those_without_results,
    test_every_design_and_direction_has_a_mark_and_a_place_in_the_legend,
    test_every_method_has_a_row_and_every_measure_a_column_or_a_place_in_the_last,
    test_the_same_map_stands_there_as_text,
    test_what_a_study_found_on_a_measure_is_one_mark_that_leads_to_its_claim,
)
