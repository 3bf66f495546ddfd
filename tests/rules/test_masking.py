"""What a passer-by sees of a phone number and an address, and what never."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.customers import phone_forms
from shopdesk.rules.masking import masked_address, masked_phone


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("13800002107", "138****2107"),
        ("138 0000 2107", "138****2107"),
        ("+86 138 0000 2107", "861******2107"),
        ("0571-8800 1234", "057*****1234"),
        ("88001234", "****1234"),
        ("8800123", "****23"),
        ("", ""),
        ("call her mother", "****"),
    ],
)
def test_a_phone(typed: str, shown: str) -> None:
    assert masked_phone(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("浙江省杭州市余杭区文一西路 969 号", "浙江省杭州市****"),
        ("浙江省 杭州市 余杭区", "浙江省 杭州市****"),
        ("北京市朝阳区建国路1号", "北京市****"),
        ("广西壮族自治区南宁市青秀区", "广西壮族自治区南宁市****"),
        ("文一西路969号市民中心", "****"),
        ("14 Mill Lane, Leeds", "****, Leeds"),
        ("14 Mill Lane", "****"),
        ("", ""),
    ],
)
def test_an_address(typed: str, shown: str) -> None:
    assert masked_address(typed) == shown


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 -+()", max_size=24))
def test_never_more_than_half_and_a_bit_of_a_number(typed: str) -> None:
    digits, left = re.sub(r"\D", "", typed), re.sub(r"\D", "", masked_phone(typed))
    assert len(left) <= min(7, max(2, len(digits) - 4))


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_a_mask_of_anything_is_shorter_or_starred(typed: str) -> None:
    shown = masked_address(typed)
    assert bool(shown) == bool(typed.strip())
    assert not shown or "****" in shown


def test_a_chinese_mobile_with_and_without_its_country() -> None:
    assert set(phone_forms("13800002107")) == set(phone_forms("8613800002107"))
    assert phone_forms("4420712345") == ("4420712345",)
