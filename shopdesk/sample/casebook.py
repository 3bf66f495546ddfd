"""Returns written down as the desk would have logged them, up to where each one stands."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shopdesk.rules.clocks import due_at
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.policy import POLICIES
from shopdesk.rules.states import STATES, waiting
from shopdesk.sample.claims import Back, Claim
from shopdesk.sample.notes import BUYER_NOTES, DECLINES
from shopdesk.sample.orders import status_words
from shopdesk.sample.rows import CaseRow, CounterRow, ParcelRow, ReturnCaseRow, ReturnLineRow
from shopdesk.sample.sink import Sink
from shopdesk.sample.timelines import SLIP_AFTER_S, ParcelBack, timeline
from shopdesk.sample.waybills import make_waybill
from shopdesk.services.numbers import PREFIXES

KIND = "return"
_SILENT = 0.15
_SLIP_PRINTED = 0.8


class Codes(NamedTuple):
    """Ids that a fresh file gave to what it starts with, by code or name."""

    reasons: Mapping[str, int]
    couriers: Mapping[str, int]
    people: Mapping[str, int]


class Due(NamedTuple):
    """When a return is due, and by which clock."""

    at: int | None = None
    clock: str = ""


class CaseBook:
    """Numbers returns in the order of their opening and writes all that belongs to each."""

    def __init__(self, sink: Sink, codes: Codes, rng: Random) -> None:
        self._sink = sink
        self._codes = codes
        self._rng = rng
        self._numbers: Counter[str] = Counter()
        self._zones: dict[str, ZoneInfo] = {}
        self.count = 0

    def log(self, claim: Claim) -> None:
        """Write one return; each one was opened no earlier than the one before."""
        self.count += 1
        case_id = self.count
        parcel = self._parcel_back(claim)
        slip = claim.story.goods_back and self._rng.random() < _SLIP_PRINTED
        self._sink.add(
            self._case(case_id, claim),
            self._return_case(case_id, claim, slip=slip),
            *(_line(case_id, claim, i, line) for i, line in enumerate(claim.lines)),
            *timeline(self._rng, case_id, claim, parcel, slip=slip),
        )
        if parcel.waybill:
            self._sink.add(self._parcel(case_id, claim, parcel))
        if claim.refund.minor and claim.has_order:
            self._book_refund(claim)

    def close(self) -> None:
        """Write the counters from which the next numbers are taken."""
        self._sink.add(*(CounterRow(series, last) for series, last in self._numbers.items()))

    def _case(self, case_id: int, claim: Claim) -> CaseRow:
        story, sale = claim.story, claim.sale
        due = _due(claim)
        return CaseRow(
            id=case_id,
            kind=KIND,
            number=self._number(claim),
            shop_id=sale.store_id,
            order_id=claim.placed.id if claim.has_order else None,
            customer_id=sale.buyer.id if claim.has_order else None,
            owner_id=self._codes.people[claim.owner],
            state=story.state,
            reason_id=self._codes.reasons[story.reason],
            opened_at=claim.opened_s,
            due_at=due.at,
            due_clock=due.clock,
            settled_at=story.settled_at,
            closed_at=None if STATES[story.state].is_open else story.steps[-1].at,
            currency=sale.store.draft.currency,
            refund_goods_minor=claim.refund.goods_minor,
            refund_freight_minor=claim.refund.freight_minor,
            amount_minor=claim.amount_minor,
            note=self._note(claim),
        )

    def _return_case(self, case_id: int, claim: Claim, *, slip: bool) -> ReturnCaseRow:
        story, buyer = claim.story, claim.sale.buyer
        agreed, declined = story.at("agree"), story.at("decline")
        verdict = claim.judged.verdict
        return ReturnCaseRow(
            id=case_id,
            remedy=story.remedy,
            goods_back=int(story.goods_back),
            freight_payer=claim.judged.freight_payer,
            policy=claim.sale.store.draft.policy,
            advice=claim.judged.text,
            overridden=int(verdict == ("decline" if agreed else "agree" if declined else "")),
            buyer_name=buyer.name,
            buyer_phone=buyer.phone,
            buyer_handle=buyer.handles[0][1],
            order_number="" if claim.has_order else claim.placed.number,
            send_by=self._send_by(claim, agreed) if agreed and story.goods_back else None,
            decided_at=agreed or declined,
            sent_at=story.at("send"),
            arrived_at=story.at("receive"),
            slip_printed_at=agreed + SLIP_AFTER_S if agreed and slip else None,
            decline_reason=DECLINES[claim.sale.store.speech][0] if declined else "",
            refund_method="platform" if story.is_settled else "",
            refund_reference="",
        )

    def _number(self, claim: Claim) -> str:
        """Return the next number of the month that the return was opened in at its shop."""
        opened = datetime.fromtimestamp(claim.opened_s, self._zone(claim))
        series = f"{PREFIXES[KIND]}-{opened:%y%m}"
        self._numbers[series] += 1
        return f"{series}-{self._numbers[series]:04d}"

    def _send_by(self, claim: Claim, agreed_s: int) -> str:
        policy = POLICIES[claim.sale.store.draft.policy]
        due = due_at("send", policy, datetime.fromtimestamp(agreed_s, UTC))
        return due.astimezone(self._zone(claim)).date().isoformat()

    def _zone(self, claim: Claim) -> ZoneInfo:
        name = claim.sale.store.draft.timezone
        if name not in self._zones:
            self._zones[name] = ZoneInfo(name)
        return self._zones[name]

    def _note(self, claim: Claim) -> str:
        if self._rng.random() < _SILENT:
            return ""
        return self._rng.choice(BUYER_NOTES[claim.sale.store.speech][claim.story.reason])

    def _parcel_back(self, claim: Claim) -> ParcelBack:
        if claim.story.at("send") is None:
            return ParcelBack()
        courier = self._rng.choice(tuple(claim.sale.store.couriers))
        return ParcelBack(courier, make_waybill(self._rng, courier))

    def _parcel(self, case_id: int, claim: Claim, parcel: ParcelBack) -> ParcelRow:
        return ParcelRow(
            order_id=None,
            case_id=case_id,
            direction="back",
            courier_id=self._codes.couriers[parcel.courier],
            courier_name="",
            waybill=parcel.waybill,
            waybill_folded=folded_waybill(parcel.waybill),
            sent_at=claim.story.at("send"),
            delivered_at=claim.story.at("receive"),
        )

    def _book_refund(self, claim: Claim) -> None:
        whole = claim.refund.minor >= claim.sale.money.paid
        status = status_words(claim.sale, "refunded" if whole else "partly_refunded")
        self._sink.book_refund(claim.placed.id, claim.refund.minor, status)


def _due(claim: Claim) -> Due:
    story = claim.story
    wait = waiting(story.state, goods_back=story.goods_back)
    if wait is None:
        return Due()
    started = story.steps[-1].at if story.steps else claim.opened_s
    policy = POLICIES[claim.sale.store.draft.policy]
    due = due_at(wait.clock, policy, datetime.fromtimestamp(started, UTC))
    return Due(int(due.timestamp()), wait.clock)


def _line(case_id: int, claim: Claim, position: int, line: Back) -> ReturnLineRow:
    goods = line.item.goods
    known = claim.has_order
    return ReturnLineRow(
        case_id=case_id,
        position=position,
        order_line_id=claim.placed.first_line_id + line.place if known else None,
        product_id=line.item.product_id if known else None,
        sku=goods.sku,
        title=goods.title,
        variant=line.item.variant,
        quantity=line.quantity,
        value_minor=line.value_minor,
    )
