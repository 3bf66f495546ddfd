"""Goods that a case opened and nobody has sent: waited for, or cancelled along with it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Case, Reshipment
from shopdesk.rules.reshipments import STEPS, UNSENT
from shopdesk.services.checks import NOTE_LENGTH, text_given
from shopdesk.services.records import fetch
from shopdesk.services.reshipment_waits import move_on
from shopdesk.services.timeline import note_event


def end_unsent(session: Session, origin: Case, text: str) -> None:
    """Cancel what a case opened and nobody has sent, as the case itself goes no further."""
    for case in _unsent(session, origin):
        found = fetch(session, Reshipment, case.id)
        note_cancelled(session, found, text)
        move_on(session, found, STEPS["cancel"])


def check_sent(session: Session, origin: Case) -> None:
    """Refuse to go on with a case while goods that it opened still lie here."""
    for case in _unsent(session, origin):
        raise DomainError(
            _("{number} is not sent yet. Send it or cancel it first.").format(number=case.number)
        )


def note_cancelled(session: Session, found: Reshipment, text: str) -> None:
    """Say why on both timelines; an empty reason is refused at `text`."""
    why = text_given("text", text, _("Say why it is cancelled."), NOTE_LENGTH)
    note_event(session, found.case, "cancel", text=why)
    tell_origin(session, found, "goods_out_ended", why)


def tell_origin(
    session: Session,
    found: Reshipment,
    event: str,
    text: str = "",
    values: dict[str, str] | None = None,
) -> None:
    """Say on the timeline of the case that it is for what became of it."""
    origin = session.get(Case, found.case.origin_id) if found.case.origin_id else None
    if origin is not None:
        told = {"number": found.case.number, **(values or {})}
        note_event(session, origin, event, text=text, values=told)


def _unsent(session: Session, origin: Case) -> Sequence[Case]:
    session.flush()
    opened = select(Case).where(Case.kind == "reshipment", Case.origin_id == origin.id)
    unsent = opened.where(Case.state.in_(UNSENT))
    return session.scalars(unsent.order_by(Case.id)).all()
