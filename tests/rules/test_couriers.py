"""Couriers are recognised by forms that are theirs alone, and suggested by all others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.rules.couriers import (
    COURIERS,
    courier_code,
    courier_of_waybill,
    folded_waybill,
    is_misread,
    suggested_couriers,
)
from shopdesk.rules.couriers.forms import FORMS
from shopdesk.rules.regions import REGIONS

FIGURES = st.text("0123456789", max_size=36)


@pytest.mark.parametrize(
    ("waybill", "courier"),
    [
        ("SF1234567890123", "sf"),
        ("sf 1234 5678 90123", "sf"),
        ("ＳＦ１２３４５６７８９０１２３", "sf"),
        ("yt 0824436195159", "yto"),
        ("YT0824436195159000", "yunexpress"),
        ("JT3012345678901", "jt"),
        ("DPK123456789012", "deppon"),
        ("YD123456789012", "yunda"),
        ("TBA123456789012", "amazon"),
        ("1Z999AA10123456784", "ups"),
        ("EA328581241CN", "ems"),
        ("RB123456785GB", "royal_mail"),
        ("RB123456785DE", "dhl_de"),
        ("RB123456785NL", "other"),
        ("JDVA12345678901", "jd"),
        ("JD0123456789012", "jd"),
        ("JD0123456789012345", "yodel"),
    ],
)
def test_letters_of_its_own_tell_the_courier(waybill: str, courier: str) -> None:
    assert courier_of_waybill(waybill) == courier
    assert not is_misread(waybill)


@pytest.mark.parametrize(
    "waybill",
    ["78210033419921", "JJD0123456789012345", "JDD01234567890", "GM1234567890", "SF123", ""],
)
def test_what_several_couriers_share_tells_nothing(waybill: str) -> None:
    assert courier_of_waybill(waybill) == ""
    assert not is_misread(waybill)


@given(FIGURES)
def test_figures_alone_never_tell_the_courier(waybill: str) -> None:
    assert courier_of_waybill(waybill) == ""


@pytest.mark.parametrize("waybill", ["1Z999AA10123456785", "EA328581242CN", "RB123456784GB"])
def test_a_wrong_check_digit_is_a_misread_number(waybill: str) -> None:
    assert courier_of_waybill(waybill) == ""
    assert is_misread(waybill)


@pytest.mark.parametrize(
    ("waybill", "region", "used", "suggested"),
    [
        # twelve figures whose check digit is FedEx's by chance or not
        ("101234567890", "CN", (), ["sf", "zto", "sto"]),
        ("101234567890", "CN", ("zto",), ["zto", "sf", "sto"]),
        ("986543210128", "US", (), ["fedex"]),
        # fifteen: STO by its 77, Yunda by its 3 or 4
        ("773012345678901", "CN", (), ["sto"]),
        ("431234567890123", "CN", (), ["yunda"]),
        # thirteen: the post by its start, Yunda by its length
        ("9912345678901", "CN", (), ["ems", "yunda"]),
        ("2012345678901", "CN", (), ["yunda"]),
        # fourteen are ZTO's in China, DPD's in Britain
        ("78210033419921", "CN", (), ["zto"]),
        ("78210033419921", "GB", (), ["dpd_uk"]),
        ("78210033419921", "GB", ("zto",), ["zto", "dpd_uk"]),
        # ten: Deppon by its start; DHL only with the right last figure
        ("8123456780", "CN", (), ["deppon"]),
        ("1234567891", "DE", (), ["dhl"]),
        ("JDD0123456789", "DE", (), ["dhl"]),
        ("JJD0123456789012345", "GB", (), ["yodel"]),
        ("nothing of the kind", "CN", (), []),
    ],
)
def test_figures_are_suggested_by_country_use_and_check(
    waybill: str, region: str, used: tuple[str, ...], suggested: list[str]
) -> None:
    assert suggested_couriers(waybill, region, used) == suggested


@given(st.one_of(FIGURES, st.text(max_size=40)), st.sampled_from(["", *REGIONS]))
def test_whatever_is_typed_is_answered_shortly(waybill: str, region: str) -> None:
    found = suggested_couriers(waybill, region)
    assert len(found) == len(set(found)) <= 4
    assert set(found) <= set(COURIERS)
    assert courier_of_waybill(waybill) in {"", *COURIERS}
    assert folded_waybill(folded_waybill(waybill)) == folded_waybill(waybill)


def test_presets_and_forms_belong_together() -> None:
    assert {form.courier for form in FORMS} <= set(COURIERS)
    for courier in COURIERS.values():
        assert courier.regions <= set(REGIONS)
        for url in (courier.tracking_url, *courier.other_urls):
            assert url.startswith("https://")
            assert url.count("{n}") == 1


def test_names_of_exports_find_their_preset() -> None:
    assert courier_code("中通快递") == "zto"
    assert courier_code(" Royal Mail ") == "royal_mail"
    assert courier_code("谁也不认识") == "other"
