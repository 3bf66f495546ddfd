"""What scanners make of a code, and what it is looked up as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.rules.scanning import LONGEST_CODE, read_code


@pytest.mark.parametrize(
    "scanned",
    [
        "R-2611-0007",
        "r-2611-0007",
        "R26110007",
        " r 2611 0007\t\n",
        "Ｒ－２６１１－０００７",
        "]Q1R-2611-0007",
        "Rß2611ß0007",
        "R'2611'0007",
        "RETURN R-2611-0007",
        "\ufeffR-2611-0007\u200b",
    ],
)
def test_a_slip_is_read_however_the_scanner_writes_it(scanned: str) -> None:
    assert read_code(scanned).number == "R-2611-0007"


@pytest.mark.parametrize(
    "scanned", ["SF1234567890123", "RB123456785GB", "R-26-7", "XR-2611-0007", ""]
)
def test_what_is_no_number_of_ours_is_none(scanned: str) -> None:
    assert (read_code(scanned).number, read_code(scanned).shelf_number) == ("", "")


@pytest.mark.parametrize(
    ("scanned", "waybill"),
    [
        ("sf 1234 5678 90123", "SF1234567890123"),
        ("JDVA12345678901-1-1-", "JDVA12345678901"),
        ("420941079405511899223197428490", "9405511899223197428490"),
    ],
)
def test_a_waybill_is_found_in_its_barcode(scanned: str, waybill: str) -> None:
    assert waybill in read_code(scanned).waybills


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("7720", "7720"),
        ("+86 138 0000 7720", "13800007720"),
        ("(020) 7946-0018", "02079460018"),
        ("772", ""),
        ("SF7720", ""),
        ("123456789012345", ""),
    ],
)
def test_the_end_of_a_phone_number_is_digits(typed: str, end: str) -> None:
    assert read_code(typed).phone_end == end


@given(st.text(max_size=3 * LONGEST_CODE))
def test_any_text_is_read(typed: str) -> None:
    code = read_code(typed)
    assert len(code.text) <= LONGEST_CODE
    assert code.text.isprintable()
