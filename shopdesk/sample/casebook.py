"""Returns written down as the desk would have logged them, up to where each one stands."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random

from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.states import STATES
from shopdesk.sample.care_desk import CareDesk
from shopdesk.sample.case_rows import (
    CaseRow,
    ClockRow,
    ReturnCaseRow,
    ReturnLineRow,
    TimelineRow,
)
from shopdesk.sample.claims import Claim
from shopdesk.sample.clocks import Ran, run_clocks
from shopdesk.sample.codes import Codes
from shopdesk.sample.evidence import photos_of
from shopdesk.sample.matters import Matter, in_time
from shopdesk.sample.money_rows import FoundRows, money_rows
from shopdesk.sample.notes import BUYER_NOTES, DECLINES, SENT_BACKS
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.orders import status_words
from shopdesk.sample.plan import DAY_S, Plan
from shopdesk.sample.policies import due_s
from shopdesk.sample.rows import ParcelRow
from shopdesk.sample.sink import Sink
from shopdesk.sample.staff import staff_of
from shopdesk.sample.stores import OWN_NAMES, PEOPLE
from shopdesk.sample.timelines import SLIP_AFTER_S, ParcelBack, Told, timeline
from shopdesk.sample.voices import HANDOVERS
from shopdesk.sample.waybills import make_waybill

KIND = "return"
_SILENT = 0.15
_SLIP_PRINTED = 0.8
_UNPRINTED_DAYS = 5
_NOBODYS, _HANDED_OVER = 0.12, 0.15


class CaseBook:
    """Numbers returns in the order of their opening and writes all that belongs to each."""

    def __init__(self, sink: Sink, codes: Codes, rng: Random, plan: Plan, numbers: Numbers) -> None:
        self._sink = sink
        self._codes = codes
        self._rng = rng
        self._numbers = numbers
        self._staff = staff_of(rng, plan, numbers, codes)
        self.care = CareDesk(self._staff, sink)
        self._found = FoundRows()
        self._unprinted_s = plan.end_s - _UNPRINTED_DAYS * DAY_S
        self._lines = 0
        self.count = 0

    def log(self, claim: Claim) -> None:
        """Write one return; each one was opened no earlier than the one before."""
        self.count += 1
        case_id, first_line = self.count, self._lines + 1
        self._lines += len(claim.lines)
        number = self._number(KIND, claim, claim.opened_s)
        told = self._told(case_id, claim)
        origin_id = self.care.before(claim, (case_id, number))
        clocks = list(run_clocks(claim.story, claim.opened_s, claim.timing))
        case = self._case(case_id, claim, number, clocks[-1])._replace(origin_id=origin_id)
        case, handed_over = self._hands(case, claim)
        self._sink.add(
            case,
            self._return_case(case_id, claim, slip=told.slip),
            *_lines(case_id, claim, first_line),
            *(ClockRow(case_id, *clock) for clock in clocks),
            *money_rows(case_id, claim, first_line, self._found),
            *photos_of(self._rng, claim, case_id, first_line),
            *timeline(self._rng, told),
            *handed_over,
        )
        if told.parcel.waybill:
            self._sink.add(self._parcel(case_id, claim, told.parcel))
        if told.way_out:
            self._ship(claim, number, told, case)
        self._follow(Matter(case, claim.owner, claim.sale.store.speech, claim.timing))
        if claim.settlement.refunded_minor and claim.has_order:
            self._book_refund(claim)

    def _told(self, case_id: int, claim: Claim) -> Told:
        way_out = self._staff.packer.way_out(claim)
        return Told(
            case_id=case_id,
            claim=claim,
            parcel=self._parcel_back(claim),
            slip=claim.story.goods_back
            and self._rng.random() < _SLIP_PRINTED
            and not self._is_fresh(claim),
            way_out=way_out,
            way_out_number=self._number("reshipment", claim, way_out.opened_s) if way_out else "",
        )

    def _is_fresh(self, claim: Claim) -> bool:
        """Tell whether it was agreed on so lately that its slip is still to be printed."""
        agreed = claim.story.at("agree") or 0
        return claim.story.state == "agreed" and agreed > self._unprinted_s

    def _ship(self, claim: Claim, number: str, told: Told, origin: CaseRow) -> None:
        if told.way_out is None:
            return
        case = self._case_of(claim)._replace(
            id=self._numbers.row("cases"),
            kind="reshipment",
            number=told.way_out_number,
            opened_at=told.way_out.opened_s,
            origin_id=origin.id,
        )
        matter = Matter(case, claim.owner, claim.sale.store.speech, claim.timing)
        rows = self._staff.shipper.ship(matter, claim.sale, told.way_out, (KIND, number))
        self._sink.add(*in_time(rows))

    def _follow(self, matter: Matter) -> None:
        """Plan what the rules want of a return that was settled."""
        settled = matter.case.settled_at
        if settled is not None:
            self._sink.add(*self._staff.caller.after(matter, "settled", settled))

    def _case(self, case_id: int, claim: Claim, number: str, last: Ran) -> CaseRow:
        story, runs = claim.story, last.ended_s is None
        return self._case_of(claim)._replace(
            id=case_id,
            number=number,
            state=story.state,
            due_at=last.due_s if runs else None,
            due_clock=last.code if runs else "",
            settled_at=story.settled_at,
            closed_at=None if STATES[story.state].is_open else story.steps[-1].at,
            refund_goods_minor=claim.settlement.goods_minor,
            refund_freight_minor=claim.settlement.refunded_minor - claim.settlement.goods_minor,
            amount_minor=claim.amount_minor,
            cost_minor=claim.settlement.cost_minor,
            note=self._note(claim),
        )

    def _hands(self, case: CaseRow, claim: Claim) -> tuple[CaseRow, list[TimelineRow]]:
        """Give an open case to nobody now and then, or to a colleague with a word."""
        drawn = self._rng.random()
        if case.closed_at is not None or drawn >= _NOBODYS + _HANDED_OVER:
            return case, []
        if drawn < _NOBODYS:
            return case._replace(owner_id=None), []
        speech = claim.sale.store.speech
        other = self._rng.choice([name for name in PEOPLE if name != claim.owner])
        text = self._rng.choice(HANDOVERS[speech])
        at = max((step.at for step in claim.story.steps), default=claim.opened_s)
        matter = Matter(case, claim.owner, speech, claim.timing)
        entry = matter.entry(at, "hand_over_why" if text else "hand_over", text, person=other)
        return case._replace(owner_id=self._codes.people[other]), [entry]

    def _case_of(self, claim: Claim) -> CaseRow:
        """Return what a return's case and that of its way out have in common."""
        sale = claim.sale
        return CaseRow(
            id=0,
            kind=KIND,
            number="",
            shop_id=sale.store_id,
            order_id=claim.placed.id if claim.has_order else None,
            customer_id=sale.buyer.id if claim.has_order else None,
            owner_id=self._codes.people[claim.owner],
            state="",
            reason_id=self._codes.reasons[claim.story.reason],
            opened_at=claim.opened_s,
            currency=sale.store.draft.currency,
            buyer_name=sale.buyer.name,
            buyer_phone=sale.buyer.phone,
            buyer_handle=sale.buyer.handles[0][1],
            order_number="" if claim.has_order else claim.placed.number,
        )

    def _return_case(self, case_id: int, claim: Claim, *, slip: bool) -> ReturnCaseRow:
        story = claim.story
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
            send_by=_send_by(claim, agreed) if agreed and story.goods_back else None,
            decided_at=agreed or declined,
            sent_at=story.at("send"),
            arrived_at=story.at("receive", "receive_early"),
            inspected_at=story.at("inspect"),
            slip_printed_at=agreed + SLIP_AFTER_S if agreed and slip else None,
            decline_reason=_declined(claim),
            wanted=claim.wanted,
        )

    def _number(self, kind: str, claim: Claim, at: int) -> str:
        return self._numbers.next(kind, at, claim.timing.zone)

    def _note(self, claim: Claim) -> str:
        if self._rng.random() < _SILENT:
            return ""
        return self._rng.choice(BUYER_NOTES[claim.sale.store.speech][claim.story.reason])

    def _parcel_back(self, claim: Claim) -> ParcelBack:
        if claim.story.is_unasked:
            return ParcelBack(claim.sale.courier, claim.placed.waybill)
        if claim.story.at("send") is None:
            return ParcelBack()
        courier = self._rng.choice(tuple(claim.sale.store.couriers))
        return ParcelBack(courier, make_waybill(self._rng, courier))

    def _parcel(self, case_id: int, claim: Claim, parcel: ParcelBack) -> ParcelRow:
        return ParcelRow(
            id=self._numbers.row("parcel"),
            order_id=None,
            case_id=case_id,
            direction="back",
            courier_id=self._codes.couriers[parcel.courier],
            courier_name=OWN_NAMES.get(parcel.courier, ""),
            waybill=parcel.waybill,
            waybill_folded=folded_waybill(parcel.waybill),
            sent_at=claim.story.at("send"),
            delivered_at=claim.story.at("receive", "receive_early"),
        )

    def _book_refund(self, claim: Claim) -> None:
        minor = claim.settlement.refunded_minor
        whole = minor >= claim.sale.money.paid
        status = status_words(claim.sale, "refunded" if whole else "partly_refunded")
        self._sink.book_refund(claim.placed.id, minor, status)


def _declined(claim: Claim) -> str:
    speech = claim.sale.store.speech
    if claim.story.at("send_back"):
        return SENT_BACKS[speech][0]
    return DECLINES[speech][0] if claim.story.at("decline") else ""


def _send_by(claim: Claim, agreed_s: int) -> str:
    due = due_s("send", claim.timing, agreed_s)
    return datetime.fromtimestamp(due, claim.timing.zone).date().isoformat()


def _lines(case_id: int, claim: Claim, first_id: int) -> Iterator[ReturnLineRow]:
    """Yield the lines, each with its share of the goods refunded."""
    shares: Sequence[int] = claim.settlement.lines
    for position, (line, share) in enumerate(zip(claim.lines, shares, strict=True)):
        goods, known = line.item.goods, claim.has_order
        yield ReturnLineRow(
            id=first_id + position,
            case_id=case_id,
            position=position,
            order_line_id=claim.placed.first_line_id + line.place if known else None,
            product_id=line.item.product_id if known else None,
            sku=goods.sku,
            title=goods.title,
            variant=line.item.variant,
            quantity=line.quantity,
            value_minor=line.value_minor,
            refund_minor=share,
        )
