"""A shop in which some options were taken, and the window that shows its library."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.models import Case, ComplaintOption, FollowUp
from shopdesk.services.case_drafts import BuyerDraft, ComplaintDraft
from shopdesk.services.complaints import log_complaint
from shopdesk.ui.pages.solutions.page import SolutionsPage
from shopdesk.ui.shell import PageEntry
from tests.ui.browsing import Browser


def take(
    session: Session,
    solution: str,
    option: str,
    cost_minor: int | None,
    score: int | None = None,
) -> None:
    """Log a complaint with a chosen option, what it cost (None: undone) and was scored."""
    draft = ComplaintDraft(1, "signed_not_received", "没收到", buyer=BuyerDraft("周倩"))
    case_id = log_complaint(session, draft)
    case = session.get(Case, case_id)
    assert case is not None
    case.cost_minor = cost_minor or 0
    now = datetime.now(UTC)
    session.add(
        ComplaintOption(
            case_id=case_id,
            position=0,
            solution=solution,
            option=option,
            title=option,
            does="refund",
            chosen_at=now,
            done_at=None if cost_minor is None else now,
        )
    )
    if score is not None:
        session.add(
            FollowUp(
                shop_id=1,
                case_id=case_id,
                kind="survey",
                due_at=now,
                created_at=now,
                done_at=now,
                score=score,
            )
        )


@pytest.fixture
def taken(desk: Desk) -> Desk:
    """Ask first was taken twice for CN¥9.20 each, scored 5 and 4; the refund twice, done once."""

    def work(session: Session) -> None:
        take(session, "signed_ask_around", "ask_around", 0, 5)
        take(session, "signed_ask_around", "ask_around", 18_40, 4)
        take(session, "signed_no_proof", "refund", 89_00)
        take(session, "signed_no_proof", "refund", None)

    desk.write("Taken", work)
    return desk


PAGES = (PageEntry("solutions", N_("Solutions"), "lightbulb", SolutionsPage),)


@pytest.fixture
def browser(qtbot: QtBot, taken: Desk) -> Iterator[Browser]:
    opened = Browser(qtbot, taken, "solutions", PAGES)
    opened.until(lambda: opened.page(SolutionsPage).model.rowCount() > 0)
    yield opened
    opened.window.close()


@pytest.fixture
def page(browser: Browser) -> SolutionsPage:
    found: SolutionsPage = browser.page(SolutionsPage)
    browser.until(lambda: found.wanted.chip == "all" and found.model.rowCount() == 33)
    return found
