"""Whose work it is: who logs a case has it, and hands it over with a word."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, FollowUp, Person
from shopdesk.services.checks import NOTE_LENGTH, text_fits
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of
from shopdesk.storage.indexing import chunks

_PERSON = "SELECT id FROM person WHERE name = ?"


def at_desk(session: Session) -> int | None:
    """Return the id of the person who writes, whose case it is when one is logged.

    None where nobody of that name is known, as in a file from another machine.
    """
    found = session.connection().exec_driver_sql(_PERSON, (unit_of(session).by,)).scalar()
    return None if found is None else int(found)


def assign(
    session: Session, case_ids: Sequence[int], person_id: int | None, note: str = ""
) -> tuple[int, ...]:
    """Hand cases of any kind over to a person, or to nobody; returns those that changed hands.

    Follow-ups of a case that are open and were its owner's go along. The change's label gets
    `n`, how many, and `person`. Raises DomainError if all of them are that person's already.
    """
    text = text_fits("note", note, NOTE_LENGTH)
    person = _person(session, person_id)
    cases = _cases(session, case_ids)
    moving = [case for case in cases if case.owner_id != person_id]
    if not moving:
        raise DomainError(_("This is in those hands already."))
    for case in moving:
        _hand_over(session, case, person, text)
    name = "" if person is None else person.name
    unit_of(session).values = {"n": len(moving), "person": name}
    return tuple(case.id for case in moving)


def assign_follow_ups(session: Session, follow_up_ids: Sequence[int], person_id: int | None) -> int:
    """Hand open follow-ups over, whoever has their cases; returns how many changed hands.

    Raises DomainError if none did: those that are done stay whose they were.
    """
    person = _person(session, person_id)
    moving = [
        found
        for chunk in chunks(follow_up_ids)
        for found in session.scalars(select(FollowUp).where(FollowUp.id.in_(chunk)))
        if found.done_at is None and found.owner_id != person_id
    ]
    if not moving:
        raise DomainError(_("None of these is open and in other hands."))
    _move_follow_ups(moving, person_id)
    unit_of(session).values = {"n": len(moving), "person": "" if person is None else person.name}
    return len(moving)


def hand_over(session: Session, from_id: int, to_id: int | None, note: str = "") -> int:
    """Hand all open work of a person over, as before a holiday; returns how many cases.

    Follow-ups that belong to no case of theirs go along.
    """
    if from_id == to_id:
        raise FieldError("person_id", _("Choose somebody else."))
    open_cases = select(Case.id).where(Case.owner_id == from_id, Case.closed_at.is_(None))
    case_ids = tuple(session.scalars(open_cases.order_by(Case.id)))
    if case_ids:
        assign(session, case_ids, to_id, note)
    person = _person(session, to_id)
    _move_follow_ups(_open_follow_ups(session, from_id), to_id)
    name = "" if person is None else person.name
    unit_of(session).values = {"n": len(case_ids), "person": name}
    return len(case_ids)


def _cases(session: Session, case_ids: Sequence[int]) -> list[Case]:
    found: dict[int, Case] = {}
    for chunk in chunks(case_ids):
        wanted = select(Case).where(Case.id.in_(chunk))
        found.update((case.id, case) for case in session.scalars(wanted))
    return [found[case_id] for case_id in case_ids if case_id in found]


def _person(session: Session, person_id: int | None) -> Person | None:
    """Return somebody who works here; refuses one who left."""
    if person_id is None:
        return None
    person = fetch(session, Person, person_id)
    if person.archived_at is not None:
        raise FieldError("person_id", _("Choose somebody who works here."))
    return person


def _hand_over(session: Session, case: Case, person: Person | None, text: str) -> None:
    before, case.owner_id = case.owner_id, None if person is None else person.id
    _move_follow_ups(_open_follow_ups(session, before, case.id), case.owner_id)
    event = "let_go" if person is None else "hand_over"
    values = {} if person is None else {"person": person.name}
    note_event(session, case, f"{event}_why" if text else event, text=text, values=values)


def _open_follow_ups(
    session: Session, owner_id: int | None, case_id: int | None = None
) -> Iterable[FollowUp]:
    wanted = select(FollowUp).where(FollowUp.done_at.is_(None), FollowUp.owner_id == owner_id)
    return session.scalars(wanted if case_id is None else wanted.where(FollowUp.case_id == case_id))


def _move_follow_ups(follow_ups: Iterable[FollowUp], owner_id: int | None) -> None:
    for follow_up in follow_ups:
        follow_up.owner_id = owner_id
