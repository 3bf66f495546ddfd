"""Who complains, about what, and how it goes; goods that go out again; calls by hand."""

import heapq
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import cycle

from shopdesk.rules.reshipments import LIABLE
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import SolutionOption
from shopdesk.sample.care import Planned, due_after
from shopdesk.sample.care_rows import FollowUpRow
from shopdesk.sample.case_rows import CaseRow
from shopdesk.sample.claims import Claim
from shopdesk.sample.complaint_clerk import Clerk, Grievance
from shopdesk.sample.complaints import log
from shopdesk.sample.goods_out import WAITS
from shopdesk.sample.grievances import OPEN_WAYS, WAYS, Taken, draw_steps
from shopdesk.sample.matters import Matter, in_time
from shopdesk.sample.orders import Placed
from shopdesk.sample.plan import DAY_S
from shopdesk.sample.policies import due_s
from shopdesk.sample.sink import Sink
from shopdesk.sample.staff import Staff
from shopdesk.sample.tables import Row
from shopdesk.sample.voices import CALLS
from shopdesk.sample.ways_out import offers

_OF_RETURNS = 0.06
_CASES_EACH = 16
_TOLD_TWICE = "platform"
"""The end of complaints whose buyers had complained twice."""
_FRESH_DAYS = 10
_CANDIDATES = 400
_OPEN_AT_LEAST, _OPEN_OF_CASES = 12, 600
_OUT_AT_LEAST, _OUT_OF_CASES = 11, 800
_CALLS_AT_LEAST, _CALLS_OF_CASES = 8, 500
_BEFORE_RETURN_HOURS = (2.0, 30.0)
_COMPLAIN_DAYS = 5.0
_HOUR_S = 3600

# How complaints end, one after the other.
_ENDS = (
    *("closed", "closed", "platform", "closed", "closed", "closed", "withdrawn"),
    *("closed", "closed", "reopened", "closed", "closed", "closed", "unanswered"),
)
_OFTEN = ("chase", "stalled", "short", "price_drop", "wrong_item", "no_reply", "late_dispatch")

# What a complaint is about from which such a return follows, by the reason of the return.
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "damaged_in_transit": ("damaged_parcel", "crushed"),
    "wrong_item_sent": ("wrong_item",),
    "missing_parts": ("short",),
    "not_as_described": ("not_as_described",),
    "defective": ("quality", "allergy"),
    "not_received": ("signed_not_received", "lost"),
    "late": ("chase", "late_dispatch"),
    "price": ("price_drop",),
}
_STALLED = "stalled"
_OUT_FATES = (_STALLED, "lost", "damaged", "refused", "returned", "out_of_range", WAITS, "", "")
_OUT_AGE_DAYS = {_STALLED: 13.0, "lost": 16.0, WAITS: 0.6}
_CALL_KINDS = ("call_back", "ask_review", "survey", "check_replacement", "other")


