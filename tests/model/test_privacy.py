"""What must never be published is found, and what only looks like it is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.privacy import find_personal_data, is_citizen_number


def kind_in(text: str) -> str | None:
    found = find_personal_data(text)
    return found.what if found else None


@pytest.mark.parametrize(
    "number",
    [
        "0612345678",
        "06-12345678",
        "06 - 12345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06–12345678",
        "06/12345678",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "+31(0)20 123 45 67",
        "0031 6 12345678",
        "020-1234567",
        "020 123 45 67",
        "(020) 123 45 67",
        "020 - 123 45 67",
        "0297-123456",
        "0297 12 34 56",
        "088 123 4567",
    ],
)
def test_a_telephone_number_is_found(number: str) -> None:
    found = find_personal_data(f"Bel ons (tel.{number}), dan komen wij langs.")
    assert found == ("een telefoonnummer", number)


@pytest.mark.parametrize(
    "address", ["iemand@voorbeeld.example", "een.twee+drie@sub.voorbeeld.example", "i_e-mand@voor-beeld.example"]
)
def test_a_mail_address_is_found_without_the_full_stop_after_it(address: str) -> None:
    found = find_personal_data(f"Mail naar {address}.")
    assert found == ("een e-mailadres", address)


def test_a_mail_address_in_a_link_is_found() -> None:
    assert kind_in("[mail](https://voorbeeld.example/?aan=iemand@voorbeeld.example)") == "een e-mailadres"


@pytest.mark.parametrize("number", ["111222333", "1112.22.333", "1112 22 333"])
def test_a_citizen_service_number_is_found(number: str) -> None:
    assert kind_in(f"Het kind met nummer {number} woont thuis.") == "een burgerservicenummer"


@pytest.mark.parametrize(
    "text",
    [
        "Het kostte 150.000 euro, daarna € 2.500,50 en later 1.234.567 euro.",
        "In 2019–2022 deden 17 gezinnen mee, in 2023-2024 nog 31.",
        "ISBN 978-90-5957-123-4",
        "ISBN 90-5957-123-4",
        "ISBN 0198534531",
        "ISBN-10: 0-19-853453-1",
        "Rapport 2019-0612345, nummer 1234567890.",
        "Kamerstuk 31839, nr. 1012; dossier 85075NED.",
        "Kinderen van 0-4 jaar, 4-12 jaar en 12 tot 18 jaar.",
        "Kinderen van 0 tot 18 jaar; 11 van 12 gezinnen; 0,5 procent; 0.05.",
        "Op 01-02-2019 waren er 30 kinderen, op 06-02-2019 30 gezinnen.",
        "Op 2019-05-14 en 2020-01-02.",
        "Open van 08.30 - 17.00 uur, 12 uur per week.",
        "Zie [het artikel](https://voorbeeld.example/artikel/0612345678).",
        "Zie [het artikel](https://voorbeeld.example/artikel/111222333).",
        "doi 10.1002/0471234567",
        "Het getal 111222334 voldoet niet aan de elfproef.",
        "Het getal 1112223334 is te lang.",
        "De postcode is 1234 AB; zij wonen op nummer 06.",
        "95%-interval 65–99%, p = 0.0123456789",
        "Iemand @ een plek, 50 @ 60.",
    ],
)
def test_what_only_looks_like_personal_data_is_left_alone(text: str) -> None:
    assert find_personal_data(text) is None


def test_text_without_digits_is_left_alone() -> None:
    assert find_personal_data("Bel de wijkagent.") is None


@pytest.mark.parametrize("digits", ["111222333", "123456782"])
def test_the_eleven_test_accepts_a_right_number(digits: str) -> None:
    assert is_citizen_number(digits)


@pytest.mark.parametrize("digits", ["000000000", "111222334", "123456789"])
def test_the_eleven_test_refuses_a_wrong_number(digits: str) -> None:
    assert not is_citizen_number(digits)


@given(st.integers(1, 10**8 - 1), st.integers(0, 8), st.integers(1, 9))
def test_the_eleven_test_notices_one_wrong_digit(start: int, place: int, change: int) -> None:
    """Weights and 11 have no common factor, so that any one digit that changes makes a right number wrong."""
    digits = next((right for last in range(10) if is_citizen_number(right := f"{start:08d}{last}")), None)
    if digits is not None:
        wrong = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :]
        assert not is_citizen_number(wrong)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    found = find_personal_data(text)
    assert found is None or found.text


@given(st.integers(10_000_000, 99_999_999), st.sampled_from(["06{}", "06-{}", "06 {}", "+316{}", "+31 6 {}", "0031 6 {}"]))
def test_every_mobile_number_is_found_in_a_sentence(number: int, shape: str) -> None:
    assert kind_in(f"Bel {shape.format(number)} voor een afspraak.") == "een telefoonnummer"
