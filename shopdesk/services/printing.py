"""What came out of a printer or went into a file, and what people want printed later."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

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
    """Remember that a document of some cases is out, so that it waits no more.

    Returns how many cases are remembered: what went while the paper came out is left out, and
    where nothing is left there is no job either. A case that came out twice is told of once.
    Raises DomainError if there is none or one has no such document; FieldError for a code that
    is none.
    """
    if not draft.case_ids:
        raise DomainError(_("Choose at least one case first."))
    known("way", draft.way, WAYS)
    cases = _found(session, draft.document, draft.case_ids)
    if cases:
        _note_job(session, draft, [case_id for case_id in draft.case_ids if case_id in cases])
        _mark_slips(session, draft.document, cases)
        _drop(session, draft.document, [*cases])
    told = {"document": draft.document, "printer": draft.printer, "way": draft.way}
    for case in cases.values():
        note_event(session, case, "printed", values=told)
    return len(cases)


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
    found = _found(session, document, case_ids)
    if not found.keys() >= set(case_ids):
        raise DomainError(_("This case is no longer there. Load the page again."))
    return found


def _found(session: Session, document: str, case_ids: Sequence[int]) -> dict[int, Case]:
    """Return the cases that are there, in the given order; refuse those of other kinds."""
    kind = DOCUMENTS[known("document", document, DOCUMENTS)].kind
    query = select(Case).where(Case.id.in_(_listed(case_ids)))
    found = {case.id: case for case in session.scalars(query)}
    for case in found.values():
        if kind not in {"", case.kind}:
            raise DomainError(_("{number} has no paper of this kind.").format(number=case.number))
    return {case_id: found[case_id] for case_id in dict.fromkeys(case_ids) if case_id in found}


def _note_job(session: Session, draft: PrintedDraft, case_ids: Sequence[int]) -> None:
    unit = unit_of(session)
    job = PrintJob(
        at=unit.at,
        person=unit.by,
        document=draft.document,
        paper=draft.paper,
        language=draft.language,
        printer=draft.printer,
        way=draft.way,
        pages=draft.pages,
    )
    session.add(job)
    session.flush()
    for position, case_id in enumerate(case_ids):
        row = {"job_id": job.id, "case_id": case_id, "position": position}
        add_row(session, _ITEMS, row)


def _mark_slips(session: Session, document: str, case_ids: Iterable[int]) -> None:
    model = _SLIPS.get(document)
    if model is None:
        return
    for case_id in case_ids:
        slip = fetch(session, model, case_id)
        slip.slip_printed_at = _after(slip.slip_printed_at, unit_of(session).at)


def _after(before: datetime | None, now: datetime) -> datetime:
    """Return a time that is another than before: undo tells two prints of a slip by it."""
    whole = now.replace(microsecond=0)
    return whole if before is None or before < whole else before + timedelta(seconds=1)


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
