"""What the page on guidelines of every library says of its own coverage."""

from tests.views.evidence.test_guideline_coverage import (
    page,
    test_the_page_says_of_all_of_each_guideline_and_of_each_purpose_what_holds,
)
