"""The recognitions of every library: each method stands there, with or without a verdict."""

from tests.views.evidence.test_recognitions import (
    page,
    test_each_step_of_each_scale_stands_once_in_the_crosswalk,
    test_every_method_stands_there_with_or_without_a_verdict,
)
