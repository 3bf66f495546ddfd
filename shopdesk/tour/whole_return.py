"""Scenes of a return from its parcel on: at the desk, inspected, settled, told what it cost."""

from shopdesk.tour.hands import bring_to_top, judge, keep_back, next_form, scan, show_return
from shopdesk.tour.stage import Scene, Stage, take_back, throw_away
from shopdesk.ui.dialogs.inspection import InspectionDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog


def _scanned(stage: Stage) -> None:
    page = scan(stage, stage.subjects.awaited_waybill)
    stage.driver.until("inspection", lambda: page.work.panel and page.work.panel.case_id)
    stage.driver.hush()


def _kept(stage: Stage) -> None:
    scan(stage, stage.subjects.kept_number)


def _arrived(stage: Stage) -> None:
    show_return(stage, stage.subjects.by_state["arrived"])


def _inspection(stage: Stage) -> None:
    form = next_form(stage, stage.subjects.to_inspect, InspectionDialog)
    judge(stage, form.panel)


def _settlement(stage: Stage) -> None:
    keep_back(stage, next_form(stage, stage.subjects.to_settle, SettlementDialog))


def _exchange(stage: Stage) -> None:
    form = next_form(stage, stage.subjects.to_swap, SettlementDialog)
    stage.driver.until("proposal", form.goods_out.draft)


def _money(stage: Stage) -> None:
    bring_to_top(stage, stage.subjects.costly, "inspection")


def _goods_out(stage: Stage) -> None:
    bring_to_top(stage, stage.subjects.sending, "goods_out")


WHOLE_RETURN = (
    Scene("desk", _scanned, take_back),
    Scene("kept-parcel", _kept),
    Scene("return-arrived", _arrived),
    Scene("inspection", _inspection, throw_away),
    Scene("settlement", _settlement, throw_away),
    Scene("exchange", _exchange, throw_away),
    Scene("money", _money),
    Scene("goods-out", _goods_out),
)
