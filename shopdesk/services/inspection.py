"""Opening a return's parcels: what is found is kept at any time, and finished once it is decided.

The step `inspect` finishes; `save_inspection` keeps what was counted so far, and corrects a
return that was inspected but not settled yet.
"""

from dataclasses import asdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _, ngettext
from shopdesk.models import Case, ReceivedItem, ReturnCase
from shopdesk.rules.inspecting import found_in
from shopdesk.rules.states import STATES, Step
from shopdesk.services.drafts import InspectionDraft, StepDraft
from shopdesk.services.received import keep_received, paid_lines, received_items
from shopdesk.services.received_checks import check_finished
from shopdesk.services.records import count_on, fetch
from shopdesk.services.timeline import note_event

OPEN_TO_COUNT = frozenset({"arrived", "inspected"})


def save_inspection(
    session: Session, case_id: int, draft: InspectionDraft, version: int | None = None
) -> tuple[int | None, ...]:
    """Keep what was found so far; a return that is inspected already has to stay decided.

    Returns under which id each item is kept, None for one with neither units nor a note.

    Raises DomainError before a parcel came and after it was settled, StaleError if the case was
    changed since `version`, FieldError at fields such as `items.2.disposition`.
    """
    found = fetch(session, ReturnCase, case_id)
    case = fetch(session, Case, case_id, version)
    _check_open(case)
    if case.state == "inspected":
        ids = _keep_decided(session, found, draft, "correct_inspection")
    else:
        ids = keep_received(session, found, draft, paid_lines(session, case_id))
    count_on(session, case)
    return ids


def finish_inspection(
    session: Session, found: ReturnCase, _step: Step, draft: StepDraft | None
) -> None:
    """Do what the step `inspect` does; without a draft, with what was kept before."""
    if not isinstance(draft, InspectionDraft):
        draft = InspectionDraft(tuple(received_items(session, found.id).values()))
    _keep_decided(session, found, draft, "inspect_found")


def check_decided(session: Session, case_id: int) -> None:
    """Refuse while a received unit of a return has nowhere to go."""
    undecided = session.scalar(
        select(func.sum(ReceivedItem.quantity)).where(
            ReceivedItem.case_id == case_id, ReceivedItem.disposition == ""
        )
    )
    if undecided:
        raise DomainError(
            ngettext(
                "{n} received unit has nowhere to go yet. Finish the inspection first.",
                "{n} received units have nowhere to go yet. Finish the inspection first.",
                undecided,
            ).format(n=undecided)
        )


def _check_open(case: Case) -> None:
    if case.state not in OPEN_TO_COUNT:
        raise DomainError(
            _(
                "{number} is “{state}” now: what was found can be changed only after its parcel "
                "arrived and before it is settled."
            ).format(number=case.number, state=_(STATES[case.state].name))
        )


def _keep_decided(
    session: Session, found: ReturnCase, draft: InspectionDraft, event: str
) -> tuple[int | None, ...]:
    """Keep what is decided to the last unit, and tell of it."""
    check_finished(draft)
    lines = paid_lines(session, found.id)
    ids = keep_received(session, found, draft, lines)
    sums = found_in({line_id: paid.quantity for line_id, paid in lines.items()}, draft.items)
    is_empty = not any(item.quantity for item in draft.items)
    note_event(
        session,
        found.case,
        "inspect_empty" if is_empty else event,
        text=" · ".join(item.note.strip() for item in draft.items if item.note.strip()),
        values={"found": asdict(sums)},
    )
    return ids
