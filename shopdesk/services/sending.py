"""Sending many parcels in one write: each whole or not at all, the refused ones told."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.services.drafts import DispatchDraft
from shopdesk.services.many import ManyDone, Refusal
from shopdesk.services.reshipments import take_reshipment_step
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import savepoint


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reshipment as it was seen, and the parcel that it goes out in."""

    case_id: int
    version: int
    number: str
    parcel: DispatchDraft


def send_many(session: Session, parcels: Sequence[Outgoing]) -> ManyDone:
    """Send reshipments, one after the other; the change's label gets `n`, how many were sent."""
    done: list[int] = []
    refused: list[Refusal] = []
    for outgoing in parcels:
        refusal = _tried(session, outgoing)
        if refusal is None:
            done.append(outgoing.case_id)
        else:
            refused.append(refusal)
    unit_of(session).values = {"n": len(done)}
    return ManyDone(tuple(done), tuple(refused))


def _tried(session: Session, outgoing: Outgoing) -> Refusal | None:
    try:
        with savepoint(session):
            take_reshipment_step(
                session, outgoing.case_id, "send", outgoing.parcel, outgoing.version
            )
    except (DomainError, FieldError, StaleError) as error:
        return Refusal(outgoing.case_id, outgoing.number, error.sentence)
    return None
