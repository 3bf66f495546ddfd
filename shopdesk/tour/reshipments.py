"""Scenes of goods that go out: the list, a stalled parcel, packing, sending many, a claim."""

from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QGuiApplication

from shopdesk.queries.packing import load_packing
from shopdesk.tour.hands import bring_to_top, show_case
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.claims.claim_dialog import ClaimDialog
from shopdesk.ui.dialogs.send_many import SendManyDialog
from shopdesk.ui.tracking.paste_dialog import PasteTrackingDialog

PAGE = "reshipments"
_SCANS = (
    (2, "杭州市", "快件已到达菜鸟驿站，请凭取件码领取"),
    (5, "杭州市", "文一西路网点的王师傅正在派件"),
    (12, "杭州市", "快件到达杭州转运中心"),
    (19, "嘉兴市", "快件离开嘉兴中转部，已发往杭州转运中心"),
)
"""Hours ago, place and words of what a courier's page says."""

_NO_SCAN = "查看更多"
_WAYBILL = "SF14400{:08}"


def _list(stage: Stage) -> None:
    stage.driver.page(PAGE).show_chip("open")
    stage.driver.calm()


def _stalled(stage: Stage) -> None:
    stage.driver.page(PAGE).show_chip("open")
    show_case(stage, PAGE, stage.care.stalled)


def _tracking(stage: Stage) -> None:
    bring_to_top(stage, stage.care.stalled, "tracking", PAGE)


def _pasting(stage: Stage) -> None:
    paste_tracking(stage)


def paste_tracking(stage: Stage) -> PasteTrackingDialog:
    """Copy the courier's page of the stalled parcel, and open the form that takes it apart."""
    page = show_case(stage, PAGE, stage.care.stalled)
    QGuiApplication.clipboard().setText(_courier_page(datetime.now(UTC)))
    page.detail.tracking.paste(page.case_actions.goods.parcels[0])
    return stage.driver.form(PasteTrackingDialog)


def _courier_page(now: datetime) -> str:
    """Return what one copies from a courier's page; the last line is none of its events."""
    said = (
        f"{now - timedelta(hours=hours):%Y-%m-%d %H:%M:%S} 【{place}】 {words}"
        for hours, place, words in _SCANS
    )
    return "\n".join([*said, _NO_SCAN])


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
    send_many(stage)


def send_many(stage: Stage) -> SendManyDialog:
    """Open the form for sending many, with all that is packed in it."""
    stage.driver.page(PAGE)
    form = SendManyDialog(stage.driver.window.bench, stage.driver.window)
    form.open()
    form.take_lines(_pairs(stage))
    stage.driver.calm()
    return form


def _pairs(stage: Stage) -> str:
    """Return a line for each parcel to send, and one that nothing is known of."""
    with stage.driver.desk.reading() as reader:
        numbers = [row.number for row in load_packing(reader) if not row.wait_note]
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
