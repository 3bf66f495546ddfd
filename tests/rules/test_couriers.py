"""Couriers are recognised by forms of waybills that are theirs alone."""

import pytest

from shopdesk.rules.couriers import COURIERS, courier_of_waybill


@pytest.mark.parametrize(
    ("waybill", "courier"),
    [
        ("SF1234567890123", "sf"),
        ("yt 0824436195159", "yto"),
        ("YT0824436195159000", ""),
        ("JT3012345678901", "jt"),
        ("1Z999AA10123456784", "ups"),
        ("EA328581241CN", "ems"),
        ("78210033419921", ""),
        ("", ""),
    ],
)
def test_letters_tell_the_courier_and_digits_do_not(waybill: str, courier: str) -> None:
    assert courier_of_waybill(waybill) == courier
    assert courier in {"", *COURIERS}
