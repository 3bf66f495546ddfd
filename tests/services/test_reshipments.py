"""Goods that go out again: opened by the remedy, changed until they are sent."""

import pytest
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.models import Shop
from shopdesk.queries.linked import load_customer_cases, load_order_cases
from shopdesk.queries.returns import count_return_chips, find_return_ids
from shopdesk.services.drafts import (
    DispatchDraft,
    GoodsOutDraft,
    GoodsOutLine,
    ReasonDraft,
    SettlementDraft,
)
from shopdesk.services.many import take_step_of_many
from shopdesk.services.reshipments import change_goods_out, take_reshipment_step
from shopdesk.services.steps import take_step
from tests.services.snapshots import everything
from tests.settling import agreed, events, goods_out, inspected, money, step

PARCEL = DispatchDraft("sf", "SF1234567890", 1200)


def take(
    desk: Desk, case_id: int, code: str, draft: DispatchDraft | ReasonDraft | None = None
) -> int:
    change = desk.write(code, lambda s: take_reshipment_step(s, case_id, code, draft)).change_id
    assert change is not None
    return change


def sends_when_agreed(session: Session) -> None:
    shop = session.get(Shop, 1)
    assert shop is not None
    shop.exchange_when = "agreed"


def clocks(desk: Desk, case_id: int) -> list[tuple[str, str]]:
    with desk.reading() as reader:
        return [
            (code, outcome)
            for code, outcome in reader.rows(
                "SELECT code, outcome FROM clock WHERE case_id = ? ORDER BY id", (case_id,)
            )
        ]


@pytest.mark.parametrize(
    ("remedy", "wanted", "variant", "price"),
    [
        ("exchange", "米白 L", "米白 L", 15_900),
        ("exchange", "", "米白 M", 15_900),
        ("repair", "", "米白 M", 0),
        ("send_back", "", "米白 M", 0),
    ],
)
def test_settling_opens_what_the_remedy_sends(
    desk: Desk, remedy: str, wanted: str, variant: str, price: int
) -> None:
    case_id = inspected(desk, remedy=remedy, wanted=wanted)
    step(desk, case_id, "settle", SettlementDraft(0))
    (out,) = goods_out(desk, case_id)
    assert (out.number[:2], out.state, out.reason) == ("S-", "to_pack", remedy)
    (line,) = out.lines
    assert (line.title, line.variant, line.price_minor) == ("云柔针织开衫", variant, price)
    assert (out.recipient, out.phone) == ("林小雨", "138 0000 7720")
    assert out.due_clock == "reship"


def test_a_missing_part_goes_out_and_nothing_comes_back(desk: Desk) -> None:
    case_id = agreed(desk, remedy="missing_part", wanted="Two buttons", reason="missing_parts")
    step(desk, case_id, "settle_kept", SettlementDraft(0))
    assert goods_out(desk, case_id)[0].lines[0].variant == "Two buttons"


def test_units_that_the_shop_does_not_take_go_back_with_a_refund_too(desk: Desk) -> None:
    case_id = inspected(desk, (1, "intact", "stock"), (1, "used", "to_buyer"), quantity=2)
    step(desk, case_id, "settle", SettlementDraft(15_900))
    (out,) = goods_out(desk, case_id)
    assert (out.reason, out.lines[0].quantity) == ("send_back", 1)


def test_a_shop_may_send_an_exchange_as_soon_as_it_agrees_and_only_once(desk: Desk) -> None:
    desk.write("x", sends_when_agreed)
    case_id = inspected(desk, remedy="exchange")
    assert events(desk, case_id)[:3] == ["ask", "agree", "goods_out"]
    step(desk, case_id, "settle", SettlementDraft(0))
    step(desk, case_id, "reopen_settled")
    step(desk, case_id, "settle", SettlementDraft(0))
    assert len(goods_out(desk, case_id)) == 1


def test_a_cancelled_return_takes_what_is_not_sent_with_it(desk: Desk) -> None:
    desk.write("x", sends_when_agreed)
    case_id = agreed(desk, remedy="exchange")
    before = everything(desk)
    change = step(desk, case_id, "cancel", ReasonDraft("Keeps it after all."))
    (out,) = goods_out(desk, case_id)
    assert (out.state, out.due_at) == ("cancelled", None)
    assert change is not None
    desk.undo(change)
    assert everything(desk) == before


