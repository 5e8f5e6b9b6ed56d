"""The open data of every library: valid, complete, and the same as the pages."""

from tests.open_data.test_agreement_with_pages import (
    rebuilt,
    test_every_value_in_the_json_of_a_card_stands_on_its_page,
    test_the_pages_made_of_the_published_data_are_the_published_pages,
)
from tests.open_data.test_api import (
    test_every_address_in_the_data_is_a_page_or_a_place_on_one,
    test_every_claim_in_the_file_of_a_method_has_its_permanent_address,
    test_every_claim_of_the_ledger_is_in_the_data_once,
    test_every_file_says_its_licence_version_and_place,
    test_every_published_file_is_valid_against_the_schema_it_names,
    test_every_source_that_a_file_cites_stands_in_it_in_full,
    test_no_two_files_have_one_path,
    test_nothing_is_taken_away_from_what_was_published,
    test_the_index_names_every_kind_of_file,
    test_the_interval_in_the_data_is_that_of_wilson,
    test_the_list_of_methods_counts_what_its_facets_say,
)
from tests.open_data.test_linked_data import (
    pytestmark,
    test_every_card_says_what_it_is_in_the_words_of_schema_org,
    test_every_download_in_the_catalogue_is_a_file_of_the_site,
    test_the_catalogue_is_valid_against_every_shape_of_dcat_ap_and_its_dutch_profile,
)
from tests.open_data.test_tables import (
    test_every_form_of_a_table_has_the_same_rows,
    test_the_data_package_passes_the_validator_of_frictionless,
)
