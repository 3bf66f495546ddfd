"""What the sample's people did with paper lately, by the use cases: a list, wishes, a logo."""

from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.models import Case
from shopdesk.sample.freshness import MAKING
from shopdesk.sample.logo import draw_logo
from shopdesk.sample.plan import Plan
from shopdesk.sample.printed import PRINTER
from shopdesk.sample.stores import PEOPLE
from shopdesk.services.label_sheets import save_label_sheet
from shopdesk.services.paper_drafts import LabelSheetDraft, PrintedDraft, ShopPaperDraft
from shopdesk.services.printing import mark_printed, print_later
from shopdesk.services.shop_papers import save_shop_paper
from shopdesk.storage.database import Database

_BEFORE_THE_END_S = 60
_MOST_LISTED, _MOST_WISHED = 40, 6

_SHOP_PAPERS = {
    1: ("拾光家纺 · 南通直发\n客服时间 9:00–22:00", "感谢您的信任，愿您夜夜好眠。"),
    2: ("Made to be worn outdoors\nhello@lanternandthread.example", "Thank you for mending first."),
}
_SHEET = LabelSheetDraft("仓库 2 × 5", "A4", 2, 5, 9_800, 5_400, 700, 1_350, 0, 0)


def add_papers(path: Path, plan: Plan) -> None:
    """Print a packer's list, want some papers, set up logos, lines and a label sheet."""
    database = Database(path)
    at = datetime.fromtimestamp(plan.end_s - _BEFORE_THE_END_S, UTC)
    try:
        with database.write(MAKING, by=PEOPLE[0], at=at) as unit:
            _set_up(unit.session)
            _print_list(unit.session)
            _want_papers(unit.session)
    finally:
        database.close()


def _set_up(session: Session) -> None:
    logo = b64encode(draw_logo()).decode()
    for shop_id, (lines, foot) in _SHOP_PAPERS.items():
        save_shop_paper(session, shop_id, ShopPaperDraft(logo, lines, foot))
    save_label_sheet(session, _SHEET)


def _print_list(session: Session) -> None:
    case_ids = _cases(session, "reshipment", "packed", _MOST_LISTED)
    if case_ids:
        draft = PrintedDraft("packing_list", case_ids, "A4", "zh_CN", PRINTER, "printer", 1)
        mark_printed(session, draft)


def _want_papers(session: Session) -> None:
    print_later(session, "inspection_sheet", _cases(session, "return", "arrived", _MOST_WISHED))
    print_later(session, "evidence_pack", _cases(session, "reshipment", "lost", 1))


def _cases(session: Session, kind: str, state: str, most: int) -> list[int]:
    query = select(Case.id).where(Case.kind == kind, Case.state == state, Case.closed_at.is_(None))
    return list(session.scalars(query.order_by(Case.id.desc()).limit(most)))
