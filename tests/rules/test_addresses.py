"""Addresses as they stand on parcels."""

import pytest

from shopdesk.rules.addresses import place_lines, recipient_lines, sender_place, town_below


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


@pytest.mark.parametrize(
    ("postcode", "country", "home", "lines"),
    [
        ("97301", "US", "US", "12 Elm St, Salem, OR 97301"),
        ("97301", "", "US", "12 Elm St, Salem, OR 97301"),
        ("97301", "US", "GB", "12 Elm St, Salem, OR 97301\nUnited States"),
        ("310000", "", "CN", "12 Elm St, Salem, OR\n310000"),
    ],
)
def test_a_country_is_written_on_what_leaves_the_shops(
    postcode: str, country: str, home: str, lines: str
) -> None:
    assert place_lines("12 Elm St, Salem, OR", postcode, country, home) == lines


@pytest.mark.parametrize(
    ("address", "country", "place"),
    [
        ("18 Weaver Lane, ME 04000", "US", "18 Weaver Lane, ME 04000"),
        ("18 Weaver Lane, ME 04000, United States", "", "18 Weaver Lane, ME 04000"),
        ("18 Weaver Lane, ME 04000", "GB", "18 Weaver Lane, ME 04000, United States"),
        ("18 Weaver Lane, United States", "GB", "18 Weaver Lane, United States"),
        ("", "GB", ""),
    ],
)
def test_so_is_the_senders(address: str, country: str, place: str) -> None:
    assert sender_place(address, "US", country) == place


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("12 Elm St, Salem, OR 97301", "12 Elm St\nSalem, OR 97301"),
        (
            "9 Elm St, Unit 2, York, ON M4C 1B5\nCanada",
            "9 Elm St, Unit 2\nYork, ON M4C 1B5\nCanada",
        ),
        ("Salem, OR 97301", "Salem, OR 97301"),
        ("3 Park Row, Leeds\nLS1 4AP", "3 Park Row, Leeds\nLS1 4AP"),
        ("", ""),
    ],
)
def test_a_town_stands_with_its_postcode(place: str, lines: str) -> None:
    assert town_below(place) == lines


def test_who_gets_it_stands_above_the_place() -> None:
    assert recipient_lines("林小雨", "138 0571 2107", "杭州") == "林小雨\n138 0571 2107\n杭州"
    assert recipient_lines("林小雨", "", "杭州") == "林小雨\n杭州"
