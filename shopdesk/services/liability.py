"""Who bears a case's cost: suggested by the reason, shared and confirmed by a person."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, LiabilityShare
from shopdesk.rules.liability import PARTIES, WHOLE_PERCENT, is_whole, suggested_party
from shopdesk.services.checks import known, text_fits
from shopdesk.services.drafts import ShareDraft
from shopdesk.services.ledger import share_out
from shopdesk.services.records import count_on, fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import add_row, table_named

_SHARES = table_named("liability_share")


def suggest_liability(session: Session, case_id: int, reason: str) -> None:
    """Let the reason's usual party bear all of a new case, which nobody has confirmed yet."""
    _suggest(session, case_id, suggested_party(reason))


def propose_liability(session: Session, case: Case, party: str) -> None:
    """Propose that a party bears all of a case; what a person confirmed stays."""
    shares = shares_of(session, case)
    if any(share.confirmed_at for share in shares):
        return
    for share in shares:
        session.delete(share)
    session.flush()
    _suggest(session, case.id, party)
    share_out(session, case)


def confirm_liability(
    session: Session,
    case_id: int,
    drafts: Sequence[ShareDraft] | None = None,
    version: int | None = None,
) -> None:
    """Confirm who bears a case: as it stands, or shared as the drafts say.

    Raises FieldError at `shares` unless they are 100 per cent, StaleError if the case was
    changed since `version`. What each bears follows the cost from then on, too.
    """
    case = fetch(session, Case, case_id, version)
    shares = {share.party: share for share in shares_of(session, case)}
    if drafts is not None:
        _check(drafts)
        _write(session, case, drafts, shares)
    confirmed = shares_of(session, case)
    if not confirmed:
        raise FieldError("shares", _("Say who bears it first."))
    unit = unit_of(session)
    for share in confirmed:
        share.confirmed_at, share.confirmed_by = unit.at, unit.by
    share_out(session, case)
    percents = {share.party: share.percent for share in confirmed}
    note_event(session, case, "liability", values={"shares": percents})
    count_on(session, case)


def shares_of(session: Session, case: Case) -> Sequence[LiabilityShare]:
    """Return the parts of a case's cost in the order in which they were named."""
    session.flush()
    found = select(LiabilityShare).where(LiabilityShare.case_id == case.id)
    return session.scalars(found.order_by(LiabilityShare.id)).all()


def _check(drafts: Sequence[ShareDraft]) -> None:
    for draft in drafts:
        known("shares", draft.party, PARTIES)
        text_fits("shares", draft.note)
    percents = {draft.party: draft.percent for draft in drafts}
    if len(percents) < len(drafts):
        raise FieldError("shares", _("One party stands here twice. Give it one share."))
    if not is_whole(percents):
        raise FieldError(
            "shares",
            _("The shares are {sum} % together. Make them 100 %.").format(
                sum=sum(percents.values())
            ),
        )


def _write(
    session: Session,
    case: Case,
    drafts: Sequence[ShareDraft],
    shares: dict[str, LiabilityShare],
) -> None:
    for draft in drafts:
        share = shares.pop(draft.party, None) or LiabilityShare(case_id=case.id, party=draft.party)
        share.percent, share.note = draft.percent, draft.note.strip()
        session.add(share)
    for left_out in shares.values():
        session.delete(left_out)


def _suggest(session: Session, case_id: int, party: str) -> None:
    add_row(
        session,
        _SHARES,
        {
            "case_id": case_id,
            "party": party,
            "percent": WHOLE_PERCENT,
            "amount_minor": 0,
            "note": "",
            "confirmed_at": None,
            "confirmed_by": "",
        },
    )
