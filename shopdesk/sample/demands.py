"""What the desk claims from couriers for parcels that were lost or broken, and what they paid."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from shopdesk.rules.claims import REASON_OF_STATE, claim_by, remind_at
from shopdesk.sample.care import Caller
from shopdesk.sample.care_rows import CourierClaimRow, FollowUpRow
from shopdesk.sample.case_rows import TimelineRow
from shopdesk.sample.draws import one_of
from shopdesk.sample.goods_out import WayOut
from shopdesk.sample.matters import Matter
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.plan import DAY_S
from shopdesk.sample.rows import ParcelRow
from shopdesk.sample.voices import CLAIM_REFUSALS

_CLAIMED = frozenset({"lost", "damaged"})
_OPENED_AFTER_S = 1_800
_CLAIM_HOURS = (1.0, 40.0)
_ANSWER_DAYS = (3.0, 12.0)
_ENDS = {"paid": 65, "refused": 25, "dropped": 10}
_EVENTS = {"paid": "claim_pay", "refused": "claim_refuse_said", "dropped": "claim_drop_said"}


DemandRow = CourierClaimRow | FollowUpRow | TimelineRow


class Demand(NamedTuple):
    """A claim with its rows; `paid_s` says when money came, if any did."""

    rows: tuple[DemandRow, ...]
    paid_minor: int = 0
    paid_s: int = 0


class Demands:
    """Draws the claims of parcels that did not get there; nothing happens after the end."""

    def __init__(self, rng: Random, numbers: Numbers, caller: Caller) -> None:
        self._rng = rng
        self._numbers = numbers
        self._caller = caller

    def draw(self, matter: Matter, way_out: WayOut, parcel: ParcelRow) -> Demand | None:
        """Return what is claimed for a parcel that was lost or broken."""
        journey = way_out.journey
        if journey.fate not in _CLAIMED or journey.fate_s is None:
            return None
        opened = journey.fate_s + _OPENED_AFTER_S
        if opened >= self._caller.end_s:
            return None
        return self._told(matter, self._claim(matter, way_out, parcel, opened))

    def _claim(
        self, matter: Matter, way_out: WayOut, parcel: ParcelRow, opened: int
    ) -> CourierClaimRow:
        goods = sum(line.item.paid_minor if line.item else 0 for line in way_out.lines)
        claimed = self._by_then(opened + self._seconds(_CLAIM_HOURS, 3600))
        ended = self._by_then(claimed + self._seconds(_ANSWER_DAYS, DAY_S)) if claimed else None
        state = one_of(self._rng, _ENDS) if ended else "claimed" if claimed else "open"
        sent = datetime.fromtimestamp(way_out.sent_s or opened, UTC)
        last = claim_by(way_out.courier, sent, matter.timing.zone)
        return CourierClaimRow(
            id=self._numbers.row("courier_claim"),
            case_id=matter.case.id,
            parcel_id=parcel.id or 0,
            courier_id=parcel.courier_id or 0,
            reason=REASON_OF_STATE[way_out.journey.fate],
            state=state,
            goods_minor=max(goods, 100),
            freight_minor=0,
            claimed_minor=max(goods, 100) if claimed else 0,
            paid_minor=max(goods, 100) // 2 if state == "paid" else 0,
            reference="",
            note="",
            opened_at=opened,
            opened_by=matter.owner,
            due_at=int(last.timestamp()),
            claimed_at=claimed,
            ended_at=ended,
        )

    def _told(self, matter: Matter, claim: CourierClaimRow) -> Demand:
        rows: tuple[DemandRow, ...] = (
            claim,
            *self._reminder(matter, claim),
            *self._entries(matter, claim),
        )
        return Demand(rows, claim.paid_minor, claim.ended_at or 0)

    def _reminder(self, matter: Matter, claim: CourierClaimRow) -> Iterator[FollowUpRow]:
        opened, last = (datetime.fromtimestamp(s, UTC) for s in (claim.opened_at, claim.due_at))
        case, done = matter.case, claim.claimed_at
        yield FollowUpRow(
            id=self._numbers.row("follow_up"),
            shop_id=case.shop_id,
            case_id=case.id,
            customer_id=case.customer_id,
            owner_id=None,
            kind="claim",
            due_at=int(remind_at(last, opened).timestamp()),
            channel="",
            note="",
            rule="",
            source_key=f"claim:{claim.id}:1",
            created_at=claim.opened_at,
            created_by=matter.owner,
            done_at=done,
            done_by=matter.owner if done else "",
            outcome="done" if done else "",
        )

    def _entries(self, matter: Matter, claim: CourierClaimRow) -> Iterator[TimelineRow]:
        def told(at: int, event: str, minor: int, text: str = "") -> TimelineRow:
            values = {"currency": matter.case.currency, "claim": claim.reason}
            return matter.entry(at, event, text, amount_minor=minor, **values)

        yield told(claim.opened_at, "claim_open", claim.goods_minor)
        if claim.claimed_at:
            yield told(claim.claimed_at, "claim_claim", claim.claimed_minor)
        if claim.ended_at:
            event = _EVENTS[claim.state]
            why = self._rng.choice(CLAIM_REFUSALS[matter.speech]) if "said" in event else ""
            yield told(claim.ended_at, event, claim.paid_minor, why)

    def _seconds(self, span: tuple[float, float], unit_s: int) -> int:
        return int(self._rng.uniform(*span) * unit_s)

    def _by_then(self, at: int) -> int | None:
        return at if at < self._caller.end_s else None
