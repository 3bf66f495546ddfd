"""Real exports, kept outside the project: read only where SHOPDESK_SAMPLES names their folder."""

import os
from pathlib import Path

import pytest

from shopdesk.errors import DomainError

from .conftest import Read

SAMPLES = Path(os.environ.get("SHOPDESK_SAMPLES", "."))

pytestmark = pytest.mark.skipif("SHOPDESK_SAMPLES" not in os.environ, reason="no samples here")


@pytest.mark.parametrize(
    ("name", "platform", "orders", "lines"),
    [
        ("shopify/orders_export_inr_devstore_79col.csv", "shopify", 51, 121),
        ("shopify/orders_export_eur_2021_71col.csv", "shopify", 39, 39),
        ("shopify/orders_export_cad_excel_resaved_34col.csv", "shopify", 60, 68),
        ("taobao_tmall/mingribooks.xls", "taobao", 704, 704),
        ("taobao_tmall/tmall_order_report.csv", "taobao", 300, 0),
    ],
)
def test_every_order_and_line_is_read(
    name: str, platform: str, orders: int, lines: int, read: Read
) -> None:
    result = read(SAMPLES / name)
    assert (result.platform, len(result.orders)) == (platform, orders)
    assert sum(len(order.lines) for order in result.orders) == lines
    assert not [problem for problem in result.problems if problem.severity == "error"]


def test_other_platforms_are_refused_with_a_sentence(read: Read) -> None:
    for folder in ("amazon", "ebay", "etsy", "wix", "woocommerce"):
        for path in (SAMPLES / folder).iterdir():
            with pytest.raises(DomainError, match=r"ShopDesk|nearest"):
                read(path)
