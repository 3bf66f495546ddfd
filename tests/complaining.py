"""Complaints brought to where a test needs them, in a few words."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from shopdesk.desk import Desk
from shopdesk.queries.complaint_detail import ComplaintDetail, load_complaint_detail
from shopdesk.services.case_drafts import BuyerDraft, ComplaintDraft, ReshipmentDraft
from shopdesk.services.complaint_drafts import (
    ActDraft,
    ChoiceDraft,
    CloseDraft,
    ComplaintStepDraft,
    OptionDraft,
    ReplyDraft,
)
from shopdesk.services.complaints import add_options, log_complaint, take_complaint_step
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine, ReturnDraft, ReturnLineDraft
from tests.making import make_order

NUMBERS = count()
ENDING = {"close": CloseDraft("unknown", anyway=True)}
"""What is said where a test only wants it over."""
PAY = OptionDraft("Pay the difference", "compensate", amount_minor=2_000, party="service")
WAIT = OptionDraft("Ask first, call back tomorrow", "call_back", follow_days=1, party="courier")


def complaint_of(**what: Any) -> ComplaintDraft:
    """Return the draft of a complaint that a parcel shown as delivered never came."""
    fields: dict[str, Any] = {
        "shop_id": 1,
        "situation": "signed_not_received",
        "note": "显示签收了，可是没有收到。",
        "channel": "chat",
        "buyer": BuyerDraft(name="周倩"),
    }
    return ComplaintDraft(**{**fields, **what})


def complain(desk: Desk, **what: Any) -> int:
    """Log such a complaint; returns the case's id."""
    return desk.write("Logged", lambda s: log_complaint(s, complaint_of(**what))).value


def complain_of_order(desk: Desk, **what: Any) -> int:
    """Log such a complaint about a new order."""
    return complain(desk, order_id=make_order(desk, f"C-{next(NUMBERS)}"), **what)


def step(desk: Desk, case_id: int, code: str, draft: ComplaintStepDraft | None = None) -> int:
    told = draft or ENDING.get(code)
    done = desk.write(code, lambda s: take_complaint_step(s, case_id, code, told)).change_id
    assert done
    return done


def add(desk: Desk, case_id: int, *drafts: OptionDraft) -> list[int]:
    return desk.write("Options", lambda s: add_options(s, case_id, drafts)).value


def offered(desk: Desk, case_id: int, *drafts: OptionDraft) -> list[int]:
    """Answer, and offer some options; returns their ids."""
    step(desk, case_id, "reply", ReplyDraft("chat"))
    ids = add(desk, case_id, *(drafts or (PAY, WAIT)))
    step(desk, case_id, "offer")
    return ids


def chosen(desk: Desk, case_id: int, *drafts: OptionDraft) -> int:
    """Let the buyer choose the first of the options that are offered; returns its id."""
    option_id = offered(desk, case_id, *drafts)[0]
    step(desk, case_id, "choose", ChoiceDraft(option_id))
    return option_id


def act_on(desk: Desk, case_id: int, **what: Any) -> ActDraft:
    """Return what doing the chosen option asks for."""
    option = record(desk, case_id).chosen
    assert option is not None
    made: dict[str, Callable[[Desk, int], ReturnDraft | ReshipmentDraft]] = {
        "return": goods_back,
        "reshipment": goods_again,
    }
    draft = made.get(option.deed.opens)
    return ActDraft(opened=draft and draft(desk, case_id), **what)


def goods_back(desk: Desk, case_id: int) -> ReturnDraft:
    found = record(desk, case_id)
    option = found.chosen
    assert option is not None
    with desk.reading() as reader:
        line = reader.value("SELECT id FROM order_line WHERE order_id = ?", (found.case.order_id,))
    return ReturnDraft(
        shop_id=found.case.shop_id,
        reason=found.situation_reason,
        remedy=option.deed.remedy,
        lines=(ReturnLineDraft(1, line, title="" if line else "云柔针织开衫"),),
        freight_payer="seller",
        order_id=found.case.order_id,
        buyer_name=found.case.buyer_name,
    )


def goods_again(desk: Desk, case_id: int) -> ReshipmentDraft:
    found = record(desk, case_id)
    return ReshipmentDraft(
        shop_id=found.case.shop_id,
        reason="lost",
        goods=GoodsOutDraft((GoodsOutLine("云柔针织开衫", 1),), "周倩", "13800000000", "杭州市"),
        origin_id=case_id,
        order_id=found.case.order_id,
    )


def record(desk: Desk, case_id: int) -> ComplaintDetail:
    with desk.reading() as reader:
        found = load_complaint_detail(reader, case_id)
    assert found is not None
    return found


def clocks(desk: Desk, case_id: int) -> set[str]:
    """Return the codes of the clocks of a case that run."""
    with desk.reading() as reader:
        found = reader.rows(
            "SELECT code FROM clock WHERE case_id = ? AND ended_at IS NULL", (case_id,)
        )
    return {code for (code,) in found}


def in_hours(hours: float) -> datetime:
    return datetime.now(UTC) + timedelta(hours=hours)
