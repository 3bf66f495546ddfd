"""What a new return is told of before: rounds on the order, other cases of the buyer."""

from functools import partial
from typing import Any

from shopdesk.desk import Desk
from shopdesk.queries.guards import BuyerWords, PastCase, find_past_cases
from shopdesk.queries.returnable import load_returnable
from shopdesk.services.drafts import ReasonDraft, ReturnLineDraft
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return


def past_of(desk: Desk, order_id: int) -> tuple[PastCase, ...]:
    with desk.reading() as reader:
        found = load_returnable(reader, order_id)
    assert found is not None
    return found.past


def cancel(desk: Desk, case_id: int) -> None:
    draft = ReasonDraft("x")
    desk.write("x", partial(take_step, case_id=case_id, code="cancel", draft=draft))


def test_rounds_of_the_order_stand_first_and_open_ones_before(desk: Desk) -> None:
    order = make_order(desk, "A1", quantity=3)
    first = make_return(desk, order)
    cancel(desk, first)
    second = make_return(desk, order)
    found = past_of(desk, order)
    assert [(case.id, case.is_open, case.of_order) for case in found] == [
        (second, True, True),
        (first, False, True),
    ]


def test_a_buyer_without_order_is_known_by_number_phone_or_handle(desk: Desk) -> None:
    loose: dict[str, Any] = {
        "order_id": None,
        "lines": (ReturnLineDraft(1, title="Cup"),),
        "buyer_name": "Ada",
    }
    by_phone = make_return(desk, 1, **loose, buyer_phone="139 0000 1111")
    by_number = make_return(desk, 1, **loose, order_number="T-99887")
    with_order = make_return(desk, make_order(desk, "A1", phone="139-0000-1111"))

    def find(**typed: str) -> dict[int, bool]:
        with desk.reading() as reader:
            found = find_past_cases(reader, BuyerWords(**typed))
        return {case.id: case.of_order for case in found}

    assert find(phone="13900001111") == {by_phone: False, with_order: False}
    assert find(order_number="T-99887") == {by_number: True}
    assert find(handle="tb_A1") == {with_order: False}
    assert find(order_number="T-9", phone="1", handle="tb") == {}
    assert find() == {}
