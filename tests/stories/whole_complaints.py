"""A complaint played from the buyer's first word to the score, proved, and taken all back."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Courier, Order, Parcel
from tests.making import add_order
from tests.services.snapshots import everything, without_copies
from tests.stories import complaint_hands, follow_up_hands, hands, reshipment_hands
from tests.stories.complaint_proofs import FIRST_WAYBILL, NUMBER, Story, prove
from tests.stories.conftest import Seat
from tests.stories.hands import Act
from tests.stories.proofs import nothing_is_left, truth_of


def _with_opened(*acts: Act) -> Act:
    def act(seat: Seat, case_id: int) -> None:
        opened = complaint_hands.opened(seat, case_id)
        for each in acts:
            each(seat, opened)

    return act


goes_out = _with_opened(reshipment_hands.send, reshipment_hands.deliver)
comes_back = _with_opened(hands.enter_waybill, hands.scan_in, hands.all_intact)
money_back = _with_opened(hands.settle, hands.tell, hands.next_step)
exchanged = _with_opened(
    hands.settle, hands.send_goods, hands.delivered, hands.tell, hands.next_step
)


def play_and_prove(seat: Seat, story: Story) -> None:
    """Play it, look at every side of what it left, and take it back to the first row."""
    before = without_copies(everything(seat.desk))
    play(seat, story)
    nothing_is_left(seat)
    prove(truth_of(seat.desk, "complaints", "reshipments", "returns", "follow-ups"), story)
    hands.take_all_back(seat)
    assert without_copies(everything(seat.desk)) == before


def play(seat: Seat, story: Story) -> None:
    """Log it, offer, do what the buyer chooses, tell them, and ask how content they are."""
    case_id = complaint_hands.log(seat, NUMBER, story.situation, story.words, story.solution)
    complaint_hands.tell(seat, case_id)
    complaint_hands.in_state(seat, case_id, "looking")
    complaint_hands.find_cause(seat, case_id)
    complaint_hands.offer(seat, case_id)
    complaint_hands.choose_option(seat, case_id, story.option)
    complaint_hands.do_chosen(seat, case_id, story.fill)
    for act in story.works:
        act(seat, case_id)
    complaint_hands.tell(seat, case_id)
    complaint_hands.close(seat, case_id)
    follow_up_hands.log_all(seat)


def order_sent(desk: Desk) -> None:
    """Write an order whose parcel has been with its courier for some days."""
    desk.write("Order added", _add_sent_order)


def _add_sent_order(session: Session) -> None:
    order = session.get_one(Order, add_order(session, NUMBER, buyer="周倩"))
    order.address, order.country = "浙江省杭州市西湖区文三路 1 号", "CN"
    order.parcels.append(
        Parcel(
            direction="out",
            courier_id=session.scalars(select(Courier.id).where(Courier.code == "yto")).one(),
            waybill=FIRST_WAYBILL,
            waybill_folded=FIRST_WAYBILL,
            sent_at=datetime.now(UTC) - timedelta(days=5),
        )
    )
