"""What couriers say about parcels: each event kept once, and what follows from the latest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, Parcel, Reshipment, TrackingEvent
from shopdesk.rules.reshipments import STEPS
from shopdesk.rules.tracking import DELIVERED, FAULTS, STATUSES, ReadEvent, fault_of, latest_of
from shopdesk.services.checks import known
from shopdesk.services.moving import newest_parcel, start_moving
from shopdesk.services.records import fetch
from shopdesk.services.reshipments import take_reshipment_step
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

__all__ = ["add_events", "add_many", "remove_event", "start_moving"]

SOURCES = frozenset({"typed", "pasted", "imported"})
_Key = tuple[datetime, str]
"""The minute and the words of an event."""


def add_events(session: Session, parcel_id: int, events: Sequence[ReadEvent], source: str) -> int:
    """Add what is not known of a parcel yet; returns how many events are new.

    The same words at the same time are one event, whoever told them; told to the minute, they
    are the event of that minute. A delivery brings a reshipment to its buyer, a movement sets
    it on its way; anything that went wrong is only proposed to a person.
    """
    parcel = fetch(session, Parcel, parcel_id)
    kept = _events(session, parcel)
    before, alike = len(kept), _alike(kept)
    for event in events:
        _check(session, event)
        _keep(session, parcel, alike[_key(event)], event, source)
    session.flush()
    kept = list(chain.from_iterable(alike.values()))
    _follow(session, parcel, kept)
    return len(kept) - before


def add_many(session: Session, events: Mapping[int, Sequence[ReadEvent]], source: str) -> int:
    """Add the events of many parcels, by the parcel's id; returns how many are new.

    The change's label gets `n`, how many that is.
    """
    added = sum(add_events(session, parcel_id, told, source) for parcel_id, told in events.items())
    unit_of(session).values = {"n": added}
    return added


def remove_event(session: Session, event_id: int) -> None:
    """Take away an event that is wrong; steps that were taken because of it stay."""
    found = fetch(session, TrackingEvent, event_id)
    parcel = fetch(session, Parcel, found.parcel_id)
    session.delete(found)
    session.flush()
    _note_latest(parcel, _events(session, parcel))
    case = session.get(Case, parcel.case_id) if parcel.case_id else None
    if case is not None and case.kind == "reshipment":
        start_moving(session, case)


def _events(session: Session, parcel: Parcel) -> list[TrackingEvent]:
    found = select(TrackingEvent).where(TrackingEvent.parcel_id == parcel.id)
    return list(session.scalars(found.order_by(TrackingEvent.at, TrackingEvent.id)))


def _check(session: Session, event: ReadEvent) -> None:
    known("status", event.status, STATUSES)
    fault = FAULTS.get(fault_of(event, unit_of(session).at))
    if fault is not None:
        raise FieldError(fault.field, _(fault.sentence))


def _alike(kept: Iterable[TrackingEvent]) -> defaultdict[_Key, list[TrackingEvent]]:
    """Return events by what those that can be one have in common."""
    found = defaultdict[_Key, list[TrackingEvent]](list)
    for each in kept:
        found[_key(each)].append(each)
    return found


def _key(event: ReadEvent | TrackingEvent) -> _Key:
    return event.at.replace(second=0, microsecond=0), " ".join(event.text.split())


def _keep(
    session: Session, parcel: Parcel, alike: list[TrackingEvent], event: ReadEvent, source: str
) -> None:
    at = event.at.replace(microsecond=0)
    same = next((each for each in alike if _is_same_time(each.at, at)), None)
    if same is None:
        unit = unit_of(session)
        same = TrackingEvent(
            parcel=parcel,
            at=at,
            text=" ".join(event.text.split()),
            source=known("source", source, SOURCES),
            added_at=unit.at,
            person=unit.by,
            status=event.status,
            place=event.place.strip(),
        )
        session.add(same)
        alike.append(same)
        return
    same.at = max(same.at, at)
    same.place = same.place or event.place.strip()


def _is_same_time(one: datetime, other: datetime) -> bool:
    """Tell whether two times of one minute can be one: one of them is told without seconds."""
    return one == other or one.second == 0 or other.second == 0


def _follow(session: Session, parcel: Parcel, kept: Sequence[TrackingEvent]) -> None:
    """Let the parcel, and the case or order that it is of, know its latest event."""
    told = parcel.status
    _note_latest(parcel, kept)
    if not kept:
        return
    case = session.get(Case, parcel.case_id) if parcel.case_id else None
    if case is None:
        _follow_order(session, parcel)
        return
    if parcel.status != told:
        note_event(session, case, "tracked", text=_latest_words(kept))
    if case.kind == "reshipment":
        _follow_reshipment(session, case, parcel)


def _note_latest(parcel: Parcel, kept: Sequence[TrackingEvent]) -> None:
    latest = latest_of((each.at, each.status) for each in kept)
    parcel.moved_at, parcel.status = latest or (None, "")


def _latest_words(kept: Sequence[TrackingEvent]) -> str:
    latest = latest_of((each.at, each.status) for each in kept)
    return next(each.text for each in kept if (each.at, each.status) == latest)


def _follow_reshipment(session: Session, case: Case, parcel: Parcel) -> None:
    """Take the step that the latest event stands for, and let the clock run from it."""
    if newest_parcel(session, case.id) is not parcel:
        return
    moved_at, status = parcel.moved_at, parcel.status
    if status == DELIVERED and case.state in STEPS["deliver"].sources:
        take_reshipment_step(session, case.id, "deliver")
        parcel.delivered_at = moved_at
        session.get_one(Reshipment, case.id).delivered_at = moved_at
    elif STATUSES[status].moves and case.state in STEPS["move"].sources:
        take_reshipment_step(session, case.id, "move")
    parcel.moved_at = moved_at  # by the event, where the step took it to be now
    start_moving(session, case)


def _follow_order(session: Session, parcel: Parcel) -> None:
    """Say when an order was delivered, once all of its parcels are; what is known already stays.

    When a parcel came back to us only the desk knows: it has it in its hands.
    """
    if parcel.status != DELIVERED or parcel.direction != "out" or parcel.delivered_at is not None:
        return
    parcel.delivered_at = parcel.moved_at
    order = session.get(Order, parcel.order_id) if parcel.order_id else None
    if order is None or order.delivered_at is not None:
        return
    delivered = [each.delivered_at for each in order.parcels if each.direction == "out"]
    if all(delivered):
        order.delivered_at = max(moment for moment in delivered if moment is not None)
