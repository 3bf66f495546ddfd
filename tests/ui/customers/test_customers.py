"""Buyers are listed by their last order, found by any of their signs, and lead to their orders."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.services.drafts import SettlementDraft, StepDraft, WaybillDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.base.link_rows import LinkRow
from shopdesk.ui.pages.customers.detail import CustomerDetailView
from shopdesk.ui.pages.customers.page import CustomersPage
from tests.making import all_intact, make_order, make_return
from tests.ui.browsing import Browser


@pytest.fixture
def browser(qtbot: QtBot, desk: Desk) -> Iterator[Browser]:
    first = make_order(desk, "3398120571", buyer="林小雨", phone="13800007720")
    make_order(desk, "3398120572", buyer="Hannah Cole", phone="13900001111")
    refunded(desk, make_return(desk, first, agree=True))
    opened = Browser(qtbot, desk, "customers")
    opened.until(lambda: opened.page(CustomersPage).model.rowCount() == 2)
    yield opened
    opened.window.close()


@pytest.fixture
def page(browser: Browser) -> CustomersPage:
    found: CustomersPage = browser.page(CustomersPage)
    return found


def refunded(desk: Desk, case_id: int) -> None:
    """Take a return from agreed to settled with CN¥99.00."""
    typed: dict[str, StepDraft | None] = {
        "send": WaybillDraft("sf", "SF1234567890123"),
        "receive": None,
        "inspect": all_intact(desk, case_id),
        "settle": SettlementDraft(9_900),
    }
    for code, draft in typed.items():
        desk.write(code, partial(take_step, case_id=case_id, code=code, draft=draft))


def cells(page: CustomersPage, row: int) -> dict[str, str]:
    return {column.key: page.model.index(row, n).data() for n, column in enumerate(page.columns)}


def test_orders_cases_and_refunds_stand_beside_the_name(page: CustomersPage) -> None:
    rows = {cells(page, row)["name"]: cells(page, row) for row in range(2)}
    wanted = ("handle", "orders", "open", "refunded", "score")
    assert [rows["林小雨"][key] for key in wanted] == ["tb_3398120571", "1", "1", "CN¥99.00", ""]
    assert [rows["Hannah Cole"][key] for key in wanted] == ["tb_3398120572", "1", "—", "", ""]


@pytest.mark.parametrize("typed", ["Hannah", "tb_3398120572", "1390000", "1111", "3398120572"])
def test_a_buyer_is_found_by(browser: Browser, page: CustomersPage, typed: str) -> None:
    browser.find()
    browser.type(typed)
    browser.until(lambda: page.model.rowCount() == 1)
    assert cells(page, 0)["name"] == "Hannah Cole"
    browser.until(lambda: "1 found, of 2" in [label.text() for label in page.findChildren(QLabel)])


def test_the_detail_leads_to_orders_and_returns(browser: Browser, page: CustomersPage) -> None:
    with browser.desk.reading() as reader:
        customer_id = reader.value("SELECT id FROM customer WHERE name = '林小雨'")
    browser.go("customers", customer_id)
    browser.until(lambda: page.table.chosen == customer_id)
    detail = page.detail
    assert isinstance(detail, CustomerDetailView)
    assert "CN¥99.00" in {label.text() for label in detail.summary.findChildren(QLabel)}
    order = browser.seen(LinkRow, detail.orders)
    assert order.link.text() == "3398120571"
    order.link.click()
    assert browser.window.page == "orders"
