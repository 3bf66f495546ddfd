"""The part of the day that has to do with parcels: received, inspected, settled, sent."""

from PySide6.QtCore import Qt

from shopdesk.cli.streams import say
from shopdesk.i18n import _, ngettext
from shopdesk.rules.reshipments import STEPS
from shopdesk.tour.hands import (
    bring_to_top,
    judge,
    keep_back,
    next_form,
    scan,
    select_all,
    show_return,
)
from shopdesk.tour.stage import Stage
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog

CTRL = Qt.KeyboardModifier.ControlModifier
STRAY = "NO-NAME-INSIDE"
_OUT = "SF1234567890123"


def receive_a_parcel(stage: Stage) -> None:
    """Scan a parcel that is on its way; its inspection opens."""
    page = scan(stage, stage.subjects.awaited_waybill)
    stage.driver.until("inspection", lambda: page.work.panel and page.work.panel.case_id)
    stage.driver.hush()
    stage.driver.shoot_next("received")
    say(_("A parcel was scanned and received"))


def inspect_and_settle(stage: Stage) -> None:
    """Finish the inspection with one damaged unit, and keep a part of the refund back."""
    driver, case_id = stage.driver, stage.subjects.awaited_id
    page = driver.window.page_widget("desk")
    judge(stage, page.work.panel)
    driver.shoot_next("inspection")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.until("inspected", lambda: _state_of(stage, case_id) == "inspected")
    keep_back(stage, next_form(stage, case_id, SettlementDialog))
    driver.shoot_next("settlement")
    driver.press(Qt.Key.Key_Return)
    driver.until("settled", lambda: _state_of(stage, case_id) == "settled")
    driver.hush()
    bring_to_top(stage, case_id, "money")
    driver.shoot_next("settled")
    say(_("A return that had arrived was settled"))


def keep_a_stray_parcel(stage: Stage) -> None:
    """Scan what belongs to no return, and keep it under a number of its own."""
    page = scan(stage, STRAY)
    stage.driver.press(Qt.Key.Key_Return)
    stage.driver.until("kept parcel", lambda: page.band.answer.parcel)
    stage.driver.shoot_next("kept-parcel")
    say(_("A parcel without a return was kept"))


def swap_goods(stage: Stage) -> None:
    """Settle a return that other goods are sent for, and send them."""
    driver, case_id = stage.driver, stage.subjects.to_swap
    section = show_return(stage, case_id).detail.goods_out
    form = next_form(stage, case_id, SettlementDialog)
    driver.until("proposal", form.goods_out.draft)
    driver.shoot_next("exchange")
    form.save_button.click()
    driver.until("goods out", lambda: section.rows)
    section.steps.take(section.rows[0], STEPS["send"])
    waybill = driver.form(SendGoodsDialog)
    driver.until("courier", waybill.courier.value)
    waybill.waybill.setText(_OUT)
    driver.press(Qt.Key.Key_Return)
    driver.until("sent", lambda: section.rows[0].state == "sent")
    driver.hush()
    bring_to_top(stage, case_id, "goods_out")
    driver.shoot_next("goods-out")
    say(_("A replacement was sent"))


def remind_many(stage: Stage) -> None:
    """Remind all buyers at once who have something to send."""
    page = select_all(stage, "agreed")
    acts = page.many_actions
    stage.driver.until("count", lambda: acts.count("remind"))
    count = acts.count("remind")
    stage.driver.shoot_next("many")
    acts.actions["remind"].trigger()
    stage.driver.until("reminders", lambda: stage.driver.window.shell.toast.sentence)
    say(ngettext("{n} buyer was reminded", "{n} buyers were reminded", count).format(n=count))


def _state_of(stage: Stage, case_id: int) -> str:
    with stage.driver.desk.reading() as reader:
        return str(reader.value("SELECT state FROM cases WHERE id = ?", (case_id,)))
