"""What each step of a reshipment does besides its change of state."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Parcel, Reshipment, ReturnCase
from shopdesk.rules.reshipments import GOODS_LOST, LIABLE, REASON_OF_FAILURE, STEPS
from shopdesk.services.case_drafts import ChaseDraft, FailureDraft
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, text_fits, text_given
from shopdesk.services.drafts import DispatchDraft, GoodsOutDraft, ReasonDraft, WaybillDraft
from shopdesk.services.goods_out import add_reshipment, case_for, goods_of
from shopdesk.services.instead import open_refund
from shopdesk.services.ledger import add_cost
from shopdesk.services.liability import propose_liability
from shopdesk.services.moving import newest_parcel
from shopdesk.services.reshipment_waits import ask_again
from shopdesk.services.timeline import note_event
from shopdesk.services.unsent import note_cancelled, tell_origin
from shopdesk.services.waybills import carry, event_values
from shopdesk.storage.database import unit_of

ReshipmentStepDraft = DispatchDraft | ReasonDraft | FailureDraft | ChaseDraft | GoodsOutDraft
"""What the forms of rules.reshipments.STEPS give."""

Deed = Callable[[Session, Reshipment, Any], None]


def propose_bearer(session: Session, case: Case, reason: str) -> None:
    """Propose who bears what goes out for a reason, where that is no matter of a return."""
    party = LIABLE.get(reason)
    if party is not None and not _is_for_return(session, case):
        propose_liability(session, case, party)


def _is_for_return(session: Session, case: Case) -> bool:
    return case.origin_id is not None and session.get(ReturnCase, case.origin_id) is not None


def _pack(session: Session, found: Reshipment, _draft: object) -> None:
    found.wait_note = ""
    note_event(session, found.case, "reship_pack")


def _send(session: Session, found: Reshipment, draft: object) -> None:
    if not isinstance(draft, DispatchDraft) or not draft.waybill.strip():
        raise FieldError("waybill", _("Enter the waybill of the parcel that goes out."))
    parcel = Parcel(case_id=found.id, direction="out", sent_at=unit_of(session).at)
    carry(session, parcel, WaybillDraft(draft.courier, draft.waybill))
    session.add(parcel)
    found.wait_note = ""
    values = event_values(parcel)
    note_event(session, found.case, "reship_send", values=values)
    tell_origin(session, found, "goods_sent", values=values)
    _book(session, found, amount_is_sane("freight_minor", draft.freight_minor))


def _book(session: Session, found: Reshipment, freight_minor: int) -> None:
    """Write down what it costs: with the return that it settles, else with itself."""
    case = found.case
    if _is_for_return(session, case):
        origin = session.get_one(Case, case.origin_id)
        add_cost(session, origin, "freight_out", freight_minor, note=case.number)
        return
    add_cost(session, case, "freight_out", freight_minor)
    if found.reason in GOODS_LOST:
        goods_minor = sum(line.price_minor for line in found.lines)
        add_cost(session, case, "written_off", goods_minor)


def _move(session: Session, found: Reshipment, _draft: object) -> None:
    parcel = newest_parcel(session, found.id)
    if parcel is not None:
        parcel.moved_at = unit_of(session).at
    note_event(session, found.case, "reship_move")


def _deliver(session: Session, found: Reshipment, _draft: object) -> None:
    parcel = newest_parcel(session, found.id)
    if parcel is not None:
        parcel.delivered_at = unit_of(session).at
    note_event(session, found.case, "reship_deliver")
    tell_origin(session, found, "goods_delivered")


def _confirm(session: Session, found: Reshipment, _draft: object) -> None:
    note_event(session, found.case, "reship_confirm")
    tell_origin(session, found, "goods_confirmed")


def _reopen(session: Session, found: Reshipment, draft: object) -> None:
    parcel = newest_parcel(session, found.id)
    if parcel is not None:
        parcel.delivered_at = None
    text = _why(draft, _("Say how you know that it was not delivered."))
    note_event(session, found.case, "reship_reopen", text=text)


def _fails_as(state: str) -> Deed:
    """Return what happens when a parcel does not get there, or not whole."""

    def fail(session: Session, found: Reshipment, draft: object) -> None:
        said = draft.text if isinstance(draft, FailureDraft) else ""
        text = text_fits("text", said, NOTE_LENGTH)
        event = f"reship_{state}_said" if text else f"reship_{state}"
        note_event(session, found.case, event, text=text)
        tell_origin(session, found, "goods_failed", values={"state": state})
        if state in REASON_OF_FAILURE:
            propose_bearer(session, found.case, REASON_OF_FAILURE[state])

    return fail


def _chase(session: Session, found: Reshipment, draft: object) -> None:
    if not isinstance(draft, ChaseDraft):
        raise FieldError("whom", _("Say whom you asked."))
    whom = text_given("whom", draft.whom, _("Say whom you asked."))
    text = text_fits("text", draft.text, NOTE_LENGTH)
    until = ask_again(session, found.case, draft.again_on)
    day = until.astimezone(ZoneInfo(found.case.shop.timezone)).date()
    values = {"whom": whom, "day": day.isoformat()}
    event = "reship_chase_said" if text else "reship_chase"
    note_event(session, found.case, event, text=text, values=values)


def _reship(session: Session, found: Reshipment, draft: object) -> None:
    """Open the next reshipment: the same goods to the same place unless said."""
    goods = draft if isinstance(draft, GoodsOutDraft) else goods_of(found)
    if not goods.lines:
        raise FieldError("lines", _("Enter what goes out again."))
    reason = REASON_OF_FAILURE.get(found.case.state, found.reason)
    again = case_for(session, found.case)
    add_reshipment(session, again, reason, goods)
    propose_bearer(session, again, reason)
    note_event(session, found.case, "reship_again", values={"number": again.number})


def _refund(session: Session, found: Reshipment, draft: object) -> None:
    note = draft.text if isinstance(draft, ReasonDraft) else ""
    number = open_refund(session, found, note)
    note_event(session, found.case, "reship_refund", values={"number": number})


def _deal(session: Session, found: Reshipment, draft: object) -> None:
    text = _why(draft, _("Say what was done about it."))
    note_event(session, found.case, "reship_deal", text=text)


def _cancel(session: Session, found: Reshipment, draft: object) -> None:
    note_cancelled(session, found, draft.text if isinstance(draft, ReasonDraft) else "")


def _why(draft: object, sentence: str) -> str:
    said = draft.text if isinstance(draft, ReasonDraft) else ""
    return text_given("text", said, sentence, NOTE_LENGTH)


DEEDS: dict[str, Deed] = {
    "pack": _pack,
    "send": _send,
    "move": _move,
    "deliver": _deliver,
    "confirm": _confirm,
    "chase": _chase,
    "reship": _reship,
    "refund": _refund,
    "deal": _deal,
    "reopen": _reopen,
    "cancel": _cancel,
    **{
        step.code: _fails_as(step.target)
        for step in STEPS.values()
        if step.asks == "failure" and step.target
    },
}
"""By the code of the step."""
