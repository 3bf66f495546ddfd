"""What a case cost: its refunds and the entries of its ledger; who bears it follows each change."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, CostEntry, LiabilityShare, Refund
from shopdesk.rules.costs import COST_KINDS, cost_of
from shopdesk.rules.liability import amounts_of
from shopdesk.services.checks import amount_is_sane, known, text_fits
from shopdesk.services.drafts import CostDraft
from shopdesk.services.records import count_on, fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

_WRITTEN_OFF = """
    SELECT received_item_id FROM cost_entry
    WHERE case_id = ? AND received_item_id IS NOT NULL
"""


def save_costs(
    session: Session, case_id: int, drafts: Sequence[CostDraft], version: int | None = None
) -> None:
    """Write the ledger that a person sees: entries changed, added, and those left out removed.

    What an inspection wrote off may be corrected, too, until the inspection itself is. Raises
    FieldError at `entries`, StaleError if the case was changed since `version`.
    """
    case = fetch(session, Case, case_id, version)
    kept = {entry.id: entry for entry in _entries(session, case)}
    for draft in drafts:
        _check(draft)
        _write(session, case, draft, kept.pop(draft.id, None) if draft.id else None)
    for left_out in kept.values():
        session.delete(left_out)
    refresh_cost(session, case)
    values = {"cost_minor": case.cost_minor, "currency": case.currency}
    note_event(session, case, "costs", values=values)
    count_on(session, case)


def add_cost(session: Session, case: Case, kind: str, amount_minor: int, note: str = "") -> None:
    """Add one entry to a case's ledger, if it is not nothing."""
    if amount_minor:
        _write(session, case, CostDraft(kind, amount_minor, note), None)
        refresh_cost(session, case)


def set_written_off(session: Session, case: Case, amounts: Mapping[int, int]) -> None:
    """Let the losses of received items stand in the ledger, once each; an item of 0 is taken out.

    `amounts` are minor units by the item's id.
    """
    booked = session.connection().exec_driver_sql(_WRITTEN_OFF, (case.id,)).scalars().all()
    if not any(amount or item_id in booked for item_id, amount in amounts.items()):
        return
    kept = {entry.received_item_id: entry for entry in _entries(session, case)}
    for item_id, amount_minor in amounts.items():
        entry = kept.get(item_id)
        if amount_minor:
            _write(session, case, CostDraft("written_off", amount_minor), entry, item_id)
        elif entry is not None:
            session.delete(entry)
    refresh_cost(session, case)


def refresh_cost(session: Session, case: Case) -> None:
    """Work out a case's cost anew, and what each party bears of it."""
    session.flush()
    refunded, collected = session.execute(
        select(
            func.coalesce(func.sum(Refund.goods_minor + Refund.freight_minor), 0),
            func.coalesce(func.sum(Refund.collected_minor), 0),
        ).where(Refund.case_id == case.id)
    ).one()
    entries = [(entry.kind, entry.amount_minor) for entry in _entries(session, case)]
    case.cost_minor = cost_of(refunded, collected, entries)
    share_out(session, case)


def share_out(session: Session, case: Case) -> None:
    """Let what each party bears add up to the case's cost."""
    found = select(LiabilityShare).where(LiabilityShare.case_id == case.id)
    shares = session.scalars(found.order_by(LiabilityShare.id)).all()
    amounts = amounts_of(case.cost_minor, {share.party: share.percent for share in shares})
    for share in shares:
        share.amount_minor = amounts[share.party]
    session.flush()


def _entries(session: Session, case: Case) -> Sequence[CostEntry]:
    found = select(CostEntry).where(CostEntry.case_id == case.id)
    return session.scalars(found.order_by(CostEntry.id)).all()


def _check(draft: CostDraft) -> None:
    known("entries", draft.kind, COST_KINDS)
    amount_is_sane("entries", draft.amount_minor)
    if not draft.amount_minor:
        raise FieldError("entries", _("Enter each amount, or take its line away."))
    text_fits("entries", draft.note)


def _write(
    session: Session,
    case: Case,
    draft: CostDraft,
    found: CostEntry | None,
    item_id: int | None = None,
) -> None:
    unit = unit_of(session)
    entry = found or CostEntry(case_id=case.id, at=unit.at, person=unit.by)
    entry.kind, entry.amount_minor, entry.note = draft.kind, draft.amount_minor, draft.note.strip()
    if found is None:
        entry.received_item_id = item_id
        session.add(entry)
