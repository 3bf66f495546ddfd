"""Evidence of a case or of a parcel without one: rows that name files which are kept already."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Attachment, Case, Parcel, ReturnLine
from shopdesk.rules.evidence import TROUBLES, EvidencePlace, StoredFile
from shopdesk.services.checks import LINE_LENGTH, text_fits
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

NAMES_TOLD = 5
"""How many of the files added at once the timeline names."""


def attach(session: Session, files: Sequence[StoredFile], place: EvidencePlace) -> list[int]:
    """Add files to a case, a line of it, or a parcel; returns the ids of those that are new.

    What is there already, by its content, is not added twice. Raises FieldError at `line_id` for
    a line of another case.
    """
    _check_place(session, place)
    known = _known(session, place)
    fresh = {file.sha256: file for file in files if file.sha256 not in known}
    rows = [_row(session, file, place) for file in fresh.values()]
    session.add_all(rows)
    session.flush()
    _tell(session, place.case_id, "evidence", [row.name for row in rows])
    return [row.id for row in rows]


def set_line(session: Session, evidence_id: int, line_id: int | None) -> None:
    """Say which line of its case a file shows; None for the case as a whole."""
    row = fetch(session, Attachment, evidence_id)
    if row.case_id is None and line_id is not None:
        raise DomainError(_("Match the parcel with its return first, then choose the line."))
    _check_line(session, row.case_id, line_id)
    row.line_id = line_id


def set_note(session: Session, evidence_id: int, text: str) -> None:
    """Write down, or clear, what a file shows."""
    row = fetch(session, Attachment, evidence_id)
    row.note = text_fits("note", text, LINE_LENGTH)


def remove_evidence(session: Session, evidence_id: int) -> None:
    """Take a file off its case or parcel; the file itself is kept, so that Undo finds it."""
    row = fetch(session, Attachment, evidence_id)
    case_id, name = row.case_id, row.name
    session.delete(row)
    session.flush()
    _tell(session, case_id, "evidence_removed", [name])


def move_evidence(session: Session, parcel_id: int, case_id: int) -> None:
    """Hand all evidence of an ownerless parcel on to the case that it turned out to belong to."""
    of_parcel = select(Attachment).where(Attachment.parcel_id == parcel_id)
    _move(session, session.scalars(of_parcel).all(), case_id)


def hand_over(session: Session, from_id: int, case_id: int) -> None:
    """Hand all evidence of a case on to another: both turned out to be about the same thing."""
    of_case = select(Attachment).where(Attachment.case_id == from_id)
    _move(session, session.scalars(of_case).all(), case_id)


def take_along(session: Session, from_id: int, case_id: int) -> None:
    """Let a case that another one opened show its evidence too; the files are kept once."""
    of_case = select(Attachment).where(Attachment.case_id == from_id).order_by(Attachment.id)
    files = [
        StoredFile(row.sha256, row.size, row.kind, row.name) for row in session.scalars(of_case)
    ]
    attach(session, files, EvidencePlace(case_id))


def note_troubles(session: Session, troubles: Mapping[str, str]) -> None:
    """Write down what a look at all files found: by hash, a key of TROUBLES, or empty if well.

    The day on which a trouble was first seen stays while it lasts.
    """
    at = unit_of(session).at
    bad = json.dumps([sha256 for sha256, trouble in troubles.items() if trouble])
    listed = select(func.json_each(bad).table_valued("value").c.value)
    concerned = or_(Attachment.trouble != "", Attachment.sha256.in_(listed))
    for row in session.scalars(select(Attachment).where(concerned)):
        _mark(row, troubles.get(row.sha256, row.trouble), at)


def _move(session: Session, rows: Sequence[Attachment], case_id: int) -> None:
    known = _known(session, EvidencePlace(case_id=case_id))
    for row in rows:
        if row.sha256 in known:
            session.delete(row)
        else:
            row.parcel_id, row.case_id, row.line_id = None, case_id, None
            known.add(row.sha256)
    session.flush()
    _tell(session, case_id, "evidence", [row.name for row in rows if row.case_id == case_id])


def _mark(row: Attachment, trouble: str, at: datetime) -> None:
    if trouble != row.trouble:
        row.trouble = trouble if trouble in TROUBLES else ""
        row.trouble_at = at if row.trouble else None


def _row(session: Session, file: StoredFile, place: EvidencePlace) -> Attachment:
    unit = unit_of(session)
    return Attachment(
        case_id=place.case_id,
        parcel_id=place.parcel_id,
        line_id=place.line_id,
        sha256=file.sha256,
        size=file.size,
        kind=file.kind,
        name=file.name,
        added_at=unit.at,
        person=unit.by,
    )


def _known(session: Session, place: EvidencePlace) -> set[str]:
    """Return what is there already, by content; two lines may be seen on one photo."""
    return set(
        session.scalars(
            select(Attachment.sha256).where(
                Attachment.case_id == place.case_id
                if place.case_id is not None
                else Attachment.parcel_id == place.parcel_id,
                Attachment.line_id == place.line_id,
            )
        )
    )


def _check_place(session: Session, place: EvidencePlace) -> None:
    if place.case_id is not None:
        fetch(session, Case, place.case_id)
        _check_line(session, place.case_id, place.line_id)
    else:
        fetch(session, Parcel, place.parcel_id or 0)


def _check_line(session: Session, case_id: int | None, line_id: int | None) -> None:
    line = None if line_id is None else session.get(ReturnLine, line_id)
    if line_id is not None and (line is None or line.case_id != case_id):
        raise FieldError("line_id", _("This line belongs to another return. Choose it again."))


def _tell(session: Session, case_id: int | None, event: str, names: Iterable[str]) -> None:
    told = list(names)
    if case_id is None or not told:
        return
    more = ["…"] if len(told) > NAMES_TOLD else []
    text = ", ".join([*told[:NAMES_TOLD], *more])
    note_event(session, fetch(session, Case, case_id), event, text=text)
