"""Two desks, one case: a form shows what the other one wrote before it can be saved again."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Order
from shopdesk.services.drafts import (
    CostDraft,
    GoodsOutDraft,
    GoodsOutLine,
    SettlementDraft,
    ShareDraft,
)
from shopdesk.services.ledger import save_costs
from shopdesk.services.liability import confirm_liability
from shopdesk.services.reshipments import change_goods_out
from shopdesk.ui.dialogs.case_dialog import CaseDialog
from shopdesk.ui.dialogs.costs import CostsDialog
from shopdesk.ui.dialogs.goods_out import GoodsOutDialog
from shopdesk.ui.dialogs.liability import LiabilityDialog
from shopdesk.ui.dialogs.merging import differing, merged
from shopdesk.ui.dialogs.refund import RefundDialog
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from tests.settling import agreed, goods_out, inspected, money, refund, step
from tests.ui.returns.conftest import Story
from tests.ui.returns.test_money import opened

ENTER = Qt.Key.Key_Return
Open = Callable[[], Story]
PARTS = st.dictionaries(st.integers(0, 4), st.integers(0, 3))


@given(PARTS, PARTS, PARTS)
def test_nothing_unseen_is_lost_and_nothing_typed_is(
    seen: dict[int, int], now: dict[int, int], typed: dict[int, int]
) -> None:
    shown, changed = merged(seen, now, typed), differing(seen, now)
    for key in dict.fromkeys((*seen, *now, *typed)):
        is_typed = key in typed and typed[key] != seen.get(key)
        holds = typed if is_typed or key not in changed else now
        assert shown.get(key) == holds.get(key)


def refunded_on_the_platform(session: Session) -> None:
    session.query(Order).one().refunded_minor = 5000


def told(story: Story, dialog: CaseDialog[Any], at: QWidget) -> str:
    """Press Enter in a form that is late; return what it says when it can be saved again."""
    seen = dialog.seen.version
    story.press(ENTER, at)
    story.until(lambda: dialog.seen.version > seen and dialog.save_button.isEnabled())
    return story.words(dialog.form)


def test_costs_of_both_stand_in_the_ledger(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk)
    desk.write("x", lambda s: save_costs(s, case_id, [CostDraft("freight_back", 1200)]))
    (first,) = money(desk, case_id).costs
    seat = open_page()
    dialog = opened(seat, "What it cost…", CostsDialog)
    dialog.entries.more.click()
    QTest.keyClicks(dialog.entries.rows[1].amount, "5")
    theirs = [
        CostDraft("freight_back", 1500, id=first.id),
        CostDraft("compensation", 3000),
    ]
    desk.write("x", lambda s: save_costs(s, case_id, theirs))
    said = told(seat, dialog, dialog.entries.rows[1].amount)
    assert "Compensation CN¥30.00" in said
    assert dialog.total.text() == "In all: CN¥50.00"
    seat.press(ENTER, dialog.entries.rows[1].amount)
    seat.until(lambda: money(desk, case_id).cost_minor == 5000)
    assert sorted(cost.amount_minor for cost in money(desk, case_id).costs) == [500, 1500, 3000]


def test_an_address_that_a_colleague_put_right_stays_right(desk: Desk, open_page: Open) -> None:
    case_id = inspected(desk, remedy="exchange")
    step(desk, case_id, "settle", SettlementDraft(0))
    (out,) = goods_out(desk, case_id)
    seat = open_page()
    dialog = opened(seat, "Change…", GoodsOutDialog)
    variant = dialog.goods_out.list.rows[0].variant
    variant.setText("Blue L")
    line = out.lines[0]
    same = GoodsOutLine(line.title, 1, sku=line.sku, variant=line.variant, price_minor=15900)
    theirs = GoodsOutDraft((same, GoodsOutLine("Gift card", 1)), "Lin", "1", "12 Quai de la Loire")
    desk.write("x", lambda s: change_goods_out(s, out.id, theirs))
    assert "12 Quai de la Loire" in told(seat, dialog, variant)
    seat.press(ENTER, variant)
    seat.until(lambda: goods_out(desk, case_id)[0].lines[0].variant == "Blue L")
    (now,) = goods_out(desk, case_id)
    assert now.address == "12 Quai de la Loire"
    assert [line.title for line in now.lines][1:] == ["Gift card"]


def test_what_was_refunded_meanwhile_is_said(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk)
    seat = open_page()
    dialog = opened(seat, "Refund…", RefundDialog)
    seat.until(dialog.refund.goods.text)
    QTest.keyClicks(dialog.refund.goods, "50")
    refund(desk, case_id, SettlementDraft(5000))
    assert "refunded CN¥50.00" in told(seat, dialog, dialog.refund.goods)
    assert money(desk, case_id).refunded_minor == 5000
    seat.until(lambda: "CN¥50.00 already refunded" in seat.words(dialog))


def test_a_refund_of_another_return_asks_for_a_reason_in_sight(desk: Desk, open_page: Open) -> None:
    case_id = agreed(desk, paid_minor=10_000)
    seat = open_page()
    dialog = opened(seat, "Refund…", RefundDialog)
    seat.until(dialog.refund.goods.text)
    QTest.keyClicks(dialog.refund.goods, "90")
    desk.write("x", refunded_on_the_platform)
    seat.press(ENTER, dialog.refund.goods)
    seat.until(dialog.refund.over.isVisible)
    seat.until(dialog.refund.over.field.hasFocus)
    assert "Say why" in dialog.form.sentence_at("over_reason")
    assert "already refunded" in seat.words(dialog)
    QTest.keyClicks(dialog.refund.over.field, "Kindness")
    seat.press(ENTER, dialog.refund.over.field)
    seat.until(lambda: money(desk, case_id).refunded_minor == 9000)


def test_shares_of_a_colleague_are_shown_before_they_are_confirmed(
    desk: Desk, open_page: Open
) -> None:
    case_id = agreed(desk, reason="wrong_item_sent")
    seat = open_page()
    dialog = opened(seat, "Who bears it…", LiabilityDialog)
    theirs = [ShareDraft("courier", 60), ShareDraft("warehouse", 40)]
    desk.write("x", lambda s: confirm_liability(s, case_id, theirs))
    field = dialog.shares.fields["warehouse"]
    assert "60 %" in told(seat, dialog, field)
    assert dialog.shares.value() == {"courier": 60, "warehouse": 40}
    seat.press(ENTER, field)
    seat.until(lambda: seat.window.shell.toast.sentence)
    shares = {share.party: share.percent for share in money(desk, case_id).shares}
    assert shares == {"courier": 60, "warehouse": 40}


def test_goods_changed_meanwhile_are_said_before_they_are_sent(desk: Desk, open_page: Open) -> None:
    case_id = inspected(desk, remedy="exchange")
    step(desk, case_id, "settle", SettlementDraft(0))
    (out,) = goods_out(desk, case_id)
    seat = open_page()
    dialog = opened(seat, "Send…", SendGoodsDialog)
    seat.until(dialog.courier.value)
    QTest.keyClicks(dialog.waybill, "SF1234567890")
    theirs = GoodsOutDraft((GoodsOutLine("Gift card", 1),), "Lin", "1", "12 Quai")
    desk.write("x", lambda s: change_goods_out(s, out.id, theirs))
    assert "Gift card" in told(seat, dialog, dialog.waybill)
    assert dialog.waybill.value() == "SF1234567890"
    seat.press(ENTER, dialog.waybill)
    seat.until(lambda: goods_out(desk, case_id)[0].state == "sent")