class CareDesk:
    """Logs complaints, goods out and calls beside the returns; all of it before the end."""

    def __init__(self, staff: Staff, sink: Sink) -> None:
        self._staff = staff
        self._clerk = Clerk(staff)
        self._sink = sink
        plan = self._plan = staff.plan
        self._rng = staff.rng
        self._share = plan.cases / _CASES_EACH / max(plan.orders - plan.cases, 1)
        self._deck = cycle(self._shuffled())
        self._open_ways = cycle(OPEN_WAYS)
        self._ends = cycle(_ENDS)
        self._waiting: list[tuple[int, int, Placed]] = []
        self._fresh: deque[Placed] = deque(maxlen=_CANDIDATES)

    def see(self, placed: Placed) -> None:
        """Let the buyer of a parcel that stays think about it."""
        if not placed.waybill:
            return
        self._fresh.append(placed)
        if self._rng.random() < self._share:
            days = self._rng.expovariate(1 / _COMPLAIN_DAYS)
            at = placed.sale.sent_s + int(min(days, 3 * _COMPLAIN_DAYS) * DAY_S)
            if at < self._plan.end_s - _FRESH_DAYS * DAY_S:
                heapq.heappush(self._waiting, (at, placed.id, placed))

    def log_until(self, moment_s: int) -> None:
        """Log what buyers complained about before a moment, oldest first."""
        while self._waiting and self._waiting[0][0] < moment_s:
            at, _order_id, placed = heapq.heappop(self._waiting)
            self._over(placed, at)

    def before(self, claim: Claim, opened: tuple[int, str]) -> int | None:
        """Log the complaint from which a return followed, if one did; returns its id."""
        if not claim.has_order or self._rng.random() >= _OF_RETURNS:
            return None
        situations = _BEFORE.get(claim.story.reason)
        if claim.sale.is_refused or not situations:
            return None
        situation = self._rng.choice(situations)
        options = offers(self._rng, situation, claim.story.remedy)
        if not options:
            return None
        ago = int(self._rng.uniform(*_BEFORE_RETURN_HOURS) * _HOUR_S)
        grievance = self._grievance(claim.placed, situation, claim.opened_s - ago)
        codes = ("reply", "offer", "choose", "act")
        steps = [Taken(c, grievance.opened_s + ago * n // 4) for n, c in enumerate(codes, 1)]
        closed = claim.opened_s + int(self._rng.uniform(1, 40) * _HOUR_S)
        if closed < self._plan.end_s:
            steps.append(Taken("close", closed))
        matter, rows = log(
            self._clerk,
            grievance._replace(
                steps=tuple(steps),
                options=options,
                owner=claim.owner,
                opened_id=opened[0],
                opened_number=opened[1],
            ),
        )
        self._sink.add(*rows)
        return matter.case.id

    def finish(self) -> None:
        """Log what is under way at the end: open complaints, goods out, calls to be made."""
        self.log_until(self._plan.end_s)
        cases = self._plan.cases
        for count, each in (
            (min(_OPEN_AT_LEAST, cases // 8) + cases // _OPEN_OF_CASES, self._open),
            (min(_OUT_AT_LEAST, cases // 8) + cases // _OUT_OF_CASES, self._out),
            (min(_CALLS_AT_LEAST, cases // 8) + cases // _CALLS_OF_CASES, self._call),
        ):
            for place in range(count if self._fresh else 0):
                self._sink.add(*each(place))

    def _shuffled(self) -> list[str]:
        codes = [*SITUATIONS, *_OFTEN, *_OFTEN]
        self._rng.shuffle(codes)
        return codes

    def _topic(self) -> tuple[str, list[SolutionOption]]:
        """Return the next situation for which there is a way out without a return."""
        while True:
            situation = next(self._deck)
            options = offers(self._rng, situation)
            if options:
                return situation, options

    def _grievance(self, placed: Placed, situation: str, at: int) -> Grievance:
        version = self._staff.codes.policies.at(placed.sale.store_id, at)
        owner = self._rng.choice(placed.sale.store.people)
        return Grievance(placed, situation, at, (), [], version, owner)

    def _over(self, placed: Placed, at: int) -> None:
        """Log a complaint that is over by now, with the odd second report of it."""
        situation, options = self._topic()
        found = self._grievance(placed, situation, at)
        way = next(self._ends)
        steps = draw_steps(self._rng, WAYS[way], at, self._plan.end_s)
        found = found._replace(steps=steps, options=options)
        matter, rows = log(self._clerk, found)
        self._sink.add(*rows)
        if way == _TOLD_TWICE:
            self._again(found, matter)

    def _again(self, found: Grievance, matter: Matter) -> None:
        """Log a second report of a grievance, which is merged while the first is open."""
        first = found.steps[0].at if found.steps else self._plan.end_s
        at = found.opened_s + (first - found.opened_s) // 3
        merged = Taken("merge", at + max((first - at) // 2, 1))
        other = found._replace(
            opened_s=at,
            steps=(merged,),
            options=[],
            into=(matter.case.id, matter.case.number),
        )
        self._sink.add(*log(self._clerk, other)[1])

    def _open(self, _place: int) -> Iterator[Row]:
        """Yield a complaint that somebody works on, waiting for less or more than it should."""
        placed = self._rng.choice(self._fresh)
        state = next(self._open_ways)
        situation, options = self._topic()
        end_s = self._plan.end_s
        steps = draw_steps(self._rng, OPEN_WAYS[state], 0, end_s)
        lasted = steps[-1].at if steps else 0
        found = self._grievance(placed, situation, end_s - lasted)
        linger = self._linger(state, found)
        opened = max(end_s - lasted - linger, placed.sale.ordered_s + _HOUR_S)
        shift = max(min(opened, end_s - lasted - 60), 0)
        found = found._replace(
            opened_s=shift,
            steps=tuple(Taken(step.code, shift + step.at) for step in steps),
            options=options,
        )
        yield from log(self._clerk, found)[1]

    def _linger(self, state: str, found: Grievance) -> int:
        """Return for how long an open complaint has stood where it stands, in seconds."""
        clock = {"open": "reply", "offered": "choose", "chosen": "act", "done": "tell"}
        end_s = self._plan.end_s
        allowed = due_s(clock.get(state, "solve"), found.version.timing, end_s) - end_s
        return int(allowed * self._rng.uniform(0.1, 1.25))

    def _out(self, place: int) -> Iterator[Row]:
        """Yield goods that went out anew for an order, of each fate in turn."""
        fate = _OUT_FATES[place % len(_OUT_FATES)]
        days = _OUT_AGE_DAYS.get(fate, self._rng.uniform(4.0, 8.0) if fate else 2.0)
        placed = self._rng.choice(self._fresh)
        opened = self._plan.end_s - int(days * self._rng.uniform(0.9, 1.1) * DAY_S)
        sale = placed.sale
        reason = self._rng.choice(tuple(LIABLE))
        told = "lost" if fate == _STALLED else fate
        way_out = self._staff.packer.sent_anew(sale, opened, reason, told)
        if fate == _STALLED:
            way_out = way_out._replace(journey=way_out.journey.unmarked())
        elif fate:
            way_out = way_out._replace(journey=way_out.journey._replace(dealt_s=None))
        matter = self._matter(placed, "reshipment", opened)
        yield from in_time(
            self._staff.shipper.ship(matter, sale, way_out, ("order", placed.number))
        )

    def _call(self, place: int) -> Iterator[Row]:
        """Yield a call to a buyer, planned by hand for days around the end."""
        placed = self._rng.choice(self._fresh)
        end_s = self._plan.end_s
        matter = self._matter(placed, "", end_s)
        at = end_s - int(self._rng.uniform(1, 8) * DAY_S)
        due = due_after(matter, at, self._rng.choice((1, 2, 4, 6, 9, 12)))
        kind = _CALL_KINDS[place % len(_CALL_KINDS)]
        note = self._rng.choice(CALLS[matter.speech])
        rows = self._staff.caller.plan(matter, Planned(kind, due, at, "phone", note))
        # Without a case there is no timeline that could tell of it.
        return (row for row in rows if isinstance(row, FollowUpRow))

    def _matter(self, placed: Placed, kind: str, at: int) -> Matter:
        sale = placed.sale
        timing = self._staff.codes.policies.at(sale.store_id, at).timing
        owner = self._rng.choice(sale.store.people)
        case = CaseRow(
            id=self._staff.numbers.row("cases") if kind else 0,
            kind=kind,
            number=self._staff.numbers.next(kind, at, timing.zone) if kind else "",
            shop_id=sale.store_id,
            order_id=placed.id,
            customer_id=sale.buyer.id,
            owner_id=self._staff.codes.people[owner],
            state="",
            reason_id=None,
            opened_at=at,
            currency=sale.store.draft.currency,
            buyer_name=sale.buyer.name,
            buyer_phone=sale.buyer.phone,
            buyer_handle=sale.buyer.handles[0][1],
        )
        return Matter(case, owner, sale.store.speech, timing)