def test_it_is_packed_sent_and_delivered_on_its_own_clocks(desk: Desk) -> None:
    case_id = inspected(desk, remedy="repair")
    step(desk, case_id, "settle", SettlementDraft(0))
    out = goods_out(desk, case_id)[0].id
    take(desk, out, "pack")
    assert clocks(desk, out) == [("reship", "")]
    with pytest.raises(FieldError, match="goes out"):
        take(desk, out, "send", DispatchDraft("sf", " "))
    take(desk, out, "send", PARCEL)
    assert clocks(desk, out) == [("reship", "met"), ("move", "")]
    assert money(desk, case_id).cost_minor == 1200
    take(desk, out, "deliver")
    (found,) = goods_out(desk, case_id)
    assert (found.state, found.due_at) == ("delivered", None)
    assert found.parcels[0].waybill == "SF1234567890"
    assert found.parcels[0].delivered_at is not None
    assert events(desk, case_id)[-2:] == ["goods_sent", "goods_delivered"]
    with pytest.raises(DomainError, match="does not follow"):
        take(desk, out, "cancel", ReasonDraft("x"))


def test_goods_and_address_change_until_they_are_sent(desk: Desk) -> None:
    case_id = inspected(desk, remedy="exchange")
    step(desk, case_id, "settle", SettlementDraft(0))
    out = goods_out(desk, case_id)[0]
    draft = GoodsOutDraft(
        (GoodsOutLine("Cardigan", 1), GoodsOutLine("Belt", 2)), "Zoë", "1", "Rue 1"
    )
    change = desk.write("x", lambda s: change_goods_out(s, out.id, draft, out.version)).change_id
    (found,) = goods_out(desk, case_id)
    assert [line.title for line in found.lines] == ["Cardigan", "Belt"]
    assert found.address == "Rue 1"
    with pytest.raises(StaleError):
        desk.write("x", lambda s: change_goods_out(s, out.id, draft, out.version))
    assert change is not None
    desk.undo(change)
    assert goods_out(desk, case_id)[0].lines == out.lines
    take(desk, out.id, "send", PARCEL)
    with pytest.raises(DomainError, match="sent already"):
        desk.write("x", lambda s: change_goods_out(s, out.id, draft))


@pytest.mark.parametrize(
    "line", [GoodsOutLine("", 1), GoodsOutLine("x", 0), GoodsOutLine("x", 1, price_minor=-1)]
)
def test_goods_that_cannot_be_are_refused_and_the_return_stays_unsettled(
    desk: Desk, line: GoodsOutLine
) -> None:
    case_id = inspected(desk, remedy="exchange")
    before = everything(desk)
    draft = SettlementDraft(0, goods_out=GoodsOutDraft((line,)))
    with pytest.raises(FieldError) as caught:
        step(desk, case_id, "settle", draft)
    assert caught.value.field == "lines"
    assert everything(desk) == before


def test_no_list_of_returns_shows_what_goes_out(desk: Desk) -> None:
    case_id = inspected(desk, remedy="exchange")
    step(desk, case_id, "settle", SettlementDraft(0))
    with desk.reading() as reader:
        order_id, customer_id = reader.rows("SELECT order_id, customer_id FROM cases")[0]
        assert list(find_return_ids(reader, "all")) == [case_id]
        assert count_return_chips(reader)["open"] == 1
        assert [case.id for case in load_order_cases(reader, order_id)] == [case_id]
        kinds = [case.kind for case in load_customer_cases(reader, customer_id)]
        assert kinds == ["reshipment", "return"]  # the buyer's page shows all that is theirs


def test_a_return_cannot_take_the_steps_of_goods_out(desk: Desk) -> None:
    case_id = inspected(desk, remedy="exchange")
    step(desk, case_id, "settle", SettlementDraft(0))
    out = goods_out(desk, case_id)[0].id
    with pytest.raises(DomainError, match="no longer there"):
        desk.write("x", lambda s: take_step(s, out, "close"))
    with pytest.raises(DomainError, match="no longer there"):
        desk.write("x", lambda s: take_reshipment_step(s, case_id, "pack"))


def test_what_is_not_exchanged_after_all_goes_back_beside_the_swap_sent_before(
    desk: Desk,
) -> None:
    desk.write("x", sends_when_agreed)
    found = ((1, "intact", "stock"), (1, "used", "to_buyer"))
    case_id = inspected(desk, *found, remedy="exchange", quantity=2)
    swap = goods_out(desk, case_id)[0]
    step(desk, case_id, "settle", SettlementDraft(0))
    first, second = goods_out(desk, case_id)
    assert first == swap
    assert (second.reason, [line.quantity for line in second.lines]) == ("send_back", [1])


def test_a_return_is_closed_once_its_goods_are_sent(desk: Desk) -> None:
    case_id = inspected(desk, remedy="repair")
    step(desk, case_id, "settle", SettlementDraft(0))
    (out,) = goods_out(desk, case_id)
    with pytest.raises(DomainError, match=f"{out.number} is not sent yet"):
        step(desk, case_id, "close")
    told = desk.write("x", lambda s: take_step_of_many(s, "close", [case_id])).value
    assert [refusal.sentence[:11] for refusal in told.refused] == [out.number]
    take(desk, out.id, "cancel", ReasonDraft("Beyond repair"))
    step(desk, case_id, "close")
