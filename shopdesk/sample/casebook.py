"""Returns written down as the desk would have logged them, up to where each one stands."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from random import Random
from typing import NamedTuple

from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.money import share_minor
from shopdesk.rules.states import STATES
from shopdesk.sample.claims import Back, Claim
from shopdesk.sample.clocks import Ran, run_clocks
from shopdesk.sample.notes import BUYER_NOTES, DECLINES
from shopdesk.sample.orders import status_words
from shopdesk.sample.policies import PolicyBook, due_s
from shopdesk.sample.rows import (
    CaseRow,
    ClockRow,
    CounterRow,
    ParcelRow,
    RefundRow,
    ReturnCaseRow,
    ReturnLineRow,
)
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
    policies: PolicyBook


class CaseBook:
    """Numbers returns in the order of their opening and writes all that belongs to each."""

    def __init__(self, sink: Sink, codes: Codes, rng: Random) -> None:
        self._sink = sink
        self._codes = codes
        self._rng = rng
        self._numbers: Counter[str] = Counter()
        self.count = 0

    def log(self, claim: Claim) -> None:
        """Write one return; each one was opened no earlier than the one before."""
        self.count += 1
        case_id = self.count
        clocks = list(run_clocks(claim.story, claim.opened_s, claim.timing))
        parcel = self._parcel_back(claim)
        slip = claim.story.goods_back and self._rng.random() < _SLIP_PRINTED
        self._sink.add(
            self._case(case_id, claim, clocks[-1]),
            self._return_case(case_id, claim, slip=slip),
            *_lines(case_id, claim),
            *(ClockRow(case_id, *clock) for clock in clocks),
            *_refunds(case_id, claim),
            *timeline(self._rng, case_id, claim, parcel, slip=slip),
        )
        if parcel.waybill:
            self._sink.add(self._parcel(case_id, claim, parcel))
        if claim.refund.minor and claim.has_order:
            self._book_refund(claim)

    def close(self) -> None:
        """Write the counters from which the next numbers are taken."""
        self._sink.add(*(CounterRow(series, last) for series, last in self._numbers.items()))

    def _case(self, case_id: int, claim: Claim, last: Ran) -> CaseRow:
        story, sale = claim.story, claim.sale
        runs = last.ended_s is None
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
            due_at=last.due_s if runs else None,
            due_clock=last.code if runs else "",
            settled_at=story.settled_at,
            closed_at=None if STATES[story.state].is_open else story.steps[-1].at,
            currency=sale.store.draft.currency,
            refund_goods_minor=claim.refund.goods_minor,
            refund_freight_minor=claim.refund.freight_minor,
            amount_minor=claim.amount_minor,
            cost_minor=claim.refund.minor,
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
            policy_id=claim.version.id,
            advice=claim.judged.text,
            overridden=int(verdict == ("decline" if agreed else "agree" if declined else "")),
            buyer_name=buyer.name,
            buyer_phone=buyer.phone,
            buyer_handle=buyer.handles[0][1],
            order_number="" if claim.has_order else claim.placed.number,
            send_by=_send_by(claim, agreed) if agreed and story.goods_back else None,
            decided_at=agreed or declined,
            sent_at=story.at("send"),
            arrived_at=story.at("receive"),
            inspected_at=story.at("inspect"),
            slip_printed_at=agreed + SLIP_AFTER_S if agreed and slip else None,
            decline_reason=DECLINES[claim.sale.store.speech][0] if declined else "",
        )

    def _number(self, claim: Claim) -> str:
        """Return the next number of the month that the return was opened in at its shop."""
        opened = datetime.fromtimestamp(claim.opened_s, claim.timing.zone)
        series = f"{PREFIXES[KIND]}-{opened:%y%m}"
        self._numbers[series] += 1
        return f"{series}-{self._numbers[series]:04d}"

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


def _send_by(claim: Claim, agreed_s: int) -> str:
    due = due_s("send", claim.timing, agreed_s)
    return datetime.fromtimestamp(due, claim.timing.zone).date().isoformat()


def _refunds(case_id: int, claim: Claim) -> Iterator[RefundRow]:
    """Yield what went back to the buyer, where any money did."""
    if claim.refund.minor:
        yield RefundRow(
            case_id=case_id,
            shop_id=claim.sale.store_id,
            at=claim.story.settled_at or claim.opened_s,
            currency=claim.sale.store.draft.currency,
            goods_minor=claim.refund.goods_minor,
            freight_minor=claim.refund.freight_minor,
            person=claim.owner,
        )


def _lines(case_id: int, claim: Claim) -> Iterator[ReturnLineRow]:
    """Yield the lines, each with its share of the goods refunded."""
    shares = share_minor(claim.refund.goods_minor, [line.value_minor for line in claim.lines])
    for position, (line, share) in enumerate(zip(claim.lines, shares, strict=True)):
        yield _line(case_id, claim, position, line)._replace(refund_minor=share)


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
