"""Follow-ups as the rules and the chosen options plan them, and what came of each."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from shopdesk.rules.follow_rules import DEADLINE, PRESETS, makes_sense, source_key
from shopdesk.rules.follow_times import lands_at
from shopdesk.rules.follow_ups import WITH_BUYER
from shopdesk.sample.care_rows import FollowUpRow
from shopdesk.sample.case_rows import TimelineRow
from shopdesk.sample.draws import one_of
from shopdesk.sample.matters import Matter
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.plan import DAY_S, Plan
from shopdesk.sample.voices import OUTCOMES, SCORE_NOTES

CareRow = FollowUpRow | TimelineRow

_LAG_S = 10 * 3600
_FRESH_DAYS = 4
_DONE_FRESH = 0.6
_SCORED = {"survey": 1.0, "check_replacement": 0.5, "check_refund": 0.4, "call_back": 0.3}
_MOST_CALLS = 3
_TALKS: Mapping[str, int] = {"answered": 72, "no_answer": 19, "declined": 9}
_ERRANDS: Mapping[str, int] = {"done": 90, "dropped": 10}
_SCORES: Mapping[str, int] = {"5": 45, "4": 30, "3": 13, "2": 7, "1": 5}

REFUND_RULE = "refund_arrived"
_LATE_RULE_PART = 0.85


def refund_rule_since(plan: Plan) -> int:
    """Return when the shop began to ask whether refunds arrived: late in the plan."""
    return plan.start_s + int(plan.days * _LATE_RULE_PART) * DAY_S


class Planned(NamedTuple):
    """What is to be done, and what made it; by hand without a rule or key."""

    kind: str
    due_s: int
    made_s: int
    channel: str = ""
    note: str = ""
    rule: str = ""
    key: str | None = None
    previous_id: int | None = None
    calls: int = 1


class Caller:
    """Plans follow-ups and does most of them in time; nothing is done after `end_s`."""

    def __init__(self, rng: Random, plan: Plan, numbers: Numbers) -> None:
        self._rng = rng
        self.end_s = plan.end_s
        self._numbers = numbers
        self._since = {REFUND_RULE: refund_rule_since(plan)}

    def after(self, matter: Matter, event: str, at: int) -> Iterator[CareRow]:
        """Yield what the rules make of an event, a key of rules.follow_rules.EVENTS."""
        case = matter.case
        refunded = case.refund_goods_minor + case.refund_freight_minor
        for preset in PRESETS.values():
            is_meant = preset.event == event != DEADLINE and preset.case_kind == case.kind
            if not (is_meant and preset.active and makes_sense(preset.kind, refunded)):
                continue
            if at >= self._since.get(preset.code, 0):
                due = due_after(matter, at, preset.days)
                key = source_key(preset.code, case.id)
                planned = Planned(preset.kind, due, at, preset.channel, "", preset.code, key)
                yield from self.plan(matter, planned)

    def plan(self, matter: Matter, planned: Planned) -> Iterator[CareRow]:
        """Yield a follow-up with those that follow from it, and what the timeline tells."""
        found, case = self._row(matter, planned), matter.case
        done = self._done(planned)
        if done is None:
            yield found
            return
        found = self._answered(found, done, matter)
        yield found
        following = self._following(matter, planned, found)
        text = found.outcome_note
        event = f"follow_up_{'said' if text else 'done'}{'_next' if following else ''}"
        values = {"task": found.kind, "outcome": found.outcome}
        if following:
            values["moment"] = moment_of(following.due_s)
        yield matter.entry(done, event, text, **values)
        if found.score is not None:
            event = "follow_up_score_why" if found.score_note else "follow_up_score"
            yield matter.entry(done, event, found.score_note, score=found.score)
        if following and case.id:
            yield from self.plan(matter, following)

    def _row(self, matter: Matter, planned: Planned) -> FollowUpRow:
        case = matter.case
        return FollowUpRow(
            id=self._numbers.row("follow_up"),
            shop_id=case.shop_id,
            case_id=case.id or None,
            customer_id=case.customer_id,
            owner_id=case.owner_id,
            kind=planned.kind,
            due_at=planned.due_s,
            channel=planned.channel,
            note=planned.note,
            rule=planned.rule,
            source_key=planned.key,
            created_at=planned.made_s,
            created_by=matter.owner,
            previous_id=planned.previous_id,
        )

    def _done(self, planned: Planned) -> int | None:
        """Return when it was done: what stood on the list for days was, some that is new is not."""
        fresh = planned.due_s > self.end_s - _FRESH_DAYS * DAY_S
        at = max(planned.due_s, planned.made_s) + int(self._rng.expovariate(1 / _LAG_S))
        likely = _DONE_FRESH if fresh else 1
        return at if at < self.end_s and self._rng.random() < likely else None

    def _answered(self, found: FollowUpRow, done: int, matter: Matter) -> FollowUpRow:
        outcome = one_of(self._rng, _TALKS if found.kind in WITH_BUYER else _ERRANDS)
        talked = outcome == "answered"
        scored = talked and self._rng.random() < _SCORED.get(found.kind, 0)
        return found._replace(
            done_at=done,
            done_by=matter.owner,
            outcome=outcome,
            outcome_note=self._rng.choice(OUTCOMES[matter.speech]) if talked else "",
            score=int(one_of(self._rng, _SCORES)) if scored else None,
            score_note=self._rng.choice(SCORE_NOTES[matter.speech]) if scored else "",
        )

    def _following(self, matter: Matter, planned: Planned, found: FollowUpRow) -> Planned | None:
        """Return another try where nobody answered."""
        if found.outcome != "no_answer" or planned.calls >= _MOST_CALLS:
            return None
        done = found.done_at or 0
        return planned._replace(
            due_s=due_after(matter, done, 1),
            made_s=done,
            rule="",
            key=None,
            previous_id=found.id,
            calls=planned.calls + 1,
        )


def due_after(matter: Matter, at: int, days: int) -> int:
    """Return the working morning at the shop so many days after a moment."""
    timing = matter.timing
    return int(lands_at(datetime.fromtimestamp(at, UTC), days, timing.zone).timestamp())


def moment_of(at: int) -> str:
    """Return a moment as timelines keep it."""
    return datetime.fromtimestamp(at, UTC).isoformat()
