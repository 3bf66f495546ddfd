"""Follow-ups that make themselves: with a step of a case, and when a deadline has passed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from shopdesk.models import Case, FollowRule, FollowUp
from shopdesk.rules.follow_rules import DEADLINE, EVENTS, makes_sense, source_key
from shopdesk.rules.follow_times import lands_at
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.services.planning import Source, make_follow_up
from shopdesk.services.policies import calendar_of
from shopdesk.storage.database import unit_of

_OVERDUE = """
    SELECT DISTINCT clock.case_id FROM clock JOIN cases ON cases.id = clock.case_id
    WHERE clock.ended_at IS NULL AND cases.closed_at IS NULL
        AND clock.code = :clock AND :kind IN ('', cases.kind)
        AND clock.due_at >= :since AND clock.due_at + :days * 86400 < :now
        AND NOT EXISTS (SELECT 1 FROM follow_up
            WHERE follow_up.case_id = cases.id AND follow_up.rule = :code)
    ORDER BY clock.case_id
"""


def case_event(session: Session, case: Case, event: str) -> None:
    """Make what the rules want of an event of a case, within the step that is the event.

    Anything but a key of rules.follow_rules.EVENTS makes nothing, so a step hands over its new
    state as it is. A rule makes one follow-up of a case, ever; where the event comes again
    while that is open, its time moves on.
    """
    if event not in EVENTS:
        return
    for rule in _rules(session, event, case.kind):
        if makes_sense(rule.kind, case.refund_goods_minor + case.refund_freight_minor):
            _make(session, rule, case)


def run_deadlines(session: Session) -> int:
    """Make what the rules want of deadlines that have passed; returns how many were made.

    However often and wherever it runs, each case gets each rule's follow-up once. A run that is
    taken back is as if it had not been: the next one makes the same while the deadline is
    overdue. So the window offers no undo of it; what is not wanted is answered "not needed".
    """
    active = select(FollowRule).where(FollowRule.event == DEADLINE, FollowRule.active)
    made = 0
    for rule in session.scalars(active.order_by(FollowRule.id)).all():
        for case_id in _overdue(session, rule, unit_of(session).at):
            _make(session, rule, session.get_one(Case, case_id))
            made += 1
    return made


def _rules(session: Session, event: str, case_kind: str) -> list[FollowRule]:
    wanted = (
        select(FollowRule)
        .where(FollowRule.active, FollowRule.event == event)
        .where(or_(FollowRule.case_kind == "", FollowRule.case_kind == case_kind))
        .order_by(FollowRule.id)
    )
    return list(session.scalars(wanted))


def _overdue(session: Session, rule: FollowRule, now: datetime) -> list[int]:
    found = session.connection().exec_driver_sql(
        _OVERDUE,
        {
            "clock": rule.clock,
            "kind": rule.case_kind,
            "since": int(rule.since.timestamp()),
            "days": rule.days,
            "now": int(now.timestamp()),
            "code": rule.code,
        },
    )
    return [row[0] for row in found]


def _make(session: Session, rule: FollowRule, case: Case) -> None:
    key = source_key(rule.code, case.id)
    days = 0 if rule.event == DEADLINE else rule.days
    zone = ZoneInfo(case.shop.timezone)
    due_at = lands_at(unit_of(session).at, days, zone, calendar_of(session, case.shop_id))
    made = session.scalar(select(FollowUp).where(FollowUp.source_key == key))
    if made is None:
        make_follow_up(session, _draft(rule, case, due_at), Source(rule.code, key))
    elif made.done_at is None:
        made.due_at = max(made.due_at, due_at)


def _draft(rule: FollowRule, case: Case, due_at: datetime) -> FollowUpDraft:
    return FollowUpDraft(
        kind=rule.kind,
        due_at=due_at,
        case_id=case.id,
        channel=rule.channel,
        note=rule.note,
        owner_id=case.owner_id,
    )
