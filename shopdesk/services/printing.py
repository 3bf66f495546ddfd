"""What came out of a printer or went into a file, and what people want printed later."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Case, PrintJob, PrintWish, Reshipment, ReturnCase
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.printing import WAYS
from shopdesk.services.checks import known
from shopdesk.services.paper_drafts import PrintedDraft
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import add_row, table_named

_ITEMS = table_named("print_item")
_SLIPS: dict[str, type[ReturnCase] | type[Reshipment]] = {
    "return_slip": ReturnCase,
    "packing_slip": Reshipment,
}
"""The documents whose own time is kept with the case, and where."""


def mark_printed(session: Session, draft: PrintedDraft) -> int:
    """Remember that a document of some cases is out, so that it waits no more; returns the job.

    A case that came out twice is told of once. Raises DomainError if there is none, if one is
    gone or has no such document; FieldError for a code that is none.
    """
    if not draft.case_ids:
        raise DomainError(_("Choose at least one case first."))
    cases = _cases(session, draft.document, draft.case_ids)
    job = _job(session, draft)
    for position, case_id in enumerate(draft.case_ids):
        row = {"job_id": job.id, "case_id": case_id, "position": position}
        add_row(session, _ITEMS, row)
    _mark_slips(session, draft.document, draft.case_ids)
    _drop(session, draft.document, draft.case_ids)
    told = {"document": draft.document, "printer": draft.printer, "way": draft.way}
    for case in cases.values():
        note_event(session, case, "printed", values=told)
    return job.id


def print_later(session: Session, document: str, case_ids: Sequence[int]) -> None:
    """Put a document of some cases into the queue; one that is there already stays as it is.

    Raises DomainError for a case that is closed: its wish would never show.
    """
    cases = _cases(session, document, case_ids)
    closed = next((case for case in cases.values() if case.closed_at), None)
    if closed is not None:
        raise DomainError(
            _("{number} is closed, so nothing waits for it. Print it now.").format(
                number=closed.number
            )
        )
    there = {wish.case_id for wish in _wishes(session, document, case_ids)}
    unit = unit_of(session)
    for case_id in cases.keys() - there:
        session.add(PrintWish(document=document, case_id=case_id, added_at=unit.at, person=unit.by))


def drop_wishes(session: Session, document: str, case_ids: Sequence[int]) -> None:
    """Take a document of some cases out of the queue, as far as somebody put it there."""
    _drop(session, document, case_ids)


def _cases(session: Session, document: str, case_ids: Sequence[int]) -> dict[int, Case]:
    kind = DOCUMENTS[known("document", document, DOCUMENTS)].kind
    query = select(Case).where(Case.id.in_(_listed(case_ids)))
    found = {case.id: case for case in session.scalars(query)}
    if not found.keys() >= set(case_ids):
        raise DomainError(_("This case is no longer there. Load the page again."))
    for case in found.values():
        if kind not in {"", case.kind}:
            raise DomainError(_("{number} has no paper of this kind.").format(number=case.number))
    return {case_id: found[case_id] for case_id in dict.fromkeys(case_ids)}


def _job(session: Session, draft: PrintedDraft) -> PrintJob:
    unit = unit_of(session)
    job = PrintJob(
        at=unit.at,
        person=unit.by,
        document=draft.document,
        paper=draft.paper,
        language=draft.language,
        printer=draft.printer,
        way=known("way", draft.way, WAYS),
        pages=draft.pages,
    )
    session.add(job)
    session.flush()
    return job


def _mark_slips(session: Session, document: str, case_ids: Sequence[int]) -> None:
    model = _SLIPS.get(document)
    if model is None:
        return
    for case_id in set(case_ids):
        fetch(session, model, case_id).slip_printed_at = unit_of(session).at


def _drop(session: Session, document: str, case_ids: Sequence[int]) -> None:
    for wish in _wishes(session, document, case_ids):
        session.delete(wish)
    session.flush()


def _wishes(session: Session, document: str, case_ids: Sequence[int]) -> Iterable[PrintWish]:
    wanted = PrintWish.document == document, PrintWish.case_id.in_(_listed(case_ids))
    return session.scalars(select(PrintWish).where(*wanted))


def _listed(case_ids: Sequence[int]) -> Select[tuple[int]]:
    """Return ids as SQL, however many there are."""
    return select(func.json_each(json.dumps([*case_ids])).table_valued("value").c.value)
