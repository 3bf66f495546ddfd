"""Reshipments that no remedy opened: for a case, an order, or nothing that is known here."""

from dataclasses import replace
from typing import Any

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import FieldError
from shopdesk.queries.case_detail import load_case_detail
from shopdesk.queries.linked import load_related_cases
from shopdesk.queries.proposed_goods import load_proposed_goods
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine
from shopdesk.services.reshipments import change_goods_out, log_reshipment
from tests.making import make_order, make_return
from tests.services.reshipping import GOODS, found, of_nothing, take
from tests.services.snapshots import everything
from tests.settling import agreed, money


def log(desk: Desk, draft: ReshipmentDraft) -> int:
    return desk.write("Logged", lambda session: log_reshipment(session, draft)).value


def test_of_a_return_it_takes_order_and_buyer_along_and_leaves_costs_there(desk: Desk) -> None:
    return_id = agreed(desk)
    with desk.reading() as reader:
        lines = load_proposed_goods(reader, return_id)
    assert [(line.title, line.quantity, line.price_minor) for line in lines] == [
        ("云柔针织开衫", 1, 0)
    ]
    case_id = log(desk, ReshipmentDraft(1, "missing_gift", GOODS, origin_id=return_id))
    with desk.reading() as reader:
        opened, origin = load_case_detail(reader, case_id), load_case_detail(reader, return_id)
        related = load_related_cases(reader, return_id)
    assert opened is not None
    assert origin is not None
    assert (opened.order_id, opened.buyer_name) == (origin.order_id, "林小雨")
    assert [case.id for case in related] == [case_id]
    take(desk, case_id, "send")
    assert money(desk, case_id).costs == ()
    assert money(desk, return_id).costs[-1].amount_minor == 1_200


def test_of_nothing_it_needs_somebody_who_gets_it(desk: Desk) -> None:
    assert found(desk, of_nothing(desk)).recipient == "林小雨"
    nobody = replace(GOODS, recipient="")
    with pytest.raises(FieldError, match="who gets the goods") as caught:
        log(desk, ReshipmentDraft(1, "goodwill", nobody))
    assert caught.value.field == "recipient"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": "whim"}, "reason"),
        ({"goods": GoodsOutDraft(())}, "lines"),
        ({"goods": GoodsOutDraft((GoodsOutLine("x", 0),), "Zoë")}, "lines"),
        ({"zone": "moon"}, "zone"),
        ({"note": "x" * 10_001}, "note"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    order_id = make_order(desk)
    before = everything(desk)
    draft = ReshipmentDraft(1, "missing_item", GOODS, order_id=order_id)
    with pytest.raises(FieldError) as caught:
        log(desk, replace(draft, **changes))
    assert caught.value.field == field
    assert everything(desk) == before


def test_how_far_it_goes_follows_the_address_until_it_is_sent(desk: Desk) -> None:
    case_id = log(desk, ReshipmentDraft(1, "goodwill", GOODS))
    assert found(desk, case_id).zone == "province"
    far = replace(GOODS, address="新疆乌鲁木齐市雪莲区石桥路 17 号")
    desk.write("x", lambda session: change_goods_out(session, case_id, far))
    assert found(desk, case_id).zone == "remote"
    assert found(desk, log(desk, ReshipmentDraft(1, "lost", GOODS, zone="abroad"))).zone == "abroad"


def test_it_is_taken_back_whole(desk: Desk) -> None:
    return_id = make_return(desk, make_order(desk))
    before = everything(desk)
    draft = ReshipmentDraft(1, "lost", GOODS, origin_id=return_id)
    change = desk.write("Logged", lambda session: log_reshipment(session, draft)).change_id
    assert change is not None
    desk.undo(change)
    assert everything(desk) == before
