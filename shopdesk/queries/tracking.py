"""What couriers said about parcels, and which step of a reshipment that proposes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf, id_list
from shopdesk.rules.reshipments import STEPS
from shopdesk.rules.tracking import STATUSES
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One event; `status` is a key of rules.tracking.STATUSES, `source` how it got here."""

    id: int
    parcel_id: int
    at: datetime
    place: str
    text: str
    status: str
    source: str
    person: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """What is known of a parcel's way: its events, newest first.

    `state` is that of the reshipment it carries, empty for other parcels.
    """

    parcel_id: int
    events: tuple[TrackRow, ...]
    state: str = ""

    @property
    def latest(self) -> TrackRow | None:
        """The newest event, if anything is known."""
        return next(iter(self.events), None)

    @property
    def proposes(self) -> str:
        """The step that the newest event speaks for and that is open now; empty for none."""
        status = STATUSES.get(self.latest.status) if self.latest else None
        code = status.proposes if status else ""
        return code if code and self.state in STEPS[code].sources else ""


_event = RowsOf(TrackRow)

_RANK = " ".join(f"WHEN '{code}' THEN {rank}" for rank, code in enumerate(STATUSES))
_NEWEST_FIRST = f"at DESC, CASE status {_RANK} ELSE -1 END DESC, id DESC"

_EVENTS = f"""
    SELECT id, parcel_id, at, place, text, status, source, person
    FROM tracking_event WHERE parcel_id IN (SELECT value FROM json_each(?))
    ORDER BY {_NEWEST_FIRST}
"""
_STATES = """
    SELECT parcel.id, cases.state FROM parcel JOIN cases ON cases.id = parcel.case_id
    WHERE cases.kind = 'reshipment' AND parcel.direction = 'out'
        AND parcel.id IN (SELECT value FROM json_each(?))
"""


def load_events(reader: Reader, parcel_id: int) -> tuple[TrackRow, ...]:
    """Return what is known of a parcel's way, the newest first."""
    return tuple(map(_event, reader.rows(_EVENTS, (id_list((parcel_id,)),))))


def load_tracked(reader: Reader, parcel_ids: Iterable[int]) -> Mapping[int, Tracked]:
    """Return the ways of several parcels, by the parcel's id; one of nothing known is there too."""
    ids = tuple(parcel_ids)
    events: dict[int, list[TrackRow]] = {parcel_id: [] for parcel_id in ids}
    for row in map(_event, reader.rows(_EVENTS, (id_list(ids),))):
        events[row.parcel_id].append(row)
    states: dict[int, str] = dict(reader.rows(_STATES, (id_list(ids),)))
    return {
        parcel_id: Tracked(parcel_id, tuple(found), states.get(parcel_id, ""))
        for parcel_id, found in events.items()
    }


def load_latest(reader: Reader, parcel_ids: Iterable[int]) -> Mapping[int, TrackRow]:
    """Return the newest event of each parcel of which anything is known, by the parcel's id."""
    found = load_tracked(reader, parcel_ids)
    return {parcel_id: way.latest for parcel_id, way in found.items() if way.latest is not None}
