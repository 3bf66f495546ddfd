"""Scenes of goods that go out: the list, a stalled parcel, packing, sending many, a claim."""

from PySide6.QtGui import QGuiApplication

from shopdesk.queries.packing import load_packing
from shopdesk.tour.hands import bring_to_top, show_case
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.claims.claim_dialog import ClaimDialog
from shopdesk.ui.dialogs.send_many import SendManyDialog
from shopdesk.ui.tracking.paste_dialog import PasteTrackingDialog

PAGE = "reshipments"
COURIER_PAGE = """\
2026-11-20 18:22:10 【杭州市】 快件已签收，签收人：菜鸟驿站
2026-11-20 08:14:22 【杭州市】 快件已到达菜鸟驿站，请凭取件码领取
2026-11-20 06:02:00 【杭州市】 文一西路网点的王师傅正在派件
2026-11-19 22:40:11 【嘉兴市】 快件离开嘉兴中转部，已发往杭州转运中心
2026-11-18 17:05:53 【上海市】 浦东网点已揽收
查看更多"""
"""As one copies it from a courier's page; the last line is none of its events."""
_WAYBILL = "SF14400{:08}"


def _list(stage: Stage) -> None:
    stage.driver.page(PAGE).show_chip("open")
    stage.driver.calm()


def _stalled(stage: Stage) -> None:
    stage.driver.page(PAGE).show_chip("stalled")
    show_case(stage, PAGE, stage.care.stalled)


def _tracking(stage: Stage) -> None:
    bring_to_top(stage, stage.care.stalled, "tracking", PAGE)


def _pasting(stage: Stage) -> None:
    page = show_case(stage, PAGE, stage.care.stalled)
    QGuiApplication.clipboard().setText(COURIER_PAGE)
    tracking = page.detail.tracking
    tracking.paste(page.case_actions.goods.parcels[0])
    form = stage.driver.form(PasteTrackingDialog)
    form.text.set_value(COURIER_PAGE)
    form.read()


def _claimed(stage: Stage) -> None:
    bring_to_top(stage, stage.care.claimed, "claims", PAGE)


def _claim(stage: Stage) -> None:
    show_case(stage, PAGE, stage.care.claimed).detail.claims.open()
    stage.driver.form(ClaimDialog)


def _new(stage: Stage) -> None:
    page = stage.driver.page("new_reshipment")
    page.start(stage.subjects.order_id)
    stage.driver.until("goods", page.sheet.goods.field.isVisible)


def _packing(stage: Stage) -> None:
    stage.driver.page("packing")


def _many(stage: Stage) -> None:
    page = stage.driver.page(PAGE)
    form = SendManyDialog(stage.driver.window.bench, page.window())
    form.open()
    form.take_lines(pairs(stage))
    stage.driver.calm()


def pairs(stage: Stage) -> str:
    """Return a line for each parcel to send, and one that nothing is known of."""
    with stage.driver.desk.reading() as reader:
        numbers = [row.number for row in load_packing(reader)]
    return "\n".join(
        f"{number}\t{_WAYBILL.format(nth * 7_919 + 31)}"
        for nth, number in enumerate([*numbers, "S-0000-0000"])
    )


RESHIPMENTS = (
    Scene("reshipments", _list),
    Scene("stalled", _stalled),
    Scene("tracking", _tracking),
    Scene("tracking-paste", _pasting, throw_away),
    Scene("claim", _claimed),
    Scene("claim-form", _claim, throw_away),
    Scene("new-reshipment", _new, throw_away),
    Scene("packing", _packing),
    Scene("send-many", _many, throw_away),
)
