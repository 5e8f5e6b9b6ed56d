"""From how many families on a difference shows: against published examples, and against an exact count of all outcomes."""

import datetime
from math import comb, sqrt
from statistics import NormalDist

import pytest

from macros.rendering.render import render
from macros.site.author_macros.call import NOWHERE
from macros.views.evidence.sample_size import (
    ALPHA,
    POWER,
    SHARES,
    exact_size,
    families_per_group,
    sample_sizes,
    smallest_visible,
)
from macros.views.evidence.sample_size_chart import sample_size_figure


@pytest.mark.parametrize(
    ("first", "second", "alpha", "power", "published"),
    [
        (0.45, 0.25, 0.05, 0.90, "127.2343"),  # J.H. Zar, Biostatistical Analysis (1999), example 24.26, as Unistat reckons it
        (0.60, 0.70, 0.01, 0.95, "826.9465"),  # J.L. Fleiss, Statistical Methods for Rates and Proportions (1981), chapter 3: 827
    ],
)
def test_the_formula_gives_the_published_examples(
    first: float, second: float, alpha: float, power: float, published: str
) -> None:
    assert f"{exact_size(first, second, alpha, power):.4f}" == published
    assert exact_size(second, first, alpha, power) == exact_size(first, second, alpha, power)


def chance_to_see(first: float, second: float, size: int) -> float:
    """The chance that the chi-square test with Yates's correction sees a difference, counted over all outcomes of two groups."""
    normal = NormalDist().inv_cdf(1 - ALPHA / 2)

    def binomial(share: float) -> list[float]:
        return [comb(size, count) * share**count * (1 - share) ** (size - count) for count in range(size + 1)]

    def is_seen(one: int, other: int) -> bool:
        middle = (one + other) / (2 * size)
        deviation = sqrt(2 * middle * (1 - middle) / size)
        return deviation > 0 and (abs(one - other) - 1) / size >= normal * deviation

    ones, others = binomial(first), binomial(second)
    return sum(p * q for one, p in enumerate(ones) for other, q in enumerate(others) if is_seen(one, other))


@pytest.mark.parametrize(("first", "second"), [(a, b) for a in SHARES for b in SHARES if b - a >= 0.2 - 1e-9])
def test_so_many_families_see_the_difference_four_times_in_five(first: float, second: float) -> None:
    """Very small groups have few possible outcomes, so their chance goes in leaps."""
    needed = families_per_group(first, second)
    assert chance_to_see(first, second, needed) == pytest.approx(POWER, abs=0.03 if needed > 30 else 0.15)


def test_ten_families_in_a_group_see_hardly_anything() -> None:
    assert smallest_visible(0.5, 10) is None
    assert smallest_visible(0.2, 10) == 0.88
    assert chance_to_see(0.5, 0.8, 10) < 0.2


def test_the_smallest_difference_is_the_first_for_which_the_families_are_enough() -> None:
    share = smallest_visible(0.5, 100)
    assert share is not None
    assert exact_size(0.5, share) <= 100 < exact_size(0.5, share - 0.01)


@pytest.mark.parametrize("shares", [(0.5, 0.5), (0, 0.5), (0.5, 1)])
def test_what_is_no_difference_has_no_size(shares: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no two different shares"):
        exact_size(*shares)


def test_the_page_shows_every_number_of_the_table_and_the_source() -> None:
    view = sample_sizes()
    figure = sample_size_figure(datetime.date(2026, 11, 29))
    html = render("evidence/sample_sizes.html", root="../", view=view, figure=figure, site=NOWHERE)
    assert '<td data-first="50%" data-second="70%">103</td>' in html
    assert all(f">{point.families}</text>" in html for point in view.curve)
    assert "Biometrics 36 (1980)" in html
    assert "Lukt het bij 8 van de 10? Dan kan het bij alle gezinnen samen om 49% tot 94% gaan." in html


def test_the_table_of_the_chart_counts_both_groups_and_adds_them() -> None:
    head, *rows = sample_size_figure(datetime.date(2026, 11, 29)).table
    assert head == ("gewone hulp (%)", "met de methode (%)", "gezinnen per groep", "gezinnen samen")
    assert (50, 70, 103, 206) in rows
    assert all(usual == 50 < better and both == 2 * group for usual, better, group, both in rows)
