"""The shop's list of rules for follow-ups: the presets, and rules of its own."""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import FollowRule
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.follow_rules import DEADLINE, EVENTS, MOST_DAYS, OWN, PRESETS
from shopdesk.rules.follow_ups import KINDS
from shopdesk.services.case_drafts import FollowRuleDraft
from shopdesk.services.checks import LINE_LENGTH, known, text_fits
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of


def seed_follow_rules(session: Session) -> None:
    """Add the presets that are not there yet; what happened before now makes nothing."""
    there = set(session.scalars(select(FollowRule.code)))
    for preset in PRESETS.values():
        if preset.code not in there:
            session.add(
                FollowRule(
                    code=preset.code,
                    event=preset.event,
                    case_kind=preset.case_kind,
                    clock=preset.clock,
                    days=preset.days,
                    kind=preset.kind,
                    channel=preset.channel,
                    active=preset.active,
                    since=unit_of(session).at,
                )
            )
    session.flush()


def add_follow_rule(session: Session, draft: FollowRuleDraft) -> int:
    """Add a rule of the shop's own; returns its id. It makes nothing of what was before."""
    made = FollowRule(code=f"{OWN}{uuid4().hex}", since=unit_of(session).at)
    _fill_in(made, draft)
    session.add(made)
    session.flush()
    return made.id


def change_follow_rule(
    session: Session, rule_id: int, draft: FollowRuleDraft, version: int | None = None
) -> None:
    """Change a rule; what it made stays, and one that is switched on begins with now."""
    found = fetch(session, FollowRule, rule_id, version)
    waits_for = (found.event, found.case_kind, found.clock)
    starts = draft.active and not found.active
    _fill_in(found, draft)
    if starts or waits_for != (found.event, found.case_kind, found.clock):
        found.since = unit_of(session).at


def remove_follow_rule(session: Session, rule_id: int, version: int | None = None) -> None:
    """Take a rule of the shop's own away; what it made stays. A preset is only switched off."""
    found = fetch(session, FollowRule, rule_id, version)
    if found.code in PRESETS:
        raise DomainError(_("This rule came with ShopDesk. Switch it off instead."))
    session.delete(found)
    session.flush()


def _fill_in(found: FollowRule, draft: FollowRuleDraft) -> None:
    found.event = known("event", draft.event, EVENTS)
    found.case_kind = known("case_kind", draft.case_kind, ("", *EVENTS[draft.event].kinds))
    found.clock = known("clock", draft.clock, CLOCKS) if draft.event == DEADLINE else ""
    if not 0 <= draft.days <= MOST_DAYS:
        raise FieldError("days", _("Enter from 0 to {most} days.").format(most=MOST_DAYS))
    found.days = draft.days
    found.kind = known("kind", draft.kind, KINDS)
    found.channel = known("channel", draft.channel, ("", *CHANNELS))
    found.note = text_fits("note", draft.note, LINE_LENGTH)
    found.active = draft.active
