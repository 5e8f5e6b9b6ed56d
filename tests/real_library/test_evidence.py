"""What must hold for every claim and result, whichever cards there are: each once, and each with its source."""

from tests.library.test_claim_addresses import (
    test_the_claims_of_a_card_are_all_there_and_differ,
)
from tests.views.compare.test_comparison import (
    files,
    test_every_denominator_has_a_rule,
    test_no_result_without_count_and_total_has_an_interval,
    test_there_is_a_file_for_every_method_with_every_row,
)
from tests.views.evidence.test_claims import (
    ledger,
    test_each_claim_leads_to_its_place_on_the_card_in_one_step,
    test_each_claim_names_its_source_with_its_date_and_who_speaks,
    test_the_claims_on_the_site_are_those_of_the_cards,
    test_the_spreadsheet_holds_the_same_claims,
)
from tests.views.evidence.test_measures import (
    outcomes,
    test_every_result_stands_under_its_measure_with_design_and_who_measured,
)
from tests.views.fit.test_statements import (
    test_every_statement_stands_on_the_card_with_a_source,
    test_everything_a_card_says_is_an_answer_to_a_question,
    test_one_file_judges_all_methods_and_each_has_its_words,
)
