"""Addresses as they stand on parcels."""

import pytest

from shopdesk.rules.addresses import place_lines, recipient_lines


@pytest.mark.parametrize(
    ("address", "postcode", "country", "lines"),
    [
        ("杭州市文一西路 969 号", "310000", "CN", "杭州市文一西路 969 号\n310000"),
        ("杭州市文一西路 969 号 310000", "310000", "CN", "杭州市文一西路 969 号 310000"),
        ("969 Wenyi Rd, Hangzhou", "310000", "CN", "969 Wenyi Rd, Hangzhou\n310000\nChina"),
        ("12 Elm St, Salem, OR", "97301", "US", "12 Elm St, Salem, OR 97301\nUnited States"),
        ("3 Park Row, Leeds", "LS1 4AP", "GB", "3 Park Row, Leeds\nLS1 4AP\nUnited Kingdom"),
        ("3 Park Row, Leeds", "", "", "3 Park Row, Leeds"),
        ("Rua 1", "1000", "Portugal", "Rua 1\n1000\nPortugal"),
        ("", "", "CN", ""),
    ],
)
def test_an_address_is_written_as_its_country_does(
    address: str, postcode: str, country: str, lines: str
) -> None:
    assert place_lines(address, postcode, country) == lines


def test_who_gets_it_stands_above_the_place() -> None:
    assert recipient_lines("林小雨", "138 0571 2107", "杭州") == "林小雨\n138 0571 2107\n杭州"
    assert recipient_lines("林小雨", "", "杭州") == "林小雨\n杭州"
