"""Money and goods of a settlement: what is proposed, what is refused, what adds up."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.models import Order, ReceivedItem
from shopdesk.queries.settlement import SettlementBasis, load_settlement_basis
from shopdesk.rules.costs import COST_KINDS
from shopdesk.services.drafts import (
    CostDraft,
    DispatchDraft,
    InspectionDraft,
    ReasonDraft,
    ReceivedDraft,
    ReturnLineDraft,
    SendBackDraft,
    SettlementDraft,
    ShareDraft,
)
from shopdesk.services.ledger import save_costs
from shopdesk.services.liability import confirm_liability
from shopdesk.services.proposals import proposed_settlement
from shopdesk.services.reshipments import take_reshipment_step
from shopdesk.services.steps import take_step
from shopdesk.storage.database import unit_of
from tests.making import make_return
from tests.services.snapshots import everything
from tests.settling import agreed, events, goods_out, inspected, money, refund, step

QUICK = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def basis(desk: Desk, case_id: int) -> SettlementBasis:
    with desk.reading() as reader:
        return load_settlement_basis(reader, case_id)


def send(session: Session, case_id: int) -> None:
    take_reshipment_step(session, case_id, "send", DispatchDraft("sf", "SF1234567890"))


def line_shares(desk: Desk, case_id: int) -> list[int]:
    with desk.reading() as reader:
        found = reader.rows(
            "SELECT refund_minor FROM return_line WHERE case_id = ? ORDER BY position", (case_id,)
        )
    return [share for (share,) in found]


def test_only_what_the_shop_keeps_is_proposed(desk: Desk) -> None:
    case_id = inspected(
        desk,
        (1, "intact", "stock"),
        (1, "damaged", "write_off"),
        (1, "wrong_goods", "to_buyer"),
        quantity=4,
        paid_minor=10_001,
    )
    assert basis(desk, case_id).proposed_minor == 2501 + 2500


def test_a_note_about_goods_that_did_not_come_is_no_hindrance(desk: Desk) -> None:
    case_id = agreed(desk)
    step(desk, case_id, "receive_early")
    with desk.reading() as reader:
        line_id = reader.value("SELECT id FROM return_line WHERE case_id = ?", (case_id,))
    flyer = ReceivedDraft(0, None, "wrong_goods", "to_buyer", note="Only a flyer")
    items = (ReceivedDraft(1, line_id, "intact", "stock"), flyer)
    step(desk, case_id, "inspect", InspectionDraft(items))
    refund(desk, case_id, SettlementDraft(100))
    step(desk, case_id, "settle", SettlementDraft(100))
    assert money(desk, case_id).refunded_minor == 200
    assert goods_out(desk, case_id) == ()


def test_surplus_units_are_not_paid_for(desk: Desk) -> None:
    case_id = inspected(desk, (3, "intact", "stock"), quantity=2, paid_minor=10_000)
    assert basis(desk, case_id).proposed_minor == 10_000


def test_what_went_back_before_is_taken_off_and_a_deduction_stays_kept(desk: Desk) -> None:
    case_id = inspected(desk)
    refund(desk, case_id, SettlementDraft(5000, deduction_minor=2000, deduction_reason="Worn"))
    assert basis(desk, case_id).proposed_minor == 15_900 - 5000
    step(desk, case_id, "settle", proposed_settlement(basis(desk, case_id)))
    found = money(desk, case_id)
    assert [row.goods_minor for row in found.refunds] == [3000, 10_900]
    assert found.refunds[0].deduction_minor == 2000
    assert found.refunded_minor == found.cost_minor == 13_900
    assert sum(line_shares(desk, case_id)) == 13_900
    assert basis(desk, case_id).proposed_minor == 0


@pytest.mark.parametrize(
    ("reason", "quantity", "proposed"),
    [("defective", 2, 900), ("changed_mind", 2, 0), ("defective", 1, 0)],
)
def test_delivery_goes_back_with_a_whole_order_where_the_shop_is_at_fault(
    desk: Desk, reason: str, quantity: int, proposed: int
) -> None:
    case_id = inspected(desk, quantity=quantity, paid_minor=30_900, reason=reason)
    desk.write("Freight", lambda s: set_freight(s, 900))
    assert basis(desk, case_id).proposed_freight_minor == proposed


def set_freight(session: Session, freight_minor: int) -> None:
    for order in session.query(Order):
        order.freight_minor = freight_minor
        order.paid_minor += freight_minor


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SettlementDraft(-1), "goods_minor"),
        (SettlementDraft(100, -1), "freight_minor"),
        (SettlementDraft(31_801), "over_reason"),
        (SettlementDraft(31_000, 801), "over_reason"),
        (SettlementDraft(100, deduction_minor=101, deduction_reason="x"), "deduction_minor"),
        (SettlementDraft(100, deduction_minor=10), "deduction_reason"),
        (SettlementDraft(100, collected_minor=100), "collected_minor"),
        (SettlementDraft(100, currency="EUR"), "goods_minor"),
        (SettlementDraft(100, method="gold"), "method"),
        (SettlementDraft(0), "goods_minor"),
    ],
)
def test_a_refund_that_cannot_be_is_refused_at_its_field(
    desk: Desk, draft: SettlementDraft, field: str
) -> None:
    case_id = agreed(desk)
    before = everything(desk)
    with pytest.raises(FieldError) as caught:
        refund(desk, case_id, draft)
    assert caught.value.field == field
    assert everything(desk) == before


def test_the_ceiling_is_the_orders_not_the_cases(desk: Desk) -> None:
    first = agreed(desk)
    with desk.reading() as reader:
        order_id = reader.value("SELECT order_id FROM cases WHERE id = ?", (first,))
        line_id = reader.value("SELECT id FROM order_line WHERE order_id = ?", (order_id,))
    second = make_return(desk, order_id, agree=True, lines=(ReturnLineDraft(1, line_id),))
    refund(desk, first, SettlementDraft(20_000))
    with pytest.raises(FieldError, match="Say why"):
        refund(desk, second, SettlementDraft(12_000))
    refund(desk, second, SettlementDraft(11_800))
    refund(desk, second, SettlementDraft(1, over_reason="Goodwill"))
    assert events(desk, second)[-1] == "refund_over"


def test_no_money_goes_back_before_it_is_agreed_or_after_it_was_declined(desk: Desk) -> None:
    case_id = agreed(desk)
    step(desk, case_id, "cancel", ReasonDraft("Changed his mind."))
    with pytest.raises(DomainError, match="Money goes back once"):
        refund(desk, case_id, SettlementDraft(100))


def test_two_people_on_one_case(desk: Desk) -> None:
    case_id = agreed(desk)
    seen = money(desk, case_id).version
    desk.write("x", lambda s: confirm_liability(s, case_id, version=seen))
    with pytest.raises(StaleError):
        refund(desk, case_id, SettlementDraft(100), seen)
    with pytest.raises(StaleError):
        desk.write("x", lambda s: save_costs(s, case_id, [CostDraft("freight_back", 1)], seen))


def test_nothing_is_settled_while_a_unit_is_undecided(desk: Desk) -> None:
    case_id = inspected(desk)

    def leave_open(session: Session) -> None:
        session.add(
            ReceivedItem(case_id=case_id, quantity=1, condition="intact", at=unit_of(session).at)
        )

    desk.write("x", leave_open)
    for code, draft in (("settle", SettlementDraft(1)), ("send_back", SendBackDraft("Worn."))):
        with pytest.raises(DomainError, match="nowhere to go"):
            step(desk, case_id, code, draft)


def test_a_settlement_without_money_books_no_refund(desk: Desk) -> None:
    case_id = inspected(desk)
    step(desk, case_id, "settle", SettlementDraft(0))
    assert money(desk, case_id).refunds == ()
    assert events(desk, case_id)[-1] == "settle_goods"


def test_what_was_written_off_is_in_the_cost_until_a_person_knows_better(desk: Desk) -> None:
    case_id = inspected(desk, (1, "damaged", "write_off"))
    (loss,) = money(desk, case_id).costs
    assert (loss.amount_minor, loss.from_inspection) == (15_900, True)
    entries = [
        CostDraft("written_off", 15_900, id=loss.id),
        CostDraft("freight_back", 1200),
        CostDraft("courier_indemnity", 500, "claimed"),
    ]
    desk.write("x", lambda s: save_costs(s, case_id, entries))
    assert money(desk, case_id).cost_minor == 15_900 + 1200 - 500
    kept = [CostDraft("written_off", 6000, "Bought for less", id=loss.id)]
    desk.write("x", lambda s: save_costs(s, case_id, kept))
    (now,) = money(desk, case_id).costs
    assert (now.amount_minor, now.from_inspection) == (6000, True)
    assert money(desk, case_id).cost_minor == 6000
    with pytest.raises(FieldError, match="Enter each amount"):
        desk.write("x", lambda s: save_costs(s, case_id, [CostDraft("compensation", 0)]))


def test_liability_is_suggested_shared_and_follows_the_cost(desk: Desk) -> None:
    case_id = agreed(desk, reason="damaged_in_transit")
    (share,) = money(desk, case_id).shares
    assert (share.party, share.percent, share.confirmed_at) == ("courier", 100, None)
    thirds = [ShareDraft("courier", 33), ShareDraft("warehouse", 33), ShareDraft("buyer", 34)]
    desk.write("x", lambda s: confirm_liability(s, case_id, thirds))
    refund(desk, case_id, SettlementDraft(1000))
    refund(desk, case_id, SettlementDraft(1))
    found = money(desk, case_id)
    assert found.is_confirmed
    assert found.shares[0].confirmed_by == "小李"
    assert sum(share.amount_minor for share in found.shares) == found.cost_minor == 1001


@pytest.mark.parametrize(
    "shares", [[("courier", 99)], [("courier", 60), ("buyer", 60)], [("courier", 100)] * 2, []]
)
def test_shares_that_are_not_the_whole_are_refused(
    desk: Desk, shares: list[tuple[str, int]]
) -> None:
    case_id = agreed(desk)
    drafts = [ShareDraft(*share) for share in shares]
    with pytest.raises(FieldError) as caught:
        desk.write("x", lambda s: confirm_liability(s, case_id, drafts))
    assert caught.value.field == "shares"


def test_sending_back_undoes_the_loss_and_keeps_the_reason(desk: Desk) -> None:
    case_id = inspected(desk, (1, "used", "write_off"))
    step(desk, case_id, "send_back", SendBackDraft("Worn, the tag is off."))
    found = money(desk, case_id)
    assert (found.state, found.cost_minor, found.refunds) == ("settled", 0, ())
    (out,) = goods_out(desk, case_id)
    assert (out.reason, out.lines[0].quantity) == ("send_back", 1)


AMOUNTS = st.tuples(
    st.integers(0, 20_000), st.integers(0, 3_000), st.integers(0, 5_000), st.booleans()
)
COSTS = st.lists(st.tuples(st.sampled_from(sorted(COST_KINDS)), st.integers(1, 9_999)), max_size=4)


@QUICK
@given(booked=st.lists(AMOUNTS, max_size=5), costs=COSTS)
def test_sums_shares_and_cost_add_up_whatever_is_booked(
    desk: Desk, booked: list[tuple[int, int, int, bool]], costs: list[tuple[str, int]]
) -> None:
    case_id = agreed(desk, quantity=3, paid_minor=20_011)
    given_minor, without_reason = 0, True
    for goods, freight, kept, says_why in booked:
        draft = SettlementDraft(
            goods, freight, deduction_minor=kept, deduction_reason="Worn",
            over_reason="Promised" if says_why else "",
        )  # fmt: skip
        try:
            refund(desk, case_id, draft)
        except FieldError:
            continue
        given_minor += goods - kept + freight
        without_reason = without_reason and not says_why
    desk.write("x", lambda s: save_costs(s, case_id, [CostDraft(*cost) for cost in costs]))
    found = money(desk, case_id)
    assert found.refunded_minor == given_minor
    assert given_minor <= 20_011 or not without_reason
    plain = sum(-c if k in ("courier_indemnity", "freight_insurance") else c for k, c in costs)
    assert found.cost_minor == given_minor + plain
    assert sum(line_shares(desk, case_id)) == sum(row.goods_minor for row in found.refunds)
    assert sum(share.amount_minor for share in found.shares) == found.cost_minor


def test_undo_in_reverse_restores_every_row(desk: Desk) -> None:
    case_id = inspected(desk, (1, "intact", "stock"), remedy="exchange")
    works: tuple[Callable[[Session], object], ...] = (
        lambda s: take_step(s, case_id, "settle", SettlementDraft(0, collected_minor=4100)),
        lambda s: confirm_liability(s, case_id),
        lambda s: save_costs(s, case_id, [CostDraft("freight_back", 900)]),
        lambda s: send(s, goods_out(desk, case_id)[0].id),
        lambda s: take_step(s, case_id, "close"),
    )
    seen, changes = [], []
    for work in works:
        seen.append(everything(desk))
        changes.append(desk.write("x", work).change_id)
    for before, change_id in zip(reversed(seen), reversed(changes), strict=True):
        assert change_id is not None
        desk.undo(change_id)
        assert everything(desk) == before
